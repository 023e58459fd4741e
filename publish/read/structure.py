"""Headings, tables and languages of parts: what a listener steers by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.model import direction_of
from publish.read import languages
from publish.read.elements import HEADINGS, SVG, line_of, name_of, spoken, text_of, walk
from publish.read.file import unshown
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from publish.read.findings import Findings

_NOT_IN_SLUG = re.compile(r"[^\w]+")
_LONGEST_SLUG = 60


def review_headings(root: Element, findings: Findings, *, above: int) -> None:
    """Check that headings go down one level at a time and have text.

    Args:
        root: a tree.
        findings: takes up the faults.
        above: level of the heading that stands above the tree; 0 where the tree has the title.
    """
    level = above
    for element in root.iter():
        if name_of(element) not in HEADINGS:
            continue
        own = HEADINGS[name_of(element)]
        if not spoken(element).strip():
            findings.fault(reading.EMPTY_HEADING, line_of(element), element=f"heading {own}")
        if own > level + 1:
            after = f"after level {level}" if level else "as the first heading"
            hint = f"make it level {level + 1}" if level else "begin with level 1, the title"
            detail = f"level {own} {after}: “{_start(text_of(element))}”"
            findings.fault(reading.HEADING_SKIPPED, line_of(element), detail, hint=hint)
        level = own


def review_tables(root: Element, findings: Findings) -> None:
    """Warn of data tables without header cells."""
    tables = (element for element in root.iter() if name_of(element) == "table")
    for number, table in enumerate(tables, start=1):
        for_layout = table.get("role") in {"presentation", "none"}
        if not for_layout and not any(name_of(cell) == "th" for cell in table.iter()):
            findings.warning(reading.NO_HEADER_CELL, line_of(table), element=f"table {number}")


def review_languages(root: Element, findings: Findings, *, language: str) -> None:
    """Check the language of each part, and write ``dir`` where a part turns the direction.

    Args:
        root: a tree; its attributes ``lang`` and ``dir`` are completed in place.
        findings: takes up the faults.
        language: of the text around the tree.
    """
    directions: dict[Element, str] = {}
    for element, ancestors in walk(root):
        around = directions[ancestors[-1]] if ancestors else direction_of(language)
        directions[element] = _direction(element, around, findings)


def review_characters(root: Element, findings: Findings) -> None:
    """Find characters that cannot be shown and were written as entities (``&#1;``)."""
    for element in root.iter():
        values = [*element.attrib.values(), element.text or "", element.tail or ""]
        for point in filter(None, map(unshown, values)):
            findings.fault(reading.CONTROL_CHARACTER, line_of(element), point)


def slugs(headings: Iterable[Element], taken: set[str]) -> None:
    """Give each heading without an id one that is made from its text.

    Args:
        headings: in reading order.
        taken: ids that are in use; grows.
    """
    for heading in headings:
        if "id" not in heading.attrib:
            heading.set("id", free(slug(text_of(heading)), taken))


def slug(text: str) -> str:
    """Return words in any script joined by hyphens, for an id."""
    plain = _NOT_IN_SLUG.sub("-", text.casefold()).strip("-_")
    return plain[:_LONGEST_SLUG].strip("-_") or "section"


def free(key: str, taken: set[str]) -> str:
    """Return the key, with a number behind it if it is taken; the result is taken then."""
    number, found = 2, key
    while found in taken:
        found, number = f"{key}-{number}", number + 1
    taken.add(found)
    return found


def _direction(element: Element, around: str, findings: Findings) -> str:
    if isinstance(element.tag, str) and element.tag.startswith(SVG):
        return around
    code = element.get("lang")
    turned = around
    if code is not None:
        why = languages.why_unknown(code) if code else "lang is empty"
        if why:
            findings.fault(reading.UNKNOWN_LANGUAGE, line_of(element), why)
            del element.attrib["lang"]
        else:
            element.set("lang", languages.usual(code))
            turned = direction_of(code)
    said = element.get("dir", "").lower()
    if said == "auto":
        del element.attrib["dir"]
    elif said in {"ltr", "rtl"}:
        if code and said != turned:
            detail = f"dir={said}, lang={code}"
            findings.warning(reading.WRONG_DIRECTION, line_of(element), detail)
        return said
    elif said:
        findings.fault(reading.WRONG_DIRECTION, line_of(element), f"dir={said}")
        del element.attrib["dir"]
    if turned != around:
        element.set("dir", turned)
    return turned


def _start(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
