"""Write front matter: the few forms of TOML that an editable source needs.

Source: TOML 1.0, "String", "Inline Table", "Array of Tables".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

Value = str | datetime.date | Mapping[str, str] | Sequence[str]

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f",
            "\r": "\\r"}  # fmt: skip
_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f]')
_TO_ESCAPE_IN_LINES = re.compile(r'\\|"""|"$|[\x00-\x09\x0b-\x1f\x7f]')


def entries(values: Mapping[str, Value]) -> str:
    """Return one line for each entry that has a value."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items() if value)


def table(name: str, values: Mapping[str, Value]) -> str:
    """Return one entry of an array of tables, with a blank line before it."""
    return f"\n[[{name}]]\n{entries(values)}"


def string(text: str) -> str:
    """Return a basic string."""
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def lines(text: str) -> str:
    """Return a multi-line basic string, which an editor can read as it stands."""
    return '"""\n' + _TO_ESCAPE_IN_LINES.sub(_escape, text) + '"""'


def _value(value: Value) -> str:
    if isinstance(value, str):
        return lines(value) if "\n" in value else string(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = (f"{key} = {string(text)}" for key, text in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return f"[{', '.join(string(text) for text in value)}]"


def _escape(found: re.Match[str]) -> str:
    return "".join(_ESCAPES.get(sign, f"\\u{ord(sign):04X}") for sign in found.group())
