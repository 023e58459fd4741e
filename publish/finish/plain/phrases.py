"""What stands in a line of a plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from publish.finish.plain.wrap import Piece
    from publish.model.wording import Wording

SVG = "{http://www.w3.org/2000/svg}svg"
BLOCKS = frozenset(
    "html body main article section nav aside header footer div p h1 h2 h3 h4 h5 h6 hgroup ul ol "
    "menu li dl dt dd table blockquote pre figure figcaption address details summary hr "
    "search caption thead tbody tfoot tr td th".split()
)
_UNSEEN = frozenset("head script style template rp".split())
_WHOLE = ("https://", "http://", "mailto:", "tel:")
#: A file that lies beside this one: the same text in another language.
_BESIDE = ".txt"


@dataclass(slots=True)
class Gathered:
    """What a plain text has at its end.

    Attributes:
        footnotes: notes that paper has at the foot of its pages.
        endnotes: lists of notes.
        links: text and address of each link whose address is not its text.
    """

    footnotes: list[Element] = field(default_factory=list)
    endnotes: list[Element] = field(default_factory=list)
    links: dict[tuple[str, str], None] = field(default_factory=dict)


class Phrases:
    """Turns inline elements into pieces of text."""

    def __init__(self, root: Element, wording: Wording) -> None:
        self.gathered = Gathered()
        self._wording = wording
        self._by_id = {node.get("id"): node for node in root.iter()}

    def of(self, node: Element) -> list[Piece]:
        """Return all that is in an element as one run of text."""
        pieces: list[Piece] = [(node.text or "", None)]
        for kid in node:
            pieces += self.one(kid)
            pieces.append((kid.tail or "", None))
        return pieces

    def one(self, node: Element) -> list[Piece]:
        """Return what one element says in a line."""
        if is_silent(node):
            return []
        role = node.get("role", "")
        if is_picture(node):
            name = f"[{self._wording.picture.text}{self._wording.colon.text}"
            return [(" ", None), (name, ""), (self.alternate(node), None), ("] ", "")]
        if role == "doc-footnote":
            self.gathered.footnotes.append(node)
            return [(f"[{len(self.gathered.footnotes)}]", "")]
        if role == "doc-noteref":
            return [("[", ""), *self.of(node), ("]", "")]
        inside = self.of(node)
        if node.tag == "br":
            return [("\n", "")]
        if node.tag == "a":
            self._gather(node, inside)
        if node.tag == "q":
            return [("“", ""), *inside, ("”", "")]
        if node.tag == "rt":
            return [("(", ""), *inside, (")", "")]
        if node.tag == "sup" and _text(inside).strip().isdigit():
            return [("^", ""), *inside]
        # A block inside a line is a word apart.
        return [(" ", None), *inside, (" ", None)] if node.tag in BLOCKS else inside

    def alternate(self, node: Element) -> str:
        """Return what stands for a picture. Source: Accessible Name Computation 1.2."""
        keys = (node.get("aria-labelledby") or "").split()
        labels = [self._by_id[key] for key in keys if key in self._by_id]
        title = node.find("{http://www.w3.org/2000/svg}title")
        candidates = (
            " ".join("".join(each.itertext()) for each in labels),
            node.get("aria-label"),
            node.get("alt"),
            "".join(title.itertext()) if title is not None else "",
            node.get("title"),
        )
        return next((text for text in candidates if text and text.strip()), "")

    def _gather(self, link: Element, inside: list[Piece]) -> None:
        address, text = link.get("href", ""), " ".join(_text(inside).split())
        leads_out = address.startswith(_WHOLE) or address.endswith(_BESIDE)
        if leads_out and text and not _tells(text, address):
            self.gathered.links.setdefault((text, address))


def is_silent(node: Element) -> bool:
    """Whether nobody hears an element."""
    if not isinstance(node.tag, str) or node.tag in _UNSEEN or node.get("hidden") is not None:
        return True
    if node.get("aria-hidden") == "true" or node.get("role") == "doc-backlink":
        return True
    return node.tag == "img" and node.get("alt") == ""


def is_picture(node: Element) -> bool:
    """Whether an element is heard as one picture."""
    return node.tag in ("img", SVG) or node.get("role") == "img"


def _text(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _tells(text: str, address: str) -> bool:
    """Whether the text of a link already says where it leads."""
    kind, _, rest = address.partition(":")
    if kind == "tel":
        return "".join(sign for sign in text if sign.isdigit() or sign == "+") == rest
    return rest.strip("/").removeprefix("www.") == text.strip("/").removeprefix("www.") or (
        text == address
    )
