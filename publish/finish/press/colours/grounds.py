"""On which colour a drawing lies, where that can be told.

A clear colour on a flat ground is a flat colour, and is printed as one: then it is exactly what the
screen shows. The ground is known where one rectangle of one colour is below all of a shape and
nothing else was drawn between. Whatever is not a rectangle covers its whole bounding box with
something unknown; so nothing that was drawn can be covered by mistake.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.finish.press.colours.operators import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.finish.press.matrix import Matrix
    from publish.finish.press.separator import Triple

#: Left, bottom, right, top.
Box = tuple[float, float, float, float]

EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)

#: Shapes nearer than this, in units of the page, touch.
_NEAR = 0.01

#: After so many shapes, what lies below is not looked for any more.
MOST = 1000


class Grounds:
    """What has been drawn so far, the latest last."""

    def __init__(self) -> None:
        self._drawn: list[tuple[Box, Triple | None]] = []

    def lay(self, box: Box, colour: Triple | None) -> None:
        """Add a rectangle of one colour; ``None`` for anything else within a box."""
        if len(self._drawn) == MOST:
            self._drawn = [(EVERYWHERE, None)]
        if box[0] < box[2] and box[1] < box[3] and self._drawn[-1:] != [(box, colour)]:
            self._drawn.append((box, colour))

    def below(self, box: Box) -> Triple | None:
        """Return the one colour below all of a box; ``None`` for paper and where it is unknown."""
        for laid, colour in reversed(self._drawn):
            if meet(laid, box, _NEAR):
                inside = all(
                    (
                        laid[0] <= box[0] + _NEAR,
                        laid[1] <= box[1] + _NEAR,
                        laid[2] >= box[2] - _NEAR,
                        laid[3] >= box[3] - _NEAR,
                    )
                )
                return colour if inside else None
        return None


def meet(one: Box, other: Box, near: float = 0.0) -> bool:
    """Tell whether two boxes have more than an edge of a given width in common."""
    return (
        one[0] < other[2] - near
        and other[0] < one[2] - near
        and one[1] < other[3] - near
        and other[1] < one[3] - near
    )


def common(one: Box, other: Box) -> Box:
    """Return what two boxes have in common; it may be empty."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def around(points: Iterable[tuple[float, float]], matrix: Matrix) -> Box:
    """Return the box around points, after a transformation."""
    a, b, c, d, e, f = matrix
    moved = [(x * a + y * c + e, x * b + y * d + f) for x, y in points]
    across = [x for x, _ in moved]
    along = [y for _, y in moved]
    return min(across), min(along), max(across), max(along)


def is_upright(matrix: Matrix) -> bool:
    """Tell whether rectangles stay rectangles."""
    return (matrix[1] == 0 and matrix[2] == 0) or (matrix[0] == 0 and matrix[3] == 0)


class Outline:
    """The path that is being drawn, as its bounding box."""

    def __init__(self) -> None:
        self.box: Box | None = None
        self.is_rectangle = False
        self.clips = False

    def rectangle(self, values: Sequence[float], matrix: Matrix) -> None:
        """Add a rectangle: x, y, width and height."""
        x, y, width, height = values
        self.is_rectangle = self.box is None and is_upright(matrix)
        self._add(
            around(((x, y), (x + width, y), (x, y + height), (x + width, y + height)), matrix)
        )

    def points(self, values: Sequence[float], matrix: Matrix) -> None:
        """Add points of lines and curves; a curve stays within those that bend it."""
        self.is_rectangle = False
        self._add(around(zip(values[::2], values[1::2], strict=False), matrix))

    def _add(self, box: Box) -> None:
        have = self.box
        self.box = (
            box
            if have is None
            else (
                min(have[0], box[0]),
                min(have[1], box[1]),
                max(have[2], box[2]),
                max(have[3], box[3]),
            )
        )


_STRING = re.compile(rb"<([0-9A-Fa-f\s]*)>|\(((?:[^()\\]|\\.)*)\)")


def text_boxes(operands: bytes, size: float, matrix: Matrix) -> tuple[Box, Box]:
    """Return a box that text stays within in any font, and one that its letters stand in.

    Args:
        operands: of the operator that shows it.
        size: of the font, before any transformation.
        matrix: from the text to the page.
    """
    coded = sum(len(hexadecimal) for hexadecimal, _ in _STRING.findall(operands))
    plain = sum(len(letters) for _, letters in _STRING.findall(operands))
    moves = sum(abs(one) for one in numbers(_STRING.sub(b" ", operands.replace(b"[", b" "))))
    # A glyph is two or four digits, or one letter, and no glyph is wider than two ems.
    wide = size * (coded * 0.6 + plain * 1.5 + moves / 1000 + 1)
    narrow = size * (coded * 0.1 + plain * 0.4)
    outer = around(((-size, -size), (wide, -size), (-size, 2 * size), (wide, 2 * size)), matrix)
    low, high = -0.2 * size, 0.7 * size
    return outer, around(((0, low), (narrow, low), (0, high), (narrow, high)), matrix)
