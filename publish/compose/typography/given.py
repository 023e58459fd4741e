"""What no habit may touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: What is in them is no prose: code, drawings, formulas, what is never shown.
_HANDS_OFF = frozenset(
    "audio canvas code embed iframe img input kbd math meta link noscript object pre samp script "
    "style svg template textarea var video {http://www.w3.org/2000/svg}svg "
    "{http://www.w3.org/1998/Math/MathML}math".split()
)

#: Classes of layouts for what must stay as it was given: symbols of documents.
_GIVEN = frozenset({"symbol", "series"})


def is_given(element: Element) -> bool:
    """Whether an element must stay as the author gave it: code, symbols, what asks for it."""
    target = element.get("href") or ""
    return (
        element.tag in _HANDS_OFF
        or element.get("translate") == "no"
        or target.startswith(("tel:", "mailto:"))
        or not _GIVEN.isdisjoint((element.get("class") or "").split())
    )
