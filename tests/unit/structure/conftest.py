"""Plans small pages."""

from pathlib import Path

import pytest
import tinyhtml5

from publish import structure
from publish.model import Composed, Source
from publish.pdf import tree_text


@pytest.fixture
def plan():
    """Return a function that plans the body of a French page."""

    def plan(body, lang="fr"):
        html = f"<!doctype html><html lang={lang}><title>t</title><body>{body}</body></html>"
        root = tinyhtml5.parse(html, namespace_html_elements=False)
        source = Source(Path("page.html"), "page.html", "", Path())
        return structure.plan(Composed(root, (), source))

    return plan


@pytest.fixture
def tree(plan):
    """Return a function that plans a body and prints its tree without the first line."""

    def tree(body, lang="fr"):
        return tree_text(plan(body, lang).tree).partition("\n")[2].rstrip()

    return tree


@pytest.fixture
def codes(plan):
    """Return a function that plans a body and returns the codes of its faults."""

    def codes(body, lang="fr"):
        return [fault.code for fault in plan(body, lang).faults]

    return codes
