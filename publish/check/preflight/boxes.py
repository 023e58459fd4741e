"""A page with its boundaries.

Source: ISO 32000-1, 7.7.3.4 (inherited attributes), 14.11.2 (page boundaries).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.check.geometry import Box
from publish.check.objects import entry, inherited, number, numbers

if TYPE_CHECKING:
    import pikepdf

_STANDARD_PAGE = Box(0, 0, 612, 792)
#: User space has no places beyond; a box that says so is none.
_FARTHEST = 1e7


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its boundaries, in its default user space, in points.

    Attributes:
        number: counted from 1.
        media: a standard page where the file has none.
        crop, bleed, trim, art: as the page or those above it say; ``None`` where nobody does.
        rotate: in degrees.
        unit: of user space, in 1/72 inch (UserUnit).
        resources: its own or those of the pages above it.
        broken: names of boxes that are there and are no boxes; of a missing media box too.
    """

    number: int
    page: pikepdf.Object
    media: Box
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    art: Box | None
    rotate: int
    unit: float
    resources: object = None
    broken: tuple[str, ...] = ()

    @property
    def cut(self) -> Box:
        """Where the page is cut: the trim box, or what stands for it (14.11.2.1)."""
        return self.trim or self.art or self.crop or self.media

    @property
    def painted(self) -> Box:
        """As far as the page has to be painted: the bleed box, or what stands for it."""
        return self.bleed or self.crop or self.media


def page_boxes(count: int, page: pikepdf.Object) -> Sheet:
    """Read the boundaries of a page; what is broken is left out and named."""
    found: dict[str, Box] = {}
    broken: list[str] = []
    for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
        inherits = key in ("MediaBox", "CropBox")
        value = inherited(page, f"/{key}") if inherits else entry(page, f"/{key}")
        box = _box(numbers(value))
        if box is not None:
            found[key] = box
        elif value is not None:
            broken.append(key)
        elif key == "MediaBox":
            broken.append(key)  # no page can do without it
    unit = number(entry(page, "/UserUnit")) or 1.0
    turned = number(inherited(page, "/Rotate")) or 0.0
    return Sheet(
        number=count,
        page=page,
        media=found.get("MediaBox", _STANDARD_PAGE),
        crop=found.get("CropBox"),
        bleed=found.get("BleedBox"),
        trim=found.get("TrimBox"),
        art=found.get("ArtBox"),
        rotate=int(turned) if abs(turned) <= _FARTHEST else 0,
        unit=unit if 1e-3 < unit < 1e6 else 1.0,
        resources=inherited(page, "/Resources"),
        broken=tuple(broken),
    )


def _box(corners: list[float]) -> Box | None:
    if len(corners) != 4 or not all(abs(corner) <= _FARTHEST for corner in corners):
        return None
    box = Box.of([(corners[0], corners[1]), (corners[2], corners[3])])
    return box if box.left < box.right and box.bottom < box.top else None
