"""Functions of a PDF: sampled, exponential, stitched and calculated.

A gradient is a function from a number to a colour. It is asked for its values here, and for the
places where it has a corner, so that the inks can follow it.

Source: ISO 32000-1, 7.10.
"""

from __future__ import annotations

import bisect
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from publish.finish.press.colours.calculator import calculated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    #: Gives values for a place.
    Function = Callable[[Sequence[float]], list[float]]

#: Deeper functions of functions are taken for broken.
DEEPEST = 8

#: More corners of one function are not looked for.
MOST_CORNERS = 4096


def floats(values: object) -> list[float]:
    """Return an array of a PDF as numbers; nothing for what is no array."""
    return [float(value) for value in values] if isinstance(values, Array) else []


def value(function: Object, place: Sequence[float]) -> list[float]:
    """Return what a function, or an array of functions of one value each, gives for a place."""
    return read(function)(place)


def read(function: object, depth: int = 0) -> Function:
    """Read a function once, to be asked for many values. What cannot be read gives its place."""
    if isinstance(function, Array):
        parts = [read(one, depth + 1) for one in function]
        return lambda place: [number for part in parts for number in part(place)]
    if depth > DEEPEST or not isinstance(function, Dictionary | Stream):
        return list
    kind = _KINDS.get(int(function.get("/FunctionType", -1)))
    bare = kind(function, depth) if kind else list
    domain = floats(function.get("/Domain"))
    limits = floats(function.get("/Range"))
    if not limits:
        return lambda place: bare(_clipped(place, domain))
    count = len(limits) // 2
    return lambda place: _clipped(bare(_clipped(place, domain))[-count:], limits)


def corners(function: Object, depth: int = 0) -> list[float]:
    """Return where a function of one number has a corner or a step, without its ends."""
    if depth > DEEPEST:
        return []
    if isinstance(function, Array):
        found = [place for one in function for place in corners(one, depth + 1)]
    elif not isinstance(function, Dictionary | Stream):
        found = []
    elif int(function.get("/FunctionType", -1)) == 0:
        low, high = floats(function.get("/Domain"))[:2]
        steps = int(function.Size[0]) - 1
        found = [low + (high - low) * step / steps for step in range(1, steps)]
    elif int(function.get("/FunctionType", -1)) == 3:
        found = _seams(function, depth)
    else:
        found = []
    return sorted(set(found))[:MOST_CORNERS]


def _seams(function: Object, depth: int) -> list[float]:
    low, high = floats(function.get("/Domain"))[:2]
    bounds = floats(function.get("/Bounds"))
    encode = floats(function.get("/Encode"))
    found = list(bounds)
    edges = [low, *bounds, high]
    for index, (start, end) in enumerate(pairwise(edges)):
        first, last = encode[2 * index : 2 * index + 2]
        if end <= start or first == last:
            continue
        for place in corners(function.Functions[index], depth + 1):
            part = (place - first) / (last - first)
            if 0 < part < 1:
                found.append(start + part * (end - start))
    return [place for place in found if low < place < high]


def _exponential(function: Object, depth: int) -> Function:
    start = floats(function.get("/C0")) or [0.0]
    end = floats(function.get("/C1")) or [1.0]
    exponent = float(function.get("/N", 1))
    ends = [(low, high - low) for low, high in zip(start, end, strict=False)]

    def give(place: Sequence[float]) -> list[float]:
        part = place[0]
        if exponent != 1:
            part = part**exponent if part > 0 else float(exponent == 0)
        return [low + part * way for low, way in ends]

    return give


def _stitched(function: Object, depth: int) -> Function:
    low, high = floats(function.get("/Domain"))[:2]
    bounds = floats(function.get("/Bounds"))
    encode = floats(function.get("/Encode"))
    edges = [low, *bounds, high]
    parts = [read(one, depth + 1) for one in function.Functions]

    def give(place: Sequence[float]) -> list[float]:
        index = min(bisect.bisect_right(bounds, place[0]), len(parts) - 1)
        start, end = edges[index], edges[index + 1]
        first, last = encode[2 * index : 2 * index + 2]
        part = (place[0] - start) / (end - start) if end > start else 0.0
        return parts[index]([first + part * (last - first)])

    return give


