"""Faults of the structure tree: what the page's HTML cannot say honestly to a reader."""

from publish.standards.ruling import EVERY, ruling
from publish.standards.standard import Standard

ACCESS = {Standard.UA1, Standard.UA2}

HEADING_LEVEL_SKIPPED = ruling(
    "T-001",
    "heading level skipped",
    clause="ISO 14289-1, 7.4.2; WCAG 2.2, 1.3.1",
    hint="use the next deeper level, or add the heading that is missing above",
    forbidden_by=ACCESS,
    allowed_by=EVERY - ACCESS,
)
PICTURE_WITHOUT_ALTERNATE_TEXT = ruling(
    "T-002",
    "picture without alternate text",
    clause="ISO 14289-1, 7.3; ISO 19005-2, 6.7.3.4",
    hint='say in a few words what the picture tells, or mark it as decorative with alt=""',
)
LINK_WITHOUT_NAME = ruling(
    "T-003",
    "link that says nothing",
    clause="ISO 14289-1, 7.18.5; WCAG 2.2, 2.4.4",
    hint="write words between the link's brackets, or give it an aria-label",
    forbidden_by=ACCESS,
    allowed_by=EVERY - ACCESS,
)
HEADERS_POINT_NOWHERE = ruling(
    "T-005",
    "cell that names a header cell which its table does not have",
    clause="ISO 14289-1, 7.5; HTML, 4.9.12.2",
    hint="give the header cell this id, or take the name out of headers",
    forbidden_by=ACCESS,
    allowed_by=EVERY - ACCESS,
)
LINK_POINTS_NOWHERE = ruling(
    "T-006",
    "link to a place that the text does not have",
    clause="ISO 14289-1, 7.18.5",
    hint="give the place this id, or correct the link",
)
NOTE_WITHOUT_TEXT = ruling(
    "T-007",
    "note without text",
    clause="ISO 14289-1, 7.9",
    hint="write the note, or take its call out",
    forbidden_by=ACCESS,
    allowed_by=EVERY - ACCESS,
)
NO_LANGUAGE = ruling(
    "T-008",
    "text without a language",
    clause="ISO 14289-1, 7.2; ISO 19005-2, 6.7.4",
    hint='give the language of the text, for example lang = "fr"',
)
CELLS_OVERLAP = ruling(
    "T-009",
    "table whose cells overlap or whose rows are of different length",
    clause="ISO 14289-1, 7.2 (table); HTML, 4.9.12",
    hint="count the cells of each row with their spans: every row must fill the same columns",
    forbidden_by=ACCESS,
    allowed_by=EVERY - ACCESS,
)
