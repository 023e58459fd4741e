"""What the run makes of the findings of one rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.check.preflight import run
from publish.check.preflight.hit import Hit
from publish.check.preflight.report import Outcome
from publish.check.preflight.rule import Rule
from publish.check.preflight.run import preflight
from publish.check.preflight.subject import Subject
from publish.model.fault import Severity
from publish.standards.limits import limits

CASES = Path(__file__).resolve().parents[3] / "preflight"
RULE = Rule("G99", "a rule", basis="ours", remedy="none")
LIMITS = limits("sheetfed-coated")


def test_a_fault_behind_many_warnings_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(subject: Subject) -> Iterator[Hit]:
        for page in range(1, 1001):
            yield Hit(RULE, page, severity=Severity.WARNING)
        yield Hit(RULE, 1001)

    monkeypatch.setattr(run, "CHECKS", [((RULE,), check)])
    file = CASES / "X00" / "pass-whole.pdf"
    found = preflight(file.read_bytes(), limits=LIMITS, measure=False).of("G99")
    assert found.outcome is Outcome.FAILED
    assert found.more == 1000 - len(found.hits) + 1


def test_metadata_that_cannot_be_read_are_the_same_as_nothing() -> None:
    file = CASES / "X04" / "fail-not-well-formed.pdf"
    report = preflight(file.read_bytes(), limits=LIMITS, measure=False)
    for number in ("X05", "X06", "X07"):
        assert report.of(number).outcome is Outcome.NOT_MEASURED
