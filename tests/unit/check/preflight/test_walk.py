"""What the walk says about places, sizes, colours and the way to them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from publish.check.preflight.drawing import Drawing, Fill, Group, Picture, Stroke, Text
from publish.check.preflight.frame import Budget
from publish.check.preflight.walk import read_drawing


def drawn(content: bytes, **resources: object) -> Drawing:
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 100)).obj
    page.Contents = pdf.make_stream(content)
    page.Resources = Dictionary({f"/{key}": value for key, value in resources.items()})
    saved = BytesIO()
    pdf.save(saved)
    with pikepdf.open(saved) as opened:
        return read_drawing(opened, Budget())


def test_a_shape_is_cut_by_its_clip_and_knows_its_inks() -> None:
    (event,) = drawn(b"10 10 50 50 re W n 0 0.5 0 0.1 k 2 0 0 2 0 0 cm 0 0 20 20 re f").events
    assert isinstance(event, Fill)
    assert event.box is not None
    assert (event.box.left, event.box.bottom, event.box.right, event.box.top) == (10, 10, 40, 40)
    assert event.paints[0].inks == {"Cyan": 0, "Magenta": 0.5, "Yellow": 0, "Black": 0.1}


def test_what_is_clipped_away_has_no_place() -> None:
    (event,) = drawn(b"0 0 5 5 re W n 50 50 5 5 re f").events
    assert event.box is None


def test_a_line_is_as_thin_as_its_matrix_makes_it() -> None:
    (event,) = drawn(b"0.1 0 0 0.5 0 0 cm 2 w 0 0 m 100 100 l S").events
    assert isinstance(event, Stroke)
    assert event.width == pytest.approx(0.2)


def test_overprint_of_lines_stands_for_fills_too() -> None:
    state = Dictionary(A=Dictionary(OP=True, OPM=1))
    (_, event) = drawn(b"/A gs 0 0 9 9 re f", ExtGState=state).events
    assert event.state.overprint_fill
    assert event.state.overprint_mode == 1


def test_text_has_the_size_that_is_printed_and_reaches_as_far_as_its_widths() -> None:
    font = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Boxes, FirstChar=65, LastChar=65,
        Widths=[500], Encoding=Name.WinAnsiEncoding,
    )  # fmt: skip
    content = b"BT /F 5 Tf 2 0 0 2 10 20 Tm (AAAA) Tj ET"
    (event,) = drawn(content, Font=Dictionary(F=font)).events
    assert isinstance(event, Text)
    assert event.size == pytest.approx(10)
    assert event.box is not None
    assert (event.box.left, event.box.right) == (pytest.approx(10), pytest.approx(30))
    assert event.label == "text “AAAA” in Boxes, 10 pt"


def test_a_picture_in_a_form_tells_its_resolution_and_the_way_to_it() -> None:
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    image = pdf.make_stream(bytes(100))
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 10, 10
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    form = pdf.make_stream(b"7.2 0 0 7.2 0 0 cm /Im1 Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
    form.Resources = Dictionary(XObject=Dictionary(Im1=image))
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    page.Resources = Dictionary(XObject=Dictionary(Fm1=form))
    page.Contents = pdf.make_stream(b"2 0 0 2 0 0 cm /Fm1 Do")
    group, picture = read_drawing(pdf, Budget()).events
    assert isinstance(group, Group)
    assert str(group.space) == "DeviceRGB"
    assert isinstance(picture, Picture)
    assert picture.ppi == (pytest.approx(50), pytest.approx(50))
    assert picture.object.startswith("image Im1 (")
    assert ", in form Fm1 (" in picture.object


def test_a_name_that_leads_nowhere_is_told_once() -> None:
    found = drawn(b"/X Do /X Do /G gs")
    assert found.missing == [(1, "picture or form X"), (1, "graphics state G")]
