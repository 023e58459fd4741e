"""Typed front matter made into the records that all kinds of text share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.model import Body, Contact, Person, Place, Release, ReleaseState, Words
from publish.read import languages
from publish.read.fields import BodyFields
from publish.read.file import unshown
from publish.standards.rules import reading

if TYPE_CHECKING:
    from publish.read.fields import CommonFields, ContactFields
    from publish.read.findings import Findings
    from publish.read.front_matter import FrontMatter, Path


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes records that know their language and their line.

    Attributes:
        data: the front matter, for the lines.
        language: of the text.
    """

    data: FrontMatter
    language: str
    findings: Findings

    def place(self, *path: str | int) -> Place:
        """Return the place of a value of the front matter."""
        return self.findings.place(self.data.line_of(path))

    def words(self, text: str | None, *path: str | int) -> Words | None:
        """Make words of a value; none where there is no value."""
        return None if text is None else self.given(text, *path)

    def given(self, text: str, *path: str | int) -> Words:
        """Make words of a value that is there."""
        self._check(text, path)
        return Words(text.strip(), self.language, self.place(*path))

    def body(self, value: str | BodyFields, *path: str | int, acronym: str | None = None) -> Body:
        """Make a body of its name, or of name and acronym.

        The name stays as it was typed: an acronym in brackets behind it is part of it.
        """
        if isinstance(value, BodyFields):
            self._check_acronyms(value, acronym, path)
            own = self.words(value.acronym, *path, "acronym")
            other = self.words(acronym, *path[:-1], "acronym")
            return Body(self.given(value.name, *path, "name"), own or other, value.key)
        return Body(self.given(value, *path), self.words(acronym, *path[:-1], "acronym"))

    def person(self, name: str, civility: str | None, *path: str | int) -> Person:
        """Make a person."""
        return Person(self.given(name, *path, "name"), self.words(civility, *path, "civility"))

    def contact(self, value: ContactFields, *path: str | int) -> Contact:
        """Make a contact."""
        return Contact(
            name=self.words(value.name, *path, "name"),
            role=self.words(value.role, *path, "role"),
            body=self.words(value.body, *path, "body"),
            city=self.words(value.city, *path, "city"),
            phone=value.phone,
            mail=value.mail,
            hours=self.words(value.hours, *path, "hours"),
            audience=value.audience,
            public=value.public,
            place=self.place(*path),
        )

    def known_language(self, code: str, *path: str | int) -> str:
        """Return a language as it is usually written; empty, with a fault, if it is unknown."""
        if not code:
            return ""
        if why := languages.why_unknown(code):
            self.findings.fault(reading.UNKNOWN_LANGUAGE, self.data.line_of(path), why)
            return ""
        return languages.usual(code)

    def release(self, fields: CommonFields) -> Release:
        """Make the state of the text, and check that state and embargo fit together."""
        state = ReleaseState(fields.status)
        line = self.data.line_of(("embargo",) if fields.embargo else ("status",))
        embargo = fields.embargo
        if embargo is not None and embargo.tzinfo is None:
            hint = "write the zone behind the time: 2022-06-24T10:00:00+02:00, or Z for UTC"
            detail = "embargo: it has no time zone"
            self.findings.fault(reading.WRONG_VALUE, line, detail, hint=hint)
        if (state is ReleaseState.EMBARGOED) != (embargo is not None):
            detail = f"status is {state.value}, embargo is {embargo or 'not given'}"
            self.findings.fault(reading.EMBARGO_AND_STATUS, line, detail)
        return Release(
            state=state,
            embargo=embargo,
            version=fields.version,
            supersedes=fields.supersedes,
            superseded_by=fields.superseded_by,
            note=fields.note,
        )

    def useless(self, key: str, lacking: str, *path: str | int) -> None:
        """Report a key that says nothing without another one."""
        detail = f"{key}: it goes with {lacking}, which is not there"
        hint = f"add {lacking}, or take {key} out"
        line = self.data.line_of((*path, key))
        self.findings.fault(reading.WRONG_VALUE, line, detail, hint=hint)

    def _check_acronyms(self, value: BodyFields, other: str | None, path: Path) -> None:
        if value.acronym and other and value.acronym != other:
            line = self.data.line_of((*path[:-1], "acronym"))
            detail = f"acronym: it is {other} here and {value.acronym} in body"
            self.findings.fault(reading.WRONG_VALUE, line, detail, hint="keep one of them")

    def _check(self, text: str, path: Path) -> None:
        # File checks saw the characters themselves, not those written as \u0001 in TOML.
        if point := unshown(text.replace("\n", " ")):
            self.findings.fault(reading.CONTROL_CHARACTER, self.data.line_of(path), point)
