"""Draws small pages and reads back what stands in their streams."""

import io
import re
from pathlib import Path
from textwrap import dedent

import pikepdf
import pytest
import tinyhtml5

from publish import render, structure
from publish.model import Composed, Source
from publish.pdf import tree_text
from publish.standards import PROFILES

SMALL = "@page { size: 90mm 60mm; margin: 8mm }"


class Drawn:
    """A drawn page with its plan."""

    def __init__(self, plan, rendered):
        self.plan, self.rendered = plan, rendered
        self.faults = [*plan.faults, *rendered.faults]

    @property
    def tree(self):
        return dedent(tree_text(self.plan.tree).partition("\n")[2]).rstrip()

    @property
    def replaced(self):
        """What ActualText says, in the order of the pages."""
        found = re.findall(rb"/ActualText\s*<FEFF([0-9A-F]*)>", self.stream)
        return [bytes.fromhex(text.decode()).decode("utf-16-be") for text in found]

    @property
    def stream(self):
        with pikepdf.open(io.BytesIO(self.rendered.pdf)) as pdf:
            return b"\n".join(
                b" ".join(stream.read_bytes() for stream in _streams(page)) for page in pdf.pages
            )

    @property
    def annotations(self):
        """Page, counted from 0, and address or page of arrival of each annotation."""
        with pikepdf.open(io.BytesIO(self.rendered.pdf)) as pdf:
            return [
                (number, str(note.A.URI) if "/A" in note else "inside")
                for number, page in enumerate(pdf.pages)
                for note in page.get("/Annots", [])
            ]


def _streams(page):
    contents = page.Contents
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


@pytest.fixture
def draw():
    """Return a function that plans and draws the body of an English page."""

    def draw(body, css="", lang="en", folder=Path(), profile="ua-1"):
        html = f"<!doctype html><html lang={lang}><title>t</title><body>{body}</body></html>"
        root = tinyhtml5.parse(html, namespace_html_elements=False)
        composed = Composed(
            root, (SMALL + css,), Source(folder / "page.html", "page.html", "", folder)
        )
        plan = structure.plan(composed)
        return Drawn(plan, render.pages(composed, plan, PROFILES[profile]))

    return draw
