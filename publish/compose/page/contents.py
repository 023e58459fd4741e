"""The table of contents: made from the headings of the page itself, whatever layout wrote them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Deeper headings make a table nobody reads.
_LEVELS = {"h2": 2, "h3": 3}


def list_headings(root: Element) -> None:
    """Fill the table of contents of a page, in place, if its layout has one.

    The layout writes ``nav`` with the role ``doc-toc`` and a heading in it; the list of links is
    put behind that. Headings that come before it are not listed, nor those without an ``id``; where
    none is left, the whole table goes. A table that holds links is an author's own: it stays.

    Source: DPUB-ARIA 1.1 (doc-toc).
    """
    nav = next((node for node in root.iter("nav") if node.get("role") == "doc-toc"), None)
    if nav is None or next(nav.iter("a"), None) is not None:
        return
    outer = SubElement(nav, "ol")
    inner: Element | None = None
    for heading in _after(root, nav):
        if _LEVELS[str(heading.tag)] == 2 or not len(outer):
            _add(outer, heading)
            inner = None
            continue
        if inner is None:
            inner = SubElement(outer[-1], "ol")
        _add(inner, heading)
    if not len(outer):
        around = next(node for node in root.iter() if nav in list(node))
        around.remove(nav)


def _after(root: Element, nav: Element) -> Iterator[Element]:
    """Yield the headings behind the table that a link can lead to."""
    inside = set(nav.iter())
    met = False
    for node in root.iter():
        met = met or node is nav
        if met and node.tag in _LEVELS and node.get("id") and node not in inside:
            yield node


def _add(items: Element, heading: Element) -> None:
    item = SubElement(items, "li")
    link = SubElement(item, "a", {"href": f"#{heading.get('id')}"})
    words = deepcopy(heading)
    _take_out_links(words)
    for name in ("lang", "dir"):
        if value := heading.get(name):
            link.set(name, value)
    link.text = words.text
    link.extend(words)


def _take_out_links(element: Element) -> None:
    """Drop calls of notes, open other links, and let nothing have the same id twice."""
    for kid in list(element):
        if kid.get("role") in {"doc-noteref", "doc-footnote"} or kid.find("a") is not None:
            _drop(element, kid)
            continue
        if kid.tag == "a":
            kid.tag = "span"
            kid.attrib.pop("href", None)
        kid.attrib.pop("id", None)
        _take_out_links(kid)


def _drop(parent: Element, kid: Element) -> None:
    """Remove an element, but not the text behind it."""
    position = list(parent).index(kid)
    tail = kid.tail or ""
    if position:
        parent[position - 1].tail = (parent[position - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(kid)
