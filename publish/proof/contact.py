"""All pages on one sheet, small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageFont import FreeTypeFont

#: Longest sides of a small page, in pixels.
_WIDE, _HIGH = 176, 248
_MOST_ACROSS, _GAP, _WORDS = 6, 24, 26
_GROUND, _EDGE, _LETTERS, _ALARM = (255, 255, 255), (190, 190, 190), (32, 32, 32), (176, 38, 0)


def small(picture: Image.Image) -> Image.Image:
    """Return a picture that fits into a tile, never larger than it was."""
    scale = min(_WIDE / picture.width, _HIGH / picture.height, 1.0)
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def sheet(
    tiles: Sequence[tuple[Image.Image, str, bool]], plain: FreeTypeFont, strong: FreeTypeFont
) -> Image.Image:
    """Lay small pictures in rows, each with words below it.

    Args:
        tiles: picture, words, and whether something is wrong with it.
        plain: face of the words.
        strong: face of words where something is wrong.
    """
    across = min(len(tiles), _MOST_ACROSS)
    down = -(-len(tiles) // across)
    high = max(picture.height for picture, _, _ in tiles)
    step = (_WIDE + _GAP, high + _WORDS + _GAP)
    made = Image.new("RGB", (across * step[0] + _GAP, down * step[1] + _GAP), _GROUND)
    pen = ImageDraw.Draw(made)
    for number, (picture, words, is_wrong) in enumerate(tiles):
        left = _GAP + number % across * step[0] + (_WIDE - picture.width) // 2
        top = _GAP + number // across * step[1]
        made.paste(picture.convert("RGB"), (left, top))
        edge = (left - 1, top - 1, left + picture.width, top + picture.height)
        pen.rectangle(edge, outline=_ALARM if is_wrong else _EDGE)
        face, colour = (strong, _ALARM) if is_wrong else (plain, _LETTERS)
        pen.text((left, top + picture.height + 4), words, fill=colour, font=face)
    return made
