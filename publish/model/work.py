"""What is said, in one language, and the file it came from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from publish.model.organisation import Organisation
from publish.model.page import Page
from publish.model.place import Place
from publish.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Shared:
    """The file with what all languages of a work share: ``work.toml`` beside the texts.

    Its lines are counted on behind the last line of the text, so that one number names a line of
    either file.

    Attributes:
        label: as of `Source`.
        sha256: of its bytes, in hexadecimal.
        after: the last line of the text; line 3 of the shared file is line ``after + 3``.
    """

    label: str
    sha256: str
    after: int

    def place(self, label: str, line: int) -> Place:
        """Return the place that a line means, in the text of that label or in this file."""
        beyond = line - self.after
        return Place(self.label, beyond) if beyond > 0 else Place(label, line)

    def line_of(self, place: Place) -> int:
        """Return the line that means a place."""
        return self.after + place.line if place.file == self.label else place.line


@dataclass(frozen=True, slots=True)
class Source:
    """The author's file.

    Attributes:
        path: where it is on this machine; never written into any output.
        label: how faults and the manifest name it, relative to the project, with slashes.
        sha256: of its bytes, in hexadecimal.
        folder: the project's folder: images are looked for here and nowhere else.
        shared: the file with what the text shares with its sister versions, if it has one.
    """

    path: Path
    label: str
    sha256: str
    folder: Path
    shared: Shared | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The files that the work was made from."""
        return (self.label, self.shared.label) if self.shared else (self.label,)

    def place(self, line: int) -> Place:
        """Return the place that a line of ``data-line`` means."""
        return self.shared.place(self.label, line) if self.shared else Place(self.label, line)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF.

    Attributes:
        relationship: ``Source``, ``Data``, ``Alternative``, ``Supplement`` (ISO 32000-2, 7.11.3).
    """

    name: str
    content: bytes
    media_type: str
    description: str
    relationship: str = "Supplement"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What XMP and the document information say about a file.

    Attributes:
        created: date of the text, never of the run; ``None`` if the text has no date.
        sisters: where the other language versions are.
        original: where the version is that this one was translated from; empty if this is the
            original, or if nobody says which is.
        is_original: whether the others were translated from this version.
        creators: offices, not persons.
        identifier: the symbol of the text.
    """

    title: str
    language: str
    description: str = ""
    creators: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    rights: str = ""
    identifier: str = ""
    created: datetime.date | None = None
    sisters: tuple[str, ...] = ()
    original: str = ""
    is_original: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """One text in one language.

    Attributes:
        name: names the output folder; lower-case ASCII letters, digits and hyphens.
        language: BCP 47.
        expected: languages in which there should be the work, where its author says it; the
            house says it for all others.
        typography: whether spaces, quotation marks and dashes follow the rules of the language,
            where the house lets them.
    """

    name: str
    language: str
    source: Source
    content: Statement | Organisation | Page
    attachments: tuple[Attachment, ...] = ()
    expected: tuple[str, ...] = ()
    typography: bool = True

    @property
    def kind(self) -> str:
        """The name of the layout: ``statement``, ``organisation`` or ``page``."""
        return type(self.content).__name__.lower()

    @property
    def metadata(self) -> Metadata:
        """What the finished file says about itself."""
        content = self.content
        return Metadata(
            title=content.title.text,
            language=self.language,
            description=content.description,
            creators=_creators(content),
            subjects=content.subjects,
            rights=content.rights,
            identifier=content.symbol,
            created=_issued(content),
            sisters=tuple(one.address for one in content.sisters if one.address),
            original=next((one.address for one in content.sisters if one.original), ""),
            is_original=content.original_language == self.language,
        )


def _creators(content: Statement | Organisation | Page) -> tuple[str, ...]:
    if isinstance(content, Page):
        return (content.author,) if content.author else ()
    if isinstance(content, Organisation):
        return (content.body.name.text,) if content.body else ()
    bodies = [*content.issuing_bodies, *(s.body for s in content.signatories if s.body)]
    return tuple(dict.fromkeys(body.name.text for body in bodies))


def _issued(content: Statement | Organisation | Page) -> datetime.date | None:
    if not isinstance(content, Statement):
        return None
    return content.date or (content.dateline.date if content.dateline else None)
