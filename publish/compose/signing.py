"""Signatories in the groups in which a page shows them; nobody changes place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from publish.model.words import Words

if TYPE_CHECKING:
    from publish.model.people import Body, Signatory
    from publish.model.statement import Statement

#: More acronyms than these do not stand on one line of the masthead.
_MASTHEAD_HOLDS = 8

#: Up to so many signatories get room for a hand above their name.
_ROOM_FOR_HANDS = 12

#: Authors write "Office of Learning (OL)": the acronym is in the brackets that close the name.
_ACRONYM = re.compile(r"[(（]([^\s()（）]{2,12})[)）]$")

#: A name no longer than this can stand where an acronym stands.
_AS_SHORT_AS_AN_ACRONYM = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours in the list who share a heading.

    Attributes:
        heading: as the author gave it; ``None`` for the plain list.
        after_release: they signed after the text was released.
    """

    heading: Words | None
    after_release: bool
    signatories: tuple[Signatory, ...]


def groups(signatories: tuple[Signatory, ...]) -> tuple[Group, ...]:
    """Return neighbours with the same heading together, in the author's order."""
    together = groupby(signatories, key=lambda one: (one.after_release, one.group))
    return tuple(Group(heading, late, tuple(members)) for (late, heading), members in together)


def manner(signatories: tuple[Signatory, ...]) -> str:
    """Return how the list looks: ``bodies`` (no person signs), ``few`` or ``many``."""
    if not any(one.person for one in signatories):
        return "bodies"
    return "few" if len(signatories) <= _ROOM_FOR_HANDS else "many"


def masthead_names(statement: Statement) -> tuple[Words, ...]:
    """Return short names for the masthead: of the issuing bodies, or of those who sign.

    They repeat the text, so a page shows them as decoration. None are better than some: where
    one body has no short name, or there are too many, the answer is empty.
    """
    signing = tuple(one.body for one in statement.signatories if one.body)
    names = [_short_name(body) for body in statement.issuing_bodies or signing]
    known = tuple({name.text: name for name in names if name}.values())
    return known if all(names) and len(known) <= _MASTHEAD_HOLDS else ()


def _short_name(body: Body) -> Words | None:
    if body.acronym:
        return body.acronym
    if found := _ACRONYM.search(body.name.text):
        return Words(found[1], body.name.language)
    return body.name if _breadth(body.name.text) <= _AS_SHORT_AS_AN_ACRONYM else None


def _breadth(text: str) -> int:
    """Return the number of signs, with ideographs counted twice."""
    return sum(2 if unicodedata.east_asian_width(sign) == "W" else 1 for sign in text)
