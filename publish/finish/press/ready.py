"""The file for the print shop, step by step out of rendered pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from publish.errors import OwnError
from publish.finish.press.colours.convert import convert_colours
from publish.finish.press.identity import identify, saved
from publish.finish.press.intent import add_intent
from publish.finish.press.pictures.convert import convert_pictures
from publish.finish.press.sheet.place import place_pages
from publish.finish.press.strip import strip

if TYPE_CHECKING:
    from publish.model.press import Press
    from publish.model.work import Metadata
    from publish.pdf.rendered import Rendered


def press_ready(rendered: Rendered, metadata: Metadata, press: Press) -> bytes:
    """Make rendered pages a file that a press can print: PDF/X-4, PDF/A-2b, or both.

    Args:
        rendered: pages in RGB, painted as far into the bleed as the settings ask.
        metadata: what the file says about itself; empty fields are left out entirely.
        press: condition, bleed, slug, marks and claims; the condition must not be missing.

    Returns:
        The whole file. The same arguments give the same bytes on any day and machine.

    Raises:
        OwnError: there is no title or no printing condition, or the rendered file is broken.
    """
    try:
        with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
            strip(pdf)
            convert_colours(pdf, press)
            convert_pictures(pdf, press, rendered.pictures)
            place_pages(pdf, press, slug_line=metadata.title)
            add_intent(pdf, press)
            identify(pdf, metadata, press.claims)
            return saved(pdf)
    except pikepdf.PdfError as error:
        raise OwnError(f"the rendered file cannot be read again: {error}") from error
