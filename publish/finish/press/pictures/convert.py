"""Every picture of a file, from what its author has to what the press prints.

The engine drew the pictures for a screen. Where the author's own file is at hand, the inks come
from there, so that ink stays ink, a wide colour space is not cut down to sRGB, and one bit stays
one bit; else they come from what was drawn.

Stencil masks have no colours of their own and stay; so do soft masks, which only become smaller
with their picture. A picture whose colours are inks with names stays as it is.

Source: ISO 32000-1, 8.9.5 and 8.9.6 (images and masks), 11.6.5.3 (soft-mask images).
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from publish import pictures
from publish.finish.press.pictures.inks import PictureInks, Wish, packed, smaller
from publish.finish.press.pictures.inline import lift_inline_pictures
from publish.finish.press.pictures.samples import (
    NoPicture,
    key_colours,
    numbers,
    shown,
    shown_grey,
    size_of,
    space_of,
)
from publish.finish.press.pictures.uses import Use, uses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.finish.press.pictures.inks import Packed
    from publish.model.press import Press

#: Meant for other ways of showing a picture; the first three would bring other colours back.
_LEFT_OUT = ("/Alternates", "/OPI", "/SMaskInData", "/Decode", "/DecodeParms", "/Mask", "/Metadata")

#: What tells how the samples of a picture are meant, beside its colour space.
_TELLING = {
    "/Width", "/Height", "/BitsPerComponent", "/Decode", "/DecodeParms", "/Filter", "/Matte"
}  # fmt: skip


def convert_pictures(pdf: pikepdf.Pdf, press: Press, sources: Mapping[str, bytes]) -> None:
    """Convert all pictures of a file to inks, in place.

    Args:
        pdf: its other colours are in inks already.
        press: its condition must not be missing.
        sources: the authors' files, by the names of the drawn pictures in the resources.
    """
    lift_inline_pictures(pdf)
    inks = PictureInks(press)
    found = uses(pdf)
    seen = {use.picture.objgen for use in found if not use.mask}
    for use in found:
        use.picture["/Interpolate"] = False
        if use.picture.get("/ImageMask", False):
            continue
        if use.mask and use.picture.objgen in seen:
            _part_from_twin(pdf, use)
    for use in found:
        if not use.picture.get("/ImageMask", False):
            _convert(pdf, use, press, inks, sources)
    for use in found:
        soft = use.picture.get("/SMask")
        if isinstance(soft, Stream) and "/Matte" in soft:
            del soft["/Matte"]  # the pictures are clean of it


def _part_from_twin(pdf: pikepdf.Pdf, use: Use) -> None:
    """Give a mask a picture of its own, where the same one is also drawn in colours."""
    twin = pdf.make_stream(use.picture.read_raw_bytes())
    for key in use.picture.keys():
        if key != "/Length":
            twin[key] = use.picture[key]
    use.picture = twin
    for holder, name in use.holders:
        holder[name] = twin


def _convert(
    pdf: pikepdf.Pdf, use: Use, press: Press, inks: PictureInks, sources: Mapping[str, bytes]
) -> None:
    picture = use.picture
    try:
        size = size_of(picture)
        wanted = _wanted(use, size, press)
        key = key_colours(picture)
        made = _from_source(use, size, wanted, inks, sources)
        made = made or _from_drawn(picture, Wish(wanted, use.mask), inks)
    except NoPicture:
        return
    soft, stencil = picture.get("/SMask"), picture.get("/Mask")
    _write(picture, made)
    if isinstance(soft, Stream) and made.mask is not None:
        picture["/SMask"] = _mask(pdf, made.mask)
    elif isinstance(soft, Stream):
        _shrink_mask(soft, size, made.size)
    if isinstance(stencil, Stream):
        stencil["/Interpolate"] = False
        picture["/Mask"] = stencil
    elif key is not None:
        picture["/Mask"] = _stencil(pdf, key)


def _from_source(
    use: Use,
    size: tuple[int, int],
    wanted: tuple[int, int],
    inks: PictureInks,
    sources: Mapping[str, bytes],
) -> Packed | None:
    """Convert the author's file; ``None`` if there is none, or if it shows something else."""
    content = next((sources[name[1:]] for name in use.names if name[1:] in sources), None)
    if content is None:
        return None

    def opened() -> pictures.Original:
        found = pictures.opened(content)
        if found.image.size != size:
            raise pictures.UnreadablePicture("the drawn picture has another size")
        return found

    name = f"{hashlib.sha256(content).hexdigest()} {size}"
    try:
        return inks.packed(name, Wish(wanted, use.mask), opened)
    except pictures.UnreadablePicture:
        return None


