"""Pictures for screens: sRGB with eight bits, or grey, upright, as a PNG or JPEG.

A file that engine and browsers draw rightly is left as it is, byte for byte. What a picture says
of its colours counts in this order: its profile; that it is sRGB; its gamma and primaries (PNG).
Ink without a profile is taken as that of coated paper, the usual condition.
"""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from typing import TYPE_CHECKING

from publish.pictures import original, profile
from publish.standards.press import shipped_condition

if TYPE_CHECKING:
    from PIL import Image

#: What is kept of pictures that were made, in bytes: a logo on a thousand texts is made once.
_KEPT = 64_000_000
_made: OrderedDict[str, bytes] = OrderedDict()


def for_screen(content: bytes) -> bytes:
    """Return a picture as the engine draws it rightly; the same bytes if it does so already.

    Raises:
        UnreadablePicture: the file is no picture that can be shown.
    """
    return content if original.header(content).plain else _converted(content)


def for_browsers(content: bytes) -> bytes:
    """Return a picture as every browser shows it rightly; the same bytes if they do so already.

    Browsers know profiles, 16 bits and the turn of a JPEG; not ink, nor TIFF.

    Raises:
        UnreadablePicture: the file is no picture that can be shown.
    """
    found = original.header(content)
    shown = found.kind != "TIFF" and found.mode != "CMYK"
    return content if shown and (found.kind == "JPEG" or not found.turned) else _converted(content)


def _converted(content: bytes) -> bytes:
    key = hashlib.sha256(content).hexdigest()
    if key in _made:
        _made.move_to_end(key)
        return _made[key]
    _made[key] = made = _packed(original.opened(content))
    while len(_made) > 1 and sum(map(len, _made.values())) > _KEPT:
        _made.popitem(last=False)
    return made


def _packed(picture: original.Original) -> bytes:
    image = to_srgb(picture)
    if picture.alpha is not None:
        image = image.convert("L") if image.mode == "1" else image
        image.putalpha(picture.alpha)
    file = io.BytesIO()
    if picture.photo and picture.alpha is None:
        image.save(file, "JPEG", quality=95, subsampling=0)
    else:
        image.save(file, "PNG")
    return file.getvalue()


def to_srgb(picture: original.Original) -> Image.Image:
    """Return the pixels of a picture in sRGB or as grey of its curve; without transparency."""
    image = picture.image
    if image.mode == "LAB":
        return profile.lab_to(image, profile.srgb(), "RGB")
    source = picture.profile
    if source is None and image.mode == "CMYK":
        source = shipped_condition("coated").profile.read_bytes()
    if source is None:
        return image.copy()
    converted = profile.transformed(image, source, profile.srgb(), "RGB")
    return converted.getchannel("G") if image.mode == "L" else converted
