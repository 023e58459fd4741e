"""The block of signatories: in which order, in which groups, in how many columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from jinja2 import pass_context

from publish.compose.measure.advances import advances
from publish.compose.measure.joining import joined
from publish.compose.measure.lengths import across
from publish.compose.signing import columns
from publish.compose.signing.collation import sort_key
from publish.compose.style.tokens import families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from jinja2.runtime import Context

    from publish.model.people import Body, Signatory
    from publish.model.statement import Statement
    from publish.model.words import Words

#: How the list looks: few with room for a hand, many in smaller type, a roll of names, or bodies
#: alone.
Manner = Literal["few", "many", "roll", "bodies"]

#: Up to so many entries get room for a hand above their name.
_ROOM_FOR_HANDS = 12

#: Up to so many entries stay together on one page.
_TOGETHER = 6

#: The weights of names and roles; see layouts/css/signatories.css.
_STRONG, _PLAIN = 600, 400

#: Neighbours for one body, up to so many, stand above its name together.
_SHARE_A_BODY = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the list.

    Attributes:
        signatories: one, or neighbours who sign for the same body, which is shown once.
        ends_row: whether the next one begins a row, although there would be room.
    """

    signatories: tuple[Signatory, ...]
    ends_row: bool = False

    @property
    def body(self) -> Body | None:
        """For which all of them sign."""
        return self.signatories[0].body


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours in the list who share a heading.

    Attributes:
        heading: as the author gave it; ``None`` for the plain list.
        after_release: they signed after the text was released.
    """

    heading: Words | None
    after_release: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """All signatories of a text, as the page shows them.

    Attributes:
        columns: one to five.
        space: ``hand`` for some room above the names, ``line`` for room above a line, or empty.
        together: whether they are few enough to stand on one page.
    """

    groups: tuple[Group, ...]
    manner: Manner
    columns: int
    space: Literal["", "hand", "line"]
    together: bool


def blocks(folders: tuple[Path, ...]) -> Callable[[Context, Statement], Block]:
    """Return the function ``signature_block`` for a house with fonts of its own in some folders."""

    @pass_context
    def block(context: Context, statement: Statement) -> Block:
        """Arrange the signatories of a statement across rail and text of the house."""
        return arranged(statement, _room(context, folders))

    return block


def _room(context: Context, folders: tuple[Path, ...]) -> columns.Room:
    """Measure where the signatories stand, in the faces and sizes of the house."""
    lengths, brand, language = context["lengths"], context["brand"], context["language"]
    named = families(brand.faces, "label", language)
    name, small = lengths["signatory-name"], lengths["signatory-small"]
    of_many = lengths["signatory-name-many"], lengths["signatory-small-many"]
    return columns.Room(
        across(lengths, brand.format),
        lengths["column-gap"],
        lengths["column-gap-narrow"],
        columns.Sizes((name, small), of_many, small, of_many[0]),
        _measure(advances(named, _STRONG, italic=False, folders=folders)),
        _measure(advances(named, _PLAIN, italic=False, folders=folders)),
    )


def _measure(advance: Callable[[str], float]) -> Callable[[str], float]:
    def width(text: str) -> float:
        return sum(map(advance, joined(text)))

    return width


def arranged(statement: Statement, room: columns.Room) -> Block:
    """Arrange the signatories of a statement where there is so much room."""
    found = [
        (heading, late, _entries(_ordered(members, statement)))
        for (late, heading), members in groupby(statement.signatories, key=_group)
    ]
    numbers = [len(entries) for _, _, entries in found]
    number = sum(numbers)
    manner = _manner(statement, number)
    width = _columns(statement.signatories, manner, numbers, room)
    return Block(
        tuple(
            Group(heading, late, tuple(_in_rows(entries, width)))
            for heading, late, entries in found
        ),
        manner,
        width,
        _space(statement, manner),
        number <= _TOGETHER,
    )


def _group(one: Signatory) -> tuple[bool, Words | None]:
    return one.after_release, one.group


def _ordered(members: Iterable[Signatory], statement: Statement) -> list[Signatory]:
    """Return the members of a group in the order that the statement asks for.

    The alphabet goes by the bodies where every signatory of the text has one: readers look for
    those. Source: house rule; `Statement.order`.
    """
    if statement.order == "lead-first":
        return sorted(members, key=lambda one: not one.lead)
    if statement.order == "alphabetical":
        by_body = all(one.body for one in statement.signatories)
        return sorted(
            members, key=lambda one: sort_key(_sorted_by(one, by_body), statement.language)
        )
    return [*members]


def _sorted_by(one: Signatory, by_body: bool) -> str:
    name = one.person.name if one.person and not by_body else one.body.name if one.body else None
    return one.sort_as or (name.text if name else "")


def _entries(members: Sequence[Signatory]) -> list[tuple[Signatory, ...]]:
    """Put two or three persons together who stand side by side and sign for one body."""
    entries: list[tuple[Signatory, ...]] = []
    for _, neighbours in groupby(members, key=lambda one: one.body and _identity(one)):
        these = tuple(neighbours)
        shared = these[0].body is not None and len(these) <= _SHARE_A_BODY
        entries += [these] if shared and all(map(_only_signs, these)) else [(one,) for one in these]
    return entries


def _identity(one: Signatory) -> tuple[str, str]:
    body = one.body
    return (body.name.text, body.acronym.text if body.acronym else "") if body else ("", "")


def _only_signs(one: Signatory) -> bool:
    """Whether nothing of an entry stands below its body."""
    return one.person is not None and not (one.on_behalf_of or one.consortium)


def _manner(statement: Statement, number: int) -> Manner:
    signatories = statement.signatories
    if not any(one.person for one in signatories):
        return "bodies"
    if number <= _ROOM_FOR_HANDS or statement.signing == "space":
        return "few"
    return "roll" if all(map(_is_a_name, signatories)) else "many"


def _is_a_name(one: Signatory) -> bool:
    more = one.roles, one.body, one.on_behalf_of, one.acting_for, one.consortium, one.signature
    return one.person is not None and not any(more)


def _columns(
    signatories: Sequence[Signatory], manner: Manner, numbers: Sequence[int], room: columns.Room
) -> int:
    if manner == "bodies":
        return columns.of_bodies(signatories, room)
    if manner == "roll":
        return columns.of_names(signatories, room)
    if manner == "few":
        return columns.of_few(signatories, numbers, room)
    return columns.of_many(signatories, room)


def _space(statement: Statement, manner: Manner) -> Literal["", "hand", "line"]:
    if statement.signing == "space":
        return "line"
    signed = any(one.signature for one in statement.signatories)
    usual = manner == "few" and statement.signing != "none"
    return "hand" if signed or usual else ""


def _in_rows(entries: Sequence[tuple[Signatory, ...]], width: int) -> Iterator[Entry]:
    ends = columns.row_ends(len(entries), width)
    for number, these in enumerate(entries):
        yield Entry(these, number in ends)
