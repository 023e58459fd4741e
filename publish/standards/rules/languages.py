"""Faults between the language versions of a work."""

from __future__ import annotations

from publish.standards.ruling import EVERY, Ruling, ruling

SHARED_VALUE_MISSING = ruling(
    "L-001",
    "a shared value is not given in the language of a text",
    clause="house rule: a table by language in work.toml holds every language of the work",
    hint="add the language to the table, or write the key into the front matter of the text",
)

# Between versions --------------------------------------------------------------------------------

_HOUSE_RULE = "house rule: language versions say the same, in the same order"


def _difference(code: str, title: str, hint: str) -> Ruling:
    """Enter a difference; a file of one version conforms whatever the others say."""
    return ruling(code, title, clause=_HOUSE_RULE, hint=hint, forbidden_by=(), allowed_by=EVERY)


HEADING_MISSING = _difference(
    "L-002",
    "a heading is missing in one language",
    "translate it, or take it out of the other version",
)
LEVEL_DIFFERS = _difference(
    "L-003",
    "a heading or an item has another level in another language",
    "give both headings as many # signs, both items as many spaces",
)
BLOCK_MISSING = _difference(
    "L-004",
    "a part of the text is missing in one language",
    "translate it, or take it out of the other version",
)
TABLE_SIZE = _difference(
    "L-005",
    "a table has another size in another language",
    "give both tables the same rows and columns",
)
SIGNATORY_MISSING = _difference(
    "L-006",
    "a signatory is missing in one language",
    "add the signatory, or keep the signatories of all languages in work.toml",
)
SIGNATORY_ORDER = _difference(
    "L-007",
    "a signatory stands at another place in another language",
    "put the signatories in the same order, or keep them in work.toml",
)
SIGNATORY_DIFFERS = _difference(
    "L-008",
    "a person is somebody else in another language",
    "correct the name, or keep the people of all languages in work.toml",
)
FIELD_MISSING = _difference(
    "L-009",
    "something is said in one language only",
    "say it in the other version too, or take it out",
)
FIELD_DIFFERS = _difference(
    "L-010",
    "what is the same in all languages is not",
    "correct one of the two, or keep it in work.toml",
)
PICTURE_MISSING = _difference(
    "L-011",
    "a picture is missing in one language",
    "put the picture into both versions, each with its alternate text",
)
NOTE_MISSING = _difference(
    "L-012",
    "a note is missing in one language",
    "translate the note, and call it at the same place",
)
LINK_MISSING = _difference(
    "L-013",
    "a link is missing in one language",
    "link the same words, to the page in the language of the text where there is one",
)
LINK_DIFFERS = _difference(
    "L-014",
    "a link leads elsewhere in another language",
    "compare the two addresses",
)
NUMBERS_DIFFER = _difference(
    "L-015",
    "the numbers are not the same in another language",
    "compare the two sentences; a number that is a word in one of them is no mistake",
)
VERSION_PENDING = _difference(
    "L-016",
    "a language version is not there yet",
    "write the text; until then the other versions show it as pending",
)
