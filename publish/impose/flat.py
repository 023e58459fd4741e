"""One side of one sheet with all its lengths: where pages stand, where is cut and folded."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from publish.errors import InputFaults
from publish.finish.press.sheet.boxes import MM, Box, Sheet
from publish.finish.press.sheet.marks import Lines
from publish.impose.source import SAME
from publish.model.fault import Fault
from publish.standards.rules import imposing as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.impose.order import Side
    from publish.model.place import Place


@dataclass(frozen=True, slots=True)
class Placed:
    """One page on a sheet.

    Attributes:
        page: counted from 0, in the imposed order with its blanks.
        at: where its trim comes to lie, in points.
        clip: beyond which nothing of it is painted.
        turned: whether its head points down.
    """

    page: int
    at: Box
    clip: Box
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Flat:
    """One side of a sheet.

    Attributes:
        sheet: counted from 0.
        back: whether it is the back.
        boxes: of the sheet; its trim holds the trims of all pages.
        lines: of cuts and folds.
        placed: the pages.
        drawn: operators of what is drawn besides, in process inks.
    """

    sheet: int
    back: bool
    boxes: Sheet
    lines: Lines
    placed: tuple[Placed, ...]
    drawn: bytes = b""

    def upside_down(self) -> Flat:
        """Return the side turned by half a turn: its sheet is turned over head first."""
        media = self.boxes.media

        def turn(box: Box) -> Box:
            return Box(media.x1 - box.x1, media.y1 - box.y1, media.x1 - box.x0, media.y1 - box.y0)

        placed = tuple(
            Placed(one.page, turn(one.at), turn(one.clip), not one.turned) for one in self.placed
        )
        lines = Lines(
            tuple(media.x1 - x for x in self.lines.cuts_x),
            tuple(media.y1 - y for y in self.lines.cuts_y),
            tuple(media.x1 - x for x in self.lines.folds_x),
            tuple(media.y1 - y for y in self.lines.folds_y),
        )
        boxes = Sheet(media, turn(self.boxes.bleed), turn(self.boxes.trim))
        return replace(self, boxes=boxes, lines=lines, placed=placed)


@dataclass(frozen=True, slots=True)
class Grid:
    """How the pages of one side stand beside and above each other; lengths in points.

    Attributes:
        widths: of the columns, from left to right.
        heights: of the rows, from top to bottom.
        gaps_x: between the columns.
        gaps_y: between the rows.
        bleed: of the pages.
        spines: gaps between columns where pages are folded and not cut.
        folded: whether all other gaps are folded too, before they are cut.
        creep: by which each leaf that lies around it moves a page towards its fold.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    gaps_x: tuple[float, ...] = ()
    gaps_y: tuple[float, ...] = ()
    bleed: float = 0.0
    spines: frozenset[int] = frozenset()
    folded: bool = False
    creep: float = 0.0

    @property
    def width(self) -> float:
        """Of all columns with their gaps."""
        return sum(self.widths) + sum(self.gaps_x)

    @property
    def height(self) -> float:
        """Of all rows with their gaps."""
        return sum(self.heights) + sum(self.gaps_y)

    @property
    def columns(self) -> tuple[tuple[float, float], ...]:
        """From where to where each column goes, counted from the left edge."""
        return _strips(self.widths, self.gaps_x)

    @property
    def rows(self) -> tuple[tuple[float, float], ...]:
        """From where to where each row goes, top row first, counted from the lower edge."""
        found = _strips(self.heights, self.gaps_y)
        return tuple((self.height - end, self.height - start) for start, end in found)


def lay(side: Side, grid: Grid, boxes: Sheet) -> Flat:
    """Place the pages of one side.

    Args:
        side: which page stands where.
        grid: how large everything is.
        boxes: of the sheet; its trim has the size of the grid.
    """
    placed = []
    for row, cells in enumerate(side.rows):
        for column, cell in enumerate(cells):
            if cell.page is None:
                continue
            (x0, x1), (y0, y1) = grid.columns[column], grid.rows[row]
            home = Box(x0, y0, x1, y1).moved(boxes.trim.x0, boxes.trim.y0)
            shift = _towards_fold(column, grid) * side.inset * grid.creep
            clip = _clip(home, grid, column, row)
            placed.append(Placed(cell.page, home.moved(shift, 0), clip, cell.turned))
    return Flat(side.sheet, side.back, boxes, _lines(side, grid, boxes), tuple(placed))


