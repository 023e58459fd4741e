"""Where and when a statement is issued."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from publish.model.place import Place
from publish.model.words import Words


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline as the author wrote it, and what it says.

    Attributes:
        text: as typed without the closing mark, for example ``New York/Genève, 24 juin 2022``.
            What is printed is this, never a text made from the other fields.
        mark: what closes it, with its spaces as typed: ``" – "``, ``": "``; may be empty.
        places: the cities, one to three, in order; kept for catalogues to come.
        date: where the dateline gives one.
    """

    text: Words
    mark: str = ""
    places: tuple[str, ...] = ()
    date: datetime.date | None = None
    place: Place | None = field(default=None, compare=False)
