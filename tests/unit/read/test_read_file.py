from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from publish.read import file
from publish.read.findings import Findings


def read(folder: Path, content: bytes, *, html: bool = False) -> tuple[str | None, list[str]]:
    path = folder / "text"
    path.write_bytes(content)
    findings = Findings("text")
    text = file.read(path, findings, html=html)
    return text and text.text, [f"{fault.code}:{fault.place.line}" for fault in findings.faults]


def test_line_ends_become_line_feeds_and_the_byte_order_mark_goes(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa\r\nb\rc\n") == ("a\nb\nc\n", [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "\ufeffÉté\n".encode(encoding)) == ("Été\n", [])


def test_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"a\r\n")

    text = file.read(path, Findings("text"))

    assert text is not None
    assert text.sha256 == hashlib.sha256(b"a\r\n").hexdigest()


def test_html_without_declaration_is_utf_8(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>Été".encode(), html=True) == ("<p>Été", [])
    assert read(tmp_path, "<p>Été".encode("cp1252"), html=True) == (None, ["R-007:1"])


@pytest.mark.parametrize("name", ["windows-1252", "ISO-8859-1", "latin1"])
def test_html_in_windows_1252_only_where_declared(tmp_path: Path, name: str) -> None:
    page = f'<meta charset="{name}"><p>Été “”'.encode("cp1252")

    assert read(tmp_path, page, html=True) == (page.decode("cp1252"), [])
    assert read(tmp_path, page, html=False) == (None, ["R-007:1"])


def test_other_declared_encodings_are_refused(tmp_path: Path) -> None:
    page = b'<!doctype html>\n<meta charset="shift_jis"><p>x'

    assert read(tmp_path, page, html=True) == (None, ["R-007:2"])


def test_a_declaration_in_a_comment_is_none(tmp_path: Path) -> None:
    page = '<!-- <meta charset="shift_jis"> --><p>Été'

    assert read(tmp_path, page.encode(), html=True) == (page, [])


def test_characters_that_cannot_be_shown_are_said_and_taken_out(tmp_path: Path) -> None:
    assert read(tmp_path, b"a\x01\nb\n\x7fc") == ("a\nb\nc", ["R-009:1", "R-009:3"])


def test_many_such_characters_are_said_once_more(tmp_path: Path) -> None:
    _, codes = read(tmp_path, b"a\x01\n" * 500)

    assert len(codes) == 21


def test_marks_of_direction_stay(tmp_path: Path) -> None:
    text = "\u200fنص\u200e a\u00adb\u202f!"

    assert read(tmp_path, text.encode()) == (text, [])
