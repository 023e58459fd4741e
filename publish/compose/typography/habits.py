"""What a language asks of its typesetter, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publish.compose.typography.line import Edit

#: No-break space, as wide as a space; and the narrow one.
NO_BREAK = "\u00a0"
NARROW = "\u202f"

#: White space that an author may have typed in a line, of any width.
SPACE = "[ \\t\\n\\r\\f\u00a0\u2009\u202f]"

#: Capitals of the alphabets that have them, as far as our rules go.
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪĮİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁІЇЄҐ"


class Changing(Protocol):
    """Something that a language writes otherwise."""

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the changes that a text needs, in order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that is written otherwise.

    Attributes:
        pattern: what is looked for. A group called ``spot`` is the part that changes; without
            one, all of it does. The context is looked at and stays.
        becomes: the text in its place.
    """

    pattern: re.Pattern[str]
    becomes: str

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the changes that a text needs."""
        part = "spot" if "spot" in self.pattern.groupindex else 0
        for found in self.pattern.finditer(text):
            start, end = found.span(part)
            if found[part] != self.becomes:
                yield start, end, self.becomes


@dataclass(frozen=True, slots=True)
class Respelling:
    """Signs that are written otherwise, one for one.

    Attributes:
        pattern: where signs are looked for: in its group ``spot``.
        signs: each sign with the one in its place.
    """

    pattern: re.Pattern[str]
    signs: Mapping[str, str]

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the changes that a text needs, sign by sign."""
        for found in self.pattern.finditer(text):
            for at, sign in enumerate(found["spot"] or "", start=found.start("spot")):
                if sign in self.signs:
                    yield at, at + 1, self.signs[sign]


@dataclass(frozen=True, slots=True)
class Quotes:
    """The marks that open and close a quotation, with the spaces that belong to them.

    Attributes:
        outer: of a quotation in the text.
        inner: of a quotation in a quotation.
        single: what becomes of a pair of ``'``; ``None`` leaves it.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    single: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """All that one language asks for.

    Attributes:
        rules: in the order in which they are followed.
        quotes: what stands for ``"``; ``None`` leaves it.
        raised: finds the letters of an ordinal, in its last group that takes part; they are set
            as superior letters and stay the same letters.
    """

    rules: tuple[Changing, ...] = ()
    quotes: Quotes | None = None
    raised: re.Pattern[str] | None = None


def rule(pattern: str, becomes: str) -> Rule:
    """Return a rule; ``S`` between angle brackets stands for any space: ``<S>``."""
    return Rule(re.compile(pattern.replace("<S>", SPACE).replace("<CAPITAL>", CAPITAL)), becomes)


def together(before: str, after: str, space: str = NO_BREAK) -> Rule:
    """Return a rule that keeps two things on one line, where a space stands between them."""
    return rule(rf"(?<!\w)(?:{before})(?P<spot><S>+)(?={after})", space)


def one_of(words: str) -> str:
    """Return a pattern for any of the words, which are parted by spaces, the longest first."""
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))
