"""The file that is judged, with everything that the rules look at.

Source: ISO 32000-1, 14.11.5 (output intents).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import (
    BROKEN,
    TooMuch,
    entry,
    integer,
    items,
    name,
    stream_bytes,
    text,
)
from publish.check.preflight.boxes import Sheet, page_boxes
from publish.check.preflight.census import Resource, take_census
from publish.check.preflight.checks import NotMeasured
from publish.check.preflight.drawing import Drawing
from publish.check.preflight.frame import Budget
from publish.check.preflight.walk import read_drawing
from publish.check.preflight.xmp import Packet, read_packet
from publish.errors import MachineLacks

if TYPE_CHECKING:
    from publish.check.plates.kept import Plates
    from publish.model.ticket import Ticket
    from publish.standards.limits import Limits

__all__ = ["OutputIntent", "Sheet", "Subject", "profile_bytes"]

_PAGE_LIMIT = 20_000
_PROFILE_LIMIT = 40_000_000


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
        measure: bool = False,
        budget: Budget | None = None,
    ) -> None:
        self.data, self.pdf = data, pdf
        self.limits, self.ticket, self.twin = limits, ticket, twin
        self.looked_at_drawing = False
        self._measures = measure
        self._budget = budget or Budget()

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages with their boundaries."""
        found = islice(self.pdf.pages, _PAGE_LIMIT)
        return tuple(page_boxes(number, page.obj) for number, page in enumerate(found, start=1))

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
        if not self._measures:
            raise NotMeasured("the plates were not asked for")
        from publish.check.plates.kept import Plates  # late: numpy takes a moment

        try:
            return Plates(self.data)
        except MachineLacks as error:
            raise NotMeasured(str(error).partition("\n")[0]) from None

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """Every thing that the pages can call, each once."""
        return take_census(self.sheets)

    @cached_property
    def packet(self) -> Packet:
        """The XMP packet."""
        return read_packet(self.pdf.Root)

    @cached_property
    def intents(self) -> tuple[OutputIntent, ...]:
        """The output intents of the file."""
        return tuple(map(_intent, items(entry(self.pdf.Root, "/OutputIntents"))[:50]))

    @cached_property
    def press_intent(self) -> OutputIntent | None:
        """The intent for the press (GTS_PDFX), if there is one."""
        return next((one for one in self.intents if one.kind == "GTS_PDFX"), None)


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
