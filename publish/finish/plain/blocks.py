"""From the elements of a page to the blocks of a plain text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.finish.plain.block import Block
from publish.finish.plain.phrases import BLOCKS, Phrases, is_picture, is_silent
from publish.finish.plain.tables import table
from publish.finish.plain.wrap import width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from publish.finish.plain.wrap import Piece
    from publish.model.wording import Wording

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_LISTS = frozenset({"ul", "ol", "menu"})

#: Their lines stand together.
_TIGHT = frozenset({"address", "figure"})
_TIGHT_CLASSES = frozenset({"reference", "masthead"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands.

    Attributes:
        indent: spaces before it.
        gap: empty lines before it.
        depth: how many lists with markers stand around it.
        is_item: whether it is in an item of a list without markers.
        is_contents: whether it is in a table of contents.
    """

    indent: int = 0
    gap: int = 1
    depth: int = 0
    is_item: bool = False
    is_contents: bool = False


class Blocks:
    """Goes through a page once and yields its blocks in order."""

    def __init__(self, root: Element, wording: Wording, room: int) -> None:
        self.phrases = Phrases(root, wording)
        self._wording, self._room = wording, room

    def of(self, node: Element, place: _Place | None = None) -> Iterator[Block]:
        """Yield the blocks of what is in an element."""
        place = place or _Place()
        run: list[Piece] = [(node.text or "", None)]
        for kid in node:
            if _is_block(kid):
                yield from self._paragraph(run, place)
                run = [(kid.tail or "", None)]
                yield from self._block(kid, place)
            else:
                run += [*self.phrases.one(kid), (kid.tail or "", None)]
        yield from self._paragraph(run, place)

    def _paragraph(self, run: list[Piece], place: _Place) -> Iterator[Block]:
        if any(text.strip() for text, _ in run):
            yield Block(run, place.gap, indent=place.indent, hang=place.indent)

    def _block(self, node: Element, place: _Place) -> Iterator[Block]:
        if is_silent(node) or node.tag == "hr":
            return
        if node.get("role") == "doc-endnotes":
            self.phrases.gathered.endnotes.append(node)
        elif is_picture(node):
            yield from self._paragraph(self.phrases.one(node), place)
        elif node.tag in _HEADINGS:
            gap = place.gap + (place.gap > 0 and node.tag == "h2")
            yield Block(self.phrases.of(node), gap, indent=place.indent, hang=place.indent)
        elif node.tag in _LISTS:
            yield from _apart(self._list(node, place), place.gap)
        elif node.tag == "dl":
            yield from _apart(self._terms(node, place), place.gap)
        elif node.tag == "table":
            yield from table(node, self.phrases, self._room, place.indent, self._wording.colon.text)
        elif node.tag == "pre":
            yield from self._verbatim(node, place)
        elif node.tag == "blockquote":
            yield from self.of(node, replace(place, indent=place.indent + 4))
        elif node.tag in _TIGHT or _TIGHT_CLASSES.intersection((node.get("class") or "").split()):
            yield from _apart(self.of(node, replace(place, gap=0)), place.gap)
        else:
            is_contents = place.is_contents or node.get("role") == "doc-toc"
            yield from self.of(node, replace(place, is_contents=is_contents))

    def _verbatim(self, node: Element, place: _Place) -> Iterator[Block]:
        text = "".join(piece for piece, _ in self.phrases.of(node)).strip("\n")
        for number, line in enumerate(text.split("\n")):
            gap = 0 if number else place.gap
            yield Block([(line, None)], gap, indent=place.indent + 4, is_verbatim=True)

    def _list(self, node: Element, place: _Place) -> Iterator[Block]:
        """Yield the items of a list: with markers where the author wrote it.

        The lists of a layout bear no line of the author's, and no markers on paper either.
        """
        if node.get("data-line") and not place.is_contents:
            yield from self._marked(node, place)
            return
        items = [kid for kid in node if not is_silent(kid)]
        inner = replace(
            place, gap=0, indent=place.indent + (2 if place.is_item else 0), is_item=True
        )
        are_apart = any(_line_count(item) > 1 for item in items) and not _hold_lists(items)
        for item in items:
            yield from _apart(self.of(item, inner), 1 if are_apart else 0)

    def _marked(self, node: Element, place: _Place) -> Iterator[Block]:
        items = [kid for kid in node if kid.tag == "li" and not is_silent(kid)]
        for item, marker in zip(items, _markers(node, items, place.depth), strict=True):
            deeper = replace(
                place,
                indent=place.indent + width(marker),
                gap=0,
                depth=place.depth + 1,
                is_item=False,
            )
            first = True
            for block in self.of(item, deeper):
                if first:
                    block.indent, block.marker, first = place.indent, marker, False
                yield block

    def _terms(self, node: Element, place: _Place) -> Iterator[Block]:
        """Yield a list of terms: each with its first description in the same line."""
        term: list[Piece] = []
        kids = [kid for kid in _in_groups(node) if not is_silent(kid)]
        for number, kid in enumerate(kids):
            if kid.tag == "dt":
                term += [(" ", None), *self.phrases.of(kid)] if term else self.phrases.of(kid)
                continue
            if term and (_begins_list(kids, number) or any(each.tag in BLOCKS for each in kid)):
                ending = self._wording.colon.text.rstrip()
                yield Block(_ended(term, ending), 0, indent=place.indent, hang=place.indent + 2)
                term = []
            if any(each.tag in BLOCKS for each in kid):
                yield from self.of(kid, replace(place, gap=0, indent=place.indent + 2))
            else:
                colon = self._wording.colon.text if term else ""
                pieces = [*_ended(term, colon), *self.phrases.of(kid)]
                indent = place.indent + (0 if term else 2)
                yield Block(pieces, 0, indent=indent, hang=place.indent + 2)
            term = []
        if term:
            yield Block(term, 0, indent=place.indent, hang=place.indent + 2)


