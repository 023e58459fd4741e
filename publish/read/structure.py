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

#: Most columns that a cell may span; no page holds as many, and laying them out takes minutes.
WIDEST_CELL = 100
#: In what an item may stand, and what a list may hold (HTML Living Standard, 4.4).
_HOLDERS = {
    "li": frozenset({"ul", "ol", "menu"}),
    "dt": frozenset({"dl", "div"}),
    "dd": frozenset({"dl", "div"}),
}
_ITEMS = {
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "menu": frozenset({"li"}),
    "dl": frozenset({"dt", "dd", "div"}),
}
#: Source: WAI-ARIA 1.2, 5.4, without abstract roles; DPUB-ARIA 1.1; WAI-ARIA Graphics 1.0.
ROLES = frozenset(
    "alert alertdialog application article banner blockquote button caption cell checkbox code "
    "columnheader combobox complementary contentinfo definition deletion dialog directory document "
    "emphasis feed figure form generic grid gridcell group heading img image insertion link list "
    "listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox "
    "menuitemradio meter navigation none note option paragraph presentation progressbar radio "
    "radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider "
    "spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel "
    "term textbox time timer toolbar tooltip tree treegrid treeitem "
    "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry "
    "doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit "
    "doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata "
    "doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction "
    "doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part "
    "doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc "
    "graphics-document graphics-object graphics-symbol".split()
)
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
    """Warn of data tables without header cells, and bound how wide a cell is."""
    for cell in root.iter():
        span = cell.get("colspan", "").strip()
        if span.isdecimal() and (len(span) > 6 or int(span) > WIDEST_CELL):
            detail = f"the limit is {WIDEST_CELL} columns"
            findings.fault(reading.TOO_WIDE, line_of(cell), detail)
            cell.set("colspan", str(WIDEST_CELL))
    tables = (element for element in root.iter() if name_of(element) == "table")
    for number, table in enumerate(tables, start=1):
        for_layout = table.get("role") in {"presentation", "none"}
        if table.find(".//table") is not None:
            findings.warning(reading.TABLE_IN_TABLE, line_of(table), element=f"table {number}")
        if not for_layout and not any(name_of(cell) == "th" for cell in table.iter()):
            findings.warning(reading.NO_HEADER_CELL, line_of(table), element=f"table {number}")


def review_lists(root: Element, findings: Findings) -> None:
    """Check that items stand in lists and that lists hold items."""
    for element, ancestors in walk(root):
        name, holder = name_of(element), name_of(ancestors[-1]) if ancestors else ""
        if name in _HOLDERS and holder not in _HOLDERS[name]:
            findings.fault(reading.ITEM_OUTSIDE_LIST, line_of(element), f"<{name}> in <{holder}>")
        elif holder in _ITEMS and name not in _ITEMS[holder]:
            findings.fault(reading.NO_ITEM_IN_LIST, line_of(element), f"<{name}> in <{holder}>")


def review_roles(root: Element, findings: Findings) -> None:
    """Take away roles that do not exist: a reader's program would have to guess."""
    for element in root.iter():
        unknown = set(element.get("role", "").split()) - ROLES
        if "role" in element.attrib and (unknown or not element.get("role", "").strip()):
            detail = ", ".join(sorted(unknown)) or "it is empty"
            findings.warning(reading.UNKNOWN_ROLE, line_of(element), detail)
            del element.attrib["role"]


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
    key = plain[:_LONGEST_SLUG].strip("-_") or "section"
    # Layouts make ids that begin with label-, notes have ids that begin with fn.
    return f"section-{key}" if key.startswith(("label-", "fn-", "fnref-")) else key


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
