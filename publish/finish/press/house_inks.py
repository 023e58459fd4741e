"""The inks that a house's own colours are printed with where its settings name none.

Text, what is about the text, and hairlines are printed with black ink alone: small letters and
thin lines in several inks need a register that no press holds. What is neither keeps its colour.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.finish.press.separator import BLACK, Separator
from publish.model.press import Ink

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.press import Press

#: Roles of colours that black ink alone prints as bright as they are; the text itself is solid.
_GREYS = ("soft", "rule")


def house_inks(house: House) -> Press:
    """Return the press of a house with an ink for every colour that is printed in black.

    Args:
        house: its press must have a condition.
    """
    press, colours = house.press, house.brand.colours
    if press.condition is None:
        return press
    black = Separator(press.condition.profile, black_only=True)
    ours = {
        getattr(colours, role): black.rgb(*_channels(getattr(colours, role))) for role in _GREYS
    }
    inks = {colour.lower(): Ink(_cmyk(found)) for colour, found in ours.items()}
    inks[colours.ink.lower()] = Ink(BLACK)
    # Where two roles have one colour, the one that must be sharp decides, unless it is set.
    return replace(press, inks=tuple((inks | dict(press.inks)).items()))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _cmyk(found: object) -> tuple[float, float, float, float]:
    assert isinstance(found, tuple)  # noqa: S101 - black alone is never a spot ink
    cyan, magenta, yellow, black = found
    return cyan, magenta, yellow, black
