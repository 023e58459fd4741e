"""What a person lets pass in the print file of a text, as the settings say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.preflight.report import Outcome
from publish.check.preflight.rule import RULES
from publish.editions.job_ticket import one_line
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.model.ticket import Waiver
from publish.read import PROJECT_FILE
from publish.standards.rules import storage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.report import Report
    from publish.model.house import House
    from publish.model.press import WorkWaiver
    from publish.model.work import Work


def waivers_of(work: Work, house: House, pages: int) -> tuple[Waiver, ...]:
    """Return the waivers of a text, without those of pages that its file does not have."""
    return tuple(_waiver(one) for one in _of(work, house) if (one.page or 1) <= pages)


def faults_of_waivers(work: Work, house: House, report: Report) -> Iterator[Fault]:
    """Yield a fault for each rule that nobody knows, and a warning for what waives nothing.

    A rule that was not measured here may still be broken where the file goes.
    """
    unmeasured = {one.rule.number for one in report.results if one.outcome is Outcome.NOT_MEASURED}
    for one in _of(work, house):
        place = Place(PROJECT_FILE, one.line)
        if one.rule not in RULES:
            detail = f"print, waivers: there is no rule {one.rule}"
            hint = "copy the number from the fault that is to be waived"
            yield Fault(storage.WRONG_SETTING, detail, place, hint=hint)
        elif (one.page or 1) > report.pages or (
            _waiver(one) in report.unused and one.rule not in unmeasured
        ):
            where = f" on page {one.page}" if one.page else ""
            detail = f"print, waivers: {one.rule} has nothing to waive{where} in {work.name}"
            hint = "take the entry out; what it let pass is mended"
            yield Fault(storage.WRONG_SETTING, detail, place, hint=hint, severity=Severity.WARNING)


def _of(work: Work, house: House) -> Iterator[WorkWaiver]:
    for one in house.press.waivers:
        if one.work == work.name and one.language in ("", work.language):
            yield one


def _waiver(one: WorkWaiver) -> Waiver:
    return Waiver(one.rule, one.page, one_line(one.person), one_line(one.reason))
