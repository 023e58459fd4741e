"""`publish import`: from the text of a web page to texts that can be published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson, Language


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
    r"""Make texts out of a web page.

    A report says for every line of the page what it became. Files that are there already are
    never written over.

    \b
    Examples:
      publish import page.txt -o my-office/texts --language fr
    """
    raise NotImplementedError
