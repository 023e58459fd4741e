"""Which sections of an organisation page stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.model.organisation import Section

#: Longer topics read better one below the other. Characters of HTML.
_SHORT = 400


def are_topics(sections: tuple[Section, ...]) -> bool:
    """Whether sections are a handful of short texts, fit for two columns."""
    return len(sections) > 1 and all(_is_short(section) for section in sections)


def _is_short(section: Section) -> bool:
    text = section.body.html if section.body else ""
    return len(text) <= _SHORT and not section.divisions and not section.sections
