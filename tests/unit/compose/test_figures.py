"""How many entries stand side by side, and what keeps a row of them on one line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from publish.compose.measure.lengths import lengths
from publish.compose.organisation.figures import band, grid
from publish.model import Brand, Figure, Leader, Person
from publish.resources import shipped
from tests.unit.compose.conftest import words

SHEET = Path(str(shipped("layouts"))) / "css" / "tokens.css"
CONTEXT: Any = {"lengths": lengths(SHEET.read_text(encoding="utf-8")), "brand": Brand()}


def figure(value: str = "148", label: str = "États") -> Figure:
    return Figure(words(value), words(label))


@pytest.mark.parametrize(
    ("number", "columns"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4)]
)
def test_no_figure_stands_alone_in_its_row(number: int, columns: int) -> None:
    assert band(CONTEXT, (figure(),) * number).columns == columns


def test_a_wide_number_asks_for_fewer_columns() -> None:
    wide = figure("3 200 000 000 francs")
    assert band(CONTEXT, (*(figure(),) * 3, wide)).columns == 4
    assert band(CONTEXT, (figure(), *(figure("3,2 milliards"),) * 3)).columns == 2
    assert band(CONTEXT, (figure("3 200 000 000 000 francs"),) * 4).columns == 1


def test_numbers_of_a_row_stand_on_one_line() -> None:
    long = figure(label="Personnes que nos équipes ont accompagnées")
    found = band(CONTEXT, (figure(), long, figure(), figure(), figure()))
    assert [entry.style for entry in found.entries] == ["--lacking: 1", "", "--lacking: 1", "", ""]


def test_one_wide_number_takes_room_from_the_others() -> None:
    found = band(CONTEXT, (figure(), figure("3,2 millions de francs"), figure(), figure()))
    shares = [float(re.findall(r"--share: ([\d.]+)pt", entry.style)[0]) for entry in found.entries]
    assert shares[1] > 2 * shares[0]
    assert shares[0] == pytest.approx(shares[2])
    assert sum(shares) < 128 * 72 / 25.4 + 32 * 72 / 25.4


def test_names_stand_below_portraits_only_beside_portraits() -> None:
    plain = Leader(Person(words("Ana Ruiz")))
    seen = Leader(Person(words("Wei Zhang")), portrait=("w.png", words("Wei")))
    assert grid((plain, seen, plain, plain, plain)) == (3, (True, True, True, False, False))
