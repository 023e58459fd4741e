"""One picture file: what is in it, whatever its kind.

Pillow opens the file. What it leaves to its callers is done here: pictures with 16 bits, CMYK
JPEG, the transparent grey of a PNG, the turn that a camera wrote down, damage that it would pass
over. Of a file that moves, the first picture counts.
"""

from __future__ import annotations

import io
import struct
import threading
import warnings
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import (
    Image,
    ImageChops,
    ImageFile,
    ImageOps,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
)

from publish.pictures import profile as profiles

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Kinds of files that are opened at all.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")

_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")

#: Largest picture, in pixels.
LARGEST = 100_000_000

#: What libtiff may unpack here; the rest is rare, or needs the world of a fax machine.
_TIFF_PACKINGS = frozenset(
    {"raw", "tiff_lzw", "packbits", "tiff_adobe_deflate", "tiff_deflate", "jpeg", "group3",
     "group4", "tiff_ccitt", "tiff_jpeg"}
)  # fmt: skip

#: What Pillow and its libraries raise for a file that somebody has bent.
DAMAGED = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    OverflowError,
    MemoryError,
    ZeroDivisionError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    struct.error,
)
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N")

#: Pillow keeps its settings for the whole process.
_SETTING = threading.RLock()


class UnreadablePicture(ValueError):
    """A file is no picture that can be shown; says why, to an editor."""


@dataclass(frozen=True, slots=True)
class Original:
    """A picture as its author has it.

    Attributes:
        image: upright, without transparency; mode ``1``, ``L``, ``RGB``, ``CMYK`` (255 for full
            ink) or ``LAB``.
        alpha: mode ``L``, 255 where nothing shines through; ``None`` for an opaque picture.
        profile: usable for the mode of the picture; ``None`` for sRGB, for a grey of its curve,
            and for ink of an unknown press.
        photo: whether the file was packed with losses.
        content: the file.
        jpeg: whether the file is a JPEG that shows this very picture without being turned.
    """

    image: Image.Image
    alpha: Image.Image | None
    profile: bytes | None
    photo: bool
    content: bytes
    jpeg: bool


@dataclass(frozen=True, slots=True)
class Header:
    """What can be told of a file without unpacking it.

    Attributes:
        kind: ``PNG``, ``JPEG``, ``GIF``, ``WEBP`` or ``TIFF``.
        mode: of the file, as Pillow calls it.
        size: width and height as stored, in pixels.
        turned: whether the file asks for being turned.
        profile: usable, and not that of sRGB.
        odd_profile: whether the file has a profile that cannot be used.
        depth: bits of a sample, where a PNG says so.
        colour_key: whether one colour of a PNG without a palette is transparent.
        adobe: whether a JPEG has Adobe's marker, so that its ink is written the other way round.
    """

    kind: str
    mode: str
    size: tuple[int, int]
    turned: bool
    profile: bytes | None
    odd_profile: bool
    depth: int
    colour_key: bool
    adobe: bool

    @property
    def plain(self) -> bool:
        """Whether engine and browsers draw the file as it is with the right colours."""
        odd = self.turned or self.profile or (self.colour_key and self.depth not in (1, 8))
        return self.mode in ("1", "L", "P", "RGB", "RGBA", "LA") and self.kind != "TIFF" and not odd


