"""One case of the preflight: a file, and what it is held against."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from small_file import SmallFile

from publish.model.ticket import Part, Ticket, TicketFile

if TYPE_CHECKING:
    from collections.abc import Callable

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True)
class Case:
    """A file of a case.

    Attributes:
        pdf: the file.
        ticket: what it is held against; ``None`` for none.
        twin: the accessible edition; ``None`` for none.
        limits: name of the set of limits.
    """

    pdf: bytes
    ticket: Ticket | None = None
    twin: bytes | None = None
    limits: str = "sheetfed-coated"


class Cases(dict[str, "Callable[[], Case]"]):
    """Cases by their place, such as ``G02/fail-user-unit``."""

    def add(self, place: str) -> Callable[[Callable[[], Case]], Callable[[], Case]]:
        """Enter a function that makes a case."""

        def enter(make: Callable[[], Case]) -> Callable[[], Case]:
            if place in self:
                raise ValueError(f"{place} is there twice")
            self[place] = make
            return make

        return enter

    def page(self, place: str, contents: str = "", **how: object) -> None:
        """Enter a case of one page with these operators; `how` goes to `SmallFile.page`."""

        def make() -> Case:
            file = SmallFile()
            file.page(contents, **how)  # type: ignore[arg-type]
            return Case(file.bytes())

        self.add(place)(make)


def ticket_for(file: SmallFile, **changes: object) -> Ticket:
    """Return a ticket that describes a file, but for `changes`."""
    data = file.bytes()
    profile = bytes(file.intent.DestOutputProfile.read_bytes())
    count = len(file.pdf.pages)
    ticket = Ticket(
        job="case",
        title="Case",
        language="en",
        trim=(40.0, 40.0),
        bleed=3.0,
        pages=count,
        condition="FOGRA39",
        profile_sha256=hashlib.sha256(profile).hexdigest(),
        ink_limit=320.0,
        limits="sheetfed-coated",
        edge="left",
        file=TicketFile("case.pdf", hashlib.sha256(data).hexdigest()),
        parts=(Part("inside", (1, count), PROCESS),),
    )
    return replace(ticket, **changes)  # type: ignore[arg-type]
