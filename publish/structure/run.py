"""A run: the text positions that are read as one line of thought, and their white space.

White space collapses over the borders of inline elements, as on the page: in
``<em>a </em> b`` one space is read, after ``a``. Source: CSS Text 3, 4.1.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.pdf import Content, Slot

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

_SPACES = re.compile("[ \t\n\r\f]+")


class Run:
    """Collects slots while a paragraph is planned, collapsing white space as it goes."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self._at_space = True  # leading white space is not read
        self._after_atom = False
        self._broken = False  # a line break follows an atom, and no text yet
        self._lone: Content | None = None

    def text(self, node: Node, characters: str, *, preserved: bool = False) -> list[Content]:
        """Add a text position; return its content, or nothing if no character is left of it."""
        collapsed = characters if preserved else _SPACES.sub(" ", characters)
        if not preserved and self._at_space:
            collapsed = collapsed.removeprefix(" ")
        if not collapsed:
            return []
        if self._broken:
            collapsed, self._broken = f" {collapsed}", False
        content = Content(collapsed)
        self.slots.append(Slot(node, content, self._after_atom))
        self._at_space = collapsed[-1] in " \n"
        self._lone = content if self._after_atom and collapsed == " " else None
        self._after_atom = False
        return [content]

    def line_break(self) -> None:
        """Add a forced line break: a reader hears a pause where the page has a new line."""
        if self._after_atom:
            self._broken = self._at_space = True
        elif self.slots and not self._at_space:
            self.slots[-1].content.text += " "
            self._at_space = True

    def atom(self) -> None:
        """Add something that is no text, such as a picture: spaces around it are both read.

        A space alone between two of them is not: there is no text that it could belong to.
        """
        if self._lone is not None:
            self._lone.text = ""
        self._at_space, self._after_atom, self._broken, self._lone = False, True, False, None

    def close(self) -> list[Slot]:
        """End the run: white space at its end is not read. Return its slots."""
        if self.slots and not self._after_atom:
            last = self.slots[-1].content
            last.text = last.text.rstrip(" \t\n\r\f")
        return self.slots
