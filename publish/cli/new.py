"""`publish new`: a small project that builds at once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from publish.cli import answer
from publish.cli.options import AsJson
from publish.errors import StorageFailed, WrongCall

_PROJECT = Path(__file__).parent / "project"


EXAMPLES = """\b
Examples:
  publish new my-office
  publish build my-office
"""


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Is made; must not hold anything yet.")
    ],
    json: AsJson = False,
) -> int:
    """Begin a project with a sample text."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise WrongCall(
                f"{folder} already holds something\n  hint name a folder that is new or empty"
            )
        shutil.copytree(_PROJECT, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageFailed(f"{folder} cannot be made: {reason}") from error
    made = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    lines = [*(f"{folder / path}" for path in made), "", f"Next: publish build {folder}"]
    files = [path.as_posix() for path in made]
    return answer.tell("\n".join(lines), as_json=json, folder=str(folder), files=files)
