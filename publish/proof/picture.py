"""Pictures as PNG files: the page itself, and below it a caption that goes wherever it is sent.

The same page gives the same bytes: no clock, no name of a machine.

Source: PNG (W3C, third edition), 11.3.2.5 (sRGB), 11.3.4.3 (pHYs).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

#: Colours of a picture with a palette; what is left of 256 draws the caption.
SHADES = 250
_CAPTION_SHADES = 256 - SHADES
_PAPER, _LETTERS = 255, 32
_SIZE, _LINE, _PAD = 14, 19, 9
#: Relative colorimetric, as `Look` made the colours; only says that this is sRGB.
_SRGB = b"\x01"
_FACES = {"zh": ("noto-sans-sc", "NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")}
_FACE = ("source-sans-3", "SourceSans3_400Regular.ttf", "SourceSans3_600SemiBold.ttf")


@dataclass(frozen=True)
class Captions:
    """Writes the lines below pictures.

    Attributes:
        language: of the words; decides about the face.
    """

    language: str

    def band(self, lines: Sequence[str], width: int) -> Image.Image:
        """Draw lines on white, the first one strong; a line that is too long goes on below.

        Returns:
            a grey picture of the width that was asked for.
        """
        laid = [
            (part, number == 0)
            for number, line in enumerate(lines)
            for part in self._broken(line, width - 2 * _PAD, strong=number == 0)
        ]
        band = Image.new("L", (width, 2 * _PAD + _LINE * len(laid)), _PAPER)
        pen = ImageDraw.Draw(band)
        for number, (part, strong) in enumerate(laid):
            place = (_PAD, _PAD + _LINE * number)
            pen.text(place, part, fill=_LETTERS, font=self.face(strong=strong))
        return band

    def face(self, *, strong: bool = False) -> ImageFont.FreeTypeFont:
        """Return the face for captions."""
        return self._strong if strong else self._plain

    @cached_property
    def _plain(self) -> ImageFont.FreeTypeFont:
        return _face(self.language, strong=False)

    @cached_property
    def _strong(self) -> ImageFont.FreeTypeFont:
        return _face(self.language, strong=True)

    def _broken(self, line: str, width: int, *, strong: bool) -> Iterator[str]:
        """Break a line into parts that fit, between words where that is possible."""
        face, part = self.face(strong=strong), ""
        for word in _words(line):
            if part and face.getlength((part + word).rstrip()) > width:
                yield part.rstrip()
                part = ""
            part += word
        yield part.rstrip()


def _face(language: str, *, strong: bool) -> ImageFont.FreeTypeFont:
    folder, *files = _FACES.get(language.split("-")[0], _FACE)
    path = shipped("assets") / "fonts" / folder / files[strong]
    # The basic layout needs no library of the system, and so draws the same everywhere.
    return ImageFont.truetype(str(path), _SIZE, layout_engine=ImageFont.Layout.BASIC)


def _words(line: str) -> Iterator[str]:
    """Yield what a line can be broken after: words with their space, and ideographs."""
    word = ""
    for sign in line:
        word += sign
        if sign == " " or sign >= "\u2e80":
            yield word
            word = ""
    yield word


def grey(plate: NDArray[np.uint8]) -> Image.Image:
    """Return a plate as a film: ink is black."""
    return Image.fromarray(255 - plate, "L")


def indexed(indices: NDArray[np.uint8], colours: NDArray[np.uint8]) -> Image.Image:
    """Return a picture with a palette.

    Args:
        indices: of colours, each below `SHADES`.
        colours: rows of red, green and blue, at most `SHADES`.
    """
    palette = np.zeros((256, 3), np.uint8)
    palette[: len(colours)] = colours
    palette[SHADES:] = np.linspace(_LETTERS, _PAPER, _CAPTION_SHADES).round()[:, None]
    picture = Image.fromarray(indices, "P")
    picture.putpalette(palette.tobytes())
    return picture


def captioned(picture: Image.Image, band: Image.Image) -> Image.Image:
    """Put a band below a picture."""
    if picture.mode == "P":
        shades = (np.asarray(band).astype(float) - _LETTERS) / (_PAPER - _LETTERS)
        steps = (shades.clip(0, 1) * (_CAPTION_SHADES - 1)).round().astype(np.uint8)
        both = np.vstack([np.asarray(picture), steps + SHADES])
        made = Image.fromarray(both, "P")
        made.putpalette(picture.getpalette() or [])
        return made
    made = Image.new(picture.mode, (picture.width, picture.height + band.height))
    made.paste(picture, (0, 0))
    made.paste(band.convert(picture.mode), (0, picture.height))
    return made


def png(picture: Image.Image, dpi: float) -> bytes:
    """Return a picture as PNG, marked as sRGB."""
    chunks = PngImagePlugin.PngInfo()
    chunks.add(b"sRGB", _SRGB)
    out = BytesIO()
    # LittleCMS leaves a profile with the time of day in it.
    picture.save(out, "PNG", pnginfo=chunks, dpi=(dpi, dpi), icc_profile=None)
    return out.getvalue()
