"""What an image XObject shows: its pixels, and in which colours they are meant.

Source: ISO 32000-1, 8.9 (images), 8.6 (colour spaces), 7.4 (filters).
"""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageChops, ImageFile

from publish import pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Samples = NDArray[np.uint8] | NDArray[np.uint16]

#: Largest picture of a file, in pixels; above, it is left as it is, and the preflight says so.
_LARGEST = 100_000_000

#: Missing data is drawn as zeros, if it is no more than so many bytes, or most is there.
_PADDED = 100_000

_CODED = (Name.DCTDecode, Name.JPXDecode, Name("/DCT"))

#: Abbreviations in inline images.
_SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
_MODES = {"/DeviceGray": "L", "/CalGray": "L", "/DeviceRGB": "RGB", "/CalRGB": "RGB",
          "/DeviceCMYK": "CMYK", "/Lab": "LAB"}  # fmt: skip
_CHANNELS = {"L": 1, "RGB": 3, "LAB": 3, "CMYK": 4}


@dataclass(frozen=True, slots=True)
class Space:
    """In which colours the samples of a picture are meant.

    Attributes:
        mode: ``L``, ``RGB``, ``CMYK`` or ``LAB``.
        profile: of an ICC based space, if it can be used.
        palette: the colours of an indexed space, n × channels, 0 to 255.
        ranges: of a and b in a space of Lab.
    """

    mode: str
    profile: bytes | None = None
    palette: NDArray[np.uint8] | None = None
    ranges: tuple[float, ...] = (-100.0, 100.0, -100.0, 100.0)


class NoPicture(ValueError):
    """The samples cannot be read, or are inks with names, which stay as they are."""


def space_of(found: Any, named: Any = None) -> Space:
    """Return what a colour space means.

    Args:
        found: a name or an array.
        named: the colour spaces of the resources, where inline images look.

    Raises:
        NoPicture: it is one of inks with names, or none at all.
    """
    with _readable():
        return _space_of(found, named)


def _space_of(found: Any, named: Any) -> Space:
    if isinstance(found, Name):
        name = _SHORT.get(str(found), str(found))
        if name in _MODES:
            return Space(_MODES[name])
        if isinstance(named, Dictionary) and name in named:
            return _space_of(named[name], None)
    elif isinstance(found, Array) and len(found):
        kind = _SHORT.get(str(found[0]), str(found[0]))
        if kind == "/ICCBased" and len(found) > 1:
            return _by_profile(found[1])
        if kind == "/Indexed" and len(found) > 3:
            return _indexed(_space_of(found[1], named), found[3])
        if kind == "/Lab" and len(found) > 1:
            ranges = tuple(float(number) for number in found[1].get("/Range", Space("LAB").ranges))
            return Space("LAB", ranges=ranges)
        if kind in _MODES:
            return Space(_MODES[kind])
    raise NoPicture(f"colour space {found}")


def _by_profile(stream: Any) -> Space:
    mode = {1: "L", 3: "RGB", 4: "CMYK"}.get(int(stream.get("/N", 0)))
    profile = stream.read_bytes()
    if mode == "RGB" and profile[16:20] == b"Lab ":
        return Space("LAB")
    if mode is None:
        raise NoPicture("colour space without a number of channels")
    return Space(mode, profile if pictures.usable(profile, mode) else None)


def _indexed(base: Space, found: Any) -> Space:
    colours = found.read_bytes() if isinstance(found, Stream) else bytes(found)
    channels = _CHANNELS[base.mode]
    count = len(colours) // channels
    palette = np.frombuffer(colours[: count * channels], np.uint8).reshape(count, channels)
    if not count:
        raise NoPicture("palette without colours")
    if base.mode == "LAB":
        palette = _eight(palette, _tables(None, base, 255))
    return replace(base, palette=palette)


def shown(picture: Stream, named: Any = None) -> tuple[Image.Image, Space]:
    """Return the pixels of an image XObject in a mode of Pillow.

    Args:
        picture: no stencil mask.
        named: see `space_of`.

    Returns:
        the picture; mode ``1`` where the file has one bit of grey; and what its colours mean.

    Raises:
        NoPicture: see there.
    """
    with _readable():
        return _shown(picture, named)