def _towards_fold(column: int, grid: Grid) -> int:
    """Return 1 where the fold is at the right of a column, -1 where it is at its left."""
    return (column in grid.spines) - (column - 1 in grid.spines)


def _clip(home: Box, grid: Grid, column: int, row: int) -> Box:
    """Let a page bleed outwards, and to the middle of the gap between it and its neighbour."""
    left, right = _bleeds(grid.gaps_x, column, grid.bleed)
    above, below = _bleeds(grid.gaps_y, row, grid.bleed)
    return Box(home.x0 - left, home.y0 - below, home.x1 + right, home.y1 + above)


def _bleeds(gaps: Sequence[float], at: int, bleed: float) -> tuple[float, float]:
    """Return how far a strip bleeds before and behind itself."""
    before = min(bleed, gaps[at - 1] / 2) if at > 0 else bleed
    behind = min(bleed, gaps[at] / 2) if at < len(gaps) else bleed
    return before, behind


def _lines(side: Side, grid: Grid, boxes: Sheet) -> Lines:
    """Return the cuts beside all strips that are not folded there, and the folds between them.

    A page that creeps towards its fold is cut nearer to it too.
    """
    left, low = boxes.trim.x0, boxes.trim.y0
    cuts_x = []
    for column, (x0, x1) in enumerate(grid.columns):
        shift = _towards_fold(column, grid) * side.inset * grid.creep
        edges = ((x0, column - 1), (x1, column))
        cuts_x += [left + x + shift for x, gap in edges if gap not in grid.spines]
    cuts_y = [low + y for row in grid.rows for y in row]
    middles_x = _middles(grid.columns)
    folds_x = [x for gap, x in enumerate(middles_x) if grid.folded or gap in grid.spines]
    folds_y = [*_middles(grid.rows)] if grid.folded else []
    return Lines(
        _once(cuts_x),
        _once(cuts_y),
        _once(left + x for x in folds_x),
        _once(low + y for y in folds_y),
    )


def _middles(strips: Sequence[tuple[float, float]]) -> list[float]:
    """Return the middles of the gaps between strips, whichever way they are counted."""
    ordered = sorted(strips)
    return [(end + start) / 2 for (_, end), (start, _) in pairwise(ordered)]


def _once(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(sorted({round(value, 3) for value in values}))


def _strips(sizes: Sequence[float], gaps: Sequence[float]) -> tuple[tuple[float, float], ...]:
    at, found = 0.0, []
    for size, gap in zip(sizes, (*gaps, 0.0), strict=True):
        found.append((at, at + size))
        at += size + gap
    return tuple(found)


def boxes_for(grid: Grid, sheet: tuple[float, float] | None, slug: float, place: Place) -> Sheet:
    """Return the boxes of a sheet with all pages in its middle.

    Args:
        grid: what stands on it.
        sheet: width and height in points; either way round; ``None`` for as much as is needed.
        slug: around the trim, where no sheet is given.
        place: of the file, for the fault.

    Raises:
        InputFaults: the sheet is too small.
    """
    if sheet is None:
        return Sheet.around(grid.width, grid.height, bleed=grid.bleed, slug=slug)
    need = (grid.width + 2 * grid.bleed, grid.height + 2 * grid.bleed)
    for width, height in (sheet, sheet[::-1]):
        if need[0] <= width + SAME and need[1] <= height + SAME:
            x, y = (width - grid.width) / 2, (height - grid.height) / 2
            trim = Box(x, y, x + grid.width, y + grid.height)
            media = Box(0, 0, width, height)
            return Sheet(media, trim.grown(grid.bleed).cut(media), trim)
    raise InputFaults([Fault(rules.SHEET_TOO_SMALL, _too_small(need, sheet), place)])


def _too_small(need: tuple[float, float], sheet: tuple[float, float]) -> str:
    wanted = " x ".join(f"{math.ceil(side / MM - 0.1)}" for side in need)
    given = " x ".join(f"{side / MM:.4g}" for side in sheet)
    return f"with their bleed they need {wanted} mm, and it has {given} mm"
