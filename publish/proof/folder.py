"""Where a proof goes: drawn aside, and moved into place when all of it is there."""

from __future__ import annotations

import base64
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from publish.deliver.storage import plain_words
from publish.errors import WrongCall
from publish.proof.make import Order, Proof, make
from publish.proof.page import GENERATOR, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publish.proof.wording import Wording

INDEX = "index.html"
_ASIDE = ".publish-proof-"
#: The line that tells our pages stands among the first of them.
_HEAD = 4000


def write_folder(
    order: Order, place: Path, wording: Wording, *, tool: str, step: Callable[[int, int], None]
) -> Proof:
    """Write a folder with all pictures and the page ``index.html``.

    Args:
        order: what is asked for.
        place: the folder, which is replaced if an earlier proof is in it.
        wording: of the page and the pictures.
        tool: what separates the file, with its version.
        step: told how many of how many pages are done.

    Raises:
        WrongCall: something else than a proof is in the place.
        StorageFailed: it could not be written; what was there is as it was.
        PublishError: as `make` raises it.
    """
    _refuse_foreign(place, place / INDEX)
    with _aside(place.parent) as folder:
        proof = make(order, folder, wording, step)
        text = page(proof, wording, str, tool=tool, single=False)
        (folder / INDEX).write_text(text, encoding="utf-8")
        _replace(folder, place)
    return proof


def write_page(
    order: Order, place: Path, wording: Wording, *, tool: str, step: Callable[[int, int], None]
) -> Proof:
    """Write one page with all pictures in it; otherwise as `write_folder`."""
    _refuse_foreign(place, place)
    with _aside(place.parent) as folder:
        proof = make(order, folder, wording, step)
        text = page(proof, wording, lambda name: _carried(folder / name), tool=tool, single=True)
        made = folder / INDEX
        made.write_text(text, encoding="utf-8")
        made.replace(place)
    return proof


@contextmanager
def _aside(parent: Path) -> Iterator[Path]:
    """Lend a hidden folder beside the place; it is gone at the end, whatever happens."""
    with plain_words(f"write the proof into {parent}"):
        parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=_ASIDE, dir=parent, ignore_cleanup_errors=True
        ) as aside:
            folder = Path(aside) / "new"
            folder.mkdir()
            yield folder


def _replace(made: Path, place: Path) -> None:
    """Move a folder into its place; what was there goes only when that is done."""
    old = made.parent / "old"
    if place.exists():
        place.rename(old)
    try:
        made.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise


def _refuse_foreign(place: Path, index: Path) -> None:
    """Leave alone what is no proof of ours."""
    if not place.exists() or (place.is_dir() and not any(place.iterdir())):
        return
    try:
        with index.open(encoding="utf-8", errors="replace") as opened:
            is_ours = f'name="generator" content="{GENERATOR}"' in opened.read(_HEAD)
    except OSError:
        is_ours = False
    if not is_ours:
        raise WrongCall(
            f"{place} is there and is no proof, so it is left alone\n"
            "  hint move it away, or name another folder: -o DIR"
        )


def _carried(file: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(file.read_bytes()).decode()}"
