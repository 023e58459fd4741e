"""What the content streams say is decoded as a reader would decode it."""

from __future__ import annotations

import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from publish.check.drawing import Drawing, Painted, Shown
from publish.check.font import read_font, read_to_unicode
from publish.check.objects import TooMuch
from publish.check.page_walk import read_drawing


def draw(content: bytes, *, resources: dict[str, object] | None = None) -> Drawing:
    """Read one page with some content; font F has one-byte codes in WinAnsiEncoding."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    simple = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name.Test,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=32,
        Widths=Array([500] * 224),
    )
    page.Contents = _packed(pdf, content)
    page.Resources = Dictionary({"/Font": Dictionary(F=simple), **(resources or {})})
    return read_drawing(pdf)


def _packed(pdf: pikepdf.Pdf, content: bytes) -> pikepdf.Object:
    return pikepdf.Stream(pdf, zlib.compress(content), Filter=Name.FlateDecode)


def texts(drawing: Drawing) -> list[str]:
    return [sequence.text for sequence in drawing.marks.sequences.values()]


def test_a_simple_font_is_read_by_its_encoding() -> None:
    drawing = draw(b"/P <</MCID 0>> BDC BT /F 10 Tf (caf\\351 \\226) Tj ET EMC")
    assert texts(drawing) == ["café –"]


def test_differences_are_read_by_glyph_names() -> None:
    font = read_font(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Test,
            Encoding=Dictionary(Differences=Array([65, Name("/eacute"), Name("/f_i"), Name.B])),
        )
    )
    assert [glyph.text for glyph in font.glyphs(b"ABC")] == ["é", "fi", "B"]


def test_all_forms_of_a_unicode_map_are_read() -> None:
    cmap = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
    2 beginbfchar <0001> <0041> <0002><00660069> endbfchar
    2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <D83DDE00>] endbfrange"""
    assert read_to_unicode(cmap) == {
        1: "A", 2: "fi", 16: "a", 17: "b", 18: "c", 32: "x", 33: "😀",
    }  # fmt: skip


def test_replacement_text_speaks_once_and_the_outer_one_wins() -> None:
    drawing = draw(
        b"/P <</MCID 0>> BDC BT /F 10 Tf /Span <</ActualText (one)>> BDC (a) Tj "
        b"/Span <</ActualText (two)>> BDC (b) Tj EMC (c) Tj EMC (d) Tj ET EMC"
    )
    assert texts(drawing) == ["oned"]


def test_replacement_text_in_utf_16_and_by_named_properties() -> None:
    drawing = draw(
        b"/P <</MCID 0>> BDC BT /F 10 Tf /Span /N BDC (zzz) Tj EMC ET EMC",
        resources={"/Properties": Dictionary(N=Dictionary(ActualText=String("نص")))},
    )
    assert texts(drawing) == ["نص"]


def test_artifacts_are_heard_by_nobody() -> None:
    drawing = draw(b"/Artifact <</Type /Pagination>> BDC BT /F 10 Tf (7) Tj ET EMC")
    assert drawing.marks.artifacts == [(1, "7")]
    assert drawing.marks.loose == []


def test_replacement_text_speaks_in_artifacts_too() -> None:
    drawing = draw(b"/Artifact <</ActualText (seven)>> BDC BT /F 10 Tf (7) Tj ET EMC")
    assert drawing.marks.artifacts == [(1, "seven")]


def test_pictures_and_paths_outside_marks_are_loose() -> None:
    drawing = draw(b"0 0 5 5 re f BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI BT /F 10 Tf (x) Tj ET")
    assert [loose.kind for loose in drawing.marks.loose] == ["drawing", "picture", "text"]


def test_a_path_that_is_not_painted_is_no_content() -> None:
    assert draw(b"0 0 5 5 re W n").marks.loose == []


def test_the_state_of_a_page_reaches_into_a_form_and_not_back() -> None:
    pdf = pikepdf.new()
    form = pdf.make_stream(
        b"0 0 1 1 re f 1 0 0 rg", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1]
    )
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    page.Resources = Dictionary(XObject=Dictionary(X=form))
    page.Contents = pdf.make_stream(b"0 0 1 rg 2 0 0 2 10 10 cm /X Do 0 0 1 1 re f")
    first, second = (item for item in read_drawing(pdf).items if isinstance(item, Painted))
    assert first.colour == second.colour == (0, 0, 1)
    assert first.outline.box.left == 10
    assert first.outline.box.right == 12


def test_sizes_and_places_are_those_on_the_page() -> None:
    drawing = draw(b"2 0 0 2 0 0 cm BT /F 9 Tf 1 0 0 1 5 6 Tm [(a) -1000 (b)] TJ ET")
    (shown,) = (item for item in drawing.items if isinstance(item, Shown))
    assert shown.size == 18
    assert shown.line == ((10, 12), (10 + 2 * (4.5 + 9 + 4.5), 12))


def test_a_form_that_holds_itself_is_refused() -> None:
    pdf = pikepdf.new()
    form = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    page = pdf.add_blank_page().obj
    page.Resources = Dictionary(XObject=Dictionary(X=form))
    page.Contents = pdf.make_stream(b"/X Do")
    with pytest.raises(TooMuch, match="holds itself"):
        read_drawing(pdf)


def test_forms_that_multiply_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten calls on each of many levels are more steps than the age of the universe."""
    monkeypatch.setattr("publish.check.page_walk._STEP_LIMIT", 20_000)
    pdf = pikepdf.new()
    inner = pdf.make_stream(b"n", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    for _ in range(20):
        outer = pdf.make_stream(
            b"/X Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1]
        )
        outer.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner = outer
    page = pdf.add_blank_page().obj
    page.Resources = Dictionary(XObject=Dictionary(X=inner))
    page.Contents = pdf.make_stream(b"/X Do")
    with pytest.raises(TooMuch, match="more than any honest text"):
        read_drawing(pdf)


def test_a_stream_that_grows_a_thousandfold_is_refused() -> None:
    with pytest.raises(TooMuch, match="more than 24 MB"):
        draw(b" " * 30_000_000)
