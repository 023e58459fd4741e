"""How many columns a list of signatories has: by their number and by what they say."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.model.people import Signatory

#: Rail and text together on a sheet of A4, and the gap between two columns. Millimetres.
_WIDTH, _GAP = 160.0, 8.0

#: The usual width of a letter, in em of the label face; and a point in millimetres.
_LETTER, _POINT = 0.52, 25.4 / 72

#: Chosen by eye for so many signatories with room for a hand, the best first: no row should hold
#: one of them alone, and the rows should be about equally long.
_BY_EYE = {
    1: (1,),
    2: (2, 1),
    3: (3, 1),
    4: (2, 1),
    5: (3, 2),
    6: (3, 2),
    7: (4, 3, 2),
    8: (4, 3, 2),
    9: (3, 2),
    10: (4, 3, 2),
    11: (4, 3, 2),
    12: (4, 3, 2),
}

#: For more of them.
_COMPACT = (3, 2)
_BODIES = (5, 4, 3, 2, 1)
_NAMES = (5, 4, 3, 2, 1)

#: Sizes of type in points: of names and of what stands below them.
_FEW_SIZES, _COMPACT_SIZES, _BODY_SIZE, _NAME_SIZE = (10.75, 9.5), (9.75, 8.75), 9.5, 9.75


def of_few(signatories: Sequence[Signatory], number: int) -> int:
    """Return the columns for signatories with room for a hand.

    Args:
        signatories: all of them.
        number: of the entries that they make.
    """
    choice = _BY_EYE.get(number, _COMPACT)
    return _first_that_holds(choice, signatories, _FEW_SIZES, lines=(2, 4))


def of_many(signatories: Sequence[Signatory]) -> int:
    """Return the columns for many signatories with roles or bodies, in smaller type."""
    return _first_that_holds(_COMPACT, signatories, _COMPACT_SIZES, lines=(2, 4))


def of_names(signatories: Iterable[Signatory]) -> int:
    """Return the columns of a list of names: each stands on one line."""
    names = [one.person.name.text for one in signatories if one.person]
    return _first_with_lines(_NAMES, names, _NAME_SIZE, 1)


def of_bodies(signatories: Iterable[Signatory]) -> int:
    """Return the columns where only bodies sign: acronyms stand closer than full names."""
    names = [one.body.name.text for one in signatories if one.body]
    choice = [columns for columns in _BODIES if columns <= max(len(names), 1)]
    full = [columns for columns in choice if columns == 1 or len(names) % columns != 1]
    short = _first_with_lines(full, names, _BODY_SIZE, 1)
    return short if short > 2 else max(short, _first_with_lines(full[-2:], names, _BODY_SIZE, 3))


def row_ends(number: int, columns: int) -> frozenset[int]:
    """Return after which entries, counted from 0, a row ends before it is full.

    Where the last row would hold one entry, it takes one from the row before: seven in three
    columns are 3, 2 and 2.
    """
    borrows = columns > 2 and number > columns and number % columns == 1
    return frozenset({number - 3}) if borrows else frozenset()


def _first_that_holds(
    choice: Sequence[int],
    signatories: Sequence[Signatory],
    sizes: tuple[float, float],
    lines: tuple[int, int],
) -> int:
    names = [one.person.name.text for one in signatories if one.person]
    below = [words.text for one in signatories for words in one.roles]
    below += [one.body.name.text for one in signatories if one.body]
    for columns in choice[:-1]:
        if _all_within(names, columns, sizes[0], lines[0]) and _all_within(
            below, columns, sizes[1], lines[1]
        ):
            return columns
    return choice[-1]


def _first_with_lines(choice: Sequence[int], texts: Sequence[str], size: float, lines: int) -> int:
    fitting = (columns for columns in choice[:-1] if _all_within(texts, columns, size, lines))
    return next(fitting, choice[-1])


def _all_within(texts: Iterable[str], columns: int, size: float, lines: int) -> bool:
    width = (_WIDTH + _GAP) / columns - _GAP
    letters = width / (size * _POINT * _LETTER)
    return all(_lines(text, letters) <= lines for text in texts)


def _lines(text: str, letters: float) -> float:
    """Return how many lines a text takes; infinitely many if a word is wider than a line."""
    lines, used = 1, 0.0
    for word in text.split():
        width = _breadth(word)
        ideographs = width > len(word)
        if width > letters and not ideographs:
            return math.inf
        if used and used + 1 + width > letters:
            lines, used = lines + 1, 0.0
        lines += int(width // letters) if ideographs else 0
        used += width % letters + (1 if used else 0)
    return lines


def _breadth(text: str) -> float:
    """Return the width of a text in letters; an ideograph is nearly two, a mark none."""
    return sum(
        1.92 if unicodedata.east_asian_width(sign) in "WF" else not unicodedata.combining(sign)
        for sign in text
    )
