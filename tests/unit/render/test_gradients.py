"""Colours change evenly between stops, and the engine is left as it was."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from tinycss2.color4 import Color
from tinycss2.color5 import parse_color
from weasyprint import HTML, images
from weasyprint.svg import defs

from publish.render.fonts import configuration
from publish.render.gradients import even_stops


def _exponents(stops: str) -> list[float]:
    page = f'<div style="height: 10px; background: linear-gradient(90deg, {stops})"></div>'
    written = HTML(string=page).write_pdf(font_config=configuration())
    with pikepdf.open(io.BytesIO(written)) as pdf:
        found = [
            sub.N
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and "/Shading" in each.get("/Resources", {})
            for shading in each.Resources.Shading.values()
            for sub in shading.Function.Functions
        ]
        found += [
            sub.N
            for page in pdf.pages
            for shading in page.Resources.get("/Shading", {}).values()
            for sub in shading.Function.Functions
        ]
    return [float(exponent) for exponent in found]


@pytest.mark.parametrize(
    "stops",
    ["red, lime 80%, blue", "red, lime 33.3%, blue 66.7%, black", "#f008, lime, blue"],
)
def test_colours_change_evenly(stops: str) -> None:
    with even_stops():
        found = _exponents(stops)
    # A stop that is half clear has an exponent of its own: its share of the colour.
    assert found
    assert all(exponent <= 1 for exponent in found)


def test_a_hint_of_the_author_counts() -> None:
    with even_stops():
        assert any(exponent != 1 for exponent in _exponents("red, 25%, blue"))
        assert max(_exponents("red, 100%, blue")) == 2**31 - 1


@pytest.mark.parametrize(
    ("written", "screen"),
    [
        ("lab(50% 40 20)", (185, 88, 87)),
        ("lch(50% 44.72 26.565)", (185, 88, 87)),
        ("oklch(60% .2 30)", (222, 62, 45)),
        ("lab(100% 0 0)", (255, 255, 255)),
        ("lab(0% 0 0)", (0, 0, 0)),
        ("hsl(240 100% 50%)", (0, 0, 255)),
    ],
)
def test_a_stop_may_be_written_in_any_way(written: str, screen: tuple[int, ...]) -> None:
    # The numbers are what Chromium draws.
    colour = parse_color(written)
    with even_stops():
        assert [round(255 * one) for one in colour.to("srgb").coordinates] == list(screen)
        drawn = defs.color(written)
    assert [round(255 * one) for one in drawn.coordinates] == list(screen)


@pytest.mark.parametrize(
    "style",
    [
        "background: linear-gradient(lab(50% 40 20), oklab(40% .1 .1 / .5))",
        "background: radial-gradient(lch(50% 40 20), #fff)",
        "box-shadow: 0 0 4px oklch(60% .2 30)",
        "border: 2px ridge lab(50% 40 20)",
    ],
)
def test_colours_of_lab_are_drawn_in_gradients_and_shadows(style: str) -> None:
    page = f'<div style="height: 10px; {style}"></div>'
    with even_stops():
        assert HTML(string=page).write_pdf(font_config=configuration())


@pytest.mark.parametrize("size", ["0px 20px", "20px 0px", "0px 0px"])
def test_a_gradient_without_a_size_holds_no_number_that_is_too_large(size: str) -> None:
    style = f"height: 10px; background: radial-gradient({size} at 50% 50%, red, blue)"
    with even_stops():
        written = HTML(string=f'<div style="{style}"></div>').write_pdf(
            font_config=configuration(), uncompressed_pdf=True
        )
    assert b" sh" in written
    assert not re.search(rb"(?<![\d.])\d{9,}(?![\d.])", written.split(b"\nxref")[0])


def test_the_engine_is_left_as_it_was() -> None:
    degenerate = images.RadialGradient._handle_degenerate
    before = images.process_color_stops, Color.to, defs.color
    with even_stops():
        assert images.process_color_stops is not before[0]
    assert (images.process_color_stops, Color.to, defs.color) == before
    assert images.RadialGradient._handle_degenerate is degenerate
