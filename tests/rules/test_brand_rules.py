"""Each code of brands, both ways: a project whose settings break the rule, and one that keeps it.

A case is a folder ``B-001`` with the projects ``pass`` and ``fail``, and the faults of this code as
an editor reads them in ``fail.fault``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publish.batch.brand import judge
from publish.model import Fault, Severity
from publish.resources import shipped
from publish.standards.rules import brand
from publish.standards.ruling import Ruling

HERE = Path(__file__).parent
#: Font files are too big to lie here, see below; style sheets are looked at when a page is filled,
#: see tests/unit/compose/test_press_sheets.py.
OF_FILES = {"B-012", "B-014", "B-015"}
CODES = sorted(
    value.code
    for value in vars(brand).values()
    if isinstance(value, Ruling) and value.code not in OF_FILES
)


def found(code: str, which: str) -> list[Fault]:
    return [fault for fault in judge(HERE / code / which).faults if fault.code == code]


@pytest.mark.parametrize("code", CODES)
def test_a_project_that_breaks_the_rule_hears_so(code: str) -> None:
    expected = (HERE / code / "fail.fault").read_text(encoding="utf-8")
    assert "\n\n".join(map(str, found(code, "fail"))) + "\n" == expected


@pytest.mark.parametrize("code", CODES)
def test_a_project_that_keeps_the_rule_hears_nothing(code: str) -> None:
    assert judge(HERE / code / "pass").faults == ()


@pytest.mark.parametrize("code", CODES)
def test_what_is_only_a_warning_forbids_nothing(code: str) -> None:
    warned = {fault.severity is Severity.WARNING for fault in found(code, "fail")}
    assert warned == {not fault.ruling.forbidden_by for fault in found(code, "fail")}


def test_a_font_without_a_licence_is_named(tmp_path: Path) -> None:
    fonts = tmp_path / "brand" / "fonts" / "amiri"
    fonts.mkdir(parents=True)
    (tmp_path / "publish.toml").touch()
    ours = shipped("assets") / "fonts" / "amiri"
    shutil.copyfile(ours / "Amiri_400Regular.ttf", fonts / "Amiri.ttf")
    (fault,) = judge(tmp_path).faults
    assert str(fault).startswith("B-012 a font has no licence beside it: Amiri.ttf\n")
    assert "  at   brand/fonts/amiri/Amiri.ttf\n" in str(fault)
    (fonts.parent / "OFL.txt").write_text("Permission is granted.")
    assert judge(tmp_path).faults == ()
