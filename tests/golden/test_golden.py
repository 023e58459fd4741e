"""The sample works, as texts that a person can review: tags, bookmarks, metadata."""

import io
from pathlib import Path

import pikepdf
import pytest

from publish import check, compose, finish, read, render, structure
from publish.model import House
from publish.pdf import tree_text
from publish.standards import PROFILES

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
WORKS = {f"{work.name}.{work.language}": work for work in read.works([EXAMPLES]).works}


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
def test_work(name, golden, keep):
    work = WORKS[name]
    composed = compose.fill(work, House())
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, PROFILES["ua-1"])
    pdf = finish.accessible(rendered, work.metadata)
    claims = PROFILES["ua-1"].claims(attachments=rendered.attachments)
    keep(f"golden-{name}", pdf, claims)
    found = [fault for verdict in check.judge(pdf, plan, claims) for fault in verdict.faults]
    assert [*plan.faults, *rendered.faults, *found] == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        golden(HERE / f"{name}.tags.txt", tree_text(plan.tree))
        golden(HERE / f"{name}.bookmarks.txt", bookmarks(opened))
        golden(HERE / f"{name}.xmp.txt", opened.Root.Metadata.read_bytes().decode() + "\n")
