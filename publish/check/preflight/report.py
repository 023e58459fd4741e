"""What the preflight says about one file."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.hit import Hit
    from publish.check.preflight.rule import Rule
    from publish.model.ticket import Waiver

#: Of the list of rules; raised when a rule comes, goes or changes its meaning.
RULE_SET = 1


class Outcome(Enum):
    """What came of one rule. A rule that could not be checked is never a passed one."""

    PASSED = "passed"
    WARNED = "passed with warnings"
    FAILED = "failed"
    WAIVED = "waived"
    NOT_MEASURED = "not measured"


class State(Enum):
    """What came of the whole file."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one rule.

    Attributes:
        hits: what stands against the file; waived ones are not among them.
        waived: what somebody has let pass, with who and why.
        reason: why it was not measured.
        more: how many hits were left out, because the same again would help nobody.
        not_asked: not measured only because nobody gave the ticket or the twin.
    """

    rule: Rule
    outcome: Outcome
    hits: tuple[Hit, ...] = ()
    waived: tuple[tuple[Hit, Waiver], ...] = ()
    reason: str = ""
    more: int = 0
    not_asked: bool = False

    def as_record(self) -> dict[str, object]:
        """Return the result as plain values."""
        return {
            "rule": self.rule.number,
            "title": self.rule.title,
            "basis": self.rule.basis,
            "remedy": self.rule.remedy,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "findings": [_hit_record(hit) for hit in self.hits],
            "left_out": self.more,
            "waived": [
                _hit_record(hit) | {"person": waiver.person, "reason": waiver.reason}
                for hit, waiver in self.waived
            ],
        }


def _hit_record(hit: Hit) -> dict[str, object]:
    return {
        "page": hit.page,
        "object": hit.object,
        "detail": hit.detail,
        "measured": hit.measured,
        "limit": hit.limit,
        "severity": hit.severity.value,
    }


@dataclass(frozen=True, slots=True)
class Report:
    """What came of all rules, in the order of their numbers.

    Attributes:
        pages: how many the file has.
        limits: name of the set of limits.
        unused: waivers that no finding asked for.
    """

    results: tuple[Result, ...]
    pages: int
    limits: str
    unused: tuple[Waiver, ...] = ()

    @property
    def state(self) -> State:
        """Failed by one fault; incomplete while a rule is not measured."""
        outcomes = {result.outcome for result in self.results}
        if Outcome.FAILED in outcomes:
            return State.FAILED
        return State.INCOMPLETE if Outcome.NOT_MEASURED in outcomes else State.PASSED

    @property
    def hits(self) -> Iterator[Hit]:
        """All findings that nobody has waived."""
        return (hit for result in self.results for hit in result.hits)

    def of(self, number: str) -> Result:
        """Return the result of one rule.

        Raises:
            KeyError: there is no rule of that number.
        """
        for result in self.results:
            if result.rule.number == number:
                return result
        raise KeyError(number)

    def count(self, outcome: Outcome) -> int:
        """Return how many rules ended so."""
        return sum(result.outcome is outcome for result in self.results)

    def as_record(self) -> dict[str, Any]:
        """Return everything as plain values, for ``--json``."""
        return {
            "state": self.state.value,
            "rule_set": RULE_SET,
            "limits": self.limits,
            "pages": self.pages,
            "rules": [result.as_record() for result in self.results],
            "unused_waivers": [asdict(waiver) for waiver in self.unused],
        }

    @property
    def summary(self) -> dict[str, object]:
        """What stands in the job ticket, as plain values."""
        numbers = {
            outcome.value: [
                result.rule.number for result in self.results if result.outcome is outcome
            ]
            for outcome in (Outcome.FAILED, Outcome.WARNED, Outcome.WAIVED, Outcome.NOT_MEASURED)
        }
        return {
            "rule_set": RULE_SET,
            "limits": self.limits,
            "state": self.state.value,
            "passed": self.count(Outcome.PASSED),
            **{key.replace(" ", "_"): value for key, value in numbers.items()},
        }
