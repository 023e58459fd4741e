"""Markdown, as CommonMark has it with tables, notes, definition lists, abbreviations, attributes.

The words are parsed by markdown-it; the tree of elements is built here from its tokens, since the
lines, notes, figures and attributes that we need are not in its HTML. Raw HTML is shown as text.

What stands between braces goes to the element before it (``[without delay]{lang=en}``,
``![](line.png){.decorative}``, ``## Notes {#notes}``) or, on a line of its own, to the block
below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.attrs.parse import ParseError
from mdit_py_plugins.attrs.parse import parse as parse_attributes
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from publish.read import abbreviations, notes, table_marks
from publish.read.elements import DEEPEST, HEADINGS, LINE, TooDeep, name_of, text_of
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from publish.read.findings import Findings

#: Classes that layouts know, and that an author may give.
CLASSES = frozenset(
    "attribution avoid-break credit decorative emphasis keep-with-next large lead note page-break "
    "pull-quote row-headers small unnumbered wide".split()
)
#: Roles that an author may give.
ROLES = frozenset(
    "doc-abstract doc-afterword doc-appendix doc-conclusion doc-epigraph doc-foreword "
    "doc-introduction doc-notice doc-preface doc-pullquote doc-tip note none presentation".split()
)

# Deeper than our own limit, so that we meet the depth before markdown-it drops what is inside.
_PARSED_DEPTH = DEEPEST + 40
_DEEP_LINE = re.compile(r"^\s*>{60}|[\[(]{60}|(?:!\[){60}")
_BLANK_LINE = re.compile(r"(\n[ \t]*(?=\n))")
_MOST_IN_A_PARAGRAPH = {"[": 5_000, "*": 20_000, "_": 20_000}
_BRACES_AT_END = re.compile(r"(\{[^{}]*\})\s*$")
_ATTRIBUTION = re.compile(r"^\s*(?:——\s*|[—―–]\s+)\S")


def parse(text: str, findings: Findings, *, language: str, notes_prefix: str = "") -> Element:
    """Read Markdown into a tree.

    Args:
        text: with blank lines in place of front matter, so that lines are those of the file.
        findings: takes up the faults.
        language: of the text, for the words on the way back from a note.
        notes_prefix: put before the ids of notes, where several texts become one document.

    Returns:
        a ``div`` whose children are the blocks.

    Raises:
        TooDeep: lists, quotes or emphasis are nested without end.
    """
    parser = _parser()
    environment: dict[str, Any] = {}
    _refuse_depth(text)
    tokens = parser.parse(text, environment)
    notes.review(environment, findings)
    builder = _Builder(findings, notes.Style(language, notes_prefix))
    builder.blocks(tokens)
    _mark_attributions(builder.root)
    table_marks.mark(builder.root)
    return builder.root


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _PARSED_DEPTH}).enable("table")
    # Unsafe addresses are links here too; `links.review` then names them with their line.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    footnote_plugin(parser, always_match_refs=True)
    deflist_plugin(parser)
    attrs_plugin(parser, spans=True)
    attrs_block_plugin(parser)
    notes.plug_in(parser)
    abbreviations.plug_in(parser)
    parser.core.ruler.before("inline", "heading_attributes", _heading_attributes)
    return parser


def _refuse_depth(text: str) -> None:
    """Find what would cost much time before anything is parsed.

    markdown-it looks for the end of each bracket and each emphasis through the whole paragraph.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > DEEPEST and _DEEP_LINE.search(line):
            raise TooDeep(number)
    first = 1
    for block in _BLANK_LINE.split(text):
        for sign, most in _MOST_IN_A_PARAGRAPH.items():
            if block.count(sign) > most:
                raise TooDeep(first, f"more than {most} signs {sign} in one paragraph")
        first += block.count("\n")


