"""Front matter: TOML between two lines ``+++``, with the line of every key.

The standard library's TOML parser keeps no places, so a small scanner of our own notes on which
line each key stands. It reads only what the parser has already accepted.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.read.findings import Findings
    from publish.standards.ruling import Ruling

FENCE = "+++"
_DEEPEST = 60

#: Where a value stands: keys and, in arrays of tables, numbers counted from 0.
Path = tuple[str | int, ...]

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_TABLE = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]")
_ARRAY = re.compile(rf"\s*\[\[\s*({_DOTTED})\s*\]\]")
_ENTRY = re.compile(rf"\s*({_DOTTED})\s*=")
_ONE_KEY = re.compile(_KEY)
_STRING = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}]')

#: What the parser says, and how an editor would say it.
_PLAIN = {
    "Expected '=' after a key": "there is no = after the key",
    "Invalid value": "the value cannot be understood; text stands between quotation marks",
    "Unterminated string": "a text is not closed with a quotation mark",
    "Illegal character": "a text is not closed with a quotation mark, or holds a control sign",
    "Unclosed array": "a list is not closed with ]",
    "Unclosed inline table": "a group is not closed with }",
    "Invalid date or datetime": "there is no such date; write it as 2022-06-24",
    "Expected newline or end of document": "something stands behind the value",
    "Invalid statement": "the line is neither key = value nor [name]",
    "Invalid initial character": "a key is missing",
    "Unescaped '\\'": "write \\\\ for a backslash, or put the text between single quotes",
    "Expected ']'": "a heading line is not closed with ]",
}
_REPEATED = ("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate", "Cannot redefine")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The data before a text.

    Attributes:
        values: as TOML has them.
        body: the text after it, with blank lines in place of the front matter, so that its lines
            are those of the file.
        lines: on which line each value begins.
        last_line: the line of the closing fence.
        data: the TOML itself, with blank lines before it.
    """

    values: dict[str, Any]
    body: str
    lines: dict[Path, int]
    last_line: int
    data: str = ""

    def line_of(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing that holds it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 1

    def text_line_of(self, path: Path) -> int:
        """Return the line on which a text begins: below its key if only quotation marks follow.

        TOML leaves out a line feed right behind the three quotation marks that open a text.
        """
        line = self.line_of(path)
        written = self.data.split("\n")[line - 1].rstrip()
        return line + 1 if written.endswith(('= """', '="""', "= '''", "='''")) else line


def part(text: str, findings: Findings) -> FrontMatter | None:
    """Part a text into its data and its body.

    Returns:
        ``None`` where there is no front matter, or none that can be read; a fault says why.
    """
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.strip())
    if lines[first].rstrip() != FENCE:
        _fault_none(lines[first], first + 1, findings)
        return None
    fences = (n for n in range(first + 1, len(lines)) if lines[n].rstrip() == FENCE)
    last = next(fences, None)
    if last is None:
        findings.fault(reading.FRONT_MATTER_OPEN, first + 1)
        return None
    data = "\n" * (first + 1) + "\n".join(lines[first + 1 : last]) + "\n"
    values = _values(data, findings, last)
    if values is None:
        return None
    body = "\n" * (last + 1) + "\n".join(lines[last + 1 :])
    return FrontMatter(values, body, dict(_lines(data)), last + 1, data)


def whole(
    text: str, findings: Findings, ruling: Ruling = reading.FRONT_MATTER_BROKEN
) -> FrontMatter | None:
    """Read a file that is data from beginning to end.

    Args:
        text: the file.
        findings: takes up the fault.
        ruling: of the fault where it is no TOML.

    Returns:
        ``None`` where it cannot be read; a fault says why.
    """
    values = _values(text, findings, text.count("\n") + 1, ruling)
    return None if values is None else FrontMatter(values, "", dict(_lines(text)), 0, text)


def none_of(text: str) -> FrontMatter:
    """Return what a text says about itself that has no front matter: nothing."""
    return FrontMatter({}, text, {}, 0)


def is_there(text: str) -> bool:
    """Whether a text begins with front matter of ours."""
    return text.lstrip().startswith(FENCE)


