"""`publish brand check`: judge a brand before it is used or given on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson
from publish.errors import ExitCode, WrongCall

if TYPE_CHECKING:
    from publish.batch.brand import Report


EXAMPLES = """\b
Examples:
  publish brand check
  publish brand check my-office/brand --json
"""


def check(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A project, or the folder of a brand."),
    ] = Path(),
    json: AsJson = False,
) -> int:
    """Judge the brand of a project.

    Told are the contrast of every pair of colours in use, the fonts that each language is printed
    with, the logos with their words, and the licences of the fonts.
    """
    from publish.batch.brand import judge
    from publish.read import PROJECT_FILE
    from publish.read.brand import BRAND_FILE

    if not any((folder / name).is_file() for name in (PROJECT_FILE, BRAND_FILE)):
        raise WrongCall(
            f"{folder} has neither {PROJECT_FILE} nor {BRAND_FILE}\n"
            "  hint name the folder of a project, or of a brand"
        )
    report = judge(folder)
    failed = any(fault.severity.value == "fault" for fault in report.faults)
    return answer.tell(
        "\n".join(_lines(report)),
        as_json=json,
        code=ExitCode.INPUT_FAULTS if failed else ExitCode.DONE,
        faults=report.faults,
        **report.as_record(),
    )


def _lines(report: Report) -> list[str]:
    lines = [f"brand {report.key}", "", "contrast"]
    lines += [
        f"  {ratio:5.2f}:1  needs {needed:g}:1  {colour} on {ground}, for {use}"
        for colour, ground, ratio, needed, use in report.contrasts
    ]
    lines += ["", "fonts of each language"]
    for language in dict.fromkeys(language for language, _, _ in report.faces):
        roles = {role: names for each, role, names in report.faces if each == language}
        told = "; ".join(f"{role} {', '.join(names)}" for role, names in roles.items())
        lines.append(f"  {language:<6} {told}")
    lines += ["", "logos"] + [
        f"  {path}  {', '.join(bodies) or 'the house'}  ({', '.join(alt) or 'no words'})"
        for path, bodies, alt, _ in report.logos
    ]
    lines += [] if report.logos else ["  none"]
    if report.fonts:
        lines += ["", "own fonts", *(f"  {file}  {family}" for file, family in report.fonts)]
    return lines
