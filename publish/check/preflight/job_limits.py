"""Which limits a file is held against: those of its job, or those of the condition that it names.

Whichever set it is, the ink limit of the condition counts too: the stricter of the two.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import BROKEN
from publish.check.preflight.subject import Subject
from publish.errors import WrongCall
from publish.standards.limits import Limits, limits, usual_limits
from publish.standards.press import known_condition

if TYPE_CHECKING:
    from publish.model.ticket import Ticket

_OWN = ".toml"


def limits_of_ticket(ticket: Ticket, folder: Path) -> Limits:
    """Return the limits that a ticket names, with its ink limit.

    A shop's own file is a path of the project in which the ticket was made: it is looked for beside
    the ticket and in all folders above it, and then in the working folder.

    Args:
        ticket: the ticket.
        folder: in which it lies.

    Raises:
        WrongCall: there is no such set or file, or it cannot be used.
    """
    name = ticket.limits
    found = limits(_own_file(name, folder) if name.endswith(_OWN) else name)
    return with_ink_limit(found, ticket.ink_limit)


def limits_of_condition(identifier: str) -> Limits:
    """Return the limits of a printing condition by its identifier; `FOGRA47` is uncoated paper.

    Of a condition that nobody knows it is the set of coated paper.
    """
    found = limits(usual_limits(identifier))
    condition = known_condition(identifier)
    return with_ink_limit(found, condition.ink_limit) if condition else found


def with_ink_limit(found: Limits, most: float) -> Limits:
    """Return limits that allow no more ink than a condition does."""
    ink_limit = min(found.ink_limit, most or found.ink_limit)
    return replace(found, ink_limit=ink_limit, ink_wanted=min(found.ink_wanted, ink_limit))


def condition_of(pdf: bytes) -> str:
    """Return the identifier of the condition that a file names; empty where it names none."""
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            intent = Subject(pdf, opened, limits=limits(usual_limits(""))).press_intent
            return intent.identifier if intent else ""
    except (pikepdf.PasswordError, *BROKEN, RecursionError, MemoryError):
        return ""


def _own_file(name: str, folder: Path) -> Path:
    """Return the file that a ticket names; never one outside the folders that it may lie in."""
    path = PurePosixPath(name)
    if not path.is_absolute() and ".." not in path.parts and "\\" not in name:
        home = folder.resolve()
        for place in (home, *home.parents, Path.cwd()):
            if (place / path).is_file():
                return place / path
    raise WrongCall(
        f"the limits {name} that the ticket names are not there\n"
        f"  hint they are looked for in {folder} and above; name the file: --limits {name}"
    )
