"""Style sheets that ask for what a press cannot do, B-014, or does otherwise, B-015."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.compose import fill
from publish.compose.style.press_sheets import faults_in
from publish.errors import InputFaults
from publish.model import House
from publish.model.form import Form
from publish.resources import shipped
from tests.unit.compose.conftest import statement, work


def told(css: str) -> list[str]:
    return [f"{fault.code} {fault.place}" for fault in faults_in(css, "a.css")]


@pytest.mark.parametrize(
    "css",
    [
        "p { border: 1pt ridge red }",
        "p {\n border-left-style:\n inset }",
        "p { outline: 2px OUTSET #123 }",
        "p { color: device-cmyk(0 0 0 1) }",
        "p { color: color(display-p3 1 0 0) }",
        "p { background: color( --ink .3) }",
        "@page { background: linear-gradient(red, blue) }",
        "@page :first {\n @top-left { content: none }\n background: radial-gradient(red, blue) }",
    ],
)
def test_what_comes_out_wrong_is_a_fault_with_its_line(css: str) -> None:
    assert told(f"/* ridge\n */{css}") == [f"B-014 a.css:{css.count(chr(10)) + 2}"]


@pytest.mark.parametrize(
    "css",
    [
        "p { mix-blend-mode: multiply }",
        "p { border-top: .2pt solid }",
        "hr { border: 0.05mm solid red }",
        "a { text-decoration-thickness: .1px }",
        "body { background: #eee }",
        "p { color: red } html { margin: 0; background-color: red }",
    ],
)
def test_what_looks_otherwise_is_a_warning(css: str) -> None:
    assert told(css) == ["B-015 a.css:1"]


@pytest.mark.parametrize(
    "css",
    [
        "p { box-shadow: inset 0 0 1mm red }",
        "p { border: .25pt solid; outline: 1.2pt solid; border-width: 10.1pt }",
        "p { mix-blend-mode: normal }",
        "p { color: color(srgb 1 0 0) }",
        "@page { margin: 1cm } p { background: linear-gradient(red, blue) }",
        "body { background: none } .body { background: red } tbody { background: red }",
        "/* device-cmyk(0 0 0 1) */",
    ],
)
def test_what_can_be_printed_is_not_told(css: str) -> None:
    assert told(css) == []


def test_our_own_sheets_ask_for_nothing_of_it() -> None:
    brands = (folder / "layouts" for folder in (shipped("assets") / "brands").iterdir())
    sheets = [sheet for home in (shipped("layouts"), *brands) for sheet in home.glob("css/*.css")]
    assert len(sheets) > 30
    for sheet in sheets:
        if not sheet.name.endswith(("web.css", "large-print.css")):
            assert told(sheet.read_text(encoding="utf-8")) == [], sheet.name


def test_only_the_print_edition_refuses_such_a_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "layouts" / "css"
    folder.mkdir(parents=True)
    (folder / "own.css").write_text("p { border: 1pt groove red }")
    (folder / "own.web.css").write_text("p { border: 1pt ridge red }")
    made, house = work(statement()), House(tmp_path)
    fill(made, house)
    with pytest.raises(InputFaults) as refused:
        fill(made, house, form=Form.PRINT)
    assert [str(fault.place) for fault in refused.value.faults] == ["layouts/css/own.css:1"]


def test_warnings_go_with_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "layouts" / "css"
    folder.mkdir(parents=True)
    (folder / "own.print.css").write_text("p { mix-blend-mode: multiply }")
    found = fill(work(statement()), House(tmp_path), form=Form.PRINT)
    assert [fault.code for fault in found.faults] == ["B-015"]
    assert fill(work(statement()), House(tmp_path)).faults == ()
