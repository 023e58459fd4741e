"""Our labels and colours as they are shipped."""

from __future__ import annotations

import re
import tomllib

import pytest

from publish.model import Colours
from publish.resources import shipped
from publish.standards.contrast import FOR_TEXT, contrast

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label(language: str) -> None:
    folder = shipped("layouts") / "labels"
    english = tomllib.loads((folder / "en.toml").read_text(encoding="utf-8"))
    labels = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    assert labels.keys() == english.keys()
    assert all(labels.values())


def test_every_colour_of_text_is_dark_enough() -> None:
    ours = Colours()
    assert min(map(contrast, (ours.ink, ours.soft, ours.accent, ours.alert))) >= FOR_TEXT


def test_style_sheets_name_colours_by_their_role() -> None:
    sheets = (shipped("layouts") / "css").glob("*.css")
    assert not [
        s.name for s in sheets if re.search(r"[\s{;(]#[0-9a-f]{3,6}\b", s.read_text("utf-8"))
    ]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#ffffff") == pytest.approx(1)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
