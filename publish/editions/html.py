"""The edition for browsers: a web page that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import check, compose, finish
from publish.model.edition import Edition
from publish.model.form import Form

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards.profile import Profile


def html(work: Work, house: House, profile: Profile, *, draft: bool = False) -> Edition:
    """Make one web page for a phone, a screen reader and a printer.

    A draft says so at its head.

    Raises:
        InputFaults: the text or the house has a fault that leaves nothing to show.
    """
    composed = finish.foot_last(compose.fill(work, house, draft=draft, form=Form.WEB))
    wording = compose.wording(house, work.language)
    page = finish.web(composed, work, house, wording, compose.faces(house, work.language))
    verdict = check.web_words(page, composed)
    faults = (*composed.faults, *finish.heavy_pictures(composed), *verdict.faults)
    return Edition("html", "html", work, page, (), (verdict.as_check,), faults)
