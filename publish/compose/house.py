"""The house colour, judged before it is used for text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.errors import InputFaults
from publish.model.fault import Fault
from publish.model.place import Place
from publish.standards.rules.composing import ACCENT_UNUSABLE

if TYPE_CHECKING:
    from publish.model.house import House

#: Where the settings of a house stand.
SETTINGS = "publish.toml"
#: Contrast that small text needs on its ground (WCAG 2.2, 1.4.3).
LEAST_CONTRAST = 4.5


def accent_of(house: House) -> str:
    """Return the accent colour as ``#rrggbb``.

    Raises:
        InputFaults: it is not a colour of that form, or its contrast on white is under 4.5.
    """
    place, element = Place(SETTINGS), "accent of the house"
    if re.fullmatch(r"#[0-9a-fA-F]{6}", house.accent) is None:
        detail = f"{house.accent!r} is not #rrggbb"
        raise InputFaults([Fault(ACCENT_UNUSABLE, detail, place, element)])
    contrast = contrast_on_white(house.accent)
    if contrast < LEAST_CONTRAST:
        detail = f"{house.accent} has {contrast:.1f} to 1"
        raise InputFaults([Fault(ACCENT_UNUSABLE, detail, place, element)])
    return house.accent


def contrast_on_white(colour: str) -> float:
    """Return the contrast ratio of ``#rrggbb`` on white, 1 to 21.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 1.05 / (luminance + 0.05)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
