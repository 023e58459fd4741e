"""The file that is judged, with everything that the rules look at.

Source: ISO 32000-1, 7.7.3.4 (inherited attributes), 14.11.2 (page boundaries), 14.11.5 (output
intents).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf

from publish.check.geometry import Box
from publish.check.objects import (
    BROKEN,
    TooMuch,
    entry,
    integer,
    items,
    name,
    number,
    numbers,
    stream_bytes,
    text,
)
from publish.check.preflight.checks import NotMeasured
from publish.check.preflight.drawing import Drawing
from publish.check.preflight.walk import Budget, read_drawing

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any as Plates  # until the plates are there

    from publish.model.ticket import Ticket
    from publish.standards.limits import Limits

_PAGE_LIMIT = 20_000
_DEPTH_LIMIT = 40
_PROFILE_LIMIT = 40_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its boundaries, in its default user space, in points.

    Attributes:
        number: counted from 1.
        media: a standard sheet where the file has none.
        crop, bleed, trim, art: as the page or those above it say; ``None`` where nobody does.
        rotate: in degrees.
        unit: of user space, in 1/72 inch (UserUnit).
        broken: names of boxes that are there and are no boxes.
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
    broken: tuple[str, ...] = ()

    @property
    def cut(self) -> Box:
        """Where the page is cut: the trim box, or what stands for it (14.11.2.1)."""
        return self.trim or self.art or self.crop or self.media

    @property
    def painted(self) -> Box:
        """As far as the page has to be painted: the bleed box, or what stands for it."""
        return self.bleed or self.crop or self.media


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """An output intent with the first bytes of its profile.

    Attributes:
        kind: for example ``GTS_PDFX``.
        identifier: of the printing condition.
        profile: the stream; ``None`` where none is embedded.
        header: 128 bytes of the profile, or fewer.
        components: ``N`` of the profile.
    """

    kind: str
    identifier: str
    registry: str
    profile: object
    header: bytes
    components: int

    @property
    def device_class(self) -> str:
        """Of the profile, for example ``prtr``."""
        return self.header[12:16].decode("ascii", "replace")

    @property
    def colour_space(self) -> str:
        """Of the profile, for example ``CMYK``."""
        return self.header[16:20].decode("ascii", "replace").strip()


class Subject:
    """A file, opened, with what it is held against.

    Attributes:
        data: the whole file.
        pdf: as pikepdf reads it.
        limits: numbers of the print shop.
        ticket: the job ticket, where one is given.
        twin: the accessible edition of the same text, where it is given.
    """

    def __init__(
        self,
        data: bytes,
        pdf: pikepdf.Pdf,
        *,
        limits: Limits,
        ticket: Ticket | None = None,
        twin: bytes | None = None,
        measure: Callable[[], Plates] | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.data, self.pdf = data, pdf
        self.limits, self.ticket, self.twin = limits, ticket, twin
        self.looked_at_drawing = False
        self._measure = measure
        self._budget = budget or Budget()

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages with their boundaries."""
        found = islice(self.pdf.pages, _PAGE_LIMIT)
        return tuple(_sheet(number, page.obj) for number, page in enumerate(found, start=1))

    @property
    def drawing(self) -> Drawing:
        """What the pages draw. A rule that looks at it is not passed where the walk stopped."""
        # Noted here, so that nobody who writes a rule can forget to say so.
        self.looked_at_drawing = True
        return self._drawing

    @cached_property
    def _drawing(self) -> Drawing:
        return read_drawing(self.pdf, self._budget)

    @cached_property
    def plates(self) -> Plates:
        """What each ink prints on each page.

        Raises:
            NotMeasured: there is no program that can tell, or it failed.
        """
        if self._measure is None:
            raise NotMeasured("the plates were not made")
        return self._measure()

    @cached_property
    def intents(self) -> tuple[OutputIntent, ...]:
        """The output intents of the file."""
        return tuple(map(_intent, items(entry(self.pdf.Root, "/OutputIntents"))[:50]))

    @cached_property
    def press_intent(self) -> OutputIntent | None:
        """The intent for the press (GTS_PDFX), if there is one."""
        return next((one for one in self.intents if one.kind == "GTS_PDFX"), None)


def _sheet(count: int, page: pikepdf.Object) -> Sheet:
    found, broken = dict[str, Box](), []
    for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
        inherits = key in ("MediaBox", "CropBox")
        value = _inherited(page, f"/{key}") if inherits else entry(page, f"/{key}")
        corners = numbers(value)
        if value is not None and (box := _box(corners)) is not None:
            found[key] = box
        elif value is not None:
            broken.append(key)
    return Sheet(
        number=count,
        page=page,
        media=found.get("MediaBox", Box(0, 0, 612, 792)),
        crop=found.get("CropBox"),
        bleed=found.get("BleedBox"),
        trim=found.get("TrimBox"),
        art=found.get("ArtBox"),
        rotate=integer(_inherited(page, "/Rotate")) or 0,
        unit=number(entry(page, "/UserUnit")) or 1.0,
        broken=tuple(broken),
    )


def _box(corners: list[float]) -> Box | None:
    if len(corners) != 4:
        return None
    box = Box.of([(corners[0], corners[1]), (corners[2], corners[3])])
    return box if box.left < box.right and box.bottom < box.top else None


def _inherited(page: pikepdf.Object, key: str) -> object:
    node: object = page
    for _ in range(_DEPTH_LIMIT):
        found = entry(node, key)
        if found is not None:
            return found
        node = entry(node, "/Parent")
    return None


def _intent(intent: object) -> OutputIntent:
    profile = entry(intent, "/DestOutputProfile")
    return OutputIntent(
        kind=name(entry(intent, "/S")),
        identifier=(text(entry(intent, "/OutputConditionIdentifier")) or "").strip(),
        registry=(text(entry(intent, "/RegistryName")) or "").strip(),
        profile=profile if isinstance(profile, pikepdf.Stream) else None,
        header=profile_bytes(profile)[:128],
        components=integer(entry(profile, "/N")) or 0,
    )


def profile_bytes(profile: object) -> bytes:
    """Return an ICC profile; nothing where it cannot be read."""
    try:
        return stream_bytes(profile, _PROFILE_LIMIT)
    except (TooMuch, *BROKEN):
        return b""
