"""How many entries stand side by side, and what keeps a row of them on one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from publish.compose.figures import band, grid
from publish.compose.lengths import lengths
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
    assert band(CONTEXT, (*(figure(),) * 3, figure("3,2 millions"))).columns == 2
    assert band(CONTEXT, (*(figure(),) * 3, figure("3 200 000 000 000 francs"))).columns == 1


def test_numbers_of_a_row_stand_on_one_line() -> None:
    long = figure(label="Personnes que nos équipes ont accompagnées")
    found = band(CONTEXT, (figure(), long, figure(), figure(), figure()))
    assert [lacking for _, lacking in found.entries] == [1, 0, 1, 0, 0]


def test_names_stand_below_portraits_only_beside_portraits() -> None:
    plain = Leader(Person(words("Ana Ruiz")))
    seen = Leader(Person(words("Wei Zhang")), portrait=("w.png", words("Wei")))
    assert grid((plain, seen, plain, plain, plain)) == (3, (True, True, True, False, False))