def _from_drawn(picture: Stream, wish: Wish, inks: PictureInks) -> Packed:
    def opened() -> pictures.Original:
        image, space = shown(picture)
        image = _unmatted(picture, image)
        coded = str(picture.get("/Filter", "")) == "/DCTDecode"
        return pictures.Original(image, _alpha(picture), space.profile, coded, b"", jpeg=False)

    return inks.packed(_name(picture), wish, opened)


def _name(picture: Stream) -> str:
    """Return a name for all that tells how a drawn picture looks."""
    made = hashlib.sha256()
    for part in (picture, picture.get("/SMask")):
        if isinstance(part, Stream):
            made.update(part.read_raw_bytes())
            for key in sorted(set(part.keys()) & _TELLING):
                made.update(f"{key} {_written(part[key])}".encode())
    try:
        made.update(repr(space_of(picture.get("/ColorSpace"))).encode())
    except NoPicture:
        made.update(b"in itself")
    return made.hexdigest()


def _written(value: object) -> str:
    return repr(value.unparse(resolved=True) if isinstance(value, pikepdf.Object) else value)


def _wanted(use: Use, size: tuple[int, int], press: Press) -> tuple[int, int]:
    """Return how many pixels a picture needs; never more than it has."""
    if not use.ppi > press.highest_ppi:
        return size
    part = min(1.0, press.wanted_ppi / use.ppi)
    return max(1, round(size[0] * part)), max(1, round(size[1] * part))


def _write(picture: Stream, made: Packed) -> None:
    for key in _LEFT_OUT:
        if key in picture:
            del picture[key]
    parms = None
    if made.columns:
        colours = made.columns // made.size[0]
        parms = Dictionary(Predictor=15, Columns=made.size[0], Colors=colours)
    picture.write(made.data, filter=Name(made.filter), decode_parms=parms)
    picture["/Width"], picture["/Height"] = made.size
    picture["/BitsPerComponent"] = made.bits
    picture["/Interpolate"] = False
    if made.palette:
        last = len(made.palette) // 4 - 1
        picture["/ColorSpace"] = Array(
            [Name.Indexed, Name(made.space), last, pikepdf.String(made.palette)]
        )
    else:
        picture["/ColorSpace"] = Name(made.space)
    if made.inverted:
        picture["/Decode"] = Array([1, 0] * 4)


def _alpha(picture: Stream) -> Image.Image | None:
    """Return the soft mask of a picture, if it has one that can be read."""
    soft = picture.get("/SMask")
    if not isinstance(soft, Stream):
        return None
    try:
        return shown_grey(soft)
    except NoPicture:
        return None


def _unmatted(picture: Stream, image: Image.Image) -> Image.Image:
    """Take out the colour that a picture was mixed with where it shines through.

    Source: ISO 32000-1, 11.6.5.3 (Matte).
    """
    soft = picture.get("/SMask")
    alpha = _alpha(picture)
    if alpha is None or not isinstance(soft, Stream) or "/Matte" not in soft:
        return image
    matte = numbers(soft["/Matte"])
    if image.mode not in ("L", "RGB", "CMYK") or alpha.size != image.size:
        return image
    if len(matte) != len(image.getbands()):
        return image
    cover = np.asarray(alpha, np.float32)[..., None] / 255
    ground = np.array(matte, np.float32) * 255
    mixed = np.asarray(image, np.float32).reshape(*cover.shape[:2], -1)
    clean = np.where(cover > 0, ground + (mixed - ground) / np.maximum(cover, 1 / 255), mixed)
    pixels = np.clip(np.rint(clean), 0, 255).astype(np.uint8)
    return Image.frombytes(image.mode, image.size, np.ascontiguousarray(pixels).tobytes())


def _shrink_mask(soft: Stream, was: tuple[int, int], size: tuple[int, int]) -> None:
    """Make a soft mask smaller with its picture, in place."""
    soft["/Interpolate"] = False
    try:
        if was == size or size_of(soft) != was:
            return
        image = shown_grey(soft)
    except NoPicture:
        return
    _write(soft, packed(smaller(image, size), photo=False))


def _mask(pdf: pikepdf.Pdf, made: Packed) -> Stream:
    """Return a soft mask of its own, since another picture may share the one that was drawn."""
    mask = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image)
    _write(mask, made)
    return mask


def _stencil(pdf: pikepdf.Pdf, clear: Image.Image) -> Stream:
    """Return a stencil mask that leaves pixels out, where a key of colours cannot be kept."""
    stencil = pdf.make_stream(zlib.compress(clear.tobytes(), 9))
    entries = {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": clear.width,
        "/Height": clear.height,
        "/ImageMask": True,
        "/BitsPerComponent": 1,
        "/Interpolate": False,
        "/Filter": Name.FlateDecode,
    }
    for key, value in entries.items():
        stencil[key] = value
    return stencil
