"""`publish build`: from the authors' files to files that can be given out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, Language
from publish.errors import ExitCode, WrongCall

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.batch.run import Result


#: Asks for every edition.
ALL = "all"

EXAMPLES = """\b
Examples:
  publish build                          a draft of the project in this folder
  publish build appeal.fr.md -o out      a draft of one text
  publish build my-office --release      what can be given out
  publish build --edition html --edition text    the web page and the plain text
  publish build --edition print --edition accessible --release
                                         for the print shop, with its job ticket
  publish build --edition all            every form there is
"""


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Texts, or folders with texts; the current folder if none is named.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")
    ] = Path("output"),
    edition: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Which edition; may be given more than once. Known: accessible, large-print, "
            "html, text, print, or all of them: all. A release of print needs Ghostscript.",
            show_default="accessible",
        ),
    ] = None,
    standard: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="ua-1 for PDF/UA-1 with PDF/A-2a, ua-2 for PDF/UA-2 with PDF/A-4.",
        ),
    ] = "ua-1",
    release: Annotated[
        bool,
        typer.Option(
            "--release/--draft",
            help="A release writes no file of a work that has a fault; a draft writes what it "
            "can, marked as a draft, and warns.",
        ),
    ] = False,
    language: Language = "",
    json: AsJson = False,
) -> int:
    """Publish texts, with a manifest."""
    from publish.machine import require_drawing

    require_drawing()
    from publish.batch.run import Order, run
    from publish.cli.progress import Progress
    from publish.editions import EDITIONS
    from publish.standards import PROFILES

    order = Order(
        paths=paths or [Path()],
        output=output,
        profile=PROFILES[_known("standard", [standard], PROFILES)[0]],
        editions=_editions(edition or ["accessible"], EDITIONS),
        draft=not release,
        language=language,
    )
    progress = Progress(silent=json)
    try:
        result = run(order, progress)
    finally:
        progress.end()
    return _told(result, output, as_json=json)


def _told(result: Result, output: Path, *, as_json: bool) -> ExitCode:
    return answer.tell(
        _summary(result, output),
        as_json=as_json,
        code=_code(result),
        faults=result.faults,
        output=str(output),
        files=[entry.record for entry in result.entries],
        mistakes=result.mistakes,
        refused=result.refused,
    )


def _code(result: Result) -> ExitCode:
    if result.mistakes:
        return ExitCode.OWN_ERROR
    # A draft with faults is what was asked for; a work that is not there is not.
    done = bool(result.entries) and not result.refused
    return ExitCode.DONE if done else ExitCode.INPUT_FAULTS


def _summary(result: Result, output: Path) -> str:
    lines = [f"{output / entry.path}" for entry in result.entries]
    lines += [f"not written: {name}" for name in result.refused]
    return "\n".join(lines)


def _editions(names: list[str], table: Iterable[str]) -> tuple[str, ...]:
    """Return the editions that are asked for; ``all`` is every one."""
    every = tuple(table)
    return every if ALL in names else _known("edition", names, (*every, ALL))


def _known(option: str, names: list[str], table: Iterable[str]) -> tuple[str, ...]:
    """Return the names without doubles; refuse one that is not in the table."""
    known = sorted(table)
    for name in names:
        if name not in known:
            raise WrongCall(
                f"there is no {option} called {name}\n  hint known are: {', '.join(known)}"
            )
    return tuple(dict.fromkeys(names))
