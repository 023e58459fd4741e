"""Colours of a file as a screen shows them.

Source: ISO 32000-1, 8.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import entry, integer, items, name

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Red, green, blue, each 0 to 1.
Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)

_BY_COMPONENTS = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_CALIBRATED = {"CalGray": "DeviceGray", "CalRGB": "DeviceRGB"}


def colour_space(named: object, resources: object) -> str:
    """Return the device space that a colour space amounts to, or an empty string.

    An ICC profile counts by its number of components: our own files use sRGB.
    """
    space = named
    if isinstance(named, pikepdf.Name):
        if name(named) in _BY_COMPONENTS.values():
            return name(named)
        space = entry(resources, "/ColorSpace", str(named))
        if isinstance(space, pikepdf.Name):
            return name(space) if name(space) in _BY_COMPONENTS.values() else ""
    parts = items(space)
    kind = name(parts[0]) if parts else ""
    if kind == "ICCBased" and len(parts) > 1:
        return _BY_COMPONENTS.get(integer(entry(parts[1], "/N")) or 0, "")
    return _CALIBRATED.get(kind, "")


def colour_of_operands(space: str, values: Sequence[float]) -> Colour | None:
    """Return the colour; without values the first colour of the space; ``None`` if unknown."""
    if space == "DeviceGray" and len(values) <= 1:
        grey = _unit(values[0]) if values else 0.0
        return grey, grey, grey
    if space == "DeviceRGB" and len(values) in (0, 3):
        red, green, blue = values or BLACK
        return _unit(red), _unit(green), _unit(blue)
    if space == "DeviceCMYK" and len(values) in (0, 4):
        cyan, magenta, yellow, key = map(_unit, values or (0.0, 0.0, 0.0, 1.0))
        return (1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key)
    return None


def _unit(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def over(colour: Colour, alpha: float, ground: Colour) -> Colour:
    """Return what is seen where a see-through colour lies over another."""
    red, green, blue = (
        above * alpha + below * (1 - alpha) for above, below in zip(colour, ground, strict=True)
    )
    return red, green, blue


def hexadecimal(colour: Colour) -> str:
    """Return the colour as a style sheet writes it, ``#rrggbb``."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
