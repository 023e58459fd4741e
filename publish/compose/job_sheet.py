"""Lay out the sheet that goes with a print file: one page for each language, all in one."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import tinyhtml5

from publish.compose import typography
from publish.compose.layouts.environment import filled, layout_folders
from publish.compose.layouts.labels import Labels
from publish.compose.style.stylesheets import text_of, token_sheet
from publish.compose.style.tokens import brand_sheet
from publish.model.composed import Composed
from publish.model.words import direction_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from publish.model.house import House
    from publish.model.press import Cmyk
    from publish.model.ticket import Ticket
    from publish.model.work import Work

#: How inks look on a screen, and what stands for a spot ink of which nobody knows more.
_PROCESS = {"Cyan": "#009fe3", "Magenta": "#e6007e", "Yellow": "#ffed00", "Black": "#1d1d1b"}
_UNKNOWN = "transparent"

#: How closely the words stand, the most comfortable first; the style sheet knows them as classes.
SETTINGS = ("", "close", "crowded")


def job_sheet(
    work: Work, house: House, ticket: Ticket, languages: tuple[str, ...], setting: str = ""
) -> Composed:
    """Lay a job ticket out, one page for each language.

    Args:
        work: the text; its bodies give the marks.
        house: whose layouts, labels and brand are used.
        ticket: what the print shop is asked for.
        languages: of the pages, in their order; at least one.
        setting: one of `SETTINGS`.

    Raises:
        InputFaults: a layout or a label is wrong.
    """
    roots = [_page(work, house, ticket, language, setting) for language in languages]
    first = roots[0]
    main = first.find("body/main")
    for other in roots[1:]:
        if main is not None:
            main.append(_article(other))
    return Composed(first, _sheets(house, languages), work.source)


def _page(work: Work, house: House, ticket: Ticket, language: str, setting: str) -> Element:
    labels = Labels(layout_folders(house), language)
    fields = _fields(work, house, ticket, labels, language)
    html = filled("job-sheet.html", house, fields | {"setting": setting})
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    if house.typography:
        typography.apply(root, language=language, digits=house.digits)
    return root


def _article(root: Element) -> Element:
    found: Element | None = root.find("body/main/article")
    if found is None:
        raise LookupError("layouts/job-sheet.html has no article in its main part")
    return found


def _fields(
    work: Work, house: House, ticket: Ticket, labels: Labels, language: str
) -> dict[str, object]:
    """Return what the layout may show."""
    return {
        "ticket": ticket,
        "content": work.content,
        "kind": work.kind,
        "language": language,
        "direction": direction_of(language),
        "labels": labels,
        # The marks stand on paper here, never on a band of colour.
        "brand": dataclasses.replace(house.brand, folder=None, base=None, masthead="rule"),
        "draft": ticket.state == "draft",
        "swatches": _swatches(ticket, house),
        "process": {
            "Cyan": labels.ink_cyan,
            "Magenta": labels.ink_magenta,
            "Yellow": labels.ink_yellow,
            "Black": labels.ink_black,
        },
        "bindings": {
            "none": labels.binding_none,
            "saddle": labels.binding_saddle,
            "perfect": labels.binding_perfect,
            "fold": labels.binding_fold,
        },
        "edges": {
            "left": labels.edge_left,
            "right": labels.edge_right,
            "top": labels.edge_top,
            "auto": labels.edge_left,
        },
        "verdicts": {
            "passed": labels.preflight_passed,
            "failed": labels.preflight_failed,
            "incomplete": labels.preflight_incomplete,
        },
    }


def _swatches(ticket: Ticket, house: House) -> dict[str, str]:
    """Return a colour for each ink; a spot ink looks as the colour of the brand it stands for."""
    found = dict(_PROCESS)
    for part in ticket.parts:
        found |= {ink: _UNKNOWN for ink in part.inks if ink not in found}
    for colour, ink in house.press.inks:
        if ink.spot in found and ink.spot not in _PROCESS:
            found[ink.spot] = colour if ink.tint == 1 else _screen(ink.cmyk)
    return found


def _screen(cmyk: Cmyk) -> str:
    """Return about what a colour looks like: enough to tell one swatch from another."""
    cyan, magenta, yellow, black = cmyk
    parts = (round(255 * (1 - ink) * (1 - black)) for ink in (cyan, magenta, yellow))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _sheets(house: House, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the style sheets: each page has the faces of its own language."""
    brands = [brand_sheet(house.brand, languages[0])]
    for language in languages:
        own = brand_sheet(house.brand, language)
        brands.append(own.replace(":root", f'article[lang="{language}"]', 1))
    return (token_sheet(house), *brands, text_of("job-sheet.css", house))
