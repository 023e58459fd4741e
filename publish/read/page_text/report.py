"""What became of each line of a page text: the importer hides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from publish.errors import OwnError
from publish.read.page_text.lines import Line

#: Where a line went; empty for a line that is in no document.
Document = Literal["statement", "organisation", ""]


class Confidence(Enum):
    """How sure the importer is of a guess."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the page text and what it became.

    Attributes:
        line: counted from 1.
        text: the whole line without white space at its ends.
        became: in an editor's words, for example ``heading`` or ``empty bullet, left out``.
        document: where it went; empty if nowhere.
        reason: why, where the guess could be wrong or the line was left out.
        left_out: the signs of the line that are in no document: bullets, the commas between name,
            role and body, a heading that stood there twice.
    """

    line: int
    text: str
    became: str
    document: Document = ""
    confidence: Confidence = Confidence.HIGH
    reason: str = ""
    left_out: str = ""

    def as_record(self) -> dict[str, object]:
        """Return the entry as plain values."""
        return {
            "line": self.line,
            "text": self.text,
            "became": self.became,
            "document": self.document or None,
            "confidence": self.confidence.value,
            "reason": self.reason,
            "left_out": self.left_out,
        }


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All entries of one page text, one for each line, in order.

    Attributes:
        label: how faults name the page text.
        notes: remarks on the text as a whole, such as how its language was found.
    """

    label: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()

    def as_text(self) -> str:
        """Return a table in Markdown for review; blank lines are counted, not shown."""
        shown = [entry for entry in self.entries if entry.text]
        rows = [_row("Line", "Became", "In", "Sure", "Why", "Text"), _row(*["---"] * 6)]
        rows += [_entry_row(entry) for entry in shown]
        summary = [
            f"- {len(shown)} lines with text, {len(self.entries) - len(shown)} blank lines.",
            *(f"- {note}" for note in self.notes),
        ]
        unsure = [str(e.line) for e in shown if e.confidence is Confidence.LOW]
        if unsure:
            summary.append(f"- Please look at these lines first: {', '.join(unsure)}.")
        title = f"# What became of each line of {_cell(self.label)}"
        return "\n".join([title, "", *summary, "", *rows, ""])

    def as_records(self) -> list[dict[str, object]]:
        """Return the entries as plain values for JSON."""
        return [entry.as_record() for entry in self.entries]


class Ledger:
    """Collects entries while the text is taken apart; each line is entered exactly once."""

    def __init__(self, label: str, lines: Sequence[Line]) -> None:
        self._label = label
        self._lines = {line.number: line for line in lines}
        self._entries: dict[int, Entry] = {}
        self._notes: list[str] = []

    def enter(
        self,
        line: Line,
        became: str,
        document: Document = "",
        *,
        confidence: Confidence = Confidence.HIGH,
        reason: str = "",
        left_out: str = "",
    ) -> None:
        """Say what became of a line.

        Raises:
            OwnError: the line is entered already.
        """
        if line.number in self._entries:
            raise OwnError(f"line {line.number} of {self._label} was taken twice")
        # The line as it was read: its bullet may have been taken for text since.
        text = self._lines[line.number].text
        self._entries[line.number] = Entry(
            line.number, text, became, document, confidence, reason, left_out
        )

    def leave_out(
        self, line: Line, became: str, reason: str, confidence: Confidence = Confidence.HIGH
    ) -> None:
        """Say that a line is in no document, and why."""
        self.enter(line, became, confidence=confidence, reason=reason, left_out=line.text)

    def note(self, remark: str) -> None:
        """Say something about the text as a whole."""
        if remark not in self._notes:
            self._notes.append(remark)

    def withhold(self, document: Document, reason: str) -> None:
        """Take back a document: its lines are in the report only."""
        for number, entry in self._entries.items():
            if entry.document == document:
                became = f"{entry.became}; held back"
                self._entries[number] = Entry(
                    number, entry.text, became, "", entry.confidence, reason, entry.text
                )

    def report(self) -> ImportReport:
        """Return the report.

        Raises:
            OwnError: a line was forgotten.
        """
        if forgotten := self._lines.keys() - self._entries.keys():
            raise OwnError(f"line {min(forgotten)} of {self._label} was forgotten")
        entries = tuple(self._entries[number] for number in sorted(self._entries))
        return ImportReport(self._label, entries, tuple(self._notes))


def _entry_row(entry: Entry) -> str:
    why = entry.reason
    if entry.left_out and entry.left_out != entry.text:
        why = f"{why}; " if why else ""
        why += f"left out: {entry.left_out}"
    return _row(
        str(entry.line),
        entry.became,
        entry.document or "report only",
        entry.confidence.value,
        why,
        entry.text,
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<")
