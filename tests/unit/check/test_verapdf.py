"""The reports of veraPDF are understood, and its absence or failure is never a passed check."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from publish.check import Outcome, require_validator, tools, validated, validators, verapdf
from publish.errors import MachineLacks
from publish.standards import Standard

BROKEN_RULE = {
    "ruleStatus": "FAILED",
    "specification": "ISO 14289-1:2014",
    "clause": "7.1",
    "testNumber": 3,
    "failedChecks": 2,
    "description": "Content shall be marked as Artifact or tagged as real content",
    "checks": [
        {
            "context": "root/document[0]/pages[4](9 0 obj PDPage)/contentItem[0]",
            "errorMessage": "Content is not marked",
        }
    ],
}


def result(profile: str, *rules: dict[str, object]) -> dict[str, object]:
    return {
        "profileName": f"{profile} validation profile",
        "compliant": not rules,
        "details": {"ruleSummaries": list(rules)},
    }


class Machine:
    """Stands for Java and veraPDF: answers for each flavour that it is asked about."""

    def __init__(self, answers: dict[str, list[dict[str, object]]]) -> None:
        self.answers = answers
        self.calls: list[tuple[str, list[Path]]] = []

    def run(self, files: Sequence[Path], flavour: str) -> str:
        self.calls.append((flavour, list(files)))
        jobs = [
            {"itemDetails": {"name": str(file.absolute())}, "validationResult": one}
            for file in files
            if (one := self.answers.get(flavour)) is not None
        ]
        return json.dumps({"report": {"jobs": jobs}})


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine({})
    monkeypatch.setattr(verapdf, "java", lambda: "java")
    monkeypatch.setattr(verapdf, "verapdf_jar", lambda: Path("verapdf.jar"))
    monkeypatch.setattr(verapdf._Answers, "_run", made.run)
    return made


def test_one_call_judges_all_files_by_all_that_they_claim(machine: Machine) -> None:
    machine.answers["0"] = [result("PDF/UA-1"), result("PDF/A-2A")]
    files = [Path("a.pdf"), Path("b.pdf")]
    verdicts = validators([(file, (Standard.UA1, Standard.A2A)) for file in files])
    assert machine.calls == [("0", files)]
    assert [v.outcome for file in files for v in verdicts[file]] == [Outcome.PASSED] * 4


def test_a_standard_that_the_file_does_not_claim_is_asked_for_by_name(machine: Machine) -> None:
    machine.answers["0"] = [result("PDF/A-2A")]
    machine.answers["ua1"] = [result("PDF/UA-1", BROKEN_RULE)]
    file = Path("a.pdf")
    ua1, a2a = validators([(file, (Standard.UA1, Standard.A2A))])[file]
    assert machine.calls == [("0", [file]), ("ua1", [file])]
    assert (ua1.outcome, a2a.outcome) == (Outcome.FAILED, Outcome.PASSED)


def test_profiles_with_similar_names_are_kept_apart(machine: Machine) -> None:
    machine.answers["0"] = [result("PDF/A-4F"), result("PDF/UA-2 + Tagged PDF")]
    file = Path("a.pdf")
    ua2, a4, a4f = validators([(file, (Standard.UA2, Standard.A4, Standard.A4F))])[file]
    assert (ua2.outcome, a4f.outcome) == (Outcome.PASSED, Outcome.PASSED)
    assert a4.outcome is Outcome.NOT_CHECKED


def test_a_broken_rule_becomes_a_fault_with_clause_page_and_count(machine: Machine) -> None:
    machine.answers["0"] = [result("PDF/UA-1", BROKEN_RULE)]
    file = Path("a.pdf")
    (verdict,) = validators([(file, (Standard.UA1,))])[file]
    (fault,) = verdict.faults
    assert fault.code == "K-070"
    assert fault.ruling.clause == "ISO 14289-1:2014, 7.1 (veraPDF test 3)"
    assert fault.detail == "PDF/UA-1: Content is not marked (2 times)"
    assert fault.page == 5


def test_an_answer_without_result_is_no_passed_check(machine: Machine) -> None:
    file = Path("a.pdf")
    (verdict,) = validators([(file, (Standard.UA1,))])[file]
    assert verdict.outcome is Outcome.NOT_CHECKED


def test_a_file_that_verapdf_cannot_read_has_failed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path("a.pdf")
    job = {
        "itemDetails": {"name": str(file.absolute())},
        "taskException": {"exceptionMessage": "Couldn't parse stream"},
    }
    report = json.dumps({"report": {"jobs": [job]}})
    monkeypatch.setattr(verapdf._Answers, "_run", lambda *_: report)
    (verdict,) = validators([(file, (Standard.UA1,))])[file]
    assert verdict.outcome is Outcome.FAILED
    assert [fault.code for fault in verdict.faults] == ["K-072"]


@pytest.mark.parametrize("report", ["", "{", "[]", '{"report": 1}', '{"report": {"jobs": [1]}}'])
def test_a_report_that_cannot_be_read_is_no_passed_check(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    monkeypatch.setattr(verapdf._Answers, "_run", lambda *_: report)
    file = Path("a.pdf")
    (verdict,) = validators([(file, (Standard.UA1,))])[file]
    assert verdict.outcome is Outcome.NOT_CHECKED


def test_a_compliance_that_is_denied_without_rules_is_a_fault(machine: Machine) -> None:
    machine.answers["0"] = [{"profileName": "PDF/UA-1 validation profile", "compliant": False}]
    file = Path("a.pdf")
    (verdict,) = validators([(file, (Standard.UA1,))])[file]
    assert verdict.outcome is Outcome.FAILED
    assert verdict.faults


def test_a_machine_without_java_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISH_JAVA", "nowhere/java")
    ((checks, faults),) = validated([(b"%PDF-", (Standard.UA1,))])
    assert [check.verdict for check in checks] == [Outcome.NOT_CHECKED]
    assert faults == ()
    with pytest.raises(MachineLacks, match="PUBLISH_JAVA"):
        require_validator()


def test_another_file_than_the_pinned_one_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PUBLISH_VERAPDF", raising=False)
    monkeypatch.setenv("PUBLISH_HOME", str(tmp_path))
    with pytest.raises(MachineLacks, match="not installed"):
        tools.verapdf_jar()
    jar = tmp_path / "tools" / "greenfield-apps-1.28.2.jar"
    jar.parent.mkdir()
    jar.write_bytes(b"another file")
    with pytest.raises(MachineLacks, match="as pinned"):
        tools.verapdf_jar()


def test_a_file_that_is_named_outright_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    jar = tmp_path / "my.jar"
    jar.write_bytes(b"jar")
    monkeypatch.setenv("PUBLISH_VERAPDF", str(jar))
    monkeypatch.setenv("PUBLISH_JAVA", sys.executable)
    assert tools.verapdf_jar() == jar
    assert tools.java() == sys.executable
