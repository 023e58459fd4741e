"""A page of one paragraph, set as its language asks."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, tostring

import pytest
import tinyhtml5

from publish.compose.typography import apply
from publish.model.house import Digits

Set = Callable[..., str]


def page(html: str, language: str) -> Element:
    text = f'<html lang="{language}"><head><title></title></head><body>{html}</body></html>'
    root: Element = tinyhtml5.parse(text, namespace_html_elements=False)
    return root


def shown(root: Element) -> str:
    """The body, with ``~`` for a no-break space and ``^`` for the narrow one."""
    body = root.find("body")
    assert body is not None
    html = tostring(body, encoding="unicode").removeprefix("<body>").removesuffix("</body>")
    return html.replace("\u00a0", "~").replace("\u202f", "^")


@pytest.fixture
def typeset() -> Set:
    """Set one paragraph and return it without its tags."""

    def one(html: str, language: str, digits: Digits = "typed") -> str:
        root = page(f"<p>{html}</p>", language)
        apply(root, language=language, digits=digits)
        return shown(root).removeprefix("<p>").removesuffix("</p>")

    return one
