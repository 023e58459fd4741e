"""How wide words are in the face of labels, before the engine draws them.

Measured with the advance widths of the faces that we carry. Kerning is left out, and a brand may
have a face of its own, so whoever places words by these widths leaves `ROOM`.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

from publish.compose.balance import joined
from publish.model.words import direction_of
from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publish.model.words import Words

#: Factor for what the sum of advance widths does not know.
ROOM = 1.02

#: Regular and semibold; the first face that has a sign gives its width.
_FACES = {
    False: (
        "source-sans-3/SourceSans3_400Regular.ttf",
        "ibm-plex-sans-arabic/IBMPlexSansArabic_400Regular.ttf",
    ),
    True: (
        "source-sans-3/SourceSans3_600SemiBold.ttf",
        "ibm-plex-sans-arabic/IBMPlexSansArabic_600SemiBold.ttf",
    ),
}
_MARKS = frozenset({"Mn", "Me", "Cf"})


def width(text: str, language: str, *, bold: bool = False) -> float:
    """Return the width of one line of text in em."""
    arabic = direction_of(language) == "rtl"
    shaped = joined(text) if arabic else text
    return sum(_advance(sign, bold=bold) for sign in shaped)


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
        if broken[-1] and width(tried.rstrip(), words.language, bold=bold) * ROOM > measure:
            broken[-1] = broken[-1].rstrip()
            broken.append("")
        broken[-1] += piece
    return tuple(line.rstrip() for line in broken)


def widest_piece(words: Words, *, bold: bool = False) -> float:
    """Return the width in em of what cannot be broken."""
    return max(
        (width(piece.rstrip(), words.language, bold=bold) * ROOM for piece in pieces(words.text)),
        default=0.0,
    )


def pieces(text: str) -> tuple[str, ...]:
    """Split where a line may end: after spaces and hyphens, and between ideographs.

    A no-break space holds a piece together; punctuation never begins a line.
    Source: Unicode Standard Annex 14, the classes SP, HY and ID alone.
    """
    found = [""]
    for sign in text:
        last = found[-1][-1:]
        ideograph = unicodedata.east_asian_width(sign) == "W" and sign.isalpha()
        if last and ((last in " -" and sign != " ") or ideograph):
            found.append("")
        found[-1] += sign
    return tuple(piece for piece in found if piece)


def _advance(sign: str, *, bold: bool) -> float:
    if unicodedata.category(sign) in _MARKS:
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    return next((face[sign] for face in _widths(_FACES[bold]) if sign in face), 1.0)


@cache
def _widths(paths: Iterable[str]) -> tuple[Mapping[str, float], ...]:
    return tuple(map(_widths_of, paths))


@cache
def _widths_of(path: str) -> Mapping[str, float]:
    font = TTFont(shipped("assets") / "fonts" / path, lazy=True)
    metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
    found = {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}
    font.close()
    return found
