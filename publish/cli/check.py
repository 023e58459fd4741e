"""`publish check`: judge finished files, made by publish or by anybody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, Language
from publish.cli.versions import are_texts, check_versions
from publish.errors import ExitCode, InputFaults, StorageFailed, WrongCall

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.check import Verdict
    from publish.model import Fault
    from publish.pdf import Plan
    from publish.standards import Standard


EXAMPLES = """\b
Examples:
  publish check report.pdf
  publish check output/*/*.pdf --json
  publish check out.pdf --source works/appeal.fr.md
  publish check works/return             do its languages say the same?
"""


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="PDF files; or texts, or folders with texts.", show_default=False
        ),
    ],
    source: Annotated[
        Path | None,
        typer.Option(
            metavar="TEXT",
            help="The text that one file was made from: what is read back must be this text.",
            show_default=False,
        ),
    ] = None,
    language: Language = "",
    json: AsJson = False,
) -> int:
    """Judge PDF files by what they claim; compare texts with their other languages.

    PDF files are read by publish itself and, where Java and veraPDF are installed, by veraPDF.
    Of texts, the language versions of each work are compared: what one of them lacks is a fault.
    Nothing is changed.
    """
    if source and len(files) > 1:
        raise WrongCall("--source goes with one FILE\n  hint check the files one by one")
    for file in files:
        if not file.exists():
            raise StorageFailed(
                f"{file} cannot be read: it is not there\n  hint check its spelling"
            )
    if not source and are_texts(files):
        return check_versions(files, language, as_json=json)
    if texts := [file for file in files if are_texts([file])]:
        raise WrongCall(
            f"{texts[0]} holds texts, and others are PDF files\n"
            "  hint check texts in one call and PDF files in another: folder/*.pdf"
        )
    from publish import check as room

    contents = {file: _content(file) for file in files}
    claims = {file: room.claims_of(content) for file, content in contents.items()}
    plan = _plan(source, language, claims[files[0]]) if source else None
    by_verapdf = room.validators([*claims.items()])
    judged = {
        file: (*room.judge(content, plan, claims[file]), *by_verapdf[file])
        for file, content in contents.items()
    }
    return _told(judged, as_json=json, lacking=_lacking(by_verapdf.values()))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise StorageFailed(f"{file} cannot be read: {error.strerror or error}") from error


def _plan(source: Path, language: str, claims: tuple[Standard, ...]) -> Plan:
    """Plan the structure tree that a file made from this text must have.

    The text is drawn once more, since only drawing tells the numbers of lists and notes.
    """
    from publish.machine import require_drawing

    require_drawing()
    from publish import compose, read, render, structure
    from publish.standards import PROFILES

    reading = read.works([source], language=language or None)
    if reading.stops:
        raise InputFaults(reading.stops)
    if len(reading.works) != 1:
        raise WrongCall(f"{source} holds {len(reading.works)} texts\n  hint name a file with one")
    (work,) = reading.works
    house, faults = read.house(work.source.folder)
    if stops := [fault for fault in faults if fault.severity.value == "fault"]:
        raise InputFaults(stops)
    composed = compose.fill(work, house)
    plan = structure.plan(composed)
    profile = next((one for one in PROFILES.values() if one.access in claims), PROFILES["ua-1"])
    render.pages(composed, plan, profile, font_folders=house.font_folders)
    return plan


def _lacking(judged: Iterable[tuple[Verdict, ...]]) -> str:
    """Say why a claimed standard could not be judged; empty if all were."""
    from publish.model.edition import Verdict as Outcome

    open_ones = (one for verdicts in judged for one in verdicts)
    return next((one.detail for one in open_ones if one.outcome is Outcome.NOT_CHECKED), "")


def _told(judged: dict[Path, tuple[Verdict, ...]], *, as_json: bool, lacking: str) -> ExitCode:
    faults = [
        fault
        for file, verdicts in judged.items()
        for verdict in verdicts
        for fault in _placed(verdict, file)
    ]
    failed = any(fault.severity.value == "fault" for fault in faults)
    code = ExitCode.MACHINE_LACKS if lacking else ExitCode.DONE
    return answer.tell(
        "\n\n".join(_lines(file, verdicts) for file, verdicts in judged.items()),
        as_json=as_json,
        code=ExitCode.INPUT_FAULTS if failed else code,
        faults=faults,
        files=[
            {
                "file": str(file),
                "checks": [
                    {"name": one.check, "verdict": one.outcome.value, "detail": one.detail}
                    for one in verdicts
                ],
            }
            for file, verdicts in judged.items()
        ],
    )


def _placed(verdict: Verdict, file: Path) -> list[Fault]:
    """Faults of a file from elsewhere have no author's line; the file itself is their place."""
    from publish.model import Place

    place = Place(str(file))
    return [replace(fault, place=fault.place or place) for fault in verdict.faults]


def _lines(file: Path, verdicts: tuple[Verdict, ...]) -> str:
    rows = (f"  {one.outcome.value:<12} {one.check}  {one.detail}".rstrip() for one in verdicts)
    return "\n".join([str(file), *rows])
