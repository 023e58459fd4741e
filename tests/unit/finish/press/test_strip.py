"""What a press cannot print is gone, and nothing that is drawn."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from publish.finish.press.strip import strip, without_marked_content

TAGGED = b"""/P <</MCID 0>> BDC q 1 0 0 rg 0 0 9 9 re f Q
/Span <</ActualText (x)>> BDC /Artifact BMC 0 g EMC EMC
/Here MP /There <</A 1>> DP
EMC
"""


@pytest.fixture
def pdf():
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(100, 100))
        page = made.pages[0].obj
        form = made.make_stream(TAGGED)
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.StructParents, form.PieceInfo = 3, Dictionary()
        page.Resources = Dictionary(
            XObject=Dictionary(F=form), Properties=Dictionary(MC0=Dictionary())
        )
        page.Contents = Array([made.make_stream(TAGGED), made.make_stream(b"/F Do")])
        page.TrimBox = Array([0, 0, 100, 100])
        page.StructParents, page.Tabs = 0, Name.S
        page.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))])
        page.AA = Dictionary()
        root = made.Root
        root.Lang = String("fr")
        for key in ("StructTreeRoot", "MarkInfo", "AcroForm", "Outlines", "Names", "Dests"):
            root[f"/{key}"] = Dictionary()
        root.AF, root.OpenAction = Array([]), Array([])
        strip(made)
        yield made


def test_the_catalogue_keeps_pages_and_language_alone(pdf):
    assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang"}


def test_a_page_keeps_its_drawing_and_its_boxes_alone(pdf):
    keys = set(pdf.pages[0].obj.keys())
    assert keys == {"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/TrimBox"}


def test_operators_of_marked_content_are_gone_and_the_others_there(pdf):
    drawn = [str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0].obj)]
    assert drawn == ["q", "rg", "re", "f", "Q", "g", "Do"]


def test_forms_are_cleaned_too(pdf):
    form = pdf.pages[0].obj.Resources.XObject.F
    drawn = [str(one.operator) for one in pikepdf.parse_content_stream(form)]
    assert drawn == ["q", "rg", "re", "f", "Q", "g"]
    assert "/StructParents" not in form
    assert "/PieceInfo" not in form
    assert "/Properties" not in pdf.pages[0].obj.Resources


def test_words_that_look_like_operators_stay(pdf):
    stream = pdf.make_stream(b"BT /F1 9 Tf (EMC BDC) Tj ET")
    drawn = without_marked_content(stream)
    assert b"(EMC BDC)" in drawn
