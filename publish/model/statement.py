"""A joint declaration by the heads of several bodies."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from publish.model.dateline import Dateline
from publish.model.people import Body, Contact, Signatory
from publish.model.place import Place
from publish.model.release import Release
from publish.model.sisters import SisterLanguage
from publish.model.words import Prose, Words

#: In which signatories stand: as the author gave them, by the alphabet of the language, or the
#: leading ones before all others.
Order = Literal["protocol", "alphabetical", "lead-first"]

#: Room for handwriting: left and ruled, not left, or as the number of signatories suggests.
Signing = Literal["", "none", "space"]


@dataclass(frozen=True, slots=True)
class Endorsement:
    """A body or person who joined after the statement was signed."""

    name: Words
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A text with a title of its own, which begins on a new page.

    Attributes:
        number: counted from 1, shown before the title; ``None`` where the title stands alone.
        landscape: whether its pages are wider than high.
    """

    title: Words
    body: Prose
    number: int | None = None
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything that real statements hold.

    Attributes:
        language: BCP 47, of all text that does not say otherwise.
        kind_line: "Joint statement" above the title.
        symbol: document symbol, the same in all languages.
        date: of issue, where known apart from the dateline.
        body: the text itself.
        signatories_label: "Signed by", as the author wrote it.
        order: in which the signatories stand on the page.
        signing: ``space`` for a hand and a line below it, ``none``, or empty: some room where few
            sign.
        signatory_logos: whether the marks of the bodies stand above their signatories too.
        cover: whether title, bodies and date have a first page of their own.
        contents: whether a table of contents stands before the text.
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
    order: Order = "protocol"
    signing: Signing = ""
    signatory_logos: bool = False
    cover: bool = False
    contents: bool = False
    endorsements: tuple[Endorsement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes_to_editors: Prose | None = None
    about: tuple[tuple[Words, Prose], ...] = ()
    annexes: tuple[Annex, ...] = ()
    access_note: Words | None = None
    end_mark: Words | None = None
    release: Release = field(default_factory=Release)
    sisters: tuple[SisterLanguage, ...] = ()
    original_language: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    place: Place | None = field(default=None, compare=False)
