"""Walks a page and follows the habits of each language, block by block.

Runs after a layout is filled and found complete. Only texts change, and some letters get an
element round them that says nothing to a reader; the tree stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.measure.balance import kept_together
from publish.compose.measure.short_words import short_words
from publish.compose.typography import arabic, quotes, spans
from publish.compose.typography.given import is_given
from publish.compose.typography.heard import heard
from publish.compose.typography.languages import habits
from publish.compose.typography.line import ATOM, BREAK, Line, Node
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.standards.rules.composing import HEARD_OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from publish.compose.typography.line import Edit
    from publish.model.house import Digits

#: Elements that stand in a line; every other one ends the line before it and begins a new one.
_INLINE = frozenset(
    "a abbr b bdi bdo big cite data del dfn em font i ins label mark q s small span strike strong "
    "sub sup time tt u".split()
)

#: Attributes of ``body`` that style sheets print in the margins.
_PRINTED = ("data-running",)

#: How often the rules may go over a block; what one of them does can call for another.
_ROUNDS = 4

#: Signs of a block that tell an editor which it is.
_SHOWN = 60


def apply(
    root: Element, *, language: str, digits: Digits = "typed", label: str = ""
) -> tuple[Fault, ...]:
    """Set the texts of a page as their languages ask, in place.

    A block that would be heard otherwise, or in which one rule undoes what another did, stays as
    it was typed.

    Args:
        root: the ``html`` element.
        language: of the page, where the elements do not say otherwise (BCP 47).
        digits: in which the numbers of Arabic texts are written.
        label: of the author's file, for warnings.

    Returns:
        a warning for each block that was left as typed.
    """
    lines = list(_lines(root, language))
    faults = []
    for line in lines:
        typed = line.text
        if _settled(line, digits) and heard(line.text) == heard(typed):
            line.write()
        else:
            faults.append(_left(typed, Place(label, line.at) if label else None))
    spans.put(root, root.get("lang") or language)
    return tuple(faults)


def _left(typed: str, place: Place | None) -> Fault:
    words = " ".join(typed.split())
    begun = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return Fault(HEARD_OTHERWISE, f"“{begun}”", place, severity=Severity.WARNING)


def _settled(line: Line, digits: Digits) -> bool:
    """Follow all habits until nothing changes any more, so that twice is as good as once."""
    for _ in range(_ROUNDS):
        before = line.text
        _follow(line, digits)
        if line.text == before:
            return True
    return False


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
        if line.is_title:
            line.change(_kept(line.text, language), language)


def _kept(title: str, language: str) -> Iterator[Edit]:
    """Yield the changes that keep short words of a title with the next, as it was measured."""
    kept = kept_together(title, short_words(language))
    for at, (typed, sign) in enumerate(zip(title, kept, strict=True)):
        if typed != sign:
            yield at, at + 1, sign


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
        self._at = 0  # the author's line that was met last

    def block(self, element: Element, language: str) -> None:
        """Walk through an element that begins and ends a line."""
        self._end()
        self._line.is_title = is_title(element)
        self._inside(element, language)
        self._end()

    def _inside(self, element: Element, language: str) -> None:
        self._at = int(element.get("data-line") or self._at)
        self._line.at = self._line.at or self._at
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


def is_title(element: Element) -> bool:
    """Whether an element is a title whose lines are balanced."""
    return element.tag == "h1" or "subtitle" in (element.get("class") or "").split()


def is_note(element: Element) -> bool:
    """Whether an element is the call of a note, a way back, or a note in the line."""
    role = element.get("role") or ""
    return role in ("doc-noteref", "doc-backlink", "doc-footnote")
