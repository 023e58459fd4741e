"""The lengths of the house as numbers, for what is laid out here and not by the engine.

They are read from the very sheets that the engine reads (`layouts/css/tokens.css`, the tokens of
the brand), so that a length still stands in one place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publish.model.brand import PageFormat

#: Points in one of each unit. Source: CSS Values and Units 3, 6.2.
_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75, "pc": 12.0}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"--([\w-]+)\s*:\s*(-?[0-9.]+)(pt|mm|cm|in|px|pc)\s*[;}]")
_VALUE = re.compile(r"(-?[0-9.]+)(pt|mm|cm|in|px|pc)")

#: Width of the sheet in points. Source: ISO 216; ANSI/ASME Y14.1.
SHEETS: Mapping[PageFormat, float] = {"A4": 210 * 72 / 25.4, "Letter": 8.5 * 72}


def lengths(sheet: str, tokens: Iterable[tuple[str, str]] = ()) -> dict[str, float]:
    """Return the custom properties that are plain lengths, in points.

    Args:
        sheet: text of the style sheet that holds the lengths.
        tokens: names without hyphens and values that replace those of the sheet. What is no plain
            length, such as a sum, leaves the value of the sheet.
    """
    found = {
        name: float(number) * _UNITS[unit]
        for name, number, unit in _PROPERTY.findall(_COMMENT.sub("", sheet))
    }
    for name, value in tokens:
        if length := _VALUE.fullmatch(value.strip()):
            found[name] = float(length[1]) * _UNITS[length[2]]
    return found


def across(known: Mapping[str, float], sheet: PageFormat) -> float:
    """Return the width of rail and text together, in points."""
    sides = known["rail-side"] + known["outer"]
    return SHEETS[sheet] - sides - known["reach"]
