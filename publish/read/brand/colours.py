"""The colours of a brand, and whether they can be told apart."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from publish.model.brand import Colours
from publish.standards.contrast import FOR_PARTS, FOR_TEXT, contrast
from publish.standards.rules import brand as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.read.brand.sheet import Sheet


class Pair(NamedTuple):
    """Two roles that meet on a page.

    Attributes:
        colour: what is seen.
        ground: what it stands on.
        needed: contrast ratio, 1 to 21.
        use: where they meet, in words.
    """

    colour: str
    ground: str
    needed: float
    use: str


#: Every pair in use.
PAIRS = (
    Pair("ink", "paper", FOR_TEXT, "the text"),
    Pair("soft", "paper", FOR_TEXT, "roles, captions and folios"),
    Pair("accent", "paper", FOR_TEXT, "labels and links"),
    Pair("accent", "paper", FOR_PARTS, "bars beside quotations"),
    Pair("on_accent", "accent", FOR_TEXT, "text in a masthead of solid colour"),
    Pair("alert", "paper", FOR_TEXT, "the mark of a draft"),
)


def colours(read: Sequence[Sheet]) -> Colours:
    """Join the colours of the sheets, the most important first.

    Where two that meet are too alike, those of the pair that somebody set are left out.
    """
    origin: dict[str, Sheet] = {}
    values: dict[str, str] = {}
    for sheet in read:
        for role, value in sheet.fields.colours.model_dump(exclude_none=True).items():
            values.setdefault(role, value.lower())
            origin.setdefault(role, sheet)
    bad: set[str] = set()
    told: set[str] = set()
    for pair, ratio in too_alike(Colours(**values)):
        role = pair.colour if pair.colour in values else pair.ground
        bad |= {pair.colour, pair.ground} & values.keys()
        if role in told:
            continue
        told.add(role)
        sheet, found = origin[role], Colours(**values)
        colour, ground = getattr(found, pair.colour), getattr(found, pair.ground)
        detail = (
            f"{pair.colour} {colour} on {pair.ground} {ground} is {ratio:.2f}:1 "
            f"instead of {pair.needed:g}:1, for {pair.use}"
        )
        sheet.fault(rules.CONTRAST, ("colours", role), detail)
    made = dataclasses.replace(
        Colours(), **{role: value for role, value in values.items() if role not in bad}
    )
    # What is left may not go with our own colours either; then none of it is used.
    return Colours() if any(too_alike(made)) else made


def measured(found: Colours) -> Iterator[tuple[Pair, float]]:
    """Yield every pair in use with its contrast."""
    for pair in PAIRS:
        yield pair, contrast(getattr(found, pair.colour), getattr(found, pair.ground))


def too_alike(found: Colours) -> Iterator[tuple[Pair, float]]:
    """Yield the pairs whose contrast is not enough; a pair in two uses is told once."""
    seen: set[tuple[str, str]] = set()
    for pair, ratio in measured(found):
        if ratio < pair.needed and (pair.colour, pair.ground) not in seen:
            seen.add((pair.colour, pair.ground))
            yield pair, ratio
