"""Files made to do harm to the preflight: an answer each time, soon, and never a pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from publish.check.preflight.frame import Budget
from publish.check.preflight.report import Outcome, Report, State
from publish.check.preflight.run import preflight
from publish.check.preflight.subject import Subject
from publish.check.preflight.web_report import web_report
from publish.check.preflight.wording import told
from publish.standards.limits import limits

LIMITS = limits("sheetfed-coated")
CASES = Path(__file__).resolve().parents[1] / "preflight"
#: Seconds; a slow machine under load still keeps it, an endless loop does not.
SOON = 60


def judged(pdf: bytes) -> Report:
    before = time.monotonic()
    report = preflight(pdf, limits=LIMITS, measure=False)
    assert told(report, "file.pdf")
    assert web_report(report, "file.pdf")
    assert time.monotonic() - before < SOON
    return report


def one_page(content: bytes, change: Callable[[Pdf, pikepdf.Object], None] | None = None) -> bytes:
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    page.Contents = pdf.make_stream(content)
    page.Resources = pdf.make_indirect(Dictionary())
    if change:
        change(pdf, page)
    saved = BytesIO()
    pdf.save(saved, static_id=True)
    return saved.getvalue()


def form(pdf: Pdf, content: bytes, **entries: object) -> pikepdf.Object:
    made = pdf.make_stream(content)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 200])
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


@pytest.mark.parametrize("content", [b"", b"%PDF-1.6", b"\0" * 5000, b"<!doctype html><p>no</p>"])
def test_what_is_no_pdf_fails_and_nothing_passes(content: bytes) -> None:
    report = judged(content)
    assert report.of("X00").outcome is Outcome.FAILED
    assert report.count(Outcome.PASSED) == 0


def test_forms_that_call_each_other_without_end() -> None:
    def change(pdf: Pdf, page: pikepdf.Object) -> None:
        one, other = form(pdf, b"/P Do"), form(pdf, b"/P Do")
        one.Resources = Dictionary(XObject=Dictionary(P=other))
        other.Resources = Dictionary(XObject=Dictionary(P=one))
        page.Resources.XObject = Dictionary(P=one)

    assert judged(one_page(b"/P Do", change)).of("X00").outcome is Outcome.FAILED


def test_forms_in_forms_that_draw_a_billion_times() -> None:
    def change(pdf: Pdf, page: pikepdf.Object) -> None:
        inner = form(pdf, b"0 0 1 1 re f")
        for _ in range(9):
            inner = form(pdf, b"/P Do " * 10, Resources=Dictionary(XObject=Dictionary(P=inner)))
        page.Resources.XObject = Dictionary(P=inner)

    data = one_page(b"/P Do", change)
    with pikepdf.open(BytesIO(data)) as pdf:
        subject = Subject(data, pdf, limits=LIMITS, budget=Budget(calls=500))
        assert "more drawings than any honest page" in subject.drawing.lacking[0][1]


def test_forms_nested_too_deeply() -> None:
    def change(pdf: Pdf, page: pikepdf.Object) -> None:
        inner = form(pdf, b"1 0 0 rg 0 0 1 1 re f")
        for _ in range(100):
            inner = form(pdf, b"/P Do", Resources=Dictionary(XObject=Dictionary(P=inner)))
        page.Resources.XObject = Dictionary(P=inner)

    assert judged(one_page(b"/P Do", change)).of("X20").outcome is not Outcome.PASSED


def test_patterns_masks_and_glyphs_that_hold_themselves() -> None:
    def change(pdf: Pdf, page: pikepdf.Object) -> None:
        cell = form(pdf, b"/Pattern cs /T scn 0 0 9 9 re f", Resources=page.Resources)
        cell.PatternType, cell.PaintType, cell.TilingType, cell.XStep, cell.YStep = 1, 1, 1, 9, 9
        mask = form(pdf, b"/M gs 0 0 9 9 re f", Resources=page.Resources)
        glyph = pdf.make_stream(b"9 0 d0 BT /F 9 Tf (a) Tj ET")
        page.Resources.Pattern = Dictionary(T=cell)
        page.Resources.ExtGState = Dictionary(M=Dictionary(SMask=Dictionary(S=Name.Alpha, G=mask)))
        page.Resources.Font = Dictionary(
            F=Dictionary(
                Subtype=Name.Type3,
                FontMatrix=[1, 0, 0, 1, 0, 0],
                CharProcs=Dictionary(a=glyph),
                Encoding=Dictionary(Differences=Array([97, Name.a])),
                Resources=page.Resources,
            )
        )

    drawn = b"/Pattern cs /T scn 0 0 99 99 re f /M gs BT /F 9 Tf (aa) Tj ET"
    assert judged(one_page(drawn, change)).of("X00").outcome is Outcome.FAILED


@pytest.mark.parametrize(
    "content",
    [
        b"q " * 40_000,
        b"1e38 0 0 1e38 1e38 1e38 cm " * 50 + b"0 0 1 1 re B",
        b"99999999999999999999999999999999 w 0 0 m 1e300 1e300 l S",
        b"[(a] TJ ( << >> BT /F Tf Tj ET EMC Q Q Q",
        b"/X gs /Y Do /Z sh /C cs /P scn 1 2 3 4 5 6 7 8 9 scn f",
        b"(unterminated",
        b"BI /W 99999 /H -3 ID \0\1 EI BI EI",
        b"\xff\xfe\x00" * 4000,
    ],
)
def test_contents_without_sense(content: bytes) -> None:
    judged(one_page(content))


def test_dictionaries_of_the_wrong_type_everywhere() -> None:
    keys = ("Contents", "Annots", "Group", "MediaBox", "TrimBox", "Rotate", "UserUnit", "Parent")
    kinds = ("XObject", "Font", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties")
    wrong = [5, Name.Odd, Array([Array([])]), Dictionary(A=Array([1])), pikepdf.String("x"), True]
    for value in wrong:
        for key in keys:
            judged(one_page(b"0 0 9 9 re f", partial(_with_key, key, value)))
        for kind in kinds:
            drawn = b"/C cs /G gs /F 9 Tf (a) Tj /P Do 0 0 9 9 re f"
            judged(one_page(drawn, partial(_with_resource, kind, value)))


def _with_key(key: str, value: object, pdf: Pdf, page: pikepdf.Object) -> None:
    page[f"/{key}"] = value


def _with_resource(kind: str, value: object, pdf: Pdf, page: pikepdf.Object) -> None:
    page.Resources["/Font"] = Dictionary(F=value)
    page.Resources["/ExtGState"] = Dictionary(G=Dictionary(SMask=value, Font=value))
    page.Resources[f"/{kind}"] = value


def test_a_stream_that_unpacks_to_much_more() -> None:
    import zlib

    def change(pdf: Pdf, page: pikepdf.Object) -> None:
        packed = zlib.compress(b"0 " * 40_000_000, 9)
        page.Contents.write(packed, filter=Name.FlateDecode)

    assert judged(one_page(b"", change)).of("X00").outcome is Outcome.FAILED


def test_a_used_up_budget_is_told_and_nothing_that_was_drawn_passes() -> None:
    data = one_page(b"0 0 9 9 re f " * 2_000)
    with pikepdf.open(BytesIO(data)) as pdf:
        for budget in (Budget(operators=100), Budget(seconds=-1), Budget(events=10)):
            subject = Subject(data, pdf, limits=LIMITS, budget=budget)
            assert any("not checked beyond here" in reason for _, reason in subject.drawing.lacking)


def test_names_that_would_steer_a_terminal_or_a_page() -> None:
    def change(pdf: Pdf, page: pikepdf.Object) -> None:
        page.Resources.XObject = Dictionary({"/\x1b[31m<script>": form(pdf, b"1 0 0 rg f")})

    report = judged(one_page(b"/#1b[31m<script> Do /#1b#5b31m#3cscript#3e gs", change))
    assert "\x1b" not in told(report, "file\x1b[31m.pdf")
    assert "<script>" not in web_report(report, "<script>")


@pytest.mark.parametrize("name", ["X20/fail-picture", "X50/pass-embedded", "X22/pass-two-copies"])
def test_single_bytes_turned_round(name: str) -> None:
    """Every 37th byte, one at a time: whatever breaks, an answer comes."""
    data = (CASES / f"{name}.pdf").read_bytes()
    for at in range(11, len(data), 37):
        turned = data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]
        assert preflight(turned, limits=LIMITS, measure=False).state in State


@pytest.mark.parametrize("length", [1, 9, 100, 1000, 2000, 2900])
def test_files_that_are_cut_off(length: int) -> None:
    data = (CASES / "X50/pass-embedded.pdf").read_bytes()
    judged(data[:length])
