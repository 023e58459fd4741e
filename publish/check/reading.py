"""Text as a listener hears it, so that planned and read text can be compared.

Compared character for character, after what no listener hears is gone: soft hyphens, zero-width
spaces, the kind and number of white space, and white space at the edges of a block.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from publish.pdf import Content, Element, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Elements inside a line of text; all others begin and end a line of their own.
INLINE = frozenset(
    "Span Em Strong Sub Link Reference Quote Code Annot BibEntry Ruby RB RT RP Form".split()
)
#: Stand in the middle of a line without being part of it.
ASIDE = frozenset({"Note", "FENote"})

#: In place of text that the style sheet writes and that is not known yet.
UNKNOWN = "\x00"
_PICTURE = "\ufffc"
_NOTE = "\ufffa"
_UNHEARD = re.compile("[\u00ad\u200b]")
_SPACE = re.compile(r"\s+")


def heard(text: str) -> str:
    """Return the text as it is compared."""
    visible = _UNHEARD.sub("", unicodedata.normalize("NFC", text))
    return _SPACE.sub(" ", visible).strip()


def is_inline(element: Element, parent: Element | None) -> bool:
    """Whether an element stands inside a line of text of its parent.

    A label is a line of its own in a list item or a note, and part of the line in a link.
    """
    if element.role == "Lbl":
        return parent is not None and parent.role in INLINE
    return element.role in INLINE


def lines(element: Element) -> list[str]:
    """Return the text of an element itself, cut where blocks inside it stand.

    Inline elements belong to the line. The words of notes do not, but they do not cut it either:
    a note counts as one character, as a picture does.
    """
    found: list[list[str]] = [[]]
    for piece in _pieces(element):
        if piece is None:
            found.append([])
        else:
            found[-1].append(piece)
    return [heard("".join(line)) for line in found]


def _pieces(element: Element) -> Iterator[str | None]:
    """Yield text, and ``None`` where a block stands."""
    stack: list[tuple[Element | Content, Element]] = [
        (kid, element) for kid in reversed(element.kids)
    ]
    while stack:
        kid, parent = stack.pop()
        if isinstance(kid, Content):
            yield _spoken(kid)
        elif kid.role == "Figure":
            yield _PICTURE
        elif is_inline(kid, parent):
            stack += [(below, kid) for below in reversed(kid.kids)]
        else:
            yield _NOTE if kid.role in ASIDE else None


def _spoken(content: Content) -> str:
    if content.origin is Origin.PICTURE:
        return ""
    if content.origin is Origin.GENERATED and not content.text:
        return UNKNOWN
    return content.text


def same(planned: str, read: str) -> bool:
    """Whether two compared texts agree; text that is not known agrees with any text."""
    if UNKNOWN not in planned:
        return planned == read
    pattern = ".*?".join(re.escape(part.strip()) + r"\s*" for part in planned.split(UNKNOWN))
    return re.fullmatch(pattern, read, re.DOTALL) is not None


def first_difference(planned: str, read: str, around: int = 18) -> str:
    """Tell where two texts part, with some words around the place."""
    at = next(
        (i for i, (one, other) in enumerate(zip(planned, read, strict=False)) if one != other),
        min(len(planned), len(read)),
    )
    return f"the text has {_window(planned, at, around)}, the file has {_window(read, at, around)}"


def _window(text: str, at: int, around: int) -> str:
    start, end = max(0, at - around), at + around
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown = text[start:end].replace(_PICTURE, "[picture]").replace(UNKNOWN, "[number]")
    shown = shown.replace(_NOTE, "[note]")
    return f"“{before}{shown}{after}”" if text else "nothing"
