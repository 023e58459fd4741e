"""`publish check` on texts: are the language versions of each work alike?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publish.cli import answer
from publish.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.model import Fault, Work

#: What the comparison is called among the checks of a file.
NAME = "language versions"


def are_texts(paths: Iterable[Path]) -> bool:
    """Whether paths name texts, or folders with texts, and not finished files."""
    from publish.read import TEXTS

    return all(path.is_dir() or path.suffix.lower() in TEXTS for path in paths)


def check_versions(paths: Sequence[Path], language: str, *, as_json: bool) -> ExitCode:
    """Compare the versions of each work, and say what one of them lacks."""
    from publish import read
    from publish.check.sisters import compared

    reading = read.works(_with_sisters(paths), language=language or None)
    houses = {work.source.folder: None for work in reading.works}
    languages = {folder: read.house(folder)[0].languages for folder in houses}
    found = compared(reading.works, lambda work: languages[work.source.folder])
    faults = [*reading.faults, *found]
    failed = any(fault.severity.value == "fault" for fault in faults)
    return answer.tell(
        "\n".join(_lines(reading.works, faults)),
        as_json=as_json,
        code=ExitCode.INPUT_FAULTS if failed else ExitCode.DONE,
        faults=faults,
        files=[_record(work, faults) for work in reading.works],
    )


def _with_sisters(paths: Iterable[Path]) -> list[Path]:
    """Put the other versions to each text that is named alone."""
    from publish import read

    found: dict[Path, None] = {}
    for path in paths:
        beside = read.texts_of(path) if path.is_file() else [path]
        found |= dict.fromkeys(beside or [path])
    return list(found)


def _lines(works: Iterable[Work], faults: Sequence[Fault]) -> Iterable[str]:
    versions: dict[str, list[Work]] = {}
    for work in works:
        versions.setdefault(work.name, []).append(work)
    for name, ones in sorted(versions.items()):
        differ = any(_verdict(one, faults) == "failed" for one in ones)
        verdict = "failed" if differ else "passed"
        yield f"{name} ({', '.join(one.language for one in ones)})\n  {verdict:<12} {NAME}"


def _record(work: Work, faults: Sequence[Fault]) -> dict[str, object]:
    return {
        "file": work.source.label,
        "work": work.name,
        "language": work.language,
        "checks": [{"name": NAME, "verdict": _verdict(work, faults), "detail": ""}],
    }


def _verdict(work: Work, faults: Iterable[Fault]) -> str:
    stops = (one for one in faults if one.severity.value == "fault" and one.place)
    files = {one.place.file for one in stops if one.place}
    return "failed" if files.intersection(work.source.labels) else "passed"
