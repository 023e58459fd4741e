"""The body that publishes: its project folder, its name and its colour."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class House:
    """How a publisher's pages look.

    Attributes:
        folder: the project; its ``layouts/`` are looked in before ours, and its ``brand/fonts/``
            stand beside ours. ``None`` means ours only.
        name: shown in the masthead where a text names no body of its own.
        accent: colour of labels and rules on white, ``#rrggbb``.
    """

    folder: Path | None = None
    name: str = ""
    accent: str = "#0b5394"

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """The project's own fonts: ``brand/fonts``, where it has one."""
        own = self.folder / "brand" / "fonts" if self.folder else None
        return (own.resolve(),) if own and own.is_dir() else ()
