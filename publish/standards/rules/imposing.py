"""I-001 to I-099: what is found while pages are put in place on sheets."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling

_WHOLE = "house rule: an imposed file holds every page, whole and in its place"

UNREADABLE = ruling(
    "I-001",
    "the file is no PDF that can be read",
    clause="ISO 32000-1, 7.5",
    hint="ask for the file once more, or build it again",
)
ENCRYPTED = ruling(
    "I-002",
    "the file is locked with a password",
    clause="ISO 15930-7: a file for the press is not encrypted",
    hint="ask for the file without a password",
)
NO_TRIM = ruling(
    "I-003",
    "a page does not say where it is cut",
    clause="ISO 15930-7: every page has a trim box",
    hint="impose the file of publish build --edition print, or ask for a PDF/X file",
)
OTHER_SIZE = ruling(
    "I-004",
    "the pages are not all of one size",
    clause=_WHOLE,
    hint="make all pages of one size, and put a cover into a file of its own",
)
NOT_A_MULTIPLE = ruling(
    "I-005",
    "the pages do not fill the sheets",
    clause=_WHOLE,
    hint="add --pad to fill up with blank pages; the ticket will name them",
)
SHEET_TOO_SMALL = ruling(
    "I-006",
    "the sheet is too small for the pages",
    clause=_WHOLE,
    hint="take a larger sheet, or leave --sheet out",
)
PANELS = ruling(
    "I-007",
    "the pages do not fit the panels of the fold",
    clause=_WHOLE,
    hint="give one page for each panel, on both sides",
)
COVER = ruling(
    "I-008",
    "the pages do not make a cover",
    clause=_WHOLE,
    hint="give the front and the back; or front, inside front, inside back and back; the spine "
    "may follow as a last page",
)
OTHER_TICKET = ruling(
    "I-009",
    "the ticket is not the ticket of this file",
    clause="house rule: a ticket names its file by its hash",
    hint="build the print file again, or move the old ticket out of the folder",
)
NOT_FOR_THE_PRESS = ruling(
    "I-010",
    "the file does not say that it is PDF/X-4",
    clause="house rule: what is imposed has passed the preflight",
    hint="check it before it is printed: publish preflight FILE",
    forbidden_by=(),
    allowed_by=EVERY,
)
ANNOTATIONS = ruling(
    "I-011",
    "the file has notes, links or form fields, which are not printed",
    clause="ISO 15930-7: no annotations inside the bleed",
    hint="if something visible is among them, ask for a file in which it is part of the page",
    forbidden_by=(),
    allowed_by=EVERY,
)
FLAP_CUT = ruling(
    "I-012",
    "pages are wider than the panels that fold in, and are cut at their free edge",
    clause="house rule: what folds in is narrower",
    hint="keep words away from that edge, or make these pages narrower",
    forbidden_by=(),
    allowed_by=EVERY,
)
NO_BLEED = ruling(
    "I-013",
    "the pages have no bleed",
    clause="house rule: colour goes on behind the cut",
    hint="where colour touches the edge, a white line may show; build with a bleed",
    forbidden_by=(),
    allowed_by=EVERY,
)
NARROW_SPINE = ruling(
    "I-014",
    "the spine is too narrow for words",
    clause="house rule: words stand on a spine from 6 mm on",
    hint="leave --spine-text out, or take thicker paper",
)
NO_ROOM_FOR_MARKS = ruling(
    "I-015",
    "the sheet has no room for marks, and has none",
    clause="house rule: marks stand outside the bleed",
    hint="take a larger sheet, or say --no-marks",
    forbidden_by=(),
    allowed_by=EVERY,
)
