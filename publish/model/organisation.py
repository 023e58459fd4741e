"""Who a body is, how it is built, what it does, with whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.model.people import Body, Contact, Person
from publish.model.place import Place
from publish.model.release import Release
from publish.model.words import Prose, Words


@dataclass(frozen=True, slots=True)
class Division:
    """A part of the organisation, with the parts below it.

    Attributes:
        name: an office, a department, or a post such as "Director General".
        head: who leads it.
        purpose: what it is for.
        parts: the level below, in order.
    """

    name: Words
    head: Person | None = None
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
        divisions: the structure of the organisation, shown as nested lists.
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
    """

    language: str
    title: Words
    sections: tuple[Section, ...] = ()
    body: Body | None = None
    mission: Words | None = None
    lead: Prose | None = None
    founded: int | None = None
    legal_basis: Words | None = None
    leadership: tuple[tuple[Person, Words], ...] = ()
    contacts: tuple[Contact, ...] = ()
    symbol: str = ""
    release: Release = field(default_factory=Release)
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    place: Place | None = field(default=None, compare=False)
