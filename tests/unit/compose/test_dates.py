"""Dates, moments and lists in six languages and beyond, held against CLDR."""

from __future__ import annotations

import datetime

import pytest
from jinja2 import Environment
from jinja2.runtime import Context

from publish.compose.layouts import dates

DAY = datetime.date(2026, 3, 12)
MOMENT = datetime.datetime(
    2026, 3, 12, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=1))
)


def on_page(language: str) -> Context:
    return Environment(autoescape=True).from_string("").new_context({"language": language})


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("fr", "12 mars 2026"),
        ("en", "12 March 2026"),
        ("en-US", "March 12, 2026"),
        ("es", "12 de marzo de 2026"),
        ("ru", "12 марта 2026\u202fг."),
        ("ar", "12 مارس 2026"),
        ("zh", "2026年3月12日"),
        ("he", "12 במרץ 2026"),
        ("de", "12. März 2026"),
        ("tlh", "2026-03-12"),
    ],
)
def test_a_date(language: str, day: str) -> None:
    assert dates.date_in_words(on_page(language), DAY) == day


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    first = datetime.date(2026, 10, 1)
    assert dates.date_in_words(on_page("fr"), first) == "1er octobre 2026"
    assert dates.date_in_words(on_page("es"), first) == "1 de octubre de 2026"


@pytest.mark.parametrize(
    ("language", "moment"),
    [
        ("fr", "12 mars 2026, 09:30 (UTC+01:00)"),
        ("en", "12 March 2026, 09:30 (GMT+01:00)"),
        ("es", "12 de marzo de 2026, 09:30 (GMT+01:00)"),
        ("ru", "12 марта 2026\u202fг., 09:30 (GMT+01:00)"),
        ("ar", "12 مارس 2026، 09:30 (غرينتش+01:00)"),
        ("zh", "2026年3月12日 09:30 (GMT+01:00)"),
    ],
)
def test_a_moment(language: str, moment: str) -> None:
    assert dates.moment_in_words(on_page(language), MOMENT) == moment


def test_a_moment_without_offset_names_the_zone_alone() -> None:
    noon = datetime.datetime(2026, 3, 12, 12, 0, tzinfo=datetime.UTC)
    assert dates.moment_in_words(on_page("fr"), noon) == "12 mars 2026, 12:00 (UTC)"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "A, B et C"),
        ("en", "A, B and C"),
        ("en-US", "A, B, and C"),
        ("es", "A, B y C"),
        ("ru", "A, B и C"),
        ("ar", "A وB وC"),
        ("zh", "A、B和C"),
        ("tlh", "A, B, C"),
    ],
)
def test_a_list(language: str, text: str) -> None:
    assert dates.list_in_words(on_page(language), "ABC") == text


@pytest.mark.parametrize(
    ("last", "text"),
    [("Italia", "Cuba e Italia"), ("Hierro", "Cuba y Hierro"), ("Perú", "Cuba y Perú")],
)
def test_the_spanish_and_changes_before_its_own_sound(last: str, text: str) -> None:
    assert dates.list_in_words(on_page("es"), ["Cuba", last]) == text


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "Suisse"), ("es", "Suiza"), ("ru", "Швейцария"), ("ar", "سويسرا"), ("zh", "瑞士")],
)
def test_a_country(language: str, name: str) -> None:
    assert dates.country_in_words(on_page(language), "CH") == name


def test_a_code_that_nobody_knows_stays() -> None:
    assert dates.country_in_words(on_page("fr"), "XX1") == "XX1"


def test_languages() -> None:
    assert dates.language_in_words(on_page("fr"), "ar") == "arabe"
    assert dates.own_name("es") == "Español"
