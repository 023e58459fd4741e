"""What a line looks like: a title, a heading, a paragraph, a heading glued to its summary."""

from __future__ import annotations

import re

from publish.read.page_text.lines import Line, width

#: In Latin letters. A long title of a joint statement has about 200.
_LONGEST_TITLE = 250
_LONGEST_HEADING = 120
_SHORTEST_PARAGRAPH = 30
_LONG_PARAGRAPH = 120

_CLOSING = "\"'»”’)）」』】 \u00a0\u202f"
_STOPS = ".。।։።"
_RUNS_ON = ",;:،؛，；：、—–"
#: A sentence that ends, or a clause, before the end of the text.
_INSIDE = re.compile(r"[^\W\d]{3}[.!?؟]\s+\w|[。！？]\s*\w|[;；؛]\s*\w")


def is_paragraph(text: str) -> bool:
    """Whether a line can only be running text."""
    long = width(text)
    if long < _SHORTEST_PARAGRAPH:
        return False
    if long > _LONGEST_TITLE or ends_clause(text):
        return True
    return long >= _LONG_PARAGRAPH and bool(_INSIDE.search(text))


def is_titlish(line: Line) -> bool:
    """Whether a line could be a title, a subtitle or a heading."""
    return not (line.is_item or line.is_empty_bullet or line.is_rule or is_paragraph(line.text))


def is_heading(line: Line, before: Line | None, after: Line | None) -> bool:
    """Whether a line inside running text is a heading.

    It is short and no sentence, the line before does not run on into it, and text follows.
    """
    if not is_titlish(line) or width(line.text) > _LONGEST_HEADING or after is None:
        return False
    if ends_clause(line.text) or line.text[0].islower():
        return False
    if before is not None and runs_on(before.text):
        return False
    return after.is_item or is_paragraph(after.text)


def ends_clause(text: str) -> bool:
    """Whether a text ends as running text ends, with a full stop, comma or colon."""
    return ends_sentence(text) or runs_on(text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop."""
    return text.rstrip(_CLOSING)[-1:] in tuple(_STOPS)


def runs_on(text: str) -> bool:
    """Whether a text ends with a sign after which the sentence goes on."""
    return text.rstrip(_CLOSING)[-1:] in tuple(_RUNS_ON)


def glued_rest(heading: str, text: str) -> str:
    """Return what follows a heading that is glued to the front of a text; empty if it is not.

    Only a letter that begins a sentence, directly behind, proves glue: "Our work is …" below the
    heading "Our work" is a sentence of its own.
    """
    if not heading or not text.startswith(heading):
        return ""
    rest = text[len(heading) :]
    if not rest or rest[0].islower() or not (rest[0].isalnum() or rest[0] in "«“\"'(¿¡"):
        return ""
    if heading[-1].isdigit() and rest[0].isdigit():
        return ""
    return rest if is_paragraph(rest) or width(rest) >= _SHORTEST_PARAGRAPH else ""
