"""Tables of a plain text: aligned columns where they fit, else one value a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.finish.plain.block import Block
from publish.finish.plain.wrap import collapsed, width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from publish.finish.plain.phrases import Phrases
    from publish.finish.plain.wrap import Piece, Sign

_GAP = 2
_SPANS = ("colspan", "rowspan")

#: How wide aligned columns may be where lines are not wrapped.
_WIDEST = 100


def table(node: Element, phrases: Phrases, room: int, indent: int, colon: str) -> Iterator[Block]:
    """Yield the blocks of a table.

    Args:
        node: the table.
        phrases: turns what is in a cell into text.
        room: columns of a line; 0 for lines that are not wrapped.
        indent: spaces before each line.
        colon: between the head of a column and a value.
    """
    for caption in node.findall("caption"):
        yield Block(phrases.of(caption), indent=indent, hang=indent)
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in _own_rows(node)]
    said = [[collapsed(phrases.of(cell)) for cell in row] for row in cells]
    if not any(said):
        return
    columns = max(map(len, said))
    spans = any(int(cell.get(name) or 1) > 1 for row in cells for cell in row for name in _SPANS)
    pads = [[width(cell.get("data-pad") or "") for cell in row] for row in cells]
    widths = [
        max(_width(row[at]) + pad[at] for row, pad in zip(said, pads, strict=True) if at < len(row))
        for at in range(columns)
    ]
    total = sum(widths) + _GAP * (columns - 1)
    heads = [all(cell.tag == "th" for cell in row) for row in cells]
    if not spans and total <= (room - indent if room else _WIDEST):
        yield from _aligned(cells, said, widths, indent, is_headed=heads[0])
    else:
        yield from _one_a_line(said, indent, colon, is_headed=heads[0] and not spans)


def _own_rows(node: Element) -> list[Element]:
    groups = [kid for kid in node if kid.tag in ("thead", "tbody", "tfoot")]
    groups = [node, *sorted(groups, key=lambda group: group.tag == "tfoot")]
    return [row for group in groups for row in group if row.tag == "tr"]


def _aligned(
    cells: list[list[Element]],
    said: list[list[list[Sign]]],
    widths: list[int],
    indent: int,
    *,
    is_headed: bool,
) -> Iterator[Block]:
    for number, row in enumerate(said):
        pieces: list[Piece] = []
        for at, signs in enumerate(row):
            cell = cells[number][at]
            after = " " * width(cell.get("data-pad") or "")
            pad = " " * (widths[at] - _width(signs) - len(after))
            is_right = "align-right" in (cell.get("class") or "")
            before, after = (pad, after) if is_right else ("", pad + after)
            gap = " " * _GAP if at else ""
            pieces += [(gap + before, None), *_pieces(signs), (after, None)]
        yield Block(_trimmed(pieces), 0 if number else 1, indent=indent, is_verbatim=True)
        if is_headed and number == 0:
            rule = "-" * (sum(widths) + _GAP * (len(widths) - 1))
            yield Block([(rule, "")], 0, indent=indent, is_verbatim=True)


def _one_a_line(
    said: list[list[list[Sign]]], indent: int, colon: str, *, is_headed: bool
) -> Iterator[Block]:
    heads = ["".join(sign for sign, _ in signs) for signs in said[0]] if is_headed else []
    for number, row in enumerate(said):
        if is_headed and number:
            yield Block(_pieces(row[0]) if row else [], indent=indent, hang=indent)
            for at, signs in enumerate(row[1:], start=1):
                head = f"{heads[at]}{colon}" if at < len(heads) and heads[at] else ""
                pieces = [(head, " "), *_pieces(signs)]
                yield Block(pieces, 0, indent=indent + 2, hang=indent + 4)
            continue
        pieces = []
        for at, signs in enumerate(row):
            pieces += [(" ", None), ("/", " "), (" ", None)] if at else []
            pieces += _pieces(signs)
        yield Block(pieces, 0 if number else 1, indent=indent, hang=indent + 2)


def _pieces(signs: list[Sign]) -> list[Piece]:
    return [(" " if sign == "\n" else sign, means) for sign, means in signs]


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    return pieces


def _width(signs: list[Sign]) -> int:
    return width("".join(sign for sign, _ in signs).replace("\n", " "))
