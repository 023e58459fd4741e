"""`publish preflight`: can these files go to the press?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson
from publish.errors import ExitCode, StorageFailed, WrongCall
from publish.standards.limits import limit_sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.preflight.report import Report
    from publish.model.ticket import Ticket

#: Larger files are no job for one call; 2 GB is also what most shops take.
_LARGEST = 2_000_000_000

EXAMPLES = """\b
Examples:
  publish preflight report.print.pdf
  publish preflight report.print.pdf --ticket report.ticket.json
  publish preflight adverts/*.pdf --limits newspaper
  publish preflight advert.pdf --limits newspaper --html advert.html
  publish preflight advert.pdf --limits shop.toml --json
"""


def preflight(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="PDF files, also such as are not ours.", show_default=False
        ),
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
            help=f"Numbers of the print shop: {', '.join(limit_sets())}, or a file ending in "
            ".toml. Without it those of the ticket, which may lie beside FILE, or of the condition "
            "that FILE names.",
            show_default=False,
        ),
    ] = "",
    twin: Annotated[
        Path | None,
        typer.Option(
            metavar="PDF",
            help="The accessible edition: both must have the same text. Without it, the one that "
            "the ticket names, if it lies beside the ticket.",
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
    """Judge whether PDF files can go to the press.

    Holds each file against PDF/X-4, against what print shops ask for and, with a ticket, against
    the job. Ink is measured with Ghostscript; where it is missing, those rules are not measured,
    and not measured is never passed. Nothing is changed. Several files end with a line for each.
    """
    _one_job(files, ticket=ticket, twin=twin, html=html)
    from publish.check.preflight.run import preflight as judge
    from publish.cli.job import limits_of, twin_beside
    from publish.cli.progress import Progress

    job = _ticket(ticket)
    other = _content(twin) if twin else twin_beside(ticket, job)
    reports: dict[Path, Report] = {}
    progress = Progress(silent=json)
    try:
        for number, file in enumerate(files):
            progress.step(number + 1, len(files), file.name)
            content = _content(file)
            numbers = limits_of(file, content, named=limits, ticket=ticket)
            reports[file] = judge(content, limits=numbers, ticket=job, twin=other)
    finally:
        progress.end()
    if html is not None:
        _write(html, reports[files[0]], files[0].name)
    return _told(reports, html, as_json=json)


def _one_job(files: Sequence[Path], **of_one: Path | None) -> None:
    """Refuse what has no meaning, before the first file is judged.

    Raises:
        WrongCall: what belongs to one file is given for several, or would overwrite one.
        StorageFailed: a file is not there, or is a folder.
    """
    given = [name for name, path in of_one.items() if path is not None]
    if given and len(set(files)) > 1:
        raise WrongCall(f"--{given[0]} goes with one FILE\n  hint judge the files one by one")
    page = of_one["html"]
    if page is not None and page.resolve() in {
        one.resolve() for one in (*files, of_one["ticket"], of_one["twin"]) if one is not None
    }:
        raise WrongCall(f"--html would overwrite {page}\n  hint name another file")
    for file in files:
        _must_be_a_file(file)


def _told(reports: dict[Path, Report], html: Path | None, *, as_json: bool) -> ExitCode:
    """Say what was found; of several files, end with a line for each and a count."""
    from publish.check.preflight.wording import summary, told

    text = "\n\n".join(told(report, str(file)) for file, report in reports.items())
    code = worst(*map(exit_code, reports.values()))
    if html is not None:
        text += f"\nThe report is in {html}"
    records = [{"file": str(file), **report.as_record()} for file, report in reports.items()]
    if len(records) == 1:
        return answer.tell(text, as_json=as_json, code=code, **records[0])
    text += f"\n\n{summary({str(file): report for file, report in reports.items()})}"
    return answer.tell(text, as_json=as_json, code=code, files=records)


def worst(*codes: ExitCode) -> ExitCode:
    """Return the exit code of several files: a fault counts more than what a machine lacks."""
    order = (ExitCode.INPUT_FAULTS, ExitCode.MACHINE_LACKS)
    return next((code for code in order if code in codes), ExitCode.DONE)


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


def _must_be_a_file(file: Path) -> None:
    if not file.exists():
        raise StorageFailed(f"{file} cannot be read: it is not there\n  hint check its spelling")
    if file.is_dir():
        raise StorageFailed(
            f"{file} is a folder, and PDF files are wanted\n"
            f"  hint name the files in it: {file}/*.pdf"
        )


def _content(file: Path) -> bytes:
    """Return a file.

    Raises:
        StorageFailed: it is not there, is a folder, or cannot be read.
    """
    _must_be_a_file(file)
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
    """Write the report as a web page; an earlier one stays until the new one is whole.

    Raises:
        StorageFailed: it cannot be written.
    """
    from publish.check.preflight.web_report import web_report
    from publish.deliver import storage

    new = page.with_name(f".{page.name}.new")
    with storage.plain_words(f"write {page}"):
        try:
            new.unlink(missing_ok=True)
            storage.write(new, web_report(report, name).encode())
            new.replace(page)
        finally:
            new.unlink(missing_ok=True)
