"""Names of the glyphs of a simple font.

Source: ISO 32000-1, 9.6.6.1 (character encodings).
"""

from __future__ import annotations

import pikepdf

from publish.check.objects import entry, integer, items, name

_LIMIT = 1_000


def glyph_names(encoding: object) -> dict[int, str]:
    """Return the names that the Differences of an encoding give to codes."""
    names: dict[int, str] = {}
    code = 0
    for item in items(entry(encoding, "/Differences"))[:_LIMIT]:
        start = integer(item)
        if start is not None:
            code = start
        elif isinstance(item, pikepdf.Name):
            names[code] = name(item)
            code += 1
    return names
