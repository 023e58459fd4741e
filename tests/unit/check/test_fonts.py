"""Fonts must be inside the file, and every printed character must say what it is."""

from __future__ import annotations

import pikepdf
import pytest

from tests.damage import wounds
from tests.unit.check.conftest import Case, Damage


def _take_program(pdf: pikepdf.Pdf) -> None:
    for font in wounds.fonts(pdf):
        del font.DescendantFonts[0].FontDescriptor.FontFile3


def _take_map(pdf: pikepdf.Pdf) -> None:
    for font in wounds.fonts(pdf):
        del font.ToUnicode


def _show_notdef(pdf: pikepdf.Pdf) -> None:
    wounds.content(pdf, b"<0001", b"<00000001")


def _lose_character(pdf: pikepdf.Pdf) -> None:
    for font in wounds.fonts(pdf):
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(cmap.replace(b"<0041>", b"<FFFD>"))


def _make_private(pdf: pikepdf.Pdf) -> None:
    for font in wounds.fonts(pdf):
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(cmap.replace(b"<0041>", b"<E041>"))


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_take_program, "K-040"),
        (_take_map, "K-041"),
        (_show_notdef, "K-042"),
        (_lose_character, "K-043"),
        (_make_private, "K-044"),
    ],
)
def test_a_problem_of_a_font_is_found(ua1: Case, damage: Damage, code: str) -> None:
    found = [fault for fault in ua1.faults(damage) if fault.code == code]
    assert found
    assert all(fault.page for fault in found)
