"""JSON, with the line of every value.

The standard library's parser keeps no places, so a small scanner notes on which line each value
begins. It reads only what the parser has already accepted.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from publish.read.front_matter import FrontMatter, Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.read.findings import Findings
    from publish.standards.ruling import Ruling

#: The largest file of data, in bytes, and the most groups and lists inside each other.
LARGEST = 1_000_000
_DEEPEST = 30

_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')


def whole(content: bytes, findings: Findings, unreadable: Ruling) -> FrontMatter | None:
    """Read a file of data; ``None`` where it cannot be read, and a fault says why.

    Args:
        content: the file, or its first `LARGEST` bytes and one more.
        findings: takes up the fault.
        unreadable: which kind of fault it is.
    """
    try:
        values, text = _values(content)
    except json.JSONDecodeError as error:
        findings.fault(unreadable, error.lineno, f"{error.msg}, column {error.colno}")
    except (ValueError, RecursionError) as error:
        deep = isinstance(error, RecursionError)
        findings.fault(unreadable, detail=_TOO_DEEP if deep else str(error))
    else:
        return FrontMatter(values, "", dict(_lines(text)), 0)
    return None


_TOO_DEEP = f"more than {_DEEPEST} groups stand inside each other"


def _values(content: bytes) -> tuple[dict[str, Any], str]:
    if len(content) > LARGEST:
        raise ValueError("it is larger than 1 MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    if not isinstance(values, dict):
        raise ValueError("it must be one group of entries: { … }")
    if _depth(text) > _DEEPEST:
        raise ValueError(_TOO_DEEP)
    return values, text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: which of the two is meant, nobody knows."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key} stands twice in one group")
        found[key] = value
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        deepest = max(deepest, depth)
    return deepest


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    """Yield where each value stands, and its line."""
    path: list[str | int] = []
    line, passed, key = 1, 0, ""
    for token in _TOKEN.finditer(text):
        line += text.count("\n", passed, token.start())
        passed = token.start()
        sign = token[0]
        if sign in "]}":
            path.pop()
        elif sign == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else ""
        elif sign == ":":
            path[-1] = key
        else:
            if sign[0] == '"':
                key = json.loads(sign)
            if path and path[-1] != "":
                yield tuple(path), line
            if sign == "[":
                path.append(0)
            elif sign == "{":
                path.append("")
