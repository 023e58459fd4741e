"""Lines of titles."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment

from publish.compose.measure.advances import advances
from publish.compose.measure.balance import balancing, kept_together, phrases, unparted
from publish.compose.measure.joining import joined
from publish.compose.measure.short_words import short_words
from publish.model import Brand, Faces
from tests.unit.compose.conftest import words

#: What the measure of A4 leaves, in points.
SIDES = {"rail-side": 57 * 72 / 25.4, "outer": 25 * 72 / 25.4, "head-reach": 0.0}


def _lines(text: str, language: str, measure: float = 15.7) -> list[str]:
    """Break a title as the engine will at the width that was chosen."""
    pieces = unparted(text, language)
    width = _width(text, language, measure=measure) or measure
    advance = advances(("Source Serif 4",), 600, False)
    lines = [""]
    for piece in pieces:
        if lines[-1] and sum(map(advance, lines[-1] + piece.rstrip())) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _width(
    text: str,
    language: str = "fr",
    part: str = "title",
    faces: Faces | None = None,
    measure: float | None = None,
) -> float | None:
    jinja = Environment(autoescape=True)
    brand = Brand(faces=faces or Faces())
    known = {"title-size": 23.0, "large-print": 18.0} | SIDES
    context = jinja.from_string("").new_context(
        {"language": language, "brand": brand, "lengths": known}
    )
    balanced = balancing(())
    found = re.search(
        r"max-width: ([\d.]+)em", balanced(context, words(text, language), part, measure)
    )
    return float(found[1]) if found else None


def test_a_title_of_one_line_is_left_alone() -> None:
    assert _width("Ouvrir mille classes") is None
    assert _width("") is None


def test_a_title_with_one_word_too_many_is_narrowed() -> None:
    width = _width("Ouvrir mille classes dans les quartiers")
    assert width is not None
    assert 9 < width < 13


def test_chinese_may_break_between_any_two_characters() -> None:
    assert _width("让回家成为可能五个机构对流离失所家庭的承诺", "zh") == pytest.approx(11, abs=0.7)


def test_arabic_is_measured_in_its_joined_forms() -> None:
    assert _width("الماء لكل مدرسة: ثلاث هيئات تتعهد بالعمل معاً", "ar") is not None
    assert joined("بيت") == "\ufe91\ufef4\ufe96"
    assert joined("دار") == "\ufea9\ufe8d\ufead"
    assert joined("مَاء") == "\ufee3\ufe8e\ufe80"


def test_a_word_wider_than_the_measure_is_left_to_the_engine() -> None:
    assert _width("Donaudampfschifffahrtsgesellschaftskapitänsversammlung heute") is None


def test_the_faces_of_the_brand_are_measured() -> None:
    title = "Ouvrir mille classes dans les quartiers"
    sans = _width(title, faces=Faces(text=("Source Sans 3",)))
    serif = _width(title)
    assert sans is not None
    assert serif is not None
    assert sans < serif


def test_a_family_that_nobody_has_gives_way_to_the_next() -> None:
    title = "Ouvrir mille classes dans les quartiers"
    assert _width(title, faces=Faces(text=("No Such Face", "Source Serif 4"))) == _width(title)


def test_phrases_of_a_chinese_title_are_not_divided() -> None:
    assert phrases("一个湖泊四个湖岸：我们入冬之前") == ["一个湖泊四个湖岸：", "我们入冬之前"]
    assert phrases("让回家成为可能") == []
    assert phrases("One lake: four shores") == []
    assert _width("一个湖泊四个湖岸：我们入冬之前要做的事情", "zh") == pytest.approx(11.2, abs=0.4)


def test_a_line_ends_behind_a_colon_where_that_is_near() -> None:
    assert _lines("Before the first frost: a common framework for winter shelter", "en") == [
        "Before the\u00a0first frost:",
        "a\u00a0common framework",
        "for\u00a0winter shelter",
    ]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Ouvrir des classes dans les quartiers et sur les rives de la mer"),
        ("en", "A school record for every child on the road to the next town"),
        ("es", "Un registro escolar para cada niña en el camino de la ciudad"),
        ("ru", "Школьный журнал для каждого ребёнка на дороге и в городе"),
        ("de", "Ein Zeugnis für jedes Kind auf dem Weg in die Stadt am See"),
    ],
)
def test_no_line_ends_with_a_short_word(language: str, title: str) -> None:
    for measure in (9.0, 11.3, 13.5, 15.7):
        lines = _lines(title, language, measure)
        assert not any(line.split()[-1].lower() in short_words(language) for line in lines)


def test_short_words_and_signs_stay_with_their_neighbours() -> None:
    french = short_words("fr-CA")
    assert kept_together("Le pont : la rive", french) == "Le~pont~: la~rive".replace("~", "\u00a0")
    assert kept_together("« Le pont »", french) == "«~Le~pont~»".replace("~", "\u00a0")
    assert kept_together("Le pont", short_words("is")) == "Le pont"
