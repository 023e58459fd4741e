"""Layouts of a project: what they can change, and how they fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2.sandbox import SandboxedEnvironment

from publish.compose import fill
from publish.errors import InputFaults
from publish.model import Fault, House
from tests.unit.compose.conftest import statement, text_of, words, work


def _fault(project: Path, **files: str) -> Fault:
    """Write layouts, fill a statement, and return the only fault."""
    _write(project, **files)
    with pytest.raises(InputFaults) as error:
        fill(work(statement()), House(project))
    (fault,) = error.value.faults
    return fault


def _write(project: Path, **files: str) -> None:
    for name, text in files.items():
        path = project / "layouts" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_missing_field_is_a_fault_with_the_line_of_the_layout(tmp_path: Path) -> None:
    fault = _fault(tmp_path, statement="<main>\n<p>{{ statement.colour }}</p>\n</main>")
    assert str(fault).startswith(
        "C-001 the layout asks for something that this text does not have: "
    )
    assert "colour" in fault.detail
    assert str(fault.place) == "layouts/statement.html:2"


def test_an_empty_field_is_a_fault_and_never_the_word_none(tmp_path: Path) -> None:
    fault = _fault(tmp_path, statement="<p>{{ statement.subtitle }}</p>")
    assert (fault.code, str(fault.place)) == ("C-001", "layouts/statement.html:1")


def test_a_fault_in_a_part_names_the_part(tmp_path: Path) -> None:
    fault = _fault(tmp_path, **{"partials/end": "\n\n{{ nobody }}"})
    assert (fault.code, str(fault.place)) == ("C-001", "layouts/partials/end.html:3")


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("{% include 'partials/nowhere.html' %}", "C-002"),
        ("{% if %}", "C-003"),
        ("{{ statement.title.__class__.__mro__ }}", "C-004"),
        ("{{ 1 // 0 }}", "C-005"),
        ("{{ labels.weather }}", "C-006"),
    ],
)
def test_a_wrong_layout_is_a_fault(tmp_path: Path, layout: str, code: str) -> None:
    assert _fault(tmp_path, statement=layout).code == code


def test_a_layout_cannot_reach_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    assert _fault(tmp_path, statement="{% include '../secret.html' %}").code == "C-002"


def test_a_layout_that_loses_words_is_refused(tmp_path: Path) -> None:
    fault = _fault(tmp_path, **{"partials/heading": "<h1>{{ statement.title }}</h1>"})
    assert (fault.code, fault.detail) == ("C-008", "“Déclaration commune”")


def test_a_project_replaces_one_part(tmp_path: Path) -> None:
    _write(tmp_path, **{"partials/end": "<p class='end'>FIN</p>"})
    root = fill(work(statement()), House(tmp_path)).root
    assert text_of(root.find(".//p[@class='end']")) == "FIN"


def test_a_project_builds_on_our_layout(tmp_path: Path) -> None:
    layout = '{% extends "shipped/statement.html" %}{% block running %}Maison{% endblock %}'
    _write(tmp_path, statement=layout)
    root = fill(work(statement()), House(tmp_path)).root
    assert root.find("body").get("data-running") == "Maison"  # type: ignore[union-attr]


def test_style_sheets_are_replaced_by_name_and_added_at_the_end(tmp_path: Path) -> None:
    css = tmp_path / "layouts" / "css"
    css.mkdir(parents=True)
    (css / "tables.css").write_text("/* own tables */", encoding="utf-8")
    (css / "brand.css").write_text("/* own brand */", encoding="utf-8")
    ours = fill(work(statement()), House()).stylesheets
    sheets = fill(work(statement()), House(tmp_path)).stylesheets
    assert "/* own tables */" in sheets
    assert sheets[-1] == "/* own brand */"
    assert len(sheets) == len(ours) + 1


def test_labels_of_a_language_without_catalogue_are_english_and_say_so() -> None:
    root = fill(work(statement(language="pt", title=words("Abrir", "pt"))), House()).root
    label = root.find(".//dl/div/dt")
    assert label is not None
    assert (label.text, label.get("lang")) == ("Date", "en")


def test_layouts_are_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, **{"partials/end": "<p>One</p>"})
    fill(work(statement()), House(tmp_path))
    compiled: list[str] = []
    compile_layout = SandboxedEnvironment.compile

    def counted(self: SandboxedEnvironment, source: str, name: str, *rest: object) -> object:
        compiled.append(name)
        return compile_layout(self, source, name, *rest)

    monkeypatch.setattr(SandboxedEnvironment, "compile", counted)
    fill(work(statement()), House(tmp_path))
    assert compiled == []
    _write(tmp_path, **{"partials/end": "<p>Two</p>"})
    os.utime(tmp_path / "layouts" / "partials" / "end.html", (1, 1))
    assert "Two" in text_of(fill(work(statement()), House(tmp_path)).root)
    assert compiled == ["partials/end.html"]


def test_a_project_brings_labels(tmp_path: Path) -> None:
    labels = tmp_path / "layouts" / "labels"
    labels.mkdir(parents=True)
    (labels / "pt.toml").write_text('date = "Data"', encoding="utf-8")
    content = statement(language="pt", title=words("Abrir", "pt"))
    label = fill(work(content), House(tmp_path)).root.find(".//dl/div/dt")
    assert label is not None
    assert (label.text, label.get("lang")) == ("Data", None)
