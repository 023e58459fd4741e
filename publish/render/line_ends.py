"""Mends two line breaks of the engine.

WeasyPrint 70 lets a space at the end of a text hang over the edge, but not where the text goes on
in another inline element: if only that space does not fit, it breaks the line after the first
word. The run of text is then measured without its last space, as CSS asks. It does the same where
the text ends in a no-break space and the inline element behind it does not fit.

The engine finds the function by the name in its layout module, so there is no instance on which
it could be replaced; it is replaced while a page is laid out, and put back.

Source: CSS Text 3, 4.1.2 (a sequence of collapsible spaces at the end of a line hangs).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_NO_BREAK = "\u00a0\u202f"
_SPACES = f" {_NO_BREAK}"


@contextmanager
def hanging_spaces() -> Iterator[None]:
    """Let spaces hang at line ends while the engine lays out; a context manager."""
    split = inline.split_first_line

    def mended(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        rest = (justification_spacing, is_line_start, minimum)

        def narrower(width: float) -> Any:
            return split(text, style, context, width, *rest)

        found = split(text, style, context, max_width, *rest)
        resume_at = found[2]
        if resume_at is None or max_width is None or text[-1:] not in _SPACES:
            return found
        if text[-1] in _NO_BREAK:
            return _before_no_break(text, found, max_width, style, narrower)
        bare = text.rstrip(" ")
        first_word, _, others = bare.partition(" ")
        if not others or resume_at > len(first_word.encode()) + 1:
            return found
        if split(bare, style, context, max_width, *rest)[2] is not None:
            return found
        return split(text, style, context, float("inf"), *rest)

    inline.split_first_line = mended
    try:
        yield
    finally:
        inline.split_first_line = split


def _before_no_break(
    text: str, found: Any, width: float, style: Any, narrower: Callable[[float], Any]
) -> Any:
    """Break before the last word of a text that ends in a no-break space, not after the first.

    With a little less width, what does not fit is more than the space, and the engine breaks at
    the last place where it may.
    """
    first_word, _, others = text.partition(" ")
    if " " not in others or found[2] > len(first_word.encode()) + 1:
        return found
    for less in (0.5, 1.0, 2.0):
        again = narrower(width - less * style["font_size"])
        if again[2] is not None and again[2] > len(first_word.encode()) + 1:
            return again
    return found
