"""Figures in tables: read as the language writes them, and padded to their decimal signs."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from publish.compose.page.columns import align, figure


def table(*rows: tuple[str, ...], language: str = "fr") -> list[Element]:
    """Align a table with the cells of its rows; return the cells."""
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    root = fromstring(f"<html><table><tbody>{cells}</tbody></table></html>")
    align(root, language)
    return list(root.iter("td"))


def pads(*column: str, language: str = "fr") -> list[str | None]:
    return [cell.get("data-pad") for cell in table(*((one,) for one in column), language=language)]


@pytest.mark.parametrize(
    ("text", "language", "fraction"),
    [
        ("312,5", "fr", ",5"),
        ("1 904,25", "fr", ",25"),
        ("1 904", "fr", ""),
        ("−12 %", "fr", ""),
        ("+3,5 %", "fr", ",5"),
        ("1,234", "en", ""),
        ("1.234", "en", ".234"),
        ("1,234.5", "en", ".5"),
        ("1.234", "de", ""),
        ("1.234.567,8", "de", ",8"),
        ("12,34,567.8", "en", ".8"),
        ("3,2 M€", "fr", ",2"),
        ("٣١٢٫٥", "ar", "٫٥"),
        ("$ 12.50", "en", ".50"),
        ("(4.5)", "en", ".5"),
    ],
)
def test_a_number_is_read_in_its_language(text: str, language: str, fraction: str) -> None:
    found = figure(text, language)
    assert found is not None
    assert found.fraction == fraction


@pytest.mark.parametrize("text", ["", "un", "12 mars 2026", "DC/2026/14", "2024-2025", "3 à 4"])
def test_other_words_are_no_number(text: str) -> None:
    assert figure(text, "fr") is None


def test_each_cell_gets_what_it_lacks_on_its_right() -> None:
    assert pads("312,5", "1 904,25", "18") == ["0", None, ",00"]


def test_units_stand_below_each_other() -> None:
    assert pads("12 %", "3,75 %", "100") == [",00", None, ",00 %"]


def test_a_unit_stands_left_of_an_arabic_number() -> None:
    assert pads("12 %", "3,75 %", "100", language="ar") == [",00", None, ",00"]


def test_a_dash_or_an_empty_cell_does_not_part_a_column() -> None:
    cells = table(("1,5",), ("–",), ("",), ("22",))
    assert [cell.get("class") for cell in cells] == ["figure"] * 4


def test_a_column_of_words_is_left_alone() -> None:
    cells = table(("un", "1"), ("2", "2"))
    assert [cell.get("class") for cell in cells] == [None, "figure", None, "figure"]


def test_the_author_may_say_how_a_column_stands() -> None:
    root = fromstring('<table><tr><td class="align-left">1</td></tr><tr><td>2</td></tr></table>')
    align(root, "fr")
    assert [cell.get("class") for cell in root.iter("td")] == ["align-left", None]


def test_no_word_changes() -> None:
    root = fromstring("<table><tr><th>A</th></tr><tr><td>1</td></tr><tr><td>2,5</td></tr></table>")
    before = "".join(root.itertext())
    align(root, "fr")
    assert "".join(root.itertext()) == before


def test_the_header_stands_above_its_figures() -> None:
    root = fromstring(
        '<table><tr><th scope="col">Poste</th><th scope="col">2025</th></tr>'
        '<tr><th scope="row">Dons</th><td>12</td></tr></table>'
    )
    align(root, "fr")
    assert [cell.get("class") for cell in root.iter("th")] == [None, "over-figures", None]


def test_the_call_of_a_note_is_no_part_of_the_number() -> None:
    cells = table(('12,5<a role="doc-noteref">1</a>',), ("3",))
    assert [cell.get("data-pad") for cell in cells] == [None, ",0"]
