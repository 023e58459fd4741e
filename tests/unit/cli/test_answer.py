"""What a command says at its end."""

import json

import pytest

from publish.cli import answer
from publish.errors import ExitCode, InputFaults, MachineLacks, StorageFailed
from publish.model import Fault, Place, Severity
from publish.standards.rules.storage import UNKNOWN_SETTING

FAULT = Fault(UNKNOWN_SETTING, "x", Place("publish.toml", 3))
WARNING = Fault(UNKNOWN_SETTING, "y", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([FAULT], "1 fault"),
        ([FAULT, FAULT, WARNING], "2 faults, 1 warning"),
        ([WARNING], "1 warning"),
        ([], ""),
    ],
)
def test_faults_are_counted_in_words(faults, said):
    assert answer.count(faults) == said


def test_faults_go_to_standard_error_and_the_text_to_standard_output(capsys):
    answer.tell("done", as_json=False, faults=[FAULT])
    out, err = capsys.readouterr()
    assert out == "done\n"
    assert err.startswith("S-003 ") and err.endswith("\n\n1 fault\n")
    assert len(err.splitlines()) == 6


def test_a_warning_is_called_one(capsys):
    answer.show([WARNING])
    assert capsys.readouterr().err.startswith("warning S-003 ")


def test_a_program_gets_one_object_and_nothing_else(capsys):
    code = answer.tell("x", as_json=True, code=ExitCode.INPUT_FAULTS, faults=[FAULT], files=[])
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (code, err) == (1, "")
    assert told["exit"] == 1 and told["files"] == [] and told["faults"][0]["line"] == 3


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputFaults([FAULT]), 1),
        (MachineLacks("no Java", remedy="type: x"), 3),
        (StorageFailed("the disk is full"), 4),
    ],
)
def test_what_stops_the_work_ends_with_its_code(error, code, capsys):
    assert answer.failed(error, as_json=True) == code
    assert json.loads(capsys.readouterr().out)["exit"] == code
    assert answer.failed(error, as_json=False) == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_mistake_of_ours_is_admitted(capsys):
    assert answer.crashed(KeyError("x"), as_json=False) == 5
    err = capsys.readouterr().err
    assert "a mistake of publish itself" in err and "PUBLISH_DEBUG=1" in err


def test_mistakes_in_single_works_are_told_after_the_faults(capsys):
    answer.tell("done", as_json=False, faults=[FAULT], mistakes=["a.md: KeyError: 'x'"])
    out, err = capsys.readouterr()
    assert out == "done\n"
    assert err.index("1 fault") < err.index("a.md: KeyError")
    answer.tell("done", as_json=True, mistakes=["a.md: KeyError: 'x'"])
    assert json.loads(capsys.readouterr().out)["mistakes"] == ["a.md: KeyError: 'x'"]
