"""What a JPEG 2000 picture says about itself in its first boxes.

Source: ISO 15444-1, annex I (JP2); ISO 19005-2, 6.2.8.3 (from memory) for what presses take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANNELS = (1, 3, 4)
_METHODS = (1, 2, 3)
_CIE_JAB = 19
#: CIELab, sRGB, sYCC, and their kin (ISO 15444-1, table I.10, and 15444-2, table M.25).
_SCREENS = (3, 4, 14, 16, 18, 19, 20, 21, 24)
_BOX_LIMIT = 200
_HIGHEST_DEPTH = 38


def jpx_faults(data: bytes, *, has_space: bool) -> Iterator[str]:
    """Yield what a press may not take, in words; nothing for a bare code stream.

    Args:
        data: the picture.
        has_space: whether the PDF names its colour space, which then counts alone.
    """
    spaces = []
    for kind, content in _boxes(data):
        if kind == b"ihdr" and len(content) >= 11:
            channels, depth = int.from_bytes(content[8:10], "big"), content[10]
            if channels not in _CHANNELS:
                yield f"JPEG 2000 with {channels} channels: 1, 3 or 4 are allowed"
            if depth == 255:
                yield "JPEG 2000 with channels of unlike depth"
            elif (depth & 127) + 1 > _HIGHEST_DEPTH:
                yield f"JPEG 2000 with {(depth & 127) + 1} bits: {_HIGHEST_DEPTH} are allowed"
        elif kind == b"colr" and len(content) >= 3:
            spaces.append(content)
    if not has_space:
        yield from _space_faults(spaces)


def is_of_screens(data: bytes) -> bool:
    """Whether the picture names a colour space of red, green and blue, or a measured one."""
    for kind, content in _boxes(data):
        if kind == b"colr" and len(content) >= 7:
            if content[0] == 1:
                return int.from_bytes(content[3:7], "big") in _SCREENS
            return content[0] in _METHODS and content[19:23] in (b"RGB ", b"Lab ")
    return False


def _space_faults(spaces: list[bytes]) -> Iterator[str]:
    if len(spaces) > 1 and sum(content[2] == 1 for content in spaces) != 1:
        yield "JPEG 2000 with several colour spaces, of which none or several are exact"
    for content in spaces:
        if content[0] not in _METHODS:
            yield f"JPEG 2000 with a colour space of method {content[0]}"
        elif content[0] == 1 and int.from_bytes(content[3:7], "big") == _CIE_JAB:
            yield "JPEG 2000 in CIEJab"


def _boxes(data: bytes, depth: int = 0) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of the boxes, those inside of the header too."""
    at = 0
    for _ in range(_BOX_LIMIT):
        if at + 8 > len(data):
            return
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + length if length >= 8 else len(data)
        if kind == b"jp2h" and not depth:
            yield from _boxes(data[at + 8 : end], 1)
        elif kind == b"jp2c" or not kind.isascii():
            return
        else:
            yield kind, data[at + 8 : min(end, at + 8 + 4_000)]
        at = end
