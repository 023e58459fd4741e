"""Faults found in a finished file: what was planned and what the file says must be the same.

K-001 to K-019 concern the file and its structure tree, K-020 to K-039 the comparison with the
plan, K-040 to K-049 fonts, K-050 to K-059 contrast, K-060 to K-069 metadata and bookmarks,
K-070 to K-079 validators.
"""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling
from publish.standards.standard import Standard

_ACCESS = frozenset({Standard.UA1, Standard.UA2})
_ACCESS_AND_LEVEL_A = _ACCESS | {Standard.A2A, Standard.A3A}
REPORT_TO_US = "this is a mistake of ours, not of your text: please report it with the file"
ASK_ITS_MAKER = "make the file again from its source, or ask whoever made it"

# The file

NOT_A_PDF = ruling(
    "K-001",
    "the file cannot be read as a PDF",
    clause="ISO 32000-1, 7.5",
    hint="open it in a viewer; if it opens there, print or save it again under a new name",
)

ENCRYPTED = ruling(
    "K-002",
    "the file is closed with a password",
    clause="ISO 14289-1, 7.16; ISO 19005-2, 6.1.3",
    hint="save it without a password; standards for keeping and access forbid encryption",
)

TOO_MUCH = ruling(
    "K-003",
    "the file asks for more than can be checked safely",
    clause="house rule: a check never takes the machine down",
    hint="check where the file comes from; if it is good, split it into parts",
)

NO_STRUCTURE = ruling(
    "K-004",
    "the file has no structure: a screen reader finds no headings, lists or tables",
    clause="ISO 14289-1, 7.1; ISO 19005-2, 6.7.2.2, 6.7.3.3",
    hint="make the file again from its source with tags; tags added by hand are lost next time",
    forbidden_by=_ACCESS_AND_LEVEL_A,
    allowed_by=EVERY - _ACCESS_AND_LEVEL_A,
)

STRUCTURE_DAMAGED = ruling(
    "K-005",
    "the structure tree is damaged",
    clause="ISO 32000-1, 14.7.2",
    hint=REPORT_TO_US,
)

NO_WAY_BACK = ruling(
    "K-006",
    "content does not lead back to its structure element",
    clause="ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.1",
    hint=REPORT_TO_US,
)

CONTENT_WITHOUT_ELEMENT = ruling(
    "K-007",
    "marked content belongs to no structure element: a screen reader passes over it",
    clause="ISO 14289-1, 7.1",
    hint=REPORT_TO_US,
    forbidden_by=_ACCESS_AND_LEVEL_A,
    allowed_by=EVERY - _ACCESS_AND_LEVEL_A,
)

CONTENT_USED_TWICE = ruling(
    "K-008",
    "one piece of content stands in two places of the structure tree",
    clause="ISO 32000-1, 14.7.4.2",
    hint=REPORT_TO_US,
)

CONTENT_NOT_MARKED = ruling(
    "K-009",
    "content is neither tagged nor marked as decoration",
    clause="ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.3",
    hint="make the file again from its source; nothing on a page may be left unmarked",
    forbidden_by=_ACCESS_AND_LEVEL_A,
    allowed_by=EVERY - _ACCESS_AND_LEVEL_A,
)

ARTIFACT_CROSSED = ruling(
    "K-010",
    "decoration and tagged content are inside one another",
    clause="ISO 14289-1, 7.1",
    hint=REPORT_TO_US,
    forbidden_by=_ACCESS,
    allowed_by=EVERY - _ACCESS,
)

ANNOTATION_LOST = ruling(
    "K-011",
    "a link or comment on the page is not tied to the structure tree",
    clause="ISO 14289-1, 7.18.1, 7.18.5",
    hint=REPORT_TO_US,
    forbidden_by=_ACCESS,
    allowed_by=EVERY - _ACCESS,
)

IDENTIFIERS_WRONG = ruling(
    "K-012",
    "identifiers of structure elements are wrong",
    clause="ISO 32000-1, 14.7.2 (ID, IDTree); ISO 14289-1, 7.9",
    hint=REPORT_TO_US,
)

ROLE_UNKNOWN = ruling(
    "K-013",
    "a structure type is not mapped to one that readers know",
    clause="ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.4",
    hint="enter the type in the role map",
    forbidden_by=_ACCESS_AND_LEVEL_A,
    allowed_by=EVERY - _ACCESS_AND_LEVEL_A,
)

MARKS_UNBALANCED = ruling(
    "K-014",
    "beginnings and ends of marked content do not match",
    clause="ISO 32000-1, 14.6.1",
    hint=REPORT_TO_US,
)

