"""From a composed text to a plain one.

UTF-8, line feeds, no byte order mark; letters as the author typed them. What the form adds, such
as brackets and numbers, is noted, so that the words can be compared with those of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.errors import OwnError
from publish.finish.plain.block import Block, Writer
from publish.finish.plain.blocks import Blocks
from publish.finish.plain.wrap import collapsed, lines, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.finish.plain.phrases import Gathered
    from publish.model.composed import Composed
    from publish.model.wording import Wording

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


@dataclass(frozen=True, slots=True)
class PlainText:
    """A plain text.

    Attributes:
        content: the whole file.
        added: where the form has added something: its first character, the one behind its last,
            and what it stands for: nothing, or the space between two words.
        notes_at: the character at which the notes begin.
    """

    content: bytes
    added: tuple[tuple[int, int, str], ...]
    notes_at: int


def plain_text(composed: Composed, wording: Wording, columns: int) -> PlainText:
    """Make a composed text one plain text: the text, its notes, then where its links lead.

    Args:
        composed: stays as it is.
        wording: of the language of the page.
        columns: of a line; 0 for one line a paragraph.

    Raises:
        OwnError: the page has no body.
    """
    body = composed.root.find("body")
    if body is None:
        raise OwnError("the page has no body")
    blocks = Blocks(composed.root, wording, columns)
    writer = Writer()
    if body.get("data-draft") is not None:
        _write(writer, Block([(f"[{wording.draft.text}]", "")], 0), columns)
    for block in blocks.of(body):
        _write(writer, block, columns)
    notes_at = writer.at
    for block in _notes(blocks, wording):
        _write(writer, block, columns)
    for block in _links(blocks.phrases.gathered, wording):
        _write(writer, block, columns)
    writer.write("\n")
    return PlainText("".join(writer.parts).encode(), tuple(writer.added), notes_at)


def _notes(blocks: Blocks, wording: Wording) -> Iterator[Block]:
    gathered = blocks.phrases.gathered
    if not gathered.endnotes and not gathered.footnotes:
        return
    if not any(kid.tag in _HEADINGS for section in gathered.endnotes for kid in section):
        yield Block([(wording.notes.text, "")], 2)
    for section in gathered.endnotes:
        for kid in section:
            if kid.tag in _HEADINGS:
                yield Block(blocks.phrases.of(kid), 2)
            elif kid.tag != "ol":
                yield from blocks.of(kid)
                continue
            for number, item in enumerate(kid.findall("li"), start=int(kid.get("start") or 1)):
                yield from _numbered(blocks.of(item), number)
    # A note may hold the call of another.
    for number, note in enumerate(gathered.footnotes, start=1):
        yield from _numbered(blocks.of(note), number)


def _numbered(blocks: Iterator[Block], number: int) -> Iterator[Block]:
    mark = f"[{number}] "
    for at, block in enumerate(blocks):
        block.gap = 1 if at == 0 else 0
        block.hang = len(mark)
        block.marker, block.indent = (mark, 0) if at == 0 else ("", len(mark))
        yield block


def _links(gathered: Gathered, wording: Wording) -> Iterator[Block]:
    """Yield where links lead, all of it ours: the words of the links stand in the text."""
    if gathered.links:
        yield Block([(wording.links.text, "")], 2)
    for text, address in gathered.links:
        yield Block([(text, "")])
        yield Block([(address, "")], 0, indent=2, is_verbatim=True)


def _write(writer: Writer, block: Block, columns: int) -> None:
    signs = list(collapsed(block.pieces))
    if not signs:
        return
    if writer.at:
        writer.write("\n" * (1 + block.gap))
    writer.write(" " * block.indent)
    writer.write(block.marker, "")
    if block.is_verbatim:
        for text, means in block.pieces:
            writer.write(text, means)
        return
    first = max(columns - block.indent - width(block.marker), 1) if columns else 0
    rest = max(columns - block.hang, 1) if columns else 0
    joins: str | None = None
    for number, (line, parts_word) in enumerate(lines(signs, first, rest)):
        if number:
            writer.write("\n" + " " * block.hang, joins)
        for sign, means in line:
            writer.write(sign, means)
        joins = "" if parts_word else None
