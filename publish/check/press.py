"""What the preflight says of a file of ours, as the verdicts and faults that all checks have.

Two verdicts: PDF/X-4 is a standard that the file claims; what print shops ask for on top depends
on the shop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.preflight.report import Outcome as Came
from publish.check.verdict import Outcome, Verdict
from publish.model import Fault, Severity
from publish.standards import Standard
from publish.standards.limits import limits
from publish.standards.rules import printing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.check.preflight.hit import Hit
    from publish.check.preflight.report import Report, Result
    from publish.standards.ruling import Ruling

X4 = f"{Standard.X4.title}, by our preflight"
SHOP = "rules of print shops, by our preflight"

#: A file for the press claims nothing else.
_CLAIMS = frozenset({Standard.X4, Standard.A2B})

#: So many findings of one rule are told; the same again would hide the others.
_MOST = 4

_OF_X4 = "X"


def is_for_press(claims: Sequence[Standard]) -> bool:
    """Whether a file that claims these standards is made for a press, and for no reader."""
    return bool(claims) and _CLAIMS.issuperset(claims)


def press_verdicts(report: Report) -> tuple[Verdict, Verdict]:
    """Return what a report says of PDF/X-4, and of the rules of print shops.

    A rule that was not measured makes its verdict ``not checked``, whatever the others say, unless
    one of them has failed.
    """
    of_standard = [one for one in report.results if one.rule.number.startswith(_OF_X4)]
    others = [one for one in report.results if not one.rule.number.startswith(_OF_X4)]
    return (
        _verdict(X4, of_standard, printing.PRESS_RULE_BROKEN),
        _verdict(SHOP, others, printing.SHOP_RULE_BROKEN, f"limits: {report.limits}"),
    )


def x4_verdict(pdf: bytes) -> Verdict:
    """Judge any file by the rules of PDF/X-4 alone, which depend on no shop."""
    # Its rules need time to load, and most files that are checked go to no press.
    from publish.check.preflight.run import preflight

    verdict, _ = press_verdicts(preflight(pdf, limits=limits("sheetfed-coated"), measure=False))
    return verdict


def _verdict(name: str, results: Sequence[Result], ruling: Ruling, about: str = "") -> Verdict:
    lacking = _lacking(results)
    faults = [*_faults(results, ruling)]
    if lacking:
        faults.append(Fault(printing.NOT_MEASURED, lacking, severity=Severity.WARNING))
    if Came.FAILED in {one.outcome for one in results}:
        return Verdict(name, Outcome.FAILED, about, tuple(faults))
    if lacking:
        return Verdict(name, Outcome.NOT_CHECKED, f"not measured: {lacking}", tuple(faults))
    return Verdict(name, Outcome.PASSED, about, tuple(faults))


def _lacking(results: Sequence[Result]) -> str:
    """Name the rules that were not measured, with the reasons; empty where all were."""
    left = [one for one in results if one.outcome is Came.NOT_MEASURED]
    if not left:
        return "" if results else "no rule"
    reasons = "; ".join(dict.fromkeys(one.reason for one in left if one.reason))
    return ", ".join(one.rule.number for one in left) + (f" ({reasons})" if reasons else "")


def _faults(results: Sequence[Result], ruling: Ruling) -> Iterator[Fault]:
    for result in results:
        told = result.hits[:_MOST]
        yield from (_fault(hit, ruling) for hit in told)
        if more := len(result.hits) - len(told) + result.more:
            rule = result.rule
            detail = f"{rule.number} {rule.title}: {more} more places"
            stops = any(hit.severity is Severity.FAULT for hit in result.hits)
            severity = Severity.FAULT if stops else Severity.WARNING
            yield Fault(ruling, detail, hint=rule.remedy, severity=severity)


def _fault(hit: Hit, ruling: Ruling) -> Fault:
    """Tell a finding of the preflight as an editor reads it."""
    measured = ", ".join(
        part for part in (hit.measured, f"the limit is {hit.limit}" if hit.limit else "") if part
    )
    said = "; ".join(part for part in (hit.detail, measured) if part)
    detail = f"{hit.rule.number} {hit.rule.title}" + (f": {said}" if said else "")
    return Fault(
        ruling,
        detail,
        element=hit.object,
        page=hit.page,
        hint=hit.rule.remedy,
        severity=hit.severity,
    )
