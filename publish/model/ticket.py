"""The job ticket: what a print shop is asked to make of a file.

`publish.finish.ticket_json` writes it and `publish.read.ticket` reads it; what each entry means
stands here and in the reference page, which is made from the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

    from publish.model.press import Binding, Edge, Paper

#: Of the ticket's own form; a reader refuses one that it does not know.
TICKET_VERSION = 1

#: Process inks, in the order in which they are named.
PROCESS_INKS = ("Cyan", "Magenta", "Yellow", "Black")
_LETTERS = dict(zip(PROCESS_INKS, "CMYK", strict=True))

#: Left, bottom, right and top edge of a box in millimetres, from the origin of the page.
Box = tuple[float, float, float, float]

#: Whether the file may be printed and given out.
State = Literal["draft", "release"]

#: What came of the preflight as a whole.
PreflightState = Literal["passed", "failed", "incomplete"]


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that are printed alike.

    Attributes:
        name: ``inside`` or ``cover``; a cover in front and one at the back are two parts.
        pages: first and last, counted from 1.
        inks: names of all plates, process inks first, for example
            ``("Cyan", "Magenta", "Yellow", "Black")``.
        colours: the same in the shorthand of print shops, front and back: ``4/4``, ``1/1 K``.
        paper: where it is known.
    """

    name: str
    pages: tuple[int, int]
    inks: tuple[str, ...]
    paper: Paper | None = None
    colours: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of some pages that follow each other.

    Attributes:
        pages: first and last, counted from 1.
        media: the sheet with its slug.
        bleed: as far as colour goes.
        trim: where the page is cut.
    """

    pages: tuple[int, int]
    media: Box
    bleed: Box
    trim: Box


@dataclass(frozen=True, slots=True)
class TicketFile:
    """One file that belongs to the job.

    Attributes:
        name: of the file, beside the ticket; no folder.
        sha256: in hexadecimal.
        pages: how many; 0 where nobody counted them.
        boxes: of all pages; empty where they do not matter.
    """

    name: str
    sha256: str
    pages: int = 0
    boxes: tuple[Boxes, ...] = ()


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
class SummaryHit:
    """One finding of the preflight, as the ticket repeats it.

    Attributes:
        rule: its number.
        page: counted from 1; ``None`` for the whole file.
        severity: ``fault`` or ``warning``.
        detail: in words.
    """

    rule: str
    page: int | None
    severity: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PreflightSummary:
    """What the preflight said when the file was made.

    Attributes:
        publish: version of the program.
        rule_set: of the list of rules.
        limits: name of the set of limits.
        state: ``passed``, ``failed``, or ``incomplete`` while a rule is not measured.
        passed: how many rules did.
        failed, passed_with_warnings, waived, not_measured: numbers of the rules that ended so.
        hits: what stands against the file, in the order of the report.
    """

    publish: str
    rule_set: int
    limits: str
    state: PreflightState
    passed: int = 0
    failed: tuple[str, ...] = ()
    passed_with_warnings: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    not_measured: tuple[str, ...] = ()
    hits: tuple[SummaryHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Imposition:
    """How pages stand on the sheets of an imposed file.

    Attributes:
        scheme: for example ``saddle``.
        sheets: number of sheets, each with two sides.
        up: pages on one side of a sheet.
        trim: finished width and height of a page, in millimetres; that of the ticket is the
            sheet's.
        pages: finished ones, blanks among them.
        blanks: numbers of the finished pages that are blank on purpose.
        creep: of a booklet: by how many millimetres the pages of each sheet stand nearer to the
            fold, and are cut nearer to it, than those of the sheet around it.
    """

    scheme: str
    sheets: int
    up: int
    trim: tuple[float, float] = (0.0, 0.0)
    pages: int = 0
    blanks: tuple[int, ...] = ()
    creep: float = 0.0


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
        condition: identifier of the printing condition.
        profile_sha256: hash of its profile.
        ink_limit: in percent, 0 to 400.
        limits: name of the set of limits for the preflight.
        file: the print file.
        parts: pages that are printed alike, with their inks and paper.
        blanks: numbers of the pages that are blank on purpose.
        binding: how the leaves are held together.
        edge: where; never ``auto`` in a ticket of ours.
        quantity: copies; 0 where it is not known.
        finishing: in the words of the shop.
        contact: who answers questions about the job.
        waivers: findings that somebody has let pass.
        twin: the accessible edition of the same text.
        preflight: what it said when the file was made.
        imposition: of an imposed file.
        state: a draft must not be printed.
        symbol: document symbol of the text.
        date: of the text, never of the run.
        condition_name: of the printing condition, in words.
        cover_paper: of a cover that is a file of its own.
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
    preflight: PreflightSummary | None = None
    imposition: Imposition | None = None
    version: int = TICKET_VERSION
    state: State = "release"
    symbol: str = ""
    date: datetime.date | None = None
    condition_name: str = ""
    cover_paper: Paper | None = None


def colours_of(front: tuple[str, ...], back: tuple[str, ...]) -> str:
    """Return the colours of two sides as print shops write them.

    Process inks are counted, and named where they are not all four; spot inks are counted and
    named: ``4/4``, ``4/0``, ``1/1 K``, ``4+1/4 PANTONE 2945 C``.

    Args:
        front: names of the inks on the front.
        back: of those on the back; empty where it is not printed.
    """
    used = dict.fromkeys((*front, *back))
    process = "".join(_LETTERS[ink] for ink in PROCESS_INKS if ink in used)
    spots = [ink for ink in used if ink not in PROCESS_INKS]
    named = [process, *spots] if 0 < len(process) < len(PROCESS_INKS) else spots
    sides = (_count(side, len(process)) for side in (front, back))
    return f"{'/'.join(sides)} {', '.join(named)}".rstrip()


def _count(side: tuple[str, ...], most: int) -> str:
    """Count the inks of a side; nobody orders three of the four process inks."""
    process = sum(ink in PROCESS_INKS for ink in side)
    spots = len(side) - process
    if process > 1 and most == len(PROCESS_INKS):
        process = most
    return "+".join(str(count) for count in (process, spots) if count) or "0"
