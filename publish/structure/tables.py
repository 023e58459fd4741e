"""Tables: one Table over all its pages, every cell with its slots.

Source: HTML, 4.9.12.1 (forming a table); ISO 32000-1, 14.8.4.3.4 and 14.8.5.7; ISO 14289-1, 7.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.pdf import Element, Kid
from publish.standards.rules import tags
from publish.structure import figures, html
from publish.structure.header_cells import Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element as Node

    from publish.structure.sketch import Sketch, Voice

GROUPS = {"thead": "THead", "tbody": "TBody", "tfoot": "TFoot"}


def table(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan a table; one that is there for looks alone leaves only what is in its cells."""
    if html.is_presentational(node):
        return [kid for cell in _nodes(node) for kid in _flow_of(sketch, cell, voice)]
    element = sketch.element("Table", node, voice)
    element.title = sketch.label(node)
    inside = voice.at(node)
    cells: list[Cell] = []
    rows = 0
    for child in _heard(sketch, node):
        if child.tag == "caption":
            element.kids.insert(0, figures.caption(sketch, child, inside))
        elif child.tag in GROUPS:
            part = sketch.element(GROUPS[str(child.tag)], child, inside, element.name)
            lines = [row for row in _heard(sketch, child) if row.tag == "tr"]
            rows += _rows(sketch, lines, part, rows, element.name, inside.at(child), cells)
            if part.kids:
                element.kids.append(part)
        elif child.tag == "tr":
            rows += _rows(sketch, [child], element, rows, element.name, inside, cells)
    _check_shape(sketch, node, element, cells)
    _say_headers(sketch, node, cells)
    return [element]


def _heard(sketch: Sketch, node: Node) -> Iterator[Node]:
    """Yield the children that readers hear, footers last, and hide those that they must not."""
    for child in sorted(node, key=lambda child: child.tag == "tfoot"):
        if html.is_hidden(child):
            sketch.hide(child)
        elif not html.is_unseen(child):
            yield child


def _flow_of(sketch: Sketch, cell: Node, voice: Voice) -> list[Kid]:
    return sketch.flow(cell, voice.at(cell), wrap=True)


def _nodes(table_node: Node) -> Iterator[Node]:
    """Yield caption and cells of a table without those of tables inside it."""
    for child in table_node:
        if child.tag in ("td", "th", "caption"):
            yield child
        elif child.tag in (*GROUPS, "tr"):
            yield from _nodes(child)


def _rows(
    sketch: Sketch,
    lines: list[Node],
    owner: Element,
    first: int,
    table_name: str,
    voice: Voice,
    cells: list[Cell],
) -> int:
    """Plan the rows of one row group and give each cell its slots. Return how many rows."""
    taken: set[tuple[int, int]] = set()
    for number, line in enumerate(lines):
        row = sketch.element("TR", line, voice, f"{table_name}, row {first + number + 1}")
        column = 0
        for node in line:
            if node.tag not in ("td", "th") or html.is_unseen(node):
                continue
            while (number, column) in taken:
                column += 1
            cell = _cell(sketch, node, voice.at(line), row, first + number, column)
            cell.height = min(cell.height or len(lines), len(lines) - number)
            cell.element.row_span, cell.element.column_span = cell.height, cell.width
            cell.group = first
            covered = {(r - first, c) for r in cell.rows for c in cell.columns}
            if covered & taken:
                sketch.fault(tags.CELLS_OVERLAP, node, "", cell.element.name)
            taken |= covered
            cells.append(cell)
            row.kids.append(cell.element)
            column += cell.width
        if row.kids:
            owner.kids.append(row)
    return len(lines)


def _cell(sketch: Sketch, node: Node, voice: Voice, row: Element, line: int, column: int) -> Cell:
    role = "TH" if node.tag == "th" else "TD"
    element = sketch.element(role, node, voice, f"{row.name}, cell {len(row.kids) + 1}")
    element.title = " ".join((node.get("abbr") or "").split()) or None
    if html.is_hidden(node):
        sketch.hide(node)
    else:
        element.kids = sketch.flow(node, voice.at(node), wrap=False)
    height, width = _span(node, "rowspan", 65534), max(_span(node, "colspan", 1000), 1)
    return Cell(element, node, line, column, 0, height, width)


def _span(node: Node, name: str, most: int) -> int:
    """Return a span; 0 rows mean all that are left in the group. Source: HTML, 4.9.11."""
    written = (node.get(name) or "").strip()
    return min(int(written), most) if written.isdecimal() else 1


def _check_shape(sketch: Sketch, node: Node, element: Element, cells: list[Cell]) -> None:
    """Report rows that do not fill the same columns."""
    widths: dict[int, int] = {}
    for cell in cells:
        for row in cell.rows:
            widths[row] = widths.get(row, 0) + cell.width
    if len(set(widths.values())) > 1:
        most = max(widths.values())
        row = next(row for row, width in widths.items() if width != most)
        detail = f"row {row + 1} fills {widths[row]} of {most} columns"
        sketch.fault(tags.CELLS_OVERLAP, node, detail, f"{element.name}, row {row + 1}")


def _say_headers(sketch: Sketch, node: Node, cells: list[Cell]) -> None:
    """Give header cells their scope and key, and each cell the keys of its header cells."""
    grid = Grid(cells)
    headers = [cell for cell in cells if cell.element.role == "TH"]
    for cell in headers:
        cell.element.scope = grid.scope(cell)
        cell.element.key = cell.element.key or sketch.fresh_key("cell")
    grid.gather(headers, list(_column_groups(node)))
    for cell in cells:
        named = (cell.node.get("headers") or "").split()
        found = _named(sketch, cell, named, headers) if named else grid.spoken_by(cell)
        cell.element.headers = tuple(dict.fromkeys(key for key in found if key))


def _named(sketch: Sketch, cell: Cell, named: list[str], headers: list[Cell]) -> list[str]:
    """Return the keys that the author names, and report those that the table lacks."""
    known = {header.node.get("id"): header.element.key for header in headers}
    for missing in (key for key in named if key not in known):
        sketch.fault(tags.HEADERS_POINT_NOWHERE, cell.node, missing, cell.element.name)
    return [known[key] or "" for key in named if key in known]


def _column_groups(node: Node) -> Iterator[range]:
    """Yield the columns of each ``colgroup``. Source: HTML, 4.9.12.1, steps 7 to 9."""
    first = 0
    for group in node.iterfind("colgroup"):
        columns = group.findall("col")
        width = sum(_span(each, "span", 1000) for each in columns or [group])
        yield range(first, first + width)
        first += width
