"""The Declaration in twelve languages and statements in six: nothing lost, in logical order."""

import io
import os
from pathlib import Path

import pikepdf
import pytest

from publish import check, compose, finish, read, render, structure
from publish.check.page_walk import read_drawing
from publish.check.read_tree import read_tree
from publish.model import House, Severity
from publish.standards import PROFILES

SHARED = Path(os.environ.get("PUBLISH_SHARED", Path(__file__).parents[3] / "shared")) / "data"
TEXTS = sorted(SHARED.glob("udhr/*.html")) + sorted(SHARED.glob("statements/*.??.md"))

if not TEXTS:
    pytest.skip("the shared texts are not beside the project", allow_module_level=True)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_text(file, keep):
    reading = read.works([file])
    (work,) = reading.works
    # Every other text in each pair of standards, so that the run stays short.
    profile = PROFILES["ua-2" if TEXTS.index(file) % 2 else "ua-1"]
    composed = compose.fill(work, House())
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, profile)
    pdf = finish.accessible(rendered, work.metadata)
    claims = profile.claims(attachments=rendered.attachments)
    keep(f"shared-{work.name}.{work.language}", pdf, claims)
    verdicts = check.judge(pdf, plan, claims)
    late = [fault for verdict in verdicts for fault in verdict.faults]
    faults = [*reading.faults, *plan.faults, *rendered.faults, *late]
    assert [str(fault) for fault in faults if fault.severity is Severity.FAULT] == []


@pytest.mark.parametrize("name", ["arb", "cmn_hans", "heb", "hin", "urd"])
def test_every_character_of_the_source_is_read_back(name):
    """Compare letters in order: those of the page's HTML, and those of the finished bytes."""
    (work,) = read.works([SHARED / "udhr" / f"{name}.html"]).works
    composed = compose.fill(work, House())
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, PROFILES["ua-1"])
    pdf = finish.accessible(rendered, work.metadata)
    body = composed.root.find("body")
    assert body is not None
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tree = read_tree(opened, read_drawing(opened)).root
    assert tree is not None
    labels = [element for element in tree.elements() if element.role == "Lbl"]
    for label in labels:
        label.kids.clear()
    assert letters(tree.text) == letters("".join(body.itertext()))


def letters(text):
    """Return a text without white space and what only breaks lines."""
    return "".join(text.replace("\u00ad", "").replace("\u200b", "").split())
