"""A block of a plain text: a heading, a paragraph, an item, a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.finish.plain.wrap import Piece


@dataclass(slots=True)
class Block:
    """What begins on a line of its own.

    Attributes:
        pieces: its text; a line feed that the form has added forces a line break.
        gap: empty lines before it, where something stands before it.
        marker: what the form writes before the first line, for example the number of an item.
        indent: spaces before the first line.
        hang: spaces before the other lines.
        is_verbatim: its lines and spaces stay as they are.
    """

    pieces: list[Piece] = field(default_factory=list)
    gap: int = 1
    marker: str = ""
    indent: int = 0
    hang: int = 0
    is_verbatim: bool = False


class Writer:
    """Writes blocks, and remembers what the form has added.

    Attributes:
        added: first character of an addition, the one behind its last, and what it stands for:
            nothing, or the space between two words.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.added: list[tuple[int, int, str]] = []
        self.at = 0

    def write(self, text: str, means: str | None = None) -> None:
        """Write some text: the author's, or ours with what it stands for."""
        if not text:
            return
        if means is not None:
            start = self.at
            if self.added and self.added[-1][1:] == (self.at, means):
                start = self.added.pop()[0]
            self.added.append((start, self.at + len(text), means))
        self.parts.append(text)
        self.at += len(text)