# The comparison with the plan

_ROUND_TRIP = "house rule: the tree read back is the planned tree"

ELEMENT_MISSING = ruling(
    "K-020",
    "an element of the text is missing in the finished file",
    clause=f"{_ROUND_TRIP}; ISO 14289-1, 7.1",
    hint=REPORT_TO_US,
)

ELEMENT_ADDED = ruling(
    "K-021",
    "the finished file holds an element that the text does not have",
    clause=f"{_ROUND_TRIP}; ISO 14289-1, 7.1",
    hint=REPORT_TO_US,
)

ELEMENT_MOVED = ruling(
    "K-022",
    "an element is read in the wrong place",
    clause=f"{_ROUND_TRIP}; ISO 14289-1, 7.2; WCAG 2.2, 1.3.2",
    hint=REPORT_TO_US,
)

TEXT_DIFFERS = ruling(
    "K-023",
    "a screen reader would read other words than the text has",
    clause=f"{_ROUND_TRIP}; ISO 14289-1, 7.2",
    hint="look at this place for rare characters or a font that lacks them; else please report it",
)

ROLE_DIFFERS = ruling(
    "K-024",
    "an element has another role than planned",
    clause=f"{_ROUND_TRIP}; ISO 14289-1, 7.1",
    hint=REPORT_TO_US,
)

LANGUAGE_DIFFERS = ruling(
    "K-025",
    "the language of an element was lost or changed",
    clause="ISO 14289-1, 7.2; ISO 19005-2, 6.7.4; WCAG 2.2, 3.1.2",
    hint=REPORT_TO_US,
)

ALTERNATE_TEXT_DIFFERS = ruling(
    "K-026",
    "the alternate text was lost or changed",
    clause="ISO 14289-1, 7.3; WCAG 2.2, 1.1.1",
    hint=REPORT_TO_US,
)

EXPANSION_DIFFERS = ruling(
    "K-027",
    "the long form of an abbreviation was lost or changed",
    clause="ISO 32000-1, 14.9.5; ISO 19005-2, 6.7.8; WCAG 2.2, 3.1.4",
    hint=REPORT_TO_US,
)

SCOPE_DIFFERS = ruling(
    "K-028",
    "a header cell does not say what it heads, or says something else",
    clause="ISO 14289-1, 7.5",
    hint=REPORT_TO_US,
)

HEADERS_DIFFER = ruling(
    "K-029",
    "a cell names other header cells than planned",
    clause="ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7",
    hint=REPORT_TO_US,
)

SPAN_DIFFERS = ruling(
    "K-030",
    "a cell covers other rows or columns than planned",
    clause="ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7",
    hint=REPORT_TO_US,
)

NUMBERING_DIFFERS = ruling(
    "K-031",
    "the numbering of a list was lost or changed",
    clause="ISO 14289-1, 7.6; ISO 32000-1, 14.8.5.5",
    hint=REPORT_TO_US,
)

TARGET_DIFFERS = ruling(
    "K-032",
    "a link leads to another place",
    clause="ISO 14289-1, 7.18.5; WCAG 2.2, 2.4.4",
    hint=REPORT_TO_US,
)

REFERENCE_DIFFERS = ruling(
    "K-033",
    "an element points to another element than planned",
    clause="ISO 14289-2, 8.2.5.14; ISO 32000-2, 14.7.2 (Ref)",
    hint=REPORT_TO_US,
)

TITLE_DIFFERS = ruling(
    "K-034",
    "the name of an element was lost or changed",
    clause="ISO 32000-1, 14.7.2 (T); ISO 14289-1, 7.18.5 (Contents)",
    hint=REPORT_TO_US,
)

KEY_DIFFERS = ruling(
    "K-035",
    "the identifier of an element was lost or changed",
    clause="ISO 14289-1, 7.9; ISO 32000-1, 14.7.2 (ID)",
    hint=REPORT_TO_US,
)

DIRECTION_DIFFERS = ruling(
    "K-036",
    "the direction of writing was lost or changed",
    clause="ISO 32000-1, 14.8.5.4.2 (WritingMode)",
    hint=REPORT_TO_US,
)

PICTURE_DIFFERS = ruling(
    "K-037",
    "a picture is missing in its element",
    clause="ISO 14289-1, 7.3",
    hint=REPORT_TO_US,
)

# Fonts

FONT_NOT_EMBEDDED = ruling(
    "K-040",
    "a font is not inside the file",
    clause="ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1",
    hint="choose a font that may be embedded, or one of the fonts that come with publish",
)

