"""How wide the glyphs of an embedded font program are, to be held against what the PDF says.

TrueType tables are read here byte by byte, because a hostile table can make a general reader
spell out billions of entries; Compact Font Format is left to fontTools, with a bound on its
subroutines. What cannot be read is `Unreadable`, never taken as right.

Source: ISO/IEC 14496-22 (cmap, hmtx, head); Adobe Technical Notes 5176 and 5177 (CFF, Type 2);
ISO 32000-1, 9.6.6.4 and 9.7.4.2 (from codes to glyphs).
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

from fontTools.agl import toUnicode as unicode_of_glyph_name
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.psCharStrings import T2WidthExtractor

from publish.check.objects import entry, integer, items, name, stream_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    #: From a character code to the width of its glyph, in thousandths; ``None`` if unknown.
    Widths = Callable[[int], float | None]

_PROGRAM_LIMIT = 30_000_000
_CALL_LIMIT = 3_000
_SEGMENT_LIMIT = 40_000
_SYMBOLIC = 1 << 2
_CODECS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


class Unreadable(Exception):
    """The program is of a kind that is not read here, or broken."""


def program_widths(resource: object, names: dict[int, str]) -> Widths:
    """Return how wide the program of a font draws each code.

    Args:
        resource: the font dictionary.
        names: glyph names by code, as Differences gives them.

    Raises:
        Unreadable: and others of `objects.BROKEN`, where the program is broken.
    """
    try:
        return _widths(resource, names)
    except (struct.error, AssertionError) as error:
        raise Unreadable(f"its program is broken: {error}") from error


def _widths(resource: object, names: dict[int, str]) -> Widths:
    inner = resource
    if descendants := items(entry(resource, "/DescendantFonts")):
        inner = descendants[0]
    is_composite = inner is not resource
    descriptor = entry(inner, "/FontDescriptor")
    if (stream := entry(descriptor, "/FontFile2")) is not None:
        program = _TrueType(stream_bytes(stream, _PROGRAM_LIMIT))
        return _of_truetype(program, resource, inner, names, is_composite=is_composite)
    stream = entry(descriptor, "/FontFile3")
    if stream is None:
        raise Unreadable("it is a Type 1 program")
    data = stream_bytes(stream, _PROGRAM_LIMIT)
    if data[:4] == b"OTTO":
        data = _TrueType(data).table(b"CFF ")
    elif data[:4] in (b"\0\1\0\0", b"true"):
        program = _TrueType(data)
        return _of_truetype(program, resource, inner, names, is_composite=is_composite)
    return _of_cff(data, resource, inner, names, is_composite=is_composite)


class _TrueType:
    """The few tables of a TrueType or OpenType program that tell widths."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        count = int.from_bytes(data[4:6], "big")
        self.tables: dict[bytes, tuple[int, int]] = {}
        for at in range(12, 12 + 16 * min(count, 128), 16):
            tag, _, start, length = struct.unpack_from(">4sIII", data, at)
            self.tables[tag] = (start, length)

    def table(self, tag: bytes) -> bytes:
        """Return a table; nothing where it is missing."""
        start, length = self.tables.get(tag, (0, 0))
        return self.data[start : start + length]

    def advances(self) -> Callable[[int], float | None]:
        """Return the widths of glyphs by their number, in thousandths."""
        units = int.from_bytes(self.table(b"head")[18:20], "big")
        count = int.from_bytes(self.table(b"hhea")[34:36], "big")
        metrics = self.table(b"hmtx")
        count = min(count, len(metrics) // 4)
        if not units or not count:
            raise Unreadable("it does not tell its widths")

        def width(glyph: int) -> float | None:
            at = 4 * min(glyph, count - 1)
            return int.from_bytes(metrics[at : at + 2], "big") * 1000 / units

        return width

    def maps(self) -> dict[tuple[int, int], bytes]:
        """Return the subtables of cmap by platform and encoding."""
        table = self.table(b"cmap")
        found = {}
        for at in range(4, 4 + 8 * min(int.from_bytes(table[2:4], "big"), 32), 8):
            platform, encoding, start = struct.unpack_from(">HHI", table, at)
            found[platform, encoding] = table[start:]
        return found


def _of_truetype(
    program: _TrueType,
    resource: object,
    inner: object,
    names: dict[int, str],
    *,
    is_composite: bool,
) -> Widths:
    width = program.advances()
    if is_composite:
        if name(entry(resource, "/Encoding")) not in ("Identity-H", "Identity-V"):
            raise Unreadable("its codes are mapped by a table of their own")
        mapped = entry(inner, "/CIDToGIDMap")
        table = b"" if name(mapped) or mapped is None else stream_bytes(mapped, 131_072)

        def of_identity(code: int) -> float | None:
            glyph = int.from_bytes(table[2 * code : 2 * code + 2], "big") if table else code
            return width(glyph)

        return of_identity
    maps = program.maps()
    flags = integer(entry(inner, "/FontDescriptor", "/Flags")) or 0
    encoding = entry(resource, "/Encoding")
    is_symbolic = bool(flags & _SYMBOLIC) or encoding is None

    def of_code(code: int) -> float | None:
        glyph = 0
        if is_symbolic:
            if symbols := maps.get((3, 0)):
                glyph = _glyph(symbols, code) or _glyph(symbols, 0xF000 + code)
            elif roman := maps.get((1, 0)):
                glyph = _glyph(roman, code)
        elif unicode := maps.get((3, 1)):
            text = _meaning(code, encoding, names)
            glyph = _glyph(unicode, ord(text)) if len(text) == 1 else 0
        # Glyph 0 here means that another way may lead to the glyph: better to say nothing.
        return width(glyph) if glyph else None

    return of_code


def _meaning(code: int, encoding: object, names: dict[int, str]) -> str:
    if code in names:
        return str(unicode_of_glyph_name(names[code]))
    base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    if codec := _CODECS.get(base):
        return bytes([code & 255]).decode(codec, "ignore")
    return str(unicode_of_glyph_name(StandardEncoding[code & 255]))


def _glyph(subtable: bytes, code: int) -> int:
    """Return the glyph of a character in a subtable of format 0, 4 or 6; 0 if there is none."""
    kind = int.from_bytes(subtable[:2], "big")
    if kind == 0:
        return subtable[6 + code] if 0 <= code < 256 and len(subtable) > 6 + code else 0
    if kind == 6:
        first, count = struct.unpack_from(">HH", subtable, 6)
        at = 10 + 2 * (code - first)
        inside = first <= code < first + count
        return int.from_bytes(subtable[at : at + 2], "big") if inside else 0
    return _glyph_by_segments(subtable, code) if kind == 4 else 0


def _glyph_by_segments(subtable: bytes, code: int) -> int:
    count = min(int.from_bytes(subtable[6:8], "big") // 2, _SEGMENT_LIMIT)
    ends = struct.unpack_from(f">{count}H", subtable, 14)
    starts = struct.unpack_from(f">{count}H", subtable, 16 + 2 * count)
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start <= code <= end:
            (delta,) = struct.unpack_from(">H", subtable, 16 + 4 * count + 2 * at)
            where = 16 + 6 * count + 2 * at
            (offset,) = struct.unpack_from(">H", subtable, where)
            if not offset:
                return (code + int(delta)) & 0xFFFF
            glyph: int
            (glyph,) = struct.unpack_from(">H", subtable, where + offset + 2 * (code - start))
            return (glyph + int(delta)) & 0xFFFF if glyph else 0
    return 0


class _Bounded(T2WidthExtractor):  # type: ignore[misc]
    """Reads the width of a glyph; gives up on programs that call each other without end."""

    calls = 0

    def execute(self, program: Any) -> Any:
        """Run a glyph or one of its subroutines."""
        self.calls += 1
        if self.calls > _CALL_LIMIT:
            raise Unreadable("its glyphs are nested too deeply")
        return super().execute(program)


def _of_cff(
    data: bytes, resource: object, inner: object, names: dict[int, str], *, is_composite: bool
) -> Widths:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    glyphs, order = top.CharStrings, top.charset
    matrix = getattr(top, "FontMatrix", None) or [0.001]
    is_keyed = hasattr(top, "ROS")
    if is_composite and name(entry(resource, "/Encoding")) not in ("Identity-H", "Identity-V"):
        raise Unreadable("its codes are mapped by a table of their own")

    def glyph_name(code: int) -> str:
        if is_composite and is_keyed:
            return f"cid{code:05}" if code else ".notdef"
        if is_composite:
            return order[code] if code < len(order) else ""
        if code in names:
            return names[code]
        encoding = name(entry(resource, "/Encoding")) or name(
            entry(resource, "/Encoding", "/BaseEncoding")
        )
        if encoding:
            text = _meaning(code, entry(resource, "/Encoding"), names)
            return next((g for g in order if unicode_of_glyph_name(g) == text), "") if text else ""
        own = getattr(top, "Encoding", "StandardEncoding")
        table = StandardEncoding if isinstance(own, str) else own
        return str(table[code]) if code < len(table) else ""

    def width(code: int) -> float | None:
        key = glyph_name(code)
        if key not in glyphs:
            return None
        drawn = glyphs[key]
        private = drawn.private
        reader = _Bounded(
            getattr(private, "Subrs", []),
            drawn.globalSubrs,
            private.nominalWidthX,
            private.defaultWidthX,
        )
        reader.execute(drawn)
        return float(reader.width) * float(matrix[0]) * 1000

    return width
