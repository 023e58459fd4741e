"""The sheet for people beside a print file: what the ticket says, on one page in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import check, compose, finish, render, structure
from publish.compose.job_sheet import SETTINGS
from publish.model.edition import Edition
from publish.model.work import Metadata

if TYPE_CHECKING:
    from publish.model.composed import Composed
    from publish.model.house import House
    from publish.model.ticket import Ticket
    from publish.model.work import Work
    from publish.standards.profile import Profile

NAME = "job-sheet"


def job_sheet(work: Work, house: House, profile: Profile, ticket: Ticket) -> Edition:
    """Make the sheet as one PDF that conforms to what the accessible edition conforms to.

    What would not fit on its page is set closer.

    Raises:
        InputFaults: a layout of the project has a fault that leaves nothing to draw.
    """
    languages = house.press.languages or (work.language,)
    for setting in SETTINGS:
        composed = compose.job_sheet(work, house, ticket, languages, setting)
        plan = structure.plan(composed)
        rendered = render.pages(composed, plan, profile, font_folders=house.font_folders)
        if rendered.page_count <= len(languages):
            break
    content = finish.accessible(rendered, _metadata(composed, ticket))
    claims = profile.claims(attachments=rendered.attachments)
    verdicts = check.judge(content, plan, claims, composed)
    checks = tuple(verdict.as_check for verdict in verdicts)
    found = [fault for verdict in verdicts for fault in verdict.faults]
    faults = (*composed.faults, *plan.faults, *rendered.faults, *found)
    return Edition(NAME, "pdf", work, content, claims, checks, faults)


def _metadata(composed: Composed, ticket: Ticket) -> Metadata:
    title = composed.root.findtext("head/title") or ticket.title
    return Metadata(title, composed.language, identifier=ticket.symbol, created=ticket.date)
