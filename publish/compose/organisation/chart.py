"""The structure of an organisation as a chart: where each box stands, and the lines between them.

The chart *is* the nested list: the layout writes each part once, in a list of lists, and gives
each the place that is computed here; the lines and frames behind the words are a drawing that
readers never hear. So a chart that stands alone has the same tags as the list (L, LI, LBody), one
source for both, and words that can be copied, searched and reflowed. A style sheet that leaves
the places out (large print, a narrow screen) shows the list again.

A view ``both`` draws the words into the drawing as well: it is then one Figure with a short
alternate text, and the list below it is what is read.

What stands alone at the top stands above the others; the parts below it are the branches, in one
to five columns, in more than one row if need be; what is below a branch is listed under it with a
line at its side. On pages that run from right to left all is mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.compose.measure import label_widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publish.model.organisation import Division
    from publish.model.words import Words

#: More parts than these are a list.
MOST_PARTS = 60
#: Columns of branches.
MOST_COLUMNS = 5
#: Lines of one name, beyond which fewer columns are tried.
_MOST_LINES = 3
#: Part of the width that one column may fill.
_WIDEST = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type: its words, and whether they are the name or what is said about it."""

    text: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the structure in its place.

    Attributes:
        rank: ``head``, ``branch`` or ``leaf``; a leaf has no frame.
        x: of the left edge from the left edge of the chart, in points.
        y: of the upper edge from the upper edge of the chart, in points.
        inset: from the upper edge to the first line of type, in points.
        lines: as they will be broken.
        below: the parts below it.
    """

    division: Division
    rank: str
    x: float
    y: float
    width: float
    height: float
    inset: float
    lines: tuple[Line, ...]
    below: tuple[Box, ...] = ()

    @property
    def style(self) -> str:
        """The place as custom properties, for a style sheet that uses them."""
        return (
            f"--x: {self.x:.2f}pt; --y: {self.y:.2f}pt; "
            f"--w: {self.width:.2f}pt; --h: {self.height:.2f}pt"
        )

    def all(self) -> Iterator[Box]:
        """Yield this box and those below it, in reading order."""
        yield self
        for box in self.below:
            yield from box.all()


@dataclass(frozen=True, slots=True)
class Chart:
    """Boxes and the lines that join them, in points.

    Attributes:
        boxes: those at the top, each with those below it.
        lines: each a row of corners.
        alone: whether the chart stands without the list below it.
        mirrored: whether the page runs from right to left.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    type: Type
    alone: bool = True
    mirrored: bool = False

    @property
    def style(self) -> str:
        """The size as custom properties, for a style sheet that uses them."""
        return f"--w: {self.width:.2f}pt; --h: {self.height:.2f}pt"

    def all(self) -> Iterator[Box]:
        """Yield all boxes in reading order."""
        for box in self.boxes:
            yield from box.all()


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of the chart in points, from the tokens ``chart-…`` of the house."""

    size: float
    line: float
    leaf_size: float
    leaf_line: float
    pad_x: float
    pad_y: float
    gap: float
    leaf_gap: float
    drop: float
    indent: float

    @classmethod
    def of(cls, known: Mapping[str, float]) -> Type:
        """Take the sizes from the lengths of the house."""
        return cls(
            size=known["chart-size"],
            line=known["chart-line"],
            leaf_size=known["chart-leaf-size"],
            leaf_line=known["chart-leaf-line"],
            pad_x=known["chart-pad-x"],
            pad_y=known["chart-pad-y"],
            gap=known["chart-gap"],
            leaf_gap=known["chart-leaf-gap"],
            drop=known["chart-drop"],
            indent=known["chart-indent"],
        )

    def scale(self, rank: str) -> tuple[float, float]:
        """Return size and line of a rank."""
        return (self.leaf_size, self.leaf_line) if rank == "leaf" else (self.size, self.line)


def drawn(
    divisions: Sequence[Division], width: float, tallest: float, kind: Type, *, mirrored: bool
) -> Chart | None:
    """Lay a structure out as a chart.

    Args:
        divisions: the parts at the top.
        width: of the chart, in points.
        tallest: no chart may be taller, since it stands on one page.
        kind: the sizes.
        mirrored: for a page from right to left.

    Returns:
        ``None`` where the structure has one level only, so that nobody knows who stands below
        whom, or where it does not fit.
    """
    if not any(part.parts for part in divisions) or _count(divisions) > MOST_PARTS:
        return None
    plotter = _Plotter(width, kind)
    boxes = plotter.trunk(divisions)
    if boxes is None or plotter.bottom > tallest:
        return None
    chart = Chart(width, plotter.bottom, boxes, tuple(plotter.lines), kind, mirrored=mirrored)
    return _mirror(chart) if mirrored else chart


def _count(divisions: Sequence[Division]) -> int:
    return sum(1 + _count(part.parts) for part in divisions)


class _Plotter:
    """Places boxes from the top down; `bottom` is how far it has come."""

    def __init__(self, width: float, kind: Type) -> None:
        self.width = width
        self.kind = kind
        self.bottom = 0.0
        self.lines: list[tuple[tuple[float, float], ...]] = []

    def trunk(self, divisions: Sequence[Division]) -> tuple[Box, ...] | None:
        """Place what stands alone in the middle, and the branches below it."""
        if len(divisions) > 1:
            return self._branches(divisions, "head")
        (one,) = divisions
        box = self._head(one)
        if box is None:
            return None
        if not one.parts:
            return (box,)
        chained = len(one.parts) == 1 and bool(one.parts[0].parts)
        middle, start = self.width / 2, self.bottom
        if chained:
            self.lines.append(((middle, start), (middle, start + self.kind.drop)))
            self.bottom += self.kind.drop
            below = self.trunk(one.parts)
        else:
            below = self._branches(one.parts, "branch")
        return None if below is None else (replace(box, below=below),)

    def _head(self, one: Division) -> Box | None:
        most = self.width * 0.6
        natural = max(self._natural(words, name=name) for words, name in _said(one))
        wide = min(max(natural + 2 * self.kind.pad_x, self.width / 4), most)
        return self._box(one, "head", (self.width - wide) / 2, self.bottom, wide)

    def _natural(self, words: Words, *, name: bool) -> float:
        # A little more than the sum, so that the engine needs no second line.
        size = self.kind.size if name else self.kind.leaf_size
        whole = label_widths.width(words.text, bold=name)
        return (whole * label_widths.ROOM + 0.3) * size

    def _branches(self, parts: Sequence[Division], rank: str) -> tuple[Box, ...] | None:
        """Place parts side by side, in rows of the same number of columns."""
        columns = self._columns(parts)
        if columns is None:
            return None
        rows = [parts[start : start + columns] for start in range(0, len(parts), columns)]
        if rank == "head":
            return self._heads(rows, columns)
        # The lines to a second row run down at the side.
        side = self.kind.indent if len(rows) > 1 else 0.0
        middle, top = self.width / 2, self.bottom
        first = joint = top + self.kind.drop
        self.lines.append(((middle, top), (middle, first)))
        boxes: list[Box] = []
        for row in rows:
            joint = self.bottom + self.kind.drop
            self.bottom = joint + self.kind.drop
            placed = self._row(row, rank, columns, side)
            if placed is None:
                return None
            centres = [box.x + box.width / 2 for box in placed]
            reached = [*centres, *([0.0] if side else []), *([middle] if joint == first else [])]
            if max(reached) > min(reached):
                self.lines.append(((min(reached), joint), (max(reached), joint)))
            self.lines += [((x, joint), (x, joint + self.kind.drop)) for x in centres]
            boxes += placed
        if side:
            self.lines.append(((0.0, first), (0.0, joint)))
        return tuple(boxes)

    def _heads(self, rows: Sequence[Sequence[Division]], columns: int) -> tuple[Box, ...] | None:
        """Place parts that stand at the top side by side; no line joins them."""
        boxes: list[Box] = []
        for row in rows:
            self.bottom += self.kind.drop if boxes else 0.0
            placed = self._row(row, "head", columns, 0.0)
            if placed is None:
                return None
            boxes += placed
        return tuple(boxes)

    def _row(
        self, parts: Sequence[Division], rank: str, columns: int, side: float
    ) -> list[Box] | None:
        wide = self._column_width(columns, side)
        step = wide + self.kind.gap
        start = side or (self.width - columns * step + self.kind.gap) / 2
        top = self.bottom
        row = [
            self._box(one, rank, start + number * step, top, wide)
            for number, one in enumerate(parts)
        ]
        boxes = [box for box in row if box is not None]
        if len(boxes) < len(parts):
            return None
        tall = max(box.height for box in boxes)
        lowest = top + tall
        placed: list[Box] = []
        for box in boxes:
            centred = box.inset + (tall - box.height) / 2
            self.bottom = top + tall
            self.bottom += self.kind.gap - self.kind.leaf_gap
            leaves = self._leaves(box.division.parts, box.x, box.width, top + tall)
            if leaves is None:
                return None
            lowest = max(lowest, self.bottom)
            placed.append(replace(box, height=tall, inset=centred, below=leaves))
        self.bottom = lowest
        return placed

    def _leaves(
        self, parts: Sequence[Division], x: float, width: float, top: float
    ) -> tuple[Box, ...] | None:
        """List parts below each other, with a line at their side that begins at `top`."""
        kind, ends = self.kind, top
        stem = x + kind.indent / 2
        boxes: list[Box] = []
        for one in parts:
            self.bottom += kind.leaf_gap
            left = x + kind.indent * 1.5
            box = self._box(one, "leaf", left, self.bottom, x + width - left)
            if box is None:
                return None
            ends = box.y + kind.leaf_line / 2
            self.lines.append(((stem, ends), (left - kind.indent / 4, ends)))
            self.bottom = box.y + box.height
            inner = left - kind.indent / 2
            below = self._leaves(one.parts, inner, x + width - inner, self.bottom)
            if below is None:
                return None
            boxes.append(replace(box, below=below))
        if boxes:
            self.lines.append(((stem, top), (stem, ends)))
        return tuple(boxes)

    def _box(self, one: Division, rank: str, x: float, y: float, width: float) -> Box | None:
        """Break the words of one part for a width; ``None`` where a word is too wide for it."""
        size, line = self.kind.scale(rank)
        pad_x, pad_y = (0.0, 0.0) if rank == "leaf" else (self.kind.pad_x, self.kind.pad_y)
        room = width - 2 * pad_x
        lines: list[Line] = []
        height = 0.0
        for words, is_name in _said(one):
            bold = is_name and rank != "leaf"
            own = size if is_name else self.kind.leaf_size
            if label_widths.widest_piece(words, bold=bold) * own > room:
                return None
            broken = label_widths.lines(words, room / own, bold=bold)
            lines += [Line(text, is_name) for text in broken]
            height += len(broken) * (line if is_name else self.kind.leaf_line)
        box = Box(one, rank, x, y, width, height + 2 * pad_y, pad_y, tuple(lines))
        self.bottom = max(self.bottom, y + box.height)
        return box

    def _columns(self, parts: Sequence[Division]) -> int | None:
        """Return how many parts stand side by side: the most that can be read, rows alike."""
        usable: int | None = None
        for columns in range(min(len(parts), MOST_COLUMNS), 0, -1):
            rows = -(-len(parts) // columns)
            if -(-len(parts) // rows) < columns:
                continue  # fewer columns need no more rows
            tried = _Plotter(self.width, self.kind)
            row = tried._row(parts, "branch", columns, self.kind.indent if rows > 1 else 0.0)
            if row is None:
                continue
            if all(_lines_of_name(box) <= _MOST_LINES for top in row for box in top.all()):
                return columns
            usable = usable or columns
        return usable

    def _column_width(self, columns: int, side: float) -> float:
        full = (self.width - side - self.kind.gap * (columns - 1)) / columns
        return full if side else min(full, self.width * _WIDEST)


def _said(one: Division) -> list[tuple[Words, bool]]:
    """Return what a box says, the name first."""
    said = [(one.name, True)]
    if one.head:
        parts = filter(None, (one.head.civility, one.head.name))
        whole = " ".join(part.text for part in parts)
        said.append((replace(one.head.name, text=whole), False))
    if one.head_role:
        said.append((one.head_role, False))
    if one.purpose:
        said.append((one.purpose, False))
    return said


def _lines_of_name(box: Box) -> int:
    return sum(line.is_name for line in box.lines)


def _mirror(chart: Chart) -> Chart:
    """Turn a chart round: what stood left stands right."""
    lines = tuple(tuple((chart.width - x, y) for x, y in line) for line in chart.lines)
    boxes = tuple(_mirrored(box, chart.width) for box in chart.boxes)
    return replace(chart, boxes=boxes, lines=lines)


def _mirrored(box: Box, width: float) -> Box:
    below = tuple(_mirrored(one, width) for one in box.below)
    return replace(box, x=width - box.x - box.width, below=below)