def _fault_none(line: str, number: int, findings: Findings) -> None:
    if line.rstrip() == "---":
        hint = "this is front matter in YAML: write it as TOML between lines +++"
        findings.fault(reading.NO_FRONT_MATTER, number, "it begins with ---", hint=hint)
    elif line.startswith(FENCE):
        hint = "the line that opens the front matter has +++ and nothing else"
        findings.fault(reading.NO_FRONT_MATTER, number, f"it begins with {line[:20]}", hint=hint)
    else:
        findings.fault(reading.NO_FRONT_MATTER, number)


def _values(
    data: str, findings: Findings, last: int, ruling: Ruling = reading.FRONT_MATTER_BROKEN
) -> dict[str, Any] | None:
    try:
        values = tomllib.loads(data)
        if _depth(values) <= _DEEPEST:
            return values
        message = "it is nested too deep"
    except tomllib.TOMLDecodeError as error:
        message = str(error)
    except RecursionError:
        message = "it is nested too deep"
    except ValueError:  # a number of thousands of digits
        message = "a number is too long"
    place = _AT.search(message)
    line = int(place[1]) if place and place[1] else last
    message = _AT.sub("", message)
    if message.startswith(_REPEATED):
        broken = ruling is reading.FRONT_MATTER_BROKEN
        repeated = reading.REPEATED_KEY if broken else ruling
        said = _key_on(data, line) if broken else f"{_key_on(data, line)} is there twice"
        findings.fault(repeated, line, said)
        return None
    plain = (words for start, words in _PLAIN.items() if message.startswith(start))
    findings.fault(ruling, line, next(plain, message))
    return None


def _depth(values: dict[str, Any]) -> int:
    """Return how deep tables and lists are nested, without going so deep ourselves."""
    depth = 0
    level: list[Any] = [values]
    while level:
        held = (
            v for value in level for v in (value.values() if isinstance(value, dict) else value)
        )
        level = [value for value in held if isinstance(value, dict | list)]
        depth += 1
    return depth


def _key_on(data: str, line: int) -> str:
    text = data.split("\n")[line - 1].strip()
    return text.split("=")[0].strip().strip("[]").strip()


def _lines(data: str) -> Iterator[tuple[Path, int]]:
    """Yield where each key, table and entry of an array of tables begins."""
    table: Path = ()
    counts: dict[Path, int] = {}
    number, lines = 0, data.split("\n")
    while number < len(lines):
        line = lines[number]
        if match := _ARRAY.match(line):
            keys = _resolved(_keys(match[1]), counts)
            counts[keys] = counts.get(keys, -1) + 1
            table = (*keys, counts[keys])
            yield table, number + 1
        elif match := _TABLE.match(line):
            table = _resolved(_keys(match[1]), counts)
            yield table, number + 1
        elif match := _ENTRY.match(line):
            keys = _keys(match[1])
            for length in range(1, len(keys) + 1):
                yield (*table, *keys[:length]), number + 1
            number = _last_line(lines, number, match.end())
        number += 1


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in _ONE_KEY.findall(dotted))


def _resolved(keys: tuple[str, ...], counts: dict[Path, int]) -> Path:
    """Put in the number of the last entry behind each name that is an array of tables."""
    path: Path = ()
    for position, key in enumerate(keys):
        path = (*path, key)
        if path in counts and position < len(keys) - 1:
            path = (*path, counts[path])
    return path


def _last_line(lines: list[str], number: int, start: int) -> int:
    """Return the number of the line on which the value ends that begins at ``start``."""
    depth, position, closing = 0, start, ""
    while number < len(lines):
        line = lines[number]
        while position < len(line):
            if closing:
                end = line.find(closing, position)
                if end < 0:
                    break
                position, closing = end + 3, ""
                continue
            match = _STRING.search(line, position)
            if match is None:
                break
            position = match.end()
            closing = match[0] if match[0] in {'"""', "'''"} else ""
            depth += (match[0] in {"[", "{"}) - (match[0] in {"]", "}"})
        if not closing and depth <= 0:
            return number
        number, position = number + 1, 0
    return number
