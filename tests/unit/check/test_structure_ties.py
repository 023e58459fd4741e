"""Ties between tree and pages that do not hold are found, plan or no plan."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.damage import wounds
from tests.unit.check.conftest import Case, Damage


def _lose_way_back(pdf: pikepdf.Pdf) -> None:
    rows = pdf.Root.StructTreeRoot.ParentTree.Nums
    rows[1][0] = rows[1][1]


def _orphan(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "H1")[0].K = Array([])


def _use_twice(pdf: pikepdf.Pdf) -> None:
    first, second = wounds.nodes(pdf, "H1")[0], wounds.nodes(pdf, "P")[0]
    second.K = Array([*wounds.kids(second), wounds.kids(first)[0]])


def _unmark(pdf: pikepdf.Pdf) -> None:
    wounds.content(pdf, b"/H1 <</MCID 0>> BDC", b"")
    wounds.content(pdf, b"EMC", b"")


def _nest_artifact(pdf: pikepdf.Pdf) -> None:
    wounds.content(pdf, b"/H1 <</MCID 0>> BDC", b"/H1 <</MCID 0>> BDC /Artifact BMC")
    wounds.content(pdf, b"EMC", b"EMC EMC")


def _unbalance(pdf: pikepdf.Pdf) -> None:
    wounds.content(pdf, b"EMC", b"EMC EMC")


def _untie_annotation(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].StructParent = 0


def _stray_annotation(pdf: pikepdf.Pdf) -> None:
    stray = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9]))
    pdf.pages[0].obj.Annots.append(stray)


def _same_identifier(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "TH")[0].ID = String("c1")


def _lose_identifiers(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


def _strange_role(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "P")[0].S = Name.Absatz


def _wrong_parent(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "P")[0].P = wounds.nodes(pdf, "H1")[0]


def _circle(pdf: pikepdf.Pdf) -> None:
    paragraph = wounds.nodes(pdf, "P")[0]
    paragraph.K = Array([wounds.nodes(pdf, "Document")[0]])


def _point_past_the_page(pdf: pikepdf.Pdf) -> None:
    wounds.kids(wounds.nodes(pdf, "P")[0])[0].MCID = 9999


def _not_tagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_lose_way_back, "K-006"),
        (_orphan, "K-007"),
        (_use_twice, "K-008"),
        (_unmark, "K-009"),
        (_nest_artifact, "K-010"),
        (_untie_annotation, "K-011"),
        (_stray_annotation, "K-011"),
        (_same_identifier, "K-012"),
        (_lose_identifiers, "K-012"),
        (_strange_role, "K-013"),
        (_unbalance, "K-014"),
        (_wrong_parent, "K-005"),
        (_circle, "K-005"),
        (_point_past_the_page, "K-005"),
        (_not_tagged, "K-004"),
    ],
)
def test_a_broken_tie_is_found(case: Case, damage: Damage, code: str) -> None:
    assert code in case.codes(damage)


def test_content_outside_any_mark_is_counted_by_kind(ua1: Case) -> None:
    def draw(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        extra = b"\n0 0 10 10 re f BT /F 11 Tf <0001> Tj ET"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + extra)

    (fault,) = [fault for fault in ua1.faults(draw) if fault.code == "K-009"]
    assert "1 of text, 1 of drawing" in fault.detail
    assert fault.page == 1


def test_forms_with_marked_content_of_their_own_are_read() -> None:
    case = Case("ua-1")

    def wrap(pdf: pikepdf.Pdf) -> None:
        """Move the first page into a form XObject, as a group with opacity is written."""
        page = pdf.pages[0].obj
        form = pdf.make_stream(
            page.Contents.read_bytes(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 595, 842],
            Resources=page.Resources,
            StructParents=page.StructParents,
        )
        page.Contents = pdf.make_stream(b"/X Do")
        page.Resources = Dictionary(XObject=Dictionary(X=form))
        del page.StructParents
        for node in wounds.nodes(pdf):
            for kid in wounds.kids(node):
                if kid.get("/Type") == Name.MCR and kid.Pg.objgen == page.objgen:
                    kid.Stm = form

    assert case.codes(wrap) == []
