"""Titles whose lines are about equally long: the engine has no ``text-wrap: balance``.

The width is measured with the advance widths of the brand's faces and written in ``em``, so that
it holds for any size of type; kerning is left out, which errs on the side of room.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from publish.compose.measure.advances import advances
from publish.compose.measure.breaks import pieces
from publish.compose.measure.joining import joined
from publish.compose.measure.lengths import SHEETS
from publish.compose.measure.short_words import short_words
from publish.compose.style.tokens import families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from jinja2.runtime import Context

    from publish.model.brand import Brand
    from publish.model.words import Words

#: Role, weight and slant of each part; see text.css. A brand may ask for another weight.
PARTS = {"title": ("title", 600, False), "subtitle": ("text", 400, True)}

#: The same where letters do not slant; see languages.css.
UPRIGHT = {"title": ("title", 700, False), "subtitle": ("text", 400, False)}

#: The lengths that hold the size of a part, and what follows their names in other scripts.
_SIZES = {"title": "title-size", "cover-title": "cover-title-size", "subtitle": "subtitle-size"}
_SCRIPTS = {"ar": "arab", "fa": "arab", "ur": "arab", "zh": "hans", "ja": "hans"}

#: Languages whose letters do not slant.
_UPRIGHT = frozenset("ar fa ur zh ja ko he hi mr ne".split())

#: Large print: how many times larger than the text each part is, and both margins; see
#: large-print.css.
_LARGE = {"title": 1.6, "cover-title": 1.6, "subtitle": 1.15}
_LARGE_MARGINS = 40 * 72 / 25.4

#: A phrase of a title without spaces stays on one line if it is no longer. Characters.
LONGEST_PHRASE = 14

#: Where a phrase of such a title ends.
_PHRASE = re.compile("[^，：；、。！？—]*[，：；、。！？—]*")

#: Steps in which the width is narrowed, in em.
_STEP = 0.1

#: What a break is worth behind a sign that ends a phrase, in shares of the measure: a line may be
#: so much shorter than the longest for it.
_PHRASE_ENDS = re.compile("[:;?!…：；？！。，、—–]\\s*$")
_WORTH = 0.2

#: A line that is shorter than this share of the longest looks forgotten.
_FORGOTTEN = 0.4

#: Room for what the sum of advance widths does not know.
_ROOM = 1.015
_ROOM_FOR_JOINS = 1.06

#: What stands before a word, and what stands behind one with a space between.
_OPENERS = "«“„‘‚([¿¡"
_SIGNS = ":;!?»–—%"

#: More lines than these are no title; measuring them would only cost time.
_MOST_LINES = 8


def balancing(folders: tuple[Path, ...]) -> Callable[[Context, Words, str, float], Markup]:
    """Return the filter ``balanced`` for a house with fonts of its own in some folders."""

    @pass_context
    def balanced(context: Context, words: Words, part: str, measure: float | None = None) -> Markup:
        """Return a ``style`` attribute that makes all lines of a title about equally long.

        The attribute holds ``max-width`` for paper, and ``--large-width`` for large print.

        Args:
            context: holds the ``brand``, the ``language`` of the page, and ``lengths``.
            words: a title.
            part: ``title``, ``cover-title`` or ``subtitle``.
            measure: the width of the text in em of the part, where a layout has another.

        Returns:
            The attribute with a space before it; empty where one line is enough.
        """
        page, brand = context["language"], context["brand"]
        role, weight, slants = _type(part, page, brand)
        named = families(brand.faces, role, page)
        advance = advances(named, weight, slants, folders)
        found = {"max-width": _balanced(words, advance, measure or _measure(part, context))}
        heavy = advances(
            families(brand.faces, "label", page), 700 if role == "title" else 400, False
        )
        found["--large-width"] = _balanced(words, heavy, _large_measure(part, context))
        style = "; ".join(f"{name}: {width:.2f}em" for name, width in found.items() if width)
        return Markup(' style="{}"').format(style) if style else Markup("")

    return balanced


def _type(part: str, page: str, brand: Brand) -> tuple[str, int, bool]:
    """Return role, weight and slant of a part."""
    upright = page.split("-")[0] in _UPRIGHT
    role, weight, slants = (UPRIGHT if upright else PARTS)[part.removeprefix("cover-")]
    asked = dict(brand.tokens).get("title-weight", "") if role == "title" else ""
    return role, int(asked) if asked.isdecimal() else weight, slants


def _measure(part: str, context: Context) -> float:
    """Return the width of the head of a page in em of a part."""
    known, brand = context["lengths"], context["brand"]
    script = _SCRIPTS.get(context["language"].split("-")[0])
    size = known.get(f"{_SIZES[part]}-{script}", known[_SIZES[part]])
    sides = known["rail-side"] + known["outer"] + known["head-reach"]
    return float((SHEETS[brand.format] - sides) / size)


def _large_measure(part: str, context: Context) -> float:
    """Return the width of a page of large print in em of a part."""
    size = context["lengths"]["large-print"] * _LARGE[part]
    return float((SHEETS[context["brand"].format] - _LARGE_MARGINS) / size)


def _balanced(words: Words, advance: Callable[[str], float], measure: float) -> float | None:
    """Return the width for a title with its room; ``None`` where nothing has to be said."""
    arabic = words.direction == "rtl"
    room = _ROOM_FOR_JOINS if arabic else _ROOM
    parts = unparted(words.text, words.language)
    widths = [sum(map(advance, joined(part) if arabic else part)) for part in parts]
    ends = [bool(_PHRASE_ENDS.search(part)) for part in parts]
    width = _best(widths, ends, measure / room)
    return width * room if width else None


def _best(widths: Sequence[float], ends: Sequence[bool], measure: float) -> float | None:
    """Return the width whose lines are best; ``None`` where there is one line.

    Of all widths that need no more lines than the measure does, the one that costs least: what the
    lines lack against the longest, less what breaks behind the end of a phrase are worth.

    Args:
        widths: of the pieces, in em.
        ends: whether a phrase ends with a piece.
        measure: in em.
    """
    fewest = len(_lines(widths, measure))
    if not 1 < fewest <= _MOST_LINES or max(widths) > measure:
        return None
    steps = range(int((measure - max(widths)) / _STEP) + 1)
    tried = {measure - _STEP * step: _lines(widths, measure - _STEP * step) for step in steps}
    fitting = {width: lines for width, lines in tried.items() if len(lines) == fewest}
    return min(fitting, key=lambda width: (_cost(fitting[width], widths, ends, measure), width))


def _cost(
    lines: Sequence[range], widths: Sequence[float], ends: Sequence[bool], measure: float
) -> float:
    """Return what lines lack, in shares of the measure."""
    long = [sum(widths[at] for at in line) for line in lines]
    lacking = sum(max(long) - one for one in long) / measure
    forgotten = sum(one < _FORGOTTEN * max(long) for one in long)
    phrases_kept = sum(ends[line[-1]] for line in lines[:-1])
    return round(lacking + forgotten - _WORTH * len(lines) * phrases_kept, 6)


def _lines(widths: Sequence[float], measure: float) -> list[range]:
    """Return which pieces stand on each line, filled one after the other as the engine does."""
    starts, used = [0], 0.0
    for at, width in enumerate(widths):
        if used and used + width > measure:
            starts.append(at)
            used = 0.0
        used += width
    return [range(one, end) for one, end in zip(starts, [*starts[1:], len(widths)], strict=True)]


def unparted(text: str, language: str) -> tuple[str, ...]:
    """Return the pieces of a title that no line parts.

    A short word stays with the next, and a phrase in ideographs on its line.
    """
    return pieces(_units(kept_together(text, short_words(language))))


def kept_together(text: str, short: frozenset[str]) -> str:
    """Return a title with no-break spaces where no line of it may end."""
    words = text.split(" ")
    kept = words[0]
    for before, word in pairwise(words):
        stays = before.lower().lstrip(_OPENERS) in short or not word.strip(_SIGNS) or before == "«"
        kept += ("\u00a0" if stays and before and word else " ") + word
    return kept


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
