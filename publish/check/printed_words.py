"""The words that the pages of a file draw, without spaces or hyphens.

Two files of one text are broken into lines at other places; so hyphens are left out of all words,
and a word that goes on in the next line is joined. Where even that does not help, as in scripts
that put no space between words, the smallest parts are counted: words of one script, numbers, and
single signs of Chinese and Japanese.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from publish.check.preflight.drawing import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.check.preflight.drawing import Event

_HYPHENS = "-‐‑\u00ad"
_NO_HYPHENS = str.maketrans("", "", _HYPHENS)
#: Marks of direction and of joining, which shape letters and are none.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff\ufffc]")
#: Signs that lead back from a note to its call: a link and nothing else, so paper has none.
_WAYS_BACK = re.compile("[↩↑]")
_SPACES = re.compile(r"\s+")
#: Parts of a font size: less between two runs on a line is within a word.
_WITHIN_WORD = 0.15
_AROUND = "()[]<>.,;:!?…«»“”\"'’‘"
_LATIN = "A-Za-z\u00aa-\u024f\u1e00-\u1eff"
_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: A number with its points, a word of Latin letters, one of other letters, or a single sign.
_PART = re.compile(
    rf"\d+(?:[.,:/٫٬]\d+)*|[{_SINGLE}]|[{_LATIN}]+|(?:(?![{_LATIN}{_SINGLE}])[^\W\d_])+|\S"
)
_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


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
    """How two files differ, each part of a word as often as it is lacking or added."""

    lacking: tuple[str, ...]
    added: tuple[str, ...]


def page_words(events: Iterable[Event], pages: int) -> list[PageWords]:
    """Return what each page says, of all text that is drawn, seen or not."""
    texts: list[list[Text]] = [[] for _ in range(pages)]
    for event in events:
        if isinstance(event, Text) and not event.in_mask and 1 <= event.page <= pages:
            texts[event.page - 1].append(event)
    return [_page(page) for page in texts]


def _page(texts: list[Text]) -> PageWords:
    said = _plain("".join(_joined(texts)))
    words = (word.translate(_NO_HYPHENS) for word in said.split())
    return PageWords(_letters(said), tuple(word for word in words if word))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", _WAYS_BACK.sub("", _INVISIBLE.sub("", text)))


def _letters(plain: str) -> str:
    return _SPACES.sub("", plain).translate(_NO_HYPHENS)


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


def difference(
    printed: list[PageWords], twin: list[PageWords], addresses: Iterable[str] = ()
) -> Difference | None:
    """Compare the words of a print file with those of its twin; `None` where they are the same.

    With the same layout the pages say the same, letter by letter. Otherwise the parts of words are
    counted: those of running heads and page numbers depend on the number of pages, and so are not
    counted where it differs.

    Args:
        printed: of the print file.
        twin: of its twin.
        addresses: to which links of the twin lead, each as often as there is a link; the print
            file may say them.
    """
    shown = [form for address in addresses for form in _shown(address)]
    ours = [page.letters for page in printed]
    theirs = [page.letters for page in twin]
    if theirs in (ours, [_without(letters, shown) for letters in ours]):
        return None
    our_parts, their_parts = _parts(printed), _parts(twin)
    lacking, added = their_parts - our_parts, our_parts - their_parts
    if len(printed) != len(twin):
        running = _running(printed if len(printed) > len(twin) else twin)
        for part in {*lacking, *added} & running:
            del lacking[part], added[part]
    added -= Counter(part for form in shown for part in _parts_of(form))
    if not lacking and not added:
        return None
    return Difference(tuple(sorted(lacking.elements())), tuple(sorted(added.elements())))


def _shown(address: str) -> Iterator[str]:
    """Yield an address as it may be printed, its other signs as they are or in per cent signs."""
    shown = _SCHEME.sub("", address, count=1)
    if address.lower().startswith("mailto:"):
        shown = shown.partition("?")[0]
    yield from {_letters(_plain(form.rstrip("/"))) for form in (shown, unquote(shown))}


def _without(letters: str, shown: Iterable[str]) -> str:
    """Leave out addresses in brackets; those in which others begin first."""
    for form in sorted(shown, key=len, reverse=True):
        letters = letters.replace(f"({form})", "")
    return letters


def _parts(pages: Iterable[PageWords]) -> Counter[str]:
    return Counter(part for page in pages for word in page.words for part in _parts_of(word))


def _parts_of(word: str) -> Iterator[str]:
    return (part for part in _PART.findall(word) if part not in _AROUND)


def _running(pages: list[PageWords]) -> set[str]:
    """Return what every page but the first says, and the numbers that pages can have."""
    numbers = {str(number) for number in range(1, len(pages) + 1)}
    each = [set(_parts([page])) for page in pages[1:]]
    return numbers.union(set[str].intersection(*each) if each else ())
