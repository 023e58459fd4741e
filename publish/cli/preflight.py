"""`publish preflight`: can this file go to the press?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson
from publish.errors import ExitCode, StorageFailed, WrongCall

if TYPE_CHECKING:
    from publish.check.preflight.report import Report
    from publish.model.ticket import Ticket

#: Larger files are no job for one call; 2 GB is also what most shops take.
_LARGEST = 2_000_000_000
_DEFAULT_LIMITS = "sheetfed-coated"

EXAMPLES = """\b
Examples:
  publish preflight report.print.pdf
  publish preflight report.print.pdf --ticket report.ticket.json
  publish preflight advert.pdf --limits newspaper --html advert.html
  publish preflight advert.pdf --limits shop.toml --json
"""


def preflight(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A PDF file, also one that is not ours.")
    ],
    ticket: Annotated[
        Path | None,
        typer.Option(
            metavar="TICKET",
            help="The job ticket: the file must be what it says, and what it waives is waived.",
            show_default=False,
        ),
    ] = None,
    limits: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Numbers of the print shop: a set of ours or a file ending in .toml. Without it "
            f"those of the ticket, or {_DEFAULT_LIMITS}.",
            show_default=False,
        ),
    ] = "",
    twin: Annotated[
        Path | None,
        typer.Option(
            metavar="PDF",
            help="The accessible edition: both must have the same text.",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="PAGE",
            help="Write the report as a web page to this file too.",
            show_default=False,
        ),
    ] = None,
    json: AsJson = False,
) -> int:
    """Judge whether a PDF file can go to the press.

    Holds the file against PDF/X-4, against what print shops ask for and, with a ticket, against
    the job. Ink is measured with Ghostscript; where it is missing, those rules are not measured,
    and not measured is never passed. Nothing is changed.
    """
    if html is not None and html.resolve() in {
        one.resolve() for one in (file, ticket, twin) if one is not None
    }:
        raise WrongCall(f"--html would overwrite {html}\n  hint name another file")
    content = _content(file)
    from publish.check.preflight.run import preflight as judge
    from publish.check.preflight.wording import told
    from publish.standards.limits import limits as limits_of

    job = _ticket(ticket)
    numbers = limits_of(limits or (job.limits if job else "") or _DEFAULT_LIMITS)
    other = _content(twin) if twin else None
    report = judge(content, limits=numbers, ticket=job, twin=other)
    if html is not None:
        _write(html, report, file.name)
    text = told(report, str(file))
    if html is not None:
        text += f"\nThe report is in {html}"
    return answer.tell(
        text, as_json=json, code=exit_code(report), file=str(file), **report.as_record()
    )


def exit_code(report: Report) -> ExitCode:
    """1 for faults, 3 where the machine could not measure something, 0 otherwise.

    What was not measured because nobody gave a ticket or a twin is no fault of anybody.
    """
    from publish.check.preflight.report import Outcome, State

    if report.state is State.FAILED:
        return ExitCode.INPUT_FAULTS
    lacking = any(
        result.outcome is Outcome.NOT_MEASURED and not result.not_asked for result in report.results
    )
    return ExitCode.MACHINE_LACKS if lacking else ExitCode.DONE


def _content(file: Path) -> bytes:
    """Return a file.

    Raises:
        StorageFailed: it is not there, is a folder, or cannot be read.
    """
    if not file.exists():
        raise StorageFailed(f"{file} cannot be read: it is not there\n  hint check its spelling")
    if file.is_dir():
        raise StorageFailed(
            f"{file} is a folder, and one PDF file is wanted\n  hint name the file in it"
        )
    try:
        if file.stat().st_size > _LARGEST:
            raise StorageFailed(f"{file} is larger than 2 GB\n  hint send it in parts")
        return file.read_bytes()
    except OSError as error:
        raise StorageFailed(f"{file} cannot be read: {error.strerror or error}") from error


def _ticket(file: Path | None) -> Ticket | None:
    if file is None:
        return None
    from publish import read

    return read.ticket(file)


def _write(page: Path, report: Report, name: str) -> None:
    from publish.check.preflight.web_report import web_report

    try:
        page.write_text(web_report(report, name), encoding="utf-8")
    except OSError as error:
        raise StorageFailed(f"{page} cannot be written: {error.strerror or error}") from error
