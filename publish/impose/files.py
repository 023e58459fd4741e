"""One file imposed on disk: its ticket read, and both written beside it, or neither."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish import read
from publish.check.preflight.job_limits import limits_of_condition
from publish.deliver import storage
from publish.errors import InputFaults, StorageFailed
from publish.finish import ticket_json
from publish.impose.run import Imposed, impose, ticket_of
from publish.impose.source import opened
from publish.model.fault import Fault
from publish.model.place import Place
from publish.model.ticket import Ticket, TicketFile
from publish.model.words import direction_of
from publish.standards.rules import imposing as rules

if TYPE_CHECKING:
    from pathlib import Path

    from publish.impose.job import Job
    from publish.impose.source import Source
    from publish.model.press import Edge

#: More than this is no print file of anybody.
_LARGEST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it.

    Attributes:
        pdf: the imposed file.
        ticket: the file of its ticket; ``None`` where the file does not say for which printing
            condition it is made, so that nothing can be promised to a print shop.
        imposed: what was written.
    """

    pdf: Path
    ticket: Path | None
    imposed: Imposed


def impose_file(
    file: Path, job: Job, *, edge: Edge = "auto", ticket: Path | None = None, folder: Path | None
) -> Written:
    """Impose a file, and write ``FILE.SCHEME.pdf`` with its ticket.

    Args:
        file: single pages.
        job: how; its direction is found here.
        edge: where the spine is; ``auto`` asks the ticket, and then the language of the text.
        ticket: of the file; the one beside it, unless said otherwise.
        folder: where the files go; beside the file, unless said otherwise.

    Raises:
        StorageFailed: a file could not be read or written.
        InputFaults: the file or its ticket has faults; nothing is written.
    """
    content = _content(file)
    known = _ticket(file, ticket, content)
    source = opened(content, file.name)
    language = known.language if known else _language(source)
    job = replace(job, rtl=_rtl(edge, known, language))
    imposed = impose(content, job, label=file.name, ticket=known, language=language)
    home = folder or file.parent
    target = home / f"{file.stem}.{job.scheme}.pdf"
    known = known or _own_ticket(file, content, source, language)
    files = {target: imposed.pdf}
    beside = target.with_suffix(".ticket.json") if known else None
    if known and beside:
        files[beside] = ticket_json(ticket_of(imposed, known, target.name, rtl=job.rtl))
    _write(files)
    return Written(target, beside, imposed)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise StorageFailed(f"{file} is larger than any print file")
        return file.read_bytes()
    except OSError as error:
        raise StorageFailed(
            f"{file} cannot be read: {error.strerror or error}\n  hint check its spelling"
        ) from error


def _ticket(file: Path, named: Path | None, content: bytes) -> Ticket | None:
    """Return the ticket of a file, if there is one.

    Raises:
        InputFaults: it is the ticket of another file, or of an older version of this one.
    """
    path = named or read.ticket_beside(file)
    if path is None:
        return None
    found = read.ticket(path)
    if found.file.sha256 != hashlib.sha256(content).hexdigest():
        raise InputFaults([Fault(rules.OTHER_TICKET, file.name, Place(path.name))])
    return found


def _language(source: Source) -> str:
    found = source.about.properties.get("{http://purl.org/dc/elements/1.1/}language", "")
    return found or source.about.language


def _rtl(edge: Edge, ticket: Ticket | None, language: str) -> bool:
    if edge == "auto" and ticket and ticket.edge != "auto":
        edge = ticket.edge
    return edge == "right" if edge != "auto" else direction_of(language) == "rtl"


def _own_ticket(file: Path, content: bytes, source: Source, language: str) -> Ticket | None:
    """Make the ticket of a file that has none, with what the file itself says."""
    identifier, profile = source.condition, source.profile
    if not identifier or not profile:
        return None
    digest = hashlib.sha256(profile).hexdigest()
    numbers = limits_of_condition(identifier)
    return Ticket(
        job=file.stem,
        title=source.about.title or file.stem,
        language=language or "und",
        trim=(0.0, 0.0),
        bleed=round(source.bleed * 25.4 / 72, 2),
        pages=len(source.pages),
        condition=identifier,
        profile_sha256=digest,
        ink_limit=numbers.ink_limit,
        limits=numbers.name,
        file=TicketFile(file.name, hashlib.sha256(content).hexdigest()),
    )


def _write(files: dict[Path, bytes]) -> None:
    """Write all files or none: each beside its place first, then all into their places."""
    staged = {path: path.with_name(f".{path.name}.new") for path in files}
    with storage.plain_words("write the imposed file"):
        try:
            for path, content in files.items():
                staged[path].unlink(missing_ok=True)
                storage.write(staged[path], content)
            for path, new in staged.items():
                new.replace(path)
        finally:
            for new in staged.values():
                new.unlink(missing_ok=True)
