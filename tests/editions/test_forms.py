"""Four forms of one text: the same words in each, and what is special in each."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from publish import compose, read
from publish.check.drawing import Shown
from publish.check.page_walk import read_drawing
from publish.check.words import said_in
from publish.editions import EDITIONS
from publish.model import Brand, Colours, House
from publish.model.form import Form
from publish.standards import PROFILES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PROJECTS = sorted(file.parent for file in EXAMPLES.rglob("publish.toml"))
WORKS = {
    f"{work.name}.{work.language}": work
    for project in PROJECTS
    for work in read.works([project]).works
}

#: The least size of anything on a page of large print, in points.
LEAST = 16


@pytest.mark.parametrize("name", sorted(WORKS))
def test_every_form_says_the_same_words(name: str) -> None:
    # Each recipe compares its file with its page; so the pages speak for the files.
    work = WORKS[name]
    house, _ = read.house(work.source.folder)
    paper, *others = (compose.fill(work, house, form=form) for form in Form)
    for composed in others:
        _leave_out_charts(paper.root)
        _leave_out_charts(composed.root)
        assert said_in(composed.root) == said_in(paper.root)


def _leave_out_charts(root: object) -> None:
    """Take out the pictures of charts: large print has the list that says the same."""
    for figure in root.iter("figure"):  # type: ignore[attr-defined]
        if "chart-figure" in figure.get("class", ""):
            figure.set("hidden", "")


@pytest.mark.parametrize("name", ["school-records.fr", "school-records.ar", "school-records.zh"])
def test_nothing_in_large_print_is_small(name: str) -> None:
    work = WORKS[name]
    house, _ = read.house(work.source.folder)
    made = EDITIONS["large-print"](work, house, PROFILES["ua-1"], draft=True)
    assert min(_sizes(made.content)) >= LEAST - 0.01


def _sizes(pdf: bytes) -> Iterator[float]:
    """Yield the size of each run of text on its page, folios and marks of a draft included."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for item in read_drawing(opened).items:
            if isinstance(item, Shown) and item.text.strip():
                yield item.size


def test_accent_that_is_too_pale_for_large_print_becomes_black() -> None:
    pale = House(brand=Brand(colours=Colours(accent="#767676")))
    work = WORKS["retour-des-familles.fr"]
    sheets = "".join(compose.fill(work, pale, form=Form.LARGE_PRINT).stylesheets)
    assert "--accent: #000000" in sheets


@pytest.mark.parametrize("edition", ["html", "text"])
def test_form_makes_the_same_bytes_twice(edition: str) -> None:
    work = WORKS["water-for-schools.zh"]
    house, _ = read.house(work.source.folder)
    made = [EDITIONS[edition](work, house, PROFILES["ua-1"], draft=False) for _ in range(2)]
    assert made[0].content == made[1].content
    assert [check.name for check in made[0].checks] == ["words"]


def test_text_names_the_files_of_its_sister_versions() -> None:
    made = EDITIONS["text"](WORKS["seed-convoys.fr"], House(), PROFILES["ua-1"], draft=True)
    assert "seed-convoys." not in made.content.decode()  # it has none
    made = EDITIONS["text"](WORKS["marsal-bridge.fr"], House(), PROFILES["ua-1"], draft=True)
    assert "\nEnglish\n  marsal-bridge.en.txt\n" in made.content.decode()
