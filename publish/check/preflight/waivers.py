"""Findings that somebody has let pass: for one rule, on one page or in the whole file.

A waiver answers for the finding with a name and a reason; without either it waives nothing. Rules
of PDF/X-4 cannot be waived: a file that breaks one is none, whoever answers for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.check.preflight.report import Outcome, Result
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.preflight.hit import Hit
    from publish.model.ticket import Waiver

_NEVER = "X"


def waive(
    results: Sequence[Result], waivers: Sequence[Waiver]
) -> tuple[list[Result], tuple[Waiver, ...]]:
    """Take the waived hits out of the results.

    Returns:
        the results, and the waivers that no finding asked for.
    """
    good = [one for one in waivers if is_answered_for(one) and not one.rule.startswith(_NEVER)]
    used = set[int]()
    kept = [_waived(result, good, used) for result in results]
    unused = (one for one in waivers if not any(good[at] is one for at in used))
    return kept, tuple(unused)


def is_answered_for(waiver: Waiver) -> bool:
    """Whether a waiver names a person and a reason."""
    return bool(waiver.person.strip() and waiver.reason.strip())


def _waived(result: Result, waivers: Sequence[Waiver], used: set[int]) -> Result:
    mine = [at for at, one in enumerate(waivers) if one.rule == result.rule.number]
    if not mine or not result.hits:
        return result
    left: list[Hit] = []
    let_pass: list[tuple[Hit, Waiver]] = []
    for hit in result.hits:
        at = next((at for at in mine if waivers[at].page in (None, hit.page)), None)
        if at is None:
            left.append(hit)
        else:
            used.add(at)
            let_pass.append((hit, waivers[at]))
    if not let_pass:
        return result
    outcome = _outcome(result, left)
    if result.more and not any(waivers[at].page is None for at in mine):
        outcome = result.outcome  # those that were left out may lie on other pages
    return replace(result, outcome=outcome, hits=tuple(left), waived=(*let_pass,))


def _outcome(result: Result, left: Sequence[Hit]) -> Outcome:
    if any(hit.severity is Severity.FAULT for hit in left):
        return Outcome.FAILED
    if result.reason:
        return Outcome.NOT_MEASURED
    return Outcome.WARNED if left else Outcome.WAIVED
