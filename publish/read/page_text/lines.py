"""The lines of a page text: number, bullet, depth; nothing is judged here but single lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

#: Signs that stand for a bullet even without a space after them.
_ROUND = "•·▪◦‣●○■□➢►"
_SIGN = re.compile(rf"(?P<mark>[{_ROUND}]|[-–—*→✓](?=\s)|[-–](?=[^\W\d_]))\s*(?=\S)")
_NUMBER = re.compile(r"(?P<mark>(?P<number>[1-9][0-9]{0,2})(?:[.)](?=\s)|[、．]))\s*(?=\S)")
_LONE_SIGN = re.compile(rf"[{_ROUND}\-–—*→✓]")
_SIGNS_ONLY = re.compile(r"(?:[*#_=~\-–—]\s*){2,}")

#: Line ends as editors count them. U+2028 and the like stay in the text.
_LINE_END = re.compile(r"\r\n|\r|\n")

#: Control characters (but the tab), lone surrogates, noncharacters: not text.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the author sees it.

    Attributes:
        number: counted from 1.
        text: without white space at either end; markup signs are text.
        depth: width of the white space before the text.
        mark: the bullet (``-``, ``•``) or number (``1.``) in front, or empty.
        ordinal: the number in front, or 0.
        content: the text after the mark.
    """

    number: int
    text: str
    depth: int = 0
    mark: str = ""
    ordinal: int = 0
    content: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return not visible(self.text)

    @property
    def is_item(self) -> bool:
        """Whether the line is an item of a list."""
        return bool(self.mark) and bool(self.content)

    @property
    def is_empty_bullet(self) -> bool:
        """Whether there is a bullet and nothing behind it."""
        return bool(_LONE_SIGN.fullmatch(self.text))

    @property
    def is_rule(self) -> bool:
        """Whether the line is drawn with signs only: ``***``, ``# # #``, ``-----``."""
        return bool(_SIGNS_ONLY.fullmatch(self.text))

    def without_mark(self) -> Line:
        """Return the line as plain text: what looked like a mark belongs to it."""
        return replace(self, mark="", ordinal=0, content=self.text)


def visible(text: str) -> str:
    """Return the text without white space and without invisible format characters."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def read_lines(text: str) -> list[Line]:
    """Cut a page text into lines; a byte order mark in front is not text."""
    lines = [
        _line(number, raw)
        for number, raw in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1)
    ]
    if len(lines) > 1 and not lines[-1].text:
        lines.pop()  # the end of the last line is not a line
    return _settle_numbers(lines)


def first_bad_character(lines: Sequence[Line]) -> tuple[Line, str] | None:
    """Return the first character that is no text, as ``U+0000``, with its line."""
    for line in lines:
        if found := _NOT_TEXT.search(line.text):
            return line, f"U+{ord(found.group()):04X}"
    return None


def width(text: str) -> float:
    """Return the length in Latin letters; a Chinese character says about as much as two and a half.

    What is a long line must mean the same in every script.
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + 1.5 * wide


def _line(number: int, raw: str) -> Line:
    text = raw.strip()
    lead = raw[: len(raw) - len(raw.lstrip())]
    depth = len(lead.expandtabs(_TAB_WIDTH))
    if _SIGNS_ONLY.fullmatch(text) or not (found := _SIGN.match(text) or _NUMBER.match(text)):
        return Line(number, text, depth, content=text)
    ordinal = int(found.groupdict().get("number") or 0)
    return Line(number, text, depth, found["mark"], ordinal, text[found.end() :])


def _settle_numbers(lines: list[Line]) -> list[Line]:
    """Take a number for text unless it counts: ``24. Juni`` is a date, not an item.

    A number counts when it is 1, follows the number before it, or is followed by the next.
    """
    numbered = [line for line in lines if line.ordinal]
    lone = set()
    for index, line in enumerate(numbered):
        before = numbered[index - 1].ordinal if index else 0
        after = numbered[index + 1].ordinal if index + 1 < len(numbered) else 0
        if line.ordinal not in (1, before + 1, after - 1):
            lone.add(line.number)
    return [line.without_mark() if line.number in lone else line for line in lines]
