"""The bytes of a file and the text in them: size, signature, encoding, characters.

Everything that can be said without understanding the text is said here, so that no parser ever
sees a gigabyte line, half a character or a PDF renamed to .md.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.standards.rules import reading

if TYPE_CHECKING:
    from pathlib import Path

    from publish.read.findings import Findings

#: Largest file that is read, in bytes: a text of some three thousand pages.
LARGEST_FILE = 20_000_000
#: The same for HTML pages, whose parser is slower.
LARGEST_PAGE = 5_000_000
#: Longest line, in characters.
LONGEST_LINE = 1_000_000

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive or an office document (Word, Writer)",
    b"\xd0\xcf\x11\xe0": "an old office document (Word, Excel)",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich-text document (RTF)",
    b"\x7fELF": "a program",
}
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
#: What HTML pages may declare besides UTF-8; names as the WHATWG Encoding Standard groups them.
_DECLARABLE = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1252": "windows-1252",
    "cp1252": "windows-1252",
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
}
_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
#: Controls other than tab and line feed, the non-characters, and the sign for a lost character.
_NOT_SHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udfff]"
)
#: More than this of one kind is one finding: the author has to look at the file anyway.
_SHOWN_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file.

    Attributes:
        text: with line feeds only at line ends, without byte order mark.
        sha256: of the bytes as they are on disk, in hexadecimal.
    """

    text: str
    sha256: str


def read(path: Path, findings: Findings, *, html: bool = False) -> Text | None:
    """Read a file as text, or say why it cannot be read.

    Args:
        path: an existing file.
        findings: takes up the faults.
        html: whether the file may declare its encoding in a ``meta`` element.

    Returns:
        ``None`` where no text could be had; a fault then says why.
    """
    content = _content(path, findings, LARGEST_PAGE if html else LARGEST_FILE)
    if content is None or not _is_text(content, findings):
        return None
    text = _decoded(content, findings, html=html)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        findings.fault(reading.EMPTY, detail="there is only white space in it")
        return None
    if not _has_short_lines(text, findings):
        return None
    return Text(_shown(text, findings), hashlib.sha256(content).hexdigest())


def unshown(text: str) -> str:
    """Return the code point of the first character that cannot be shown, or nothing."""
    match = _NOT_SHOWN.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""


def _content(path: Path, findings: Findings, largest: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        findings.fault(reading.UNREADABLE_FILE, detail=error.strerror or type(error).__name__)
        return None
    if len(content) > largest:
        detail = f"the limit is {largest // 1_000_000} MB"
        findings.fault(reading.TOO_LARGE, detail=detail)
        return None
    if not content:
        findings.fault(reading.EMPTY)
        return None
    return content


def _is_text(content: bytes, findings: Findings) -> bool:
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            findings.fault(reading.NOT_TEXT, detail=f"it is {kind}")
            return False
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    position = content.find(b"\0")
    if position >= 0:
        line = content.count(b"\n", 0, position) + 1
        findings.fault(reading.NOT_TEXT, line, f"it holds a zero byte (byte {position + 1})")
        return False
    return True


def _decoded(content: bytes, findings: Findings, *, html: bool) -> str | None:
    encoding, start = _encoding(content, findings, html=html)
    if not encoding:
        return None
    try:
        return content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        position = start + error.start
        line = content.count(b"\n", 0, position) + 1
        column = position - (content.rfind(b"\n", 0, position) + 1) + 1
        detail = (
            f"byte {position + 1} (byte {column} of its line) is {content[position]:#04x}, "
            f"which is not {encoding.upper()}"
        )
        findings.fault(reading.WRONG_ENCODING, line, detail)
        return None


def _encoding(content: bytes, findings: Findings, *, html: bool) -> tuple[str, int]:
    """Return the name of the encoding, empty if it is not one of ours, and where text begins."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return encoding, len(mark)
    # HTML Living Standard, 4.2.5.4: the declaration stands within the first 1024 bytes.
    declared = _META_CHARSET.search(_COMMENT.sub(b"", content[:1024])) if html else None
    if declared is None:
        return "utf-8", 0
    name = declared[1].decode("ascii").lower()
    if name not in _DECLARABLE:
        line = content.count(b"\n", 0, max(content.find(declared[1]), 0)) + 1
        findings.fault(reading.WRONG_ENCODING, line, f"it declares the encoding {name}")
        return "", 0
    return _DECLARABLE[name], 0


def _has_short_lines(text: str, findings: Findings) -> bool:
    if len(text) <= LONGEST_LINE:
        return True
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            detail = f"{len(line)} characters; the limit is {LONGEST_LINE}"
            findings.fault(reading.LINE_TOO_LONG, number, detail)
            return False
    return True


def _shown(text: str, findings: Findings) -> str:
    """Return the text without the characters that cannot be shown, and say which they were."""
    if _NOT_SHOWN.search(text) is None:
        return text
    line, position = 1, 0
    for count, match in enumerate(_NOT_SHOWN.finditer(text), start=1):
        if count > _SHOWN_FINDINGS:
            findings.fault(reading.CONTROL_CHARACTER, line, "and more of them below")
            break
        line += text.count("\n", position, match.start())
        position = match.start()
        findings.fault(reading.CONTROL_CHARACTER, line, f"U+{ord(match[0]):04X}")
    return _NOT_SHOWN.sub("", text)
