"""Datelines in many forms, and sentences that are none."""

from __future__ import annotations

import datetime

import pytest

from publish.read.page_text.dateline import find_dateline, whole_dateline
from publish.read.page_text.dates import find_date, whole_date

#: The line, its places, whether it has the date 24 June 2022.
DATELINES = [
    ("NEW YORK/GENEVA/ROME – We begin", "NEW YORK|GENEVA|ROME", False),
    ("Geneva, 24 June 2022 — We begin", "Geneva", True),
    ("GENÈVE (24 juin 2022) – Les villes", "GENÈVE", True),
    ("GENÈVE (24 juin 2022) Les villes", "GENÈVE", True),
    ("(Geneva, 24 June 2022) We begin", "Geneva", True),
    ("Genève, le 24 juin 2022 – Les villes", "Genève", True),
    ("Genève : Aujourd'hui, les villes", "Genève", False),
    ("Rome/Genève – Aujourd'hui, les villes", "Rome|Genève", False),
    ("24 juin 2022, Genève et Rome – Les villes", "Genève|Rome", True),
    ("Ginebra: Hoy, las ciudades", "Ginebra", False),
    ("Ginebra y Nueva York, 24 de junio de 2022: Las ciudades", "Ginebra|Nueva York", True),
    ("La Haya, viernes 24 de junio de 2022.- Las ciudades", "La Haya", True),
    ("日内瓦/纽约,2022年6月24日 — 今天", "日内瓦|纽约", True),
    ("日内瓦／纽约，2022年6月24日——今天", "日内瓦|纽约", True),
    ("2022年6月24日，日内瓦：今天", "日内瓦", True),
    ("日内瓦和纽约 — 今天", "日内瓦|纽约", False),
    ("【日内瓦，2022年6月24日】今天", "日内瓦", True),
    ("نيويورك/جنيف – أطلق", "نيويورك|جنيف", False),
    ("نيويورك وجنيف – أطلق", "نيويورك|جنيف", False),
    ("وارسو – أطلق", "وارسو", False),
    ("جنيف، ٢٤ يونيو ٢٠٢٢ – أطلق", "جنيف", True),
    ("جنيف وروما ونيويورك، 24 حزيران/يونيه 2022: أطلق", "جنيف|روما|نيويورك", True),
    ("Женева/Нью-Йорк, 24 июня 2022 года — Сегодня", "Женева|Нью-Йорк", True),
    ("Женева и Рим – Сегодня", "Женева|Рим", False),
    ("New York - Geneva - The towns", "New York|Geneva", False),
    ("New York-Geneva: The towns", "New York|Geneva", False),
    ("Geneva, Switzerland, June 24, 2022 – The towns", "Geneva", True),
    ("Washington, D.C. – The towns", "Washington, D.C.", False),
    ("GENEVA (River News) – The towns", "GENEVA", False),
    ("Cox's Bazar/Geneva – The towns", "Cox's Bazar|Geneva", False),
    ("Port-au-Prince – Les villes", "Port-au-Prince", False),
    ("Smalltown – Today the towns", "Smalltown", False),
]

SENTENCES = [
    "We call for three things: bridges, boats and time",
    "Today: we begin",
    "Note: this is a sentence",
    "Bridges first – we must act",
    "The city of Geneva: a place by the water",
    "Geneva – the city of bridges – hosts us",
    "In Geneva, on 24 June 2022, the towns met – all of them – to say",
    "Sur nos trente ponts – un de plus que jadis – la ville",
    "Sur nos trente ponts - un de plus que jadis - la ville",
    "Nous demandons : des ponts",
    "OFR – The towns must act",
    "Enough – This must stop",
    "Education: Every child",
    "24 June 2022 – The towns met",
    "Peace, Justice and Bread – The towns",
    "World River Day: A statement",
    "今天,我们宣布:和平",
    "在日内瓦,我们宣布:和平",
    "我们呼吁：开放桥梁",
    "نحن ندعو إلى: السلام",
    "Сегодня мы заявляем: мосты",
    "Hoy: Las ciudades",
    "Geneva –",
    "Smalltown – The towns must act",
    "Universal Health Coverage – Every town must act",
    "Paris Agreement – The towns must act",
    "Water/Bread – The towns must act",
    "",
]


@pytest.mark.parametrize(("line", "places", "dated"), DATELINES)
def test_dateline(line: str, places: str, dated: bool) -> None:
    found = find_dateline(line)
    assert found is not None
    assert found.text + found.mark + found.rest == line
    assert found.places == tuple(places.split("|"))
    assert found.date == (datetime.date(2022, 6, 24) if dated else None)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentence_is_no_dateline(line: str) -> None:
    assert find_dateline(line) is None


def test_unknown_place_is_less_sure() -> None:
    unknown, known = find_dateline("Smalltown – Today"), find_dateline("Rome – Today")
    assert unknown is not None and unknown.confidence.value == "medium"
    assert known is not None and known.confidence.value == "high"
    colon = find_dateline("Rome: The towns")
    assert colon is not None and colon.confidence.value == "medium"


@pytest.mark.parametrize("line", ["Geneva, 24 June 2022", "Genève –", "日内瓦,2022年6月24日"])
def test_dateline_on_its_own_line(line: str) -> None:
    found = whole_dateline(line)
    assert found is not None and (found.text, found.mark) == (line, "")


@pytest.mark.parametrize("line", ["Geneva", "24 June 2022", "Declaration, 24 June 2022", "x" * 200])
def test_other_short_lines_are_no_datelines(line: str) -> None:
    assert whole_dateline(line) is None


@pytest.mark.parametrize(
    "text",
    ["24 June 2022", "June 24, 2022", "24 juin 2022", "24 de junio de 2022", "24 июня 2022 г.",
     "24 حزيران/يونيو 2022", "٢٤ يونيو ٢٠٢٢", "2022年6月24日", "2022-06-24", "24. Juni 2022",
     "Friday, 24 June 2022", "24 de junho de 2022"],
)  # fmt: skip
def test_dates(text: str) -> None:
    found = whole_date(text)
    assert found is not None and found.date == datetime.date(2022, 6, 24)


def test_date_without_year_or_without_such_a_day() -> None:
    for text in ("24 June", "31 June 2022", "2022-13-01"):
        found = find_date(text)
        assert found is not None and found.date is None
    assert find_date("no date here") is None


@pytest.mark.parametrize("line", ["Maputo, Moçambique", "Nairobi, Kenya", "Dakar (Sénégal)"])
def test_city_with_its_country_is_a_dateline_of_its_own(line: str) -> None:
    found = whole_dateline(line)
    assert found is not None and found.text == line and len(found.places) == 1


@pytest.mark.parametrize("line", ["Water, Kenya", "Kenya, Nairobi and more", "Nairobi"])
def test_a_place_is_no_dateline_without_city_and_country(line: str) -> None:
    assert whole_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié le mardi 7 janvier 2020", "2020-01-07"),
        ("Published on 24 June 2022", "2022-06-24"),
        ("12.05.2022", "2022-05-12"),
        ("24/06/2022", "2022-06-24"),
        ("03/05/2021", "None"),
    ],
)
def test_dates_as_pages_print_them(line: str, date: str) -> None:
    """A date that can be read in two ways is none."""
    found = whole_date(line)
    assert found is not None and str(found.date) == date
