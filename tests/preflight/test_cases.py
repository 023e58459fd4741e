"""Each rule has files that break it and files that do not, and nothing else is said about them.

The files are made by `make_cases.py`; `companions.toml` names the few that cannot break one rule
alone.
"""

import os
import shutil
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from publish.check.preflight.checks import load_rules
from publish.check.preflight.report import Report
from publish.check.preflight.rule import RULES
from publish.check.preflight.run import preflight
from publish.read.ticket import ticket
from publish.standards.limits import limits

HERE = Path(__file__).resolve().parent
FILES = sorted(file for file in HERE.glob("*/*.pdf") if not file.name.endswith(".twin.pdf"))
COMPANIONS = tomllib.loads((HERE / "companions.toml").read_text(encoding="utf-8"))
GS = shutil.which(os.environ.get("PUBLISH_GS", "gs"))

load_rules()
#: J07 needs both a ticket and plates, and a rule names one thing.
WITH_PLATES = {number for number, rule in RULES.items() if rule.needs == "plates"} | {"J07"}


def _place(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


def _beside(file: Path, ending: str) -> Path | None:
    found = file.with_name(file.stem + ending)
    return found if found.exists() else None


def _judged(file: Path) -> Report:
    """Hold a case against all rules; plates are made for the rules that look at them."""
    job, twin, named = (_beside(file, end) for end in (".ticket.json", ".twin.pdf", ".limits"))
    return preflight(
        file.read_bytes(),
        limits=limits(named.read_text(encoding="utf-8").strip() if named else "sheetfed-coated"),
        ticket=ticket(job) if job else None,
        twin=twin.read_bytes() if twin else None,
        measure=file.parent.name in WITH_PLATES,
    )


@pytest.mark.parametrize("file", FILES, ids=map(_place, FILES))
def test_a_case_breaks_its_rule_and_no_other(file: Path) -> None:
    number = file.parent.name
    if number in WITH_PLATES and not GS and os.environ.get("CI") != "true":
        pytest.skip("Ghostscript is not installed")
    report = _judged(file)
    broken = {hit.rule.number for hit in report.hits} - set(COMPANIONS.get(_place(file), ()))
    said = [
        (hit.rule.number, hit.page, hit.object, hit.detail, hit.measured) for hit in report.hits
    ]
    assert broken == ({number} if file.name.startswith("fail-") else set()), said
    if file.name.startswith("pass-"):
        assert report.of(number).outcome.value in ("passed", "passed with warnings")


@pytest.mark.parametrize("number", sorted(RULES))
def test_every_rule_is_shown_both_ways(number: str) -> None:
    kinds = {file.name.partition("-")[0] for file in FILES if file.parent.name == number}
    assert kinds == {"pass", "fail"}


def test_no_folder_is_without_a_rule() -> None:
    assert {file.parent.name for file in FILES} <= RULES.keys()
    assert COMPANIONS.keys() <= {_place(file) for file in FILES}


@cache
def _cases() -> dict[str, object]:
    import importlib

    sys.path.insert(0, str(HERE))
    try:
        modules = [importlib.import_module(one.stem) for one in sorted(HERE.glob("cases_*.py"))]
    finally:
        sys.path.remove(str(HERE))
    return {place: make for module in modules for place, make in module.CASES.items()}


def test_the_files_are_those_that_the_cases_make() -> None:
    cases = _cases()
    assert cases.keys() == {_place(file) for file in FILES}
    changed = [
        _place(file)
        for file in FILES
        if cases[_place(file)]().pdf != file.read_bytes()  # type: ignore[operator]
    ]
    assert not changed, "type: python tests/preflight/make_cases.py"
