"""Fonts as a reader of text needs them: which character, how wide, embedded or not.

Source: ISO 32000-1, 9.6 (simple fonts), 9.7 (composite fonts), 9.10 (extraction of text).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf
from fontTools.agl import toUnicode as unicode_of_glyph_name

from publish.check.glyph_names import glyph_names
from publish.check.objects import (
    entry,
    integer,
    is_dictionary,
    items,
    name,
    number,
    numbers,
    stream_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Bytes of a ToUnicode map; the largest honest one (all of Unicode) stays below.
_MAP_LIMIT = 4_000_000
_RANGE_LIMIT = 65_536
#: Entries of one table: a few lines of a hostile file can spell out billions.
_ENTRY_LIMIT = 300_000
#: Bytes of a font program; Chinese ones have some twenty million.
_PROGRAM_LIMIT = 60_000_000

_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|\b(begin|end)(bfchar|bfrange|codespacerange)\b")
_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}
_BOLD_NAME = re.compile(r"(?<!semi)(?<!demi)(bold|black|heavy)", re.IGNORECASE)
_BOLD_WEIGHT = 700
_FORCE_BOLD = 1 << 18


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shown glyph.

    Attributes:
        text: what it stands for; ``None`` where the file does not say.
        width: advance in text space, where 1 is the font size.
        is_notdef: whether it is the glyph that stands for "no such character".
        is_space: whether word spacing applies (a one-byte code 32).
    """

    text: str | None
    width: float
    is_notdef: bool
    is_space: bool


@dataclass(slots=True)
class Font:
    """A font resource, read once per file.

    Attributes:
        label: its name in the file without the subset tag.
        code_length: bytes per character code.
        characters: what the codes mean.
        widths: in text space, by code.
        no_glyph: codes that stand for no character.
        glyph_count: of the embedded TrueType program; ``None`` where it is not known.
        glyph_map: two bytes a code, where codes are not glyph numbers (CIDToGIDMap).
    """

    label: str
    embedded: bool
    bold: bool
    code_length: int = 1
    characters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 0.0
    no_glyph: frozenset[int] = frozenset()
    glyph_count: int | None = None
    glyph_map: bytes | None = None
    cache: dict[int, Glyph] = field(default_factory=dict)

    def glyphs(self, shown: bytes) -> Iterator[Glyph]:
        """Yield the glyphs of a string that a text operator shows."""
        length = self.code_length
        for start in range(0, len(shown) - length + 1, length):
            code = int.from_bytes(shown[start : start + length], "big")
            glyph = self.cache.get(code)
            if glyph is None:
                glyph = self.cache[code] = self._glyph(code)
            yield glyph

    def _glyph(self, code: int) -> Glyph:
        return Glyph(
            self.characters.get(code),
            self.widths.get(code, self.default_width),
            code in self.no_glyph or self._is_outside(code),
            self.code_length == 1 and code == ord(" "),
        )

    def _is_outside(self, code: int) -> bool:
        """Whether a code leads to glyph 0 or past the last glyph of the program."""
        if self.glyph_count is None:
            return False
        if self.glyph_map is not None:
            code = int.from_bytes(self.glyph_map[2 * code : 2 * code + 2], "big")
        return code == 0 or code >= self.glyph_count


def read_font(resource: object) -> Font:
    """Read a font dictionary; whatever is missing or broken is left empty."""
    if name(entry(resource, "/Subtype")) == "Type0":
        return _composite(resource)
    return _simple(resource)


def _composite(resource: object) -> Font:
    descendants = items(entry(resource, "/DescendantFonts"))
    inner = descendants[0] if descendants else None
    default = number(entry(inner, "/DW"))
    font = Font(
        label=_label(resource),
        embedded=_is_embedded(entry(inner, "/FontDescriptor")),
        bold=_is_bold(resource, entry(inner, "/FontDescriptor")),
        code_length=2,
        default_width=(1000.0 if default is None else default) / 1000,
        no_glyph=frozenset({0}),
    )
    if isinstance(program := entry(inner, "/FontDescriptor", "/FontFile2"), pikepdf.Stream):
        font.glyph_count = _glyph_count(stream_bytes(program, _PROGRAM_LIMIT))
    if isinstance(glyph_map := entry(inner, "/CIDToGIDMap"), pikepdf.Stream):
        font.glyph_map = stream_bytes(glyph_map, 2 * _RANGE_LIMIT)
    font.characters = _to_unicode(resource)
    widths = _composite_widths(items(entry(inner, "/W")))
    font.widths = dict(islice(widths, _ENTRY_LIMIT))
    return font


def _glyph_count(program: bytes) -> int | None:
    """Read the number of glyphs from the table ``maxp`` of a TrueType program."""
    for at in range(12, min(12 + 16 * 64, len(program) - 15), 16):
        if program[at : at + 4] == b"maxp":
            start = int.from_bytes(program[at + 8 : at + 12], "big")
            return int.from_bytes(program[start + 4 : start + 6], "big") or None
    return None


