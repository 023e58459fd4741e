"""Colours change evenly between stops, and the engine is left as it was."""

from __future__ import annotations

import io

import pikepdf
import pytest
from weasyprint import HTML, images

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


def test_the_engine_is_left_as_it_was() -> None:
    before = images.process_color_stops
    with even_stops():
        assert images.process_color_stops is not before
    assert images.process_color_stops is before
