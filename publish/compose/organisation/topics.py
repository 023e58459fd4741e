"""Which short sections of a page stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.model.organisation import Section
    from publish.model.words import Prose, Words

#: Longer topics read better one below the other. Characters of HTML.
_SHORT = 400

#: A list of fewer names, or texts, stays in the measure.
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


def are_briefs(texts: Sequence[tuple[Words, Prose]]) -> bool:
    """Whether what is said about some bodies is short, fit for two columns."""
    return len(texts) > _A_FEW - 1 and all(len(text.html) <= _SHORT for _, text in texts)


def _is_short(section: Section) -> bool:
    text = section.body.html if section.body else ""
    return len(text) <= _SHORT and not section.divisions and not section.sections
