"""Who a body is, how it is built, what it does, with whom."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from publish.model.people import Body, Contact, Person
from publish.model.place import Place
from publish.model.release import Release
from publish.model.sisters import SisterLanguage
from publish.model.words import Prose, Words

#: How the structure is shown. However it looks, it is read as nested lists.
StructureView = Literal["chart", "list", "both"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says how large the organisation is.

    Attributes:
        value: as typed, with its unit: ``3,2 M``.
        label: what it counts.
        source: where it was taken from.
        year: of the source or of the count.
        note: what a reader must know of it.
    """

    value: Words
    label: Words
    source: Words | None = None
    year: int | None = None
    note: Words | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads.

    Attributes:
        portrait: a path below the project, with its alternate text.
    """

    person: Person
    role: Words | None = None
    portrait: tuple[str, Words] | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened when; the date is printed as typed."""

    when: Words
    text: Words
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A text by which the organisation is governed.

    Attributes:
        address: a full web address, or empty.
    """

    title: Words
    address: str = ""
    note: Words | None = None
    date: datetime.date | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Office:
    """A place where the organisation works.

    Attributes:
        address: for letters; may have several lines.
    """

    city: Words
    name: Words | None = None
    address: Words | None = None
    phone: str = ""
    mail: str = ""
    hours: Words | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Division:
    """A part of the organisation, with the parts below it.

    Attributes:
        name: an office, a department, or a post such as "Director General".
        head: who leads it.
        head_role: of that person.
        purpose: what it is for.
        parts: the level below, in order.
    """

    name: Words
    head: Person | None = None
    head_role: Words | None = None
    purpose: Words | None = None
    contact: Contact | None = None
    parts: tuple[Division, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its text, its structure and its sections below.

    Attributes:
        key: what the section is about (``about``, ``structure``, ``work``, ``partners`` ...) where
            it was recognised, for layouts; empty otherwise.
        divisions: the structure of the organisation.
    """

    heading: Words
    body: Prose | None = None
    divisions: tuple[Division, ...] = ()
    sections: tuple[Section, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation page.

    Attributes:
        title: title of the page, usually the full name or "Who we are".
        mission: one sentence.
        lead: text before the first section.
        founded: year.
        legal_basis: as written.
        divisions: the structure, where no section holds it.
        cover: whether name and mission have a first page of their own.
        contents: whether a table of contents stands before the text.
        structure_view: as the text asks for it; ``None`` leaves it to the layout.
    """

    language: str
    title: Words
    sections: tuple[Section, ...] = ()
    body: Body | None = None
    mission: Words | None = None
    lead: Prose | None = None
    founded: int | None = None
    legal_basis: Words | None = None
    figures: tuple[Figure, ...] = ()
    divisions: tuple[Division, ...] = ()
    structure_view: StructureView | None = None
    cover: bool = False
    contents: bool = False
    leadership: tuple[Leader, ...] = ()
    offices: tuple[Office, ...] = ()
    history: tuple[Event, ...] = ()
    documents: tuple[Document, ...] = ()
    contacts: tuple[Contact, ...] = ()
    symbol: str = ""
    release: Release = field(default_factory=Release)
    sisters: tuple[SisterLanguage, ...] = ()
    original_language: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    place: Place | None = field(default=None, compare=False)
