"""How the files of a work are called, so that sister versions can lead to each other."""

from __future__ import annotations

#: Editions whose suffix alone tells what they are.
_PLAIN = frozenset({"html", "text"})


def file_name(work: str, language: str, edition: str, suffix: str) -> str:
    """Return ``work.language.edition.suffix``; ``work.language.suffix`` for a page or a text."""
    stem = f"{work}.{language}"
    return f"{stem}.{suffix}" if edition in _PLAIN else f"{stem}.{edition}.{suffix}"