def _ended(term: list[Piece], colon: str) -> list[Piece]:
    """Return a term with a colon after it, unless it brings its own."""
    text = "".join(piece for piece, _ in term).rstrip()
    if not text or text[-1] in ":：":
        return [*term, (" ", None)]
    return [*term, (colon, " ")]


def _begins_list(kids: list[Element], number: int) -> bool:
    """Whether a description is the first of several of the same kind, none more than another."""
    alike = kids[number : number + 2]
    return len(alike) > 1 and all(
        kid.tag == "dd" and kid.get("class") == alike[0].get("class") for kid in alike
    )


def _apart(blocks: Iterator[Block], gap: int) -> Iterator[Block]:
    """Yield blocks, the first of them with an empty line before it."""
    for number, block in enumerate(blocks):
        if number == 0:
            block.gap = max(block.gap, gap)
        yield block


def _is_block(node: Element) -> bool:
    if not isinstance(node.tag, str) or node.get("role") == "doc-footnote":
        return False
    return node.tag in BLOCKS or any(_is_block(kid) for kid in node)


def _line_count(item: Element) -> int:
    return sum(kid.tag in ("p", "dt", "dd") and not is_silent(kid) for kid in item.iter())


def _hold_lists(items: list[Element]) -> bool:
    return any(kid.tag in _LISTS for item in items for kid in item.iter())


def _in_groups(node: Element) -> Iterator[Element]:
    for kid in node:
        if kid.tag == "div":
            yield from _in_groups(kid)
        else:
            yield kid


def _markers(node: Element, items: list[Element], depth: int) -> list[str]:
    """Return what stands before each item, with the space behind it."""
    if node.tag != "ol":
        return ["– "] * len(items)
    backwards = node.get("reversed") is not None
    number = int(node.get("start") or (len(items) if backwards else 1))
    kind = node.get("type") or ("a" if depth else "1")
    found = []
    for item in items:
        number = int(item.get("value") or number)
        found.append(f"{_numbered(number, kind)}. ")
        number += -1 if backwards else 1
    return found


def _numbered(number: int, kind: str) -> str:
    if kind in "aA" and number > 0:
        text = ""
        while number:
            number, rest = divmod(number - 1, 26)
            text = chr(ord("a") + rest) + text
        return text if kind == "a" else text.upper()
    if kind in "iI" and 0 < number < 4000:
        text = _roman(number)
        return text if kind == "i" else text.upper()
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    ):
        count, number = divmod(number, value)
        text += sign * count
    return text
