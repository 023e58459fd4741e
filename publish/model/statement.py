"""A joint declaration by the heads of several bodies."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from publish.model.dateline import Dateline
from publish.model.people import Body, Contact, Signatory
from publish.model.place import Place
from publish.model.release import Release
from publish.model.words import Prose, Words


@dataclass(frozen=True, slots=True)
class SisterLanguage:
    """The same text in another language.

    Attributes:
        language: BCP 47.
        title: in that language; ``None`` while the version is pending.
        address: where it can be had; empty while pending.
        original: whether that version is the original.
    """

    language: str
    title: Words | None = None
    address: str = ""
    original: bool = False


@dataclass(frozen=True, slots=True)
class Endorsement:
    """A body or person who joined after the statement was signed."""

    name: Words
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything that real statements hold; today's layouts show a part of it.

    Attributes:
        language: BCP 47, of all text that does not say otherwise.
        kind_line: "Joint statement" above the title.
        symbol: document symbol, the same in all languages.
        date: of issue, where known apart from the dateline.
        body: the text itself.
        signatories_label: "Signed by", as the author wrote it.
        notes_to_editors, about, annexes: text after the signatories.
        end_mark: ENDS, FIN, ###; as typed.
    """

    language: str
    title: Words
    body: Prose
    kind_line: Words | None = None
    symbol: str = ""
    series: str = ""
    distribution: Words | None = None
    subtitle: Words | None = None
    dateline: Dateline | None = None
    date: datetime.date | None = None
    lead: Words | None = None
    issuing_bodies: tuple[Body, ...] = ()
    signatories_label: Words | None = None
    signatories: tuple[Signatory, ...] = ()
    endorsements: tuple[Endorsement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes_to_editors: Prose | None = None
    about: tuple[tuple[Words, Prose], ...] = ()
    annexes: tuple[tuple[Words, Prose], ...] = ()
    access_note: Words | None = None
    end_mark: Words | None = None
    release: Release = field(default_factory=Release)
    sisters: tuple[SisterLanguage, ...] = ()
    original_language: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    place: Place | None = field(default=None, compare=False)
