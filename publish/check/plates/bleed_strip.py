"""Whether ink that touches an edge of the cut page goes on into the bleed.

A strip along each edge is looked at on the plates: two pixels inside the trim, and all of the
bleed outside it. Ink inside must go on outside, straight or slanting; it may fade, but it may not
end at a line, and where a ground goes on, what lies on it may not end at the trim either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from publish.check.geometry import Box
    from publish.check.plates.plate import PagePlates

    Strip = NDArray[np.int16]
    Flags = NDArray[np.bool_]

Side = Literal["left", "right", "top", "bottom"]
SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom")

#: Of 255: fainter ink is noise.
_INK = 6
#: Pixels inside the trim that are looked at, and how many of them tell whether ink is there.
_INSIDE, _TOUCHING = 4, 2
#: A step of colour at the trim, of 255, and how much steeper it is than what is beside it.
_STEP, _STEEPER = 38, 3
#: An edge that ends within the bleed is straight over this much, in mm; pictures are not.
_STRAIGHT = 3.0
#: A step of colour at the trim is believed over this much, in mm.
_LONG_STEP = 5.0
#: Pixels that a slanting edge gains at most from one to the next.
_RISE = 3
#: Pixels over which the edge of a shape may be covered in part only.
_EDGE = 2
#: Ink that is less than this part of what it was at the trim has faded, not ended.
_FADED = 0.4


@dataclass(frozen=True, slots=True)
class Stop:
    """Ink that ends too early at one side of a page.

    Attributes:
        start, end: along the side, in mm from its left or upper end.
        reach: how far it goes beyond the trim, in mm.
    """

    side: Side
    start: float
    end: float
    reach: float


def touched(plates: PagePlates, cut: Box) -> bool:
    """Whether any ink touches an edge of the cut page from inside."""
    return any(
        bool((_strip(plates, cut, side, outside=0)[:, :, :_TOUCHING] >= _INK).any())
        for side in SIDES
    )


def stops(
    plates: PagePlates, cut: Box, depths: dict[Side, float], through: dict[Side, list[Box]]
) -> Iterator[Stop]:
    """Yield for each side the first place where ink ends too early.

    Args:
        plates: of a page, fine enough that a pixel is a small part of the bleed.
        cut: the trim.
        depths: how far ink has to go beyond the trim, in the units of the page.
        through: boxes of pictures that go on to the edge of the bleed; what is white there is
            white in the picture.
    """
    for side in SIDES:
        outside = int(depths[side] * plates.scale - 0.5)
        if outside < 1:
            continue
        strip = _strip(plates, cut, side, outside=outside)
        free = _free(plates, cut, side, through[side], strip.shape[1])
        ended, reach = _ended(strip, free, plates.dpi)
        stepped = _stepped(strip, free, plates.dpi)
        reach[stepped & ~ended] = 0
        ended |= stepped
        if ended.any():
            first = int(ended.argmax())
            last = first + int((~ended[first:]).argmax() or len(ended) - first)
            mm = 25.4 / plates.dpi
            yield Stop(side, first * mm, last * mm, float(reach[first]) * mm)


def _strip(plates: PagePlates, cut: Box, side: Side, *, outside: int) -> Strip:
    """Return the ink by plate, place along the side, and depth: inside first, then outside."""
    box, scale = plates.box, plates.scale
    across = ((cut.left - box.left) * scale, (cut.right - box.left) * scale)
    down = ((box.top - cut.top) * scale, (box.top - cut.bottom) * scale)
    lengthwise, depth = (down, across) if side in ("left", "right") else (across, down)
    if side in ("left", "top"):
        edge = depth[0]
        inner = _ceil(edge) + np.arange(_INSIDE)
        outer = _floor(edge) - 1 - np.arange(outside)
    else:
        edge = depth[1]
        inner = _floor(edge) - 1 - np.arange(_INSIDE)
        outer = _ceil(edge) + np.arange(outside)
    # Both are counted from the trim, one inwards and one outwards.
    order = np.concatenate([inner, outer])
    along = np.arange(_ceil(lengthwise[0]), _floor(lengthwise[1]))
    layers = [_taken(plate, along, order, side) for plate in plates.inks.values()]
    if not layers:
        return np.zeros((1, len(along), len(order)), np.int16)
    return np.stack(layers).astype(np.int16)


def _taken(
    plate: NDArray[np.uint8], along: NDArray[np.int_], order: NDArray[np.int_], side: Side
) -> NDArray[np.uint8]:
    """Return the pixels of a plate at given places; beyond the sheet there is no ink."""
    turned = plate if side in ("left", "right") else plate.T
    inside_rows = (along >= 0) & (along < turned.shape[0])
    inside_columns = (order >= 0) & (order < turned.shape[1])
    found = np.zeros((len(along), len(order)), np.uint8)
    found[np.ix_(inside_rows, inside_columns)] = turned[
        np.ix_(along[inside_rows], order[inside_columns])
    ]
    return found


def _ceil(value: float) -> int:
    return int(np.ceil(value - 0.05))


def _floor(value: float) -> int:
    return int(np.floor(value + 0.05))


def _free(plates: PagePlates, cut: Box, side: Side, boxes: list[Box], length: int) -> Flags:
    """Return along a side where no picture goes on through the trim."""
    free = np.ones(length, bool)
    for box in boxes:
        if side in ("left", "right"):
            start, end = cut.top - box.top, cut.top - box.bottom
        else:
            start, end = box.left - cut.left, box.right - cut.left
        free[max(int(start * plates.scale), 0) : max(int(end * plates.scale) + 1, 0)] = False
    return free


def _ended(strip: Strip, free: Flags, dpi: float) -> tuple[Flags, NDArray[np.int_]]:
    """Return along a side where ink ends before the edge of the bleed, and after how many pixels.

    Ink may go on to the side: at each depth it is looked for in a cone of 45 degrees.
    """
    most = strip.max(axis=0)
    inside, outside = most[:, :_TOUCHING].max(axis=1), most[:, _INSIDE:]
    there = (outside >= _INK).T
    reach = np.zeros(len(inside), np.int_)
    going = inside >= _INK
    for depth, row in enumerate(there):
        going &= _widened(row, depth + 2)
        reach[going] = depth + 1
    # The last pixel may be covered in part only, so the one before it counts too.
    along = np.arange(len(inside))
    last = np.where(reach > 0, outside[along, np.maximum(reach - 1, 0)], inside)
    last = np.maximum(last, np.where(reach > 1, outside[along, np.maximum(reach - 2, 0)], inside))
    ended = (inside >= _INK) & (reach < there.shape[0]) & free & (last >= _FADED * inside)
    ended &= _straight(ended, reach, round(_STRAIGHT / 25.4 * dpi))
    for start, end in _runs(ended):
        if _slants(reach, start, end, there.shape[0]):
            ended[start:end] = False
    return ended, reach


def _widened(flags: Flags, by: int) -> Flags:
    """Return flags that are set as far as `by` places beside each set one."""
    sums = np.concatenate([[0], np.cumsum(flags)])
    at = np.arange(len(flags))
    high, low = np.minimum(at + by + 1, len(flags)), np.maximum(at - by, 0)
    widened: Flags = sums[high] > sums[low]
    return widened


def _slants(reach: NDArray[np.int_], start: int, end: int, full: int) -> bool:
    """Whether ink beside a run goes on further and further, as of a round shape through the trim.

    Its edge is flatter than the cone there; ink that is cut off at the trim begins at once.
    """
    for beside in (reach[max(start, end - 1) :], reach[: start + 1][::-1]):
        gone = np.flatnonzero(beside >= full)
        if not gone.size:
            continue
        ramp = beside[: gone[0]]
        # The last step may be larger, where the slant is so steep that the cone just reaches it.
        if len(ramp) > 1 and ramp[1:].min() > 0 and np.abs(np.diff(ramp)).max() <= _RISE:
            return True
        rest = ramp[1:]  # without the last pixel of an edge, which is covered in part
        if end - start <= _EDGE and (rest > 0).all() and (np.abs(np.diff(rest)) <= _RISE).all():
            return True
    return False


def _straight(ended: Flags, reach: NDArray[np.int_], least: int) -> Flags:
    """Keep what ends at the trim, and what ends beyond it along a straight edge."""
    kept = ended & (reach <= 2)
    for start, end in _runs(ended & ~kept):
        part = reach[start:end]
        alone = (
            end - start < least
            and not ended[max(start - 1, 0)]
            and not ended[min(end, len(ended) - 1)]
        )
        if alone and np.ptp(part) <= 2:
            kept[start:end] = True
            continue
        for at in range(start, end - least + 1):
            if np.ptp(reach[at : at + least]) <= 2:
                kept[at : at + least] = True
    return kept


def _stepped(strip: Strip, free: Flags, dpi: float) -> Flags:
    """Return along a side where the colour changes at the trim and nowhere near it."""
    if strip.shape[2] < _INSIDE + 2:
        return np.zeros(strip.shape[1], bool)
    inside, outside = strip[:, :, :_INSIDE], strip[:, :, _INSIDE : _INSIDE + 3]
    step = np.abs(inside[:, :, 0] - outside[:, :, 0]).max(axis=0)
    beside = np.maximum(np.ptp(inside, axis=2).max(axis=0), np.ptp(outside, axis=2).max(axis=0))
    inked = inside[:, :, :_TOUCHING].max(axis=(0, 2)) >= _INK
    found = inked & free & (step >= _STEP) & (step > _STEEPER * beside)
    kept = np.zeros(len(found), bool)
    for start, end in _runs(found):
        if end - start >= _LONG_STEP / 25.4 * dpi:
            kept[start:end] = True
    return kept


def _runs(flags: Flags) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of set flags."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield int(start), int(end)
