"""The sample works, as texts that a person can review: tags, bookmarks, metadata."""

import io
from pathlib import Path

import pikepdf
import pytest

from publish import read
from publish.pdf import tree_text

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
#: The short texts at the top; tests/examples looks at those in works/.
TEXTS = sorted(
    text
    for text in EXAMPLES.iterdir()
    if len(text.suffixes) == 2  # name.language.kind
)
WORKS = {f"{work.name}.{work.language}": work for work in read.works(TEXTS).works}


def bookmarks(pdf):
    """Return the outline, one bookmark a line."""
    lines = []
    with pdf.open_outline() as outline:
        stack = [(item, 0) for item in reversed(outline.root)]
        while stack:
            item, depth = stack.pop()
            lines.append("  " * depth + str(item.title))
            stack += [(child, depth + 1) for child in reversed(item.children)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", sorted(WORKS))
def test_work(name, golden, keep, make_work):
    made = make_work(WORKS[name])
    keep(f"golden-{name}", made.pdf, made.claims)
    assert made.found() == []
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        golden(HERE / f"{name}.tags.txt", tree_text(made.plan.tree))
        golden(HERE / f"{name}.bookmarks.txt", bookmarks(opened))
        golden(HERE / f"{name}.xmp.txt", opened.Root.Metadata.read_bytes().decode() + "\n")
