"""Mends colour gradients: between two stops colours change evenly.

WeasyPrint 70 takes half of the whole gradient for the middle between any two stops that have no
hint of their own. So colours run unevenly as soon as stops do; and where the last digit of a sum
says so, a stop stays as it is up to the next one, by an exponent of 2³², which no PDF/A may hold.

The engine finds the function by its name in its module, so there is no instance on which it could
be replaced; it is replaced while a page is painted, and put back.

Source: CSS Images 3, 3.5.3 (colour transition hints); ISO 19005-2, 6.1.13 (largest integer).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint import images
from weasyprint.css.tokens import FIFTY_PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Exponent of a function that changes evenly (ISO 32000-1, 7.10.3).
_EVEN = 1

#: Largest integer of a PDF/A file; as an exponent, the colour changes at the very end.
_LARGEST = 2**31 - 1


@contextmanager
def even_stops() -> Iterator[None]:
    """Let colours change evenly where the author gives no hint; a context manager."""
    by_halves = images.process_color_stops

    def even(vector_length: Any, positions: Any, hints: Any, style: Any) -> tuple[Any, Any]:
        placed, exponents = by_halves(vector_length, positions, hints, style)
        given = (hint != FIFTY_PERCENT for hint in hints)
        return placed, [
            min(exponent, _LARGEST) if is_given else _EVEN
            for exponent, is_given in zip(exponents, given, strict=True)
        ]

    images.process_color_stops = even
    try:
        yield
    finally:
        images.process_color_stops = by_halves
