"""Custom properties with other values: known names, and values that stay inside their line."""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING

from publish.resources import shipped
from publish.standards.rules import brand as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from publish.read.brand.sheet import Sheet

_DECLARED = re.compile(r"^\s*--([a-z][a-z0-9-]*)\s*:\s*([^;]*)", re.MULTILINE)
#: Numbers, words, signs of arithmetic and brackets: nothing that ends a declaration, opens a
#: text or a comment, or loads a file.
_PLAIN = re.compile(r"[A-Za-z0-9#%.,()+*/ -]+")
_FUNCTION = re.compile(r"([A-Za-z-]*)\(")
_FUNCTIONS = frozenset({"", "calc", "min", "max", "var", "rgb", "hsl"})
_LONGEST = 100
_LENGTH = re.compile(
    r"[+-]?(?:\d+\.?\d*|\.\d+)(?:pt|mm|cm|in|pc|px|q|em|rem|ex|ch)|0", re.IGNORECASE
)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")


def tokens(read: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
    """Join the tokens of the sheets, the most important first; leave out what cannot be used."""
    found: dict[str, str] = {}
    known = _known(tuple(sheet.path.parent for sheet in read))
    for sheet in read:
        for name, value in sheet.fields.tokens.items():
            if name not in known:
                nearest = difflib.get_close_matches(name, sorted(known), n=1)
                hint = f"did you mean {nearest[0]}?" if nearest else ""
                sheet.fault(rules.UNKNOWN_TOKEN, ("tokens", name), name, hint)
            elif not is_value(value, known[name]):
                sheet.fault(rules.TOKEN_VALUE, ("tokens", name), f"{name}: “{value[:60]}”")
            else:
                found.setdefault(name, value.strip())
    return tuple(found.items())


def is_value(text: str, instead_of: str = "") -> bool:
    """Whether a text is one value of CSS, can be nothing else, and is of the kind it replaces.

    Args:
        text: as it stands in the settings.
        instead_of: the value of our style sheet: for a length only a length can stand, with its
            unit, and for a number only a number. What is worked out may be either.
    """
    if not 0 < len(text.strip()) <= _LONGEST or not _PLAIN.fullmatch(text) or "/*" in text:
        return False
    if not _is_closed(text) or not {*_FUNCTION.findall(text)} <= _FUNCTIONS:
        return False
    kind = next((one for one in (_NUMBER, _LENGTH) if one.fullmatch(instead_of)), None)
    return "(" in text or kind is None or kind.fullmatch(text.strip()) is not None


def _is_closed(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


@cache
def _known(homes: tuple[Path, ...]) -> dict[str, str]:
    """Return the names that our sheet of tokens and those of the brand declare, with values."""
    return {
        name: value.strip()
        for folder in (shipped("layouts"), *(home / "layouts" for home in homes))
        for name, value in _declared(folder / "css" / "tokens.css")
    }


def _declared(sheet: Path) -> Iterator[tuple[str, str]]:
    if sheet.is_file():
        yield from _DECLARED.findall(sheet.read_text(encoding="utf-8", errors="replace"))
