"""Mends colour gradients: between two stops colours change evenly, whatever they are written in.

WeasyPrint 70 takes half of the whole gradient for the middle between any two stops that have no
hint of their own. So colours run unevenly as soon as stops do; and where the last digit of a sum
says so, a stop stays as it is up to the next one, by an exponent of 2³², which no PDF/A may hold.

A stop or a soft shadow in Lab ends it with a trace, since it turns no such colour into sRGB; and in
gradients of drawings it takes the numbers of any colour for those of sRGB.
A radial gradient without width or height is stretched by 10¹⁴, an integer that no PDF/A may hold.

The engine finds the functions by their names in their modules, so there is no instance on which
they could be replaced; they are replaced while a page is painted, and put back.

Source: CSS Images 3, 3.5.3 (colour transition hints); CSS Color 4, 10 (from Lab and Oklab to sRGB);
ISO 19005-2, 6.1.13 (largest integer).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tinycss2.color4 import Color
from weasyprint import images
from weasyprint.css.tokens import FIFTY_PERCENT
from weasyprint.svg import defs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Exponent of a function that changes evenly (ISO 32000-1, 7.10.3).
_EVEN = 1

#: Largest integer of a PDF/A file; as an exponent, the colour changes at the very end.
_LARGEST = 2**31 - 1

#: Radii in pixels of a radial gradient that has none: too thin to be seen, and long enough.
_THIN, _LONG = 1e-2, 1e3

#: Where each space is left for, and the matrix from there to the light of sRGB (by Bradford).
_TO_LIGHT = {
    "xyz-d50": (
        (3.1341359, -1.6173863, -0.4906619),
        (-0.9787955, 1.9162544, 0.0334427),
        (0.0719554, -0.2289768, 1.4053860),
    ),
    "xyz-d65": (
        (3.2409699, -1.5373832, -0.4986108),
        (-0.9692436, 1.8759675, 0.0415551),
        (0.0556301, -0.2039770, 1.0569715),
    ),
}
_LEFT_FOR = {"lab": "xyz-d50", "lch": "xyz-d50", "oklab": "xyz-d65", "oklch": "xyz-d65"}


@contextmanager
def even_stops() -> Iterator[None]:
    """Let colours change evenly where the author gives no hint; a context manager."""
    by_halves, by_name, as_written = images.process_color_stops, Color.to, defs.color
    stretched = images.RadialGradient._handle_degenerate

    def even(vector_length: Any, positions: Any, hints: Any, style: Any) -> tuple[Any, Any]:
        placed, exponents = by_halves(vector_length, positions, hints, style)
        given = (hint != FIFTY_PERCENT for hint in hints)
        return placed, [
            min(exponent, _LARGEST) if is_given else _EVEN
            for exponent, is_given in zip(exponents, given, strict=True)
        ]

    def known(colour: Any, space: str) -> Any:
        between = _LEFT_FOR.get(colour.space) or (colour.space if "xyz" in colour.space else None)
        if space != "srgb" or between not in _TO_LIGHT:
            return by_name(colour, space)
        found = by_name(colour, between)
        return Color("srgb", _screen(found.coordinates, _TO_LIGHT[between]), found.alpha)

    def bounded(gradient: Any, across: float, along: float) -> tuple[float, ...]:
        sizes = stretched(gradient, across, along)
        return tuple(sizes if across and along else (min(max(one, _THIN), _LONG) for one in sizes))

    images.process_color_stops = even
    images.RadialGradient._handle_degenerate = bounded
    Color.to = known
    defs.color = lambda written: _on_screen(as_written(written))
    try:
        yield
    finally:
        images.process_color_stops, Color.to, defs.color = by_halves, by_name, as_written
        images.RadialGradient._handle_degenerate = stretched


def _on_screen(colour: Any) -> Any:
    """Return a colour of a drawing in sRGB; one outside it as its numbers stand."""
    try:
        return colour.to("srgb")
    except NotImplementedError:
        return colour


def _screen(xyz: Sequence[float], rows: Sequence[Sequence[float]]) -> list[float]:
    """Return red, green and blue of a colour, cut to what a screen shows."""
    light = (sum(part * by for part, by in zip(xyz, row, strict=True)) for row in rows)
    return [_channel(min(max(one, 0.0), 1.0)) for one in light]


def _channel(light: float) -> float:
    """Return one channel of sRGB for its light (IEC 61966-2-1)."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
