"""Each code of the read room, both ways: what passes, and what fails with which words.

A folder holds ``pass.*`` and ``fail.*`` (a file, or a folder where more than one file is needed)
and ``fail.fault`` with the findings of this code, as an editor reads them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import read
from publish.model import Severity
from publish.standards.rules import reading
from publish.standards.ruling import Ruling

HERE = Path(__file__).parent
#: Too big or too odd to lie in a folder; made at run time in tests/hostile.
MADE_AT_RUN_TIME = {"R-001", "R-003", "R-004", "R-005", "R-015"}
CODES = sorted(value.code for value in vars(reading).values() if isinstance(value, Ruling))
CASES = [code for code in CODES if code not in MADE_AT_RUN_TIME]


def _found(code: str, which: str) -> list[str]:
    sources = [
        path
        for path in (HERE / code).iterdir()
        if path.name.split(".")[0] == which and path.suffix != ".fault"
    ]
    return [str(fault) for fault in read.works(sources).faults if fault.code == code]


@pytest.mark.parametrize("code", CASES)
def test_fail(code: str) -> None:
    expected = (HERE / code / "fail.fault").read_text(encoding="utf-8")

    assert "\n".join(_found(code, "fail")) + "\n" == expected


@pytest.mark.parametrize("code", CASES)
def test_pass(code: str) -> None:
    assert _found(code, "pass") == []


@pytest.mark.parametrize("code", CASES)
def test_what_is_only_a_warning_forbids_nothing(code: str) -> None:
    sources = [path for path in (HERE / code).iterdir() if path.name.split(".")[0] == "fail"]
    found = read.works([path for path in sources if path.suffix != ".fault"]).faults
    assert [f for f in found if f.severity is Severity.FAULT and not f.ruling.forbidden_by] == []
