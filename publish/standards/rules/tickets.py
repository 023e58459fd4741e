"""R-110 to R-119: what is found while a job ticket is read."""

from __future__ import annotations

from publish.standards.ruling import ruling

UNREADABLE = ruling(
    "R-110",
    "the ticket cannot be understood",
    clause="RFC 8259 (JSON); house rule: a ticket is one JSON object in UTF-8",
    hint="take the ticket that publish wrote beside the print file, and change single values",
)
OTHER_VERSION = ruling(
    "R-111",
    "the ticket has a form that this version of publish does not know",
    clause="house rule: a ticket says the version of its form",
    hint="build the print file again with this version of publish",
)
UNKNOWN_KEY = ruling(
    "R-112",
    "the ticket has an entry that nobody knows",
    clause="house rule: a ticket holds known entries only",
    hint="take the entry away",
)
WRONG_VALUE = ruling(
    "R-113",
    "an entry of the ticket has a value that cannot be used",
    clause="house rule: the entries of a ticket are typed",
    hint="correct the value",
)
MISSING_KEY = ruling(
    "R-114",
    "an entry of the ticket is missing",
    clause="house rule: a waiver names rule, person and reason; a job names its file and its size",
    hint="add the entry",
)
CONTRADICTION = ruling(
    "R-115",
    "two entries of the ticket contradict each other",
    clause="house rule: a ticket says one thing only",
    hint="correct one of the two",
)
