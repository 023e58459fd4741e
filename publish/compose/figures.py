"""How many entries stand side by side: of the band of figures, of those who lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose import label_widths

if TYPE_CHECKING:
    from publish.model.organisation import Figure

#: Widest number that fits a column, in em of its size, by how many columns there are.
_ROOM = {4: 4.3, 3: 6.4, 2: 9.6}

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


def manner(figures: tuple[Figure, ...]) -> str:
    """Return how many columns there are: ``in-2``, ``in-3`` and so on.

    A number is never broken, so a wide one asks for fewer columns.
    """
    widest = max(
        label_widths.width(one.value.text, one.value.language, bold=True) for one in figures
    )
    return next(
        (f"in-{columns}" for columns in suited(len(figures)) if widest <= _ROOM.get(columns, 99)),
        "in-1",
    )


def suited(number: int) -> tuple[int, ...]:
    """Return how many columns suit a number of entries, the best first."""
    return _COLUMNS.get(number, (4, 3, 2))


def grid(entries: tuple[object, ...]) -> str:
    """Return how many columns people stand in: ``in-2``, ``in-3`` and so on."""
    return f"in-{suited(len(entries))[0]}"
