"""The words of a finished file against those of the composed text: each form says the same.

What is read are the bytes of the file. What a form adds by itself (the link that skips to the
text, brackets round a note's number) is marked where it is made and left out here, so that the
comparison is exact: the same words, in the same order, none more and none less.

White space, soft hyphens and signs without width are no words. Notes are compared apart, since a
form may gather them at its end; so are the addresses of links, which nobody hears. Those of a PDF
are compared where its tags are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import tinyhtml5

from publish.check import reading
from publish.check.verdict import Verdict, verdict_on
from publish.model import Fault, Place
from publish.pdf import Content, Element, Origin
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element as Node

    from publish.model import Composed
    from publish.pdf import Plan

WORDS = "words"

#: Marks what a web page adds to the text.
ADDED = "data-added"

_SVG = "{http://www.w3.org/2000/svg}"
_PICTURES = frozenset({"img", f"{_SVG}svg"})
_UNSEEN = frozenset("head script style template rp".split())
_IN_A_LINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby rt s samp small span strong "
    "sub sup time u var wbr".split()
)
_UNHEARD = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NOTE_ROLES = frozenset({"doc-endnotes", "doc-footnote"})
#: Links that lead out of the page; what a number or an address may be written with or without.
_WHOLE = frozenset({"http", "https", "mailto", "tel"})
_DROPPED = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069()\u2010\u2011.-]")
_BACK = re.compile("[\u21a9\ufe0e\ufe0f]+")


@dataclass(slots=True)
class Said:
    """What is said in a text or a file.

    Attributes:
        text: the words of the text, each with its line in the author's file, 0 where unknown.
        notes: the words of the notes.
        links: where links of the text lead, but for those to notes and back.
        links_of_notes: where those of the notes lead.
    """

    text: list[tuple[str, int]] = field(default_factory=list)
    notes: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list, compare=False)
    links_of_notes: list[tuple[str, int]] = field(default_factory=list, compare=False)

    @property
    def leads(self) -> list[tuple[str, int]]:
        """Where all links lead: those of the notes last, as a form may gather them at its end."""
        return [*self.links, *self.links_of_notes]


def said_in(root: Node, *, as_tagged: bool = False) -> Said:
    """Return the words of a page, alternate texts of pictures included.

    With `as_tagged`, in the order of a tagged PDF, where the caption of a table is its first part.
    """
    reader = _PageReader(root, as_tagged=as_tagged)
    reader.walk(root, is_note=False, line=0)
    reader.end_word()
    return reader.said


def web_words(page: bytes, composed: Composed) -> Verdict:
    """Compare a finished web page with the text that it was made from."""
    root = tinyhtml5.parse(page.decode(), namespace_html_elements=False)
    ours, theirs = said_in(composed.root), said_in(root)
    return _verdict(ours, theirs, composed, _differences(ours.leads, theirs.leads, composed))


def text_words(
    content: bytes, added: Sequence[tuple[int, int, str]], notes_at: int, composed: Composed
) -> Verdict:
    """Compare a finished plain text with the text that it was made from.

    Args:
        content: the file.
        added: where the form added something: its first character, the one behind its last, and
            what it stands for: nothing, or the space between two words.
        notes_at: the character at which the notes begin.
        composed: the text.
    """
    text = content.decode()
    parts: dict[bool, list[str]] = {False: [], True: []}
    at = 0
    for start, end, means in [*added, (len(text), len(text), "")]:
        parts[False].append(text[at : min(start, notes_at)])
        parts[True].append(text[max(at, notes_at) : start])
        parts[start >= notes_at].append(means)
        at = end
    found = Said(_words("".join(parts[False])), _words("".join(parts[True])))
    ours = said_in(composed.root)
    return _verdict(ours, found, composed, _untold(ours.leads, text, composed))


def pdf_words(root: Element | None, plan: Plan, composed: Composed) -> Verdict:
    """Compare what the tags of a PDF say with the text that it was made from.

    Args:
        root: the structure tree, read back from the file.
        plan: only tells what the style sheet has written: markers of lists, numbers of notes.
        composed: the text.
    """
    said = Said()
    if root is not None:
        # The round trip is checked elsewhere; after it, both trees have the same elements.
        pairs = zip(plan.tree.elements(), root.elements(), strict=False)
        generated: set[Element] = set()
        notes: set[Element] = set()
        sections = _note_sections(plan, composed)
        for planned, read in pairs:
            if _is_generated(planned):
                generated.add(read)
            if planned in sections:
                notes.add(read)
        pieces: dict[bool, list[str]] = {True: [], False: []}
        _read_element(root, pieces, _Known(generated, notes), is_note=False)
        said = Said(_words("".join(pieces[False])), _words("".join(pieces[True])))
    return _verdict(said_in(composed.root, as_tagged=True), said, composed, ())


@dataclass(frozen=True, slots=True)
class _Known:
    """What the plan tells of the elements of a file: text of the style sheet, sections of notes."""

    generated: set[Element]
    notes: set[Element]


def _note_sections(plan: Plan, composed: Composed) -> set[Element]:
    """Return what stands for sections of notes: their headings stand aside as the notes do."""
    sections = (node for node in composed.root.iter() if node.get("role") == "doc-endnotes")
    return {plan.elements[node] for node in sections if node in plan.elements}


def _words(text: str) -> list[tuple[str, int]]:
    return [(word, 0) for word in _plain(text).split()]


def _plain(text: str) -> str:
    return _UNHEARD.sub("", unicodedata.normalize("NFC", text))


class _PageReader:
    """Collects the words of a page while it goes through it in order."""

    def __init__(self, root: Node, *, as_tagged: bool) -> None:
        self.said = Said()
        self._as_tagged = as_tagged
        self._by_id = {node.get("id"): node for node in root.iter()}
        self._open, self._line, self._is_note = "", 0, False

    def walk(self, node: Node, *, is_note: bool, line: int) -> None:
        """Take up an element and all that is in it."""
        if not isinstance(node.tag, str) or self._is_silent(node):
            return
        line = int(node.get("data-line") or line)
        role = (node.get("role") or "").split(" ")[0]
        inside = is_note or role in _NOTE_ROLES
        if node.tag in _PICTURES or role == "img":
            self._apart(self._alternate(node), is_note=is_note, line=line)
            return
        if node.tag == "a" and node.get("href") and role != "doc-noteref":
            into = self.said.links_of_notes if inside else self.said.links
            into.append((node.get("href", ""), line))
        is_aside = inside and not is_note and node.tag in _IN_A_LINE
        if is_aside:
            # A note that stands in the middle of a word does not part it.
            around = self._open, self._line, self._is_note
            self._open = ""
        apart = node.tag not in _IN_A_LINE or is_aside
        if apart:
            self.end_word()
        self._take(node.text or "", is_note=inside, line=line)
        for kid in self._in_order(node):
            self.walk(kid, is_note=inside, line=line)
            self._take(kid.tail or "", is_note=inside, line=line)
        if apart:
            self.end_word()
        if is_aside:
            self._open, self._line, self._is_note = around

    def _in_order(self, node: Node) -> Iterable[Node]:
        """Return what is inside an element as it is heard, wherever it was written."""
        if node.tag == "table":
            return sorted(node, key=_place_in_table)
        if self._as_tagged and node.tag == "figure" and _is_of_one_table(node):
            return sorted(node, key=lambda kid: kid.tag != "figcaption")
        return node

    def end_word(self) -> None:
        """Enter the word that has been read so far."""
        into = self.said.notes if self._is_note else self.said.text
        into.extend((word, self._line) for word in _plain(self._open).split())
        self._open = ""

    def _take(self, text: str, *, is_note: bool, line: int) -> None:
        if not text:
            return
        if not self._open:
            self._line, self._is_note = line, is_note
        self._open += text

    def _apart(self, text: str, *, is_note: bool, line: int) -> None:
        self.end_word()
        self._take(text, is_note=is_note, line=line)
        self.end_word()

    def _is_silent(self, node: Node) -> bool:
        if node.tag in _UNSEEN or node.get("hidden") is not None or node.get(ADDED) is not None:
            return True
        if node.get("role") == "doc-backlink" or node.get("aria-hidden") == "true":
            return True
        return node.tag == "img" and node.get("alt") == ""

    def _alternate(self, node: Node) -> str:
        """Return what stands for a picture. Source: Accessible Name Computation 1.2."""
        keys = (node.get("aria-labelledby") or "").split()
        named = [self._by_id[key] for key in keys if key in self._by_id]
        title = node.find(f"{_SVG}title")
        candidates = (
            " ".join("".join(each.itertext()) for each in named),
            node.get("aria-label"),
            node.get("alt"),
            "".join(title.itertext()) if title is not None else "",
            node.get("title"),
        )
        return next((text for text in candidates if text and text.strip()), "")


def _place_in_table(part: Node) -> int:
    """Return when a part of a table is heard, wherever it was written: caption first, foot last.

    Source: HTML Living Standard, 4.9.2 and 4.9.7.
    """
    return {"caption": 0, "tfoot": 2}.get(str(part.tag), 1)


def _is_of_one_table(figure: Node) -> bool:
    """Whether a figure is one table with one caption, which is then the caption of the table."""
    others = [kid for kid in figure if kid.tag != "figcaption"]
    only = others[0] if len(others) == 1 and len(figure) == 2 else None
    while only is not None and only.tag == "div" and len(only) == 1:
        only = only[0]
    return only is not None and only.tag == "table" and only.find("caption") is None


def _read_element(
    element: Element,
    pieces: dict[bool, list[str]],
    known: _Known,
    *,
    is_note: bool,
    parent: Element | None = None,
) -> None:
    """Take up the text of an element of a PDF in reading order."""
    if element in known.generated or (is_note and _leads_back(element)):
        return
    is_note = is_note or element.role in ("Note", "FENote") or element in known.notes
    into = pieces[is_note]
    edge = "" if reading.is_inline(element, parent) or element.role in reading.ASIDE else " "
    into.append(edge)
    # What stands for a picture is heard where the picture is: before or after its caption.
    alternate = f" {element.alternate or ''} " if element.role == "Figure" else None
    for kid in element.kids:
        if isinstance(kid, Element):
            _read_element(kid, pieces, known, is_note=is_note, parent=element)
        elif element.role != "Figure":
            into.append(kid.text)
        elif alternate is not None:
            into.append(alternate)
            alternate = None
    if alternate is not None:
        into.append(alternate)
    into.append(edge if element.role not in reading.ASIDE else " ")


def _is_generated(planned: Element) -> bool:
    """Whether an element holds only what the style sheet writes."""
    return bool(planned.kids) and all(
        isinstance(kid, Content) and kid.origin is Origin.GENERATED for kid in planned.kids
    )


def _leads_back(element: Element) -> bool:
    return element.role == "Link" and bool(_BACK.fullmatch(element.text.strip()))


def _verdict(ours: Said, theirs: Said, composed: Composed, of_links: Iterable[Fault]) -> Verdict:
    faults = [*_differences(ours.text, theirs.text, composed)]
    faults += _differences(ours.notes, theirs.notes, composed)
    faults += of_links
    return verdict_on(WORDS, faults[:1])


def _untold(links: Sequence[tuple[str, int]], text: str, composed: Composed) -> Iterator[Fault]:
    """Yield a fault for each whole address that a plain text nowhere says."""
    said = _DROPPED.sub("", text)
    for address, line in links:
        kind, _, rest = address.partition(":")
        if kind in _WHOLE and _DROPPED.sub("", rest).strip("/").removeprefix("www.") not in said:
            detail = f"the text has a link to {address}, the file does not say where it leads"
            yield Fault(checking.WORDS_DIFFER, detail, Place(composed.source.label, line))


def _differences(
    ours: Sequence[tuple[str, int]], theirs: Sequence[tuple[str, int]], composed: Composed
) -> Iterator[Fault]:
    """Yield a fault at the first word that differs: those behind it follow from it."""
    one, other = [word for word, _ in ours], [word for word, _ in theirs]
    if one == other:
        return
    pairs = zip(one, other, strict=False)
    both = min(len(one), len(other))
    at = next((place for place, pair in enumerate(pairs) if pair[0] != pair[1]), both)
    detail = reading.first_difference(" ".join(one[at : at + 8]), " ".join(other[at : at + 8]))
    line = ours[min(at, len(ours) - 1)][1] if ours else 0
    yield Fault(checking.WORDS_DIFFER, detail, Place(composed.source.label, line))
