"""Text that a reader will see: it always knows its language and its direction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from publish.model.place import Place

Direction = Literal["ltr", "rtl"]

#: Primary language subtags (and script subtags) that are written from right to left.
_RIGHT_TO_LEFT = frozenset(
    "ar arb arc ckb dv fa he iw ji ks ku-arab nqo pes prs ps sd syr ug ur yi".split()
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset("adlm arab hebr nkoo rohg syrc thaa".split())


def direction_of(language: str) -> Direction:
    """Return the direction in which a language (BCP 47) is written.

    A script subtag decides before the language: ``pa-Arab`` is right to left, ``ar-Latn`` is not.
    """
    first, *rest = language.lower().split("-")
    script = next((subtag for subtag in rest if len(subtag) == 4 and subtag.isalpha()), None)
    if script is not None:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain text in one language.

    Attributes:
        text: what the author wrote, character for character; markup signs are text.
        language: BCP 47.
        place: where it was written; does not take part in comparison.
    """

    text: str
    language: str
    place: Place | None = field(default=None, compare=False)

    @property
    def direction(self) -> Direction:
        """The direction of the language."""
        return direction_of(self.language)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text with structure, as a sanitised fragment of semantic HTML.

    Attributes:
        html: block elements only at the top; each element that began on a line of the author's
            file carries ``data-line`` with its number, counted from 1.
        language: BCP 47, of all that does not say otherwise.
        place: where the text begins.
    """

    html: str
    language: str
    place: Place | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(self.html.strip())
