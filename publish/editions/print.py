"""The edition for the print shop: one file of single pages, in the inks of one press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish import check, compose, finish, render, structure
from publish.check.preflight.job_limits import with_ink_limit
from publish.check.preflight.run import preflight
from publish.editions.job_ticket import job_ticket, with_preflight
from publish.editions.waived import faults_of_waivers, waivers_of
from publish.errors import InputFaults
from publish.model.edition import Edition
from publish.model.fault import Fault
from publish.model.form import Form
from publish.model.place import Place
from publish.model.sisters import versioned
from publish.read import PROJECT_FILE
from publish.standards.limits import limits
from publish.standards.rules import printing

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards.limits import Limits
    from publish.standards.profile import Profile


def print_ready(work: Work, house: House, profile: Profile, *, draft: bool = False) -> Edition:
    """Make one PDF for a press: PDF/X-4 and PDF/A-2b, without tags and links, held by a preflight.

    It is drawn in the colours of the screen as all other PDF are, and then changed as a whole;
    `profile` is that of the drawing and claims nothing here. A draft is marked on every page.

    Raises:
        InputFaults: the text or the house has a fault that leaves nothing to draw, or the
            settings name no condition that can be printed in.
    """
    if house.press.condition is None:
        raise InputFaults([Fault(printing.NO_CONDITION, place=Place(PROJECT_FILE))])
    composed = compose.fill(work, house, draft=draft, form=Form.PRINT)
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, profile, font_folders=house.font_folders)
    press = finish.house_inks(house)
    content = finish.press_ready(rendered, versioned(work, house, Form.PRINT).metadata, press)
    ticket = job_ticket(content, work, house, draft=draft)
    ticket = replace(ticket, waivers=waivers_of(work, house, ticket.pages))
    report = preflight(content, limits=limits_of(house), ticket=ticket, twin=rendered.pdf)
    verdicts = check.press_verdicts(report)
    checks = tuple(verdict.as_check for verdict in verdicts)
    found = [rendered.placed(fault) for verdict in verdicts for fault in verdict.faults]
    found += faults_of_waivers(work, house, report)
    faults = (*composed.faults, *plan.faults, *rendered.faults, *found)
    told = with_preflight(ticket, report)
    return Edition("print", "pdf", work, content, press.claims, checks, faults, ticket=told)


def limits_of(house: House) -> Limits:
    """Return what the file of a house is held against; no more ink than its condition allows."""
    press = house.press
    is_own = press.limits.endswith(".toml") and house.folder is not None
    found = limits(house.folder / press.limits if is_own and house.folder else press.limits)
    return with_ink_limit(found, press.condition.ink_limit if press.condition else 0)
