"""Gradients over triangles and patches, whose corners carry the colours.

Source: ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Stream

from publish.finish.press.colours.functions import floats
from publish.finish.press.colours.spaces import light
from publish.model.press import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

    from publish.finish.press.colours.spaces import Space
    from publish.finish.press.colours.veils import Use
    from publish.finish.press.separator import Separator

_FREE, _LATTICE, _COONS, _TENSOR = 4, 5, 6, 7

#: Points and colours of a patch, and of one that continues the patch before it.
_PATCHES = {_COONS: ((12, 4), (8, 2)), _TENSOR: ((16, 4), (12, 2))}

_BITS = 16


class _Bits:
    """Reads numbers of any width from bytes."""

    def __init__(self, data: bytes) -> None:
        self._data, self._place = data, 0

    def has(self, width: int) -> bool:
        return self._place + width <= 8 * len(self._data)

    def number(self, width: int) -> int:
        first, last = self._place // 8, (self._place + width + 7) // 8
        whole = int.from_bytes(self._data[first:last], "big")
        self._place += width
        return (whole >> (last * 8 - self._place)) & ((1 << width) - 1)

    def align(self) -> None:
        self._place = -(-self._place // 8) * 8


def converted_mesh(
    pdf: pikepdf.Pdf,
    shading: Stream,
    space: Space,
    separator: Separator,
    use: Use,
) -> Stream:
    """Return a new mesh in inks, or in greys; one with a function keeps its corners as they are."""
    entries = {key: part for key, part in shading.stream_dict.items() if key not in _OF_STREAM}
    if "/Function" in shading:
        return pdf.make_stream(shading.read_bytes(), entries)
    decode = floats(shading.get("/Decode"))
    words = _words(shading, space.size)
    data = bytearray()
    widths = {"flag": 8, "place": int(shading.get("/BitsPerCoordinate", 8))}
    for kind, numbers in words:
        if kind == "colour":
            values = _decoded(numbers, int(shading.BitsPerComponent), decode[4:])
            data += b"".join(_sixteen(part) for part in _flat(values, space, separator, use))
        else:
            width = -(-widths[kind] // 8) * 8
            for number in numbers:
                data += (number << (width - widths[kind])).to_bytes(width // 8, "big")
    count = 1 if use.mask else 4
    result = pdf.make_stream(bytes(data), entries)
    result.BitsPerComponent = _BITS
    result.BitsPerFlag = 8
    width = widths["place"]
    room = -(-width // 8) * 8
    # What is wider now keeps its places: the new numbers are the old ones, moved to the left.
    stretch = (2**room - 1) / ((2**width - 1) * 2 ** (room - width))
    places = decode[:4]
    for axis in (0, 2):
        places[axis + 1] = places[axis] + (places[axis + 1] - places[axis]) * stretch
    result.BitsPerCoordinate = room
    result.Decode = Array([*places, *([0, 1] * count)])
    return result


_OF_STREAM = ("/Length", "/Filter", "/DecodeParms")


def _words(shading: Stream, size: int) -> Iterator[tuple[str, list[int]]]:
    """Yield flags, places and colours as they stand in the data."""
    kind = int(shading.get("/ShadingType", 0))
    flag, place, colour = (
        int(shading.get(key, 8))
        for key in ("/BitsPerFlag", "/BitsPerCoordinate", "/BitsPerComponent")
    )
    bits = _Bits(shading.read_bytes())
    if kind in (_FREE, _LATTICE):
        flag = flag if kind == _FREE else 0
        while bits.has(flag + 2 * place + size * colour):
            if flag:
                yield "flag", [bits.number(flag) & 3]
            yield "place", [bits.number(place), bits.number(place)]
            yield "colour", [bits.number(colour) for _ in range(size)]
            bits.align()
        return
    while kind in _PATCHES and bits.has(flag):
        edge = bits.number(flag) & 3
        points, colours = _PATCHES[kind][edge > 0]
        if not bits.has(2 * place * points + size * colour * colours):
            return
        yield "flag", [edge]
        yield "place", [bits.number(place) for _ in range(2 * points)]
        for _ in range(colours):
            yield "colour", [bits.number(colour) for _ in range(size)]
        bits.align()


def _decoded(numbers: list[int], width: int, decode: list[float]) -> list[float]:
    pairs = zip(numbers, decode[::2], decode[1::2], strict=False)
    return [low + number / (2**width - 1) * (high - low) for number, low, high in pairs]


def _flat(values: list[float], space: Space, separator: Separator, use: Use) -> list[float]:
    if use.mask:
        return [light(space.screen(values))]
    inks = space.inks(values, separator)
    return list(inks.cmyk if isinstance(inks, Ink) else inks)


def _sixteen(part: float) -> bytes:
    return round(min(max(part, 0.0), 1.0) * ((1 << _BITS) - 1)).to_bytes(_BITS // 8, "big")
