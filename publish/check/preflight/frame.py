"""A content stream that is being walked, and what a file may cost.

Numbers of a hostile file are cut to a size that nothing can overflow with.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from publish.check.geometry import IDENTITY, Box, Matrix, Outline, Point
from publish.check.objects import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publish.check.objects import ObjectId
    from publish.check.preflight.colour_space import Paint, Space
    from publish.check.preflight.drawing import State

#: A sheet of ten kilometres has 3e7 points; nothing honest comes near.
_FARTHEST = 1e9
#: Points of a path that are kept; of a longer one only the box is.
_POINTS_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class Budget:
    """What one file may cost. Honest books stay far below; a hostile file is told so.

    Attributes:
        operators: of all pages, forms as often as they are drawn.
        events: of all pages.
        calls: of forms, patterns, glyphs and masks on one page.
        depth: of forms, patterns and masks in each other.
        stream: bytes of one content stream, unpacked.
        tokens: words of one content stream.
        seconds: for the walk as a whole.
    """

    operators: int = 3_000_000
    events: int = 200_000
    calls: int = 20_000
    depth: int = 24
    stream: int = 24_000_000
    tokens: int = 8_000_000
    seconds: float = 60.0


@dataclass(slots=True)
class Frame:
    """A content stream that is being walked: of a page, or called from it.

    Attributes:
        base: matrix in which the stream begins; patterns start from it.
        path: how it is reached, as in `Event.path`.
        inside: the streams that it is called from, itself among them.
        ink: the one colour of an uncoloured pattern or glyph, whose own colours do not count.
        spread: where the pattern is painted whose cell this is.
    """

    steps: Iterator[tuple[Sequence[object], str]]
    resources: object
    state: State
    base: Matrix = IDENTITY
    path: tuple[str, ...] = ()
    inside: frozenset[ObjectId] = frozenset()
    in_mask: bool = False
    ink: Paint | None = None
    spread: Box | None = None
    saved: list[State] = field(default_factory=list)
    rings: list[list[Point]] = field(default_factory=list)
    points: int = 0
    clip_rule: str = ""
    text_matrix: Matrix = IDENTITY
    line_matrix: Matrix = IDENTITY
    text_clip: list[Box] = field(default_factory=list)
    spaces: dict[str, Space] = field(default_factory=dict)

    def set(self, **changes: Any) -> None:
        """Change the graphics state."""
        self.state = replace(self.state, **changes)

    def add_ring(self, points: list[Point]) -> None:
        """Begin a ring of the path."""
        self.rings.append(points)
        self.points += len(points)

    def outline(self, *, even_odd: bool = False) -> Outline | None:
        """Return the path so far; ``None`` where there is none."""
        rings = tuple(tuple(ring) for ring in self.rings if ring)
        if not rings:
            return None
        box = Box.of(point for ring in rings for point in ring)
        if self.points > _POINTS_KEPT:
            corners = (box.left, box.bottom), (box.right, box.bottom)
            rings = ((*corners, (box.right, box.top), (box.left, box.top)),)
        return Outline(rings, even_odd, box)

    def end_path(self) -> None:
        """Forget the path."""
        self.rings, self.points, self.clip_rule = [], 0, ""


def floats(operands: Iterable[object]) -> list[float]:
    """Return the numbers among operands, cut to an honest size."""
    return [bounded(value) for value in map(number, operands) if value is not None]


def bounded(value: float) -> float:
    """Return a number that is finite and no larger than any sheet."""
    return 0.0 if math.isnan(value) else min(max(value, -_FARTHEST), _FARTHEST)


def bounded_matrix(matrix: Matrix) -> Matrix:
    """Return a matrix of finite numbers."""
    parts = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    if all(-_FARTHEST <= part <= _FARTHEST for part in parts):
        return matrix
    return Matrix(*map(bounded, parts))


def scales(matrix: Matrix) -> tuple[float, float]:
    """Return by how much a matrix draws out lengths: least and most of all directions."""
    half = (matrix.a**2 + matrix.b**2 + matrix.c**2 + matrix.d**2) / 2
    turned = matrix.a * matrix.d - matrix.b * matrix.c
    spread = math.sqrt(max(half**2 - turned**2, 0.0))
    return math.sqrt(max(half - spread, 0.0)), math.sqrt(half + spread)


def cut(box: Box, clip: Box | None) -> Box | None:
    """Return what is left of a box; a line without breadth is left too."""
    if clip is None:
        return None
    left, bottom = max(box.left, clip.left), max(box.bottom, clip.bottom)
    right, top = min(box.right, clip.right), min(box.top, clip.top)
    return Box(left, bottom, right, top) if left <= right and bottom <= top else None


def grown(box: Box, by: float) -> Box:
    """Return a box with a margin on all sides."""
    return Box(box.left - by, box.bottom - by, box.right + by, box.top + by)
