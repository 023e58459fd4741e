"""What is known while a page is being planned."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from publish.model import Fault, Place, direction_of
from publish.pdf import Element, Plan
from publish.structure import html

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

    from publish.model import Composed
    from publish.model.words import Direction
    from publish.pdf import Kid
    from publish.standards import Ruling
    from publish.structure.run import Run


@dataclass(frozen=True, slots=True)
class Voice:
    """The language and direction in which the surrounding text is read."""

    language: str
    direction: Direction

    def at(self, node: Node) -> Voice:
        """Return the voice inside an element, which may change either."""
        language = node.get("lang") or node.get("xml:lang") or self.language
        direction = node.get("dir")
        if direction not in ("ltr", "rtl"):
            direction = self.direction if language == self.language else direction_of(language)
        return Voice(language, "rtl" if direction == "rtl" else "ltr")


class Flow(Protocol):
    """Plans what an element holds; see `publish.structure.blocks.flow`."""

    def __call__(self, sketch: Sketch, node: Node, voice: Voice, *, wrap: bool) -> list[Kid]:
        """Return the kids of the structure element."""


class Block(Protocol):
    """Plans one block element; see `publish.structure.blocks.block`."""

    def __call__(self, sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
        """Return what stands for the block."""


@dataclass(slots=True)
class Sketch:
    """The plan in the making, with the page it is made from.

    Lists, tables and notes hold blocks, and blocks are lists, tables and notes: they reach the
    blocks through the sketch, so that no module imports the one that imports it.

    Attributes:
        parents: each HTML element's parent.
        blocks: whether an element stands as a block: by its name, or because a block is in it.
        numbers: how many tables, lists and so on were met, to name them in faults.
        link: the link that stands round the blocks which are being planned.
    """

    composed: Composed
    plan: Plan
    parents: dict[Node, Node]
    _flow: Flow
    _block: Block
    blocks: dict[Node, bool] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    link: Node | None = None
    _by_id: dict[str, Node] | None = None
    _keys: set[str] = field(default_factory=set)

    def flow(self, node: Node, voice: Voice, *, wrap: bool) -> list[Kid]:
        """Plan what an element holds: its blocks, and its loose text."""
        return self._flow(self, node, voice, wrap=wrap)

    def block(self, node: Node, voice: Voice) -> list[Kid]:
        """Plan one block element."""
        return self._block(self, node, voice)

    def element(self, role: str, node: Node, around: Voice, name: str = "") -> Element:
        """Make the structure element of an HTML element, with what every kind of element has."""
        voice = around.at(node)
        element = Element(
            role,
            language=voice.language if voice.language != around.language else None,
            direction=voice.direction if voice.direction != around.direction else None,
            place=self.place(node),
            name=name or self.name(role),
            key=self._own_key(node),
        )
        self.plan.elements.setdefault(node, element)
        return element

    def _own_key(self, node: Node) -> str | None:
        """Return the ``id`` of an element; the second of two equal ones carries none."""
        key = node.get("id")
        if not key or key in self._keys:
            return None
        self._keys.add(key)
        return key

    def fresh_key(self, kind: str) -> str:
        """Make a key for an element without ``id``: the next free number of its kind."""
        while True:
            self.numbers[f"key of {kind}"] += 1
            key = f"{kind}-{self.numbers[f'key of {kind}']}"
            if key not in self._keys and self.find(key) is None:
                self._keys.add(key)
                return key

    def close(self, run: Run) -> None:
        """End a run and enter it into the plan."""
        if slots := run.close():
            self.plan.runs.append(slots)

    def is_preserved(self, node: Node) -> bool:
        """Whether white space counts in the text of an element, as in ``pre``."""
        around: Node | None = node
        while around is not None:
            if around.tag in ("pre", "textarea", "listing"):
                return True
            around = self.parents.get(around)
        return False

    def name(self, kind: str) -> str:
        """Count one more of a kind and name it: ``P`` becomes ``paragraph 7``."""
        word = NAMES.get(kind, kind)
        self.numbers[word] += 1
        return f"{word} {self.numbers[word]}"

    def place(self, node: Node | None) -> Place | None:
        """Return the author's line of an element: its own or that of the nearest one around it."""
        while node is not None:
            line = node.get("data-line", "")
            if line.isdigit():
                return self.composed.source.place(int(line))
            node = self.parents.get(node)
        return Place(self.composed.source.label)

    def fault(self, ruling: Ruling, node: Node, detail: str = "", name: str = "") -> None:
        """Enter a fault of an HTML element."""
        self.plan.faults.append(Fault(ruling, detail, self.place(node), name))

    def fault_of(self, ruling: Ruling, element: Element, detail: str) -> None:
        """Enter a fault of a structure element."""
        self.plan.faults.append(Fault(ruling, detail, element.place, element.name))

    def hide(self, node: Node) -> None:
        """Take an element and all that is in it from readers; it will be drawn as an artifact."""
        self.plan.hidden.update(node.iter())

    def is_block(self, node: Node) -> bool:
        """Whether an element breaks the line of thought: by name, or by a block inside it."""
        known = self.blocks.get(node)
        if known is None:
            role = html.role_of(node)
            known = node.tag in html.BLOCKS or role in html.ROLES or role in html.BLOCK_ROLES
            known = known and role != "doc-footnote"
            if not known and not html.is_picture(node) and role != "doc-footnote":
                known = any(self.is_block(kid) for kid in node if not html.is_unseen(kid))
            self.blocks[node] = known
        return known

    def label(self, node: Node) -> str | None:
        """Return the accessible name that the author gave by ARIA, white space collapsed.

        Source: Accessible Name and Description Computation 1.2, steps 2B and 2C.
        """
        wanted = (node.get("aria-labelledby") or "").split()
        parts = [self.spoken(found) for key in wanted if (found := self.find(key)) is not None]
        name = " ".join(part for part in parts if part)
        return name or " ".join((node.get("aria-label") or "").split()) or None

    def find(self, key: str) -> Node | None:
        """Return the first element with an ``id``."""
        return self.by_id().get(key)

    def by_id(self) -> dict[str, Node]:
        """All elements with an ``id``; the first of two equal ones."""
        if self._by_id is None:
            self._by_id = {}
            for node in self.composed.root.iter():
                if isinstance(node.tag, str) and (key := node.get("id")):
                    self._by_id.setdefault(key, node)
        return self._by_id

    def spoken(self, node: Node) -> str:
        """Return the text of an element as a reader hears it, alternate texts included."""
        words: list[str] = []
        self._speak(node, words)
        return " ".join("".join(words).split())

    def _speak(self, node: Node, words: list[str]) -> None:
        if html.is_unseen(node):
            return
        if html.is_picture(node):
            words.append(alternate_text(self, node) or "")
            return
        for piece in html.pieces(node):
            if isinstance(piece, str):
                words.append(piece)
            elif piece.get("aria-hidden") != "true":
                self._speak(piece, words)


def alternate_text(sketch: Sketch, node: Node) -> str | None:
    """Return what stands for a picture: its ARIA name, ``alt``, SVG title or HTML title."""
    title = node.find("{http://www.w3.org/2000/svg}title")
    candidates = (
        sketch.label(node),
        node.get("alt"),
        "".join(title.itertext()) if title is not None else None,
        node.get("title"),
    )
    return next((" ".join(text.split()) for text in candidates if text and text.strip()), None)


NAMES = {
    "P": "paragraph",
    "L": "list",
    "LI": "list item",
    "Table": "table",
    "Figure": "picture",
    "Link": "link",
    "Note": "note",
    "BlockQuote": "quote",
    "Sect": "section",
    "Art": "article",
    "Aside": "aside",
    "Span": "phrase",
    "Em": "emphasis",
    "Strong": "strong phrase",
    **{f"H{level}": "heading" for level in range(1, 7)},
}
