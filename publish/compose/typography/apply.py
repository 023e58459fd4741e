"""Walks a page and follows the habits of each language, block by block.

Runs after a layout is filled and found complete. Only texts change, and some letters get an
element round them that says nothing to a reader; the tree stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.typography import arabic, quotes, spans
from publish.compose.typography.given import is_given
from publish.compose.typography.heard import heard
from publish.compose.typography.languages import habits
from publish.compose.typography.line import ATOM, BREAK, Line, Node
from publish.errors import OwnError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from publish.model.house import Digits

#: Elements that stand in a line; every other one ends the line before it and begins a new one.
_INLINE = frozenset(
    "a abbr b bdi bdo big cite data del dfn em font i ins label mark q s small span strike strong "
    "sub sup time tt u".split()
)

#: Attributes of ``body`` that style sheets print in the margins.
_PRINTED = ("data-running",)


def apply(root: Element, *, language: str, digits: Digits = "typed") -> None:
    """Set the texts of a page as their languages ask, in place.

    Args:
        root: the ``html`` element.
        language: of the page, where the elements do not say otherwise (BCP 47).
        digits: in which the numbers of Arabic texts are written.

    Raises:
        OwnError: a rule changed what a reader hears.
    """
    lines = list(_lines(root, language))
    for line in lines:
        before = heard(line.text)
        _follow(line, digits)
        if heard(line.text) != before:
            raise OwnError(f"typography changed what is heard: “{before[:80]}”")
        line.write()
    spans.put(root, root.get("lang") or language)


def _follow(line: Line, digits: Digits) -> None:
    """Follow the habits of all languages of a line."""
    for language in line.languages:
        own = habits(language)
        changing = own.rules
        if language.split("-")[0].lower() == "ar":
            changing += arabic.digits(digits)
        if own.quotes:
            line.change(quotes.double(line.text, own.quotes), language)
        for each in changing:
            line.change(each.edits(line.text), language)
        if own.quotes:
            line.change(quotes.single(line.text, own.quotes), language)


def _lines(root: Element, language: str) -> Iterator[Line]:
    """Yield every line of text of a page, and what is printed of it in the margins."""
    language = root.get("lang") or language
    body = root.find("body")
    title = root.find("head/title")
    if title is not None:
        yield _alone(Node(title, "text"), title.text or "", language)
    if body is None:
        return
    for name in _PRINTED:
        if printed := body.get(name):
            yield _alone(Node(body, name), printed, language)
    walk = _Walk()
    walk.block(body, language)
    yield from filter(None, walk.done)


def _alone(node: Node, text: str, language: str) -> Line:
    line = Line()
    line.add(node, text, language)
    return line


class _Walk:
    """Collects the lines of a tree."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self._line = Line()

    def block(self, element: Element, language: str) -> None:
        """Walk through an element that begins and ends a line."""
        self._end()
        self._inside(element, language)
        self._end()

    def _inside(self, element: Element, language: str) -> None:
        self._line.add(Node(element, "text"), element.text or "", language)
        for child in element:
            self._child(child, child.get("lang") or language)
            self._line.add(Node(child, "tail"), child.tail or "", language)

    def _child(self, child: Element, language: str) -> None:
        if not isinstance(child.tag, str):
            return  # a comment
        if is_given(child):
            self._line.stand_in(ATOM)
        elif child.tag in ("br", "wbr"):
            self._line.stand_in(BREAK if child.tag == "br" else "")
        elif is_note(child):
            # What stands before a note and what stands behind it are neighbours.
            around, self._line = self._line, Line()
            self.block(child, language)
            self._line = around
        elif child.tag in _INLINE:
            self._inside(child, language)
        else:
            self.block(child, language)

    def _end(self) -> None:
        self.done.append(self._line)
        self._line = Line()


def is_note(element: Element) -> bool:
    """Whether an element is the call of a note, a way back, or a note in the line."""
    role = element.get("role") or ""
    return role in ("doc-noteref", "doc-backlink", "doc-footnote")
