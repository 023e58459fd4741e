"""A project's own fonts stand beside ours: `brand/fonts` is all it takes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from publish import read
from publish.batch.run import Order, run
from publish.cli.progress import Progress
from publish.editions import accessible
from publish.errors import InputFaults
from publish.model import House
from publish.resources import shipped
from publish.standards import PROFILES

TEXT = """+++
kind = "page"
lang = "en"
title = "A smile"
+++

We smile: \U0001f600.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "publish.toml").write_text("")
    (tmp_path / "smile.en.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "brand" / "fonts").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def font() -> Callable[[Path], None]:
    """Return a function that writes a font with one character, a square."""

    def font(file: Path) -> None:
        pen = TTGlyphPen(None)
        pen.moveTo((100, 0))
        for corner in ((100, 700), (800, 700), (800, 0)):
            pen.lineTo(corner)
        pen.closePath()
        square = pen.glyph()
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder([".notdef", "smile"])
        builder.setupCharacterMap({0x1F600: "smile"})
        builder.setupGlyf({".notdef": square, "smile": square})
        builder.setupHorizontalMetrics({".notdef": (900, 100), "smile": (900, 100)})
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": "Smile", "styleName": "Regular"})
        builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
        builder.setupPost()
        builder.save(file)

    return font


def faults(project: Path) -> list[str]:
    (work,) = read.works([project]).works
    edition = accessible(work, House(project), PROFILES["ua-1"])
    return [fault.code for fault in edition.faults]


def test_a_character_that_only_the_project_has(project, font):
    assert "F-001" in faults(project)
    # What a folder holds is looked at once in a run.
    project = project.rename(project.with_name("other"))
    font(project / "brand" / "fonts" / "smile.ttf")
    assert faults(project) == []


def test_two_files_of_one_description_are_refused_once(project, font):
    font(project / "brand" / "fonts" / "one.ttf")
    font(project / "brand" / "fonts" / "two.ttf")
    (project / "grin.en.md").write_text(TEXT, encoding="utf-8")
    order = Order([project], project / "output", PROFILES["ua-1"])
    result = run(order, Progress(silent=True))
    (fault,) = result.faults
    assert str(fault).startswith("F-002")
    assert "as in brand/fonts/one.ttf\n  at   brand/fonts/two.ttf" in str(fault)
    assert result.refused == ["grin", "smile"]


def test_a_twin_of_one_of_ours_is_named(project):
    ours = shipped("assets") / "fonts" / "amiri" / "Amiri_400Regular.ttf"
    shutil.copyfile(ours, project / "brand" / "fonts" / "a.ttf")
    with pytest.raises(InputFaults, match=r"\n  at   brand/fonts/a.ttf\n"):
        faults(project)


def test_the_licence_of_a_font_is_no_text(project):
    (project / "brand" / "fonts" / "OFL.txt").write_text("Permission is granted.")
    (project / "layouts" / "partials").mkdir(parents=True)
    (project / "layouts" / "partials" / "end.html").write_text("<p></p>")
    reading = read.works([project])
    assert [work.name for work in reading.works] == ["smile"]
    assert reading.faults == ()
