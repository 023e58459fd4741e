"""Make a statement of its lines: title, dateline, body, signatories, and what follows them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from publish.model import Dateline, Place, Prose, Signatory, Statement, Words
from publish.read.page_text.blocks import blocks_of, enter_blocks, prose_of
from publish.read.page_text.dateline import DatelineFound, find_dateline, whole_dateline
from publish.read.page_text.dates import whole_date
from publish.read.page_text.labels import opens_contacts, opens_notes
from publish.read.page_text.language import language_of_line
from publish.read.page_text.lines import Line
from publish.read.page_text.opening import Opening
from publish.read.page_text.portions import Portions, portions_of
from publish.read.page_text.report import Confidence, Ledger
from publish.read.page_text.signatories import (
    Evidence,
    Reading,
    evidence_from,
    read_signatory,
)
from publish.read.page_text.signature_blocks import read_block
from publish.read.page_text.signed_record import enter_signatories, signatory_of


def statement_of(
    lines: Sequence[Line], opening: Opening, title: Line, language: str, label: str, ledger: Ledger
) -> Statement:
    """Make a statement and enter each of its lines into the report.

    Args:
        lines: all lines with text, in order; those before ``opening.start`` are not touched.
        opening: where the statement begins.
        title: the line that is the title.
        language: BCP 47.
        label: how faults name the page text.
        ledger: takes the entries.
    """
    return _Writer(lines, opening, language, label, ledger).statement(title)


@dataclass(frozen=True, slots=True)
class _Writer:
    lines: Sequence[Line]
    opening: Opening
    language: str
    label: str
    ledger: Ledger

    def statement(self, title: Line) -> Statement:
        opening = self.opening
        why = "; ".join(opening.reasons)
        self.ledger.enter(title, "title", "statement", confidence=opening.confidence, reason=why)
        for index in opening.repeated:
            self.ledger.leave_out(
                self.lines[index], "repeated line, kept once", "the same as the line above"
            )
        portions = portions_of(self.lines[opening.body :])
        own_dateline = self._own_dateline()
        above = self._lines_above_text(title)
        dateline = own_dateline or (None if above else self._run_in_dateline(portions))
        return Statement(
            language=self.language,
            title=self._words(title),
            subtitle=self._line_above(opening.subtitle, "subtitle"),
            kind_line=self._line_above(opening.kind_line, "line above the title"),
            symbol=self._symbol(),
            dateline=dateline,
            date=self._date(),
            body=self._body([*above, *portions.body], entered=dateline is not own_dateline),
            signatories_label=self._signatories_label(portions),
            signatories=self._signatories(portions, title),
            end_mark=self._end_mark(portions),
            notes_to_editors=self._notes(portions),
            place=Place(self.label, title.number),
        )

    # Above the text ------------------------------------------------------------------------------

    def _line_above(self, index: int | None, became: str) -> Words | None:
        if index is None:
            return None
        self.ledger.enter(
            self.lines[index], became, "statement", confidence=self.opening.confidence
        )
        return self._words(self.lines[index])

    def _symbol(self) -> str:
        words = self._line_above(self.opening.symbol, "symbol")
        return words.text if words else ""

    def _date(self) -> datetime.date | None:
        if self.opening.date_line is None:
            return None
        line = self.lines[self.opening.date_line]
        found = whole_date(line.text)
        date = found.date if found else None
        if date is None:
            reason = "not a whole date, or one that can be read in two ways; please add the date"
            self.ledger.enter(line, "date, left out", reason=reason, left_out=line.text,
                              confidence=Confidence.LOW)  # fmt: skip
            return None
        reason = f"kept as the date {date}; the layout writes it in the language of the text"
        self.ledger.enter(line, "date of issue", "statement", reason=reason, left_out=line.text)
        return date

    def _lines_above_text(self, title: Line) -> list[Line]:
        """Return lines between title and text that are nothing known; they go first in the body.

        Such lines above the title belong to the menu of the page and are left out.
        """
        opening = self.opening
        known = {
            opening.title, opening.subtitle, opening.kind_line, opening.symbol,
            opening.date_line, opening.own_dateline, *opening.repeated,
        }  # fmt: skip
        others = [
            line
            for index, line in enumerate(self.lines[: opening.body])
            if index >= opening.start and index not in known
        ]
        for line in others:
            if line.number < title.number:
                reason = "stands above the title, among the lines that belong to it"
                self.ledger.leave_out(line, "navigation, left out", reason, Confidence.MEDIUM)
        return [line.without_mark() for line in others if line.number > title.number]

    # The dateline --------------------------------------------------------------------------------

    def _own_dateline(self) -> Dateline | None:
        if self.opening.own_dateline is None:
            return None
        line = self.lines[self.opening.own_dateline]
        found = whole_dateline(line.text)
        if found is None:
            return None
        self.ledger.enter(
            line, "dateline", "statement", confidence=found.confidence, reason=found.reason
        )
        return self._dateline(found, line)

    def _run_in_dateline(self, portions: Portions) -> Dateline | None:
        """Take the dateline off the first paragraph."""
        line = portions.body[0]
        found = find_dateline(line.text)
        if found is None:
            return None
        became = f"dateline “{found.text}” with the mark “{found.mark}”, then paragraph"
        self.ledger.enter(
            line, became, "statement", confidence=found.confidence, reason=found.reason
        )
        portions.body[0] = replace(line, content=found.rest)
        return self._dateline(found, line)

    def _dateline(self, found: DatelineFound, line: Line) -> Dateline:
        place = Place(self.label, line.number)
        text = Words(found.text, self.language, place)
        return Dateline(text, found.mark, found.places, found.date, place)

    # The text and what follows it ----------------------------------------------------------------

    def _body(self, lines: list[Line], *, entered: bool) -> Prose:
        blocks = blocks_of(lines)
        enter_blocks(self.ledger, blocks[1:] if entered else blocks, "statement")
        body = prose_of(blocks, self.language, self.label)
        return body or Prose("", self.language)

    def _signatories_label(self, portions: Portions) -> Words | None:
        label, line = portions.label, portions.label_line
        if label is None or line is None:
            return None
        if not label.rest:
            found = bool(portions.signatories)
            self.ledger.enter(
                line,
                "label of the signatories",
                "statement",
                confidence=Confidence.HIGH if found else Confidence.LOW,
                reason="" if found else "no name follows it",
            )
        return Words(label.text.strip(), self.language, Place(self.label, line.number))

    def _signatories(self, portions: Portions, title: Line) -> tuple[Signatory, ...]:
        subtitle = self.opening.subtitle
        heading = title.text + (f" {self.lines[subtitle].text}" if subtitle is not None else "")
        evidence = evidence_from(portions.signatories, heading)
        for line in {line.number: line for line in portions.groups.values()}.values():
            self.ledger.enter(
                line, "heading of a group of signatories", "statement",
                confidence=Confidence.MEDIUM, reason="a short line among the names",
            )  # fmt: skip
        signatories: list[Signatory] = []
        for _, row in groupby(portions.signatories, key=lambda line: line.number):
            lines = list(row)  # several where one line names several
            below = portions.below.get(lines[0].number, ())
            readings = [self._reading(line, below, evidence, portions) for line in lines]
            enter_signatories(self.ledger, lines[0], readings, below)
            group = portions.groups.get(lines[0].number)
            for line, reading in zip(lines, readings, strict=True):
                order = len(signatories) + 1
                made = signatory_of(reading, line, order, self.language, self.label)
                signatories.append(replace(made, group=self._words(group) if group else None))
        return tuple(signatories)

    def _reading(
        self, line: Line, below: Sequence[Line], evidence: Evidence, portions: Portions
    ) -> Reading:
        if below:
            reading = read_block([line, *below], evidence)
        else:
            reading = read_signatory(line.content, evidence)
        if portions.guessed:
            why = "the last lines read like names with roles, though no label stands above them"
            reading = replace(reading, confidence=Confidence.LOW, reason=why)
        return reading

    def _end_mark(self, portions: Portions) -> Words | None:
        if portions.end_mark is None:
            return None
        self.ledger.enter(portions.end_mark, "end mark", "statement")
        return Words(
            portions.end_mark.text, self.language, Place(self.label, portions.end_mark.number)
        )

    def _notes(self, portions: Portions) -> Prose | None:
        notes = list(portions.notes)
        if notes and opens_notes(notes[0].text):
            reason = "the layout writes this heading in the language of the text"
            self.ledger.leave_out(notes.pop(0), "heading of the notes to editors", reason)
        known = {n.number for n in notes if opens_notes(n.text) or opens_contacts(n.text)}
        blocks = blocks_of(notes, headings=known)
        enter_blocks(self.ledger, blocks, "statement", part="notes to editors: ")
        return prose_of(blocks, self.language, self.label, heading_level=3)

    def _words(self, line: Line) -> Words:
        language = language_of_line(line.text, self.language)
        return Words(line.text, language, Place(self.label, line.number))
