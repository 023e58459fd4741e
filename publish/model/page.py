"""A semantic HTML page whose text is kept element for element."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.model.release import Release
from publish.model.sisters import SisterLanguage
from publish.model.words import Prose, Words


@dataclass(frozen=True, slots=True)
class Page:
    """The `main` of an author's HTML page.

    Attributes:
        title: of the document (the ``title`` element, or the first heading).
        body: the children of ``main``; no heading is added to them.
    """

    language: str
    title: Words
    body: Prose
    release: Release = field(default_factory=Release)
    description: str = ""
    author: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    symbol: str = ""
    sisters: tuple[SisterLanguage, ...] = ()
    original_language: str = ""
