"""What each fault code means, and which standards forbid it.

A ruling must decide for every standard: `ruling` refuses at import while one is undecided, so
adding a standard makes every code answer for it. Codes are never used again for something else.

The first letter of a code says where the fault is found: R reading, C composing, T tags,
F fonts and characters, B brands, K checking the finished file, L between languages,
I imposition, O organisation pages, P printing, S storage and projects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.standards.standard import Standard

if TYPE_CHECKING:
    from collections.abc import Iterable

EVERY = frozenset(Standard)

#: All rulings by code, filled at import by the modules of `publish.standards.rules`.
RULINGS: dict[str, Ruling] = {}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One kind of fault.

    Attributes:
        code: for example ``T-004``; stable for ever.
        title: what is wrong, in an editor's words, lower case, no full stop.
        clause: the clause that forbids it, or the house rule.
        hint: what to do next; a fault may give a better one.
        forbidden_by: the standards that a file with this fault cannot claim; none for a fault
            that is only ever a warning.
    """

    code: str
    title: str
    clause: str
    hint: str
    forbidden_by: frozenset[Standard]


def ruling(
    code: str,
    title: str,
    *,
    clause: str,
    hint: str,
    forbidden_by: Iterable[Standard] = EVERY,
    allowed_by: Iterable[Standard] = (),
) -> Ruling:
    """Enter a kind of fault into the list.

    Args:
        code: a letter and three digits, never used before.
        title: as in `Ruling`.
        clause: as in `Ruling`.
        hint: as in `Ruling`.
        forbidden_by: every standard, unless said otherwise.
        allowed_by: the standards that `forbidden_by` leaves out.

    Raises:
        ValueError: the code is taken, or a standard is undecided or decided twice.
    """
    forbidden, allowed = frozenset(forbidden_by), frozenset(allowed_by)
    if code in RULINGS:
        raise ValueError(f"{code} is taken by: {RULINGS[code].title}")
    if forbidden | allowed != EVERY or forbidden & allowed:
        names = sorted(s.value for s in EVERY - (forbidden ^ allowed))
        raise ValueError(f"{code} does not decide for {', '.join(names)}")
    RULINGS[code] = entry = Ruling(code, title, clause, hint, forbidden)
    return entry
