"""What goes to the print shop beside a print file: the ticket, and the sheet for people.

Both tell the hash of the file, so they are made when nothing changes it any more.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from publish import finish
from publish.editions.job_sheet import job_sheet
from publish.editions.job_ticket import of_content
from publish.model.edition import Edition
from publish.model.file_names import file_name
from publish.model.ticket import TicketFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.model.house import House
    from publish.standards.profile import Profile

TICKET = "ticket"
_TWIN = "accessible"


def twins_of(editions: Iterable[Edition]) -> dict[tuple[str, str], Edition]:
    """Return the accessible editions by work and language, to be named in the tickets."""
    return {(one.work.name, one.work.language): one for one in editions if one.name == _TWIN}


def job_papers(
    edition: Edition, twin: Edition | None, house: House, profile: Profile, *, draft: bool
) -> tuple[Edition, ...]:
    """Make ticket and job sheet of a print file; nothing for other editions.

    Args:
        edition: as it will be written.
        twin: the accessible edition of the same text, where it is made in the same run.
        house: the settings of the text.
        profile: which standards the sheet claims.
        draft: whether the files may be given out.

    Raises:
        InputFaults: a layout of the project has a fault that leaves no sheet.
    """
    if edition.ticket is None:
        return ()
    ticket = of_content(edition.ticket, edition.content, draft=draft)
    ticket = replace(ticket, twin=_named(twin) if twin else None)
    written = Edition(TICKET, "json", edition.work, finish.ticket_json(ticket))
    return written, job_sheet(edition.work, house, profile, ticket)


def _named(edition: Edition) -> TicketFile:
    work = edition.work
    name = file_name(work.name, work.language, edition.name, edition.suffix)
    return TicketFile(name, hashlib.sha256(edition.content).hexdigest())
