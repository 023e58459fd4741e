"""Titles whose lines are about equally long: the engine has no ``text-wrap: balance``.

The width is measured with the advance widths of the brand's faces and written in ``em``, so that
it holds for any size of type; kerning is left out, which errs on the side of room.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from publish.compose.advances import advances
from publish.compose.tokens import families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from jinja2.runtime import Context

    from publish.model.words import Words

#: Role, weight and slant of each part; see text.css.
PARTS = {"title": ("title", 600, False), "subtitle": ("text", 400, True)}

#: The same where letters do not slant; see languages.css.
UPRIGHT = {"title": ("title", 700, False), "subtitle": ("text", 400, False)}

#: How many times larger the type of a part is than in Latin script, by language; see
#: languages.css. Less of it goes into the same measure.
_LARGER = {"title": {"ar": 25 / 23, "zh": 22 / 23}, "subtitle": {"ar": 14 / 12.5, "zh": 12 / 12.5}}

#: Languages whose letters do not slant.
_UPRIGHT = frozenset("ar fa ur zh ja ko he hi mr ne".split())

#: A phrase of a title without spaces stays on one line if it is no longer. Characters.
LONGEST_PHRASE = 14

#: Where a phrase of such a title ends.
_PHRASE = re.compile("[^，：；、。！？—]*[，：；、。！？—]*")

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


def balancing(folders: tuple[Path, ...]) -> Callable[[Context, Words, str, float], Markup]:
    """Return the filter ``balanced`` for a house with fonts of its own in some folders."""

    @pass_context
    def balanced(context: Context, words: Words, part: str, measure: float) -> Markup:
        """Return a ``style`` attribute that makes all lines about as long as the last.

        Args:
            context: holds the ``brand`` and the ``language`` of the page.
            words: a title.
            part: ``title`` or ``subtitle``.
            measure: the width of the text in em of the part's size in Latin script.

        Returns:
            The attribute with a space before it; empty where one line is enough.
        """
        page = context["language"].split("-")[0]
        upright = page in _UPRIGHT
        role, weight, slants = (UPRIGHT if upright else PARTS)[part]
        named = families(context["brand"].faces, role, context["language"])
        advance = advances(named, weight, slants, folders)
        measure /= _LARGER[part].get(page, 1.0)
        width = _narrowest_for(words, advance, measure)
        return Markup(' style="max-width: {:.2f}em"').format(width) if width else Markup("")

    return balanced


def _narrowest_for(words: Words, advance: Callable[[str], float], measure: float) -> float | None:
    """Return the width for a title with its room; ``None`` where nothing has to be said."""
    arabic = words.direction == "rtl"
    room = _ROOM_FOR_JOINS if arabic else _ROOM
    text = joined(words.text) if arabic else words.text
    widths = [sum(map(advance, piece)) for piece in _pieces(text)]
    width = _narrowest(widths, measure / room)
    return width * room if width else None


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
    """Split where a line may end: after spaces, between ideographs, and between phrases.

    A no-break space holds a piece together; punctuation never begins a line.
    """
    pieces = [""]
    for sign in _units(text):
        after_space = pieces[-1].endswith(" ") and sign != " "
        ideograph = unicodedata.east_asian_width(sign[0]) == "W" and sign[0].isalpha()
        if (after_space or ideograph) and pieces[-1]:
            pieces.append("")
        pieces[-1] += sign
    return [piece for piece in pieces if piece]


def _units(text: str) -> Iterator[str]:
    """Yield phrases that stay on one line, and what is left sign by sign."""
    for phrase in phrases(text) or text:
        yield from [phrase] if len(phrase) <= LONGEST_PHRASE else phrase


def phrases(text: str) -> list[str]:
    """Split a title without spaces into its phrases; nothing where it has spaces, or one phrase.

    A line that ends in the middle of a word is hard to read, and no sign tells where a Chinese
    word ends; where a phrase ends, punctuation tells.
    """
    wide = sum(unicodedata.east_asian_width(sign) == "W" for sign in text)
    if " " in text.strip() or wide * 2 < len(text):
        return []
    found = [phrase for phrase in _PHRASE.findall(text) if phrase]
    return found if len(found) > 1 else []
