"""Faults in layouts: what goes wrong between an author's text and the page."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling

FIELD_MISSING = ruling(
    "C-001",
    "the layout asks for something that this text does not have",
    clause="house rule: a missing field is never a blank",
    hint="write the field into the text, or let the layout ask first: {% if … %}",
)

LAYOUT_NOT_FOUND = ruling(
    "C-002",
    "a layout is missing",
    clause="house rule: layouts are found in layouts/ of the project, then in ours",
    hint="check the name; ours is always there as shipped/NAME",
)

LAYOUT_NOT_READABLE = ruling(
    "C-003",
    "a layout cannot be read",
    clause="house rule: layouts are Jinja2 templates in UTF-8",
    hint="correct the line; a block that was opened may not be closed before it",
)

LAYOUT_OVERREACHES = ruling(
    "C-004",
    "a layout does something that layouts may not do",
    clause="house rule: layouts only show the text; they run in a sandbox",
    hint="remove the line from the layout",
)

LAYOUT_FAILS = ruling(
    "C-005",
    "a layout fails while it is filled",
    clause="house rule: every layout can be filled with every text of its kind",
    hint="correct the line of the layout",
)

LABEL_MISSING = ruling(
    "C-006",
    "a label of the page is not in the catalogue",
    clause="house rule: labels come from layouts/labels/LANGUAGE.toml",
    hint="add the label to layouts/labels/en.toml, and to the languages that you publish in",
)

WORDS_LOST = ruling(
    "C-008",
    "the layout leaves out words of the text",
    clause="house rule: every word of the author stands on the page",
    hint="show the field in the layout, or remove it from the text",
)

LABEL_OUT_OF_PLACE = ruling(
    "C-009",
    "a label of a catalogue cannot be used",
    clause="house rule: labels come from layouts/labels/LANGUAGE.toml",
    hint="compare with layouts/labels/en.toml of publish; a label of your own stands in a layout "
    "of your own",
)

HEARD_OTHERWISE = ruling(
    "C-010",
    "typography would change what is heard here, so this stays as it was typed",
    clause="house rule: typography changes nothing that a reader hears",
    hint="nothing is lost; type the marks and spaces here as they should stand, and tell us",
)

LAYOUT_NOT_USED = ruling(
    "C-011",
    "a layout is not used by any page",
    clause="house rule: a layout replaces one of ours by its name, or another layout names it",
    hint="give it the name of the layout that it replaces, or take it away",
    forbidden_by=(),
    allowed_by=EVERY,
)
