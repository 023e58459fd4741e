"""Lines of titles."""

from __future__ import annotations

import re

import pytest

from publish.compose.balance import balanced, joined
from tests.unit.compose.conftest import words


def _width(text: str, language: str = "fr") -> float | None:
    found = re.search(r"max-width: ([\d.]+)em", balanced(words(text, language), "title", 15.7))
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
