"""Numbers of one language found again in another."""

from __future__ import annotations

from collections import Counter

import pytest

from publish.check.sisters.numbers import differing, numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "3,2 % de 1 000, puis 1\u202f234,5 le 12 mars 2026 et 3,2 millions"),
        ("en", "3.2% of 1,000, then 1,234.5 on 12 March 2026, and 3.2 million"),
        ("es", "3,2 % de 1.000, 1.234,5 el 12 de marzo de 2026 y 3,2 millones"),
        ("ru", "3,2 % от 1000, 1234,5 12 марта 2026 года и 3,2 млн человек"),
        ("ar", "٣٫٢٪ من ١٬٠٠٠ ثم 1,234.5 في 12 آذار/مارس 2026 و3,2 مليون"),
        ("zh", "1000的3.2%、1,234.5、2026年3月12日、320万"),
    ],
)
def test_six_languages_write_the_same_numbers(language: str, text: str) -> None:
    assert sorted(numbers(text, language)) == ["1000", "12", "1234.5", "2026", "3.2%", "3200000"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "5 miles", ["5"]),
        ("de", "12.03.2026", ["12", "2026", "3"]),
        ("en", "1.500", ["1.5"]),
        ("fr", "1.500", ["1500"]),
        ("fr", "de 2024 2025", ["2024", "2025"]),
        ("xx", "7", ["7"]),
        ("zh", "14亿", ["1400000000"]),
    ],
)
def test_odd_numbers(language: str, text: str, found: list[str]) -> None:
    assert sorted(numbers(text, language)) == found


def test_a_small_number_may_be_a_word_in_the_other_text() -> None:
    assert differing(Counter(["3", "2026"]), Counter(["2026"])) == ([], [])
    assert differing(Counter(["3"]), Counter(["4"])) == (["3"], ["4"])
    assert differing(Counter(["3%"]), Counter()) == (["3%"], [])
