"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publish.errors import WrongCall

AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")]
Language = Annotated[
    str,
    typer.Option(
        help="Language of texts that do not say it themselves, for example fr or zh-Hans.",
        metavar="TAG",
        show_default=False,
    ),
]

#: Ends of names that nobody gives a folder, and somebody a file that he expects.
_OF_FILES = frozenset({".pdf", ".html", ".htm", ".json", ".png"})


def folder_named(output: Path | None, written: str) -> Path | None:
    """Return the folder that ``-o`` names.

    Args:
        output: as it was typed; ``None`` where it was left out.
        written: what is written into it, in words.

    Raises:
        WrongCall: it is a file, or named like one.
    """
    if output is None or output.is_dir():
        return output
    if output.exists() or output.suffix.lower() in _OF_FILES:
        raise WrongCall(
            f"-o {output} names a file, and a folder is wanted\n"
            f"  hint name the folder that gets {written}: -o {output.with_suffix('')}"
        )
    return output
