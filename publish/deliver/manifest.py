"""The manifest: for every published file its hash, its source, its claims and its checks.

No clock and no name of a machine stands in it, and its order depends on the paths alone, so the
same texts give the same manifest on any day and any machine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish.errors import StorageFailed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "manifest.json"
SCHEMA = 1

#: The fields of one file's entry and what they mean, for the reference pages.
FIELDS = {
    "path": "the file, below the output folder, with slashes",
    "sha256": "of the file's bytes, in hexadecimal",
    "work": "the work's name: what is said, in whatever language",
    "language": "of the text, BCP 47",
    "edition": "the form of the work, for example `accessible`",
    "state": "`release`, or `draft` for a file that must not be given out",
    "source": "the author's file as the project names it (`file`), and its hash (`sha256`); "
    "`shared`: the same of the `work.toml` that it shares with other languages, if there is one",
    "standards": "the standards that the file claims and that every check confirmed; "
    "empty if they were not checked",
    "checks": "each check by `name` with its `verdict`: `passed`, `failed` or `not checked`",
    "tools": "the version of everything that had a part in making and checking the file",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says about one file; `FIELDS` tells the meanings.

    Attributes:
        record: plain values under the names of `FIELDS`.
    """

    record: dict[str, Any]

    @property
    def path(self) -> str:
        """The file, below the output folder."""
        return str(self.record["path"])

    @property
    def sha256(self) -> str:
        """What the file's hash was when it was written."""
        return str(self.record["sha256"])

    @property
    def is_release(self) -> bool:
        """Whether the file could be given out."""
        return self.record.get("state") == "release"


def read(folder: Path) -> list[Entry]:
    """Read the manifest of an output folder, leaving out files that are no longer there.

    Raises:
        StorageFailed: there is a manifest, but not one that this version understands.
    """
    file = folder / NAME
    if not file.exists():
        return []
    try:
        record = json.loads(file.read_bytes())
        schema, entries = record["schema"], [Entry(dict(entry)) for entry in record["files"]]
        paths = [entry.path for entry in entries if entry.sha256]
    except (ValueError, KeyError, TypeError) as error:
        raise StorageFailed(
            f"{file} is not a manifest that publish wrote\n"
            "  hint move it away, or choose another output folder"
        ) from error
    if schema != SCHEMA:
        raise StorageFailed(
            f"{file} was written by another version of publish (schema {schema})\n"
            "  hint use that version, or choose another output folder"
        )
    return [entry for entry, path in zip(entries, paths, strict=True) if (folder / path).is_file()]


def merge(earlier: Iterable[Entry], new: Iterable[Entry]) -> list[Entry]:
    """Put new entries over earlier ones with the same path; sorted by path."""
    by_path = {entry.path: entry for entry in (*earlier, *new)}
    return [by_path[path] for path in sorted(by_path)]


def text(entries: Iterable[Entry]) -> bytes:
    """Write a manifest as JSON, UTF-8, with sorted names and a line feed at the end."""
    record = {"schema": SCHEMA, "files": [entry.record for entry in entries]}
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
