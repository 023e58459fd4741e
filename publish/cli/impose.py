"""`publish impose`: pages put in place on sheets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, folder_named
from publish.errors import ExitCode, WrongCall

if TYPE_CHECKING:
    from publish.impose import Job
    from publish.impose.files import Written

EXAMPLES = """\b
Examples:
  publish impose report.en.print.pdf --scheme saddle --paper 0.1
  publish impose report.ar.print.pdf --scheme saddle --pad
  publish impose book.fr.print.pdf --scheme perfect --signature 16
  publish impose cards.pdf --scheme repeat --sheet sra3
  publish impose leaflet.pdf --scheme roll
  publish impose cover.pdf --scheme cover --inside 240 --paper 0.1 --spine-text "Annual report"
"""

#: Width and height in millimetres of sheets that have a name.
SHEETS = {
    "a2": (420.0, 594.0),
    "a3": (297.0, 420.0),
    "a4": (210.0, 297.0),
    "sra2": (450.0, 640.0),
    "sra3": (320.0, 450.0),
    "sra4": (225.0, 320.0),
    "letter": (215.9, 279.4),
    "tabloid": (279.4, 431.8),
}
_EDGES = ("auto", "left", "right")
_SIGNATURES = (4, 8, 16, 32)


def impose(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Single pages as PDF/X-4.", show_default=False)
    ],
    scheme: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="saddle (booklet), perfect (signatures of a book), n-up, repeat (cards), "
            "cut-stack, roll or z (leaflets), cover.",
            show_default=False,
        ),
    ],
    edge: Annotated[
        str,
        typer.Option(
            metavar="SIDE",
            help="Where the spine is: left, right, or auto: as the ticket or the language says.",
        ),
    ] = "auto",
    paper: Annotated[
        float, typer.Option(metavar="MM", help="Thickness of one leaf, for creep and spine.")
    ] = 0.0,
    signature: Annotated[
        int, typer.Option(metavar="PAGES", help="Of a book: 4, 8, 16 or 32 pages a signature.")
    ] = 16,
    mill: Annotated[
        float, typer.Option(metavar="MM", help="How much is milled off the spine of a book.")
    ] = 3.0,
    sheet: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="Of the paper: sra3, a3 … or 320x450 in mm; as large as needed if left out.",
            show_default=False,
        ),
    ] = "",
    grid: Annotated[
        str,
        typer.Option(
            metavar="CxR",
            help="Columns and rows of n-up, repeat and cut-stack; as many as fit if left out.",
            show_default=False,
        ),
    ] = "",
    gap: Annotated[
        float | None,
        typer.Option(
            metavar="MM",
            help="Between pages that are cut apart; twice the bleed if left out.",
            show_default=False,
        ),
    ] = None,
    sides: Annotated[
        int,
        typer.Option(
            metavar="1|2",
            help="Printed sides of n-up, repeat and cut-stack; 1 for a single page, else 2.",
            show_default=False,
        ),
    ] = 0,
    tumble: Annotated[
        bool, typer.Option("--tumble", help="The sheet is turned head first to print its back.")
    ] = False,
    pad: Annotated[
        bool, typer.Option("--pad", help="Fill up with blank pages, which the ticket names.")
    ] = False,
    blanks_at: Annotated[
        int,
        typer.Option(
            metavar="PAGE",
            help="Blanks come before this page; behind the last one, or before a cover at the "
            "back, if left out.",
            show_default=False,
        ),
    ] = 0,
    panels: Annotated[int, typer.Option(metavar="N", help="Panels of a leaflet: 2 to 6.")] = 3,
    tuck: Annotated[
        float, typer.Option(metavar="MM", help="How much narrower each panel is that folds in.")
    ] = 2.0,
    inside: Annotated[
        int,
        typer.Option(metavar="PAGES", help="Of the book that a cover is for.", show_default=False),
    ] = 0,
    cover_paper: Annotated[
        float, typer.Option(metavar="MM", help="Thickness of the paper of the cover.")
    ] = 0.0,
    spine_text: Annotated[
        str, typer.Option(metavar="WORDS", help="On the spine of a cover.", show_default=False)
    ] = "",
    slug: Annotated[
        float, typer.Option(metavar="MM", help="Around the sheet for marks, without --sheet.")
    ] = 12.0,
    marks: Annotated[bool, typer.Option("--marks/--no-marks", help="Draw marks.")] = True,
    ticket: Annotated[
        Path | None,
        typer.Option(
            metavar="JSON",
            help="Ticket of FILE; the one beside it if left out.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Beside FILE if left out.", show_default=False
        ),
    ] = None,
    json: AsJson = False,
) -> int:
    """Put finished pages in place on sheets, with marks and a ticket.

    Most print shops want single pages and do this themselves: ask before you send sheets.
    Writes FILE.SCHEME.pdf and its ticket. FILE is not changed.
    """
    folder = folder_named(output, "the sheets and their ticket")
    from publish.impose import SCHEMES, Job
    from publish.impose.files import impose_file

    found = [name for name in SCHEMES if name == scheme]
    if not found:
        raise WrongCall(f"there is no scheme {scheme}\n  hint known are: {', '.join(SCHEMES)}")
    if edge not in _EDGES:
        raise WrongCall(f"--edge {edge} is no edge\n  hint known are: {', '.join(_EDGES)}")
    if signature not in _SIGNATURES:
        raise WrongCall(
            f"a sheet cannot be folded to {signature} pages\n  hint --signature 4, 8, 16 or 32"
        )
    job = Job(
        scheme=found[0],
        thickness=_length("--paper", paper, 2),
        signature=signature,
        mill=_length("--mill", mill, 20),
        sheet=_sheet(sheet),
        grid=_columns_and_rows(grid),
        gap=None if gap is None else _length("--gap", gap, 100),
        sides=_number("--sides", sides, 0, 2),
        tumble=tumble,
        pad=pad,
        blanks_at=_number("--blanks-at", blanks_at, 0, 100_000),
        panels=_number("--panels", panels, 2, 6),
        tuck=_length("--tuck", tuck, 20),
        slug=_length("--slug", slug, 100),
        marks=marks,
        inside=_number("--inside", inside, 0, 5000),
        cover_thickness=_length("--cover-paper", cover_paper, 5),
        spine_text=spine_text,
    )
    written = impose_file(
        file,
        job,
        edge=edge,  # type: ignore[arg-type]  # one of _EDGES
        ticket=ticket,
        folder=folder,
    )
    return _told(written, job, as_json=json)


def _length(option: str, value: float, most: float) -> float:
    if not 0 <= value <= most:
        raise WrongCall(f"{option} {value:g} is no length in mm\n  hint 0 to {most:g} is possible")
    return value


def _number(option: str, value: int, least: int, most: int) -> int:
    if not least <= value <= most:
        raise WrongCall(f"{option} {value} cannot be\n  hint {least} to {most} is possible")
    return value


def _sheet(said: str) -> tuple[float, float] | None:
    if not said:
        return None
    if said.lower() in SHEETS:
        return SHEETS[said.lower()]
    match = re.fullmatch(r"(\d{2,4}(?:\.\d+)?)x(\d{2,4}(?:\.\d+)?)", said.lower())
    if not match:
        raise WrongCall(
            f"--sheet {said} is no size\n"
            f"  hint width x height in mm, such as 320x450, or one of {', '.join(SHEETS)}"
        )
    return float(match[1]), float(match[2])


def _columns_and_rows(said: str) -> tuple[int, int] | None:
    if not said:
        return None
    match = re.fullmatch(r"([1-9]\d?)x([1-9]\d?)", said.lower())
    if not match:
        raise WrongCall(f"--grid {said} is no grid\n  hint columns x rows, such as 2x4")
    return int(match[1]), int(match[2])


def _told(written: Written, job: Job, *, as_json: bool) -> ExitCode:
    told = written.imposed.imposition
    sheets = f"{told.sheets} sheet{'s' * (told.sheets != 1)}"
    lines = [f"{written.pdf}  {sheets}, {told.up} pages a side"]
    lines += [f"{written.ticket}"] if written.ticket else ["no ticket: FILE has no output intent"]
    if told.blanks:
        lines.append(f"blank pages: {', '.join(map(str, told.blanks))}")
    if job.scheme == "cover":
        lines.append(f"spine: {job.spine:.4g} mm")
    return answer.tell(
        "\n".join(lines),
        as_json=as_json,
        faults=written.imposed.faults,
        file=str(written.pdf),
        ticket=str(written.ticket) if written.ticket else None,
        sheets=told.sheets,
        up=told.up,
        blanks=[*told.blanks],
        spine=round(job.spine, 3) if job.scheme == "cover" else None,
    )
