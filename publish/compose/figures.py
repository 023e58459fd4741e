"""How many entries stand side by side: of the band of figures, of those who lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context

from publish.compose import label_widths
from publish.compose.lengths import across

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from publish.model.organisation import Figure

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


@pass_context
def manner(context: Context, figures: tuple[Figure, ...]) -> str:
    """Return how many columns there are: ``in-2``, ``in-3`` and so on.

    A number is never broken, so a wide one asks for fewer columns.

    Args:
        context: holds ``lengths`` and ``brand``.
        figures: one to eight.
    """
    known = context["lengths"]
    widest = known["figure-size"] * max(
        label_widths.width(one.value.text, one.value.language, bold=True) for one in figures
    )
    whole = across(known, context["brand"].format)
    for columns in suited(len(figures)):
        gap = known["column-gap-narrow" if columns > _WIDE_GAP else "column-gap"]
        if widest * _ROOM <= whole / columns - gap:
            return f"in-{columns}"
    return "in-1"


def suited(number: int) -> tuple[int, ...]:
    """Return how many columns suit a number of entries, the best first."""
    return _COLUMNS.get(number, (4, 3, 2))


def grid(entries: tuple[object, ...]) -> str:
    """Return how many columns people stand in: ``in-2``, ``in-3`` and so on."""
    return f"in-{suited(len(entries))[0]}"
