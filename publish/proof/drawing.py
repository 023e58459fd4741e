"""What is drawn upon a page: its boxes, and how much ink stands where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from PIL.ImageFont import FreeTypeFont

    from publish.proof.frame import Area, Frame
    from publish.proof.ink import TotalInk

Colour = tuple[int, int, int]

#: Of each box: its colour, how thick its line is, and whether it is broken. No two differ by
#: colour alone.
LINES: dict[str, tuple[Colour, int, bool]] = {
    "media": ((96, 96, 96), 1, False),
    "bleed": ((196, 0, 72), 1, True),
    "trim": ((0, 92, 184), 2, False),
    "safe": ((0, 118, 58), 1, True),
}
_DASH, _GAP = 7, 5
#: Where along its upper edge a box has its name, so that no two meet.
NAME_PLACES = {"media": 0.02, "bleed": 0.26, "trim": 0.5, "safe": 0.74}

#: From a little ink to much; then what is over the limit, and what is outside the bleed.
_PALE, _DEEP = (222, 233, 241), (18, 52, 86)
_NONE, _OVER, _OUTSIDE = (255, 255, 255), (214, 60, 8), (238, 238, 238)
_STEP = 50.0
_SOLID = 255
_RING = 14


@dataclass(frozen=True, slots=True)
class Shade:
    """One colour of the ink map.

    Attributes:
        colour: red, green and blue.
        above: it stands for more ink than this, in percent.
        up_to: and for no more than this; ``None`` for all that is over the limit.
    """

    colour: Colour
    above: float
    up_to: float | None


def shades(limit: float) -> tuple[Shade, ...]:
    """Return the colours of an ink map, from bare paper to what is over the limit."""
    bounds = [*np.arange(0, limit, _STEP).tolist(), limit]
    if len(bounds) > 2 and bounds[-1] - bounds[-2] < _STEP / 2:
        del bounds[-2]
    count = len(bounds) - 1
    between = [
        Shade(_mixed(_PALE, _DEEP, number / max(count - 1, 1)), low, high)
        for number, (low, high) in enumerate(pairwise(bounds))
    ]
    return (Shade(_NONE, -1, 0), *between, Shade(_OVER, limit, None))


def ink_map(
    total: NDArray[np.uint16], frame: Frame, found: TotalInk, note: str, face: FreeTypeFont
) -> Image.Image:
    """Draw how much ink stands where, and a ring around the square with most.

    Args:
        total: ink of all plates; 255 is one solid plate.
        frame: of the page.
        found: what was measured.
        note: what is written beside the ring.
        face: that it is written in.
    """
    scale = shades(found.limit)
    upper = [shade.up_to / 100 * _SOLID for shade in scale if shade.up_to is not None]
    colours = np.array([shade.colour for shade in scale] + [_OUTSIDE], np.uint8)
    # A table for every amount of ink is many times faster than looking for each pixel anew.
    # Rounding of eight bits must not carry what is just at the limit over it.
    amounts = np.arange(int(total.max(initial=0)) + 1)
    table = np.searchsorted(np.array(upper) + 0.5, amounts, side="left").astype(np.uint8)
    places = table[total]
    outside = np.ones(total.shape, bool)
    outside[frame.painted.area.inside(frame.width, frame.height)] = False
    places[outside] = len(scale)
    picture = Image.fromarray(colours[places], "RGB")
    if found.highest:
        _ring(picture, found.square, note, face)
    return picture


def with_boxes(
    picture: Image.Image, frame: Frame, names: Mapping[str, str], face: FreeTypeFont
) -> Image.Image:
    """Return a picture with the boxes of its page drawn upon it, each with its name."""
    made = picture.convert("RGB")
    pen = ImageDraw.Draw(made)
    for boundary in frame.boundaries:
        colour, thick, broken = LINES[boundary.kind]
        corners = _corners(boundary.area, made.width, made.height)
        if broken:
            _dashed(pen, corners, colour, thick)
        else:
            pen.rectangle(corners, outline=colour, width=thick)
    for boundary in frame.boundaries:
        left, top, right, _ = _corners(boundary.area, made.width, made.height)
        at = left + NAME_PLACES[boundary.kind] * (right - left)
        _tag(pen, (at, top), names[boundary.kind], face, LINES[boundary.kind][0])
    return made


def legend(scale: Sequence[tuple[Colour, str]], width: int, face: FreeTypeFont) -> Image.Image:
    """Draw patches of colour, each with its meaning in words."""
    pad, patch, line = 9, 13, 22
    places, across, down = [], pad, 0
    for _, words in scale:
        wide = patch + 6 + round(face.getlength(words)) + 16
        if across > pad and across + wide > width:
            across, down = pad, down + line
        places.append((across, down))
        across += wide
    made = Image.new("RGB", (width, down + line), (255, 255, 255))
    pen = ImageDraw.Draw(made)
    for (colour, words), (left, top) in zip(scale, places, strict=True):
        box = (left, top + 5, left + patch, top + 5 + patch)
        pen.rectangle(box, fill=colour, outline=(120, 120, 120))
        pen.text((left + patch + 6, top + 3), words, fill=(32, 32, 32), font=face)
    return made


def _corners(area: Area, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the pixels of a line around an area, inside the picture."""
    left, top = max(round(area.left), 0), max(round(area.top), 0)
    right, bottom = min(round(area.right), width) - 1, min(round(area.bottom), height) - 1
    return left, top, max(right, left), max(bottom, top)


def _dashed(
    pen: ImageDraw.ImageDraw, corners: tuple[int, int, int, int], colour: Colour, thick: int
) -> None:
    left, top, right, bottom = corners
    for x in range(left, right, _DASH + _GAP):
        for y in (top, bottom):
            pen.line((x, y, min(x + _DASH, right), y), fill=colour, width=thick)
    for y in range(top, bottom, _DASH + _GAP):
        for x in (left, right):
            pen.line((x, y, x, min(y + _DASH, bottom)), fill=colour, width=thick)


def _tag(
    pen: ImageDraw.ImageDraw,
    place: tuple[float, float],
    words: str,
    face: FreeTypeFont,
    colour: Colour,
) -> None:
    """Write a name on a patch that hangs on a line."""
    left, top = round(place[0]), round(place[1])
    wide = round(face.getlength(words)) + 10
    pen.rectangle((left, top, left + wide, top + 19), fill=(255, 255, 255), outline=colour)
    pen.text((left + 5, top + 1), words, fill=colour, font=face)


def _ring(
    picture: Image.Image, square: tuple[int, int, int, int], note: str, face: FreeTypeFont
) -> None:
    """Mark a place so that it is seen on light and on dark."""
    pen = ImageDraw.Draw(picture)
    left, top, right, bottom = square
    middle, half = (left + right) / 2, max((right - left) / 2, _RING)
    height = (top + bottom) / 2
    box = (middle - half, height - half, middle + half, height + half)
    pen.rectangle(tuple(round(side) for side in _grown(box, 2)), outline=(255, 255, 255), width=5)
    pen.rectangle(tuple(round(side) for side in box), outline=(0, 0, 0), width=2)
    wide = face.getlength(note) + 12
    fits = middle + half + 6 + wide < picture.width
    at = middle + half + 6 if fits else max(middle - half - 6 - wide, 0)
    _tag(pen, (at, height - 10), note, face, (0, 0, 0))


def _grown(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _mixed(one: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (
        round(start + (end - start) * part) for start, end in zip(one, other, strict=True)
    )
    return red, green, blue
