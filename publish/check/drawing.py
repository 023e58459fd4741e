"""What the pages of a file draw: records of text and painted areas, in the order of painting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.check.marked_content import Marks

if TYPE_CHECKING:
    from publish.check.colour import Colour
    from publish.check.font import Font
    from publish.check.geometry import Box, Outline, Point
    from publish.check.objects import ObjectId


@dataclass(frozen=True, slots=True)
class Shown:
    """Text shown by one operator.

    Attributes:
        size: height of the font in points on the page.
        colour: ``None`` where it cannot be told: a pattern, an unknown colour space.
        alpha: 0 (nothing seen) to 1.
        line: from the beginning to the end of the run on its baseline.
        is_artifact: whether a reader passes over it.
        is_visible: whether it is painted at all.
        lacks_text: whether a glyph says nothing, and no replacement text speaks for it.
        has_notdef: whether a glyph is the one for "no such character".
    """

    text: str
    font: Font
    size: float
    colour: Colour | None
    alpha: float
    line: tuple[Point, Point]
    box: Box
    page: int
    is_artifact: bool
    is_visible: bool
    lacks_text: bool
    has_notdef: bool


@dataclass(frozen=True, slots=True)
class Painted:
    """A filled area. `colour` is ``None`` where it cannot be told: pictures, patterns, shadings."""

    outline: Outline
    colour: Colour | None
    alpha: float
    page: int


@dataclass(slots=True)
class Drawing:
    """All that one file draws.

    Attributes:
        items: text and areas in the order of painting, page after page.
        marks: the marked content of all pages.
        fonts: by object; fonts written in place are not shared.
        steps: operators walked through, to stop files without end.
    """

    items: list[Shown | Painted] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)
    fonts: dict[ObjectId, Font] = field(default_factory=dict)
    steps: int = 0
