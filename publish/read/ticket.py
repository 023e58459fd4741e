"""A job ticket read: strictly, since a print shop does what it says.

Whoever changes a ticket by hand, such as its quantity or a waiver, is told of every entry that
nobody knows, that has the wrong form, or that contradicts another one; then nothing is read.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from publish.errors import InputFaults, StorageFailed
from publish.model.press import Paper
from publish.model.ticket import (
    TICKET_VERSION,
    Boxes,
    Imposition,
    Part,
    PreflightSummary,
    SummaryHit,
    Ticket,
    TicketFile,
    Waiver,
)
from publish.read import json_data
from publish.read import ticket_fields as fields
from publish.read.field_faults import Rulings, held
from publish.read.findings import Findings
from publish.standards.rules import tickets as rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.read.front_matter import FrontMatter

_RULINGS = Rulings(
    rules.UNKNOWN_KEY,
    rules.WRONG_VALUE,
    rules.MISSING_KEY,
    add='write  "{key}": …',
    words={
        "date_type": "it must be a date between quotation marks: 2026-03-12",
        "list_type": "it must be a list: [ … ]",
        "dict_type": "it must be a group of entries: {{ … }}",
        "model_type": "it must be a group of entries: {{ … }}",
        "too_short": "it has {actual_length} entries; {min_length} are needed",
        "string_too_long": "it has more than {max_length} characters",
        "greater_than": "it must be more than {gt:g}",
        "finite_number": "it must be a number",
        fields.LINE: "it must be text on one line, and not empty",
        fields.LINES: "it holds a sign that cannot be printed",
        fields.HASH: "it must be 64 digits of a hash (0 to 9, a to f)",
        fields.FILE_NAME: "it must be the name of a file, without a folder",
        fields.RULE: "it must be the number of a rule, such as G31",
        rf"^$|{fields.PLATES}": "it must be colours such as 4/4, 1/1 K or 4+1/4 PANTONE 2945 C",
    },
)


def ticket_beside(file: Path) -> Path | None:
    """Return the ticket beside a print file, as both are named when they are made."""
    stems = dict.fromkeys((file.stem.removesuffix(".print"), file.stem))
    beside = (file.with_name(f"{stem}.ticket.json") for stem in stems)
    return next((one for one in beside if one.is_file()), None)


def ticket(file: Path) -> Ticket:
    """Read a ticket.

    Raises:
        StorageFailed: the file cannot be read.
        InputFaults: something is wrong with it; all faults at once, with line and key.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(json_data.LARGEST + 1)
    except OSError as error:
        raise StorageFailed(
            f"{file} cannot be read: {error.strerror or error}\n"
            "  hint name the ticket that publish wrote beside the print file"
        ) from error
    return ticket_of(content, file.name)


def ticket_of(content: bytes, label: str) -> Ticket:
    """Read the bytes of a ticket.

    Args:
        content: the whole file.
        label: how faults name it.

    Raises:
        InputFaults: as `ticket`.
    """
    findings = Findings(label)
    data = json_data.whole(content, findings, rules.UNREADABLE)
    found = _held(data, findings) if data else None
    if data and found and not findings.faults:
        _contradictions(found, data, findings)
    if findings.faults or not found:
        raise InputFaults(findings.faults)
    return _made(found)


def _held(data: FrontMatter, findings: Findings) -> fields.TicketFields | None:
    version = data.values.get("version")
    # True is 1 for Python, and for no ticket.
    if version is not None and (version != TICKET_VERSION or isinstance(version, bool)):
        detail = f"version {version}; known is {TICKET_VERSION}"
        findings.fault(rules.OTHER_VERSION, data.line_of(("version",)), detail)
        return None
    if isinstance(said := data.values.get("date"), str):
        data.values["date"] = _date(said)
    return held(data.values, fields.TicketFields, data, findings, _RULINGS)


def _date(said: str) -> datetime.date | str:
    """Return the date that a text means; the text itself, which is refused, if it means none."""
    try:
        return datetime.date.fromisoformat(said)
    except ValueError:
        return said


def _contradictions(found: fields.TicketFields, data: FrontMatter, findings: Findings) -> None:
    for path, words in (*_of_pages(found), *_of_inks(found), *_of_boxes(found)):
        findings.fault(rules.CONTRADICTION, data.line_of(path), words)


