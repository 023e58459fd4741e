"""Tables that are too wide for large letters on an upright page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Columns that stand beside each other in large print on an upright sheet.
_MOST_COLUMNS = 5


def turn_wide_tables(root: Element) -> None:
    """Mark each table that needs a sheet turned on its side, in place."""
    for table in root.iter("table"):
        widest = max((_columns(row) for row in table.iter("tr")), default=0)
        if widest > _MOST_COLUMNS:
            table.set("class", f"{table.get('class', '')} wide".strip())


def _columns(row: Element) -> int:
    cells = (cell for cell in row if cell.tag in ("td", "th"))
    return sum(int(cell.get("colspan") or 1) for cell in cells)