def _heading_attributes(state: StateCore) -> None:
    """Take ``{#id .class}`` from the end of headings: no rule of the attrs plugin sees it there."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        braces = _BRACES_AT_END.search(inline.content) if opening.type == "heading_open" else None
        if braces is None:
            continue
        before = inline.content[: braces.start()].rstrip()
        if before.endswith(("]", ")", "`", "\\")):
            continue  # they belong to the span, link or code before them
        try:
            _, found = parse_attributes(braces[1])
        except ParseError:
            continue
        opening.attrs.update(found)
        inline.content = before


@dataclass
class _Builder:
    """Builds elements from tokens, one method for each token that is more than an element.

    Attributes:
        open: the elements that are open, outermost first.
        line: of the token that is being built.
    """

    findings: Findings
    style: notes.Style
    root: Element = field(default_factory=lambda: Element("div"))
    open: list[Element] = field(default_factory=list)
    line: int = 0

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Build blocks, in the order of the text."""
        self.open = [self.root]
        for token in tokens:
            if token.map:
                self.line = token.map[0] + 1
            if token.level >= DEEPEST:
                raise TooDeep(self.line)
            self._block(token)

    def _block(self, token: Token) -> None:
        special = _SPECIAL.get(token.type)
        if special is not None:
            special(self, token)
        elif token.type == "inline":
            self._inline(token.children or [])
        elif token.hidden:
            return  # the paragraphs of tight lists
        elif token.nesting == 1:
            self._start(token)
        elif token.nesting == -1:
            self._end(token)
        else:
            self._start(token)
            self.open.pop()

    def _start(self, token: Token, tag: str = "") -> Element:
        element = SubElement(self.open[-1], tag or token.tag, {LINE: str(self.line)})
        self._attributes(element, token)
        self.open.append(element)
        if len(self.open) > DEEPEST:
            raise TooDeep(self.line)
        return element

    def _end(self, token: Token) -> None:
        element = self.open.pop()
        if token.type == "paragraph_close":
            _figure(element)

    def _inline(self, tokens: Sequence[Token]) -> None:
        depth, last = len(self.open), self.line
        for token in tokens:
            if token.type in {"softbreak", "hardbreak"}:
                self._break(token)
            elif token.type == "text":
                self._text(token.content)
            elif token.type == "image":
                self._image(token)
            else:
                self._block(token)
        self.line = last
        del self.open[depth:]

    def _text(self, text: str) -> None:
        element = self.open[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    def _break(self, token: Token) -> None:
        if token.type == "hardbreak":
            SubElement(self.open[-1], "br")
        self._text("\n")
        self.line += 1

    def _image(self, token: Token) -> None:
        # CommonMark 0.31.2, 6.4: the alternate text is the plain text of the description.
        words = "".join(_plain(token.children or []))
        image = SubElement(self.open[-1], "img", {LINE: str(self.line)})
        image.set("src", str(token.attrs.pop("src", "")))
        token.attrs.pop("alt", None)
        title = str(token.attrs.pop("title", ""))
        self._attributes(image, token)
        if words.strip():
            image.set("alt", words)
        if title:
            image.set("title", title)

    def _code(self, token: Token) -> None:
        element = self._start(token, "pre")
        SubElement(element, "code").text = token.content
        self.open.pop()

    def _code_inline(self, token: Token) -> None:
        self._start(token, "code").text = token.content
        self.open.pop()

    def _cell(self, token: Token) -> None:
        style = str(token.attrs.pop("style", ""))
        cell = self._start(token)
        if cell.tag == "th":
            cell.set("scope", "col")
        if style:
            cell.set("class", f"align-{style.removeprefix('text-align:')}")

    def _note_call(self, token: Token) -> None:
        self.open[-1].append(self.style.call(token, self.line))

    def _notes(self, _token: Token) -> None:
        section = self.style.section(self.open[-1])
        self.open += [section, SubElement(section, "ol")]

    def _notes_end(self, _token: Token) -> None:
        del self.open[-2:]

    def _note(self, token: Token) -> None:
        item = SubElement(self.open[-1], "li", {"id": self.style.key(token)})
        self.open.append(item)

    def _note_back(self, token: Token) -> None:
        # The anchor comes after the last words, inside the last paragraph where there is one.
        last = self.open[-1]
        if not last.text and not len(last):
            self._text(" ")
        self._text(" ")
        last.append(self.style.back(token))

    def _html(self, token: Token) -> None:
        self._text(token.content)

    def _attributes(self, element: Element, token: Token) -> None:
        """Give an element the attributes of its token that are allowed, and fault the others."""
        own = _OWN_ATTRIBUTES.get(token.type, frozenset())
        # The plugin puts event handlers aside before anybody sees them.
        for key, value in (token.attrs | token.meta.get("insecure_attrs", {})).items():
            text = str(value)
            if key in own or key in {"id", "lang", "dir"}:
                element.set(key, text)
            elif key == "class":
                self._classes(element, text.split())
            elif key == "role" and text in ROLES:
                element.set(key, text)
            else:
                self.findings.fault(reading.UNKNOWN_ATTRIBUTE, self.line, f"{key}={text}")

    def _classes(self, element: Element, names: list[str]) -> None:
        for name in names:
            if name not in CLASSES:
                detail = f".{name}; known are {', '.join(sorted(CLASSES))}"
                self.findings.fault(reading.UNKNOWN_ATTRIBUTE, self.line, detail)
        known = [name for name in names if name in CLASSES]
        if known:
            element.set("class", " ".join(known))


_SPECIAL: dict[str, Callable[[_Builder, Token], None]] = {
    "fence": _Builder._code,
    "code_block": _Builder._code,
    "code_inline": _Builder._code_inline,
    "html_block": _Builder._html,
    "html_inline": _Builder._html,
    "th_open": _Builder._cell,
    "td_open": _Builder._cell,
    "footnote_ref": _Builder._note_call,
    "footnote_block_open": _Builder._notes,
    "footnote_block_close": _Builder._notes_end,
    "footnote_open": _Builder._note,
    "footnote_anchor": _Builder._note_back,
}
#: Attributes that the parser itself gives to a token.
_OWN_ATTRIBUTES = {
    "link_open": frozenset({"href", "title"}),
    "ordered_list_open": frozenset({"start"}),
    "abbr_open": frozenset({"title"}),
}


def _plain(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif token.type == "image":
            yield from _plain(token.children or [])
        elif token.type in {"text", "code_inline"}:
            yield token.content


def _figure(paragraph: Element) -> None:
    """Turn a paragraph that holds an image alone, or an image and its caption, into a figure.

    The caption is the image's title, or what stands on the lines below the image.
    """
    if not len(paragraph) or name_of(paragraph[0]) != "img" or (paragraph.text or "").strip():
        return
    image = paragraph[0]
    below = image.tail or ""
    alone = len(paragraph) == 1 and not below.strip()
    if not alone and not below.startswith("\n"):
        return
    if "decorative" in image.get("class", "").split() and alone:
        paragraph.tag, paragraph.attrib["aria-hidden"] = "div", "true"
        return
    paragraph.tag, image.tail = "figure", None
    title = image.attrib.pop("title", "")
    if alone and title:
        SubElement(paragraph, "figcaption", {LINE: image.get(LINE, "0")}).text = title
    elif not alone:
        rest = list(paragraph)[1:]
        caption = Element("figcaption", {LINE: str(int(image.get(LINE, "0")) + 1)})
        caption.text, paragraph[1:] = below.lstrip("\n"), [caption]
        caption.extend(rest)


def _mark_attributions(root: Element) -> None:
    """Make the last paragraph of a quotation its footer if a dash says whose words they are."""
    for quotation in root.iter("blockquote"):
        last = quotation[-1] if len(quotation) > 1 else None
        if last is not None and last.tag == "p" and _ATTRIBUTION.match(text_of(last)):
            last.tag = "footer"


def headings(root: Element) -> list[Element]:
    """Return all headings of a tree, in reading order."""
    return [element for element in root.iter() if name_of(element) in HEADINGS]
