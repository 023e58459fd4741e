"""Each code from R-100 to R-149: a page text that passes, one that fails, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.read.page_text import Recognised, recognise
from publish.standards.rules import page_text
from publish.standards.ruling import Ruling

FOLDER = Path(__file__).parent
CODES = sorted(v.code for v in vars(page_text).values() if isinstance(v, Ruling))


def read(path: Path) -> Recognised:
    with path.open(encoding="utf-8", newline="") as file:
        return recognise(file.read(), path.name)


@pytest.mark.parametrize("code", CODES)
def test_passing_text_has_no_fault(code: str) -> None:
    assert read(FOLDER / code / "pass.txt").faults == ()


@pytest.mark.parametrize("code", CODES)
def test_failing_text_is_told_what_to_do(code: str) -> None:
    found = read(FOLDER / code / "fail.txt")
    expected = (FOLDER / code / "fail.fault").read_text(encoding="utf-8")
    assert "\n".join(str(fault) for fault in found.faults) + "\n" == expected
    assert found.statement is None
    assert all(entry.left_out or not entry.text for entry in found.report.entries)


def test_language_that_is_given_settles_the_fault() -> None:
    text = (FOLDER / "R-104" / "fail.txt").read_text(encoding="utf-8")
    found = recognise(text, "fail.txt", language="en")
    assert found.faults == () and found.statement is not None
