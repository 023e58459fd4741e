"""One picture in inks: converted, made smaller where it has too many pixels, packed for a PDF.

What is neutral all over is printed with black ink alone, in one channel. Ink that was made for
this very press, or for none in particular, stays as it is. All else goes once from its own profile
to that of the press: relative colorimetric with black-point compensation.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageChops

from publish import pictures
from publish.errors import OwnError
from publish.finish.press.colours.veils import PAINT, on_paper, run
from publish.finish.press.separator import NEUTRAL, Separator

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from publish.finish.press.separator import Numbers
    from publish.model.press import Press

#: Quality of JPEG, with all channels at full size.
_QUALITY = 95

#: With more colours than this, a picture is a photo; smaller ones are never packed with losses.
_FLAT, _SMALL = 4096, 256 * 256

#: Pixels that are mixed at once.
_STRIP = 1_000_000

#: What is kept of pictures that were converted, in bytes.
_KEPT = 96_000_000
_made: OrderedDict[tuple[object, ...], Packed] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Packed:
    """The parts of an image XObject in inks.

    Attributes:
        data: packed by the filter.
        filter: ``/FlateDecode`` or ``/DCTDecode``.
        space: ``/DeviceCMYK``, ``/DeviceGray``, or that of the palette.
        size: in pixels.
        bits: of a sample, 1 or 8.
        inverted: whether 255 is no ink.
        palette: colours of an indexed picture, one after the other; empty for others.
        columns: bytes of a row, over which differences were taken; 0 for none.
        mask: how much of it shows on the press, where that is not what shows on the screen.
    """

    data: bytes
    filter: str
    space: str
    size: tuple[int, int]
    bits: int = 8
    inverted: bool = False
    palette: bytes = b""
    columns: int = 0
    mask: Packed | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """How a picture is wanted.

    Attributes:
        size: in pixels; that of the picture, or less.
        mask: whether only its brightness counts.
    """

    size: tuple[int, int]
    mask: bool = False


class PictureInks:
    """Converts the pictures for one press.

    Args:
        press: has a condition.
    """

    def __init__(self, press: Press) -> None:
        if press.condition is None:
            raise OwnError("a file for the press was asked for without a printing condition")
        self._separator = Separator.of(press)
        self._profile = press.condition.profile.read_bytes()
        self._black_only = press.black_only
        self._key = hashlib.sha256(self._profile).hexdigest(), press.black_only

    def packed(self, name: str, wish: Wish, opened: Callable[[], pictures.Original]) -> Packed:
        """Return a picture in inks; the same content is converted once in a process.

        Args:
            name: of the content: different for different pictures.
            wish: how it is wanted.
            opened: gives the picture as its author has it.
        """
        key = (name, wish, self._key)
        if key in _made:
            _made.move_to_end(key)
            return _made[key]
        _made[key] = made = self._packed(opened(), wish)
        while len(_made) > 1 and sum(len(each.data) for each in _made.values()) > _KEPT:
            _made.popitem(last=False)
        return made

    def _packed(self, picture: pictures.Original, wish: Wish) -> Packed:
        if picture.image.mode == "1":
            # Fewer dots of one bit would be ragged; a press can show them all.
            return packed(picture.image, photo=False)
        whole = picture.image.size == wish.size
        if whole and not wish.mask and picture.jpeg and self._ours(picture):
            return _as_it_is(picture)
        # Smaller first: light mixes better than ink, and less is to be converted.
        picture = replace(picture, image=smaller(picture.image, wish.size, picture.alpha))
        inked = self.inked(picture, mask=wish.mask)
        if picture.alpha is None or wish.mask or picture.image.mode == "CMYK":
            return packed(inked, photo=picture.photo)
        alpha = smaller(picture.alpha.convert("L"), wish.size)
        if alpha.size != inked.size or not any(alpha.histogram()[1:255]):
            return packed(inked, photo=picture.photo)
        inked, shown = self._veiled(picture, inked, alpha)
        return replace(packed(inked, photo=picture.photo), mask=packed(shown, photo=False))

    def _veiled(
        self, picture: pictures.Original, inked: Image.Image, alpha: Image.Image
    ) -> tuple[Image.Image, Image.Image]:
        """Return inks and mask that are right on paper where a picture is partly clear.

        What hides all that is below it has the inks that it had.
        """
        seen = self._seen(picture).convert(inked.mode if inked.mode == "L" else "RGB")
        inks, covers = Image.new(inked.mode, inked.size), Image.new("L", inked.size)
        rows = max(1, _STRIP // inked.width)
        for top in range(0, inked.height, rows):
            box = (0, top, inked.width, min(top + rows, inked.height))
            shows = np.asarray(alpha.crop(box), np.float64).reshape(-1) / 255
            colours = np.asarray(seen.crop(box), np.float64).reshape(len(shows), -1) / 255
            light = np.rint(on_paper(colours, shows, PAINT) * 255).astype(np.uint8)
            part = Image.frombytes(seen.mode, inked.crop(box).size, light.tobytes())
            right = _ink_of(self._separator.picture(part))
            values, shown = run(right, shows, PAINT)
            solid = (shows == 1)[:, None]
            values = np.where(solid, _ink_of(inked.crop(box)), values)
            inks.paste(_picture_of(values, inked.mode, part.size), box)
            covers.paste(_picture_of(1 - shown[:, None], "L", part.size), box)
        return inks, covers

    def _ours(self, picture: pictures.Original) -> bool:
        """Whether the ink of a picture is meant for this press, or for none in particular."""
        if picture.image.mode != "CMYK" or self._black_only:
            return False
        own = picture.profile
        return own is None or pictures.same_colours(own, self._profile)

    def inked(self, picture: pictures.Original, *, mask: bool) -> Image.Image:
        """Return a picture as ``CMYK``, or as ``L`` where one channel is enough."""
        if mask:
            return self._seen(picture).convert("L")
        if self._ours(picture):
            return picture.image
        if picture.image.mode in ("1", "L") or neutral(picture.image) or self._black_only:
            seen = self._seen(picture)
            if self._black_only or seen.mode == "L":
                return self._separator.picture(seen)
            return self._separator.picture(seen.getchannel("G"))
        if picture.image.mode == "LAB":
            return pictures.lab_to(picture.image, self._profile, "CMYK")
        if picture.profile is None:
            return self._separator.picture(picture.image)
        return pictures.transformed(picture.image, picture.profile, self._profile, "CMYK")

    def _seen(self, picture: pictures.Original) -> Image.Image:
        """Return a picture in sRGB, or as grey of its curve."""
        if picture.image.mode == "CMYK" and picture.profile is None:
            picture = replace(picture, profile=self._profile)
        seen = pictures.to_srgb(picture)
        return seen.convert("L") if seen.mode == "1" else seen


def _ink_of(image: Image.Image) -> Numbers:
    """Return the inks of a picture, n × 1 or n × 4, each 0 to 1."""
    values = np.asarray(image, np.float64).reshape(image.width * image.height, -1) / 255
    return 1 - values if image.mode == "L" else values


def _picture_of(inks: Numbers, mode: str, size: tuple[int, int]) -> Image.Image:
    values = 1 - inks if mode == "L" else inks
    return Image.frombytes(mode, size, np.rint(values * 255).astype(np.uint8).tobytes())


def neutral(image: Image.Image) -> bool:
    """Whether a picture has no colour anywhere."""
    if image.mode == "RGB":
        red, green, blue = image.split()
        pairs = (red, green), (green, blue), (red, blue)
        ends = (ImageChops.difference(*pair).getextrema()[1] for pair in pairs)
        return all(float(end) <= NEUTRAL for end in ends)  # type: ignore[arg-type]
    if image.mode == "LAB":
        ends = (end for channel in image.split()[1:] for end in channel.getextrema())
        return all(abs(float(end) - 128) <= 1 for end in ends)  # type: ignore[arg-type]
    return image.mode in ("1", "L")


def smaller(
    image: Image.Image, size: tuple[int, int], alpha: Image.Image | None = None
) -> Image.Image:
    """Return a picture with fewer pixels; what shines through does not colour what stays.

    Args:
        image: any mode; one of one bit becomes grey.
        size: never larger than the picture.
        alpha: of the picture, in its size, or none.
    """
    if image.size == size:
        return image
    image = image.convert("L") if image.mode == "1" else image
    if alpha is None or alpha.size != image.size:
        return image.resize(size, Image.Resampling.LANCZOS)
    cover = np.asarray(alpha, np.float32) / 255
    weight = np.asarray(_resized(cover, size))
    channels = []
    for channel in image.split():
        inked = np.asarray(_resized(np.asarray(channel, np.float32) * cover, size))
        plain = np.asarray(channel.resize(size, Image.Resampling.LANCZOS), np.float32)
        even = np.where(weight > 1 / 255, inked / np.maximum(weight, 1 / 255), plain)
        channels.append(Image.fromarray(np.clip(np.rint(even), 0, 255).astype(np.uint8)))
    return Image.merge(image.mode, channels)


def _resized(values: NDArray[np.floating[Any]], size: tuple[int, int]) -> Image.Image:
    return Image.fromarray(values.astype(np.float32)).resize(size, Image.Resampling.LANCZOS)


def packed(image: Image.Image, *, photo: bool) -> Packed:
    """Pack a picture of mode ``1``, ``L`` or ``CMYK``: photos as JPEG, others without loss.

    Args:
        image: in inks.
        photo: whether it has losses already.
    """
    if image.mode == "1":
        return Packed(
            zlib.compress(image.tobytes(), 9), "/FlateDecode", "/DeviceGray", image.size, 1
        )
    space = "/DeviceGray" if image.mode == "L" else "/DeviceCMYK"
    colours = image.getcolors(_FLAT)
    if image.mode == "CMYK" and colours is not None and len(colours) <= 256:
        return _indexed(image, [colour for _, colour in colours])
    if image.width * image.height > _SMALL and (photo or colours is None):
        file = io.BytesIO()
        image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
        # Pillow writes ink as Adobe does, the other way round.
        return Packed(
            file.getvalue(), "/DCTDecode", space, image.size, inverted=image.mode == "CMYK"
        )
    return _flat(np.asarray(image), space, image.size)


def _indexed(image: Image.Image, colours: list[object]) -> Packed:
    """Pack a picture of few colours with a palette."""
    inks = np.asarray(image).astype(np.uint32) @ np.array([1 << 24, 1 << 16, 1 << 8, 1], np.uint32)
    palette, places = np.unique(inks, return_inverse=True)
    flat = _flat(
        places.reshape(image.height, image.width).astype(np.uint8), "/DeviceCMYK", image.size
    )
    return replace(flat, palette=palette.astype(">u4").tobytes())


def _flat(samples: NDArray[np.uint8], space: str, size: tuple[int, int]) -> Packed:
    """Pack samples without loss, as they are or as differences between rows (PNG, 9.2: Up)."""
    rows = np.ascontiguousarray(samples).reshape(size[1], -1)
    up = np.empty((rows.shape[0], rows.shape[1] + 1), np.uint8)
    up[:, 0] = 2
    up[0, 1:] = rows[0]
    up[1:, 1:] = rows[1:] - rows[:-1]
    plain, differences = zlib.compress(rows.tobytes(), 6), zlib.compress(up.tobytes(), 6)
    if len(plain) <= len(differences):
        return Packed(plain, "/FlateDecode", space, size)
    return Packed(differences, "/FlateDecode", space, size, columns=rows.shape[1])


def _as_it_is(picture: pictures.Original) -> Packed:
    """Take the JPEG of an author over, without what a camera or a program wrote beside it."""
    data, adobe = _bare(picture.content)
    return Packed(data, "/DCTDecode", "/DeviceCMYK", picture.image.size, inverted=adobe)


def _bare(jpeg: bytes) -> tuple[bytes, bool]:
    """Return a JPEG without remarks, profile and preview; and whether it is one of Adobe's."""
    kept, adobe = [jpeg[:2]], False
    place = 2
    while place + 4 <= len(jpeg) and jpeg[place] == 0xFF and jpeg[place + 1] != 0xDA:
        marker = jpeg[place + 1]
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        adobe = adobe or (marker == 0xEE and jpeg[place + 4 : place + 9] == b"Adobe")
        # Markers of programs, but for JFIF and Adobe, and comments.
        if marker in (0xE0, 0xEE) or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(jpeg[place:end])
        place = end
    return b"".join([*kept, jpeg[place:]]), adobe
