"""Points, boxes, matrices and outlines on a page, in points from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, points: Iterable[Point]) -> Box:
        """Return the smallest box around one or more points."""
        across, up = zip(*points, strict=True)
        return cls(min(across), min(up), max(across), max(up))

    def around(self, other: Box) -> Box:
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


@dataclass(frozen=True, slots=True)
class Matrix:
    """A transformation ``[a b c d e f]`` (ISO 32000-1, 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Matrix:
        """Return the matrix of six numbers; the identity for any other count."""
        return cls(*numbers) if len(numbers) == 6 else cls()

    def then(self, outer: Matrix) -> Matrix:
        """Return the transformation that applies this one first and `outer` after it."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def move(self, point: Point) -> Point:
        """Return where a point comes to lie."""
        across, up = point
        return self.a * across + self.c * up + self.e, self.b * across + self.d * up + self.f

    @property
    def height(self) -> float:
        """How long an upright unit becomes."""
        return float((self.c**2 + self.d**2) ** 0.5)


IDENTITY = Matrix()


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed path of one or more rings, curves already replaced by short lines."""

    rings: tuple[tuple[Point, ...], ...]
    even_odd: bool
    box: Box

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside (ISO 32000-1, 8.5.3.3)."""
        if not self.box.holds(point):
            return False
        turns = [_turns(ring, point) for ring in self.rings]
        if self.even_odd:
            return sum(abs(turn) for turn in turns) % 2 == 1
        return sum(turns) != 0


def _turns(ring: tuple[Point, ...], point: Point) -> int:
    """Count how often a ring goes round a point, counter-clockwise positive."""
    across, up = point
    count = 0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        side = (x2 - x1) * (up - y1) - (across - x1) * (y2 - y1)
        if y1 <= up < y2 and side > 0:
            count += 1
        elif y2 <= up < y1 and side < 0:
            count -= 1
    return count


#: How much each of the four points of a cubic curve weighs, after each eighth of the way.
_EIGHTHS = tuple(
    ((1 - part) ** 3, 3 * (1 - part) ** 2 * part, 3 * (1 - part) * part**2, part**3)
    for part in (number / 8 for number in range(1, 9))
)


def eighths(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Return the ends of eight short lines in place of a cubic curve, without its start.

    Source: ISO 32000-1, 8.5.2.2.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, first, second, end
    return [
        (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
        for a, b, c, d in _EIGHTHS
    ]


def rectangle(box: Box) -> Outline:
    """Return a box as an outline."""
    ring = (
        (box.left, box.bottom),
        (box.right, box.bottom),
        (box.right, box.top),
        (box.left, box.top),
    )
    return Outline((ring,), False, box)


def common(one: Box, other: Box) -> Box | None:
    """Return what two boxes share."""
    left, bottom = max(one.left, other.left), max(one.bottom, other.bottom)
    right, top = min(one.right, other.right), min(one.top, other.top)
    return Box(left, bottom, right, top) if left < right and bottom < top else None


def clipped(outline: Outline, clip: Box) -> Outline | None:
    """Cut an outline by a box: its outer box shrinks, which is all that `Outline.holds` asks."""
    box = common(outline.box, clip)
    return Outline(outline.rings, outline.even_odd, box) if box else None
