"""Pictures written into the instructions themselves, taken out to be like all others.

Print shops do not like them, and a colour-managed picture needs a place of its own. Stencils stay:
they have no colours, and the letters of Type 3 fonts are made of them.

Source: ISO 32000-1, 8.9.7 (inline images).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEVICES = ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Indexed")


def lift_inline_pictures(pdf: pikepdf.Pdf) -> None:
    """Make each inline picture of a file an image XObject, in place."""
    for page in pdf.pages:
        written = _lifted(pdf, page.obj, page.obj)
        if written is not None:
            page.obj["/Contents"] = pdf.make_stream(written)
    for stream, owner in list(_streams(pdf)):
        written = _lifted(pdf, stream, owner)
        if written is not None:
            stream.write(written)


def _streams(pdf: pikepdf.Pdf) -> Iterator[tuple[Stream, Any]]:
    """Yield each stream that draws, but for those of pages, with the owner of its resources."""
    for found in pdf.objects:
        if isinstance(found, Stream):
            if found.get("/Subtype") == Name.Form or found.get("/PatternType") == 1:
                yield found, found
        elif isinstance(found, Dictionary) and isinstance(found.get("/CharProcs"), Dictionary):
            for letter in found["/CharProcs"].values():
                if isinstance(letter, Stream):
                    yield letter, found


def _lifted(pdf: pikepdf.Pdf, stream: Any, owner: Any) -> bytes | None:
    """Return new instructions, or nothing where the old ones will do."""
    if not any(b"BI" in part for part in _contents(stream)):
        return None
    changed = False
    written: list[Any] = []
    for instruction in pikepdf.parse_content_stream(stream):
        picture = _taken_out(pdf, instruction, owner)
        if picture is None:
            written.append(instruction)
            continue
        changed = True
        name = f"/Picture{hashlib.sha256(picture.read_raw_bytes()).hexdigest()[:16]}"
        _part(_part(owner, "/Resources"), "/XObject")[name] = picture
        written.append(([Name(name)], pikepdf.Operator("Do")))
    return pikepdf.unparse_content_stream(written) if changed else None


def _contents(stream: Any) -> Iterator[bytes]:
    contents = stream if isinstance(stream, Stream) else stream.get("/Contents")
    for part in contents if isinstance(contents, Array) else [contents]:
        if isinstance(part, Stream):
            yield part.read_bytes()


def _taken_out(pdf: pikepdf.Pdf, instruction: Any, owner: Any) -> Stream | None:
    if not isinstance(instruction, pikepdf.ContentStreamInlineImage):
        return None
    inline = instruction.iimage
    if inline.obj.get("/ImageMask", False):
        return None
    picture = pdf.make_stream(inline.read_raw_bytes())
    for key, value in inline.obj.items():
        if key != "/Length":
            picture[key] = value
    picture["/Type"], picture["/Subtype"] = Name.XObject, Name.Image
    space = picture.get("/ColorSpace")
    named = _part(_part(owner, "/Resources"), "/ColorSpace")
    if isinstance(space, Name) and str(space) not in _DEVICES and str(space) in named:
        picture["/ColorSpace"] = named[str(space)]
    return picture


def _part(owner: Any, name: str) -> Any:
    if not isinstance(owner.get(name), Dictionary):
        owner[name] = Dictionary()
    return owner[name]
