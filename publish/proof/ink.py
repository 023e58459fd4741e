"""How much ink there is: on each plate, and of all plates together.

The limit of print shops is one for a small area, not for a page and not for a point: the mean of
any square of some 15 mm² inside the bleed (Ghent Workgroup).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from publish.proof.frame import Frame

    Plate = NDArray[np.uint8]

#: Of a plate: bare paper is 0, solid 255.
_SOLID = 255
#: Means that differ by less are the same amount of ink.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class PlateInk:
    """The ink of one plate inside the trim.

    Attributes:
        mean: of the page, in percent.
        highest: of any pixel, in percent.
        covered: part of the page that has any of this ink, in percent.
    """

    mean: float
    highest: float
    covered: float


@dataclass(frozen=True, slots=True)
class TotalInk:
    """The ink of all plates together inside the bleed.

    Attributes:
        mean: of the page, in percent of one solid plate.
        peak: of any pixel.
        highest: mean of the square with most ink.
        place: middle of that square from the left and the upper edge of the trim, in millimetres.
        square: that square in pixels: left, top, right, bottom.
        side: of the square in millimetres.
        limit: most that the shop accepts, in percent.
    """

    mean: float
    peak: float
    highest: float
    place: tuple[float, float]
    square: tuple[int, int, int, int]
    side: float
    limit: float

    @property
    def is_over(self) -> bool:
        """Whether there is more ink than the shop accepts."""
        return self.highest > self.limit


def plate_ink(plate: Plate, frame: Frame) -> PlateInk:
    """Measure one plate inside the trim."""
    cut = plate[frame.trim.area.inside(frame.width, frame.height)]
    if not cut.size:
        return PlateInk(0.0, 0.0, 0.0)
    return PlateInk(
        mean=float(cut.mean()) / _SOLID * 100,
        highest=float(cut.max()) / _SOLID * 100,
        covered=float(np.count_nonzero(cut)) / cut.size * 100,
    )


def summed(plates: Mapping[str, Plate], frame: Frame) -> NDArray[np.uint16]:
    """Return the ink of all plates on each pixel; 255 is one solid plate."""
    total = np.zeros((frame.height, frame.width), np.uint16)
    for plate in plates.values():
        total += plate
    return total


def total_ink(total: NDArray[np.uint16], frame: Frame, *, limit: float, area: float) -> TotalInk:
    """Find the square with most ink inside the bleed.

    Args:
        total: as `summed` returns it.
        frame: of the page.
        limit: most ink, in percent.
        area: of the square in mm².
    """
    rows, columns = frame.painted.area.inside(frame.width, frame.height)
    inside = total[rows, columns]
    side = area**0.5
    pixels = max(round(side * frame.per_mm), 1)
    high, wide = min(pixels, inside.shape[0]), min(pixels, inside.shape[1])
    means = _means(inside, high, wide)
    if not means.size:
        return TotalInk(0.0, 0.0, 0.0, (0.0, 0.0), (0, 0, 0, 0), side, limit)
    row, column = _middle_of_highest(means)
    top, left = row + rows.start, column + columns.start
    square = (left, top, left + wide, top + high)
    trim, mm = frame.trim.area, frame.per_mm
    cut = total[frame.trim.area.inside(frame.width, frame.height)]
    return TotalInk(
        mean=_percent(cut.mean()) if cut.size else 0.0,
        peak=_percent(inside.max()),
        highest=_percent(means.max()),
        place=((left + wide / 2 - trim.left) / mm, (top + high / 2 - trim.top) / mm),
        square=square,
        side=side,
        limit=limit,
    )


def solids(
    composite: Plate, process: Plate, spots: Mapping[str, Plate]
) -> dict[str, tuple[float, float, float, float]]:
    """Find out which process inks stand for each spot ink at full tint.

    The composite is, on each pixel, the process inks and what stands for the spots, added up and
    cut off at solid; so the stand-ins are the best solution of many small sums.

    Args:
        composite: rows, columns, four inks; spots shown by process inks.
        process: the same without spots.
        spots: plates by name.
    """
    if not spots:
        return {}
    tints = np.stack([plate.ravel() for plate in spots.values()], axis=1)
    seen = np.flatnonzero(tints.any(axis=1))
    seen = seen[:: max(len(seen) // 20_000, 1)]
    tints = tints[seen].astype(np.float64)
    whole, base = (each.reshape(-1, 4)[seen].astype(np.float64) for each in (composite, process))
    found = np.zeros((len(spots), 4))
    for ink in range(4):
        told = whole[:, ink] < _SOLID
        if told.any():
            added = (whole - base)[told, ink]
            found[:, ink] = np.linalg.lstsq(tints[told], added, rcond=None)[0]
        elif len(seen):
            found[:, ink] = 1.0
    rows = np.clip(found, 0, 1).round(4)
    return {
        name: (float(c), float(m), float(y), float(k))
        for name, (c, m, y, k) in zip(spots, rows, strict=True)
    }


def _means(values: NDArray[np.uint16], high: int, wide: int) -> NDArray[np.float64]:
    """Return the mean of every square, by sums from the upper left corner."""
    sums = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    np.cumsum(values, axis=0, dtype=np.float64, out=sums[1:, 1:])
    np.cumsum(sums[1:, 1:], axis=1, out=sums[1:, 1:])
    if not high or not wide:
        return np.zeros((0, 0))
    found = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    return found / (high * wide)


def _middle_of_highest(means: NDArray[np.float64]) -> tuple[int, int]:
    """Return where most ink is; of a field that has it everywhere, a place in its middle."""
    places = np.argwhere(means >= means.max() - _SAME)
    away = ((places - places.mean(axis=0)) ** 2).sum(axis=1)
    row, column = places[away.argmin()]
    return int(row), int(column)


def _percent(value: float) -> float:
    return float(value) / _SOLID * 100
