"""Careful access to the objects of a PDF file that may be broken or hostile.

pikepdf raises when a dictionary turns out to be an array; these functions give ``None`` or an
empty value instead, so that the readers can say in words what is missing. All take any value.
"""

from __future__ import annotations

import re
import zlib
from decimal import Decimal
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Object number and generation; ``(0, 0)`` for an object that is written in place.
ObjectId = tuple[int, int]

#: What reading a damaged file may raise inside pikepdf; nothing of it leaves this room.
BROKEN = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)


#: As pikepdf names a file that was never one: ``stream <_io.BytesIO object at 0x7f61498143b0>: ``.
_IN_MEMORY = re.compile(r"(?:stream )?<_io\.[^>]*>:?\s*")

#: Filters that make no more bytes than they are given, but for a few.
_NEVER_GROW = frozenset({"ASCIIHexDecode", "ASCII85Decode"})


#: How far below the root a page may stand.
_PAGES_DEEP = 40


class TooMuch(ValueError):
    """The file asks for more memory or steps than any honest file needs."""


def said_by(error: BaseException) -> str:
    """Return what a library says of a broken file, in one line of at most 120 characters.

    Its name for bytes in memory is left out: that is another one in every run.
    """
    said = _IN_MEMORY.sub("", str(error).strip().partition("\n")[0])
    return said[:120] or type(error).__name__


def entry(holder: object, *names: str) -> object:
    """Return what stands under a chain of names (``"/MarkInfo", "/Marked"``), or ``None``."""
    for name in names:
        if not isinstance(holder, pikepdf.Object) or not _has_entries(holder):
            return None
        holder = holder.get(name)
    return holder


def _has_entries(value: pikepdf.Object) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def is_dictionary(value: object) -> bool:
    """Whether the value has named entries: a dictionary, or a stream with its dictionary."""
    return isinstance(value, pikepdf.Object) and _has_entries(value)


def entries(value: object) -> Iterator[tuple[str, object]]:
    """Yield the names, with their slash, and values of a dictionary or stream."""
    if isinstance(value, pikepdf.Object) and _has_entries(value):
        yield from ((str(name), item) for name, item in value.items())


def name(value: object) -> str:
    """Return a name without its slash; empty for anything else."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""


def text(value: object) -> str | None:
    """Return a text string decoded (ISO 32000-1, 7.9.2.2), or ``None``."""
    return str(value) if isinstance(value, pikepdf.String) else None


def number(value: object) -> float | None:
    """Return a number, or ``None``; true and false are not numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return float(value)


def integer(value: object) -> int | None:
    """Return a whole number, or ``None``."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def numbers(value: object) -> list[float]:
    """Return an array of numbers; empty if one of its items is not a number."""
    found = [number(item) for item in items(value)]
    return [item for item in found if item is not None] if None not in found else []


def items(value: object) -> list[object]:
    """Return the items of an array; empty for anything else."""
    return list(value) if isinstance(value, pikepdf.Array) else []


def one_or_many(value: object) -> list[object]:
    """Return the items of an array, or the value alone, or nothing for ``None``."""
    if isinstance(value, pikepdf.Array):
        return list(value)
    return [] if value is None else [value]


def object_id(value: object) -> ObjectId:
    """Return what tells one indirect object from another."""
    return value.objgen if isinstance(value, pikepdf.Object) else (0, 0)


def stream_bytes(stream: object, limit: int) -> bytes:
    """Return a stream decoded, never more than `limit` bytes.

    A compressed stream can grow a thousandfold, and filters can be chained; so Flate is undone
    here step by step, and more than one compressing filter is refused.

    Raises:
        TooMuch: the stream is larger, or its filters are chained.
    """
    if not isinstance(stream, pikepdf.Stream):
        return b""
    filters = [name(item) for item in one_or_many(stream.get("/Filter"))]
    if filters == ["FlateDecode"] and not is_dictionary(stream.get("/DecodeParms")):
        return _inflated(stream.read_raw_bytes(), limit)
    if set(filters) <= _NEVER_GROW:
        if len(stream.read_raw_bytes()) > limit:
            raise TooMuch(f"a stream holds more than {limit // 1_000_000} MB")
        return stream.read_bytes()
    if sum(item in ("FlateDecode", "LZWDecode", "RunLengthDecode") for item in filters) > 1:
        raise TooMuch("a stream is compressed more than once")
    if len(stream.read_raw_bytes()) > limit // 50:
        raise TooMuch("a stream is too large to unpack safely")
    return stream.read_bytes()


def _inflated(raw: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(raw, limit)
    except zlib.error as error:
        raise ValueError(f"a stream cannot be unpacked: {error}") from error
    if unpacker.unconsumed_tail:
        raise TooMuch(f"a stream holds more than {limit // 1_000_000} MB")
    return data


def inherited(page: object, key: str) -> object:
    """Return what a page, or the next above it, has under a name; ``None`` if nobody has.

    Source: ISO 32000-1, 7.7.3.4.
    """
    for _ in range(_PAGES_DEEP):
        found = entry(page, key)
        if found is not None:
            return found
        page = entry(page, "/Parent")
    return None


def name_tree(root: object, limit: int = 100_000) -> Iterator[tuple[object, object]]:
    """Yield keys and values of a name tree or number tree in order (ISO 32000-1, 7.9.6, 7.9.7)."""
    stack, met = [root], set[ObjectId]()
    while stack and len(met) < limit:
        node = stack.pop()
        identity = object_id(node)
        if identity in met and identity != (0, 0):
            continue  # a branch that holds itself
        met.add(identity)
        pairs = items(entry(node, "/Names")) or items(entry(node, "/Nums"))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        stack += reversed(items(entry(node, "/Kids")))
