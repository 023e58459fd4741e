"""Each scheme: the order of the pages, the measures of the sheet, and how many pages fill it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.errors import InputFaults, WrongCall
from publish.finish.press.sheet.boxes import MM
from publish.impose import order
from publish.impose.flat import Flat, Grid, boxes_for, lay
from publish.impose.order import Cell, Side
from publish.impose.source import SAME
from publish.model.fault import Fault, Severity
from publish.standards.rules import imposing as rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from publish.impose.job import Job
    from publish.impose.source import Source
    from publish.model.place import Place

#: Schemes whose pages are cut apart, with their order.
_CUT_APART: dict[str, Callable[..., tuple[Side, ...]]] = {
    "n-up": order.in_sequence,
    "repeat": order.repeated,
    "cut-stack": order.cut_stack,
}


#: Width and height of a bar on the spine, and what stays free beside it, in points.
_STEP, _SPARE = (3 * MM, 6 * MM), 1 * MM


def multiple(job: Job, source: Source, place: Place) -> int:
    """Return by which number the pages must be divided without a rest."""
    if job.scheme == "saddle":
        return 4
    if job.scheme == "perfect":
        return job.signature
    if job.scheme in {"roll", "z"}:
        return 2 * job.panels
    if job.scheme == "cut-stack":
        columns, rows = _grid(job, source, place)
        return columns * rows * sides_of(job, source)
    return sides_of(job, source)


def sides_of(job: Job, source: Source) -> int:
    """Return how many sides of a sheet are printed where pages are cut apart."""
    return job.sides or (2 if len(source.pages) > 1 else 1)


def flats(job: Job, source: Source, pages: int, place: Place) -> tuple[Flat, ...]:
    """Place all pages on sheets.

    Args:
        job: how.
        source: the file; for all schemes but leaflets its pages have one size.
        pages: with the blanks.
        place: of the file, for faults.

    Raises:
        InputFaults: a sheet is too small, or pages do not fit the panels.
        WrongCall: what is asked for has no meaning.
    """
    sides, grid = _arranged(job, source, pages, place)
    sheet = (job.sheet[0] * MM, job.sheet[1] * MM) if job.sheet else None
    boxes = boxes_for(grid, sheet, job.slug * MM, place)
    found = []
    for side in sides:
        # Seen from behind, columns of different width stand the other way round.
        seen = replace(grid, widths=grid.widths[::-1]) if side.back else grid
        laid = lay(side, seen, boxes)
        if job.scheme == "perfect" and not side.back:
            laid = replace(laid, drawn=_step(side, laid, grid))
        found.append(laid.upside_down() if job.tumble and side.back else laid)
    return tuple(found)


def _step(side: Side, flat: Flat, grid: Grid) -> bytes:
    """Draw a bar on the spine of a signature, one step lower on each: gathered, they are stairs.

    It stands between the first page and the last one, in what is milled off.
    """
    first = next(one for one in flat.placed if one.page % _pages(side) == 0)
    fold = min(flat.lines.folds_x, key=lambda x: min(abs(x - first.at.x0), abs(x - first.at.x1)))
    wide = min(_STEP[0], min(grid.gaps_x[0::2]) - _SPARE)
    if wide <= 0:
        return b""
    steps = max(1, math.floor((first.at.height - _STEP[1]) / _STEP[1]))
    y = first.at.y1 - (side.sheet % steps + 1) * _STEP[1]
    return b"q 0 0 0 1 k %.3f %.3f %.3f %.3f re f Q\n" % (fold - wide / 2, y, wide, _STEP[1])


def _pages(side: Side) -> int:
    return 2 * sum(len(row) for row in side.rows)


def _arranged(job: Job, source: Source, pages: int, place: Place) -> tuple[Sequence[Side], Grid]:
    width, height = source.pages[0].trim.width, source.pages[0].trim.height
    bleed = source.bleed
    if job.scheme == "saddle":
        grid = Grid((width,) * 2, (height,), (0.0,), (), bleed, frozenset({0}))
        return order.saddle(pages, rtl=job.rtl), replace(grid, creep=job.thickness * MM)
    if job.scheme == "perfect":
        return order.perfect(pages, job.signature, rtl=job.rtl), _signature(job, source)
    if job.scheme in {"roll", "z"}:
        return _panels(job, source)
    columns, rows = _grid(job, source, place)
    gap = _gap(job, source)
    grid = Grid(
        (width,) * columns, (height,) * rows, (gap,) * (columns - 1), (gap,) * (rows - 1), bleed
    )
    sides = sides_of(job, source)
    return _CUT_APART[job.scheme](pages, columns, rows, sides=sides, rtl=job.rtl), grid


def _signature(job: Job, source: Source) -> Grid:
    """Return the measures of a signature: what is milled, and what is cut at heads and edges."""
    width, height = source.pages[0].trim.width, source.pages[0].trim.height
    columns, rows, _ = order.FOLDS[job.signature]
    cut = 2 * source.bleed
    gaps_x = tuple(cut if gap % 2 else 2 * job.mill * MM for gap in range(columns - 1))
    return Grid(
        (width,) * columns,
        (height,) * rows,
        gaps_x,
        (cut,) * (rows - 1),
        source.bleed,
        frozenset(range(0, columns - 1, 2)),
        folded=True,
    )


def _gap(job: Job, source: Source) -> float:
    return 2 * source.bleed if job.gap is None else job.gap * MM


def _grid(job: Job, source: Source, place: Place) -> tuple[int, int]:
    """Return columns and rows: those of the job, or as many as the sheet holds."""
    if job.grid:
        return job.grid
    if not job.sheet:
        raise WrongCall(
            f"{job.scheme} needs to know how large the sheet is\n"
            "  hint give its size, --sheet sra3 or --sheet 320x450, or the pages, --grid 2x4"
        )
    width, height = source.pages[0].trim.width, source.pages[0].trim.height
    gap, bleed = _gap(job, source), source.bleed

    def held(room: float, size: float) -> int:
        return max(0, math.floor((room * MM - 2 * bleed + gap + SAME) / (size + gap)))

    both = [(held(w, width), held(h, height)) for w, h in (job.sheet, job.sheet[::-1])]
    best = max(both, key=lambda counts: counts[0] * counts[1])
    if not best[0] * best[1]:
        need = f"one page with its bleed needs {(width + 2 * bleed) / MM:.4g} x "
        need += f"{(height + 2 * bleed) / MM:.4g} mm"
        raise InputFaults([Fault(rules.SHEET_TOO_SMALL, need, place)])
    return best


def _panels(job: Job, source: Source) -> tuple[Sequence[Side], Grid]:
    """Order the panels of a leaflet; its cover is page 1, and page 2 is seen when that is turned.

    Seen from outside, the cover is at the one end, at the right, and what is opened last is at
    the other. In a roll fold that other end folds in, and each panel is narrower than the one
    that it lies in; in a Z fold all have one width.
    """
    count = job.panels
    outside = [*range(count + 1, 2 * count), 0]
    inside = [*range(1, count + 1)]
    widths = panel_widths(job, source.pages[0].trim.width)
    if job.rtl:
        outside, inside, widths = outside[::-1], inside[::-1], widths[::-1]
    sides = [
        Side(0, back, (tuple(Cell(page) for page in pages),))
        for back, pages in ((False, outside), (True, inside))
    ]
    folds = frozenset(range(count - 1))
    height = source.pages[0].trim.height
    return sides, Grid(widths, (height,), (0.0,) * (count - 1), (), source.bleed, folds)


def panel_widths(job: Job, cover: float) -> tuple[float, ...]:
    """Return the widths of the panels as seen from outside with the cover at the right."""
    if job.scheme == "z":
        return (cover,) * job.panels
    # The cover and the back are as wide as each other; what folds in gets narrower.
    steps = (*range(job.panels - 2, 0, -1), 0, 0)
    return tuple(cover - step * job.tuck * MM for step in steps)


def fitted(flat: Flat, job: Job, source: Source, place: Place) -> tuple[Flat, list[Fault]]:
    """Let pages that are wider than their panels lose what is too much at their free edge.

    The edge towards the cover stays in its fold. Returns the side, and a warning for each page.

    Raises:
        InputFaults: a page is narrower than its panel.
    """
    placed, warnings = [], []
    for one in flat.placed:
        if one.page >= len(source.pages):
            continue
        width, number = source.pages[one.page].trim.width, one.page + 1
        more = width - one.at.width
        if more < -SAME:
            detail = f"page {number} is {width / MM:.4g} mm wide, its panel {one.at.width / MM:.4g}"
            raise InputFaults([Fault(rules.PANELS, detail, place, page=number)])
        if more > SAME:
            detail = f"page {number} loses {more / MM:.3g} mm"
            warnings.append(
                Fault(rules.FLAP_CUT, detail, place, page=number, severity=Severity.WARNING)
            )
        at_right = flat.back == job.rtl
        x0 = one.at.x1 - width if at_right else one.at.x0
        placed.append(replace(one, at=replace(one.at, x0=x0, x1=x0 + width)))
    return replace(flat, placed=tuple(placed)), warnings
