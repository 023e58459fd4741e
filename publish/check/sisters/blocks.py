"""A text as the row of its headings, paragraphs, items, tables and pictures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

import tinyhtml5

from publish.check.sisters.numbers import numbers
from publish.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from publish.model import Division, Prose, Section, Source, Words

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEAVES = {
    "p": "paragraph",
    "dt": "term",
    "dd": "definition",
    "blockquote": "quotation",
    "pre": "paragraph",
    "figure": "picture",
    "img": "picture",
    "table": "table",
    "li": "list item",
}
_LISTS = frozenset({"ul", "ol"})
#: Elements after which a new line or a new cell begins.
_APART = frozenset({"td", "th", "tr", "caption", "figcaption", "p", "li", "br", "div"})
_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a text.

    Attributes:
        kind: in an editor's words.
        level: of a heading, or how deep a list item lies.
        size: rows and columns of a table.
        links: addresses, in order; those inside the text begin with ``#``.
        notes: calls of notes.
    """

    kind: str
    text: str
    place: Place
    level: int = 0
    size: tuple[int, int] = (0, 0)
    links: tuple[str, ...] = ()
    notes: int = 0
    pictures: int = 0
    numbers: Counter[str] = field(default_factory=Counter)

    @property
    def beginning(self) -> str:
        """The first words, in quotation marks."""
        return f"“{self.text}”" if len(self.text) <= 48 else f"“{self.text[:47].rstrip()}…”"


def of_prose(prose: Prose, source: Source) -> list[Block]:
    """Return the blocks of a running text."""
    # A short string would be taken for the name of a file.
    html = StringIO(f"<!doctype html><body>{prose.html}")
    page = tinyhtml5.parse(html, namespace_html_elements=False)
    body = page.find("body")
    return [] if body is None else list(_Walk(source, prose.language).blocks(body))


def of_section(section: Section, source: Source, level: int = 2) -> Iterator[Block]:
    """Yield the blocks of a section of an organisation page, with its structure."""
    yield _heading(section.heading, source, level)
    yield from of_prose(section.body, source) if section.body else ()
    for division in section.divisions:
        yield from of_division(division, source, 1)
    for below in section.sections:
        yield from of_section(below, source, level + 1)


def of_division(division: Division, source: Source, level: int) -> Iterator[Block]:
    """Yield a part of the structure and the parts below it."""
    place = division.place or Place(source.label)
    yield Block("part of the structure", division.name.text, place, level)
    for part in division.parts:
        yield from of_division(part, source, level + 1)


def _heading(words: Words, source: Source, level: int) -> Block:
    place = words.place or Place(source.label)
    found = numbers(words.text, words.language)
    return Block("heading", words.text, place, level, numbers=found)


def _width(cell: Element) -> int:
    return int(cell.get("colspan") or 1) if cell.tag in {"td", "th"} else 0


@dataclass(slots=True)
class _Walk:
    source: Source
    language: str
    line: int = 0

    def blocks(self, holder: Element, depth: int = 0) -> Iterator[Block]:
        for element in holder:
            self.line = int(element.get("data-line") or self.line)
            name = element.tag if isinstance(element.tag, str) else ""
            if name in HEADINGS:
                yield self._block("heading", element, HEADINGS[name])
            elif element.get("role") == "doc-endnotes":
                yield from self._notes(element)
            elif name == "li":
                yield from self._item(element, depth)
            elif name in _LEAVES:
                yield self._block(_LEAVES[name], element)
            else:
                yield from self.blocks(element, depth + (name in _LISTS))

    def _item(self, element: Element, depth: int) -> Iterator[Block]:
        """Yield an item without the lists in it, then those."""
        lists = [kid for kid in element if kid.tag in _LISTS]
        own = type(element)("li", element.attrib)
        own.text = element.text
        own.extend(kid for kid in element if kid not in lists)
        yield self._block("list item", own, depth)
        for inner in lists:
            yield from self.blocks(inner, depth + 1)

    def _notes(self, section: Element) -> Iterator[Block]:
        for note in section.iter("li"):
            self.line = int(note.get("data-line") or self.line)
            yield self._block("note", note)

    def _block(self, kind: str, element: Element, level: int = 0) -> Block:
        links = [(kid.get("href") or "", kid.get("role") or "") for kid in element.iter("a")]
        said = "".join(_said(element))
        text = " ".join(said.replace(_BETWEEN, " ").removesuffix("↩ ").removesuffix("↩").split())
        pictures = sum(1 for _ in element.iter("img"))
        if kind == "paragraph" and pictures and not text:
            kind = "picture"
        text = text or " ".join(kid.get("alt") or "" for kid in element.iter("img"))
        rows = list(element.iter("tr")) if kind == "table" else []
        columns = (
            sum(int(c.get("colspan") or 1) for c in r if c.tag in {"td", "th"}) for r in rows
        )
        own_notes = sum(role == "doc-noteref" for _, role in links)
        return Block(
            kind=kind,
            text=text,
            place=self.source.place(self.line),
            level=level,
            size=(len(rows), max(columns, default=0)),
            links=tuple(address for address, role in links if address and "doc-" not in role),
            notes=own_notes,
            pictures=0 if kind == "picture" else pictures,
            numbers=numbers(said, self.language),
        )


def _said(element: Element) -> Iterator[str]:
    """Yield the text in which numbers are looked for.

    The numbers of notes are left out, and a sign stands between cells and lines, so that two
    numbers never become one.
    """
    yield element.text or ""
    for kid in element:
        if kid.get("role") != "doc-noteref":
            yield from _said(kid)
        yield _BETWEEN if kid.tag in _APART else ""
        yield kid.tail or ""
