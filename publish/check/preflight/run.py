"""Hold a file against all rules.

Never raises on account of the file: whatever cannot be read is a finding of its own.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import BROKEN, said_by
from publish.check.preflight.checks import CHECKS, NotMeasured, load_rules
from publish.check.preflight.hit import Hit
from publish.check.preflight.report import Outcome, Report, Result
from publish.check.preflight.rule import RULES
from publish.check.preflight.rules.x_reading import X00, X01
from publish.check.preflight.subject import Subject
from publish.check.preflight.waivers import waive
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.check.preflight.checks import Check
    from publish.check.preflight.rule import Rule
    from publish.model.ticket import Ticket, Waiver
    from publish.standards.limits import Limits

# What pikepdf mends while it opens a damaged file, it would print beside our report.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

#: Of one rule; a thousand findings say no more than the first hundred.
_HIT_LIMIT = 400


def preflight(
    pdf: bytes,
    *,
    limits: Limits,
    ticket: Ticket | None = None,
    twin: bytes | None = None,
    waivers: Sequence[Waiver] = (),
    measure: bool = True,
) -> Report:
    """Hold a file against all rules.

    Args:
        pdf: the whole file, whatever it is.
        limits: the numbers of the print shop.
        ticket: what the job asks for; without it the rules about the job are not measured.
        twin: the accessible edition of the same text.
        waivers: findings that somebody has let pass; those of the ticket are counted too.
        measure: whether the plates are made with Ghostscript, where it is installed.

    Returns:
        the outcome of each rule. Never raises on account of the file.
    """
    load_rules()
    told = (*(ticket.waivers if ticket else ()), *waivers)
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            if opened.is_encrypted:
                return _refused(Hit(X01, detail="it can be opened, but it is encrypted"), limits)
            subject = Subject(
                pdf,
                opened,
                limits=limits,
                ticket=ticket,
                twin=twin,
                measure=measure,
            )
            return _report(subject, told)
    except pikepdf.PasswordError:
        return _refused(Hit(X01, detail="it cannot be opened without its password"), limits)
    except (*BROKEN, RecursionError, MemoryError) as error:
        return _refused(Hit(X00, detail=said_by(error)), limits)


def _report(subject: Subject, waivers: Sequence[Waiver]) -> Report:
    results = [*_first_rules(subject)]
    for rules, check in CHECKS:
        results += _run(subject, rules, check)
    results.sort(key=lambda result: result.rule.number)
    kept, unused = waive(results, waivers)
    return Report(tuple(kept), len(subject.sheets), subject.limits.name, unused)


def _first_rules(subject: Subject) -> Iterable[Result]:
    lacking = tuple(
        Hit(X00, page or None, detail=reason) for page, reason in subject.drawing.lacking
    )
    yield _result(X00, (*lacking, *_mended(subject)))
    yield Result(X01, Outcome.PASSED)


def _mended(subject: Subject) -> Iterable[Hit]:
    """Hit a file that was repaired while it was opened: a shop's program may not repair it."""
    # Each begins with the name of bytes in memory, which is nobody's business.
    said = [one.rpartition(">")[2].lstrip(" :,")[:100] for one in subject.pdf.get_warnings()]
    if said:
        is_damaged = any("damaged" in one or "reconstruct" in one for one in said)
        severity = Severity.FAULT if is_damaged else Severity.WARNING
        detail = f"it had to be repaired: {'; '.join(said[:3])}"
        yield Hit(X00, detail=detail[:300], severity=severity)


def _run(subject: Subject, rules: Sequence[Rule], check: Check) -> Iterable[Result]:
    """Run one function; whatever a broken file makes it raise leaves its rules unmeasured."""
    found, reason = defaultdict[str, list[Hit]](list), ""
    seen, more = set[Hit](), defaultdict[str, int](int)
    kept = Counter[tuple[str, Severity]]()
    subject.looked_at_drawing = False
    if missing := _missing(subject, rules):
        return [Result(one, Outcome.NOT_MEASURED, reason=missing, not_asked=True) for one in rules]
    try:
        for hit in check(subject):
            if hit in seen:
                continue
            # Counted apart, so that a fault behind a thousand warnings is still a fault.
            if kept[hit.rule.number, hit.severity] >= _HIT_LIMIT:
                more[hit.rule.number] += 1
                continue
            kept[hit.rule.number, hit.severity] += 1
            seen.add(hit)
            found[hit.rule.number].append(hit)
    except NotMeasured as error:
        reason = str(error)
    except Exception as error:
        # Whatever it is: one rule that stumbles over a broken file must not cost the others.
        reason = f"the file is damaged where this rule looks: {said_by(error)}"
    if not reason and subject.looked_at_drawing and subject.drawing.lacking:
        reason = "not all of the pages could be read; see X00"
    return [_result(one, tuple(found[one.number]), reason, more[one.number]) for one in rules]


def _missing(subject: Subject, rules: Sequence[Rule]) -> str:
    """Say what the rules need and what is not there; empty if all is."""
    needs = {one.needs for one in rules}
    if "ticket" in needs and subject.ticket is None:
        return "no job ticket was given"
    if "twin" in needs and subject.twin is None:
        return "the accessible edition was not given"
    return ""


def _result(one: Rule, hits: tuple[Hit, ...], reason: str = "", more: int = 0) -> Result:
    """Decide: a fault fails, a warning warns, and only what was looked at passes."""
    if any(hit.severity is Severity.FAULT for hit in hits):
        return Result(one, Outcome.FAILED, hits, reason=reason, more=more)
    if reason:
        return Result(one, Outcome.NOT_MEASURED, hits, reason=reason, more=more)
    return Result(one, Outcome.WARNED if hits else Outcome.PASSED, hits, more=more)


def _refused(hit: Hit, limits: Limits) -> Report:
    """Say why nothing could be looked at, and that no rule has passed."""
    reason = "the file cannot be read"
    results = [
        Result(one, Outcome.FAILED, (hit,))
        if one is hit.rule
        else Result(one, Outcome.NOT_MEASURED, reason=reason)
        for _, one in sorted(RULES.items())
    ]
    return Report(tuple(results), 0, limits.name)
