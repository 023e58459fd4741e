"""The job ticket: what a print shop is asked to make of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.model.press import Binding, Edge, Paper

#: Of the ticket's own form; a reader refuses one that it does not know.
TICKET_VERSION = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that are printed alike.

    Attributes:
        name: ``inside`` or ``cover``.
        pages: first and last, counted from 1.
        inks: names of the plates, for example ``("Cyan", "Magenta", "Yellow", "Black")``.
    """

    name: str
    pages: tuple[int, int]
    inks: tuple[str, ...]
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class TicketFile:
    """One file that belongs to the job.

    Attributes:
        sha256: in hexadecimal.
    """

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that somebody has let pass.

    Attributes:
        rule: its number, for example ``G31``.
        page: on which, counted from 1; ``None`` for the whole file.
        person: who answers for it.
        reason: why.
    """

    rule: str
    page: int | None
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class Imposition:
    """How pages stand on the sheets of an imposed file.

    Attributes:
        scheme: for example ``saddle``.
        sheets: number of sheets, each with two sides.
        up: pages on one side of a sheet.
    """

    scheme: str
    sheets: int
    up: int


@dataclass(frozen=True, slots=True)
class Ticket:
    """What stands in ``ticket.json``.

    Attributes:
        job: name of the work.
        title: of the text.
        language: of the text (BCP 47).
        trim: finished width and height in millimetres.
        bleed: in millimetres.
        pages: of the file, blanks among them.
        blanks: numbers of the pages that are blank on purpose.
        condition: identifier of the printing condition.
        profile_sha256: hash of its profile.
        ink_limit: in percent, 0 to 400.
        limits: name of the set of limits for the preflight.
        quantity: copies; 0 where it is not known.
        twin: the accessible edition of the same text.
        preflight: rule set, counts and the state, as plain values.
        imposition: of an imposed file.
    """

    job: str
    title: str
    language: str
    trim: tuple[float, float]
    bleed: float
    pages: int
    condition: str
    profile_sha256: str
    ink_limit: float
    limits: str
    file: TicketFile
    parts: tuple[Part, ...] = ()
    blanks: tuple[int, ...] = ()
    binding: Binding = "none"
    edge: Edge = "auto"
    quantity: int = 0
    finishing: tuple[str, ...] = ()
    contact: str = ""
    waivers: tuple[Waiver, ...] = ()
    twin: TicketFile | None = None
    preflight: dict[str, object] | None = None
    imposition: Imposition | None = None
    version: int = TICKET_VERSION
