"""Which sections of an organisation page stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.model.organisation import Section
    from publish.model.words import Prose

#: Longer topics read better one below the other. Characters of HTML.
_SHORT = 400

#: A list of fewer names stays in the measure.
_A_FEW = 3


def are_topics(sections: tuple[Section, ...]) -> bool:
    """Whether sections are a handful of short texts, fit for two columns."""
    return len(sections) > 1 and all(_is_short(section) for section in sections)


def are_names(body: Prose | None) -> bool:
    """Whether a text is one list of short entries, fit for two columns."""
    if body is None or not body.html.startswith("<ul"):
        return False
    whole = body.html.count("<ul") == 1 and body.html.rstrip().endswith("</ul>")
    items = body.html.split("<li")[1:]
    return whole and len(items) >= _A_FEW and max(map(len, items)) <= _SHORT


def _is_short(section: Section) -> bool:
    text = section.body.html if section.body else ""
    return len(text) <= _SHORT and not section.divisions and not section.sections
