"""Which header cells speak for a cell, by HTML's own algorithm, in time linear in the table.

Source: HTML, 4.9.12.2 (forming relationships between data cells and header cells).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element as Node

    from publish.pdf import Element

SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


@dataclass(slots=True, eq=False)
class Cell:
    """A cell with the slots that it covers, counted from 0."""

    element: Element
    node: Node
    row: int
    column: int
    group: int
    height: int
    width: int

    @property
    def rows(self) -> range:
        """The rows that the cell covers."""
        return range(self.row, self.row + self.height)

    @property
    def columns(self) -> range:
        """The columns that the cell covers."""
        return range(self.column, self.column + self.width)

    @property
    def written_scope(self) -> str:
        """The author's scope, lower case."""
        return (self.node.get("scope") or "").lower()

    @property
    def is_empty(self) -> bool:
        """Whether the cell holds nothing; such a header has nothing to say."""
        return not len(self.node) and not (self.node.text or "").strip(" \t\n\r\f")

    def extent(self, scope: str) -> tuple[int, int]:
        """Return the columns that a column header heads, or the rows of a row header."""
        return (self.column, self.width) if scope == "Column" else (self.row, self.height)


@dataclass(slots=True)
class Block:
    """Header cells that follow each other on one row or column, with no data between them.

    Attributes:
        first: position of the first one.
        speaking: those whose scope is along the line, each with its position.
        extents: of all of them, each with its first position.
    """

    first: int
    speaking: list[tuple[int, Cell]] = field(default_factory=list)
    extents: dict[tuple[int, int], int] = field(default_factory=dict)


class Grid:
    """The slots of one table, and what they know about header cells."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = cells
        data = [cell for cell in cells if cell.element.role == "TD"]
        self._data_rows = {row for cell in data for row in cell.rows}
        self._data_columns = {column for cell in data for column in cell.columns}
        self._lines: dict[tuple[str, int], list[Block]] = {}
        self._row_groups: dict[int, list[Cell]] = defaultdict(list)
        self._column_groups: dict[int, list[Cell]] = defaultdict(list)

    def scope(self, cell: Cell) -> str:
        """Return the scope of a header cell.

        Where the author's scope and HTML's algorithm are both silent, a cell with data to its
        side heads its row, any other its column.
        """
        written = SCOPES.get(cell.written_scope)
        if written:
            return written
        if self._data_rows.isdisjoint(cell.rows):
            return "Column"
        if self._data_columns.isdisjoint(cell.columns):
            return "Row"
        return "Row" if cell.column == 0 else "Column"

    def gather(self, headers: Sequence[Cell], column_groups: Sequence[range]) -> None:
        """Enter the header cells by line and by group, once all have their scope."""
        for scope in ("Column", "Row"):
            for line, cells in self._by_line(scope).items():
                self._lines[scope, line] = _blocks(cells, scope)
        for cell in headers:
            if cell.written_scope == "rowgroup":
                self._row_groups[cell.group].append(cell)
            if cell.written_scope == "colgroup":
                for group in column_groups:
                    for column in group if cell.column in group else ():
                        self._column_groups[column].append(cell)

    def _by_line(self, scope: str) -> dict[int, list[tuple[int, Cell]]]:
        """Return the cells of each column, or row, with their positions, in order."""
        lines: dict[int, dict[int, Cell]] = defaultdict(dict)
        for cell in self._cells:
            for row in cell.rows:
                for column in cell.columns:
                    line, position = (column, row) if scope == "Column" else (row, column)
                    lines[line][position] = cell
        return {line: sorted(cells.items(), key=_position) for line, cells in lines.items()}

    def spoken_by(self, cell: Cell) -> list[str]:
        """Return the keys of the header cells of a cell.

        First those that head its rows, from near to far, then those that head its columns, then
        those that head its row group and its column group.
        """
        found = [other for row in cell.rows for other in self._heads(cell, row, "Row")]
        for column in cell.columns:
            found += self._heads(cell, column, "Column")
        grouped = [*self._row_groups[cell.group], *self._column_groups[cell.column]]
        found += [
            other
            for other in grouped
            if other.row <= cell.rows[-1] and other.column <= cell.columns[-1]
        ]
        return [
            other.element.key or "" for other in found if other is not cell and not other.is_empty
        ]

    def _heads(self, cell: Cell, line: int, scope: str) -> Iterator[Cell]:
        """Yield the headers before a cell on one line of slots, nearest first.

        Once data came between, a header of the same extent as one in a nearer block no longer
        speaks for the cell.
        """
        start = cell.column if scope == "Row" else cell.row
        blocks = self._lines[scope, line]
        opaque: set[tuple[int, int]] = set()
        for block in reversed(blocks[: bisect_right(blocks, start, key=_first)]):
            for position, other in reversed(block.speaking):
                if position < start and other.extent(scope) not in opaque:
                    yield other
            opaque.update(extent for extent, at in block.extents.items() if at <= start)


def _blocks(cells: Sequence[tuple[int, Cell]], scope: str) -> list[Block]:
    blocks: list[Block] = []
    after_data = True
    for position, cell in cells:
        if cell.element.role != "TH":
            after_data = True
            continue
        if after_data:
            blocks.append(Block(position))
        after_data = False
        blocks[-1].extents.setdefault(cell.extent(scope), position)
        if cell.element.scope == scope:
            blocks[-1].speaking.append((position, cell))
    return blocks


def _position(entry: tuple[int, Cell]) -> int:
    return entry[0]


def _first(block: Block) -> int:
    return block.first
