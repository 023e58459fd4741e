"""Where the lines of a page stand, and how long they are: measured on laid out pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import pytest

from publish import compose
from publish.model import House, Prose, Source, Statement, Words, Work
from publish.render import fonts
from publish.render.document import Typesetter
from publish.render.pictures import Gallery

SENTENCES = {
    "fr": "L'eau du lac baisse depuis douze ans ; les familles de la rive nord le disent tout bas.",
    "en": "The water of the lake has been falling for twelve years, and the families say it aloud.",
    "es": "El agua del lago baja desde hace doce años, y las familias de la orilla norte lo dicen.",
    "ru": "Вода в озере убывает двенадцать лет, и семьи северного берега говорят об этом вслух.",
    "ar": "مياه البحيرة تنخفض منذ اثنتي عشرة سنة، وتقول ذلك أسر الضفة الشمالية بصوت خافت.",
    "zh": "湖水连续十二年下降，北岸的人家低声谈论这件事，孩子们也听在心里。",
}

#: Height of a line in points, by language; see languages.css.
LINES = {"ar": 22, "zh": 18}

#: How far a line may stand off its grid, in points.
NEAR = 0.2

PT = 0.75  # of a CSS pixel


class Line(NamedTuple):
    """A line on a page, in points."""

    page: int
    tag: str
    baseline: float
    text: str


def _pages(language: str) -> Iterator[Line]:
    """Lay out a text with all that may lead off the grid."""
    text = SENTENCES[language]
    paragraph = f"<p>{' '.join([text] * 4)}</p>"
    items = "".join(f"<li>{text}</li>" for _ in range(2))
    block = (
        f"{paragraph}{paragraph}<h2>{text[:20]}</h2>{paragraph}"
        f"<ul>{items}</ul>{paragraph}<ol>{items}<li>{text}</li></ol>{paragraph}"
        f"<blockquote><div>{text} {text}</div></blockquote>{paragraph}"
        f"<h3>{text[:20]}</h3>{paragraph}<ul>{items}{items}</ul>{paragraph}"
        f"<ul><li>{text}</li></ul>{paragraph}<h2>{text[:20]}</h2><h3>{text[:20]}</h3>{paragraph}"
    )
    statement = Statement(
        title=Words(text[:30], language), language=language, body=Prose(block, language)
    )
    source = Source(Path("/nowhere/lake.md"), "lake.md", "0" * 64, Path("/nowhere"))
    composed = compose.fill(Work("lake", language, source, statement), House())
    for number, page in enumerate(
        Typesetter(composed.source.folder, fonts.configuration(), Gallery()).lay_out(composed).pages
    ):
        yield from _lines(page._page_box, number)


def _lines(box: Any, page: int) -> Iterator[Line]:
    for inside in box.descendants():
        if type(inside).__name__ == "LineBox" and inside.element_tag in ("p", "li", "div"):
            parts = [part for part in inside.descendants() if getattr(part, "text", None)]
            baseline = (inside.position_y + inside.baseline) * PT
            yield Line(page, inside.element_tag, baseline, "".join(part.text for part in parts))


@pytest.fixture(scope="module")
def lines() -> dict[str, list[Line]]:
    return {language: [*_pages(language)] for language in SENTENCES}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_line_of_the_text_stands_on_the_grid(
    lines: dict[str, list[Line]], language: str
) -> None:
    half = LINES.get(language, 15) / 2
    body = [line for line in lines[language] if line.tag == "p" and len(line.text) > 20]
    assert len({line.page for line in body}) > 1
    for page in {line.page for line in body}:
        ours = [line for line in body if line.page == page]
        off = [(line.baseline - ours[0].baseline) % half for line in ours]
        wrong = [line.text for line, by in zip(ours, off, strict=True) if min(by, half - by) > NEAR]
        assert not wrong


@pytest.mark.parametrize("language", SENTENCES)
def test_the_measure_is_easy_to_read(lines: dict[str, list[Line]], language: str) -> None:
    ours = lines[language]
    full = [
        len(line.text.strip())
        for line, following in pairwise(ours)
        if line.tag == following.tag == "p"
        and 0 < following.baseline - line.baseline < LINES.get(language, 15) + 1
    ]
    least, most = (30, 42) if language == "zh" else (55, 75)
    assert least <= mean(full) <= most
    assert max(full) <= most * 1.1


@pytest.mark.parametrize("language", SENTENCES)
def test_no_line_ends_where_two_things_belong_together(
    lines: dict[str, list[Line]], language: str
) -> None:
    for line in lines[language]:
        assert not line.text.startswith(("\u00a0", "\u202f", ";", ":", "!", "?", "»", "–", "—"))
        assert not line.text.endswith(("\u00a0", "\u202f", "«"))


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", " "])
def test_an_element_that_does_not_fit_takes_only_the_word_before_it_along(space: str) -> None:
    text = " ".join(["mot"] * 17)
    for more in range(1, 16):
        html = f"<p>{text} 2026{space}<b>{'a' * more}</b> fin</p>"
        statement = Statement(title=Words("Titre", "fr"), language="fr", body=Prose(html, "fr"))
        source = Source(Path("/nowhere/lake.md"), "lake.md", "0" * 64, Path("/nowhere"))
        composed = compose.fill(Work("lake", "fr", source, statement), House())
        page = (
            Typesetter(composed.source.folder, fonts.configuration(), Gallery())
            .lay_out(composed)
            .pages[0]
        )
        first = next(line for line in _lines(page._page_box, 0) if "mot" in line.text)
        assert len(first.text) > 50