def shown_grey(mask: Stream) -> Image.Image:
    """Return the samples of a soft mask.

    Raises:
        NoPicture: they cannot be read, or are not grey.
    """
    image, space = shown(mask)
    if space.mode != "L":
        raise NoPicture("a mask with colours")
    return image.convert("L")


@contextmanager
def _readable() -> Iterator[None]:
    """Let nothing out but our own error, and no warning of large pictures."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except NoPicture:
        raise
    except (pikepdf.PdfError, Image.DecompressionBombError, *pictures.DAMAGED) as error:
        raise NoPicture(str(error)) from error


def _shown(picture: Stream, named: Any) -> tuple[Image.Image, Space]:
    if _filter(picture) == Name.JPXDecode:
        return _jpeg_2000(picture, named)
    space = space_of(picture.get("/ColorSpace"), named)
    values, top = _values(picture, space)
    if space.palette is not None:
        return _pixels(_looked_up(picture, values, top, space.palette), space.mode), space
    eight = _eight(values, _tables(picture.get("/Decode"), space, top))
    if top == 1 and space.mode == "L" and space.profile is None:
        return _pixels(eight, "L").convert("1", dither=Image.Dither.NONE), space
    return _pixels(eight, space.mode), space


def size_of(picture: Stream) -> tuple[int, int]:
    """Return width and height in pixels.

    Raises:
        NoPicture: they make no sense.
    """
    with _readable():
        width, height = int(picture["/Width"]), int(picture["/Height"])
        if width < 1 or height < 1 or width * height > _LARGEST:
            raise NoPicture(f"{width} × {height} pixels")
        return width, height


def numbers(found: Any) -> list[float]:
    """Return an array of numbers; an empty one for anything else."""
    try:
        return [float(number) for number in found]
    except (TypeError, ValueError):
        return []


def key_colours(picture: Stream, named: Any = None) -> Image.Image | None:
    """Return what a colour-key mask leaves out: ``1``, set where nothing is painted.

    Raises:
        NoPicture: see `shown`.
    """
    with _readable():
        return _key_colours(picture, named)


def _key_colours(picture: Stream, named: Any) -> Image.Image | None:
    ranges = picture.get("/Mask")
    if not isinstance(ranges, Array):
        return None
    values, _ = _values(picture, space_of(picture.get("/ColorSpace"), named))
    bounds = np.array([int(number) for number in ranges]).reshape(-1, 2)
    clear = ((values >= bounds[:, 0]) & (values <= bounds[:, 1])).all(axis=-1)
    return Image.fromarray(clear)


def _filter(picture: Stream) -> Any:
    found = picture.get("/Filter")
    return found[-1] if isinstance(found, Array) and len(found) else found


def _values(picture: Stream, space: Space) -> tuple[Samples, int]:
    """Return the samples as written, height × width × channels, and the highest possible one."""
    width, height = size_of(picture)
    channels = 1 if space.palette is not None else _CHANNELS[space.mode]
    if _filter(picture) in _CODED:
        coded = np.asarray(_coded(picture))
        coded = coded[..., None] if coded.ndim == 2 else coded
        if coded.shape[-1] != channels:
            raise NoPicture("the colours are not those of the JPEG")
        return coded, 255
    bits = int(picture.get("/BitsPerComponent", 8))
    data = picture.read_bytes()
    row = (width * channels * bits + 7) // 8
    if row * height > _PADDED + 16 * len(data):
        raise NoPicture("most of the data is missing")
    data = data[: row * height].ljust(row * height, b"\0")
    rows = np.frombuffer(data, np.uint8).reshape(height, row)
    if bits == 8:
        values: Samples = rows
    elif bits == 16:
        values = rows.view(">u2").astype(np.uint16)
    elif bits in (1, 2, 4):
        single = np.unpackbits(rows, axis=1).reshape(height, -1, bits).astype(np.uint16)
        values = single @ (1 << np.arange(bits - 1, -1, -1, dtype=np.uint16))
    else:
        raise NoPicture(f"{bits} bits")
    return values[:, : width * channels].reshape(height, width, channels), (1 << bits) - 1


def _coded(picture: Stream) -> Image.Image:
    """Unpack a JPEG, with its samples as they are written."""
    forgiving, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        with Image.open(io.BytesIO(_packed(picture)), formats=("JPEG", "JPEG2000")) as image:
            if image.width * image.height > _LARGEST:
                raise NoPicture("too many pixels")
            image.load()
            # Pillow turns the ink of every JPEG round; here /Decode says whether that is meant.
            return ImageChops.invert(image) if image.mode == "CMYK" else image.copy()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = forgiving


def _packed(picture: Stream) -> bytes:
    if isinstance(picture.get("/Filter"), Array) and len(picture["/Filter"]) > 1:
        return picture.read_bytes(pikepdf.StreamDecodeLevel.generalized)
    return picture.read_raw_bytes()


def _jpeg_2000(picture: Stream, named: Any) -> tuple[Image.Image, Space]:
    """Unpack a JPEG 2000, which may know its colours itself. Source: ISO 32000-1, 7.4.9."""
    with Image.open(io.BytesIO(_packed(picture)), formats=("JPEG2000",)) as image:
        if image.width * image.height > _LARGEST:
            raise NoPicture("too many pixels")
        image.load()
        profile = image.info.get("icc_profile")
        grey = image.mode in ("L", "LA", "1", "I;16")
        plain = image.convert("L" if grey else "CMYK" if image.mode == "CMYK" else "RGB")
    if "/ColorSpace" in picture:
        space = space_of(picture["/ColorSpace"], named)
        if space.palette is None and space.mode == plain.mode:
            return plain, space
    usable = profile if profile and pictures.usable(profile, plain.mode) else None
    return plain, Space(plain.mode, usable)


def _looked_up(
    picture: Stream, values: Samples, top: int, palette: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    low, high = (float(number) for number in picture.get("/Decode", (0, top)))
    places = np.rint(low + values[..., 0] / top * (high - low)).astype(int)
    colours: NDArray[np.uint8] = palette[np.clip(places, 0, len(palette) - 1)]
    return colours


def _tables(decode: Any, space: Space, top: int) -> list[NDArray[np.uint8]] | None:
    """Return for each channel what its samples mean, of 255; ``None`` if they mean themselves.

    Source: ISO 32000-1, 8.9.5.2 (decode arrays).
    """
    usual = _bounds(space)
    bounds = usual if decode is None else [float(number) for number in decode]
    if len(bounds) != len(usual):
        raise NoPicture("/Decode does not fit")
    if top == 255 and space.mode != "LAB" and bounds == usual:
        return None
    levels = np.arange(top + 1) / top
    return [
        _steps(low + levels * (high - low), space.mode, channel)
        for channel, (low, high) in enumerate(zip(bounds[::2], bounds[1::2], strict=True))
    ]


def _bounds(space: Space) -> list[float]:
    if space.mode == "LAB":
        return [0.0, 100.0, *space.ranges]
    return [0.0, 1.0] * _CHANNELS[space.mode]


def _steps(values: NDArray[np.float64], mode: str, channel: int) -> NDArray[np.uint8]:
    """Return values as Pillow has them, of 255: of Lab, a and b plus 128."""
    if mode != "LAB":
        scaled = values * 255
    else:
        scaled = values * 2.55 if channel == 0 else values + 128
    return np.clip(np.rint(scaled), 0, 255).astype(np.uint8)


def _eight(values: Samples, tables: list[NDArray[np.uint8]] | None) -> NDArray[np.uint8]:
    if tables is None:
        return values.astype(np.uint8, copy=False)
    return np.stack([table[values[..., n]] for n, table in enumerate(tables)], axis=-1)


def _pixels(values: NDArray[np.uint8], mode: str) -> Image.Image:
    height, width = values.shape[:2]
    if mode == "LAB":
        # The bytes of this mode have a and b with their sign.
        values = values ^ np.array([0, 128, 128], np.uint8)
    return Image.frombytes(mode, (width, height), np.ascontiguousarray(values).tobytes())
