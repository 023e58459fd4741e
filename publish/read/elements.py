"""Trees of HTML elements: parsed with their lines, walked with their parents, written as text.

Elements are those of `xml.etree.ElementTree`, HTML names without namespace. Each carries
``data-line``, the line of the author's file on which its tag begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from io import StringIO
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from tinyhtml5.constants import Token
from tinyhtml5.parser import HTMLParser
from tinyhtml5.tokenizer import HTMLTokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Deepest nesting of elements that is read.
DEEPEST = 60
#: Most elements such as b and i that may be open at once: each paragraph repeats those that were
#: not closed before it (HTML Living Standard, 13.2.4.3).
MOST_UNCLOSED = 20
#: Most attributes that one tag may have.
MOST_ATTRIBUTES = 200
LINE = "data-line"
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul".split()
)
_APART = BLOCKS | frozenset("br caption dd dt li td th tr".split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class TooDeep(Exception):
    """Elements are nested deeper than `DEEPEST`, or something of that kind.

    Attributes:
        line: where it was met.
        why: what was met, in an editor's words.
    """

    def __init__(self, line: int, why: str = f"more than {DEEPEST} levels") -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line
        self.why = why


def parse(text: str) -> Element:
    """Parse a whole HTML page and note the line of each element.

    Args:
        text: with line feeds only at line ends.

    Raises:
        TooDeep: before the parser's time grows with the square of the depth.
    """
    root: Element = _Parser(namespace_html_elements=False).parse(_Whole(text))
    return root


def settle(root: Element) -> None:
    """Write and parse what is inside an element once more, in place.

    Where elements were taken out, what was inside may no longer stand where HTML lets it stand; a
    parser would move it. So it is moved now, before anything is checked.
    """
    page = StringIO(f"<!doctype html><body><main>{fragment(root)}</main>")
    main = HTMLParser(namespace_html_elements=False).parse(page).find("body/main")
    if main is not None:
        root.text, root[:] = main.text, list(main)


def line_of(element: Element) -> int:
    """Return the line of an element, 0 if it is not known."""
    return int(element.get(LINE, "0"))


def name_of(element: Element) -> str:
    """Return the HTML name; ``svg:path`` for a part of a drawing, empty for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if tag.startswith(SVG):
        return f"svg:{tag[len(SVG) :]}"
    return tag


def is_block(element: Element) -> bool:
    """Whether an element stands as a block: by its name, or because a block is in it."""
    return any(name_of(kid) in _APART - {"br"} for kid in element.iter())


def text_of(element: Element) -> str:
    """Return all text below an element with white space collapsed; blocks stand apart."""
    return " ".join("".join(_texts(element)).split())


def spoken(element: Element) -> str:
    """Return the text of an element with the alternate texts of its images, for finding names."""
    parts = [element.get("aria-label", ""), text_of(element)]
    for kid in element.iter():
        if name_of(kid) == "img":
            parts.append(kid.get("alt", ""))
        elif name_of(kid) == "svg:svg":
            parts.append(kid.get("aria-label", ""))
    return " ".join(part for part in parts if part.strip())


def walk(root: Element) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield each element in document order with its ancestors, outermost first."""
    stack: list[tuple[Element, tuple[Element, ...]]] = [(root, ())]
    while stack:
        element, ancestors = stack.pop()
        yield element, ancestors
        inner = (*ancestors, element)
        stack += [(kid, inner) for kid in reversed(element)]


def fragment(root: Element) -> str:
    """Write what is inside an element as HTML, with its white space as it is."""
    parts = [escape(root.text or "", quote=False)]
    for kid in root:
        _write(kid, parts)
    return "".join(parts)


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
        for kid in element:
            apart = " " if name_of(kid) in _APART else ""
            yield apart
            yield from _texts(kid)
            yield apart + (kid.tail or "")


def _write(element: Element, parts: list[str]) -> None:
    name = name_of(element)
    if name:
        tag = name.removeprefix("svg:")
        attributes = "".join(
            f' {key.replace(XLINK, "xlink:")}="{escape(value)}"'
            for key, value in element.attrib.items()
        )
        parts.append(f"<{tag}{attributes}>")
        if name not in VOID:
            text = element.text or ""
            # A parser drops the first line feed of pre (HTML Living Standard, 13.2.6.4.7).
            parts.append("\n" if name == "pre" and text.startswith("\n") else "")
            parts.append(escape(text, quote=False))
            for kid in element:
                _write(kid, parts)
            parts.append(f"</{tag}>")
    parts.append(escape(element.tail or "", quote=False))


class _Whole:
    """A text as a stream that gives everything at once.

    The input stream then never begins a new chunk, so its offset is the offset in the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, size: int = -1) -> str:
        if size == 0:
            return ""
        text, self.text = self.text, ""
        return text


class _Tokenizer(HTMLTokenizer):  # type: ignore[misc]  # tinyhtml5 has no types
    """Notes the line on which each start tag begins, and refuses endless nesting.

    tinyhtml5 2.1 keeps no places in its tree. A state method is called when its sign was just
    read, which is the one moment at which the beginning of a tag is known.
    """

    def __init__(self, stream: _Whole, parser: HTMLParser) -> None:
        self._breaks = [match.start() for match in re.finditer("\n", stream.text)]
        self._line = 1
        super().__init__(stream, parser=parser)

    def tag_open_state(self) -> Any:
        self._line = bisect_right(self._breaks, self.stream.chunk_offset - 1) + 1
        return super().tag_open_state()

    def before_attribute_name_state(self) -> Any:
        # Each new name is compared with all names before it.
        if len(self.current_token["data"]) > MOST_ATTRIBUTES:
            raise TooDeep(self._line, f"a tag has more than {MOST_ATTRIBUTES} attributes")
        return super().before_attribute_name_state()

    def emit_current_token(self) -> None:
        token = self.current_token
        if token["type"] == Token.START_TAG:
            # First wins where an attribute stands twice, so ours goes to the front.
            token["data"].insert(0, (LINE, str(self._line)))
            tree = self.parser.tree
            if len(tree.open_elements) > DEEPEST:
                raise TooDeep(self._line)
            if len(tree.active_formatting_elements) > MOST_UNCLOSED:
                why = f"more than {MOST_UNCLOSED} tags such as <b> and <i> are never closed"
                raise TooDeep(self._line, why)
        super().emit_current_token()


class _Parser(HTMLParser):  # type: ignore[misc]  # tinyhtml5 has no types
    """Parses with our tokenizer, and always as if the page began with a doctype.

    Our own pages do, and a table inside a paragraph would not survive there. Parse errors are not
    kept, since their places cost much time.
    """

    @property
    def compatibility_mode(self) -> str:
        return "no quirks"

    @compatibility_mode.setter
    def compatibility_mode(self, mode: str) -> None:
        """Do nothing."""

    def _parse(self, stream: _Whole, **kwargs: Any) -> None:
        self.container = None
        self.scripting = False
        self.tokenizer = _Tokenizer(stream, parser=self)
        self.reset()
        self.main_loop()

    def parse_error(self, errorcode: str, datavars: dict[str, Any] | None = None) -> None:
        """Do nothing."""
