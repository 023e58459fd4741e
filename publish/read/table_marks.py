"""What Markdown leaves out of tables: captions, headers of rows, rows of totals.

A paragraph right before or after a table that begins with ``Table:`` or ``:`` is its caption, as in
Pandoc. The cells of the first column are headers of their rows where the author says so
(``{.row-headers}`` on the line above the table) or leaves the first header cell empty. A row whose
words are all strong is a total.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publish.read.elements import LINE, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROW_HEADERS = "row-headers"
TOTAL = "total"

_KEPT = frozenset({LINE, "id", "lang", "dir"})
_MARK = re.compile(r"\s*(?:[Tt]able\s?)?:\s+")


def mark(root: Element) -> None:
    """Mark the tables of a text, in place."""
    for parent in list(root.iter()):
        for table in [kid for kid in parent if kid.tag == "table"]:
            caption = _caption(parent, table)
            if caption is not None:
                table.insert(0, caption)
            _head_rows(table)
            for row in table.findall("tbody/tr"):
                if _is_total(row):
                    row.set("class", TOTAL)


def _caption(parent: Element, table: Element) -> Element | None:
    """Take the caption out of the text: the paragraph before the table, or after it."""
    number = list(parent).index(table)
    before = parent[number - 1] if number else None
    after = parent[number + 1] if number + 1 < len(parent) else None
    for kid in (before, after):
        if kid is not None and kid.tag == "p" and _MARK.match(kid.text or ""):
            parent.remove(kid)
            return _made_of(kid)
    return _last_row(table)


def _last_row(table: Element) -> Element | None:
    """Take the caption out of the last row: without a blank line, Markdown reads one there."""
    body = table.find("tbody")
    if body is None or not len(body):
        return None
    first, *others = body[-1]
    if any(text_of(cell) for cell in others) or not (first.text or "").startswith(": "):
        return None
    body.remove(body[-1])
    if not len(body):
        table.remove(body)
    return _made_of(first)


def _made_of(element: Element) -> Element:
    caption = Element("caption", {key: value for key, value in element.items() if key in _KEPT})
    caption.text = _MARK.sub("", element.text or "", count=1)
    caption.extend(element)
    return caption


def _head_rows(table: Element) -> None:
    """Make the first cell of each row its header, where that is what the author means."""
    classes = table.get("class", "").split()
    asked = ROW_HEADERS in classes
    kept = " ".join(name for name in classes if name != ROW_HEADERS)
    if kept:
        table.set("class", kept)
    else:
        table.attrib.pop("class", None)
    head = table.find("thead")
    cells = list(head.iter("th")) if head is not None else []
    if head is not None and cells and not any(_says_something(cell) for cell in cells):
        table.remove(head)  # a head without words is no head
        asked = True
    elif cells and not _says_something(cells[0]):
        # No header stands above the headers of rows (HTML Living Standard, 4.9.10).
        cells[0].tag = "td"
        cells[0].attrib.pop("scope", None)
        asked = True
    if asked:
        for cell in _first_cells(table):
            cell.tag = "th"
            cell.set("scope", "row")


def _first_cells(table: Element) -> Iterator[Element]:
    for row in table.findall("tbody/tr"):
        if len(row) and _says_something(row[0]):
            yield row[0]


def _says_something(cell: Element) -> bool:
    return bool(text_of(cell)) or cell.find(".//img") is not None


def _is_total(row: Element) -> bool:
    said = [cell for cell in row if text_of(cell)]
    return bool(said) and all(_is_strong(cell) for cell in said)


def _is_strong(cell: Element) -> bool:
    loose = (cell.text or "") + "".join(kid.tail or "" for kid in cell)
    return not loose.strip() and all(kid.tag == "strong" for kid in cell)
