"""Each composing code both ways: a project's layouts that break the rule, and that keep it.

A case is a folder ``C-001`` with the projects ``pass`` and ``fail``, and the fault as an editor
reads it in ``fail.fault``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.compose import fill
from publish.errors import InputFaults
from publish.model import Fault, House, Prose, Source, Statement, Words, Work
from publish.standards.rules import composing  # noqa: F401 - enters the codes
from publish.standards.ruling import RULINGS

HERE = Path(__file__).parent
#: No project can bring about C-010: tests of the typography do, with habits that are wrong.
CODES = sorted(code for code in RULINGS if code.startswith("C-") and code != "C-010")
WARNINGS = {"C-011"}


def _work() -> Work:
    text = Statement(
        "fr",
        Words("Ouvrir mille classes", "fr"),
        Prose("<p>Une classe n’est pas un toit.</p>", "fr"),
        kind_line=Words("Déclaration commune", "fr"),
    )
    return Work("appel", "fr", Source(Path("appel.md"), "appel.md", "0" * 64, Path()), text)


def _house(project: Path) -> House:
    return House(project)


@pytest.mark.parametrize("code", CODES)
def test_a_project_that_breaks_the_rule_hears_so(code: str) -> None:
    expected = (HERE / code / "fail.fault").read_text(encoding="utf-8")
    assert "\n\n".join(map(str, _told(code))) + "\n" == expected


def _told(code: str) -> tuple[Fault, ...]:
    project = _house(HERE / code / "fail")
    if code in WARNINGS:
        return fill(_work(), project).faults
    with pytest.raises(InputFaults) as error:
        fill(_work(), project)
    return error.value.faults


@pytest.mark.parametrize("code", CODES)
def test_a_project_that_keeps_the_rule_is_filled(code: str) -> None:
    composed = fill(_work(), _house(HERE / code / "pass"))
    assert composed.language == "fr"
    assert not composed.faults
