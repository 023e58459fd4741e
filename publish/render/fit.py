"""Whether a text ends well: no last page with a line or two, or with the signatories alone.

Where what stands on the pages would nearly fit on one page less, the text is laid out again with
tighter settings; they are kept if they save the page. Where none does, and the last page holds a
line or two, a looser one may bring more onto it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from publish.render.leaves import gather

if TYPE_CHECKING:
    from collections.abc import Callable

    from publish.model import Composed

#: How much more than a page holds usually may stand on one in a tighter setting.
CLOSER = 1.12

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
    pages = len(first.pages)
    if not composed.fits or not 1 < pages <= _MOST_PAGES:
        return first
    filled = _filled(first)
    if sum(filled) > (pages - 1) * CLOSER and filled[-1] >= FORGOTTEN:
        return first
    fuller = None
    for sheet in composed.fits:
        document = lay_out(replace(composed, stylesheets=(*composed.stylesheets, sheet)))
        if len(document.pages) < pages:
            return document
        if len(document.pages) == pages and filled[-1] < FORGOTTEN <= _filled(document)[-1]:
            fuller = fuller or document
    return fuller or first


def _filled(document: Any) -> list[float]:
    """Return how much of the height of each page is filled, 0 to 1."""
    boxes = [page._page_box for page in document.pages]
    ends = [box.content_box_y() for box in boxes]
    for leaf in gather(document.pages):
        if not leaf.region:
            ends[leaf.page] = max(ends[leaf.page], leaf.box.position_y + leaf.box.height)
    return [
        float(end - box.content_box_y()) / float(box.height)
        for end, box in zip(ends, boxes, strict=True)
    ]
