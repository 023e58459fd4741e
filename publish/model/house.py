"""The project that publishes: its brand and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from publish.model.brand import Brand
from publish.model.press import Press

#: Which digits the numbers of an Arabic page have: as typed, 123 or ١٢٣.
Digits = Literal["typed", "latin", "arabic-indic"]


@dataclass(frozen=True, slots=True)
class House:
    """Whose texts these are, and how they are published.

    Attributes:
        folder: the project; its ``layouts/`` are looked in before the brand's and ours, and its
            ``brand/fonts/`` stand beside ours. ``None`` means ours only.
        brand: how the pages look.
        languages: in which every work is expected; a version that is missing shows as pending.
        address: where the web versions stand, for links between them and for the QR code; ends
            in a slash, or empty.
        typography: whether spaces, quotation marks and dashes follow the rules of the language.
        digits: of Arabic pages.
        large_print: size of the text of that edition, in points; 16 or more.
        text_width: characters of a line of the edition ``text``; 0 for one line a paragraph.
        press: how the edition ``print`` is printed.
    """

    folder: Path | None = None
    brand: Brand = field(default_factory=Brand)
    languages: tuple[str, ...] = ()
    address: str = ""
    typography: bool = True
    digits: Digits = "typed"
    large_print: float = 18.0
    text_width: int = 72
    press: Press = field(default_factory=Press)

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """The project's own fonts: ``brand/fonts`` and those of its brand, where it has some."""
        homes = [self.folder / "brand" if self.folder else None, self.brand.folder]
        found = (home / "fonts" for home in homes if home)
        return tuple(dict.fromkeys(fonts.resolve() for fonts in found if fonts.is_dir()))
