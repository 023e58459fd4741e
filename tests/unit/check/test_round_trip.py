"""Each planted damage must be caught, with the right code and the author's line."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Name, String

from publish.pdf import Content, Origin
from tests.damage import wounds
from tests.unit.check.conftest import Case, Damage
from tests.unit.check.sample import element
from tests.unit.check.tagged_file import tagged_file


def test_a_good_file_is_good(case: Case) -> None:
    assert case.faults() == []


def _swap_rows(pdf: pikepdf.Pdf) -> None:
    wounds.swap(wounds.nodes(pdf, "TBody")[0], 0, 1)


def _lose_language(pdf: pikepdf.Pdf) -> None:
    del wounds.nodes(pdf, "Span")[0].Lang


def _change_language(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "Span")[0].Lang = String("de")


def _lose_expansion(pdf: pikepdf.Pdf) -> None:
    del wounds.nodes(pdf, "Span")[1].E


def _change_one_character(pdf: pikepdf.Pdf) -> None:
    for font in wounds.fonts(pdf):
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(cmap.replace(b"<0047>", b"<0043>"))  # G becomes C


def _lose_a_space(pdf: pikepdf.Pdf) -> None:
    paragraph = wounds.nodes(pdf, "P")[1]
    number = int(wounds.kids(paragraph)[0].MCID)
    stream = pdf.pages[0].obj.Contents.read_bytes()
    start = stream.index(f"<</MCID {number}>> BDC".encode())
    end = stream.index(b"> Tj", start)  # the last character of “Le ” is a space
    pdf.pages[0].obj.Contents = pdf.make_stream(stream[: end - 4] + stream[end:])


def _lose_content(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "P")[-1].K = Array([])


def _lose_element(pdf: pikepdf.Pdf) -> None:
    document = wounds.nodes(pdf, "Document")[0]
    document.K = Array(wounds.kids(document)[:-1])


def _move_heading(pdf: pikepdf.Pdf) -> None:
    wounds.swap(wounds.nodes(pdf, "Document")[0], 2, 3)


def _move_heading_elsewhere(pdf: pikepdf.Pdf) -> None:
    document, quote = wounds.nodes(pdf, "Document")[0], wounds.nodes(pdf, "LBody")[1]
    heading = wounds.nodes(pdf, "H2")[1]
    document.K = Array([kid for kid in wounds.kids(document) if kid.objgen != heading.objgen])
    heading.P = quote
    quote.K = Array([*wounds.kids(quote), heading])


def _change_role(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "H2")[0].S = Name.P


def _change_alternate(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "Figure")[0].Alt = String("Graphique en baisse")


def _lose_picture(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "Figure")[0].K = Array([])


def _lose_scope(pdf: pikepdf.Pdf) -> None:
    del wounds.attribute(wounds.nodes(pdf, "TH")[0], "/Scope")["/Scope"]


def _lose_header(pdf: pikepdf.Pdf) -> None:
    attributes = wounds.attribute(wounds.nodes(pdf, "TD")[0], "/Headers")
    attributes["/Headers"] = Array(list(attributes["/Headers"])[:1])


def _lose_span(pdf: pikepdf.Pdf) -> None:
    wounds.attribute(wounds.nodes(pdf, "TD")[-1], "/ColSpan")["/ColSpan"] = 2


def _lose_numbering(pdf: pikepdf.Pdf) -> None:
    del wounds.nodes(pdf, "L")[0].A


def _retarget(pdf: pikepdf.Pdf) -> None:
    annotation = next(a for a in pdf.pages[0].obj.Annots if a.get("/Dest") == String("s2"))
    annotation.Dest = String("s1")


def _retarget_uri(pdf: pikepdf.Pdf) -> None:
    annotation = next(a for a in pdf.pages[0].obj.Annots if "/A" in a)
    annotation.A.URI = String("https://example.org/autre")


def _move_destination(pdf: pikepdf.Pdf) -> None:
    listed = wounds.names(pdf)
    at = next(i for i in range(0, len(listed), 2) if str(listed[i]) == "s2")
    listed[at + 1] = Array([pdf.pages[0].obj, Name.XYZ, 50, 20, 0])


def _lose_link(pdf: pikepdf.Pdf) -> None:
    link = wounds.nodes(pdf, "Link")[-1]
    annotation = wounds.kids(link)[-1].Obj
    page = pdf.pages[0].obj
    page.Annots = Array([a for a in page.Annots if a.objgen != annotation.objgen])
    link.K = Array(wounds.kids(link)[:-1])


def _swap_notes(pdf: pikepdf.Pdf) -> None:
    paragraph = wounds.nodes(pdf, "P")[2]
    below = wounds.kids(paragraph)
    places = [i for i, kid in enumerate(below) if wounds.role(kid) in ("Note", "FENote")]
    wounds.swap(paragraph, *places)


def _make_artifact(pdf: pikepdf.Pdf) -> None:
    wounds.to_artifact(pdf, wounds.nodes(pdf, "P")[-1])


def _reverse_arabic(pdf: pikepdf.Pdf) -> None:
    paragraph = wounds.nodes(pdf, "P")[3]
    number = int(wounds.kids(paragraph)[0].MCID)
    stream = pdf.pages[0].obj.Contents.read_bytes()
    start = stream.index(b"<", stream.index(f"<</MCID {number}>> BDC".encode()) + 20) + 1
    end = stream.index(b">", start)
    codes = [stream[i : i + 4] for i in range(start, end, 4)]
    changed = stream[:start] + b"".join(reversed(codes)) + stream[end:]
    pdf.pages[0].obj.Contents = pdf.make_stream(changed)


def _lose_direction(pdf: pikepdf.Pdf) -> None:
    del wounds.nodes(pdf, "P")[3].A


@pytest.mark.parametrize(
    ("damage", "code", "line"),
    [
        (_swap_rows, "K-022", 25),
        (_lose_language, "K-025", 7),
        (_change_language, "K-025", 7),
        (_lose_expansion, "K-027", 7),
        (_change_one_character, "K-023", 3),
        (_lose_a_space, "K-023", 7),
        (_lose_content, "K-023", 32),
        (_lose_element, "K-020", 32),
        (_move_heading, "K-022", 7),
        (_move_heading_elsewhere, "K-022", 12),
        (_change_role, "K-024", 5),
        (_change_alternate, "K-026", 20),
        (_lose_picture, "K-037", 20),
        (_lose_scope, "K-028", 23),
        (_lose_header, "K-029", 24),
        (_lose_span, "K-030", 26),
        (_lose_numbering, "K-031", 14),
        (_retarget, "K-032", 30),
        (_retarget_uri, "K-032", 30),
        (_move_destination, "K-032", 30),
        (_lose_link, "K-032", 30),
        (_swap_notes, "K-022", 8),
        (_make_artifact, "K-023", 32),
        (_reverse_arabic, "K-023", 10),
        (_lose_direction, "K-036", 10),
    ],
)
def test_damage_is_caught_with_the_author_s_line(
    case: Case, damage: Damage, code: str, line: int
) -> None:
    faults = [fault for fault in case.faults(damage) if fault.code == code]
    assert faults
    assert any(fault.place is not None and fault.place.line == line for fault in faults)


def test_damage_is_told_once_and_not_in_every_element_around(ua1: Case) -> None:
    assert ua1.codes(_lose_language) == ["K-025"]
    assert ua1.codes(_change_alternate) == ["K-026"]
    assert ua1.codes(_swap_rows) == ["K-022"]
    assert len(ua1.faults(_lose_a_space)) == 1


def test_the_fault_shows_both_texts_around_the_difference(ua1: Case) -> None:
    (fault,) = ua1.faults(_lose_a_space)
    assert "“Le Steering Group" in fault.detail
    assert "“LeSteering Group" in fault.detail


def test_an_element_that_the_text_does_not_have_is_reported(case: Case) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        document = wounds.nodes(pdf, "Document")[0]
        extra = pdf.make_indirect(
            pikepdf.Dictionary(S=Name.P, P=document, K=Array([]), NS=document.get("/NS"))
            if "/NS" in document
            else pikepdf.Dictionary(S=Name.P, P=document, K=Array([]))
        )
        document.K = Array([*wounds.kids(document), extra])

    assert case.codes(add) == ["K-021"]


def test_a_reference_to_the_wrong_note_is_reported_in_pdf_2() -> None:
    case = Case("ua-2")

    def cross(pdf: pikepdf.Pdf) -> None:
        first, second = wounds.nodes(pdf, "FENote")
        first.Ref, second.Ref = second.Ref, first.Ref

    assert case.codes(cross) == ["K-033"]


def test_a_role_in_the_wrong_namespace_is_reported() -> None:
    case = Case("ua-2")

    def misplace(pdf: pikepdf.Pdf) -> None:
        wounds.nodes(pdf, "Reference")[0].NS = wounds.nodes(pdf, "P")[0].NS

    assert case.codes(misplace) == ["K-013", "K-024"]


def test_text_of_the_style_sheet_may_be_anything_while_it_is_not_known(ua1: Case) -> None:
    for label in ua1.plan.tree.elements():
        if label.role == "Lbl":
            label.kids = [Content("", Origin.GENERATED)]
    assert ua1.faults() == []


def test_soft_hyphens_and_kinds_of_space_make_no_difference(ua1: Case) -> None:
    paragraph = ua1.plan.tree.kids[-1]
    paragraph.kids = [Content("  Fin\u00a0du \n te\u00adx\u200bte. ")]
    assert ua1.faults() == []


def test_composed_and_decomposed_letters_are_the_same(ua1: Case) -> None:
    ua1.plan.tree.kids[0].kids = [Content("Appel commun")]
    ua1.plan.tree.kids[1].kids = [Content("New York/Gene\u0300ve, le 24 juin 2022")]
    assert ua1.faults() == []


def test_a_file_without_tree_is_one_fault_of_the_structure(ua1: Case) -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    assert ua1.codes(strip)[:1] == ["K-004"]
    assert "K-020" in ua1.codes(strip)


def test_long_tables_are_compared_in_reasonable_time() -> None:
    import time

    case = Case("ua-1")
    body = next(e for e in case.plan.tree.elements() if e.role == "TBody")
    body.kids = [element("TR", element("TD", str(n)), line=n) for n in range(3000)]
    began = time.process_time()
    assert len(case.faults()) > 0
    assert time.process_time() - began < 20


def test_words_drawn_in_one_picture_of_many_are_not_taken_for_text() -> None:
    """A drawing of a mark may hold letters; what stands for it is its alternate text."""
    case = Case("ua-1")
    marks = element("L", numbering="Disc")
    for number in range(3):
        picture = element("Figure", line=30, alternate=f"Mark {number}")
        picture.kids = [Content("ABC") if number == 1 else Content("", Origin.PICTURE)]
        marks.kids.append(element("LI", element("LBody", picture)))
    case.plan.tree.kids.insert(1, marks)
    drawn = tagged_file(case.plan, case.profile)
    for picture in case.plan.tree.elements():
        if picture.role == "Figure":
            picture.kids = [Content("", Origin.PICTURE)]
    case.pdf = drawn
    assert case.faults() == []


def test_a_lost_name_is_reported(ua1: Case) -> None:
    ua1.plan.tree.kids[4].title = "Sources"  # type: ignore[union-attr]
    assert ua1.codes() == ["K-034"]


def test_another_identifier_of_a_note_is_reported(ua1: Case) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        wounds.nodes(pdf, "Note")[0].ID = String("other")

    assert {"K-032", "K-035"} & set(ua1.codes(rename)) == {"K-035"}
