"""Our labels and colours as they are shipped."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from publish.compose.layouts.environment import layout_folders
from publish.compose.layouts.labels import Labels
from publish.model import Brand, Colours, House, Words
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


def test_french_labels_have_their_no_break_spaces() -> None:
    text = (shipped("layouts") / "labels" / "fr.toml").read_text(encoding="utf-8")
    labels = tomllib.loads(text).values()
    assert not [label for label in labels if re.search(r"(?<![\u00a0\u202f])[:;!?]", label)]


def labels_of(project: Path, language: str) -> Labels:
    return Labels(layout_folders(House(project)), language)


def written(project: Path, language: str, text: str) -> Path:
    folder = project / "layouts" / "labels"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.toml").write_text(text, encoding="utf-8")
    return project


def test_a_project_adds_a_language(tmp_path: Path) -> None:
    labels = labels_of(written(tmp_path, "pt", 'contacts = "Contactos"\n'), "pt-BR")
    assert (labels.contacts, labels.date) == (Words("Contactos", "pt-BR"), Words("Date", "en"))


def test_a_project_changes_one_label(tmp_path: Path) -> None:
    labels = labels_of(written(tmp_path, "fr", 'signatories = "Ont signé"\n'), "fr")
    assert (str(labels.signatories), str(labels.contacts)) == ("Ont signé", "Contacts")


def test_a_brand_changes_labels_and_the_project_comes_first(tmp_path: Path) -> None:
    brand = written(tmp_path / "brand", "fr", 'contacts = "Presse"\ndate = "Le"\n')
    project = written(tmp_path / "project", "fr", 'contacts = "Joindre"\n')
    folders = layout_folders(House(project, Brand(folder=brand)))
    labels = Labels(folders, "fr")
    assert (str(labels.contacts), str(labels.date)) == ("Joindre", "Le")


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
