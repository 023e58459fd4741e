"""A tree of HTML as text, and a few questions that are asked of its elements."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XMLNS = "{http://www.w3.org/2000/xmlns/}"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

#: Their text is no HTML (HTML, 13.3).
_RAW = frozenset({"style", "script"})


def html(root: Element) -> str:
    """Write a page, with its doctype and a line feed at the end."""
    parts = ["<!DOCTYPE html>\n"]
    _write(root, parts)
    parts.append("\n")
    return "".join(parts)


def _write(element: Element, parts: list[str]) -> None:
    if not isinstance(element.tag, str):  # a comment of a layout
        return
    tag = element.tag.removeprefix(SVG)
    attributes = (
        f' {key.replace(_XLINK, "xlink:")}="{_quoted(value)}"'
        for key, value in element.attrib.items()
        if not key.startswith(_XMLNS)
    )
    parts.append(f"<{tag}{''.join(attributes)}>")
    if tag in _VOID:
        return
    text = element.text or ""
    # A parser drops the first line feed of pre (HTML, 13.2.6.4.7).
    parts.append("\n" if tag == "pre" and text.startswith("\n") else "")
    parts.append(text if tag in _RAW else escape(text, quote=False))
    for kid in element:
        _write(kid, parts)
        parts.append(escape(kid.tail or "", quote=False))
    parts.append(f"</{tag}>")


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def has_class(element: Element, name: str) -> bool:
    """Whether an element carries a class."""
    return name in (element.get("class") or "").split()


def named(root: Element, tag: str) -> Iterator[Element]:
    """Yield all elements of a name, in order; not those of drawings."""
    yield from root.iter(tag)


def take_out(parent: Element, kid: Element) -> None:
    """Take an element out of its parent; the text behind it stays."""
    place = list(parent).index(kid)
    tail, kid.tail = kid.tail or "", None
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(kid)


def put_in_place(parent: Element, kid: Element, new: Element) -> None:
    """Put an element where another stands."""
    new.tail, kid.tail = kid.tail, None
    parent[list(parent).index(kid)] = new
