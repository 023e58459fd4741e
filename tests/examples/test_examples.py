"""Every example can be published in every form, and its language versions agree."""

import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from publish import read
from publish.editions import EDITIONS
from publish.model import Severity
from publish.standards import PROFILES

TOP = Path(__file__).resolve().parents[2]
EXAMPLES = TOP / "examples"
PROJECTS = sorted(file.parent for file in EXAMPLES.rglob("publish.toml"))
READINGS = {folder: read.works([folder]) for folder in PROJECTS}
WORKS = {
    f"{work.name}.{work.language}": work for reading in READINGS.values() for work in reading.works
}
#: README.md, which is no text to publish, and what surrounds the main part of a web page.
TOLD_AS_LEFT_OUT = {"R-013", "R-070"}
LANGUAGES_OF = {
    name: [work.language for work in WORKS.values() if work.name == name]
    for name in {work.name for work in WORKS.values()}
}
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.fixture(scope="module")
def houses():
    return {folder: read.house(folder) for folder in PROJECTS}


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_nothing_is_wrong_with_what_is_read(folder, houses):
    house, faults = houses[folder]
    found = [*faults, *READINGS[folder].faults]
    assert [str(fault) for fault in found if fault.ruling.code not in TOLD_AS_LEFT_OUT] == []
    assert house.brand.logos


def test_examples_are_there_in_both_brands_on_both_sheets(houses):
    brands = {(house.brand.key, house.brand.format) for house, _ in houses.values()}
    assert brands == {("rail", "A4"), ("band", "Letter")}


#: Print takes long, by its plates: one language of each work, and one work in three scripts.
PRINTED = {f"{work.name}.{min(LANGUAGES_OF[work.name])}" for work in WORKS.values()} | {
    "school-records.fr",
    "school-records.zh",
}


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        (name, edition)
        for name in sorted(WORKS)
        for edition in sorted(EDITIONS)
        if edition != "print" or name in PRINTED
    ],
)
def test_example_is_published_without_a_fault(name, edition, houses, keep):
    work = WORKS[name]
    house, _ = houses[work.source.folder]
    made = EDITIONS[edition](work, house, PROFILES["ua-1"])
    assert [str(fault) for fault in made.faults] == []
    if made.content.startswith(b"%PDF"):
        keep(f"example-{name}.{edition}", made.content, made.claims)


@pytest.mark.parametrize("name", ["oma", "school-records"])
def test_work_is_there_in_six_languages(name):
    found = sorted(work.language for work in WORKS.values() if work.name == name)
    assert tuple(found) == LANGUAGES


def test_what_versions_share_is_said_in_each_language():
    lacking = []
    for file in sorted(EXAMPLES.glob("works/*/work.toml")):
        languages = {text.suffixes[0][1:] for text in file.parent.glob("*.md")}
        for path, table in tables_by_language(tomllib.loads(file.read_text(encoding="utf-8"))):
            if set(table) != languages:
                lacking.append((file.parent.name, path, languages ^ set(table)))
    assert lacking == []


def tables_by_language(value, path=""):
    """Yield each table whose keys are languages, with its path."""
    if isinstance(value, list):
        for number, entry in enumerate(value):
            yield from tables_by_language(entry, f"{path}[{number}]")
    elif isinstance(value, dict) and set(value) & set(LANGUAGES):
        yield path, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from tables_by_language(entry, f"{path}.{key}")


def test_versions_have_the_same_marks_in_their_texts():
    shapes = defaultdict(dict)
    for work in WORKS.values():
        if work.name in {"oma", "school-records", "marsal-bridge"}:
            text = work.source.path.read_text(encoding="utf-8")
            # Headings, calls, quotes, rows, notes and front matter: what begins each line.
            marks = re.findall(r"^(#+|- |> |\||\[\^\d\]|\[\[\w+\]\]|\w+ =)", text, re.MULTILINE)
            shapes[work.name][work.language] = marks
    for name, found in shapes.items():
        assert len({tuple(marks) for marks in found.values()}) == 1, name


class TestSignatories:
    @pytest.fixture(autouse=True)
    def made_up(self, monkeypatch):
        monkeypatch.syspath_prepend(str(TOP / "docs"))
        import signatories

        yield signatories
        sys.modules.pop("signatories")

    def test_as_many_sign_as_are_asked_for(self, made_up):
        for count in made_up.COUNTS:
            assert len(made_up.samples(count)) == (count or 9)

    def test_nobody_signs_twice(self, made_up):
        assert len(set(made_up.PEOPLE)) == len(made_up.PEOPLE) == max(made_up.COUNTS)

    def test_text_that_many_sign_is_read_without_a_fault(self, made_up, tmp_path):
        for count in made_up.COUNTS:
            file = tmp_path / f"signed-{count}.en.md"
            file.write_text(made_up.statement(count), encoding="utf-8")
            reading = read.works([file])
            stops = [fault for fault in reading.faults if fault.severity is Severity.FAULT]
            assert stops == []
            assert len(reading.works[0].content.signatories) == (count or 9)
