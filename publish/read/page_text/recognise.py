"""Read a page text: find the statement and the organisation page in it, and account for each line.

A page text is what a web page gives when it is saved as text: the navigation with its headings,
then a title, a dateline, paragraphs, a label and the names of those who sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publish.model import Fault, Organisation, Place, Statement
from publish.read.page_text.furniture import closes_page, foot_of_page, furniture
from publish.read.page_text.labels import section_key
from publish.read.page_text.language import Finding, language_of
from publish.read.page_text.lines import Line, first_bad_character, read_lines
from publish.read.page_text.opening import Opening, find_opening
from publish.read.page_text.organisation import is_organisation, organisation_of
from publish.read.page_text.report import Confidence, Document, ImportReport, Ledger
from publish.read.page_text.shape import is_paragraph
from publish.read.page_text.statement import statement_of
from publish.standards.rules import page_text as rules
from publish.standards.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found in a page text.

    Attributes:
        statement: the text that is signed; ``None`` if there is none, or if it has faults.
        organisation: the page about the organisation, made of the navigation.
        report: what became of each line.
        faults: what the author must settle before anything can be made of the text.
    """

    statement: Statement | None
    organisation: Organisation | None
    report: ImportReport
    faults: tuple[Fault, ...] = ()


def recognise(text: str, label: str, *, language: str | None = None) -> Recognised:
    """Recognise a statement and an organisation page in a page text.

    Args:
        text: the whole text; any line ends, with or without byte order mark.
        label: how faults and the report name the file.
        language: BCP 47, of the statement, or of the organisation page where there is no
            statement; found in the text if not given. An organisation page beside a statement
            may speak another language, so its own words decide first.
    """
    lines = read_lines(text)
    return _Importer(lines, label, language, Ledger(label, lines)).recognised()


class _Importer:
    def __init__(
        self, lines: Sequence[Line], label: str, language: str | None, ledger: Ledger
    ) -> None:
        self._lines = lines
        self._label = label
        self._given = language
        self._ledger = ledger
        self._faults: list[Fault] = []
        self._closed = 0  # the line with the notice of rights

    def recognised(self) -> Recognised:
        if bad := first_bad_character(self._lines):
            line, name = bad
            return self._nothing(self._lines, rules.NOT_PAGE_TEXT, line.number, detail=name)
        rows = self._rows()
        if not rows:
            return self._nothing(rows, rules.EMPTY_PAGE_TEXT, 0)
        opening = find_opening(rows)
        if opening is None and not is_organisation(rows):
            return self._nothing(rows, rules.NOTHING_RECOGNISED, rows[0].number)
        start = opening.start if opening else len(rows)
        if opening:
            rows = self._without_foot(rows, opening)
        statement, spoken = (
            self._statement(rows, opening) if opening else (None, Finding("", "no statement"))
        )
        organisation = self._organisation(rows[:start], spoken)
        return Recognised(statement, organisation, self._ledger.report(), tuple(self._faults))

    def _rows(self) -> list[Line]:
        """Return the lines with text; enter the others."""
        rows = []
        for line in self._lines:
            if line.is_blank:
                self._ledger.enter(line, "blank line", left_out=line.text)
            elif line.is_empty_bullet:
                self._ledger.leave_out(line, "empty bullet, left out", "nothing stands behind it")
            elif why := furniture(line):
                self._ledger.leave_out(line, "page furniture, left out", why)
                if closes_page(line):
                    self._closed = line.number
            else:
                rows.append(line)
        return rows

    def _without_foot(self, rows: list[Line], opening: Opening) -> list[Line]:
        """Leave out what the web page shows below the statement."""
        foot = foot_of_page(rows, opening.body, self._closed)
        for line in foot:
            why = f"stands below “{foot[0].text}”, among what the web page adds to the text"
            if line is foot[0]:
                why = "heads what the web page adds to the text"
            # A whole paragraph that is left out is for the editor to see first.
            sure = Confidence.LOW if is_paragraph(line.text) else Confidence.MEDIUM
            self._ledger.leave_out(line, "foot of the page, left out", why, sure)
        left_out = {line.number for line in foot}
        return [line for line in rows if line.number not in left_out]

    def _nothing(
        self, lines: Sequence[Line], ruling: Ruling, number: int, *, detail: str = ""
    ) -> Recognised:
        for line in lines:
            self._ledger.leave_out(line, "not recognised", ruling.title)
        self._fault(ruling, number, detail=detail)
        return Recognised(None, None, self._ledger.report(), tuple(self._faults))

    def _statement(
        self, rows: Sequence[Line], opening: Opening
    ) -> tuple[Statement | None, Finding]:
        finding = self._language(rows[opening.start :])
        if opening.title is None:
            for line in rows[opening.start :]:
                reason = "the statement has no title"
                self._ledger.leave_out(line, "text of a statement; held back", reason)
            self._fault(rules.STATEMENT_WITHOUT_TITLE, rows[opening.body].number)
            return None, finding
        title = rows[opening.title]
        made = statement_of(rows, opening, title, finding.language, self._label, self._ledger)
        return (made if self._settled(finding, "statement", title) else None), finding

    def _organisation(self, rows: Sequence[Line], beside: Finding) -> Organisation | None:
        """Make the organisation page; ``beside`` is the language of the statement below it."""
        if not is_organisation(rows):
            for line in rows:
                reason = "too little stands above the statement to make a page of it"
                known = section_key(line.content) or line.is_rule
                sure = Confidence.HIGH if known else Confidence.MEDIUM
                self._ledger.leave_out(line, "navigation, left out", reason, sure)
            return None
        finding = language_of([line.content for line in rows])
        if not beside.language and self._given:
            finding = Finding(self._given, "as given")
        elif not finding.language and beside.language:
            finding = Finding(beside.language, "taken from the statement beside it")
        made = organisation_of(rows, finding.language, self._label, self._ledger)
        if made is None:
            return None
        return made if self._settled(finding, "organisation", rows[0]) else None

    def _language(self, lines: Sequence[Line]) -> Finding:
        if self._given:
            return Finding(self._given, "as given")
        return language_of([line.content for line in lines])

    def _settled(self, finding: Finding, document: Document, line: Line) -> bool:
        """Note the language of a document; hold the document back where it is not clear."""
        if finding.language:
            self._ledger.note(f"Language of the {document}: {finding.language}, {finding.reason}.")
            return True
        self._ledger.withhold(document, "the language is not clear")
        self._fault(rules.LANGUAGE_NOT_CLEAR, line.number, detail=f"{document}, {finding.reason}")
        return False

    def _fault(self, ruling: Ruling, number: int, *, detail: str = "") -> None:
        self._faults.append(Fault(ruling, detail=detail, place=Place(self._label, number)))