def is_picture(content: bytes) -> bool:
    """Whether a file begins as a picture of dots does, of a kind that is opened."""
    return content.startswith(_STARTS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def header(content: bytes) -> Header:
    """Look at the beginning of a file.

    Raises:
        UnreadablePicture: it is of no known kind, damaged, or too large.
    """
    with _pillow(content) as image:
        return _header(image, content)


def opened(content: bytes) -> Original:
    """Unpack a picture.

    Raises:
        UnreadablePicture: it is of no known kind, damaged, or too large.
    """
    with _pillow(content) as image:
        found = _header(image, content)
        image.load()
        mode = image.mode
        pixels, alpha = _without_alpha(image, found)
        if mode == "CMYK" and found.kind == "JPEG" and not found.adobe:
            # Pillow takes every CMYK JPEG for one of Adobe's, where 255 is no ink.
            pixels = ImageChops.invert(pixels)
        if found.turned:
            exif = image.getexif()
            pixels = _upright(pixels, exif)
            alpha = _upright(alpha, exif) if alpha else None
        photo = found.kind == "JPEG" or "jpeg" in str(image.info.get("compression", ""))
        plain_jpeg = found.kind == "JPEG" and not found.turned and mode != "P"
        return Original(pixels, alpha, found.profile, photo, content, plain_jpeg)


def inspected(content: bytes) -> Header:
    """Look through a whole file for damage, as cheaply as its kind allows.

    Raises:
        UnreadablePicture: it is of no known kind, damaged, or too large.
    """
    with _pillow(content) as image:
        found = _header(image, content)
        if found.kind == "JPEG":
            # An eighth of the size reads all the data, and unpacks a tenth of it.
            image.draft(image.mode, (image.width // 8, image.height // 8))
        image.load()
    return found


@contextmanager
def _pillow(content: bytes) -> Iterator[Image.Image]:
    """Open a file with Pillow; nothing but our own error comes out."""
    with _SETTING, warnings.catch_warnings(), _strict():
        # Pillow warns of large pictures; our own limit decides.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                yield image
        except UnreadablePicture:
            raise
        except UnidentifiedImageError as error:
            why = "it is none of PNG, JPEG, GIF, WebP, TIFF or SVG"
            if is_picture(content):
                why = "it is damaged, or written in a rare way"
            raise UnreadablePicture(why) from error
        except Image.DecompressionBombError as error:
            raise UnreadablePicture("it has too many pixels") from error
        except DAMAGED as error:
            raise UnreadablePicture("it is damaged") from error


@contextmanager
def _strict() -> Iterator[None]:
    """Make Pillow see damage, and read the profiles of a PNG that have more than a megabyte."""
    # The engine makes Pillow pass over missing parts, which then are drawn grey.
    forgiving, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    most, PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_CHUNK, profiles.LARGEST
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = forgiving
        PngImagePlugin.MAX_TEXT_CHUNK = most


def _header(image: Image.Image, content: bytes) -> Header:
    width, height = image.size
    if width * height > LARGEST:
        raise UnreadablePicture(f"{width} × {height} pixels are too many")
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    if kind == "TIFF" and image.info.get("compression", "raw") not in _TIFF_PACKINGS:
        raise UnreadablePicture(f"it is packed as {image.info['compression']}")
    if image.mode in ("I", "F"):
        raise UnreadablePicture("its colours have 32 bits; 8 or 16 are usual")
    mode = _plain_mode(image)
    embedded = image.info.get("icc_profile") or b""
    usable = bool(embedded) and profiles.usable(embedded, mode)
    profile = embedded if usable else None
    if profile is not None and mode == "RGB" and profiles.is_srgb(profile):
        profile = None
    if not embedded and kind == "PNG" and "srgb" not in image.info and mode in ("RGB", "L"):
        profile = profiles.stated(image.info.get("gamma"), image.info.get("chromaticity"), mode)
    return Header(
        kind=kind,
        mode=image.mode,
        size=image.size,
        turned=_orientation(image, kind) > 1,
        profile=profile,
        odd_profile=bool(embedded) and not usable and mode != "LAB",
        depth=content[24] if kind == "PNG" and len(content) > 24 else 0,
        colour_key=kind == "PNG" and image.mode != "P" and "transparency" in image.info,
        adobe="adobe" in image.info,
    )


def _orientation(image: Image.Image, kind: str) -> int:
    """Return what the camera wrote down, 1 to 8; 1 also for nonsense."""
    # Pillow turns a TIFF itself; a turn that only stands in XMP is left aside, as in browsers.
    if kind == "TIFF" or "exif" not in image.info:
        return 1
    found = image.getexif().get(0x0112, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _upright(image: Image.Image, exif: Image.Exif) -> Image.Image:
    image.info["exif"] = exif.tobytes()
    return ImageOps.exif_transpose(image)


def _plain_mode(image: Image.Image) -> str:
    """Return the mode in which a picture is kept, without its transparency."""
    if image.mode in ("1", "CMYK", "LAB"):
        return image.mode
    return "L" if image.mode in ("L", "LA", "La", *_DEEP) else "RGB"


def _without_alpha(image: Image.Image, found: Header) -> tuple[Image.Image, Image.Image | None]:
    """Return a picture in its plain mode, and its transparency apart."""
    key = image.info.get("transparency")
    mode = image.mode
    if mode in _DEEP:
        deep = np.asarray(image).astype(np.uint32)
        grey = ((deep * 255 + 32767) // 65535).astype(np.uint8)
        eight = Image.fromarray(255 - grey if _white_is_zero(image) else grey)
        return eight, _keyed(deep == key) if isinstance(key, int) else None
    if mode in ("1", "L") and isinstance(key, int):
        # Pillow widens samples of two and four bits, but not the key.
        levels = (1 << found.depth) - 1 if found.depth in (2, 4) else 255
        grey = np.asarray(image.convert("L"))
        return _plainly(image), _keyed(grey == key * 255 // levels)
    if mode == "RGB" and isinstance(key, tuple) and found.depth == 16:
        # Pillow keeps the upper eight bits alone.
        same = np.asarray(image) == np.array([value >> 8 for value in key], np.uint8)
        return _plainly(image), _keyed(same.all(axis=-1))
    if mode in ("LA", "La", "PA", "RGBA", "RGBa") or key is not None:
        full = image.convert("RGBA")
        alpha = full.getchannel("A")
        plain = full.convert("RGB") if mode not in ("LA", "La") else image.convert("LA")
        opaque = alpha.getextrema() == (255, 255)
        return plain.convert(_plain_mode(image)), None if opaque else alpha
    return _plainly(image), None


def _white_is_zero(image: Image.Image) -> bool:
    """Whether a TIFF has its greys the other way round; Pillow passes over it with 16 bits."""
    return isinstance(image, TiffImagePlugin.TiffImageFile) and image.tag_v2.get(262) == 0


def _plainly(image: Image.Image) -> Image.Image:
    mode = _plain_mode(image)
    plain = image.copy() if image.mode == mode else image.convert(mode)
    # What Pillow remembers of the file must not come back when the picture is saved.
    plain.info = {}
    return plain


def _keyed(clear: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Image.Image | None:
    """Return the transparency of a picture in which some pixels are clear."""
    return Image.fromarray(np.where(clear, 0, 255).astype(np.uint8)) if clear.any() else None
