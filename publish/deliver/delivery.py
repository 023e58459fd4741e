"""All files of a run come into place together, or none does.

1. Everything is written into a hidden folder beside the output, and the disk has it.
2. The files that will be replaced get a second name in that folder.
3. The new files are moved to their places; the manifest goes last, and with it the run counts.

A run that fails undoes steps 2 and 3; a run that was killed is undone by the next one. In both
cases a file is at every moment either the earlier one or the new one, never half of each.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish.deliver import manifest
from publish.deliver.lock import only_run
from publish.deliver.storage import keep, plain_words, settle, write
from publish.errors import OwnError
from publish.model.edition import Verdict
from publish.model.fault import Fault, Severity
from publish.model.file_names import file_name
from publish.model.place import Place
from publish.standards.rules.storage import CHANGED_BY_HAND, DRAFT_OVER_RELEASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from publish.model.edition import Edition
    from publish.model.work import Source, Work

STAGING = ".publish-staging"
_JOURNAL = "journal.txt"
_SAFE_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was written.

    Attributes:
        entries: of the files, in the order of the editions.
        faults: warnings only.
    """

    entries: list[manifest.Entry]
    faults: list[Fault]


def deliver(
    editions: Sequence[Edition],
    folder: Path,
    *,
    draft: bool,
    tools: Mapping[str, str],
    waiting: Callable[[], None] = lambda: None,
) -> Delivery:
    """Write editions and the manifest below `folder`, all together or not at all.

    Args:
        editions: no two with the same name, language and work.
        folder: made if it is not there; files of works that are not in this run stay.
        draft: what the manifest says about the state of the files.
        tools: name and version of everything that took part.
        waiting: called once if another run is writing there; this one then waits.

    Returns:
        What was written, with warnings on what was lost by it.

    Raises:
        StorageFailed: the disk is full, read-only and so on; earlier files are as they were.
    """
    entries = [_entry(edition, draft=draft, tools=tools) for edition in editions]
    with plain_words(f"write into {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
        with only_run(folder, waiting):
            undo(folder)
            earlier = manifest.read(folder)
            contents = {
                entry.path: edition.content
                for entry, edition in zip(entries, editions, strict=True)
            }
            replaced = [entry for entry in earlier if entry.path in contents]
            faults = [*_replaced(folder, replaced, draft)]
            merged = manifest.merge(earlier, entries)
            _change(folder, contents | {manifest.NAME: manifest.text(merged)})
    return Delivery(entries, faults)


def file_path(edition: Edition) -> str:
    """Return where an edition goes, below the output: ``work/work.language.edition.suffix``."""
    work = edition.work
    for name in (work.name, work.language, edition.name, edition.suffix):
        if not _SAFE_NAME.fullmatch(name):
            raise OwnError(f"{name!r} cannot be part of a file name")
    return f"{work.name}/{file_name(work.name, work.language, edition.name, edition.suffix)}"


def delivered(folder: Path, *, draft: bool) -> dict[tuple[str, str, str], manifest.Entry]:
    """Return what is in an output folder and as it was written, by work, language and edition.

    Args:
        folder: need not be there.
        draft: whether drafts are looked for, or releases.

    Raises:
        StorageFailed: there is a manifest, but not one that this version understands.
    """
    return {
        (entry.record["work"], entry.record["language"], entry.record["edition"]): entry
        for entry in manifest.read(folder)
        if entry.is_release is not draft
    }


def is_current(entry: manifest.Entry, work: Work, folder: Path) -> bool:
    """Whether a file was made from the text as it is now, and nobody has changed it since."""
    if entry.record["source"] != _provenance(work.source):
        return False
    with plain_words(f"read {entry.path} in {folder}"):
        return _digest((folder / entry.path).read_bytes()) == entry.sha256


def undo(folder: Path) -> None:
    """Put everything back as it was before a run that did not come to its end."""
    staging = folder / STAGING
    journal = staging / _JOURNAL
    # The manifest moves last: while the new one is still here, the run does not count.
    if journal.is_file() and (staging / "new" / manifest.NAME).is_file():
        for path in journal.read_text("utf-8").splitlines():
            _put_back(folder, path)
    # The journal goes first: half a staging folder must not be undone a second time.
    journal.unlink(missing_ok=True)
    if staging.exists():
        settle(staging)
        shutil.rmtree(staging)


def _put_back(folder: Path, path: str) -> None:
    target, staging = folder / path, folder / STAGING
    if (staging / "earlier" / path).is_file():
        (staging / "earlier" / path).replace(target)
    else:
        if not (staging / "new" / path).is_file():
            target.unlink(missing_ok=True)
        with suppress(OSError):  # the folder that the run made, if nothing is in it
            target.parent.rmdir()
    settle(target.parent)


def _replaced(folder: Path, earlier: Sequence[manifest.Entry], draft: bool) -> Iterator[Fault]:
    """Warn of what is lost: a correction made in another program, or a release under a draft."""
    for entry in earlier:
        place = Place(entry.path)
        if _digest((folder / entry.path).read_bytes()) != entry.sha256:
            yield Fault(CHANGED_BY_HAND, place=place, severity=Severity.WARNING)
        if draft and entry.is_release:
            yield Fault(DRAFT_OVER_RELEASE, place=place, severity=Severity.WARNING)


def _change(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Bring files into place; the last one is the manifest."""
    try:
        _stage(folder, contents)
        _place(folder, list(contents))
    except BaseException:
        undo(folder)
        raise
    shutil.rmtree(folder / STAGING, ignore_errors=True)


def _stage(folder: Path, contents: Mapping[str, bytes]) -> None:
    staging = folder / STAGING
    for path, content in contents.items():
        write(staging / "new" / path, content)
        if (folder / path).exists():
            keep(folder / path, staging / "earlier" / path)
    for inside in {(staging / "new" / path).parent for path in contents}:
        settle(inside)
    write(staging / _JOURNAL, "\n".join(contents).encode())
    settle(staging)
    settle(folder)


def _place(folder: Path, paths: Sequence[str]) -> None:
    for path in paths:
        if path == manifest.NAME:
            for parent in {(folder / other).parent for other in paths}:
                settle(parent)
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / STAGING / "new" / path).replace(folder / path)
    settle(folder)


def _entry(edition: Edition, *, draft: bool, tools: Mapping[str, str]) -> manifest.Entry:
    verdicts = {check.verdict for check in edition.checks}
    source = edition.work.source
    return manifest.Entry(
        {
            "path": file_path(edition),
            "sha256": _digest(edition.content),
            "work": edition.work.name,
            "language": edition.work.language,
            "edition": edition.name,
            "state": "draft" if draft else "release",
            "source": _provenance(source),
            "standards": [claim.title for claim in edition.claims]
            if verdicts == {Verdict.PASSED}
            else [],
            "checks": [
                {"name": check.name, "verdict": check.verdict.value} for check in edition.checks
            ],
            "tools": dict(tools) | dict(edition.tools),
        }
    )


def _provenance(source: Source) -> dict[str, Any]:
    """Say which files the work was made from, the one that it shares with others among them."""
    own: dict[str, Any] = {"file": source.label, "sha256": source.sha256}
    if source.shared is None:
        return own
    return own | {"shared": {"file": source.shared.label, "sha256": source.shared.sha256}}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
