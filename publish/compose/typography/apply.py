"""Walks a page and follows the habits of each language, block by block.

Runs after a layout is filled and found complete. Only texts change, and some letters get an
element round them that says nothing to a reader; the tree stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publish.compose.typography import arabic, quotes
from publish.compose.typography.heard import heard
from publish.compose.typography.languages import habits
from publish.compose.typography.line import ATOM, BREAK, Line, Node
from publish.errors import OwnError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.model.house import Digits

#: Elements that stand in a line; every other one ends the line before it and begins a new one.
_INLINE = frozenset(
    "a abbr b bdi bdo big cite data del dfn em font i ins label mark q s small span strike strong "
    "sub sup time tt u".split()
)

#: What is in them is no prose: code, drawings, formulas, what is never shown.
_HANDS_OFF = frozenset(
    "audio canvas code embed iframe img input kbd math meta link noscript object pre samp script "
    "style svg template textarea var video {http://www.w3.org/2000/svg}svg "
    "{http://www.w3.org/1998/Math/MathML}math".split()
)

#: Classes of layouts for what must stay as it was given: symbols of documents.
_GIVEN = frozenset({"symbol", "series"})

#: Attributes of ``body`` that style sheets print in the margins.
_PRINTED = ("data-running",)

#: The class of superior letters; see ``layouts/css/text.css``.
ORDINAL = "ordinal"


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
    _raise_ordinals(root, language)


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


def is_given(element: Element) -> bool:
    """Whether an element must stay as the author gave it: code, symbols, what asks for it."""
    target = element.get("href") or ""
    return (
        element.tag in _HANDS_OFF
        or element.get("translate") == "no"
        or target.startswith(("tel:", "mailto:"))
        or not _GIVEN.isdisjoint((element.get("class") or "").split())
    )


def is_note(element: Element) -> bool:
    """Whether an element is the call of a note, a way back, or a note in the line."""
    role = element.get("role") or ""
    return role in ("doc-noteref", "doc-backlink", "doc-footnote")


def _raise_ordinals(element: Element, language: str) -> None:
    """Put an element round the letters of ordinals, in all texts below an element."""
    if not isinstance(element.tag, str) or element.tag == "head" or is_given(element):
        return
    language = element.get("lang") or language
    if element.get("class") == ORDINAL or element.tag in ("sup", "sub"):
        return
    for child in [*element]:
        _raise_ordinals(child, language)
    for at, child in reversed([*enumerate(element)]):
        child.tail, raised = _raised(child.tail or "", language)
        element[at + 1 : at + 1] = raised
    element.text, raised = _raised(element.text or "", language)
    element[0:0] = raised


def _raised(text: str, language: str) -> tuple[str, list[Element]]:
    """Cut a text at the letters of ordinals; return what comes before, and the elements."""
    pattern = habits(language).raised
    raised: list[Element] = []
    before, end = text, 0
    for found in pattern.finditer(text) if pattern else ():
        start = found.start(found.lastindex or 0)
        element = Element("span", {"class": ORDINAL})
        element.text = text[start : found.end()]
        if raised:
            raised[-1].tail = text[end:start]
        else:
            before = text[:start]
        raised.append(element)
        end = found.end()
    if raised:
        raised[-1].tail = text[end:]
    return before, raised
