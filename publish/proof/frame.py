"""A page as a picture: how many pixels it has, and where its boxes lie in them.

Source: ISO 32000-1, 14.11.2 (page boundaries), 7.7.3.3 (Rotate, UserUnit).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.check.geometry import Box
    from publish.check.preflight.subject import Sheet

_POINTS, _MM = 72.0, 25.4


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a picture, in pixels from its upper left corner; may have fractions."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def inside(self, width: int, height: int) -> tuple[slice, slice]:
        """Return the whole pixels of it, rows and columns, cut at the edges of a picture."""
        rows = slice(_within(self.top, height), _within(self.bottom, height))
        return rows, slice(_within(self.left, width), _within(self.right, width))


@dataclass(frozen=True, slots=True)
class Boundary:
    """One box of a page.

    Attributes:
        kind: ``media``, ``bleed``, ``trim`` or ``safe``.
        size: width and height in millimetres.
        beyond: how far it reaches beyond the trim on the left, top, right and bottom, in
            millimetres; negative for what lies inside.
        declared: whether the file itself has this box; otherwise it follows from others.
    """

    kind: str
    area: Area
    size: tuple[float, float]
    beyond: tuple[float, float, float, float]
    declared: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A page drawn at some resolution, upright as it is read.

    Attributes:
        number: of the page, counted from 1.
        dpi: pixels per inch of the paper.
        width, height: of the picture in pixels.
        boundaries: the boxes, from the outside to the inside.
    """

    number: int
    dpi: float
    width: int
    height: int
    boundaries: tuple[Boundary, ...]

    @property
    def per_mm(self) -> float:
        """Pixels in a millimetre."""
        return self.dpi / _MM

    @property
    def trim(self) -> Boundary:
        """Where the page is cut."""
        return next(one for one in self.boundaries if one.kind == "trim")

    @property
    def painted(self) -> Boundary:
        """As far as there has to be ink: the bleed, or the trim where there is no bleed.

        Where a broken file puts that outside of its page, it is the whole page: ink that nobody
        has measured must not look like none.
        """
        wanted = next((one for one in self.boundaries if one.kind == "bleed"), self.trim)
        rows, columns = wanted.area.inside(self.width, self.height)
        is_there = rows.start < rows.stop and columns.start < columns.stop
        return wanted if is_there else self.boundaries[0]


def size_of(sheet: Sheet) -> tuple[float, float]:
    """Return width and height of the whole sheet in millimetres, as it is read."""
    width, height = (
        (sheet.media.right - sheet.media.left) * sheet.unit / _POINTS * _MM,
        (sheet.media.top - sheet.media.bottom) * sheet.unit / _POINTS * _MM,
    )
    return (height, width) if sheet.rotate % 180 == 90 else (width, height)


def frame(sheet: Sheet, dpi: float, size: tuple[int, int], safe: float) -> Frame:
    """Place the boxes of a page in its picture.

    Args:
        sheet: the page.
        dpi: of the picture.
        size: of the picture in pixels, as it was drawn.
        safe: how far text stays away from the trim, in millimetres; 0 for no such zone.
    """
    scale = dpi / _POINTS * sheet.unit
    boxes = {"media": sheet.media, "bleed": sheet.bleed, "trim": sheet.cut}
    areas = {kind: _area(box, sheet, scale) for kind, box in boxes.items() if box}
    trim, rim = areas["trim"], safe * dpi / _MM
    if rim and min(trim.width, trim.height) > 2 * rim:
        areas["safe"] = Area(trim.left + rim, trim.top + rim, trim.right - rim, trim.bottom - rim)
    declared = {"media", *(["bleed"] if sheet.bleed else []), *(["trim"] if sheet.trim else [])}
    found = tuple(
        _boundary(kind, area, trim, dpi, declared=kind in declared) for kind, area in areas.items()
    )
    return Frame(sheet.number, dpi, *size, found)


def _area(box: Box, sheet: Sheet, scale: float) -> Area:
    """Turn a box of the page into one of its picture."""
    media = sheet.media
    left, right = (box.left - media.left) * scale, (box.right - media.left) * scale
    top, bottom = (media.top - box.top) * scale, (media.top - box.bottom) * scale
    width, height = (media.right - media.left) * scale, (media.top - media.bottom) * scale
    turned = {
        0: Area(left, top, right, bottom),
        90: Area(height - bottom, left, height - top, right),
        180: Area(width - right, height - bottom, width - left, height - top),
        270: Area(top, width - right, bottom, width - left),
    }
    return turned.get(sheet.rotate % 360, turned[0])


def _boundary(kind: str, area: Area, trim: Area, dpi: float, *, declared: bool) -> Boundary:
    mm = _MM / dpi
    sides = (
        trim.left - area.left,
        trim.top - area.top,
        area.right - trim.right,
        area.bottom - trim.bottom,
    )
    left, top, right, bottom = (round(side * mm, 1) + 0.0 for side in sides)
    size = (round(area.width * mm, 1), round(area.height * mm, 1))
    return Boundary(kind, area, size, (left, top, right, bottom), declared)


def _within(place: float, end: int) -> int:
    return min(max(round(place), 0), end)
