"""What is said, in one language, and the file it came from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from publish.model.organisation import Organisation
from publish.model.page import Page
from publish.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Source:
    """The author's file.

    Attributes:
        path: where it is on this machine; never written into any output.
        label: how faults and the manifest name it, relative to the project, with slashes.
        sha256: of its bytes, in hexadecimal.
        folder: the project's folder: images are looked for here and nowhere else.
    """

    path: Path
    label: str
    sha256: str
    folder: Path


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


@dataclass(frozen=True, slots=True)
class Work:
    """One text in one language.

    Attributes:
        name: names the output folder; lower-case ASCII letters, digits and hyphens.
        language: BCP 47.
    """

    name: str
    language: str
    source: Source
    content: Statement | Organisation | Page
    attachments: tuple[Attachment, ...] = ()

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
