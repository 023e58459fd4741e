"""The boxes of a page for the press: trim, bleed and sheet, from the origin 0,0 on.

Some programs move pages whose origin is elsewhere, and WeasyPrint cannot write a bleed box wider
than 10 points; so all boxes are written here, and its own bleed box is not believed.

Source: ISO 32000-1, 14.11.2 (page boundaries); ISO 15930-7 (a TrimBox or an ArtBox, never both).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from pikepdf import Array

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Dictionary

Pt = NewType("Pt", float)
Mm = NewType("Mm", float)

#: Points in a millimetre.
MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the lower left corner to the upper right one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.y1 - self.y0

    def grown(self, by: float) -> Box:
        """Return the box, larger on all four sides."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def moved(self, x: float, y: float) -> Box:
        """Return the box elsewhere."""
        return Box(self.x0 + x, self.y0 + y, self.x1 + x, self.y1 + y)

    def cut(self, other: Box) -> Box:
        """Return what both boxes hold."""
        return Box(
            max(self.x0, other.x0),
            max(self.y0, other.y0),
            min(self.x1, other.x1),
            min(self.y1, other.y1),
        )

    @property
    def array(self) -> Array:
        """As PDF has it, to a thousandth of a point."""
        return Array([rounded(value) for value in (self.x0, self.y0, self.x1, self.y1)])

    @classmethod
    def of(cls, array: Iterable[object]) -> Box:
        """Read a rectangle of PDF, whose corners may be any two opposite ones."""
        x0, y0, x1, y1 = (float(value) for value in array)  # type: ignore[arg-type]
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The boxes of one page for the press.

    Attributes:
        media: the sheet; its lower left corner is 0,0.
        bleed: how far is painted.
        trim: where is cut.
    """

    media: Box
    bleed: Box
    trim: Box

    @classmethod
    def around(cls, width: float, height: float, *, bleed: float, slug: float) -> Sheet:
        """Return the sheet for a finished page; all in points, slug counted from the trim."""
        edge = max(slug, bleed)
        trim = Box(edge, edge, edge + width, edge + height)
        return cls(Box(0, 0, width + 2 * edge, height + 2 * edge), trim.grown(bleed), trim)


def place_boxes(page: Dictionary, sheet: Sheet) -> None:
    """Write the boxes of a page, in place; there is no CropBox and no ArtBox."""
    page.MediaBox = sheet.media.array
    page.BleedBox = sheet.bleed.array
    page.TrimBox = sheet.trim.array
    for key in ("/CropBox", "/ArtBox"):
        if key in page:
            del page[key]


def rounded(value: float) -> float:
    """Return a length as it is written: a thousandth of a point is a third of a micrometre."""
    return round(value, 3) + 0.0
