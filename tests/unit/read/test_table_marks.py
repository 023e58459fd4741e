"""Captions, headers of rows and totals of tables in Markdown."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.read import markdown
from publish.read.elements import text_of
from publish.read.findings import Findings

TABLE = "| Poste | 2025 |\n|---|---|\n| Dons | 12 |\n"


def root_of(text: str) -> Element:
    findings = Findings("essai.fr.md")
    root = markdown.parse(text, findings, language="fr")
    assert findings.faults == []
    return root


def captions(text: str) -> list[str]:
    return [text_of(caption) for caption in root_of(text).iter("caption")]


def test_a_caption_stands_before_or_after_its_table() -> None:
    assert captions(f"Table: *Recettes* de l’année\n\n{TABLE}") == ["Recettes de l’année"]
    assert captions(f"{TABLE}\n: Recettes") == ["Recettes"]
    assert captions(f"{TABLE}: Recettes") == ["Recettes"]
    assert captions(TABLE) == []


def test_each_of_two_tables_takes_its_own_caption() -> None:
    assert captions(f"Table: A\n\n{TABLE}\nTable: B\n\n{TABLE}") == ["A", "B"]
    assert captions(f"{TABLE}\n: A\n\n{TABLE}\n: B") == ["A", "B"]


def test_a_caption_leaves_the_text_and_knows_its_line() -> None:
    root = root_of(f"Table: Recettes\n\n{TABLE}")
    assert [kid.tag for kid in root] == ["table"]
    assert root[0][0].get("data-line") == "1"


def scopes(text: str) -> list[tuple[str, str | None]]:
    return [(cell.tag, cell.get("scope")) for cell in root_of(text).findall(".//tr/*")]


def test_the_author_asks_for_headers_of_rows() -> None:
    assert scopes(f"{{.row-headers}}\n{TABLE}") == [
        ("th", "col"),
        ("th", "col"),
        ("th", "row"),
        ("td", None),
    ]


def test_an_empty_first_header_makes_headers_of_rows() -> None:
    assert scopes("| | 2025 |\n|---|---|\n| Dons | 12 |") == [
        ("td", None),
        ("th", "col"),
        ("th", "row"),
        ("td", None),
    ]


def test_a_head_without_words_is_no_head() -> None:
    assert scopes("| | |\n|---|---|\n| Dons | 12 |") == [("th", "row"), ("td", None)]


def test_a_row_of_strong_words_is_a_total() -> None:
    root = root_of(f"{TABLE}| **Total** | **12** |\n| **Part** | 3 |")
    assert [row.get("class") for row in root.iter("tr")] == [None, None, "total", None]
