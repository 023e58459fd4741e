"""Fill a layout with a work: from records to a semantic HTML page with its style sheets."""

from __future__ import annotations

import dataclasses

import tinyhtml5

from publish.compose import typography
from publish.compose.layouts.environment import filled, layout_folders
from publish.compose.layouts.labels import Labels
from publish.compose.layouts.unused_layouts import unused_layouts
from publish.compose.layouts.web_address import web_address
from publish.compose.measure.lengths import lengths
from publish.compose.organisation import structure_view
from publish.compose.page import columns
from publish.compose.page.contents import list_headings
from publish.compose.page.faithful import lost_words
from publish.compose.page.printed_addresses import print_addresses
from publish.compose.page.wide_tables import turn_wide_tables
from publish.compose.style.press_sheets import press_faults
from publish.compose.style.stylesheets import fits, stylesheets, token_sheet
from publish.errors import InputFaults
from publish.model.brand import MarkColour
from publish.model.composed import Composed
from publish.model.fault import Fault, Severity
from publish.model.form import Form
from publish.model.house import House
from publish.model.page import Page
from publish.model.release import ReleaseState
from publish.model.sisters import versioned
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
        form: which style sheets go with the page; the words are the same in all forms.

    Raises:
        InputFaults: a layout or a label is wrong, a layout asks for a field
            that the text does not have, or leaves out words that it has.
    """
    work = versioned(work, house, form)
    if form is Form.PRINT:
        house = in_its_inks(house)
    fields = _fields(work, house)
    marked = draft or work.content.release.state is ReleaseState.DRAFT
    html = filled(f"{work.kind}.html", house, fields | {"draft": marked})
    if lost := lost_words(work, html):
        raise InputFaults(lost)
    # The very parser of the renderer, so that what is planned is what is drawn.
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    list_headings(root)
    faults: tuple[Fault, ...] = ()
    if house.typography and work.typography:
        faults = typography.apply(
            root, language=work.language, digits=house.digits, label=work.source.label
        )
    columns.align(root, work.language)
    if form is Form.PRINT:
        print_addresses(root, house.address)
    if form is Form.LARGE_PRINT:
        structure_view.leave_out_small_letters(root)
        turn_wide_tables(root)
    sheets = stylesheets(house, work.language, kind=work.kind, draft=marked, form=form)
    faults += structure_view.faults_of(work.content, fields)
    faults += unused_layouts(house)
    if form is Form.PRINT:
        faults += _for_the_press(house)
    # A page of the author's own has nothing to bring together; other settings only cost time.
    settings = () if isinstance(work.content, Page) else fits(house, form)
    return Composed(root, sheets, work.source, work.attachments, faults, settings)


def _for_the_press(house: House) -> tuple[Fault, ...]:
    """Return the warnings on style sheets.

    Raises:
        InputFaults: one asks for what comes out wrong.
    """
    found = press_faults(house)
    if any(fault.severity is Severity.FAULT for fault in found):
        raise InputFaults(found)
    return found


def in_its_inks(house: House) -> House:
    """Return the house with its marks in one colour, where the press has one ink alone."""
    marks: MarkColour = "mono" if house.press.black_only else house.brand.marks
    return dataclasses.replace(house, brand=dataclasses.replace(house.brand, marks=marks))


def _fields(work: Work, house: House) -> dict[str, object]:
    """Return what layouts may show. Paths of this machine are not among it."""
    return {
        work.kind: work.content,
        "content": work.content,
        "language": work.language,
        "direction": direction_of(work.language),
        "labels": Labels(layout_folders(house), work.language),
        "brand": dataclasses.replace(house.brand, folder=None, base=None),
        "lengths": {
            **lengths(token_sheet(house), house.brand.tokens),
            "large-print": house.large_print,
        },
        "web_address": web_address(work, house),
        "shared": work.source.shared,
    }
