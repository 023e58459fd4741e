"""The text of one block as one string, which remembers whose each character is.

A quotation may open in one text node and close in another, and the space before a word in bold
belongs to the text before it. So rules see the block as a reader does, and what they change goes
back to where it came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

#: Stands for what no rule may look into: a picture, code, a note.
ATOM = "\ufffc"
#: Stands for a forced line break.
BREAK = "\u2028"

#: Addresses of pages, mail and files: every character in them counts.
_ADDRESS = re.compile(
    r"(?:https?|ftp|mailto|tel|doi|urn):[^\s<>«»“”\"]+"
    r"|\bwww\.[^\s<>«»“”\"]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>«»“”\"]*)?",
)
#: Punctuation at the end of an address belongs to the sentence.
_AFTER_ADDRESS = ".,;:!?…)]'’"

#: A change: the characters from start to end become another text.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A text of the page: the one in an element, or the one behind it.

    Attributes:
        element: of the HTML tree.
        name: ``text`` or ``tail``, or the name of an attribute that style sheets print.
    """

    element: Element
    name: str

    def write(self, text: str) -> None:
        """Put a text there."""
        if self.name in ("text", "tail"):
            setattr(self.element, self.name, text)
        else:
            self.element.set(self.name, text)


@dataclass(slots=True)
class _Owner:
    """A stretch of characters of one node in one language; no language means hands off."""

    node: Node | None
    language: str


class Line:
    """The text of a block.

    Attributes:
        text: of all nodes, one after the other.
        at: where it stands in the author's file, if that is known; else 0.
        is_title: whether its lines are balanced, so that short words end none.
    """

    def __init__(self) -> None:
        self.text = ""
        self.at = 0
        self.is_title = False
        self._owners: list[_Owner] = []
        self._whose: list[_Owner] = []  # of each character of `text`

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which something may be changed, in order."""
        return tuple(dict.fromkeys(owner.language for owner in self._owners if owner.language))

    def add(self, node: Node, text: str, language: str) -> None:
        """Add the text of a node; addresses in it stay as they are."""
        end = 0
        for found in _ADDRESS.finditer(text):
            address = found[0].rstrip(_AFTER_ADDRESS)
            self._take(node, text[end : found.start()], language)
            self._take(node, address, "")
            end = found.start() + len(address)
        self._take(node, text[end:], language)

    def stand_in(self, sign: str) -> None:
        """Add a sign for something that is no text."""
        self._take(None, sign, "")

    def _take(self, node: Node | None, text: str, language: str) -> None:
        owner = _Owner(node, language)
        self._owners.append(owner)
        self._whose += [owner] * len(text)
        self.text += text

    def change(self, edits: Iterable[Edit], language: str) -> None:
        """Make changes; one that reaches into another language or an address is left out.

        What is written new belongs to the node of the first character that it replaces.

        Args:
            edits: in the order of the text, none empty, none over another.
            language: the one whose rules ask for the changes.
        """
        for start, end, new in reversed([*edits]):
            whose = self._whose[start:end]
            if all(owner.language == language for owner in whose):
                self.text = self.text[:start] + new + self.text[end:]
                self._whose[start:end] = [whose[0]] * len(new)

    def write(self) -> None:
        """Put the text back into the nodes."""
        texts = {owner.node: "" for owner in self._owners if owner.node}
        for character, owner in zip(self.text, self._whose, strict=True):
            if owner.node:
                texts[owner.node] += character
        for node, text in texts.items():
            node.write(text)
