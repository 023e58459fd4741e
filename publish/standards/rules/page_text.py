"""R-100 to R-149: faults met while a statement is recognised in the text of a web page."""

from __future__ import annotations

from publish.standards.ruling import ruling

EMPTY_PAGE_TEXT = ruling(
    "R-100",
    "the page text is empty",
    clause="house rule: a work has text",
    hint="open the web page, select its text, and save it as a text file once more",
)
NOT_PAGE_TEXT = ruling(
    "R-101",
    "the page text holds characters that are not text",
    clause="ISO 14289-1, 7.21.7 (every character has a Unicode value)",
    hint="save the web page as plain text (UTF-8), not as a web archive or a picture",
)
NOTHING_RECOGNISED = ruling(
    "R-102",
    "neither a statement nor an organisation page can be recognised",
    clause="house rule: never guess silently",
    hint="check that the title stands on a line of its own above the text, "
    "or write the text as Markdown",
)
STATEMENT_WITHOUT_TITLE = ruling(
    "R-103",
    "the statement has no title",
    clause="ISO 14289-1, 7.1",
    hint="write the title on a line of its own, directly above this paragraph",
)
LANGUAGE_NOT_CLEAR = ruling(
    "R-104",
    "the language of the text is not clear",
    clause="ISO 14289-1, 7.2",
    hint="call again with --language and the code of the language, for example --language fr",
)
