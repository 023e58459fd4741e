"""Whether a text ends well: no last page with a line or two, or with the signatories alone.

Where the last page holds little, the text is laid out again with tighter settings; they are kept
if they save the page. Where none does, a looser one may bring more onto it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from publish.render.leaves import gather

if TYPE_CHECKING:
    from collections.abc import Callable

    from publish.model import Composed

#: A last page that is filled to less than this is worth a try to save it.
SCANT = 0.4

#: A last page that is filled to less than this looks forgotten: six lines, about.
FORGOTTEN = 0.14

#: Longer texts stay as they are: closer setting gains little for each page, and costs time.
_MOST_PAGES = 6


def fitted(composed: Composed, lay_out: Callable[[Composed], Any]) -> Any:
    """Lay a text out so that it ends well; return the engine's document.

    The first of `Composed.fits` that saves the last page is kept. If none does and the last page
    looks forgotten, the first that brings enough onto it is.

    Args:
        composed: the text; with no `fits`, it is laid out once.
        lay_out: makes the engine's document.
    """
    first = lay_out(composed)
    pages, fill = len(first.pages), _fill(first)
    if not composed.fits or not 1 < pages <= _MOST_PAGES or fill >= SCANT:
        return first
    fuller = None
    for sheet in composed.fits:
        document = lay_out(replace(composed, stylesheets=(*composed.stylesheets, sheet)))
        if len(document.pages) < pages:
            return document
        if len(document.pages) == pages and fill < FORGOTTEN <= _fill(document):
            fuller = fuller or document
    return fuller or first


def _fill(document: Any) -> float:
    """Return how much of the height of the last page is filled, 0 to 1."""
    last = len(document.pages) - 1
    page = document.pages[last]._page_box
    shown = [
        leaf.box.position_y + leaf.box.height
        for leaf in gather(document.pages)
        if leaf.page == last and not leaf.region
    ]
    top = page.content_box_y()
    return float(max(shown, default=top) - top) / float(page.height)
