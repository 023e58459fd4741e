"""The words of a drawing are shaped as a whole, and the engine is left as it was."""

from __future__ import annotations

import io

import pikepdf
import pytest
from weasyprint import HTML, svg

from publish.render.drawn_words import whole_lines
from publish.render.fonts import configuration


def _shown(text: str, attributes: str = "") -> int:
    """Return how many times the drawing shows something."""
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20"><text x="9" y="9" '
        f'font-family="IBM Plex Sans Arabic" {attributes}>{text}</text></svg>'
    )
    written = HTML(string=drawing).write_pdf(font_config=configuration(), uncompressed_pdf=True)
    with pikepdf.open(io.BytesIO(written)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return sum(each.read_bytes().count(sign) for each in streams for sign in (b"Tj", b"TJ"))


def test_a_line_is_shown_at_once() -> None:
    with whole_lines():
        assert _shown("مؤتمر") == 1
    assert _shown("مؤتمر") == 5


@pytest.mark.parametrize("attributes", ['dx="1"', 'letter-spacing="2"', 'rotate="4"'])
def test_letters_with_places_of_their_own_keep_them(attributes: str) -> None:
    with whole_lines():
        assert _shown("abc", attributes) == 3


def test_the_engine_is_left_as_it_was() -> None:
    before, table = svg.text, dict(svg.TAGS)
    with whole_lines():
        assert svg.text is not before
    assert svg.text is before
    assert table == svg.TAGS
