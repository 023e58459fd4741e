"""One short recipe for each edition; the only place where the rooms meet."""

from __future__ import annotations

from typing import Protocol

from publish.editions.accessible import accessible
from publish.editions.html import html
from publish.editions.large_print import large_print
from publish.editions.print import print_ready
from publish.editions.text import text
from publish.model.edition import Edition
from publish.model.house import House
from publish.model.work import Work
from publish.standards.profile import Profile

__all__ = ["EDITIONS", "Recipe", "accessible", "html", "large_print", "print_ready", "text"]


class Recipe(Protocol):
    """Makes one edition of one work."""

    def __call__(self, work: Work, house: House, profile: Profile, *, draft: bool) -> Edition:
        """Return the finished edition with all faults that were found in it."""


#: By the name that ``--edition`` takes.
EDITIONS: dict[str, Recipe] = {
    "accessible": accessible,
    "large-print": large_print,
    "html": html,
    "text": text,
    "print": print_ready,
}
