"""How many entries stand side by side: of the band of figures, of those who lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import pass_context

from publish.compose.measure import label_widths
from publish.compose.measure.lengths import across

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2.runtime import Context

    from publish.model.organisation import Figure, Leader

#: Titles are wider than labels, and each brand may have a face of its own.
_ROOM = 1.12
#: What a row lacks on its room, in points for each column, so that nothing rounded up breaks it.
_HAIR = 0.05
#: Labels and sources in columns of unequal width stand on no more lines than these.
_LINES = 2.5
#: More columns than these stand closer.
_WIDE_GAP = 3

#: How many columns suit a number of entries, the best first: no row holds one alone.
_COLUMNS = {
    1: (1,),
    2: (2,),
    3: (3,),
    4: (4, 2),
    5: (3, 2),
    6: (3, 2),
    7: (4, 3, 2),
    8: (4, 2),
    9: (3, 2),
    10: (4, 2),
    11: (4, 3, 2),
    12: (4, 3, 2),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure in its band.

    Attributes:
        figure: what is shown.
        style: for the element: the lines that its label lacks against the longest of its row, so
            that the numbers of a row stand on one line, and its width in a row of unequal ones.
    """

    figure: Figure
    style: str


@dataclass(frozen=True, slots=True)
class Band:
    """Figures in their columns.

    Attributes:
        columns: how many stand side by side.
        entries: in their order.
    """

    columns: int
    entries: tuple[Entry, ...]


@pass_context
def band(context: Context, figures: tuple[Figure, ...]) -> Band:
    """Return the band of one to eight figures.

    A number is never broken: where one is too wide for its column, a row of few figures has
    columns as wide as each needs; where that is not enough, there are fewer columns.

    Args:
        context: holds ``lengths`` and ``brand``.
        figures: in their order.
    """
    known = context["lengths"]
    whole = across(known, context["brand"].format)
    values = [_value_width(one, known) for one in figures]
    for columns in (*suited(len(figures)), 1):
        room = _room(whole, columns, known)
        if max(values) <= room:
            return _in_columns(figures, columns, [room] * len(figures), known)
        if columns == len(figures) and (widths := _unequal(figures, values, whole, known)):
            return _in_columns(figures, columns, widths, known, unequal=True)
    return _in_columns(figures, 1, [whole] * len(figures), known)


def _in_columns(
    figures: tuple[Figure, ...],
    columns: int,
    widths: Sequence[float],
    known: Mapping[str, float],
    *,
    unequal: bool = False,
) -> Band:
    size = known["figure-label"]
    lines = [
        len(label_widths.lines(one.label, width / size))
        for one, width in zip(figures, widths, strict=True)
    ]
    most = [max(lines[n - n % columns :][:columns]) for n in range(len(lines))]
    entries = []
    for one, width, high, own in zip(figures, widths, most, lines, strict=True):
        style = [f"--lacking: {high - own}"] if high > own else []
        style += [f"--share: {width + _gap(columns, known):.2f}pt"] if unequal else []
        entries.append(Entry(one, "; ".join(style)))
    return Band(columns, tuple(entries))


def _unequal(
    figures: tuple[Figure, ...],
    values: Sequence[float],
    whole: float,
    known: Mapping[str, float],
) -> list[float] | None:
    """Return the width of each figure in one row, in points; ``None`` where they do not fit.

    Each has what its number and the longest word below and above it need; what is left goes to
    those whose words would stand on one line with it, then to all alike.
    """
    count = len(figures)
    room = whole - count * (_gap(count, known) + _HAIR)
    least, wanted = [], []
    for one, value in zip(figures, values, strict=True):
        size = known["figure-label"]
        texts = [words for words in (one.label, one.source, one.note) if words]
        longest = max(label_widths.widest_piece(words) for words in texts) * size
        line = max(label_widths.width(words.text) for words in texts) * size
        least.append(max(value, longest, line / _LINES))
        wanted.append(max(least[-1], line * label_widths.ROOM))
    if sum(least) > room:
        return None
    spare, asked = room - sum(least), sum(wanted) - sum(least)
    given = min(spare / asked, 1.0) if asked else 0.0
    rest = max(spare - asked, 0.0) / count
    return [low + given * (high - low) + rest for low, high in zip(least, wanted, strict=True)]


def _value_width(one: Figure, known: Mapping[str, float]) -> float:
    """Return the width of a number with its room, in points."""
    width = label_widths.width(one.value.text, bold=True)
    return width * known["figure-size"] * _ROOM


def _gap(columns: int, known: Mapping[str, float]) -> float:
    return known["column-gap-narrow" if columns > _WIDE_GAP else "column-gap"]


def _room(whole: float, columns: int, known: Mapping[str, float]) -> float:
    """Return the width of one of some columns, in points."""
    return whole / columns - _gap(columns, known)


def suited(number: int) -> tuple[int, ...]:
    """Return how many columns suit a number of entries, the best first."""
    return _COLUMNS.get(number, (4, 3, 2))


def grid(leaders: tuple[Leader, ...]) -> tuple[int, tuple[bool, ...]]:
    """Return in how many columns people stand, and who stands in a row with portraits."""
    columns = suited(len(leaders))[0]
    seen = [one.portrait is not None for one in leaders]
    return columns, tuple(any(seen[n - n % columns :][:columns]) for n in range(len(seen)))
