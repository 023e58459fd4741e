"""What goes to the print shop beside a print file: the ticket, and the sheet for people.

Both tell the hash of the file, so they are made when nothing changes it any more.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from publish import deliver, finish
from publish.editions.job_sheet import job_sheet
from publish.editions.job_ticket import of_content
from publish.model.edition import Edition
from publish.model.file_names import file_name
from publish.model.ticket import TicketFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards.profile import Profile

TICKET = "ticket"
_TWIN = "accessible"


class Twins:
    """Finds the accessible edition of a text: of this run, or of an earlier one.

    An earlier one counts if it was made from the text as it is now, in the same state.
    """

    def __init__(self, editions: Iterable[Edition], output: Path, *, draft: bool) -> None:
        """Look for twins.

        Args:
            editions: of this run, as they will be written.
            output: where earlier runs have written.
            draft: whether this run makes drafts.

        Raises:
            StorageFailed: there is a manifest, but not one that this version understands.
        """
        made = [one for one in editions if one.name == _TWIN]
        self._made = {(one.work.name, one.work.language): one for one in made}
        self._output = output
        self._earlier = deliver.delivered(output, draft=draft)

    def of(self, work: Work) -> TicketFile | None:
        """Return the twin of a text by its name and hash."""
        if edition := self._made.get((work.name, work.language)):
            name = file_name(work.name, work.language, edition.name, edition.suffix)
            return TicketFile(name, hashlib.sha256(edition.content).hexdigest())
        entry = self._earlier.get((work.name, work.language, _TWIN))
        if entry and deliver.is_current(entry, work, self._output):
            return TicketFile(entry.path.rpartition("/")[2], entry.sha256)
        return None


def job_papers(
    edition: Edition, twins: Twins, house: House, profile: Profile, *, draft: bool
) -> tuple[Edition, ...]:
    """Make ticket and job sheet of a print file; nothing for other editions.

    Args:
        edition: as it will be written.
        twins: find the accessible edition of the same text.
        house: the settings of the text.
        profile: which standards the sheet claims.
        draft: whether the files may be given out.

    Raises:
        InputFaults: a layout of the project has a fault that leaves no sheet.
    """
    if edition.ticket is None:
        return ()
    ticket = of_content(edition.ticket, edition.content, draft=draft)
    ticket = replace(ticket, twin=twins.of(edition.work))
    written = Edition(TICKET, "json", edition.work, finish.ticket_json(ticket))
    return written, job_sheet(edition.work, house, profile, ticket)
