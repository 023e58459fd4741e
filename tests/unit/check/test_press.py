"""What the preflight says, as faults of a text: P-011 for PDF/X-4, P-012 for print shops."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publish import check
from publish.check import press, verapdf
from publish.check.preflight.hit import Hit
from publish.check.preflight.report import Outcome as Came
from publish.check.preflight.report import Report, Result
from publish.check.preflight.rule import Rule
from publish.check.press import is_for_press, x4_verdict
from publish.check.verdict import Outcome
from publish.errors import MachineLacks
from publish.model import Severity
from publish.standards import Standard

X = Rule("X99", "colours are inks", "ISO", "Convert them.")
G = Rule("G99", "pictures are sharp", "shops", "Take a larger one.")
GOOD = (Result(X, Came.PASSED), Result(G, Came.PASSED))


def verdicts(*results: Result):
    return press.press_verdicts(Report(results, 2, "digital"))


def test_two_verdicts_of_a_good_file() -> None:
    of_standard, of_shops = verdicts(*GOOD)
    assert (of_standard.check, of_standard.outcome) == (
        "PDF/X-4, by our preflight",
        Outcome.PASSED,
    )
    assert (of_shops.outcome, of_shops.detail) == (Outcome.PASSED, "limits: digital")


@pytest.mark.parametrize(("rule", "code"), [(X, "P-011"), (G, "P-012")])
def test_finding_is_a_fault_with_rule_page_value_and_remedy(rule: Rule, code: str) -> None:
    hit = Hit(rule, 2, "image Im3", "it is small", "100 ppi", "149 ppi")
    failed = Result(rule, Came.FAILED, (hit,))
    of_standard, of_shops = verdicts(*(one for one in GOOD if one.rule is not rule), failed)
    verdict = of_standard if rule is X else of_shops
    assert verdict.outcome is Outcome.FAILED
    (fault,) = verdict.faults
    said = f"{rule.number} {rule.title}: it is small; 100 ppi, the limit is 149 ppi"
    assert (fault.code, fault.detail) == (code, said)
    assert (fault.page, fault.element, fault.hint) == (2, "image Im3", rule.remedy)
    assert fault.ruling.forbidden_by == {Standard.X4}


def test_the_same_again_is_counted() -> None:
    hits = tuple(Hit(G, page) for page in range(1, 10))
    _, verdict = verdicts(Result(X, Came.PASSED), Result(G, Came.FAILED, hits, more=30))
    assert [fault.page for fault in verdict.faults] == [1, 2, 3, 4, None]
    assert verdict.faults[-1].detail == "G99 pictures are sharp: 35 more places"


def test_warning_stays_one() -> None:
    warned = Result(G, Came.WARNED, (Hit(G, 1, severity=Severity.WARNING),))
    _, verdict = verdicts(Result(X, Came.PASSED), warned)
    assert verdict.outcome is Outcome.PASSED
    assert [fault.severity for fault in verdict.faults] == [Severity.WARNING]


def test_what_is_not_measured_is_never_passed() -> None:
    lacking = Result(replace(G, number="G25"), Came.NOT_MEASURED, reason="no Ghostscript")
    of_standard, of_shops = verdicts(*GOOD, lacking)
    assert of_standard.outcome is Outcome.PASSED
    assert of_shops.outcome is Outcome.NOT_CHECKED
    assert of_shops.detail == "not measured: G25 (no Ghostscript)"
    assert [(fault.code, fault.severity) for fault in of_shops.faults] == [
        ("P-013", Severity.WARNING)
    ]


def test_nothing_looked_at_is_not_passed() -> None:
    assert {one.outcome for one in verdicts()} == {Outcome.NOT_CHECKED}


def test_only_files_that_claim_nothing_else_are_for_a_press() -> None:
    assert is_for_press((Standard.X4, Standard.A2B))
    assert is_for_press((Standard.X4,))
    assert not is_for_press(())
    assert not is_for_press((Standard.UA1, Standard.A2A))


def test_file_that_is_none_fails() -> None:
    assert x4_verdict(b"no PDF at all").outcome is Outcome.FAILED


def test_verapdf_is_not_asked_about_what_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks() -> str:
        raise MachineLacks("no Java")

    monkeypatch.setattr(verapdf, "java", lacks)
    file = Path("a.print.pdf")
    found = check.validators([(file, (Standard.X4, Standard.A2B))])
    assert [one.check for one in found[file]] == ["PDF/A-2b, by veraPDF"]
