"""Contacts in the groups in which readers look for them: for whom, then of which body."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from publish.model.people import Contact
    from publish.model.words import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """The contacts of one body.

    Attributes:
        body: shown once above them; ``None`` where each contact shows its own.
    """

    contacts: tuple[Contact, ...]
    body: Words | None = None


def desks(contacts: Iterable[Contact]) -> dict[str, tuple[Desk, ...]]:
    """Return the contacts that may be public, by audience and body, each where it came first.

    Returns:
        ``media`` and ``public``, or the one of them that there is, in the author's order.
    """
    shown = [one for one in contacts if one.public]
    by_audience: dict[str, list[Contact]] = {}
    for one in shown:
        by_audience.setdefault(one.audience, []).append(one)
    return {audience: tuple(_by_body(these)) for audience, these in by_audience.items()}


def rows(audiences: Mapping[str, Sequence[Desk]]) -> tuple[tuple[str, ...], ...]:
    """Return which audiences stand side by side: two with one desk each, else none."""
    alone = all(len(found) == 1 for found in audiences.values())
    return (tuple(audiences),) if alone else tuple((audience,) for audience in audiences)


def _by_body(contacts: list[Contact]) -> Iterable[Desk]:
    """Bring the contacts of a body together at the first of them."""
    names = [one.body.text if one.body else "" for one in contacts]
    in_order = sorted(
        zip(names, range(len(names)), contacts, strict=True),
        key=lambda entry: (names.index(entry[0]) if entry[0] else entry[1], entry[1]),
    )
    for name, group in groupby(in_order, key=lambda entry: entry[0]):
        these = tuple(contact for _, _, contact in group)
        if name and len(these) > 1:
            yield Desk(these, these[0].body)
        else:
            yield from (Desk((one,)) for one in these)
