"""The words that the pages of a file draw, without order, spaces or hyphens.

Two files of one text are broken into lines at other places; so hyphens are left out of all words,
and a word that goes on in the next line is joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.check.preflight.drawing import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.check.preflight.drawing import Event

_HYPHENS = "-‐‑\u00ad"
_NO_HYPHENS = str.maketrans("", "", _HYPHENS)
#: Marks of direction and of joining, which shape letters and are none.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_SPACES = re.compile(r"\s+")
#: Parts of a font size: less between two runs on a line is within a word.
_WITHIN_WORD = 0.15
#: Parts of addresses as they are printed behind the words of a link.
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w|/")
_AROUND = "()[]<>.,;:!?…«»“”\"'’‘"


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one page says.

    Attributes:
        letters: all of it, without spaces and hyphens, in the order of drawing.
        words: in the order of drawing.
    """

    letters: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the words of two files differ, each word as often as it is lacking or added.

    Attributes:
        addresses: added words that belong to printed addresses.
    """

    lacking: tuple[str, ...]
    added: tuple[str, ...]
    addresses: tuple[str, ...]


def page_words(events: Iterable[Event], pages: int) -> list[PageWords]:
    """Return what each page says, of all text that is drawn, seen or not."""
    texts: list[list[Text]] = [[] for _ in range(pages)]
    for event in events:
        if isinstance(event, Text) and not event.in_mask and 1 <= event.page <= pages:
            texts[event.page - 1].append(event)
    return [_page(page) for page in texts]


def _page(texts: list[Text]) -> PageWords:
    said = unicodedata.normalize("NFKC", _INVISIBLE.sub("", "".join(_joined(texts))))
    words = (word.translate(_NO_HYPHENS) for word in said.split())
    return PageWords(
        _SPACES.sub("", said).translate(_NO_HYPHENS), tuple(word for word in words if word)
    )


def _joined(texts: list[Text]) -> Iterator[str]:
    """Yield the runs of a page with spaces where there is one, or the line ends."""
    before: Text | None = None
    for text in texts:
        if before is not None and not _goes_on(before, text):
            yield " "
        yield text.text
        before = text


def _goes_on(before: Text, text: Text) -> bool:
    """Whether a run goes on in the word that the one before has begun."""
    if before.text.rstrip().endswith(tuple(_HYPHENS)):
        return True
    one, other = before.box, text.box
    if one is None or other is None:
        return False
    gap = _WITHIN_WORD * max(before.size, text.size, 0.1)
    on_line = abs(one.bottom - other.bottom) < max(before.size, text.size) / 2
    return on_line and min(abs(other.left - one.right), abs(one.left - other.right)) < gap


def difference(printed: list[PageWords], twin: list[PageWords]) -> Difference | None:
    """Compare the words of a print file with those of its twin; `None` where they are the same.

    With the same layout the pages say the same, letter by letter. Otherwise words are counted:
    those of the running heads and page numbers depend on the number of pages, and so are only
    looked for and not counted where it differs.
    """
    if [page.letters for page in printed] == [page.letters for page in twin]:
        return None
    ours = Counter(_bare(word) for page in printed for word in page.words)
    theirs = Counter(_bare(word) for page in twin for word in page.words)
    lacking, added = theirs - ours, ours - theirs
    if len(printed) != len(twin):
        lacking = Counter({word: 1 for word in lacking if word not in ours and not word.isdigit()})
        added = Counter({word: 1 for word in added if word not in theirs and not word.isdigit()})
    lacking.pop("", None)
    added.pop("", None)
    addresses = _address_parts([word for page in printed for word in page.words], added)
    left = added - addresses
    if not lacking and not added:
        return None
    return Difference(
        tuple(sorted(lacking.elements())),
        tuple(sorted(left.elements())),
        tuple(sorted(addresses.elements())),
    )


def _bare(word: str) -> str:
    return word.strip(_AROUND)


def _address_parts(words: list[str], added: Counter[str]) -> Counter[str]:
    """Return the added words that are addresses, or go on with one in the next line."""
    found = Counter[str]()
    in_address = False
    for word in words:
        bare = _bare(word)
        is_new = added[bare] > found[bare]
        in_address = is_new and (in_address or bool(_ADDRESS.search(word)))
        if in_address:
            found[bare] += 1
            in_address = not word.endswith((")", "]", ">"))
    return found
