"""Running text as blocks (paragraphs, headings, lists) and as semantic HTML."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from publish.model import Place, Prose, direction_of
from publish.read.page_text.language import language_of_line
from publish.read.page_text.lines import Line
from publish.read.page_text.report import Confidence, Document, Ledger
from publish.read.page_text.shape import ends_clause, is_heading, is_titlish

#: Levels of lists that people can follow; white space in front makes no more than these.
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with the lists below it."""

    line: Line
    lists: tuple[ItemList, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items of one kind that follow each other; ``start`` is 0 for a list with bullets."""

    items: tuple[Item, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading or a break between paragraphs."""

    line: Line
    kind: Literal["paragraph", "heading", "break"] = "paragraph"


Block = Passage | ItemList


def blocks_of(lines: Sequence[Line], *, headings: Collection[int] = ()) -> list[Block]:
    """Arrange lines with text as blocks, in order.

    Args:
        lines: no blank lines among them.
        headings: numbers of lines that are known to be headings.
    """
    blocks: list[Block] = []
    items: list[Line] = []
    for index, line in enumerate(lines):
        if line.is_item:
            items.append(line)
            continue
        blocks += lists_of(items)
        items = []
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        known = line.number in headings
        blocks.append(Passage(line, "heading" if known else _kind(line, before, after)))
    return blocks + lists_of(items)


def lists_of(lines: Sequence[Line], *, level: int = 1) -> list[ItemList]:
    """Arrange items as lists; an item that is set in belongs to the one above it.

    Nothing but white space in front makes a level: a flat list stays flat. Below the deepest
    level all items stand side by side.
    """
    items: list[Item] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while level < _DEEPEST and end < len(lines) and lines[end].depth > lines[index].depth:
            end += 1
        below = lists_of(lines[index + 1 : end], level=level + 1)
        items.append(Item(lines[index], tuple(below)))
        index = end
    return [ItemList(tuple(run), run[0].line.ordinal) for run in _runs(items)]


def lines_in(lists: Sequence[ItemList]) -> list[Line]:
    """Return the lines of lists, from top to bottom."""
    return [
        line for one in lists for item in one.items for line in (item.line, *lines_in(item.lists))
    ]


def prose_of(
    blocks: Sequence[Block], language: str, label: str, *, heading_level: int = 2
) -> Prose | None:
    """Return blocks as semantic HTML, or ``None`` if there are none."""
    if not blocks:
        return None
    markup = _Markup(language, heading_level)
    html = "\n".join(markup.block(block) for block in blocks)
    return Prose(html, language, Place(label, _first_line(blocks[0]).number))


def enter_blocks(
    ledger: Ledger, blocks: Sequence[Block], document: Document, *, part: str = ""
) -> None:
    """Enter blocks into the report."""
    for block in blocks:
        if isinstance(block, ItemList):
            _enter_list(ledger, block, document, part)
            continue
        if block.kind == "heading":
            why = "a short line without a full stop, with text below it"
            ledger.enter(
                block.line, f"{part}heading", document, confidence=Confidence.MEDIUM, reason=why
            )
        elif block.kind == "break":
            ledger.enter(
                block.line, f"{part}break between paragraphs", document, left_out=block.line.text
            )
        elif glued := block.line.text.removesuffix(block.line.content):
            became = f"{part}paragraph, with its heading glued in front"
            why = "the heading stands on the line above"
            ledger.enter(block.line, became, document, reason=why, left_out=glued)
        elif is_titlish(block.line) and not ends_clause(block.line.text):
            why = "a short line, taken for text; it may belong to the page around the text"
            became = f"{part}paragraph"
            ledger.enter(block.line, became, document, confidence=Confidence.MEDIUM, reason=why)
        else:
            ledger.enter(block.line, f"{part}paragraph", document)


def _enter_list(ledger: Ledger, block: ItemList, document: Document, part: str) -> None:
    kind = "numbered item" if block.start else "list item"
    for item in block.items:
        ledger.enter(item.line, f"{part}{kind}", document, left_out=item.line.mark)
        for below in item.lists:
            _enter_list(ledger, below, document, part)


def _kind(
    line: Line, before: Line | None, after: Line | None
) -> Literal["paragraph", "heading", "break"]:
    if line.is_rule:
        return "break"
    return "heading" if is_heading(line, before, after) else "paragraph"


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Part items where bullets change to numbers or numbers do not go on."""
    runs: list[list[Item]] = []
    for item in items:
        last = runs[-1][-1].line.ordinal if runs else None
        goes_on = last is not None and item.line.ordinal == (last + 1 if last else 0)
        if goes_on:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _first_line(block: Block) -> Line:
    return block.items[0].line if isinstance(block, ItemList) else block.line


@dataclass(frozen=True, slots=True)
class _Markup:
    """Writes blocks as HTML with the author's lines and changes of language."""

    language: str
    heading_level: int

    def block(self, block: Block) -> str:
        if isinstance(block, ItemList):
            return self.list(block)
        if block.kind == "break":
            return f'<hr data-line="{block.line.number}">'
        tag = f"h{self.heading_level}" if block.kind == "heading" else "p"
        return f"<{tag}{self._attributes(block.line)}>{_text(block.line)}</{tag}>"

    def list(self, block: ItemList) -> str:
        tag = "ol" if block.start else "ul"
        start = f' start="{block.start}"' if block.start > 1 else ""
        items = "".join(self._item(item) for item in block.items)
        return f'<{tag}{start} data-line="{block.items[0].line.number}">{items}</{tag}>'

    def _item(self, item: Item) -> str:
        below = "".join(self.list(one) for one in item.lists)
        # A list below must not take on the language of the words above it.
        text = self._span(item.line) if below else _text(item.line)
        attributes = self._number(item.line) if below else self._attributes(item.line)
        return f"<li{attributes}>{text}{below}</li>"

    def _span(self, line: Line) -> str:
        change = self._change(line)
        return f"<span{change}>{_text(line)}</span>" if change else _text(line)

    def _attributes(self, line: Line) -> str:
        return self._number(line) + self._change(line)

    def _number(self, line: Line) -> str:
        return f' data-line="{line.number}"'

    def _change(self, line: Line) -> str:
        language = language_of_line(line.content, self.language)
        if language == self.language:
            return ""
        turn = direction_of(language)
        direction = f' dir="{turn}"' if turn != direction_of(self.language) else ""
        return f' lang="{language}"{direction}'


def _text(line: Line) -> str:
    return escape(line.content, quote=False)
