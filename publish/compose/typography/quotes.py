"""Quotation marks: which of the straight ones open, which close, and how deep they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.compose.typography.habits import Quotes
    from publish.compose.typography.line import Edit

#: Nothing closes right behind these, and nothing opens right before those.
_OPENERS = "([{«“„‚‹¿¡/-–—'’\u00a0\u202f"
_CLOSERS = ".,;:!?…)]}»”›%，。：；？！、）،؛؟"

_SINGLE = "‘‚‹"

#: A straight mark is an inch or a minute behind a digit, unless a quotation is open.
_MEASURED = re.compile(r"\d")


def double(text: str, quotes: Quotes) -> list[Edit]:
    """Return the changes for ``"``.

    Where the marks of a text do not pair, none is changed: a wrong mark is worse than a plain
    one.
    """
    outer_open, outer_close = (mark.strip() for mark in quotes.outer)
    # Where a quotation in a quotation has single marks, authors must type single ones.
    deepest = 1 if quotes.inner[0] in _SINGLE else 2
    depth = 0  # of marks that the author typed
    opened: list[tuple[str, str]] = []
    edits = []
    for at, sign in enumerate(text):
        depth = max(depth + (sign == outer_open) - (sign == outer_close), 0)
        if sign != '"':
            continue
        before, after = _around(text, at)
        opens, closes = _may_open(before, after), _may_close(before, after)
        if closes and opened:
            edits.append((at, at + 1, opened.pop()[1]))
        elif opens and depth + len(opened) < deepest and not _MEASURED.match(before):
            opened.append(quotes.inner if depth + len(opened) else quotes.outer)
            edits.append((at, at + 1, opened[-1][0]))
        else:
            return []
    return [] if opened else edits


def single(text: str, quotes: Quotes) -> Iterator[Edit]:
    """Yield the changes for what is left of ``'``: quotations, then apostrophes at a word's end."""
    if quotes.single is None:
        return
    opened: int | None = None
    for at, sign in enumerate(text):
        if sign != "'":
            continue
        before, after = _around(text, at)
        doubled = "'" in (before, after) or before in _SINGLE or after in _SINGLE
        if doubled:
            continue
        if opened is None and _may_open(before, after):
            opened = at
        elif opened is not None and _may_close(before, after):
            yield opened, opened + 1, quotes.single[0]
            yield at, at + 1, quotes.single[1]
            opened = None
        elif before.isalpha() and quotes.single[1] == "’":
            yield at, at + 1, "’"


def _around(text: str, at: int) -> tuple[str, str]:
    return text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "


def _may_open(before: str, after: str) -> bool:
    return not after.isspace() and after not in _CLOSERS


def _may_close(before: str, after: str) -> bool:
    return not before.isspace() and before not in _OPENERS
