"""`publish import`: from the text of a web page to texts that can be published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, Language
from publish.errors import ExitCode, InputFaults, WrongCall

if TYPE_CHECKING:
    from collections.abc import Iterable


#: Files that say themselves what each line is.
STRUCTURED = {".html", ".htm", ".xhtml", ".md"}

EXAMPLES = """\b
Examples:
  publish import page.txt -o my-office/works --language fr
"""


def import_page(
    page: Annotated[
        Path,
        typer.Argument(
            metavar="PAGE", help="A file with the text of a web page.", show_default=False
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the texts go.")
    ],
    language: Language = "",
    json: AsJson = False,
) -> int:
    """Make texts out of a web page.

    A report says for every line of the page what it became. Files that are there already are
    never written over.
    """
    from publish.deliver.storage import plain_words, write
    from publish.read import file, names
    from publish.read.findings import Findings
    from publish.read.page_text import recognise, to_markdown

    if page.suffix.lower() in STRUCTURED:
        raise WrongCall(
            f"{page.name} has its structure already, so there is nothing to guess\n"
            f"  hint build it as it is: publish build {page}"
        )
    findings = Findings(page.name)
    text = file.read(page, findings)
    if text is None:
        raise InputFaults(findings.faults)
    stem, suffix = names.parted(page.stem)
    found = recognise(text.text, page.name, language=language or suffix or None)
    texts = {
        f"{names.slug(stem)}-{type(content).__name__.lower()}.{content.language}.md": content
        for content in (found.statement, found.organisation)
        if content is not None
    }
    contents = {name: to_markdown(content) for name, content in texts.items()}
    # Not .md: the report must never be taken for a text that wants to be published.
    contents[f"{names.slug(stem)}-import.log"] = found.report.as_text()
    _refuse_to_overwrite(output, contents)
    with plain_words(f"write into {output}"):
        for name, content in contents.items():
            write(output / name, content.encode())
    faults = [*findings.faults, *found.faults]
    return answer.tell(
        "\n".join(str(output / name) for name in contents),
        as_json=json,
        code=ExitCode.INPUT_FAULTS if found.faults or not texts else ExitCode.DONE,
        faults=faults,
        output=str(output),
        files=[*contents],
        report=found.report.as_records(),
    )


def _refuse_to_overwrite(output: Path, names: Iterable[str]) -> None:
    for name in names:
        if (output / name).exists():
            raise WrongCall(
                f"{output / name} is there already\n"
                "  hint take it away if it may be made anew, or name another folder"
            )
