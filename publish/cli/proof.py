"""`publish proof`: what the press will show of a PDF, before it is printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, folder_named
from publish.errors import ExitCode, MachineLacks, WrongCall

if TYPE_CHECKING:
    from typing import Any

    from publish.proof import Proof, Wording

#: Pixels per inch: less shows no letters, more only fills the disk.
LEAST_DPI, MOST_DPI, DPI = 36, 300, 120

_RUN = re.compile(r"(\d+)(?:-(\d+))?")
#: Longer runs are a slip of the keyboard, and would only fill the memory.
_MOST_PAGES = 100_000

EXAMPLES = """\b
Examples:
  publish proof appeal.fr.print.pdf
  publish proof cover.pdf --pages 1-3,7 --dpi 200
  publish proof flyer.pdf --condition uncoated      for a file without a profile
  publish proof appeal.fr.print.pdf --single -o to-the-shop
"""


def proof(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A PDF, ours or not.", show_default=False)
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Where the folder FILE.proof goes.",
            show_default="beside the file",
        ),
    ] = None,
    pages: Annotated[
        str,
        typer.Option(
            metavar="PAGES", help="Which pages, for example 1-3,7.", show_default="all of them"
        ),
    ] = "",
    dpi: Annotated[
        int,
        typer.Option(
            metavar="NUMBER",
            help=f"Pixels per inch of the pictures, {LEAST_DPI} to {MOST_DPI}.",
        ),
    ] = DPI,
    condition: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Assume a condition of the press, whatever the file says: coated, uncoated, or "
            "the ICC profile of a shop. Every picture says so.",
            show_default="what the file says",
        ),
    ] = "",
    limits: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Limits of the print shop for ink and safe zone: a set of ours, or a file ending "
            "in .toml. Without it those of the ticket beside FILE, or of the condition.",
            show_default=False,
        ),
    ] = "",
    paper: Annotated[
        bool,
        typer.Option("--paper/--no-paper", help="Show the tint of the paper, or pure white."),
    ] = True,
    single: Annotated[
        bool, typer.Option("--single", help="Write one page that holds all pictures in itself.")
    ] = False,
    language: Annotated[
        str, typer.Option(metavar="TAG", help="Of the page: ar, en, es, fr, ru or zh.")
    ] = "en",
    json: AsJson = False,
) -> int:
    """Show what the press will print: all inks together, each plate, and where ink is too much.

    Overprint is done as on the press, and colours are shown by the profile in the file. Makes a
    folder with pictures and a web page. Needs Ghostscript.
    """
    numbers, folder = _pages(pages), folder_named(output, "the proof")
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise WrongCall(f"--dpi {dpi} is not between {LEAST_DPI} and {MOST_DPI}")
    from publish.cli.job import limits_of
    from publish.cli.progress import Progress
    from publish.proof import Order, Wording, write_folder, write_page
    from publish.proof.print_file import content_of
    from publish.standards.press import SHIPPED, shipped_condition

    tool = _separator()
    wording = Wording(language)
    assumed = shipped_condition(condition).identifier if condition in SHIPPED else condition
    shop = limits_of(file, content_of(file), named=limits, condition=assumed)
    order = Order(file, numbers, dpi, condition, paper, shop)
    place = (folder or file.parent) / f"{file.stem}.proof{'.html' if single else ''}"
    progress = Progress(silent=json)

    def step(done: int, total: int) -> None:
        progress.step(done, total, file.name)

    write = write_page if single else write_folder
    try:
        made = write(order, place, wording, tool=tool, step=step)
    finally:
        progress.end()
    index = place if single else place / "index.html"
    return _told(made, index, wording, as_json=json)


def _separator() -> str:
    """Return the name and version of what separates files.

    Raises:
        MachineLacks: it is not there; with the line that installs it on this system.
    """
    from publish.check.ghostscript import ghostscript, ghostscript_version
    from publish.machine import install

    try:
        return f"Ghostscript {ghostscript_version(ghostscript())}".strip()
    except MachineLacks as lack:
        why = str(lack).partition("\n")[0]
        raise MachineLacks(
            f"what the press will show cannot be drawn: {why}",
            remedy=f"type: {install.line('ghostscript')}",
        ) from lack


def _pages(text: str) -> tuple[int, ...] | None:
    """Return the pages of ``1-3,7``; ``None`` for all.

    Raises:
        WrongCall: it cannot be understood.
    """
    if not text.strip():
        return None
    found: set[int] = set()
    for part in text.replace(" ", "").split(","):
        run = _RUN.fullmatch(part)
        first = int(run[1][:9]) if run else 0
        last = int((run[2] or run[1])[:9]) if run else 0
        if not 0 < first <= last < first + _MOST_PAGES:
            raise WrongCall(f"--pages {text}: {part} is no page\n  hint write, for example, 1-3,7")
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def _told(made: Proof, index: Path, wording: Wording, *, as_json: bool) -> ExitCode:
    from publish.proof import Wording, notes, plain

    english = Wording("en")
    worst = made.worst.total
    verdict = "over" if worst.is_over else "within"
    most = english("most_ink_on", percent=english.percent(worst.highest), page=_number(made))
    limit = english("limit", percent=english.percent(worst.limit))
    lines = [
        str(index),
        f"  condition  {made.look.identifier or made.look.name}"
        + (" (assumed)" if made.look.assumed else ""),
        f"  most ink   {most}, {english(verdict)} ({limit})",
        *(f"  note       {plain(note)}" for note in notes(made, english)),
    ]
    return answer.tell("\n".join(lines), as_json=as_json, proof=_record(made, index))


def _number(made: Proof) -> int:
    return made.worst.frame.number


def _record(made: Proof, index: Path) -> dict[str, Any]:
    return {
        "page": str(index),
        "sha256": made.sha256,
        "condition": made.look.identifier,
        "profile": made.look.name,
        "assumed": made.look.assumed,
        "ink_limit": made.limits.ink_limit,
        "screen_colours": list(made.file.screen_colours),
        "pages": [
            {
                "page": one.frame.number,
                "trim": list(one.frame.trim.size),
                "dpi": round(one.frame.dpi, 1),
                "highest_ink": round(one.total.highest, 1),
                "highest_at": [round(side, 1) for side in one.total.place],
                "over_limit": one.total.is_over,
                "plates": {plate.ink: round(plate.figures.mean, 2) for plate in one.plates},
                "composite": one.composite,
            }
            for one in made.pages
        ],
    }
