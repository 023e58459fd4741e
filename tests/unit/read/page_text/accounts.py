"""Count characters: what a page text holds must be in a document or in the report."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from publish.model import Division, Organisation, Prose, Section, Statement, Words
from publish.read.page_text import Recognised
from publish.read.page_text.lines import visible


def said(found: Recognised) -> str:
    """Return all words of both documents."""
    pieces: list[str] = []
    if found.statement:
        pieces += _statement(found.statement)
    if found.organisation:
        pieces += _organisation(found.organisation)
    return "".join(pieces)


def assert_nothing_lost(text: str, found: Recognised) -> None:
    """Every character is in a document or reported as left out, as often as it was there."""
    left_out = "".join(entry.left_out for entry in found.report.entries)
    expected = Counter(visible(text.removeprefix("\ufeff")))
    assert Counter(visible(said(found) + left_out)) == expected
    kept = "\n".join(entry.text for entry in found.report.entries)
    assert visible(kept) == visible(text.removeprefix("\ufeff"))


def plain(prose: Prose | None) -> str:
    """Return the words of prose."""
    if prose is None:
        return ""
    # The number of an ordered list is written by the list; the report has it.
    return unescape(re.sub(r"<[^>]*>", "", prose.html))


def _statement(statement: Statement) -> list[str]:
    pieces = [statement.title.text, statement.symbol, plain(statement.body)]
    for words in (
        statement.subtitle, statement.kind_line, statement.signatories_label, statement.end_mark
    ):  # fmt: skip
        pieces.append(_text(words))
    if statement.dateline:
        pieces += [statement.dateline.text.text, statement.dateline.mark]
    groups = dict.fromkeys(s.group for s in statement.signatories if s.group)
    pieces += [group.text for group in groups]
    for signatory in statement.signatories:
        pieces.append(signatory.person.name.text if signatory.person else "")
        pieces += [role.text for role in signatory.roles]
        if signatory.body:
            pieces += [signatory.body.name.text, _text(signatory.body.acronym)]
    return [*pieces, plain(statement.notes_to_editors)]


def _organisation(organisation: Organisation) -> list[str]:
    sections = [piece for section in organisation.sections for piece in _section(section)]
    return [organisation.title.text, plain(organisation.lead), *sections]


def _section(section: Section) -> list[str]:
    divisions = [piece for division in section.divisions for piece in _division(division)]
    return [section.heading.text, plain(section.body), *divisions]


def _division(division: Division) -> list[str]:
    return [division.name.text, *(piece for part in division.parts for piece in _division(part))]


def _text(words: Words | None) -> str:
    return words.text if words else ""
