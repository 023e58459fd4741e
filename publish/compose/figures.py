"""How many entries stand side by side: of the band of figures, of those who lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import pass_context

from publish.compose import label_widths
from publish.compose.lengths import across

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.runtime import Context

    from publish.model.organisation import Figure, Leader

#: Titles are wider than labels, and each brand may have a face of its own.
_ROOM = 1.12
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
class Band:
    """Figures in their columns.

    Attributes:
        columns: how many stand side by side.
        entries: each figure with the lines that its label lacks against the longest of its row,
            so that the numbers of a row stand on one line.
    """

    columns: int
    entries: tuple[tuple[Figure, int], ...]


@pass_context
def band(context: Context, figures: tuple[Figure, ...]) -> Band:
    """Return the band of one to eight figures.

    A number is never broken, so a wide one asks for fewer columns.

    Args:
        context: holds ``lengths`` and ``brand``.
        figures: in their order.
    """
    known = context["lengths"]
    widest = known["figure-size"] * max(
        label_widths.width(one.value.text, one.value.language, bold=True) for one in figures
    )
    whole = across(known, context["brand"].format)
    rooms = {columns: _room(whole, columns, known) for columns in (*suited(len(figures)), 1)}
    fitting = (columns for columns, room in rooms.items() if widest * _ROOM <= room)
    columns = next(fitting, 1)
    measure = rooms[columns] / known["figure-label"]
    lines = [len(label_widths.lines(one.label, measure)) for one in figures]
    most = [max(lines[n - n % columns :][:columns]) for n in range(len(lines))]
    lacking = (high - own for high, own in zip(most, lines, strict=True))
    return Band(columns, tuple(zip(figures, lacking, strict=True)))


def _room(whole: float, columns: int, known: Mapping[str, float]) -> float:
    """Return the width of one of some columns, in points."""
    gap = known["column-gap-narrow" if columns > _WIDE_GAP else "column-gap"]
    return whole / columns - gap


def suited(number: int) -> tuple[int, ...]:
    """Return how many columns suit a number of entries, the best first."""
    return _COLUMNS.get(number, (4, 3, 2))


def grid(leaders: tuple[Leader, ...]) -> tuple[int, tuple[bool, ...]]:
    """Return in how many columns people stand, and who stands in a row with portraits."""
    columns = suited(len(leaders))[0]
    seen = [one.portrait is not None for one in leaders]
    return columns, tuple(any(seen[n - n % columns :][:columns]) for n in range(len(seen)))
