"""Binds what the engine laid out to what was planned, character by character.

The engine breaks a text into lines, drops the space at a line's end, adds hyphens and changes
case. Each leaf is held against the text of the page that it must come from; so each leaf knows
what a reader must hear for it, whatever glyphs stand there, and a character that the page lost or
invented is found before anything is drawn.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.errors import LostMark
from publish.model import Fault
from publish.pdf import Content, Element, Origin
from publish.render.leaves import LAYOUT
from publish.standards.rules import fonts as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element as Node

    from publish.pdf import Plan, Slot
    from publish.render.leaves import Leaf

#: Characters that carry no text of their own: soft hyphen, zero width space, byte order mark.
SILENT = "\u00ad\u200b\ufeff"
_SPACES = " \t\n\r\f"
_SKIP = frozenset(_SPACES + SILENT)


@dataclass(slots=True, eq=False)
class Piece:
    """The part of a slot that one leaf shows: ``text[start:end]`` of the slot's content."""

    leaf: Leaf
    start: int
    end: int


def bind(plan: Plan, leaves: Sequence[Leaf]) -> list[Fault]:
    """Give each leaf its content and the text that a reader hears for it, in place.

    Returns:
        a fault for each text of the author that no leaf shows.

    Raises:
        LostMark: a leaf stands for nothing that was planned.
    """
    texts: dict[Node, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        if leaf.artifact is None and not _bind_special(plan, leaf) and leaf.node is not None:
            texts[leaf.node].append(leaf)
    slots: dict[Node, list[Slot]] = defaultdict(list)
    for run in plan.runs:
        for slot in run:
            slots[slot.node].append(slot)
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for node, shown in texts.items():
        _align(shown, slots.get(node, []), pieces)
    for run in plan.runs:
        _say_spaces(run, pieces)
    _part_generated(plan, leaves)
    _number(leaves)
    return _unshown(plan, pieces)


def _bind_special(plan: Plan, leaf: Leaf) -> bool:
    """Bind pictures, markers and other generated content; return whether the leaf is done."""
    node = leaf.node
    if node is None:
        raise LostMark(f"content without an HTML element on page {leaf.page + 1}")
    if node in plan.hidden:
        leaf.artifact = LAYOUT
    elif leaf.pseudo and not leaf.pseudo.startswith("first-"):
        _bind_generated(plan, leaf, node)
    elif node in plan.pictures:
        leaf.content = plan.pictures[node]
    elif not leaf.is_text:
        raise LostMark(f"a picture of <{node.tag}> on page {leaf.page + 1} was not planned")
    elif leaf.box.text.strip(_SPACES + SILENT):
        return False
    return True


def _bind_generated(plan: Plan, leaf: Leaf, node: Node) -> None:
    """Bind what the style sheet wrote.

    Pictures, the quotation marks of ``q`` and the bullets of lists that are none only repeat what
    the structure says or denies, so they are artifacts; so is what only takes up room and is
    never drawn. All other text is heard: planned markers in their place, the rest in a Span of
    its own.
    """
    unseen = leaf.box.style["visibility"] != "visible"
    if unseen or not leaf.is_text or node.tag == "q" or not leaf.box.text.strip(_SPACES + SILENT):
        leaf.artifact = LAYOUT
        return
    content = plan.generated.get((node, leaf.pseudo))
    if content is None and leaf.pseudo == "marker" and not any(map(str.isalnum, leaf.box.text)):
        leaf.artifact = LAYOUT
        return
    if content is None and leaf.pseudo.startswith("footnote"):
        raise LostMark(f"the style sheet makes a note of <{node.tag}>, which is no doc-footnote")
    if content is None:
        content = plan.generated[node, leaf.pseudo] = Content(origin=Origin.GENERATED)
        _place_generated(plan, node, content, first=leaf.pseudo == "before")
    leaf.content = content
    leaf.text = leaf.box.text
    content.text += leaf.text


def _place_generated(plan: Plan, node: Node, content: Content, *, first: bool) -> None:
    """Put a Span for generated text at the beginning or end of what an element holds.

    Raises:
        LostMark: the element has no place in the tree.
    """
    span = Element("Span", [content])
    owner = plan.elements.get(node)
    if owner is not None:
        owner.kids.insert(0 if first else len(owner.kids), span)
        return
    inside = set(node.iter())
    held = {id(slot.content) for run in plan.runs for slot in run if slot.node in inside}
    places = [
        (element, kid)
        for element in plan.tree.elements()
        for kid in element.kids
        if id(kid) in held
    ]
    if not places:
        raise LostMark(f"the style sheet writes text into <{node.tag}>, which is not in the tree")
    owner, kid = places[0] if first else places[-1]
    owner.kids.insert(owner.kids.index(kid) + (0 if first else 1), span)


def _align(shown: list[Leaf], slots: list[Slot], pieces: dict[int, list[Piece]]) -> None:
    """Walk through the leaves and the text positions of one HTML element side by side."""
    text = "".join(slot.content.text for slot in slots)
    cursor = _Cursor(text)
    starts = []
    position = 0
    for slot in slots:
        starts.append(position)
        position += len(slot.content.text)
    first_of_leaf = 0
    for leaf in shown:
        start, end = cursor.take(leaf)
        first_of_leaf = bisect_right(starts, start, lo=first_of_leaf) - 1
        for number in range(first_of_leaf, len(slots)):
            slot, first = slots[number], starts[number]
            if first >= end:
                break
            last = first + len(slot.content.text)
            piece = Piece(leaf, max(start, first) - first, min(end, last) - first)
            pieces[id(slot)].append(piece)
            leaf.content = leaf.content or slot.content


class _Cursor:
    """A place in the text of an HTML element; it moves on as leaves take their part."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.heard = [index for index, letter in enumerate(text) if letter not in _SKIP]
        self.letters = "".join(text[index] for index in self.heard)
        self.at = 0

    def take(self, leaf: Leaf) -> tuple[int, int]:
        """Return which part of the text a leaf shows, as indices.

        Raises:
            LostMark: the text goes on differently.
        """
        shown = "".join(letter for letter in leaf.box.text if letter not in _SKIP)
        count = self._matched(leaf, shown)
        if count is None:
            hyphen = leaf.box.style["hyphenate_character"]
            if shown.endswith(hyphen):
                count = self._matched(leaf, shown.removesuffix(hyphen))
                leaf.hyphenated = True
        if not count:
            raise LostMark(
                f"page {leaf.page + 1} shows “{leaf.box.text}” where the text goes on "
                f"with “{self.letters[self.at : self.at + 40]}”"
            )
        start = self.heard[self.at]
        self.at += count
        return start, self.heard[self.at - 1] + 1

    def _matched(self, leaf: Leaf, shown: str) -> int | None:
        """Return how many letters of the text the shown ones stand for."""
        if self.letters.startswith(shown, self.at):
            return len(shown)
        if leaf.box.style["text_transform"] == "none" and not leaf.pseudo:
            return None
        wanted = "".join(map(_without_case, shown))
        count = 0
        while wanted:
            if self.at + count >= len(self.letters):
                return None
            letter = _without_case(self.letters[self.at + count])
            if not wanted.startswith(letter):
                return None
            wanted = wanted[len(letter) :]
            count += 1
        return count


def _without_case(letter: str) -> str:
    """Return what stays of a letter whatever text-transform does to it."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(part for part in folded if not unicodedata.combining(part)) or letter


def _say_spaces(run: list[Slot], pieces: dict[int, list[Piece]]) -> None:
    """Give each leaf of a run its text, with the spaces that the page does not draw.

    A space is heard where it is drawn: at the start of a leaf, or at its end. One that is drawn
    nowhere, because a line ends there or because it stands alone between two inline elements, is
    heard at the end of the leaf before it; after a picture, at the start of the next one. The same
    holds for a no-break space that stands alone, for which the engine draws nothing.
    """
    before: Leaf | None = None
    owed, carried = False, ""
    for slot in run:
        text = slot.content.text
        heard = 0
        before = None if slot.after_atom else before
        for piece in pieces.get(id(slot), ()):
            if _has_space(text[heard : piece.start]):
                drawn = piece.leaf.box.text[0] in _SPACES and not piece.leaf.text
                owed = drawn or owed or not _end_with_space(before)
            shown = (" " if owed else "") + text[piece.start : piece.end]
            heard, owed = piece.end, False
            if not piece.leaf.box.text.isspace():
                piece.leaf.text += carried + shown
                before, carried = piece.leaf, ""
            elif before is not None:
                before.text += shown
            else:
                carried += shown
        if _has_space(text[heard:]):
            owed = not _end_with_space(before)


def _part_generated(plan: Plan, leaves: Sequence[Leaf]) -> None:
    """Let a space be heard between the text of an element and what the style sheet writes at it.

    In a table of contents a row of dots stands between the title and the page number; the number
    of a paragraph stands in the margin. A sign, such as a bracket, stays with the word it opens.
    """
    last = {id(leaf.content): leaf for leaf in leaves if leaf.content is not None}
    for (node, pseudo), content in plan.generated.items():
        owner = plan.elements.get(node)
        if pseudo not in ("before", "after") or owner is None or not content.text:
            continue
        texts = [
            kid
            for part in owner.elements()
            for kid in part.kids
            if isinstance(kid, Content) and id(kid) in last
        ]
        at = texts.index(content)
        if pseudo == "before":
            ends_word = content.text[-1].isalnum() and at + 1 < len(texts)
            ahead = content if ends_word else None
        else:
            ahead = texts[at - 1] if at else None
        if ahead is not None and _end_with_space(last[id(ahead)]):
            ahead.text += " "


def _has_space(text: str) -> bool:
    return any(letter in _SPACES for letter in text)


def _end_with_space(leaf: Leaf | None) -> bool:
    """Let a space be heard at the end of a leaf; return whether it is the first one there."""
    if leaf is None or leaf.text.endswith(" "):
        return False
    leaf.text += " "
    return True


def _number(leaves: Iterable[Leaf]) -> None:
    counts: dict[int, int] = defaultdict(int)
    for leaf in leaves:
        if leaf.content is not None:
            leaf.sequence = counts[id(leaf.content)]
            counts[id(leaf.content)] += 1


def _unshown(plan: Plan, pieces: dict[int, list[Piece]]) -> list[Fault]:
    """Report texts of the author that no leaf shows, each with the element around it."""
    faults: list[Fault] = []
    owners = {id(kid): owner for owner in plan.tree.elements() for kid in owner.kids}
    for run in plan.runs:
        for slot in run:
            text = slot.content.text
            spoken: set[int] = set()
            for piece in pieces.get(id(slot), ()):
                spoken.update(range(piece.start, piece.end))
            missing = "".join(
                letter
                for index, letter in enumerate(text)
                if index not in spoken and letter not in _SKIP
            )
            if missing and slot.node not in plan.pictures:
                owner = owners.get(id(slot.content), plan.tree)
                detail = f"“{text.strip()[:60]}”"
                faults.append(Fault(rules.TEXT_NOT_SHOWN, detail, owner.place, owner.name))
    return faults
