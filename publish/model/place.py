"""Where something stands in the author's file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the author's file, so that a fault can name it.

    Attributes:
        file: the file as the author would name it, relative to the project, with slashes.
        line: counted from 1; 0 means the file as a whole.
    """

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file
