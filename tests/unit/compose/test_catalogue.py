"""Our labels and colours as they are shipped."""

from __future__ import annotations

import re
import tomllib

import pytest

from publish.compose.house import LEAST_CONTRAST, contrast_on_white
from publish.resources import shipped

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label(language: str) -> None:
    folder = shipped("layouts") / "labels"
    english = tomllib.loads((folder / "en.toml").read_text(encoding="utf-8"))
    labels = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    assert labels.keys() == english.keys()
    assert all(labels.values())


def test_every_colour_of_text_is_dark_enough() -> None:
    sheets = sorted((shipped("layouts") / "css").glob("*.css"))
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    colours = re.findall(r"--(?:ink|soft|alert): (#\w{6})", css)
    assert len(colours) == 3
    assert not re.findall(r"[\s{;]color: #", css), "colours of text are tokens"
    assert min(map(contrast_on_white, colours)) >= LEAST_CONTRAST


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)
