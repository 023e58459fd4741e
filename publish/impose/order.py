"""Which page stands where on which sheet: pure arithmetic, without lengths.

The order of a folded signature is not looked up in a table: a sheet is folded here as hands fold
it, and the pages are numbered in the stack that lies there in the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

#: Pages of a signature, the columns and rows of one side of its sheet, and how it is folded: each
#: letter says which half goes over the other one, R the right half over the left one. The last
#: fold makes the spine, which lies at the left when its left half goes over.
FOLDS = {
    4: (2, 1, "L"),
    8: (2, 2, "TL"),
    16: (4, 2, "RTL"),
    32: (4, 4, "TRTL"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one page on one side of a sheet.

    Attributes:
        page: counted from 0; ``None`` for a place that stays empty.
        turned: whether its head points down.
    """

    page: int | None
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one sheet.

    Attributes:
        sheet: counted from 0.
        back: whether this side is seen when the sheet is turned over sideways.
        rows: from top to bottom, each from left to right.
        inset: leaves that lie around this sheet when all are folded.
    """

    sheet: int
    back: bool
    rows: tuple[tuple[Cell, ...], ...]
    inset: int = 0


def saddle(pages: int, *, rtl: bool = False) -> tuple[Side, ...]:
    """Order a booklet of sheets that are folded once and put into each other.

    Args:
        pages: a multiple of 4.
        rtl: whether the spine is at the right, as for Arabic and Hebrew.
    """
    sides = []
    for sheet in range(pages // 4):
        last, first = pages - 1 - 2 * sheet, 2 * sheet
        for back, (left, right) in ((False, (last, first)), (True, (first + 1, last - 1))):
            pair = (right, left) if rtl else (left, right)
            sides.append(Side(sheet, back, (tuple(Cell(page) for page in pair),), sheet))
    return tuple(sides)


def perfect(pages: int, signature: int, *, rtl: bool = False) -> tuple[Side, ...]:
    """Order a book of signatures that lie behind each other and are glued at the spine.

    Args:
        pages: a multiple of `signature`.
        signature: 4, 8, 16 or 32.
        rtl: whether the spine is at the right.
    """
    sides = []
    for sheet in range(pages // signature):
        for back, rows in enumerate(folded(signature, rtl=rtl)):
            moved = tuple(
                tuple(Cell((cell.page or 0) + sheet * signature, cell.turned) for cell in row)
                for row in rows
            )
            sides.append(Side(sheet, bool(back), moved))
    return tuple(sides)


@cache
def folded(pages: int, *, rtl: bool = False) -> tuple[tuple[tuple[Cell, ...], ...], ...]:
    """Return the rows of the front and of the back of one signature.

    Raises:
        KeyError: a sheet cannot be folded to so many pages.
    """
    columns, rows, folds = FOLDS[pages]
    front: dict[tuple[int, int], Cell] = {}
    back: dict[tuple[int, int], Cell] = {}
    for leaf, (place, ups, turns) in enumerate(_stack(columns, rows, folds)):
        turned = turns % 2 == 1
        recto, verso = Cell(2 * leaf, turned), Cell(2 * leaf + 1, turned)
        front[place], back[place] = (recto, verso) if ups % 2 == 0 else (verso, recto)
    seen = [_rows(front, columns, rows), tuple(row[::-1] for row in _rows(back, columns, rows))]
    if not any(cell.page == 0 for row in seen[0] for cell in row):
        # The front is the side of the first page; either side may lie up to be folded.
        seen.reverse()
    if rtl:
        # The same folds in a mirror.
        seen = [tuple(row[::-1] for row in side) for side in seen]
    return tuple(seen)


def _rows(
    side: dict[tuple[int, int], Cell], columns: int, rows: int
) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(side[column, row] for column in range(columns)) for row in range(rows))


#: A leaf in the stack: its place on the sheet, how often it was turned over, and how often
#: of these from top to bottom.
_Leaf = tuple[tuple[int, int], int, int]


def _stack(columns: int, rows: int, folds: str) -> list[_Leaf]:
    """Fold a sheet, front up; return its leaves from the top of the stack downwards."""
    sheet: dict[tuple[int, int], list[_Leaf]] = {
        (column, row): [((column, row), 0, 0)] for column in range(columns) for row in range(rows)
    }
    for fold in folds:
        upright = fold in "LR"
        half = (columns if upright else rows) // 2
        columns, rows = (half, rows) if upright else (columns, half)
        sheet = _folded_once(sheet, fold, half)
    (stack,) = sheet.values()
    return stack


def _folded_once(
    sheet: dict[tuple[int, int], list[_Leaf]], fold: str, half: int
) -> dict[tuple[int, int], list[_Leaf]]:
    """Lay one half over the other; the rest of the sheet is counted from its corner again."""
    down = fold in "TB"
    axis = 1 if down else 0
    moves_low = fold in "LT"
    result: dict[tuple[int, int], list[_Leaf]] = {}
    for place, stack in sheet.items():
        low = place[axis] < half
        if low == moves_low:
            continue
        mirror = 2 * half - 1 - place[axis]
        opposite = (place[0], mirror) if down else (mirror, place[1])
        over = [(leaf, ups + 1, turns + down) for leaf, ups, turns in reversed(sheet[opposite])]
        at = place[axis] - half if moves_low else place[axis]
        result[(place[0], at) if down else (at, place[1])] = over + stack
    return result


def in_sequence(
    pages: int, columns: int, rows: int, *, sides: int, rtl: bool = False
) -> tuple[Side, ...]:
    """Order pages, or leaves of two pages, one after another in the rows of a sheet."""
    return _filled(range(-(-pages // sides)), columns, rows, sides, pages, rtl)


def cut_stack(
    pages: int, columns: int, rows: int, *, sides: int, rtl: bool = False
) -> tuple[Side, ...]:
    """Order leaves so that the piles of a cut stack, laid on each other, are in order."""
    leaves, up = -(-pages // sides), columns * rows
    sheets = -(-leaves // up)
    order = [place * sheets + sheet for sheet in range(sheets) for place in range(up)]
    return _filled(order, columns, rows, sides, pages, rtl)


def repeated(
    pages: int, columns: int, rows: int, *, sides: int, rtl: bool = False
) -> tuple[Side, ...]:
    """Fill a whole sheet with each page, or with each leaf."""
    leaves = -(-pages // sides)
    order = [leaf for leaf in range(leaves) for _ in range(columns * rows)]
    return _filled(order, columns, rows, sides, pages, rtl)


def _filled(
    order: range | list[int], columns: int, rows: int, sides: int, pages: int, rtl: bool
) -> tuple[Side, ...]:
    up = columns * rows
    found = []
    for sheet in range(-(-len(order) // up)):
        leaves = [*order[sheet * up : (sheet + 1) * up]]
        leaves += [pages] * (up - len(leaves))
        for back in range(sides):
            shown = [leaf * sides + back for leaf in leaves]
            cells = [Cell(page if page < pages else None) for page in shown]
            lines = [cells[row * columns : (row + 1) * columns] for row in range(rows)]
            # Turned over sideways, what was at the left is at the right.
            mirrored = rtl != bool(back)
            found.append(
                Side(sheet, bool(back), tuple(tuple(r[::-1] if mirrored else r) for r in lines))
            )
    return tuple(found)
