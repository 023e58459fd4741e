"""Each code between languages, both ways: versions that agree, and versions that do not.

A folder holds the texts ``pass`` and ``fail``, and in ``fail.fault`` the findings of this code, as
an editor reads them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import read
from publish.check.sisters import compared
from publish.standards.rules import languages
from publish.standards.ruling import Ruling

HERE = Path(__file__).parent
CODES = sorted(value.code for value in vars(languages).values() if isinstance(value, Ruling))


def _found(code: str, which: str) -> list[str]:
    reading = read.works([HERE / code / which])
    faults = [*reading.faults, *compared(reading.works, lambda _: ())]
    return [str(fault) for fault in faults if fault.code == code]


@pytest.mark.parametrize("code", CODES)
def test_fail(code: str) -> None:
    expected = (HERE / code / "fail.fault").read_text(encoding="utf-8")

    assert "\n\n".join(_found(code, "fail")) + "\n" == expected


@pytest.mark.parametrize("code", CODES)
def test_pass(code: str) -> None:
    assert _found(code, "pass") == []
