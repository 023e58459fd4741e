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

#: Face and weight of each part, first for Latin, Greek and Cyrillic, then for Arabic.
FACES = {
    "title": (
        "source-serif-4/SourceSerif4_600SemiBold.ttf",
        "amiri/Amiri_700Bold.ttf",
    ),
    "subtitle": (
        "source-serif-4/SourceSerif4_400Regular_Italic.ttf",
        "amiri/Amiri_400Regular.ttf",
    ),
}

#: Steps in which the width is narrowed, in em.
_STEP = 0.1

#: Room for what the sum of advance widths does not know.
_ROOM = 1.015
_ROOM_FOR_JOINS = 1.06

#: More lines than these are no title; measuring them would only cost time.
_MOST_LINES = 8

#: The form of a letter, by whether it is joined to the one before and to the one after.
_FORM = {
    (True, True): "<medial>",
    (True, False): "<final>",
    (False, True): "<initial>",
    (False, False): "<isolated>",
}

#: Marks have no width of their own and do not part the letters around them.
_MARKS = frozenset({"Mn", "Me", "Cf"})


def balanced(words: Words, part: str, measure: float) -> Markup:
    """Return a ``style`` attribute that makes all lines about as long as the last.

    Args:
        words: a title.
        part: ``title`` or ``subtitle``.
        measure: the width of the text in em of the part's size.

    Returns:
        The attribute with a space before it; empty where one line is enough.
    """
    arabic = words.direction == "rtl"
    room = _ROOM_FOR_JOINS if arabic else _ROOM
    advance = _advances(FACES[part][arabic])
    text = joined(words.text) if arabic else words.text
    widths = [sum(map(advance, piece)) for piece in _pieces(text)]
    width = _narrowest(widths, measure / room)
    return Markup(' style="max-width: {:.2f}em"').format(width * room) if width else Markup("")


def joined(text: str) -> str:
    """Return Arabic text with every letter in the form that it takes beside its neighbours.

    Only for measuring. Source: Unicode Standard, 9.2 (cursive joining), and the compatibility
    decompositions of the block Arabic Presentation Forms-B.
    """
    letters = [sign for sign in text if unicodedata.category(sign) not in _MARKS]
    shaped = []
    leans_back = False
    for letter, following in zip(letters, [*letters[1:], " "], strict=True):
        forms = _forms().get(letter, {})
        leans_on = "<initial>" in forms and "<final>" in _forms().get(following, {})
        shaped.append(forms.get(_FORM[leans_back, leans_on], letter))
        leans_back = leans_on
    return "".join(shaped)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the presentation forms of each Arabic letter by their names in Unicode."""
    forms: dict[str, dict[str, str]] = {}
    for code in range(0xFE70, 0xFEFD):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), {})[form] = chr(code)
    return forms


def _narrowest(widths: Sequence[float], measure: float) -> float | None:
    """Return the least width that needs no more lines; ``None`` where there is one line."""
    lines = _lines(widths, measure)
    if not 1 < lines <= _MOST_LINES or max(widths) > measure:
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


@cache
def _advances(path: str) -> Callable[[str], float]:
    """Return a function from a character to its width in em."""
    font = TTFont(shipped("assets") / "fonts" / path, lazy=True)
    names, metrics, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    widths = {chr(code): metrics[name][0] / em for code, name in names.items()}
    font.close()
    return lambda sign: widths.get(sign, 1.0)
