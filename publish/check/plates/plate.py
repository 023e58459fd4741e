"""The plates of one page.

A plate is an array of bytes with a row for each line of pixels, the uppermost first: 0 is bare
paper, 255 solid ink. Pages stand upright as in their own space (/Rotate is undone), and cover the
media box.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from publish.check.geometry import Box

    Plate = NDArray[np.uint8]

#: Enough for the mean of squares of 15 mm², which are 11 pixels wide.
COARSE = 72.0
#: Needed to see whether ink stops at an edge: a pixel is 0.17 mm.
FINE = 150.0


@dataclass(frozen=True, slots=True)
class PagePlates:
    """The plates of one page.

    Attributes:
        page: counted from 1.
        dpi: pixels per inch; less than asked for where the page is very large.
        box: the media box that the plates cover, in the space of the page.
        unit: size of a unit of that space in points (UserUnit).
        inks: by the name of the plate, process inks first; only those that get any ink.
        composite: cyan, magenta, yellow and black as last axis, with spot inks as the process
            inks that stand for them; only where it was asked for.
        shape: rows and columns.
    """

    page: int
    dpi: float
    box: Box
    unit: float
    inks: dict[str, Plate]
    shape: tuple[int, int]
    composite: Plate | None = None

    @property
    def scale(self) -> float:
        """Pixels for a unit of the space of the page."""
        return self.dpi / 72 * self.unit

    def total(self) -> NDArray[np.float32]:
        """Return the ink of all plates on each pixel, in percent of one solid plate."""
        summed = np.zeros(self.shape, np.uint32)
        for plate in self.inks.values():
            summed += plate
        return (summed / 2.55).astype(np.float32)

    def window(self, box: Box) -> tuple[slice, slice]:
        """Return rows and columns of the pixels that lie wholly or half inside a box."""
        rows, columns = self.shape
        top, bottom = (self.box.top - box.top, self.box.top - box.bottom)
        left, right = (box.left - self.box.left, box.right - self.box.left)
        return (
            slice(_within(top * self.scale, rows), _within(bottom * self.scale, rows)),
            slice(_within(left * self.scale, columns), _within(right * self.scale, columns)),
        )

    def place(self, row: float, column: float) -> tuple[float, float]:
        """Return where a pixel lies in the space of the page."""
        return self.box.left + column / self.scale, self.box.top - row / self.scale


def _within(value: float, most: int) -> int:
    return min(max(round(value), 0), most)
