"""The contact sheet: its page is what the command writes, and one page can be drawn."""

import importlib
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

TOP = Path(__file__).resolve().parents[2]
SHEET = TOP / "docs" / "sheet"
MOST = 4_000_000  # bytes of all pictures together


@pytest.fixture(scope="module")
def make_sheet():
    sys.path.insert(0, str(TOP / "docs"))
    yield importlib.import_module("make_sheet")
    sys.path.remove(str(TOP / "docs"))
    for name in ("make_sheet", "signatories"):
        sys.modules.pop(name, None)


def test_page_shows_every_sheet_with_words_for_it(make_sheet, monkeypatch):
    monkeypatch.setattr(make_sheet, "chromium", lambda: "chromium")
    assert (SHEET / "README.md").read_text(encoding="utf-8") == make_sheet.page()
    assert all(len(sheet.alt) > 60 for sheet in make_sheet.SHEETS.values())


def test_pictures_are_there_and_small(make_sheet):
    pictures = {file.stem: file for file in SHEET.glob("*.webp")}
    assert set(pictures) == set(make_sheet.SHEETS)
    assert sum(file.stat().st_size for file in pictures.values()) < MOST
    for name, file in pictures.items():
        with Image.open(file) as picture:
            columns = make_sheet.SHEETS[name].columns
            assert picture.width > columns * make_sheet.PAGE_WIDTH


def test_what_is_shown_is_there(make_sheet):
    for sheet in make_sheet.SHEETS.values():
        for shown in sheet.shown:
            assert shown.house in make_sheet.HOUSES
            assert (
                shown.text.startswith("works/signed/") or (TOP / "examples" / shown.text).is_file()
            )


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="no pdftoppm on this machine")
def test_one_page_is_drawn(make_sheet, tmp_path):
    folder = make_sheet.project(tmp_path / "band, Letter", "band, Letter")
    shown = make_sheet.Shown("one", make_sheet.SIGNED.format(1), last=1)
    (page,) = make_sheet.pages(shown, folder, tmp_path / "scratch")
    # US Letter: 11 by 8.5 inches.
    assert page.width == make_sheet.PAGE_WIDTH
    assert page.height / page.width == pytest.approx(11 / 8.5, abs=0.01)
