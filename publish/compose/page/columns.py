"""Figures in tables stand below each other, aligned on the decimal sign.

The engine cannot align on a sign, so each cell of a column of numbers gets what it lacks on its
right as an attribute, ``data-pad``; the style sheet sets it in the cell's own type and does not
show it. Digits there are tabular, so the widths are right in any face. No word changes: the
attribute is never heard, copied or drawn.

Numbers run from left to right in every script, so the units of a column stand below each other at
the right on every page. On a page from right to left a unit behind the number stands at its left,
and only the fraction is padded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.model.words import direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

#: What stands before a number, a number with its groups, a fraction, and a unit behind it.
#: Groups are three digits apart, or two as in India, parted by a space, an apostrophe or a sign.
_NUMBER = re.compile(
    r"(?P<before>[(<>≈~±+\-−–]?\s*(?:[$€£¥₽]|[A-Z]{3}\s)?\s*[+\-−–]?)"
    r"(?P<whole>\d{1,3}(?:[\s'’.,٬]\d{2,3})*(?=[\s'’.,٬]\d{3}(?!\d))[\s'’.,٬]\d{3}|\d+)"
    r"(?P<fraction>[.,٫]\d+)?"
    r"(?P<after>\s?(?:%|‰|٪|[^\W\d_]{1,4}[$€£¥₽.]?|[$€£¥₽])?\)?)"
)
#: Rows of a table that is not parted by the end of a page.
_SHORT = 12
#: What stands for no number.
_NOTHING = frozenset({"", "-", "–", "—", "…", "...", "n/a", "n/d", "n.d.", "s.o.", "..", "x"})
#: The signs that part a fraction from the whole, by language where it is not the comma.
_POINT = frozenset("en zh ja ko he hi th".split())
_ARABIC = frozenset("ar fa ur ps".split())


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in a cell: its fraction with the sign before it, and what stands behind."""

    fraction: str
    after: str


def align(root: Element, language: str) -> None:
    """Mark the columns of numbers of all tables of a page, in place.

    Cells get the class ``figure`` and, where they lack something at their right, ``data-pad``;
    header cells of such a column get the class ``over-figures``. A table of a few rows gets the
    class ``short``, since it can stay whole on one page.

    Args:
        root: the page.
        language: of the page.
    """
    for table, spoken in _tables(root, language):
        if len(list(table.iter("tr"))) <= _SHORT:
            _add_class(table, "short")
        for column in _columns(table):
            cells = [cell for cell in column if cell.tag == "td"]
            if cells and _align_column(cells, spoken):
                for head in column:
                    if head.tag == "th" and head.get("scope") != "row":
                        _add_class(head, "over-figures")


def _columns(table: Element) -> list[list[Element]]:
    """Return the cells of each column that are one column wide; none of a table with tall cells."""
    columns: dict[int, list[Element]] = {}
    for row in table.iter("tr"):
        number = 0
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            if cell.get("rowspan", "1") != "1":
                return []
            wide = _span(cell)
            if wide == 1:
                columns.setdefault(number, []).append(cell)
            number += wide
    return list(columns.values())


def _tables(element: Element, language: str) -> Iterator[tuple[Element, str]]:
    language = element.get("lang") or language
    if element.tag == "table":
        yield element, language
    for kid in element:
        yield from _tables(kid, language)


def _span(cell: Element) -> int:
    span = cell.get("colspan", "1")
    return int(span) if span.isdecimal() else 1


def _align_column(cells: Sequence[Element], language: str) -> bool:
    """Mark the cells of one column if it holds numbers; say whether it does."""
    if any(_stands_otherwise(cell) for cell in cells):
        return False
    figures = {cell: figure(_text(cell), language) for cell in cells}
    numbers = {cell: found for cell, found in figures.items() if found}
    others = [cell for cell in cells if cell not in numbers]
    if not numbers or any(_text(cell).lower() not in _NOTHING for cell in others):
        return False
    rtl = direction_of(language) == "rtl"
    digits = max(len(found.fraction) for found in numbers.values())
    unit = max((_unit(found, rtl=rtl) for found in numbers.values()), key=len)
    sign = next((found.fraction[0] for found in numbers.values() if found.fraction), "")
    for cell in cells:
        _add_class(cell, "figure")
        found = numbers.get(cell)
        if found and (pad := _pad(found, sign, digits, unit, rtl=rtl)):
            cell.set("data-pad", pad)
    return True


def _stands_otherwise(cell: Element) -> bool:
    """Whether the author chose how the cell stands."""
    return bool({"align-left", "align-center"} & set(cell.get("class", "").split()))


def _pad(found: _Figure, sign: str, digits: int, unit: str, *, rtl: bool) -> str:
    """Return what a cell lacks on its right against the longest of its column."""
    fraction = "0" * (digits - len(found.fraction))
    if fraction and not found.fraction:
        fraction = sign + fraction[1:]
    # What has its own unit is as wide as the unit; one that is shorter lacks the rest.
    return fraction + unit[len(_unit(found, rtl=rtl)) :]


def _unit(found: _Figure, *, rtl: bool) -> str:
    """Return what stands right of the number: on a page from right to left, nothing."""
    if rtl:
        return found.after if found.after in {"%", "‰"} else ""
    return found.after


def figure(text: str, language: str) -> _Figure | None:
    """Read the text of a cell as a number.

    Args:
        text: without white space at its ends; it may hold a sign, a currency and a unit.
        language: decides whether a lone comma or point parts groups or a fraction.

    Returns:
        ``None`` where the text is something else.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    whole, fraction = match["whole"], match["fraction"] or ""
    decimal = _decimal_sign(language)
    if not fraction and decimal in whole and whole.count(decimal) == 1:
        # "1.234" is a fraction where the point is the decimal sign.
        fraction = whole[whole.index(decimal) :]
    elif fraction and decimal != fraction[0] and len(fraction) == 4 and not _is_parted(whole):
        fraction = ""
    return _Figure(fraction, match["after"])


def _is_parted(whole: str) -> bool:
    return not whole.isdecimal()


def _decimal_sign(language: str) -> str:
    primary = language.split("-")[0]
    if primary in _POINT:
        return "."
    return "٫" if primary in _ARABIC else ","


def _text(cell: Element) -> str:
    """Return the text of a cell without the calls of notes."""
    return " ".join("".join(_texts(cell)).split())


def _texts(element: Element) -> Iterator[str]:
    if element.get("role") not in {"doc-noteref", "doc-footnote"}:
        yield element.text or ""
        for kid in element:
            yield from _texts(kid)
            yield kid.tail or ""


def _add_class(element: Element, name: str) -> None:
    element.set("class", " ".join([*element.get("class", "").split(), name]))
