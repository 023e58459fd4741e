"""Lines of a plain text: broken between words, as wide as they look in a terminal.

A line ends at a space or between two ideographs, never before a closing and never after an
opening mark. Source: Unicode Standard Annex 11 (East Asian width); JIS X 4051, 4.3 (kinsoku),
as far as GB/T 15834 has the same.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Some text, and what it stands for: ``None`` for itself. What the form adds stands for nothing,
#: or for the space between two words.
Piece: TypeAlias = "tuple[str, str | None]"

#: The same for one sign.
Sign: TypeAlias = "tuple[str, str | None]"

_NEVER_FIRST = frozenset("、。，．：；！？）】》〉」』〕｝”’…—～・％℃")
_NEVER_LAST = frozenset("（【《〈「『〔｛“‘￥＄")
#: Soft hyphens and places for a line break, which a text field would show or keep; the joiners of
#: a script stay.
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """Return how many columns a text takes: two for an ideograph, none for a mark above one."""
    return sum(map(_columns, text))


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def collapsed(pieces: Iterable[Piece]) -> list[Sign]:
    """Return the signs of some pieces with white space collapsed, but for forced line breaks.

    What only says where a line may break is left out.
    """
    signs: list[Sign] = []
    for text, means in pieces:
        for sign in text:
            if sign == "\n" and means is not None:
                while signs and signs[-1][0] == " ":
                    signs.pop()
                signs.append(("\n", None))
            elif sign in _UNSEEN:
                continue
            elif sign in " \t\n\r\f":
                if signs and signs[-1][0] not in " \n":
                    signs.append((" ", None))
            else:
                signs.append((sign, means))
    while signs and signs[-1][0] in " \n":
        signs.pop()
    return signs


def lines(signs: list[Sign], first: int, rest: int) -> Iterator[tuple[list[Sign], bool]]:
    """Break signs into lines.

    Args:
        signs: collapsed.
        first: columns of the first line.
        rest: columns of the others; 0 for both means no breaks but the forced ones.

    Yields:
        each line, and whether it ended inside a word, between two ideographs.
    """
    room = first
    line: list[Sign] = []
    used = 0
    for word, is_glued in _words(signs):
        wide = width("".join(sign for sign, _ in word))
        if line and (word[0][0] == "\n" or (room and used + (not is_glued) + wide > room)):
            yield line, is_glued and word[0][0] != "\n"
            line, used, room = [], 0, rest
        elif line and not is_glued:
            line.append((" ", None))
            used += 1
        line += [sign for sign in word if sign[0] != "\n"]
        used += wide
    if line:
        yield line, False


def _words(signs: list[Sign]) -> Iterator[tuple[list[Sign], bool]]:
    """Yield what stays together, and whether it follows the one before without a space."""
    word: list[Sign] = []
    is_glued = False
    for sign in signs:
        if sign[0] in " \n":
            if word:
                yield word, is_glued
            word, is_glued = ([sign] if sign[0] == "\n" else []), False
            continue
        if word and word[-1][0] != "\n" and _may_part(word[-1][0], sign[0]):
            yield word, is_glued
            word, is_glued = [], True
        word.append(sign)
    if word:
        yield word, is_glued


def _may_part(before: str, after: str) -> bool:
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return _columns(before) == 2 and _columns(after) == 2
