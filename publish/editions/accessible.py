"""The edition for screen readers, which is also the one for the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import check, compose, finish, render, structure
from publish.model.edition import Edition
from publish.model.form import Form
from publish.model.sisters import versioned

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards.profile import Profile


def accessible(work: Work, house: House, profile: Profile, *, draft: bool = False) -> Edition:
    """Make one PDF for access and for long-term keeping, both standards in the same file.

    `profile` names the pair of standards, for example PDF/UA-1 and PDF/A-2a; a draft is marked as
    one on every page.

    Raises:
        InputFaults: the text or the house has a fault that leaves nothing to draw.
    """
    return pdf("accessible", Form.PAPER, work, house, profile, draft=draft)


def pdf(
    name: str, form: Form, work: Work, house: House, profile: Profile, *, draft: bool
) -> Edition:
    """Make one PDF in a form, with the checks that every PDF has to pass."""
    composed = compose.fill(work, house, draft=draft, form=form)
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, profile, font_folders=house.font_folders)
    # Metadata name the other versions too, where this form of the work has them.
    metadata = versioned(work, house, form).metadata
    content = finish.accessible(rendered, metadata)
    claims = profile.claims(attachments=rendered.attachments)
    verdicts = check.judge(content, plan, claims, composed)
    checks = tuple(verdict.as_check for verdict in verdicts)
    found = [fault for verdict in verdicts for fault in verdict.faults]
    faults = (*composed.faults, *plan.faults, *rendered.faults, *found)
    return Edition(name, "pdf", work, content, claims, checks, faults)
