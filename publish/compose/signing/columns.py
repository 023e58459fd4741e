"""How many columns a list of signatories has: by their number and by what they say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.compose.measure.breaks import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from publish.model.people import Person, Signatory

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

#: For groups, of which each begins a row.
_GROUPED = (4, 3, 2)

#: For more of them.
_COMPACT = (3, 2)
_BODIES = (5, 4, 3, 2, 1)

#: In so many columns bodies may take more lines than one, by whether their number is even or odd:
#: in two columns an odd one would leave a row with one of them.
_FULL_NAMES = (2, 3)
_NAMES = (5, 4, 3, 2, 1)

#: Of many names, so many may take a second line.
_LONG_NAMES = 0.1

#: A name that breaks however wide the columns are may take so many.
_MOST_LINES_OF_A_NAME = 3

#: From so many columns on, they stand closer.
_CLOSE = 4

#: For what the sum of the widths of letters does not know.
_SPARE = 1.03


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in points.

    Attributes:
        few: of a name, and of what stands below it, with room for a hand.
        many: the same without it.
        body: of bodies alone.
        name: of names alone.
    """

    few: tuple[float, float] = (10.75, 9.5)
    many: tuple[float, float] = (9.75, 8.75)
    body: float = 9.5
    name: float = 9.75


@dataclass(frozen=True, slots=True)
class Room:
    """Where the list stands, and in which type.

    Attributes:
        width: of the list, in points.
        gap: between two columns, in points.
        narrow: the same between four and five columns.
        sizes: of the type.
        strong: returns the width of a text in em, in the weight of names.
        plain: the same in the weight of roles.
    """

    width: float
    gap: float
    narrow: float
    sizes: Sizes
    strong: Callable[[str], float]
    plain: Callable[[str], float]

    def measure(self, columns: int) -> float:
        """Return the width of one of so many columns, in points."""
        gap = self.narrow if columns >= _CLOSE else self.gap
        return ((self.width + gap) / columns - gap) / _SPARE


def of_few(signatories: Sequence[Signatory], numbers: Sequence[int], room: Room) -> int:
    """Return the columns for signatories with room for a hand: no name breaks.

    Args:
        signatories: all of them.
        numbers: of the entries that they make in each group.
        room: where they stand.
    """
    choice = _BY_EYE.get(sum(numbers), _COMPACT) if len(numbers) == 1 else _fullest(numbers)
    return _first_that_holds(choice, signatories, room.sizes.few, room, long_names=0.0)


def of_many(signatories: Sequence[Signatory], room: Room) -> int:
    """Return the columns for many signatories with roles or bodies, in smaller type."""
    return _first_that_holds(_COMPACT, signatories, room.sizes.many, room, long_names=_LONG_NAMES)


def of_names(signatories: Iterable[Signatory], room: Room) -> int:
    """Return the columns of a list of names: nearly all of them stand on one line."""
    names = [one.person.name.text for one in signatories if one.person]
    for columns in _NAMES[:-1]:
        measure = room.measure(columns) / room.sizes.name
        if _hold(names, room.plain, measure, lines=1, but=_LONG_NAMES, most=2):
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
        measure = room.measure(columns) / room.sizes.body
        if _hold(names, room.plain, measure, lines=lines):
            return columns
    return 1


def row_ends(number: int, columns: int) -> frozenset[int]:
    """Return after which entries, counted from 0, a row ends before it is full.

    Where the last row would hold one entry, it takes one from the row before: seven in three
    columns are 3, 2 and 2.
    """
    borrows = columns > 2 and number > columns and number % columns == 1
    return frozenset({number - 3}) if borrows else frozenset()


def _fullest(numbers: Sequence[int]) -> list[int]:
    """Return the columns for groups, the one first that leaves the fewest places empty."""
    return sorted(_GROUPED, key=lambda columns: sum(-number % columns for number in numbers))


def _first_that_holds(
    choice: Sequence[int],
    signatories: Sequence[Signatory],
    sizes: tuple[float, float],
    room: Room,
    *,
    long_names: float,
) -> int:
    """Return the first number of columns in which names take one line, the rest four at most.

    A name that breaks in the fewest columns too says nothing about them.
    """
    of_names, of_rest = sizes
    fewest = min(choice)
    widest = room.measure(fewest) / of_names
    names = [_shown(one.person) for one in signatories if one.person]
    held = [name for name in names if _lines(name, room.strong, widest) <= 1]
    below = [words.text for one in signatories for words in one.roles]
    below += [one.body.name.text for one in signatories if one.body]
    for columns in choice:
        measure = room.measure(columns)
        if (
            _hold(held, room.strong, measure / of_names, lines=1, but=long_names, most=2)
            and _hold(names, room.strong, measure / of_names, lines=_MOST_LINES_OF_A_NAME)
            and _hold(below, room.plain, measure / of_rest, lines=4)
        ):
            return columns
    return fewest


def _shown(person: Person) -> str:
    return f"{person.civility.text} {person.name.text}" if person.civility else person.name.text


def _hold(
    texts: Sequence[str],
    width: Callable[[str], float],
    measure: float,
    *,
    lines: int,
    but: float = 0.0,
    most: int = 0,
) -> bool:
    """Whether texts take so many lines at most, but for a share of them, which may take more."""
    counts = [_lines(text, width, measure) for text in texts]
    longer = sum(count > lines for count in counts)
    return longer <= len(counts) * but and max(counts, default=0) <= max(lines, most)


def _lines(text: str, width: Callable[[str], float], measure: float) -> float:
    """Return how many lines a text takes; infinitely many if a word is wider than a line."""
    lines, used = 1, 0.0
    for piece in pieces(text):
        if width(piece.rstrip()) > measure:
            return math.inf
        if used and used + width(piece.rstrip()) > measure:
            lines, used = lines + 1, 0.0
        used += width(piece)
    return lines