_Contradiction = tuple[tuple[str | int, ...], str]


def _of_pages(found: fields.TicketFields) -> Iterator[_Contradiction]:
    """Yield what cannot be, on account of the number of pages."""
    last = found.pages
    if found.file.pages not in (0, last):
        yield ("file", "pages"), f"pages: {last}, and file, pages: {found.file.pages}"
    holders = (((), "parts", found.parts), (("file",), "boxes", found.file.boxes))
    for above, name, holder in holders:
        for n, (start, end) in enumerate(one.pages for one in holder):
            if not start <= end <= last:
                words = f"{name} {n + 1}, pages: {start} to {end} of {last} pages"
                yield (*above, name, n, "pages"), words
    for n, page in enumerate(found.blanks):
        if page > last:
            yield ("blanks", n), f"blanks: page {page} of {last} pages"
    for n, waiver in enumerate(found.waivers):
        if (waiver.page or 1) > last:
            yield ("waivers", n, "page"), f"waivers {n + 1}: page {waiver.page} of {last} pages"


def _of_inks(found: fields.TicketFields) -> Iterator[_Contradiction]:
    for n, part in enumerate(found.parts):
        sides = part.colours.partition(" ")[0].split("/") if part.colours else []
        most = max((sum(map(int, side.split("+"))) for side in sides), default=0)
        if most > len(part.inks):
            words = f"parts {n + 1}: colours {part.colours}, and {len(part.inks)} inks"
            yield ("parts", n, "colours"), words


def _of_boxes(found: fields.TicketFields) -> Iterator[_Contradiction]:
    """Yield boxes of another size than the trim of the job; a tenth of a millimetre is none."""
    for n, boxes in enumerate(found.file.boxes):
        left, bottom, right, top = boxes.trim
        size = (right - left, top - bottom)
        if any(abs(one - other) > 0.1 for one, other in zip(size, found.trim, strict=True)):
            words = f"trim: {found.trim[0]:g} × {found.trim[1]:g} mm, and boxes {n + 1}: "
            yield ("file", "boxes", n, "trim"), f"{words}{size[0]:g} × {size[1]:g} mm"


def _made(found: fields.TicketFields) -> Ticket:
    own = {
        "trim": (found.trim[0], found.trim[1]),
        "blanks": tuple(found.blanks),
        "finishing": tuple(found.finishing),
        "parts": tuple(_part(one) for one in found.parts),
        "file": _file(found.file),
        "twin": _file(found.twin) if found.twin else None,
        "cover_paper": _paper(found.cover_paper),
        "waivers": tuple(Waiver(**dict(one)) for one in found.waivers),
        "preflight": _preflight(found.preflight) if found.preflight else None,
        "imposition": _imposition(found.imposition) if found.imposition else None,
    }
    plain: dict[str, Any] = dict(found)
    return Ticket(**(plain | own))


def _imposition(one: fields.ImpositionFields) -> Imposition:
    own: dict[str, Any] = {"trim": tuple(one.trim), "blanks": tuple(one.blanks)}
    return Imposition(**(dict(one) | own))


def _part(one: fields.PartFields) -> Part:
    pages = (one.pages[0], one.pages[1])
    return Part(one.name, pages, tuple(one.inks), _paper(one.paper), one.colours)


def _paper(one: fields.PaperFields | None) -> Paper | None:
    return Paper(one.kind, one.weight, one.bulk) if one else None


def _file(one: fields.FileFields) -> TicketFile:
    return TicketFile(one.name, one.sha256, one.pages, tuple(_boxes(each) for each in one.boxes))


def _boxes(one: fields.BoxesFields) -> Boxes:
    media, bleed, trim = (
        (edges[0], edges[1], edges[2], edges[3]) for edges in (one.media, one.bleed, one.trim)
    )
    return Boxes((one.pages[0], one.pages[1]), media, bleed, trim)


def _preflight(one: fields.PreflightFields) -> PreflightSummary:
    told: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in one
    }
    return PreflightSummary(**told | {"hits": tuple(SummaryHit(**dict(hit)) for hit in one.hits)})
