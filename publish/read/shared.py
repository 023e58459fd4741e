"""What all languages of a work share: ``work.toml`` beside its texts.

It holds keys of the front matter. A value that differs from language to language is a table by
language, ``role = { fr = "Directrice", en = "Director" }``; each text takes its own out of it.
What a text says in its own front matter wins, key by key.

The lines of the shared file are counted on behind the last line of the text (`Shared`), so that
wherever a line travels alone, it still tells which of the two files is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from publish.model import Shared
from publish.read import file, front_matter, languages
from publish.read.fields import Fields
from publish.read.findings import Findings
from publish.read.front_matter import FrontMatter
from publish.standards.rules import languages as rules
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.read.front_matter import Path as KeyPath

FILE = "work.toml"

#: Keys that are shorter in the shared file than in the front matter of a text.
SHORT = {"original": "original_language"}

#: Stands for a value that is not given in the language of the text.
_MISSING = object()


def beside(path: Path, project: Path, findings: Findings) -> Path | None:
    """Return the shared file that goes with a text, if there is one in the project."""
    shared = path.parent / FILE
    if not shared.is_file():
        return None
    if not shared.resolve().is_relative_to(project):
        why = f"{FILE} is a link that leads out of the project"
        findings.warning(reading.SKIPPED_FILE, 0, why)
        return None
    return shared


def join(
    own: FrontMatter, shared: Path, project: Path, language: str, findings: Findings
) -> FrontMatter | None:
    """Put what a text says about itself over what its work shares.

    Args:
        own: the front matter of the text.
        shared: the file, as `beside` found it.
        project: the project's folder, resolved.
        language: of the text; not empty.
        findings: of the text; takes up the faults of both files, and learns where the lines of
            the shared file begin.

    Returns:
        ``None`` where the shared file cannot be read; a fault says why.
    """
    label = shared.relative_to(project).as_posix()
    of_shared = Findings(label)
    text = file.read(shared, of_shared)
    data = front_matter.whole(text.text, of_shared) if text else None
    if text is None or data is None:
        findings.faults += of_shared.faults
        return None
    after = max(own.last_line, own.body.count("\n") + 1)
    findings.shared = Shared(label, text.sha256, after)
    taken = _Taken(language, findings, after)
    values = taken.values(_in_full(data))
    lines = {path: line for path, line in taken.lines.items() if path[0] not in own.values}
    return FrontMatter(
        values=values | own.values,
        body=own.body,
        lines=lines | own.lines,
        last_line=own.last_line,
        data=own.data + "\n" * (after - own.data.count("\n")) + data.data,
    )


def _in_full(data: FrontMatter) -> FrontMatter:
    """Write the keys out that are shorter here."""

    def full(key: str | int) -> str | int:
        return SHORT.get(key, key) if isinstance(key, str) else key

    return replace(
        data,
        values={SHORT.get(key, key): value for key, value in data.values.items()},
        lines={(full(path[0]), *path[1:]): line for path, line in data.lines.items()},
    )


@dataclass(slots=True)
class _Taken:
    """What one language takes out of the shared values.

    Attributes:
        lines: where each value begins that was taken, counted behind the text.
    """

    language: str
    findings: Findings
    after: int
    lines: dict[KeyPath, int]

    def __init__(self, language: str, findings: Findings, after: int) -> None:
        self.language, self.findings, self.after = language, findings, after
        self.lines = {}

    def values(self, data: FrontMatter) -> dict[str, Any]:
        self.lines = {path: line + self.after for path, line in data.lines.items()}
        taken = self._taken(data.values, ())
        return taken if isinstance(taken, dict) else {}

    def _taken(self, value: Any, path: KeyPath) -> Any:
        if isinstance(value, list):
            entries = [self._taken(entry, (*path, n)) for n, entry in enumerate(value)]
            return [entry for entry in entries if entry is not _MISSING]
        if not isinstance(value, dict):
            return value
        if path and _is_by_language(value):
            return self._of_language(value, path)
        inner = {key: self._taken(kept, (*path, key)) for key, kept in value.items()}
        return {key: kept for key, kept in inner.items() if kept is not _MISSING}

    def _of_language(self, table: dict[str, Any], path: KeyPath) -> Any:
        line = self._line_of(path)
        for key in table:
            if why := languages.why_unknown(key):
                self.findings.fault(reading.UNKNOWN_LANGUAGE, line, why)
        own = _key_for(self.language, table)
        if own is None:
            detail = f"{_named(path)}: there is no {self.language}, only {', '.join(table)}"
            hint = f'add  {self.language} = "…"  to the table'
            self.findings.fault(rules.SHARED_VALUE_MISSING, line, detail, hint=hint)
            return _MISSING
        self._lift((*path, own), path)
        return self._taken(table[own], path)

    def _lift(self, chosen: KeyPath, path: KeyPath) -> None:
        """Let the lines of the chosen value be those of the table that held it."""
        length = len(chosen)
        lifted = {
            (*path, *one[length:]): line
            for one, line in self.lines.items()
            if one[:length] == chosen
        }
        self.lines |= lifted

    def _line_of(self, path: KeyPath) -> int:
        known = (path[:length] for length in range(len(path), 0, -1))
        return next((self.lines[one] for one in known if one in self.lines), self.after + 1)


def _key_for(language: str, table: dict[str, Any]) -> str | None:
    """Return the key of a language: ``fr`` serves ``fr-CA``, but ``zh-Hans`` not ``zh``."""
    usual = {languages.usual(key): key for key in table}
    subtags = languages.usual(language).split("-")
    tags = ("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
    return next((usual[tag] for tag in tags if tag in usual), None)


def _is_by_language(table: dict[str, Any]) -> bool:
    """Whether the keys of a table are languages.

    One language of two letters is enough, since no key of ours is as short: a second key that is
    no language is then a slip, and the fault says so.
    """
    tags = [key for key in table if not languages.why_unknown(key)]
    if any(len(tag.split("-")[0]) == 2 for tag in tags):
        return True
    return bool(table) and len(tags) == len(table) and _field_names().isdisjoint(tags)


@cache
def _field_names() -> frozenset[str]:
    return frozenset(name for model in _models(Fields) for name in model.model_fields)


def _models(model: type[Fields]) -> Iterator[type[Fields]]:
    yield model
    for below in model.__subclasses__():
        yield from _models(below)


def _named(path: KeyPath) -> str:
    """Write a path for an editor: ``signatories 3, role``."""
    words = ""
    for step in path:
        words += f" {step + 1}" if isinstance(step, int) else f", {step}"
    return words.removeprefix(", ")
