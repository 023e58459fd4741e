"""Mends the words of drawings: each line of type is shaped as a whole.

WeasyPrint 70 sets every letter of an SVG text by itself, so that Arabic falls apart into letters
that stand alone and in the wrong order, and no pair is kerned. A text whose letters have no places
of their own is handed to the engine as if it were one letter.

The engine finds the function by the name in its module and in a table there, so there is no
instance on which it could be replaced; it is replaced while a page is painted, and put back.

Source: SVG 2, 11.4 (text layout), 11.7 (addressable characters).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint import svg

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Attributes that place or widen single letters.
_BY_LETTER = ("dx", "dy", "rotate", "letter-spacing", "textLength")


class _Whole(str):
    """A text with one letter: all of it."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


@contextmanager
def whole_lines() -> Iterator[None]:
    """Let the engine shape the lines of drawings as a whole; a context manager."""
    by_letter = svg.text

    def whole(drawing: Any, node: Any, font_size: float) -> None:
        element, text = node._etree_node, node.text
        if text and not _has_places(node):
            element.text = _Whole(text)
        try:
            by_letter(drawing, node, font_size)
        finally:
            element.text = text

    names = [name for name, draw in svg.TAGS.items() if draw is by_letter]
    svg.text = whole
    svg.TAGS.update(dict.fromkeys(names, whole))
    try:
        yield
    finally:
        svg.text = by_letter
        svg.TAGS.update(dict.fromkeys(names, by_letter))


def _has_places(node: Any) -> bool:
    several = any(len(node.get(name, "").replace(",", " ").split()) > 1 for name in ("x", "y"))
    return several or any(node.get(name) for name in _BY_LETTER)
