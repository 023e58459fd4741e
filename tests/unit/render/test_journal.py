"""The engine's log becomes faults with places."""

import logging
from pathlib import Path

import pytest

from publish.model import Place, Severity, Source
from publish.render.journal import Journal

LOG = logging.getLogger("weasyprint")


@pytest.fixture
def journal(tmp_path):
    with Journal(Source(tmp_path / "page.html", "page.html", "", tmp_path)) as journal:
        yield journal


def test_missing_picture_names_its_line(journal):
    place = Place("page.html", 12)
    journal.pictures["a.png"] = place, "picture 3"
    LOG.error("Failed to load image at 'a.png': %s", "FileNotFoundError: a.png")
    (fault,) = journal.faults
    assert (fault.code, fault.place, fault.element) == ("F-003", place, "picture 3")
    assert "there is no such file" in fault.detail


def test_character_without_font(journal):
    LOG.warning("No glyph (U+1F600)")
    assert "GRINNING FACE" in journal.faults[0].detail


def test_style_is_a_warning(journal):
    LOG.warning("Ignored `x: y`")
    assert journal.faults[0].severity is Severity.WARNING


def test_same_line_once(journal):
    LOG.warning("Ignored `x: y`")
    LOG.warning("Ignored `x: y`")
    assert len(journal.faults) == 1


def test_machine_stays_unnamed(journal, tmp_path):
    LOG.warning("Ignored in %s/style.css and file:///project/a.css", tmp_path.resolve())
    assert str(tmp_path) not in journal.faults[0].detail
    assert "file:///project/" not in journal.faults[0].detail


def test_ends_with_the_work(tmp_path):
    with Journal(Source(Path("p.html"), "p.html", "", tmp_path)) as journal:
        pass
    assert journal not in LOG.handlers
