"""The edition for those who see little: large letters on a page made for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.editions.accessible import pdf
from publish.model.form import Form

if TYPE_CHECKING:
    from publish.model.edition import Edition
    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards.profile import Profile


def large_print(work: Work, house: House, profile: Profile, *, draft: bool = False) -> Edition:
    """Make one PDF in large print; it conforms to what the accessible edition conforms to.

    Raises:
        InputFaults: the text or the house has a fault that leaves nothing to draw.
    """
    return pdf("large-print", Form.LARGE_PRINT, work, house, profile, draft=draft)
