"""From a file of single pages to a file of sheets, with its ticket."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import said_by
from publish.check.preflight.facts import facts_of
from publish.check.xmp_properties import DC, XMP
from publish.errors import InputFaults, WrongCall
from publish.finish.press.identity import identify, saved
from publish.finish.press.sheet.boxes import MM
from publish.finish.press.sheet.marks import length
from publish.impose.cover import cover
from publish.impose.draw import Words, drawn
from publish.impose.flat import Flat
from publish.impose.schemes import fitted, flats, multiple
from publish.impose.source import SAME, Source, opened
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.model.press import Binding
from publish.model.ticket import Imposition, Part, Ticket, TicketFile, colours_of
from publish.model.work import Metadata
from publish.standards.rules import imposing as rules
from publish.standards.standard import Standard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.metadata import About
    from publish.finish.press.sheet.boxes import Box
    from publish.impose.job import Job

_FOR_THE_PRESS = (Standard.X4, Standard.A2B)

#: Schemes whose pages may have more than one size.
_MIXED = frozenset({"roll", "z", "cover"})

#: How the sheets of a scheme become one thing.
_BINDINGS: dict[str, Binding] = {
    "saddle": "saddle",
    "perfect": "perfect",
    "cover": "perfect",
    "roll": "fold",
    "z": "fold",
}


@dataclass(frozen=True, slots=True)
class Imposed:
    """A file of sheets.

    Attributes:
        pdf: the whole file.
        imposition: for the ticket.
        blanks: sides that nothing but marks is on, counted from 1.
        flats: where everything stands.
        faults: warnings.
    """

    pdf: bytes
    imposition: Imposition
    blanks: tuple[int, ...]
    flats: tuple[Flat, ...] = ()
    faults: tuple[Fault, ...] = field(default=())


def impose(
    pdf: bytes, job: Job, *, label: str, ticket: Ticket | None = None, language: str = ""
) -> Imposed:
    """Put the pages of a file in place on sheets.

    Args:
        pdf: single pages, each with a trim box, as ``--edition print`` makes them.
        job: the scheme and its measures.
        label: how faults name the file.
        ticket: of the file, which says where a cover begins.
        language: of the text, where the file does not say it.

    Returns:
        The sheets. The same arguments give the same bytes on any day and machine.

    Raises:
        InputFaults: the file cannot be imposed so.
        WrongCall: what is asked for has no meaning.
    """
    try:
        return _imposed(opened(pdf, label), job, Place(label), ticket, language)
    except (pikepdf.PdfError, RecursionError) as error:
        # Damage deep inside a page is met only when the page is taken.
        raise InputFaults([Fault(rules.UNREADABLE, said_by(error), Place(label))]) from error


def _imposed(
    source: Source, job: Job, place: Place, ticket: Ticket | None, language: str
) -> Imposed:
    about = _metadata(source.about, place.file, language)
    _check_sizes(job, source, place)
    numbers = _padded(job, source, ticket, place)
    sides, warnings = _sides(job, source, len(numbers), about.language, place)
    sheets = len({flat.sheet for flat in sides})
    condition = source.condition
    words = Words(about.title, sheets, job.scheme, condition, job.marks)
    done = drawn(source, sides, numbers, words)
    # The imposed file keeps what the pages declare for the press, and nothing else.
    identify(done, about, [one for one in source.about.claims if one in _FOR_THE_PRESS])
    up = max(len(flat.placed) for flat in sides)
    blanks = tuple(n for n, number in enumerate(numbers, start=1) if number is None)
    trim = source.pages[0].trim
    size = (round(trim.width / MM, 2), round(trim.height / MM, 2))
    creep = job.thickness if job.scheme == "saddle" else 0.0
    told = Imposition(job.scheme, sheets, up, size, len(numbers), blanks, creep)
    if job.marks and not length(sides[0].boxes):
        warnings.append(Fault(rules.NO_ROOM_FOR_MARKS, place=place, severity=Severity.WARNING))
    empty = tuple(n for n, flat in enumerate(sides, start=1) if _is_empty(flat, numbers))
    return Imposed(saved(done), told, empty, sides, (*source.warnings, *warnings))


def ticket_of(imposed: Imposed, ticket: Ticket, name: str, *, rtl: bool) -> Ticket:
    """Return the ticket of an imposed file.

    Its trim, pages and blanks are those of the sheets, so that a preflight can hold the file
    against it; those of the finished pages stand under ``imposition``.

    Args:
        imposed: the sheets.
        ticket: of the file with the single pages.
        name: of the imposed file.
        rtl: whether the spine is at the right.
    """
    scheme = imposed.imposition.scheme
    facts = facts_of(imposed.pdf)
    trim = imposed.flats[0].boxes.trim
    inks = tuple(dict.fromkeys(ink for page in facts.inks for ink in page))
    papers = {part.paper for part in ticket.parts}
    paper = papers.pop() if len(papers) == 1 else None
    return replace(
        ticket,
        trim=(round(trim.width / MM, 2), round(trim.height / MM, 2)),
        pages=facts.pages,
        blanks=imposed.blanks,
        binding=_BINDINGS.get(scheme, "none"),
        edge="right" if rtl else "left",
        parts=(
            Part(
                "cover" if scheme == "cover" else "inside",
                (1, facts.pages),
                inks,
                paper,
                colours_of(inks, inks),
            ),
        ),
        file=TicketFile(name, hashlib.sha256(imposed.pdf).hexdigest(), facts.pages, facts.boxes),
        imposition=imposed.imposition,
        preflight=None,
        waivers=(),
    )


def _check_sizes(job: Job, source: Source, place: Place) -> None:
    first = source.pages[0].trim
    faults = []
    for number, page in enumerate(source.pages, start=1):
        other_width = abs(page.trim.width - first.width) > SAME and job.scheme not in _MIXED
        if other_width or abs(page.trim.height - first.height) > SAME:
            detail = f"page {number} is {_size(page.trim)}, page 1 is {_size(first)}"
            faults.append(Fault(rules.OTHER_SIZE, detail, place, page=number))
    if faults:
        raise InputFaults(faults[:5])


def _size(box: Box) -> str:
    return f"{box.width / MM:.4g} x {box.height / MM:.4g} mm"


def _padded(job: Job, source: Source, ticket: Ticket | None, place: Place) -> list[int | None]:
    """Return the pages in order, counted from 0, with ``None`` for each blank that was asked for.

    Raises:
        InputFaults: pages are missing, and nobody said that blanks may stand for them.
        WrongCall: the blanks are to stand where no page is.
    """
    numbers: list[int | None] = [*range(len(source.pages))]
    if job.scheme == "cover":
        return numbers
    by = multiple(job, source, place)
    missing = -len(numbers) % by
    leaflet = job.scheme in _BINDINGS and _BINDINGS[job.scheme] == "fold"
    if leaflet and len(numbers) != by:
        raise InputFaults([_not_enough(job, len(numbers), by, place)])
    if not missing:
        return numbers
    if not job.pad:
        raise InputFaults([_not_enough(job, len(numbers), by, place)])
    at = job.blanks_at - 1 if job.blanks_at else _before_the_back(numbers, ticket)
    if not 0 <= at <= len(numbers):
        raise WrongCall(
            f"--blanks-at {job.blanks_at} names no page\n"
            f"  hint the file has {len(numbers)} pages; {len(numbers) + 1} means behind the last"
        )
    return [*numbers[:at], *[None] * missing, *numbers[at:]]


def _not_enough(job: Job, count: int, by: int, place: Place) -> Fault:
    lower, upper = count // by * by, -(-count // by) * by
    would = f"{lower} or {upper} would do" if lower else f"{upper} would do"
    detail = f"{count} pages; {job.scheme} takes them by {by}: {would}"
    if job.scheme in {"roll", "z"}:
        detail = f"{count} pages, and {job.panels} panels with two sides each are {by}"
        return Fault(rules.PANELS, detail, place)
    return Fault(rules.NOT_A_MULTIPLE, detail, place)


def _before_the_back(numbers: list[int | None], ticket: Ticket | None) -> int:
    """Return where blanks come if nobody says it: before a cover at the back, or at the end."""
    last = len(numbers)
    for part in ticket.parts if ticket else ():
        if part.name == "cover" and part.pages[1] == last and part.pages[0] > 1:
            return part.pages[0] - 1
    return last


def _sides(
    job: Job, source: Source, pages: int, language: str, place: Place
) -> tuple[tuple[Flat, ...], list[Fault]]:
    if job.scheme == "cover":
        return cover(job, source, language, place), []
    laid = flats(job, source, pages, place)
    if job.scheme not in {"roll", "z"}:
        return laid, []
    both = [fitted(flat, job, source, place) for flat in laid]
    return tuple(flat for flat, _ in both), [one for _, found in both for one in found]


def _is_empty(flat: Flat, numbers: Sequence[int | None]) -> bool:
    return not flat.drawn and all(numbers[one.page] is None for one in flat.placed)


def _metadata(about: About, label: str, language: str) -> Metadata:
    """Return what the file says about itself, for the imposed one to say the same."""
    said = about.properties
    date = said.get(XMP + "CreateDate", "")[:10]
    try:
        created = datetime.date.fromisoformat(date)
    except ValueError:
        created = None
    return Metadata(
        title=about.title or about.info.get("Title", "") or label,
        language=said.get(DC + "language", "") or about.language or language,
        description=said.get(DC + "description", ""),
        creators=tuple(filter(None, about.info.get("Author", "").split("; "))),
        subjects=tuple(filter(None, about.info.get("Keywords", "").split(", "))),
        rights=said.get(DC + "rights", ""),
        identifier=said.get(DC + "identifier", ""),
        created=created,
    )
