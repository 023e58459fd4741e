"""One run of text: what it says and how far it reaches.

Source: ISO 32000-1, 9.4.3 (showing text), 9.4.4 (space between glyphs).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.font import Font
    from publish.check.graphics_state import State

#: What stands for a glyph that does not say what it is.
UNKNOWN = "\ufffd"


@dataclass(slots=True)
class TextRun:
    """What one operator shows.

    Attributes:
        advance: from the first glyph to where the next run would begin, in text space.
        glyphs: how many.
    """

    text: str = ""
    advance: float = 0.0
    glyphs: int = 0
    lacks_text: bool = False
    has_notdef: bool = False


def read_run(font: Font, state: State, parts: Sequence[object]) -> TextRun:
    """Decode strings with the numbers between them, as TJ has them."""
    run = TextRun()
    heard: list[str] = []
    for part in parts:
        kern = number(part)
        if kern is not None:
            run.advance -= kern / 1000 * state.size * state.stretch
        elif isinstance(part, pikepdf.String):
            _read_string(run, heard, font, state, bytes(part))
    run.text = "".join(heard)
    return run


def _read_string(run: TextRun, heard: list[str], font: Font, state: State, shown: bytes) -> None:
    for glyph in font.glyphs(shown):
        run.glyphs += 1
        heard.append(UNKNOWN if glyph.text is None else glyph.text)
        # An empty text is said on purpose: in Thai, Indic and other scripts several glyphs make
        # one character, and one of them says it for all. The round trip sees if none does.
        run.lacks_text = run.lacks_text or glyph.text is None
        run.has_notdef = run.has_notdef or glyph.is_notdef
        extra = state.between + (state.between_words if glyph.is_space else 0.0)
        run.advance += (glyph.width * state.size + extra) * state.stretch
