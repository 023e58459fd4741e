"""What the preflight says to people, on a terminal.

One rule after the other, each with the places where it is broken, what to do, and who asks for it::

    G31 pictures have enough pixels
      at   page 3  image Im3 (12 0 R): 98 ppi, limit 149 ppi
      hint …
      rule GWG 2015
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from publish.check.preflight.report import Outcome, State
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publish.check.preflight.hit import Hit
    from publish.check.preflight.report import Report, Result
    from publish.model.ticket import Waiver

#: Places that are shown for one rule; the others are counted.
_SHOWN = 6
#: What a terminal would take for an order instead of a letter.
_CONTROLS = {code: " " for code in (*range(32), *range(127, 160))}

VERDICTS = {
    State.PASSED: "passed: nothing stands against printing it",
    State.FAILED: "failed: it should not go to the press like this",
    State.INCOMPLETE: "not finished: nothing was found, and not everything could be measured",
}


def told(report: Report, name: str) -> str:
    """Return the report as text for a terminal."""
    parts = [*map(_findings, _with(report, Outcome.FAILED, Outcome.WARNED))]
    parts += [text for result in report.results if (text := _waived(result))]
    parts += [unused_words(waiver) for waiver in report.unused]
    if not_measured := _not_measured(report):
        parts.append(not_measured)
    parts.append(f"{name}: {VERDICTS[report.state]}\n{counted(report)}")
    return "\n\n".join(parts).translate({**_CONTROLS, 10: "\n"})


def summary(reports: dict[str, Report]) -> str:
    """Return one line for each file and a count, for the end of a run with several files."""
    verdicts = {name: VERDICTS[report.state].partition(":")[0] for name, report in reports.items()}
    wide = max(map(len, verdicts.values()))
    lines = [f"{verdict:<{wide}}  {name}" for name, verdict in verdicts.items()]
    numbers = (
        f"{n} {words.partition(':')[0]}"
        for state, words in VERDICTS.items()
        if (n := sum(report.state is state for report in reports.values()))
    )
    lines.append(f"{len(reports)} files: {', '.join(numbers)}")
    return "\n".join(lines).translate({**_CONTROLS, 10: "\n"})


def counted(report: Report) -> str:
    """Return, for example, ``62 rules: 60 passed, 2 not measured; limits sheetfed-coated``."""
    numbers = (f"{n} {outcome.value}" for outcome in Outcome if (n := report.count(outcome)))
    pages = f"{report.pages} page{'s' * (report.pages != 1)}"
    return f"  {len(report.results)} rules: {', '.join(numbers)}; {pages}; limits {report.limits}"


def where(hit: Hit) -> str:
    """Return the place of a hit, for example ``page 3  image Im3 (12 0 R)``."""
    page = f"page {hit.page}" if hit.page else "whole file"
    return f"{page}  {hit.object}".rstrip()


def what(hit: Hit) -> str:
    """Return what was met, for example ``98 ppi, limit 149 ppi``."""
    limit = f"limit {hit.limit}" if hit.measured else hit.limit
    said = [hit.detail, hit.measured, limit if hit.limit else ""]
    return ", ".join(part for part in said if part)


def _with(report: Report, *outcomes: Outcome) -> Iterator[Result]:
    return (result for result in report.results if result.outcome in outcomes)


def _findings(result: Result) -> str:
    kind = "warning " if result.outcome is Outcome.WARNED else ""
    lines = [f"{kind}{result.rule.number} broken: {result.rule.title}"]
    lines += [f"  at   {place}" for place in _places(result.hits)]
    hidden = len(result.hits) - _SHOWN + result.more
    if hidden > 0:
        lines.append(f"       and {hidden} more; --json names them")
    if result.reason:
        lines.append(f"  note not all of it could be measured: {result.reason}")
    return "\n".join([*lines, f"  hint {result.rule.remedy}", f"  rule {result.rule.basis}"])


def _places(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits[:_SHOWN]:
        met = what(hit)
        mild = " (warning)" if hit.severity is Severity.WARNING else ""
        yield f"{where(hit)}: {met}{mild}" if met else where(hit) + mild


def _waived(result: Result) -> str:
    lines = [
        f"  at   {where(hit)}\n  by   {waiver.person}: {waiver.reason}"
        for hit, waiver in result.waived[:_SHOWN]
    ]
    if not lines:
        return ""
    return "\n".join([f"waived {result.rule.number} broken: {result.rule.title}", *lines])


def unused_words(waiver: Waiver) -> str:
    """Say that a waiver counted for nothing, and why."""
    page = f" on page {waiver.page}" if waiver.page else ""
    if not waiver.person.strip() or not waiver.reason.strip():
        return (
            f"warning the waiver of {waiver.rule}{page} counts for nothing: it lacks a "
            f"{'person' if not waiver.person.strip() else 'reason'}\n"
            "  hint write in the ticket who lets it pass, and why"
        )
    return (
        f"warning {waiver.person} waives {waiver.rule}{page}, and there is nothing to waive\n"
        "  hint look at rule and page in the ticket, or take the waiver out"
    )


def _not_measured(report: Report) -> str:
    """Return the rules that were not measured, by reason."""
    reasons = defaultdict[str, list[str]](list)
    for result in _with(report, Outcome.NOT_MEASURED):
        reasons[result.reason].append(result.rule.number)
    lines = [f"  {_listed(numbers)}: {reason}" for reason, numbers in reasons.items()]
    return "\n".join(["not measured", *lines]) if lines else ""


def _listed(numbers: Iterable[str]) -> str:
    """Return numbers in a row; many of them by their first and last."""
    given = [*numbers]
    return (
        " ".join(given) if len(given) <= 12 else f"{given[0]} to {given[-1]} ({len(given)} rules)"
    )
