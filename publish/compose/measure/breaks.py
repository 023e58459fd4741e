"""Where a line may end, for what is broken into lines here before the engine does it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def pieces(signs: Iterable[str]) -> tuple[str, ...]:
    """Join signs that no line parts: lines end after spaces and hyphens, and between ideographs.

    A no-break space holds a piece together, a hyphen before a digit does too, and punctuation
    never begins a line.

    Args:
        signs: a text, or its signs with some of them already joined to what stays on one line.

    Source: Unicode Standard Annex 14, of which the classes SP, HY, ID and the rule LB25 are enough
    for names and titles.
    """
    found = [""]
    for sign in signs:
        if found[-1] and _may_part(found[-1][-1], sign[0]):
            found.append("")
        found[-1] += sign
    return tuple(piece for piece in found if piece)


def _may_part(last: str, sign: str) -> bool:
    if last == " ":
        return sign != " "
    if last == "-":
        return sign != " " and not sign.isdigit()
    return unicodedata.east_asian_width(sign) == "W" and sign.isalpha()
