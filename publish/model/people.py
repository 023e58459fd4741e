"""Who signs, for which body, in which role."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.model.place import Place
from publish.model.words import Words


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation as one text names it.

    Attributes:
        name: full name in the text's language; where only an acronym is given, that.
        acronym: in the text's language (HCR, UNHCR, ACNUR are one body in three languages).
        key: the same in all languages; kept for layouts and rosters to come.
    """

    name: Words
    acronym: Words | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person, with the form of address if the text gives one."""

    name: Words
    civility: Words | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Joins person, role and body: this person signs in this role for this body.

    Attributes:
        person: ``None`` where only the body signs.
        roles: none, one or more, in the order given; commas inside a role belong to it.
        body: ``None`` for a person who signs for no body.
        on_behalf_of: a body or group for which the person signs.
        acting_for: the person who is represented.
        consortium: members for whom the body signs, as the text says it.
        order: counted from 1, as the author gave it (protocol).
        lead: whether they stand first where the order is ``lead-first``.
        sort_as: what counts instead of the name where the order is ``alphabetical``.
        group: heading under which the signatory is listed, such as a country.
        after_release: signed after the statement was released.
        signature: picture of handwriting, a path below the project, with its alternate text.
        place: the author's line.
    """

    person: Person | None = None
    roles: tuple[Words, ...] = ()
    body: Body | None = None
    on_behalf_of: Words | None = None
    acting_for: Words | None = None
    consortium: Words | None = None
    order: int = 0
    lead: bool = False
    sort_as: str = ""
    group: Words | None = None
    after_release: bool = False
    signature: tuple[str, Words] | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the press or the public may ask.

    Attributes:
        public: whether the contact may stand in the public edition.
        audience: ``media`` or ``public``; where a text has both, each has a heading.
    """

    name: Words | None = None
    role: Words | None = None
    body: Words | None = None
    city: Words | None = None
    phone: str = ""
    mail: str = ""
    hours: Words | None = None
    audience: str = "media"
    public: bool = True
    place: Place | None = field(default=None, compare=False)
