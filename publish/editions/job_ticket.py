"""What the print shop is asked to make of a print file, told by the file and the settings."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from publish import __version__
from publish.check.preflight.facts import facts_of
from publish.errors import OwnError
from publish.model.file_names import file_name
from publish.model.ticket import (
    PROCESS_INKS,
    Part,
    PreflightSummary,
    SummaryHit,
    Ticket,
    TicketFile,
    colours_of,
)
from publish.model.words import direction_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.preflight.facts import Facts
    from publish.check.preflight.report import Report
    from publish.model.house import House
    from publish.model.press import Edge, Paper, Press
    from publish.model.work import Work

#: Leaves are bound so that pages of both sides of a sheet stand in front and at the back.
_BOUND = frozenset({"saddle", "perfect"})

#: Fewer pages than this have no cover of their own: two leaves of cover and one sheet inside.
_WITH_COVER = 8


def job_ticket(content: bytes, work: Work, house: House, *, draft: bool) -> Ticket:
    """Make the ticket of a print file; what the preflight said is added when it is known.

    Args:
        content: the print file, finished.
        work: the text.
        house: its settings for the press.
        draft: whether the file may be given out.
    """
    press, facts = house.press, facts_of(content)
    if press.condition is None or not facts.boxes:
        raise OwnError("a job ticket needs a printing condition and pages")
    left, bottom, right, top = facts.boxes[0].trim
    parts = _parts(press, facts)
    return Ticket(
        job=work.name,
        title=one_line(work.content.title.text),
        language=work.language,
        symbol=one_line(work.content.symbol),
        date=work.metadata.created,
        state="draft" if draft else "release",
        trim=(round(right - left, 2), round(top - bottom, 2)),
        bleed=round(left - facts.boxes[0].bleed[0], 2),
        pages=facts.pages,
        parts=parts,
        condition=one_line(press.condition.identifier),
        condition_name=one_line(press.condition.name),
        profile_sha256=press.condition.sha256,
        ink_limit=press.condition.ink_limit,
        limits=press.limits,
        binding=press.binding,
        edge=_edge(press, work.language),
        cover_paper=None if len(parts) > 1 else _told(press.cover_paper),
        quantity=press.quantity,
        finishing=tuple(filter(None, map(one_line, press.finishing))),
        contact="\n".join(filter(None, map(one_line, press.contact.splitlines()))),
        file=print_file(content, work, facts),
    )


def of_content(ticket: Ticket, content: bytes, *, draft: bool) -> Ticket:
    """Return a ticket for other bytes of the same pages: a draft takes its claims back."""
    file = replace(ticket.file, sha256=hashlib.sha256(content).hexdigest())
    return replace(ticket, file=file, state="draft" if draft else "release")


def with_preflight(ticket: Ticket, report: Report) -> Ticket:
    """Return a ticket that tells what the preflight said."""
    told: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in report.summary.items()
    }
    hits = tuple(
        SummaryHit(hit.rule.number, hit.page, hit.severity.value, hit.detail or hit.rule.title)
        for hit in report.hits
    )
    summary = PreflightSummary(publish=__version__, hits=hits, **told)
    return replace(ticket, preflight=summary)


def one_line(text: str) -> str:
    """Return text without line ends, double spaces and signs that nobody sees."""
    shown = (" " if sign.isspace() else sign for sign in text)
    return " ".join("".join(s for s in shown if unicodedata.category(s) != "Cc").split())


def print_file(content: bytes, work: Work, facts: Facts) -> TicketFile:
    """Return the entry of the print file itself."""
    name = file_name(work.name, work.language, "print", "pdf")
    return TicketFile(name, hashlib.sha256(content).hexdigest(), facts.pages, facts.boxes)


def _edge(press: Press, language: str) -> Edge:
    if press.edge != "auto":
        return press.edge
    return "right" if direction_of(language) == "rtl" else "left"


def _parts(press: Press, facts: Facts) -> tuple[Part, ...]:
    """Part the pages by their paper: a cover that is another one is the outer sheet."""
    last = facts.pages
    if press.cover_paper and press.binding == "saddle" and last >= _WITH_COVER:
        ranges = [("cover", 1, 2), ("inside", 3, last - 2), ("cover", last - 1, last)]
    else:
        ranges = [("inside", 1, last)]
    parts = (_part(name, (start, end), press, facts.inks) for name, start, end in ranges)
    return tuple(parts)


def _part(name: str, pages: tuple[int, int], press: Press, inks: Sequence[tuple[str, ...]]) -> Part:
    paper = _told(press.cover_paper if name == "cover" else press.paper)
    start, end = pages
    front, back = _together(inks[start - 1 : end : 2]), _together(inks[start:end:2])
    every = _together([front, back])
    if press.binding in _BOUND:
        front = back = every
    return Part(name, pages, every, paper, colours_of(front, back))


def _told(paper: Paper | None) -> Paper | None:
    """Return a paper of which something is known."""
    if paper is None or not (paper.kind or paper.weight):
        return None
    return replace(paper, kind=one_line(paper.kind))


def _together(inks: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    met = {ink for page in inks for ink in page}
    spots = sorted(met.difference(PROCESS_INKS))
    return (*(ink for ink in PROCESS_INKS if ink in met), *spots)
