"""The state in which a content stream is being read.

Source: ISO 32000-1, 8.4 (graphics state), 9.3 (text state).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.check.colour import BLACK, Colour
from publish.check.geometry import IDENTITY, Box, Matrix, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.check.font import Font
    from publish.check.objects import ObjectId


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state, as far as the checks need it."""

    matrix: Matrix = IDENTITY
    fill: Colour | None = BLACK
    stroke: Colour | None = BLACK
    fill_space: str = "DeviceGray"
    stroke_space: str = "DeviceGray"
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    group_alpha: float = 1.0
    masked: bool = False
    clip: Box | None = None
    font: Font | None = None
    size: float = 0.0
    between: float = 0.0
    between_words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class Frame:
    """A content stream that is being walked: the page, or a form XObject called from it."""

    steps: Iterator[tuple[Sequence[object], str]]
    resources: object
    holder: ObjectId
    floor: int
    state: State
    saved: list[State] = field(default_factory=list)
    rings: list[list[Point]] = field(default_factory=list)
    clips: str = ""
    text_matrix: Matrix = IDENTITY
    line_matrix: Matrix = IDENTITY
