"""Colour profiles of pictures: which can be used, which say nothing new, and what they change.

A profile is kept as its bytes; LittleCMS, through Pillow, does the arithmetic: relative
colorimetric with black-point compensation, as everywhere in this project. A profile that does not
fit its picture is left aside, as every viewer does.

Source: ICC.1:2010, 7.2 (header of a profile), 10.18 (curves); PNG, 3rd edition, 11.3.2 and 13.16.
"""

from __future__ import annotations

import io
import struct
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageCms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: Largest profile that is read, in bytes; those of presses have two or three million.
LARGEST = 8_000_000

_SPACES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK", b"Lab ": "LAB"}

#: Of a device or a colour space; not those of links, abstract colours and named colours.
_CLASSES = (b"mntr", b"scnr", b"prtr", b"spac")

#: How far colours may lie from those of sRGB, of 255, for a profile to count as sRGB: the many
#: profiles of that name differ by as much.
_SAME = 2

#: Primaries and white of sRGB, and the gamma that stands for its curve.
_SRGB_PLACES = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
_SRGB_GAMMA = 1 / 2.2

_D50 = (0.9642, 1.0, 0.8249)

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC


def mode_of(profile: bytes) -> str:
    """Return the mode of the pictures that a profile is for, or nothing."""
    if len(profile) < 128 or profile[36:40] != b"acsp" or profile[12:16] not in _CLASSES:
        return ""
    return _SPACES.get(profile[16:20], "")


@lru_cache(maxsize=64)
def usable(profile: bytes, mode: str) -> bool:
    """Whether pictures of a mode can be converted with a profile."""
    if len(profile) > LARGEST or mode_of(profile) != mode:
        return False
    try:
        transform(profile, mode, srgb(), "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return False
    return True


@lru_cache(maxsize=64)
def is_srgb(profile: bytes) -> bool:
    """Whether a profile gives the colours of sRGB, whatever its name; looked at in 729 colours."""
    steps = np.linspace(0, 255, 9).round().astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(27, 27, 3)
    image = Image.fromarray(grid)
    seen = np.asarray(ImageCms.applyTransform(image, transform(profile, "RGB", srgb(), "RGB")))
    return int(np.abs(seen.astype(int) - grid).max()) <= _SAME


@lru_cache(maxsize=64)
def same_colours(one: bytes, other: bytes) -> bool:
    """Whether two profiles of ink mean the same, though programs have written them anew."""
    if one == other:
        return True
    tables = _tables(one)
    return bool(tables) and tables == _tables(other)


def _tables(profile: bytes) -> dict[bytes, bytes]:
    """Return the tables between ink and colour, by name; nothing if there are none."""
    count = int.from_bytes(profile[128:132], "big")
    found = {}
    for entry in range(132, 132 + 12 * min(count, 100), 12):
        start, size = struct.unpack_from(">II", profile[entry : entry + 12].ljust(12, b"\0"), 4)
        if profile[entry : entry + 3] in (b"A2B", b"B2A"):
            found[profile[entry : entry + 4]] = profile[start : start + size]
    return found


@lru_cache(maxsize=32)
def transform(source: bytes, mode: str, target: bytes, target_mode: str) -> Any:
    """Return LittleCMS's way from one profile to another."""
    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(source)),
        ImageCms.ImageCmsProfile(io.BytesIO(target)),
        mode,
        target_mode,
        _INTENT,
        _FLAGS,
    )


def transformed(image: Image.Image, source: bytes, target: bytes, mode: str) -> Image.Image:
    """Convert a picture from its profile to another one.

    Args:
        image: of the mode that `source` is for.
        source: a profile that is `usable` for it.
        target: another.
        mode: of the target.
    """
    way = transform(source, image.mode, target, mode)
    converted: Image.Image | None = ImageCms.applyTransform(image, way)
    if converted is None:  # only with inPlace
        raise ValueError("LittleCMS gave no picture")
    # Pillow hands on the profile of the target, which may hold the hour of its making.
    converted.info = {}
    return converted


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """Return LittleCMS's own profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@lru_cache(maxsize=1)
def lab() -> bytes:
    """Return LittleCMS's own profile of CIE Lab, D50."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def lab_to(image: Image.Image, target: bytes, mode: str) -> Image.Image:
    """Convert a picture of CIE Lab, D50, to a profile."""
    return transformed(image, lab(), target, mode)


def stated(gamma: float | None, places: Sequence[float] | None, mode: str) -> bytes | None:
    """Return a profile for what a PNG says of its colours in its chunks gAMA and cHRM.

    Args:
        gamma: as the file has it, for example 0.45455; ``None`` if it says nothing.
        places: x and y of white, red, green and blue; ``None`` if it says nothing.
        mode: ``RGB`` or ``L``.

    Returns:
        ``None`` where this is sRGB, or nonsense, or where no gamma is said, as in browsers.
    """
    if gamma is None or not 0.1 <= gamma <= 1.5:
        return None
    points = tuple(places or _SRGB_PLACES)
    like = len(points) == 8 and all(
        abs(a - b) < 0.005 for a, b in zip(points, _SRGB_PLACES, strict=True)
    )
    if abs(gamma - _SRGB_GAMMA) < 0.01 and (like or mode == "L"):
        return None
    if mode == "L":
        return _written(1 / gamma, None)
    matrix = _to_d50(points)
    return None if matrix is None else _written(1 / gamma, matrix)


def _to_d50(points: Sequence[float]) -> NDArray[np.float64] | None:
    """Return the matrix from linear RGB to XYZ under D50, by Bradford's way; None for nonsense."""
    if len(points) != 8 or any(y <= 0 for y in points[1::2]):
        return None
    xyz = [
        np.array([x / y, 1.0, (1 - x - y) / y])
        for x, y in zip(points[::2], points[1::2], strict=True)
    ]
    white, primaries = xyz[0], np.stack(xyz[1:], axis=1)
    if abs(np.linalg.det(primaries)) < 1e-6:
        return None
    scaled = primaries * np.linalg.solve(primaries, white)
    bradford = np.array(
        [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
    )
    ratio = (bradford @ np.array(_D50)) / (bradford @ white)
    adapted: NDArray[np.float64] = np.linalg.inv(bradford) @ np.diag(ratio) @ bradford @ scaled
    return adapted if np.isfinite(adapted).all() and np.abs(adapted).max() < 4 else None


def _written(exponent: float, matrix: NDArray[np.float64] | None) -> bytes:
    """Return a profile of version 2 with one exponent for all channels; grey without a matrix."""

    def fixed(*values: float) -> bytes:
        return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))

    curve = b"curv\0\0\0\0" + struct.pack(">IH2x", 1, round(exponent * 256))
    words = b"as the file says"
    text = b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words + b"\0" + bytes(78)
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0none\0", b"wtpt": b"XYZ \0\0\0\0" + fixed(*_D50)}
    if matrix is None:
        tags[b"kTRC"] = curve
    else:
        for name, column in zip((b"r", b"g", b"b"), matrix.T, strict=True):
            tags[name + b"TRC"] = curve
            tags[name + b"XYZ"] = b"XYZ \0\0\0\0" + fixed(*map(float, column))
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += name + struct.pack(">II", start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    space = b"GRAY" if matrix is None else b"RGB "
    head = struct.pack(
        ">I4sI4s4s4s12x4s4s12xI8x12s48x",
        start + len(data), b"\0\0\0\0", 0x02100000, b"mntr", space, b"XYZ ", b"acsp",
        b"\0\0\0\0", 0, fixed(*_D50),
    )  # fmt: skip
    return head + struct.pack(">I", len(tags)) + table + data
