"""How much ink lies on a page: the mean of every square of a given area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from publish.check.geometry import Box, Point
    from publish.check.plates.plate import PagePlates

_MM_PER_INCH = 25.4


def most_ink(plates: PagePlates, box: Box, area: float) -> tuple[float, Point]:
    """Find the square with most ink.

    Sums from the corner of the page give each square by four look-ups, so all of them are looked
    at, one for each pixel.

    Args:
        plates: of a page.
        box: squares lie wholly inside it; of a smaller box, its mean counts.
        area: of a square in mm².

    Returns:
        mean ink of that square in percent of one solid plate, and its middle in the page's space.
    """
    rows, columns = plates.window(box)
    ink = plates.total()[rows, columns]
    if not ink.size:
        return 0.0, (box.left, box.top)
    side = max(round(area**0.5 / _MM_PER_INCH * plates.dpi), 1)
    means = _square_means(ink, min(side, ink.shape[0]), min(side, ink.shape[1]))
    row, column = np.unravel_index(int(means.argmax()), means.shape)
    middle = plates.place(rows.start + row + side / 2, columns.start + column + side / 2)
    return float(means.max()), middle


def _square_means(ink: NDArray[np.float32], high: int, wide: int) -> NDArray[np.float64]:
    sums = np.zeros((ink.shape[0] + 1, ink.shape[1] + 1))
    np.cumsum(np.cumsum(ink, axis=0, dtype=np.float64), axis=1, out=sums[1:, 1:])
    squares = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    means: NDArray[np.float64] = squares / (high * wide)
    return means
