"""Whether a filled layout shows every word that the author wrote.

A layout of a project may forget a field; then the page would be silent about it, and no later
check could know. So the words are looked for in the page before it goes on.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from markupsafe import escape

from publish.model.fault import Fault
from publish.model.page import Page
from publish.model.people import Contact
from publish.model.words import Prose, Words
from publish.standards.rules.composing import WORDS_LOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.model.work import Work


def lost_words(work: Work, html: str) -> list[Fault]:
    """Return a fault for each text of the work that the page does not show.

    Args:
        work: whose words are looked for.
        html: the filled layout.
    """
    main = html[html.find("<main") :]
    layout = f"layouts/{work.kind}.html"
    # The title of an HTML page names the file; only its body is shown.
    content = work.content.body if isinstance(work.content, Page) else work.content
    return [
        Fault(WORDS_LOST, detail=f"“{_beginning(said)}”", place=said.place, element=layout)
        for said in _said(content)
        if said and _as_html(said) not in main
    ]


def _said(record: object) -> Iterator[Words | Prose]:
    """Yield all words and prose of a record, in the order of its fields."""
    if isinstance(record, Words | Prose):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from _said(part)
    elif dataclasses.is_dataclass(record) and not _stays_out(record):
        for field in dataclasses.fields(record):
            yield from _said(getattr(record, field.name))


def _stays_out(record: object) -> bool:
    return isinstance(record, Contact) and not record.public


def _as_html(said: Words | Prose) -> str:
    if isinstance(said, Words):
        return str(escape(said.text))
    # The dateline may run in after the first start tag.
    return said.html.partition(">")[2]


def _beginning(said: Words | Prose) -> str:
    text = said.text if isinstance(said, Words) else said.html
    return text if len(text) <= 40 else f"{text[:40]}…"
