"""What state a text is in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum


class ReleaseState(Enum):
    """The life of a text, from draft to its replacement."""

    DRAFT = "draft"
    EMBARGOED = "embargoed"
    RELEASED = "released"
    CORRECTED = "corrected"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Release:
    """The state with what belongs to it.

    Attributes:
        embargo: with time zone; only for an embargoed text.
        version: counted from 1; grows with each correction and with added endorsements.
        supersedes: symbol or address of the text that this one replaces.
        superseded_by: the text that replaces this one.
        note: for example "information only, not an official record", as typed.
    """

    state: ReleaseState = ReleaseState.RELEASED
    embargo: datetime.datetime | None = None
    version: int = 1
    supersedes: str = ""
    superseded_by: str = ""
    note: str = ""
