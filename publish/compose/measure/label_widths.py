"""How wide words are in our own face of labels, before the engine draws them.

Kerning is left out, and a brand may have a face of its own, so whoever places words by these
widths leaves `ROOM`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.measure.advances import advances
from publish.compose.measure.breaks import pieces
from publish.compose.measure.joining import joined

if TYPE_CHECKING:
    from publish.model.words import Words

#: Factor for what the sum of advance widths does not know.
ROOM = 1.02

_FAMILIES = ("Source Sans 3", "IBM Plex Sans Arabic")
_REGULAR, _SEMIBOLD = 400, 600


def width(text: str, *, bold: bool = False) -> float:
    """Return the width of one line of text in em."""
    advance = advances(_FAMILIES, _SEMIBOLD if bold else _REGULAR, italic=False)
    return sum(map(advance, joined(text)))


def lines(words: Words, measure: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break words into lines as the engine will.

    Args:
        words: without line ends.
        measure: width of a line, in em.
        bold: whether they are semibold.

    Returns:
        the lines, without the spaces between them; a piece that is wider than the measure stands
        on a line of its own.
    """
    broken = [""]
    for piece in pieces(words.text):
        tried = broken[-1] + piece
        if broken[-1] and width(tried.rstrip(), bold=bold) * ROOM > measure:
            broken[-1] = broken[-1].rstrip()
            broken.append("")
        broken[-1] += piece
    return tuple(line.rstrip() for line in broken)


def widest_piece(words: Words, *, bold: bool = False) -> float:
    """Return the width in em of what cannot be broken."""
    return max(
        (width(piece.rstrip(), bold=bold) * ROOM for piece in pieces(words.text)),
        default=0.0,
    )
