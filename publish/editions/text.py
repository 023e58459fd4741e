"""The edition for newsrooms: plain text, to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import check, compose, finish
from publish.model.edition import Edition
from publish.model.form import Form

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards.profile import Profile


def text(work: Work, house: House, profile: Profile, *, draft: bool = False) -> Edition:
    """Make one plain text; a draft says so in its first line.

    Raises:
        InputFaults: the text or the house has a fault that leaves nothing to write.
    """
    composed = finish.without_codes(compose.fill(work, house, draft=draft, form=Form.TEXT))
    plain = finish.plain_text(composed, compose.wording(house, work.language), house.text_width)
    verdict = check.text_words(plain.content, plain.added, plain.notes_at, composed)
    faults = (*composed.faults, *verdict.faults)
    return Edition("text", "txt", work, plain.content, (), (verdict.as_check,), faults)
