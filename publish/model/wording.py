"""What a form says around a text."""

from __future__ import annotations

from dataclasses import dataclass

from publish.model.words import Words


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that no author wrote, in the language of the page or in English.

    Attributes:
        skip: the first link of a web page, to its text.
        notes, links: headings of what a form gathers at its end.
        picture, table: names for what has no name of its own.
        colon: between a name and what it names, with the space that the language wants.
        draft: mark of what must not be given out.
        access_summary: how a web page can be read, for catalogues.
    """

    skip: Words
    notes: Words
    links: Words
    picture: Words
    table: Words
    colon: Words
    draft: Words
    access_summary: Words