GLYPH_WITHOUT_TEXT = ruling(
    "K-041",
    "a printed character does not say which character it is",
    clause="ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2",
    hint="choose another font for this text; copying and reading aloud fail with this one",
)

GLYPH_MISSING = ruling(
    "K-042",
    "a character is missing in the font and prints as an empty box",
    clause="ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8",
    hint="add a font for this script, or correct the character in the text",
)

CHARACTER_LOST = ruling(
    "K-043",
    "a character was replaced by the sign for an unknown character",
    clause="ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.3",
    hint="look for damaged characters in the text, often the trace of a wrong encoding",
)

PRIVATE_CHARACTER = ruling(
    "K-044",
    "a character has a meaning in one font only (private use)",
    clause="ISO 19005-2, 6.2.11.7.3; ISO 14289-2, 8.4.3",
    hint="replace it in the text by the real character, or by words",
)

# Contrast

CONTRAST_TOO_LOW = ruling(
    "K-050",
    "text stands out too little from what is behind it",
    clause="WCAG 2.2, 1.4.3 (minimum contrast)",
    hint="choose a darker colour for the text or a lighter one behind it",
)

CONTRAST_NOT_MEASURED = ruling(
    "K-051",
    "contrast of text on a picture or gradient cannot be measured",
    clause="WCAG 2.2, 1.4.3 (minimum contrast)",
    hint="look at this place yourself, or put a plain colour behind the text",
)

# Metadata, bookmarks

NO_TITLE = ruling(
    "K-060",
    "the file has no title",
    clause="ISO 14289-1, 7.1; WCAG 2.2, 2.4.2",
    hint="give the text a title",
    forbidden_by=_ACCESS,
    allowed_by=EVERY - _ACCESS,
)

TITLE_NOT_SHOWN = ruling(
    "K-061",
    "viewers show the file name instead of the title",
    clause="ISO 14289-1, 7.1 (DisplayDocTitle)",
    hint="set DisplayDocTitle in the viewer preferences",
    forbidden_by=_ACCESS,
    allowed_by=EVERY - _ACCESS,
)

NO_LANGUAGE = ruling(
    "K-062",
    "the file does not say its language",
    clause="ISO 14289-1, 7.2; ISO 19005-2, 6.7.4; WCAG 2.2, 3.1.1",
    hint='write the language at the top of the text, for example lang = "fr"',
)

XMP_UNREADABLE = ruling(
    "K-063",
    "the metadata (XMP) is missing or cannot be read",
    clause="ISO 14289-1, 7.1; ISO 19005-2, 6.6.2.1",
    hint=REPORT_TO_US,
)

METADATA_DISAGREES = ruling(
    "K-064",
    "the file says two different things about itself",
    clause="ISO 19005-2, 6.1.5; ISO 19005-4, 6.1.3",
    hint=REPORT_TO_US,
)

CLAIM_DIFFERS = ruling(
    "K-065",
    "the file does not declare the standards it was made for",
    clause="ISO 14289-1, 5; ISO 19005-2, 6.6.4",
    hint=REPORT_TO_US,
)

BOOKMARKS_WRONG = ruling(
    "K-066",
    "the bookmarks are not the headings of the text, in their order",
    clause="WCAG 2.2, 2.4.5, technique PDF2; ISO 32000-1, 12.3.3",
    hint=REPORT_TO_US,
)

PAGE_LABELS_WRONG = ruling(
    "K-067",
    "the page numbers that a viewer shows are missing or wrong",
    clause="WCAG 2.2, technique PDF17; ISO 32000-1, 12.4.2",
    hint=REPORT_TO_US,
)

# Validators

RULE_BROKEN = ruling(
    "K-070",
    "the validator found a broken rule",
    clause="the clause that the validator names",
    hint="make the file again from its source; if publish made it, please report it with the file",
)

VALIDATOR_SILENT = ruling(
    "K-072",
    "the validator could not judge the file",
    clause="house rule: a claim counts only when it was checked",
    hint="try once more; run publish doctor if it goes on",
)

# Forms

WORDS_DIFFER = ruling(
    "K-080",
    "this form does not say the same words as the text, in the same order",
    clause="house rule: every form of a text says the same",
    hint=REPORT_TO_US,
)

HEAVY_PICTURE = ruling(
    "K-081",
    "a picture makes the web page heavy",
    clause="house rule: a page opens on a phone",
    hint="nothing to do, or use a picture of fewer pixels",
    forbidden_by=(),
    allowed_by=EVERY,
)
