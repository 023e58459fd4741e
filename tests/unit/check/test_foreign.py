"""Any file gets an answer in words: broken, hostile, encrypted or simply not ours."""

from __future__ import annotations

import io

import pikepdf
import pytest

from publish.check import Outcome, foreign
from tests.unit.check.conftest import Case


def only_code(pdf: bytes) -> str:
    first, *rest = foreign(pdf)
    assert all(verdict.outcome is Outcome.NOT_CHECKED for verdict in rest)
    (fault,) = first.faults
    return fault.code


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<", b"\x00" * 4096, b"PK\x03\x04"],
)
def test_what_is_no_pdf_is_told_in_words(content: bytes) -> None:
    assert only_code(content) == "K-001"
    assert "BytesIO" not in foreign(content)[0].faults[0].detail


def test_an_encrypted_file_is_told_apart() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for password in ("", "secret"):
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user=password))
        assert only_code(out.getvalue()) == "K-002"


def test_a_file_without_structure_is_read_all_the_same() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    out = io.BytesIO()
    pdf.save(out)
    codes = {fault.code for verdict in foreign(out.getvalue()) for fault in verdict.faults}
    assert {"K-004", "K-060", "K-062"} <= codes


def test_a_file_from_elsewhere_has_no_round_trip_and_no_hint_to_report_to_us() -> None:
    case = Case("ua-1")

    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot.IDTree

    verdicts = foreign(case.damaged(spoil))
    assert {verdict.check: verdict.outcome for verdict in verdicts}["round trip"] is (
        Outcome.NOT_CHECKED
    )
    hints = [fault.hint or fault.ruling.hint for v in verdicts for fault in v.faults]
    assert hints
    assert not any("mistake of ours" in hint for hint in hints)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.95])
def test_a_torn_file_never_ends_in_a_traceback(cut: float) -> None:
    pdf = Case("ua-1").pdf
    assert foreign(pdf[: int(len(pdf) * cut)])


def test_bytes_changed_anywhere_never_end_in_a_traceback() -> None:
    pdf = Case("ua-1").pdf
    for start in range(20, len(pdf), 211):
        assert foreign(pdf[:start] + b"\xff<[(/" + pdf[start + 5 :])


def test_a_file_that_asks_for_too_much_is_told_apart() -> None:
    case = Case("ua-1")

    def nest(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        form = pdf.make_stream(
            b"/X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1]
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.Resources.XObject = pikepdf.Dictionary(X=form)
        page.Contents = pdf.make_stream(b"/X Do")

    assert only_code(case.damaged(nest)) == "K-003"
