"""Small print files, made without a renderer."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary

from publish.finish.press.identity import identify, saved
from publish.finish.press.intent import add_intent
from publish.finish.press.sheet.boxes import MM, Sheet, place_boxes
from publish.model.press import Press
from publish.model.work import Metadata


@pytest.fixture(scope="session")
def print_file():
    """The function that makes a print file."""
    return make


def make(
    pages: int = 8,
    *,
    size: tuple[float, float] = (100.0, 150.0),
    widths: tuple[float, ...] = (),
    bleed: float = 3.0,
    language: str = "en",
    press: Press | None = None,
) -> bytes:
    """Return pages with nothing but a tint; the tint of page n is n percent of black."""
    with pikepdf.new() as pdf:
        for number in range(pages):
            width = widths[number] if widths else size[0]
            sheet = Sheet.around(width * MM, size[1] * MM, bleed=bleed * MM, slug=12 * MM)
            pdf.add_blank_page(page_size=(sheet.media.width, sheet.media.height))
            page = pdf.pages[-1].obj
            page.Contents = pdf.make_stream(
                b"0 0 0 %.2f k %.3f %.3f %.3f %.3f re f"
                % (
                    (number + 1) / 100,
                    sheet.bleed.x0,
                    sheet.bleed.y0,
                    sheet.bleed.width,
                    sheet.bleed.height,
                )
            )
            page.Resources = Dictionary()
            place_boxes(page, sheet)
        pdf.Root.Lang = pikepdf.String(language)
        add_intent(pdf, press or Press())
        identify(pdf, Metadata("A title", language), (press or Press()).claims)
        return saved(pdf)


@pytest.fixture
def without_trim():
    """A page that nobody said anything about."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 300))
        pdf.pages[0].obj.MediaBox = Array([0, 0, 200, 300])
        return saved(pdf)