def _calculated(function: Object, depth: int) -> Function:
    program = function.read_bytes()
    return lambda place: calculated(program, place)


def _sampled(function: Object, depth: int) -> Function:
    """Read between the samples, straight in every direction."""
    sizes = [int(size) for size in function.Size]
    bits = int(function.BitsPerSample)
    domain, spread = floats(function.Domain), floats(function.Range)
    encode = floats(function.get("/Encode")) or [edge for size in sizes for edge in (0, size - 1)]
    decode = floats(function.get("/Decode")) or spread
    count, data = len(spread) // 2, function.read_bytes()

    def give(place: Sequence[float]) -> list[float]:
        axes = []
        for axis, (where, size) in enumerate(zip(place, sizes, strict=False)):
            low, high = domain[2 * axis : 2 * axis + 2]
            first, last = encode[2 * axis : 2 * axis + 2]
            part = (where - low) / (high - low) if high > low else 0.0
            step = min(max(first + part * (last - first), 0.0), size - 1.0)
            whole = min(int(step), max(size - 2, 0))
            axes.append(((whole, 1 - step + whole), (min(whole + 1, size - 1), step - whole)))
        found = [0.0] * count
        for corner in product(*axes):
            weight, index, stride = 1.0, 0, 1
            for (sample, share), size in zip(corner, sizes, strict=False):
                weight, index, stride = weight * share, index + sample * stride, stride * size
            for channel in range(count) if weight else ():
                step = _bits(data, (index * count + channel) * bits, bits) / (2**bits - 1)
                low, high = decode[2 * channel : 2 * channel + 2]
                found[channel] += weight * (low + step * (high - low))
        return found

    return give


_KINDS: dict[int, Callable[[Object, int], Function]] = {
    0: _sampled,
    2: _exponential,
    3: _stitched,
    4: _calculated,
}


def _bits(data: bytes, start: int, length: int) -> int:
    first, last = start // 8, (start + length + 7) // 8
    number: int = int.from_bytes(data[first:last].ljust(last - first, b"\0"), "big")
    return (number >> (last * 8 - start - length)) & ((1 << length) - 1)


def _clipped(values: Sequence[float], limits: list[float]) -> list[float]:
    if not limits:
        return list(values)
    pairs = zip(values, limits[::2], limits[1::2], strict=False)
    return [min(max(one, low), high) for one, low, high in pairs]


def straight(start: Sequence[float], end: Sequence[float]) -> Dictionary:
    """Return the function that goes straight from one colour to another."""
    return Dictionary(
        FunctionType=2,
        Domain=Array([0, 1]),
        C0=Array(_rounded(start)),
        C1=Array(_rounded(end)),
        N=1,
    )


def polygon(
    domain: tuple[float, float], segments: Sequence[tuple[float, Sequence[float], Sequence[float]]]
) -> Dictionary:
    """Return the function that goes straight within each segment.

    Args:
        domain: from where to where.
        segments: where each ends, and the values at its ends; the last ends with the domain.
    """
    parts = [straight(start, end) for _, start, end in segments]
    return Dictionary(
        FunctionType=3,
        Domain=Array(_rounded(domain)),
        Bounds=Array(_rounded([end for end, _, _ in segments[:-1]])),
        Encode=Array([0, 1] * len(parts)),
        Functions=Array(parts),
    )


def grid(
    pdf: pikepdf.Pdf, domain: Sequence[float], size: int, samples: Sequence[Sequence[float]]
) -> Stream:
    """Return a sampled function: `size` samples in each direction, the first one fastest."""
    data = b"".join(
        round(min(max(part, 0.0), 1.0) * 65535).to_bytes(2, "big")
        for sample in samples
        for part in sample
    )
    return pdf.make_stream(
        data,
        FunctionType=0,
        Domain=Array(_rounded(domain)),
        Range=Array([0, 1] * len(samples[0])),
        Size=Array([size] * (len(domain) // 2)),
        BitsPerSample=16,
    )


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(float(one), 6) for one in values]
