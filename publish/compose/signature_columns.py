"""How many columns a list of signatories has: by their number and by what they say."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.model.people import Signatory

#: The usual width of a letter, in em of the label face.
_LETTER = 0.52

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

#: In so many columns bodies may take more lines than one, by whether their number is even or odd:
#: in two columns an odd one would leave a row with one of them.
_FULL_NAMES = (2, 3)
_NAMES = (5, 4, 3, 2, 1)

#: Of a list of names, so many may take a second line.
_LONG_NAMES = 0.1

#: Sizes of type in points: of names and of what stands below them.
_FEW_SIZES, _COMPACT_SIZES, _BODY_SIZE, _NAME_SIZE = (10.75, 9.5), (9.75, 8.75), 9.5, 9.75


@dataclass(frozen=True, slots=True)
class Room:
    """Where the list stands.

    Attributes:
        width: of the list, in points.
        gap: between two columns, in points.
    """

    width: float
    gap: float

    def letters(self, columns: int, size: float) -> float:
        """Return how many letters of a size stand on a line of one of so many columns."""
        return ((self.width + self.gap) / columns - self.gap) / (size * _LETTER)


def of_few(signatories: Sequence[Signatory], number: int, room: Room) -> int:
    """Return the columns for signatories with room for a hand.

    Args:
        signatories: all of them.
        number: of the entries that they make.
        room: where they stand.
    """
    choice = _BY_EYE.get(number, _COMPACT)
    return _first_that_holds(choice, signatories, _FEW_SIZES, room)


def of_many(signatories: Sequence[Signatory], room: Room) -> int:
    """Return the columns for many signatories with roles or bodies, in smaller type."""
    return _first_that_holds(_COMPACT, signatories, _COMPACT_SIZES, room)


def of_names(signatories: Iterable[Signatory], room: Room) -> int:
    """Return the columns of a list of names: nearly all of them stand on one line."""
    names = [one.person.name.text for one in signatories if one.person]
    for columns in _NAMES[:-1]:
        letters = room.letters(columns, _NAME_SIZE)
        lines = [_lines(name, letters) for name in names]
        if max(lines) <= 2 and sum(count > 1 for count in lines) <= len(lines) * _LONG_NAMES:
            return columns
    return _NAMES[-1]


def of_bodies(signatories: Iterable[Signatory], room: Room) -> int:
    """Return the columns where only bodies sign: acronyms stand closer than full names."""
    names = [one.body.name.text for one in signatories if one.body]
    full = _FULL_NAMES[len(names) % 2]
    for columns in _BODIES:
        if columns > len(names):
            continue
        lines = 1 if columns > full else 3
        if _all_within(names, room.letters(columns, _BODY_SIZE), lines):
            return columns
    return 1


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
    room: Room,
) -> int:
    """Return the first number of columns in which names take two lines at most, the rest four."""
    names = [one.person.name.text for one in signatories if one.person]
    below = [words.text for one in signatories for words in one.roles]
    below += [one.body.name.text for one in signatories if one.body]
    for columns in choice[:-1]:
        of_names, of_rest = (room.letters(columns, size) for size in sizes)
        if _all_within(names, of_names, 2) and _all_within(below, of_rest, 4):
            return columns
    return choice[-1]


def _all_within(texts: Iterable[str], letters: float, lines: int) -> bool:
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
