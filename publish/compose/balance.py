"""Titles whose lines are about equally long: the engine has no ``text-wrap: balance``.

The width is measured with the advance widths of our own faces and written in ``em``, so that it
holds for any size of type; kerning is left out, which errs on the side of room.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont
from markupsafe import Markup

from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from publish.model.words import Words

FACES = {
    "title": "source-serif-4/SourceSerif4_600SemiBold.ttf",
    "subtitle": "source-serif-4/SourceSerif4_400Regular_Italic.ttf",
}

#: Steps in which the width is narrowed, in em.
_STEP = 0.1

#: Room for what the sum of advance widths does not know.
_ROOM = 1.015


def balanced(words: Words, face: str, measure: float) -> Markup:
    """Return a ``style`` attribute that makes all lines about as long as the last.

    Args:
        words: a title; joined scripts are left alone, since their widths depend on the joins.
        face: ``title`` or ``subtitle``.
        measure: the width of the text in em of the title's size.

    Returns:
        The attribute with a space before it; empty for one line and for joined scripts.
    """
    pieces = _pieces(words.text)
    if words.direction == "rtl" or not pieces:
        return Markup("")
    widths = [_width(piece, _advances(face)) for piece in pieces]
    width = _narrowest(widths, measure)
    return Markup(' style="max-width: {:.2f}em"').format(width * _ROOM) if width else Markup("")


def _narrowest(widths: Sequence[float], measure: float) -> float | None:
    """Return the least width that needs no more lines; ``None`` where there is one line."""
    lines = _lines(widths, measure)
    if lines == 1:
        return None
    width = measure
    while width - _STEP > max(widths) and _lines(widths, width - _STEP) == lines:
        width -= _STEP
    return width


def _lines(widths: Sequence[float], measure: float) -> int:
    lines, used = 1, 0.0
    for width in widths:
        if used and used + width > measure:
            lines, used = lines + 1, 0.0
        used += width
    return lines


def _pieces(text: str) -> list[str]:
    """Split where a line may end: after spaces, and between ideographs.

    A no-break space holds a piece together; punctuation never begins a line.
    """
    pieces = [""]
    for sign in text:
        after_space = pieces[-1].endswith(" ") and sign != " "
        ideograph = unicodedata.east_asian_width(sign) == "W" and sign.isalpha()
        if (after_space or ideograph) and pieces[-1]:
            pieces.append("")
        pieces[-1] += sign
    return [piece for piece in pieces if piece]


def _width(piece: str, advance: Callable[[str], float]) -> float:
    return sum(advance(sign) for sign in piece)


@cache
def _advances(face: str) -> Callable[[str], float]:
    """Return a function from a character to its width in em."""
    font = TTFont(shipped("assets") / "fonts" / FACES[face], lazy=True)
    names, metrics, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    widths = {chr(code): metrics[name][0] / em for code, name in names.items()}
    font.close()
    return lambda sign: widths.get(sign, 1.0)
