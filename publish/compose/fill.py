"""Fill a layout with a work: from records to a semantic HTML page with its style sheets."""

from __future__ import annotations

import dataclasses

import tinyhtml5

from publish.compose import typography
from publish.compose.environment import filled, layout_folders
from publish.compose.faithful import lost_words
from publish.compose.labels import Labels
from publish.compose.stylesheets import stylesheets
from publish.errors import InputFaults
from publish.model.composed import Composed
from publish.model.form import Form
from publish.model.house import House
from publish.model.release import ReleaseState
from publish.model.words import direction_of
from publish.model.work import Work


def fill(work: Work, house: House, *, draft: bool = False, form: Form = Form.PAPER) -> Composed:
    """Lay a work out as an HTML page that would also be right in a browser.

    Every word of the author stands on the page once, unchanged and in order; nothing is added but
    labels from the catalogue of the language. Spaces, quotation marks and dashes then follow the
    habits of each language, unless the house says no.

    Args:
        work: the text; its kind names the layout.
        house: whose layouts, labels and brand are used.
        draft: mark every page as a draft. A text that is itself a draft is always marked.
        form: which style sheets go with the page; the page itself is the same in all forms.

    Raises:
        InputFaults: a layout or a label is wrong, a layout asks for a field
            that the text does not have, or leaves out words that it has.
    """
    marked = draft or work.content.release.state is ReleaseState.DRAFT
    html = filled(f"{work.kind}.html", house, _fields(work, house, draft=marked))
    if lost := lost_words(work, html):
        raise InputFaults(lost)
    # The very parser of the renderer, so that what is planned is what is drawn.
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    if house.typography:
        typography.apply(root, language=work.language, digits=house.digits)
    sheets = stylesheets(house, work.language, draft=marked, form=form)
    return Composed(root, sheets, work.source, work.attachments)


def _fields(work: Work, house: House, *, draft: bool) -> dict[str, object]:
    """Return what layouts may show. Paths of this machine are not among it."""
    return {
        work.kind: work.content,
        "content": work.content,
        "language": work.language,
        "direction": direction_of(work.language),
        "labels": Labels(layout_folders(house), work.language),
        "brand": dataclasses.replace(house.brand, folder=None, base=None),
        "draft": draft,
    }