def _simple(resource: object) -> Font:
    subtype = name(entry(resource, "/Subtype"))
    descriptor = entry(resource, "/FontDescriptor")
    # Glyphs of a Type 3 font are measured in a space of their own, set by FontMatrix.
    matrix = numbers(entry(resource, "/FontMatrix"))
    scale = abs(matrix[0]) if subtype == "Type3" and len(matrix) == 6 else 0.001
    first = integer(entry(resource, "/FirstChar")) or 0
    missing = number(entry(descriptor, "/MissingWidth")) or 0.0
    names = glyph_names(entry(resource, "/Encoding"))
    font = Font(
        label=_label(resource),
        embedded=subtype == "Type3" or _is_embedded(descriptor),
        bold=_is_bold(resource, descriptor),
        default_width=missing * scale,
        no_glyph=frozenset(code for code, glyph in names.items() if glyph == ".notdef"),
    )
    widths = items(entry(resource, "/Widths"))[:256]
    font.widths = {first + i: (number(width) or 0.0) * scale for i, width in enumerate(widths)}
    font.characters = _by_encoding(entry(resource, "/Encoding"), names) | _to_unicode(resource)
    return font


def _label(resource: object) -> str:
    written = name(entry(resource, "/BaseFont")) or name(entry(resource, "/Name")) or "without name"
    return written[7:] if written[6:7] == "+" else written


def _is_embedded(descriptor: object) -> bool:
    keys = ("/FontFile", "/FontFile2", "/FontFile3")
    return any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in keys)


def _is_bold(resource: object, descriptor: object) -> bool:
    weight = number(entry(descriptor, "/FontWeight"))
    flags = integer(entry(descriptor, "/Flags")) or 0
    named = bool(_BOLD_NAME.search(_label(resource)))
    return named or (weight or 0) >= _BOLD_WEIGHT or bool(flags & _FORCE_BOLD)


def _composite_widths(written: list[object]) -> Iterator[tuple[int, float]]:
    """Undo both forms of W: ``c [w1 w2 ...]`` and ``first last w`` (9.7.4.3)."""
    at = 0
    while at + 1 < len(written):
        first, second = integer(written[at]), written[at + 1]
        if first is None:
            return
        if isinstance(second, pikepdf.Array):
            yield from ((first + i, width / 1000) for i, width in enumerate(numbers(second)))
            at += 2
            continue
        last, width = integer(second), number(written[at + 2]) if at + 2 < len(written) else None
        if last is None or width is None or last - first > _RANGE_LIMIT:
            return
        yield from ((code, width / 1000) for code in range(first, last + 1))
        at += 3


def _by_encoding(encoding: object, names: dict[int, str]) -> dict[int, str]:
    """Return what the codes mean where no ToUnicode says it: by encoding and glyph names."""
    base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    codec = _ENCODINGS.get(base)
    table: dict[int, str] = {}
    if codec:
        decoded = ((code, bytes([code]).decode(codec, "ignore")) for code in range(32, 256))
        table = {code: character for code, character in decoded if character}
    for code, glyph in names.items():
        meaning = unicode_of_glyph_name(glyph) if glyph != ".notdef" else ""
        if meaning:
            table[code] = meaning
        else:
            table.pop(code, None)
    return table


def _to_unicode(resource: object) -> dict[int, str]:
    stream = entry(resource, "/ToUnicode")
    return read_to_unicode(stream_bytes(stream, _MAP_LIMIT)) if is_dictionary(stream) else {}


def read_to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode map: character code to text.

    Source: ISO 32000-1, 9.10.3; Adobe Technical Note 5014 for the syntax of bfchar and bfrange.
    """
    table: dict[int, str] = {}
    left = _ENTRY_LIMIT
    kind, operands, listed = "", list[bytes | list[bytes]](), None
    for match in _TOKEN.finditer(cmap):
        hexadecimal, opens, closes, edge, section = match.groups()
        if edge:
            kind = section.decode() if edge == b"begin" and section[:2] == b"bf" else ""
            operands, listed = [], None
        elif opens:
            listed = list[bytes]()
        elif closes and listed is not None:
            operands.append(listed)
            listed = None
        elif hexadecimal is not None and kind:
            (operands if listed is None else listed).append(_from_hex(hexadecimal))
        if left <= 0:
            break
        if listed is None and len(operands) == (2 if kind == "bfchar" else 3):
            left -= _enter(table, operands)
            operands = []
    return table


def _from_hex(digits: bytes) -> bytes:
    compact = b"".join(digits.split()).decode()
    return bytes.fromhex(compact + "0" * (len(compact) % 2))


def _enter(table: dict[int, str], operands: list[bytes | list[bytes]]) -> int:
    """Enter ``<code> <text>``, ``<first> <last> <text>`` or ``<first> <last> [<text> ...]``.

    Returns:
        how many codes were entered, at least 1.
    """
    first, last, target = operands[0], operands[-2], operands[-1]
    if not isinstance(first, bytes) or not isinstance(last, bytes):
        return 1
    low, high = int.from_bytes(first, "big"), int.from_bytes(last, "big")
    if isinstance(target, list):
        table.update({low + i: _utf16(item) for i, item in enumerate(target[: high - low + 1])})
        return len(target) + 1
    codes = range(low, min(high, low + _RANGE_LIMIT) + 1)
    table.update({code: _utf16(_counted_up(target, code - low)) for code in codes})
    return len(codes) + 1


def _counted_up(target: bytes, by: int) -> bytes:
    if not by:
        return target
    return target[:-2] + ((int.from_bytes(target[-2:], "big") + by) % 65_536).to_bytes(2, "big")


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
