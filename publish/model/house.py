"""The body that publishes: its project folder, its name and its colour."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class House:
    """How a publisher's pages look.

    Attributes:
        folder: the project; its ``layouts/`` are looked in before ours. ``None`` means ours only.
        name: shown in the masthead where a text names no body of its own.
        accent: colour of labels and rules on white, ``#rrggbb``.
    """

    folder: Path | None = None
    name: str = ""
    accent: str = "#0b5394"
