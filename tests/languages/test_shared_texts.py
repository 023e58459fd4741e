"""The Declaration in twelve languages and statements in six: nothing lost, in logical order."""

import io
import os
from pathlib import Path

import pikepdf
import pytest

from publish import read
from publish.check.page_walk import read_drawing
from publish.check.read_tree import read_tree

SHARED = Path(os.environ.get("PUBLISH_SHARED", Path(__file__).parents[3] / "shared")) / "data"
TEXTS = sorted(SHARED.glob("udhr/*.html")) + sorted(SHARED.glob("statements/*.??.md"))

if not TEXTS:
    pytest.skip("the shared texts are not beside the project", allow_module_level=True)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_text(file, keep, make_work):
    reading = read.works([file])
    (work,) = reading.works
    # Every other text in each pair of standards, so that the run stays short.
    made = make_work(work, "ua-2" if TEXTS.index(file) % 2 else "ua-1")
    keep(f"shared-{work.name}.{work.language}", made.pdf, made.claims)
    assert [str(fault) for fault in reading.stops] == []
    assert made.found() == []


@pytest.mark.parametrize("name", ["arb", "cmn_hans", "heb", "hin", "urd"])
def test_every_character_of_the_source_is_read_back(name, make_work):
    """Compare letters in order: those of the page's HTML, and those of the finished bytes."""
    (work,) = read.works([SHARED / "udhr" / f"{name}.html"]).works
    made = make_work(work)
    body = made.composed.root.find("body")
    assert body is not None
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        tree = read_tree(opened, read_drawing(opened)).root
    assert tree is not None
    labels = [element for element in tree.elements() if element.role == "Lbl"]
    for label in labels:
        label.kids.clear()
    assert letters(tree.text) == letters("".join(body.itertext()))


def letters(text):
    """Return a text without white space and what only breaks lines."""
    return "".join(text.replace("\u00ad", "").replace("\u200b", "").split())
