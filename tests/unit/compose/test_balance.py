"""Lines of titles."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment

from publish.compose.balance import balancing, joined, phrases
from publish.model import Brand, Faces
from tests.unit.compose.conftest import words


def _width(
    text: str, language: str = "fr", part: str = "title", faces: Faces | None = None
) -> float | None:
    jinja = Environment(autoescape=True)
    brand = Brand(faces=faces or Faces())
    context = jinja.from_string("").new_context({"language": language, "brand": brand})
    balanced = balancing(())
    found = re.search(
        r"max-width: ([\d.]+)em", balanced(context, words(text, language), part, 15.7)
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
