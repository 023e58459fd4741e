"""Trim, bleed and sheet."""

from __future__ import annotations

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from publish.finish.press.sheet.boxes import MM, Box, Sheet, place_boxes
from publish.finish.press.sheet.place import place_pages
from publish.model.press import Press

lengths = st.floats(0, 100)


@given(st.floats(10, 2000), st.floats(10, 2000), lengths, lengths)
def test_trim_lies_in_bleed_and_bleed_in_the_sheet_whose_origin_is_zero(width, height, bleed, slug):
    sheet = Sheet.around(width, height, bleed=bleed, slug=slug)
    assert (sheet.media.x0, sheet.media.y0) == (0, 0)
    assert sheet.bleed.cut(sheet.media.grown(1e-6)) == sheet.bleed
    assert sheet.trim.cut(sheet.bleed) == sheet.trim
    assert abs(sheet.trim.width - width) < 1e-6


def test_corners_may_be_written_in_any_order():
    assert Box.of([30, 40, 10, 20]) == Box(10, 20, 30, 40)


def test_no_other_boxes_stay():
    page = Dictionary(CropBox=Array([0, 0, 1, 1]), ArtBox=Array([0, 0, 1, 1]))
    place_boxes(page, Sheet.around(100, 200, bleed=10, slug=30))
    assert [float(value) for value in page.TrimBox] == [30, 30, 130, 230]
    assert [float(value) for value in page.BleedBox] == [20, 20, 140, 240]
    assert set(page.keys()) == {"/MediaBox", "/BleedBox", "/TrimBox"}


def placed(press: Press) -> pikepdf.Pdf:
    """Return a page of 50 x 80 points whose origin is off, with a wrong bleed box."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(50, 80))
    page = pdf.pages[0].obj
    page.MediaBox = Array([-9, -9, 59, 89])
    page.TrimBox = Array([0, 0, 50, 80])
    page.BleedBox = Array([-10, -10, 60, 90])
    page.Contents = pdf.make_stream(b"0 0 0 1 k 0 0 9 9 re f")
    page.Resources = Dictionary()
    place_pages(pdf, press, "A job")
    return pdf


def test_a_page_becomes_a_form_that_is_clipped_at_its_bleed():
    pdf = placed(Press(bleed=5, slug=12))
    page = pdf.pages[0].obj
    body = page.Resources.XObject.Body
    bleed = round(5 * MM, 3)
    assert [float(value) for value in body.BBox] == [-bleed, -bleed, 50 + bleed, 80 + bleed]
    assert [float(value) for value in body.Matrix][4:] == [round(12 * MM, 3)] * 2
    assert body.read_bytes() == b"0 0 0 1 k 0 0 9 9 re f"
    assert page.Group.CS == Name.DeviceCMYK


def test_without_marks_there_is_the_page_alone():
    pdf = placed(Press(marks=False))
    page = pdf.pages[0].obj
    assert page.Contents.read_bytes() == b"q /Body Do Q\n"
    assert set(page.Resources.XObject.keys()) == {"/Body"}


def test_a_slug_without_room_has_no_marks():
    pdf = placed(Press(bleed=3, slug=4))
    page = pdf.pages[0].obj
    assert "/Marks" not in page.Resources.XObject
