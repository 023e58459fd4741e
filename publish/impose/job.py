"""What is asked for: how pages become sheets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Scheme = Literal["saddle", "perfect", "n-up", "repeat", "cut-stack", "roll", "z", "cover"]

#: Each with what it makes, in the words of a print shop.
SCHEMES: dict[Scheme, str] = {
    "saddle": "booklet: sheets folded once, put into each other and stitched",
    "perfect": "book: signatures behind each other, glued at the spine",
    "n-up": "several pages beside each other, in reading order",
    "repeat": "the same page as often as the sheet holds it, for cards",
    "cut-stack": "pages so that the cut piles, laid on each other, are in order",
    "roll": "leaflet whose panels are rolled in",
    "z": "leaflet folded to and fro",
    "cover": "cover of a book: back, spine and front in one",
}

#: Width of a spine from which on words may stand on it, and what stays free beside them, in mm.
SPINE_WITH_WORDS, SPINE_FREE = 6.0, 1.5


@dataclass(frozen=True, slots=True)
class Job:
    """How a file is imposed; all lengths in millimetres.

    Attributes:
        scheme: one of `SCHEMES`.
        rtl: whether the spine is at the right.
        thickness: of one leaf of the inside.
        signature: pages of one signature of a book: 4, 8, 16 or 32.
        mill: how much is milled off the spine of a glued book.
        sheet: width and height of the sheet of paper; ``None`` for as much as is needed.
        grid: columns and rows; ``None`` for as many as the sheet holds.
        gap: between pages that are cut apart; ``None`` for twice the bleed.
        sides: of the sheet that are printed, for n-up, repeat and cut-stack; 0 for both unless
            there is one page only.
        tumble: whether the sheet is turned over head first to print its back.
        pad: whether blank pages fill up what is missing.
        blanks_at: number of the page before which they come; 0 for behind the last one.
        panels: on one side of a leaflet.
        tuck: how much narrower each panel is than the one that it folds into.
        slug: from the trim to the edge of the sheet, where no sheet is given.
        marks: whether marks are drawn.
        inside: pages of the inside of a book, for its cover.
        cover_thickness: of the paper of the cover.
        spine_text: words on the spine.
    """

    scheme: Scheme
    rtl: bool = False
    thickness: float = 0.0
    signature: int = 16
    mill: float = 3.0
    sheet: tuple[float, float] | None = None
    grid: tuple[int, int] | None = None
    gap: float | None = None
    sides: int = 0
    tumble: bool = False
    pad: bool = False
    blanks_at: int = 0
    panels: int = 3
    tuck: float = 2.0
    slug: float = 12.0
    marks: bool = True
    inside: int = 0
    cover_thickness: float = 0.0
    spine_text: str = ""

    @property
    def spine(self) -> float:
        """Width of the spine: the leaves of the inside, and the cover twice around them."""
        return math.ceil(self.inside / 2) * self.thickness + 2 * self.cover_thickness
