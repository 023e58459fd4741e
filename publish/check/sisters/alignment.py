"""Two lists laid side by side, so that what one of them lacks is found where it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

#: What a gap costs: more than a poor match, less than a wrong one.
_GAP = -1.0
#: How far apart two entries of a pair may stand, beyond what the lengths explain; it keeps the
#: time for long texts in bounds.
_REACH = 60
_FAR = -1e9


def aligned(
    one: Sequence[T], other: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[int | None, int | None]]:
    """Pair the entries of two lists in their order, at the greatest sum of likenesses.

    Args:
        one: a list.
        other: a list.
        likeness: of two entries: above 0 for a match; below -2 for what must not be paired.

    Returns:
        numbers in both lists; ``None`` where a list has no entry for one of the other.

    Source: Needleman and Wunsch, J. Mol. Biol. 48 (1970), 443-453.
    """
    above = [_GAP * column for column in range(len(other) + 1)]
    steps: list[str] = []
    reach = _REACH + abs(len(one) - len(other))
    for row, entry in enumerate(one, start=1):
        line, taken = [_GAP * row], []
        for column, against in enumerate(other, start=1):
            if abs(row - column) > reach:
                line.append(_FAR)
                taken.append("-" if row > column else "+")
                continue
            ways = (  # of equal ways the first: what looks alike is missing at the end
                (above[column] + _GAP, "-"),
                (line[-1] + _GAP, "+"),
                (above[column - 1] + likeness(entry, against), "="),
            )
            score, step = max(ways, key=lambda way: way[0])
            line.append(score)
            taken.append(step)
        above = line
        steps.append("".join(taken))
    return _walked_back(steps, len(one), len(other))


def _walked_back(steps: list[str], row: int, column: int) -> list[tuple[int | None, int | None]]:
    pairs: list[tuple[int | None, int | None]] = []
    while row or column:
        step = steps[row - 1][column - 1] if row and column else "-" if row else "+"
        row -= step in "=-"
        column -= step in "=+"
        pairs.append((row if step in "=-" else None, column if step in "=+" else None))
    return pairs[::-1]
