"""The other language versions of a text: as its author lists them, or as they lie beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.model import SisterLanguage, Words
from publish.read import links, names
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publish.model import Work
    from publish.read.fields import CommonFields, SisterFields
    from publish.read.records import Maker

_SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".xhtml"})


def listed(fields: CommonFields, maker: Maker) -> tuple[SisterLanguage, ...]:
    """Return the versions that the author lists."""
    return tuple(_sister(entry, number, maker) for number, entry in enumerate(fields.sisters))


def acquainted(works: Sequence[Work]) -> list[Work]:
    """Let each work know its other versions, unless its author lists them.

    A version is a text in the same folder whose name makes it the same work. It counts whether
    or not it was read in this run, so that a file is the same whatever was asked for with it.
    """
    spoken = {work.source.path: work.language for work in works}
    folders = dict.fromkeys(work.source.path.parent for work in works)
    texts = {folder: _by_work(folder) for folder in folders}
    return [
        work if work.content.sisters else _knowing(work, texts[work.source.path.parent], spoken)
        for work in works
    ]


def _knowing(work: Work, texts: dict[str, list[Path]], spoken: dict[Path, str]) -> Work:
    path, content = work.source.path, work.content
    if names.of_work(path) != work.name:  # one of two works that a page text holds
        return work
    beside = texts.get(work.name, [])
    found = {spoken.get(other) or names.parted(other.stem)[1] for other in beside}
    sisters = tuple(
        SisterLanguage(code, original=code == content.original_language, is_ours=True)
        for code in sorted(found - {"", work.language})
    )
    return replace(work, content=replace(content, sisters=sisters)) if sisters else work


def texts_of(path: Path) -> list[Path]:
    """Return the texts that make the same work as one text, itself among them, sorted."""
    return _by_work(path.parent).get(names.of_work(path), [])


def _by_work(folder: Path) -> dict[str, list[Path]]:
    """Return the texts of a folder by the work that they make; page texts may make two."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _SUFFIXES and path.is_file():
            found.setdefault(names.of_work(path), []).append(path)
    return found


def _sister(entry: SisterFields, number: int, maker: Maker) -> SisterLanguage:
    path = ("sisters", number)
    code = maker.known_language(entry.lang, *path, "lang")
    title = None
    if entry.title is not None:
        title = Words(entry.title, code or maker.language, maker.place(*path, "title"))
    return SisterLanguage(code, title, _address(entry, maker, *path), entry.original)


def _address(entry: SisterFields, maker: Maker, *path: str | int) -> str:
    """Return where a sister version can be had; nothing that must not be a link."""
    scheme = links.scheme_of(entry.address)
    line = maker.data.line_of((*path, "address"))
    if scheme and scheme not in links.ALLOWED_SCHEMES:
        maker.findings.fault(reading.UNSAFE_ADDRESS, line, f"{scheme}:")
        return ""
    if entry.address and not scheme:
        maker.findings.warning(reading.RELATIVE_ADDRESS, line, entry.address)
        return ""
    return entry.address
