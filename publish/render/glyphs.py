"""What the glyphs on the page say when they are read back, and how to make them say the text.

Readers turn glyphs into text by each font's ToUnicode map, which holds one text for one glyph. It
fails where one glyph stands for different texts (ligatures, Indic and Arabic shapes) and where
the page shows other letters than the author wrote. There ActualText says what to read.

Source: ISO 32000-1, 9.10.3 (ToUnicode) and 14.9.4 (replacement text).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont

from publish.render.bind import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterable

_GLYPHS = re.compile(rb"<([0-9a-f]*)>")
#: The operands of TJ with the last glyph apart: ``[<0041>12<0042`` ``0043`` ``>`` and kerning.
_LAST = re.compile(rb"^\[(.*<[0-9a-f]*?)([0-9a-f]{4})>(-?[0-9.]*)\] TJ$", re.DOTALL)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")

#: Spaces that stand for the one between two words.
_WIDE = (" ", "\u3000")

Font = Any  # weasyprint.pdf.fonts.Font


class Fonts:
    """The fonts of one document, as they grow while it is drawn."""

    def __init__(self, fonts: dict[Any, Font]) -> None:
        self._fonts = fonts
        self._by_name: dict[str, Font] = {}
        self._spaces: dict[str, int | None] = {}

    def __getitem__(self, name: str) -> Font:
        if name not in self._by_name:
            self._by_name = {font.hash: font for font in self._fonts.values()}
        return self._by_name[name]

    def read(self, items: Iterable[bytes], font_name: str | None) -> str:
        """Return the text that a reader finds in drawing instructions.

        Args:
            items: instructions of one leaf; only Tf and TJ count.
            font_name: the font in force at the beginning.
        """
        words: list[str] = []
        for item in items:
            if item.endswith(b" Tf"):
                font_name = item[1:].split()[0].decode()
            elif item.endswith(b"TJ") and font_name is not None:
                font = self[font_name]
                step = 2 if font.bitmap else 4
                for codes in _GLYPHS.findall(item):
                    for at in range(0, len(codes), step):
                        words.append(font.to_unicode.get(int(codes[at : at + step], 16), "\ufffd"))
        return "".join(words)

    def space(self, name: str) -> int | None:
        """Return the glyph of the space in a font, and make sure that the file will hold it."""
        if name not in self._spaces:
            self._spaces[name] = self._find_space(self[name])
        return self._spaces[name]

    def _find_space(self, font: Font) -> int | None:
        if font.bitmap:
            return None
        for glyph, text in font.to_unicode.items():
            if text == " ":
                return int(glyph)
        with TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True) as whole:
            named = whole.getBestCmap().get(0x20)
            if named is None:
                return None
            glyph = whole.getGlyphID(named)
            width = whole["hmtx"][named][0]
        if glyph in font.to_unicode:
            return None  # the glyph already stands for another text
        font.to_unicode[glyph] = " "
        font.widths.setdefault(glyph, round(width * 1000 / font.upem))
        return int(glyph)


def actual_text(text: str) -> bytes:
    """Return the instruction that opens a span with replacement text."""
    return b"/Span <</ActualText <FEFF%s>>> BDC" % text.encode("utf-16-be").hex().upper().encode()


def mend(
    items: list[Any],
    start: int,
    *,
    fonts: Fonts,
    font_before: str | None,
    font_after: str | None,
    text: str,
    hyphen: str,
    right_to_left: bool,
) -> None:
    """Make the glyphs of one leaf say its text, in place, without moving a glyph.

    Args:
        items: the instructions of the stream; those of the leaf begin at `start`.
        start: index of the leaf's first instruction.
        fonts: the fonts of the document.
        font_before: name of the font in force before the leaf.
        font_after: name of the font in force after it.
        text: what a reader must hear, with the spaces at its ends.
        hyphen: the hyphen that the engine added at the end; empty where it added none.
        right_to_left: whether the lines around the leaf run from right to left.
    """
    shows = [
        index
        for index in range(start, len(items))
        if type(items[index]) is bytes and items[index].endswith(b"TJ")
    ]
    plain = [item for item in items[start:] if type(item) is bytes]
    got = fonts.read(plain, font_before)
    begins, ends = got.startswith(_WIDE), got.endswith(_WIDE)
    owed = text.endswith(" ") and not ends
    # On a line from right to left the glyph of a space may stand at the other end of the text.
    misplaced = text.startswith(" ") != begins
    misplaced = misplaced or (right_to_left and ends and not text.endswith(" "))
    same = _collapsed(got.removesuffix(hyphen) if hyphen else got) == _collapsed(text)
    glyph = fonts.space(font_after) if owed and same and font_after else None
    if not same or misplaced or _RIGHT_TO_LEFT.search(text) or (owed and glyph is None):
        spoken = text + "\u00ad" if hyphen else text
        items.insert(shows[-1] + 1, b"EMC")
        items.insert(shows[0], actual_text(spoken))
    elif hyphen:
        _soften_hyphen(items, shows[-1])
    elif glyph is not None:
        items[shows[-1]] = items[shows[-1]][:-4] + b"<%04x>] TJ" % glyph


def _soften_hyphen(items: list[Any], at: int) -> None:
    """Say that the last glyph is a hyphen of the line, not of the word.

    Source: ISO 32000-1, 14.8.2.2.3.
    """
    match = _LAST.match(items[at])
    if match is None:
        return
    before = match[1].removesuffix(b"<") if match[1].endswith(b"<") else match[1] + b">"
    shows = [b"[" + before + b"] TJ"] if before else []
    last = b"[<" + match[2] + b">" + match[3] + b"] TJ"
    items[at : at + 1] = [*shows, actual_text("\u00ad"), last, b"EMC"]


def _collapsed(text: str) -> str:
    for letter in SILENT:
        text = text.replace(letter, "")
    return text.strip(" \t\n\r\f")
