"""Text as both XML and a PDF text string can hold it.

The reading room refuses control characters long before; this module makes sure that a character
which slipped through can never break the packet or the file, and that XMP and the document
information are made from the very same words.

Source: XML 1.0, 2.2 (characters); ISO 32000-1, 7.9.2.2 (text strings);
ISO 19005-2, 6.1.13 (a string holds at most 32 767 bytes).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pypdf.generic import TextStringObject

if TYPE_CHECKING:
    from publish.model.work import Metadata

#: What XML 1.0 cannot hold, even escaped: most controls, half surrogate pairs, two others.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: C1 controls, soft hyphens and zero width spaces: allowed in XML, but without meaning here. The
#: last two say where a line may break, and titles in a window or a list are never broken by us.
_MEANINGLESS = re.compile("[\x7f-\x9f\u00ad\u200b]")

#: No-break spaces are the author's choice, so `str.split` would take too much.
_WHITE_SPACE = re.compile("[ \t\n\r]+")

#: In UTF-16 code units: with the byte order mark this stays below 32 767 bytes.
_LONGEST = 16_000


def plain(text: str) -> str:
    """Return a text on one line, without characters that XML or a reader cannot take."""
    kept = _MEANINGLESS.sub("", _NOT_XML.sub("", text))
    return _WHITE_SPACE.sub(" ", kept).strip(" ")


def in_plain_words(metadata: Metadata) -> Metadata:
    """Return the metadata with every text made plain and empty entries of lists left out."""
    return replace(
        metadata,
        title=plain(metadata.title),
        language=plain(metadata.language),
        description=plain(metadata.description),
        creators=_plain_list(metadata.creators),
        subjects=_plain_list(metadata.subjects),
        rights=plain(metadata.rights),
        identifier=plain(metadata.identifier),
        sisters=_plain_list(metadata.sisters),
        original=plain(metadata.original),
    )


def text_string(text: str) -> TextStringObject:
    """Return a PDF text string; one that PDF/A holds too long ends with an ellipsis."""
    text = plain(text)
    if len(text) > _LONGEST // 2 and _code_units(text) > _LONGEST:
        text = text.encode("utf-16-be")[: 2 * _LONGEST].decode("utf-16-be", "ignore") + "…"
    return TextStringObject(text)


def _plain_list(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kept for text in texts if (kept := plain(text)))


def _code_units(text: str) -> int:
    return len(text.encode("utf-16-be")) // 2
