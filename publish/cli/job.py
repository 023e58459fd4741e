"""The job of a print file: its ticket, and the limits that the file is held against."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from publish import read

if TYPE_CHECKING:
    from publish.model.ticket import Ticket
    from publish.standards.limits import Limits


def limits_of(
    file: Path, content: bytes, *, named: str = "", condition: str = "", ticket: Path | None = None
) -> Limits:
    """Return the limits that a file is held against.

    Those that somebody names; else those of its ticket; else those of the condition that it is
    made for.

    Args:
        file: where it lies.
        content: its bytes.
        named: by the caller; a set of ours, or a file.
        condition: assumed by the caller in place of what the file and its ticket say, by its
            identifier.
        ticket: of the file, named by the caller; without it, the one beside the file counts.

    Raises:
        WrongCall: there are no such limits.
        StorageFailed: the ticket cannot be read.
        InputFaults: the ticket has faults.
    """
    from publish.check.preflight.job_limits import (
        condition_of,
        limits_of_condition,
        limits_of_ticket,
    )
    from publish.standards.limits import limits

    if named:
        return limits(named)
    if condition:
        return limits_of_condition(condition)
    place = ticket or read.ticket_beside(file)
    job = read.ticket(place) if place else None
    if job and place and (ticket or is_of(job, content)):
        return limits_of_ticket(job, place.parent)
    return limits_of_condition(condition_of(content))


def twin_beside(place: Path | None, ticket: Ticket | None) -> bytes | None:
    """Return the accessible edition that a ticket names, if it lies beside the ticket unchanged.

    Args:
        place: of the ticket.
        ticket: what stands in it.
    """
    if place is None or ticket is None or ticket.twin is None:
        return None
    named = ticket.twin
    file = place.parent / named.name
    if Path(named.name).name != named.name or not file.is_file():
        return None
    with suppress(OSError):
        content = file.read_bytes()
        return content if hashlib.sha256(content).hexdigest() == named.sha256 else None
    return None


def is_of(ticket: Ticket, content: bytes) -> bool:
    """Whether a ticket speaks of these bytes, and not of an older version of the file."""
    return ticket.file.sha256 == hashlib.sha256(content).hexdigest()
