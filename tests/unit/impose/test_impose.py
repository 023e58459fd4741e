"""Lengths on sheets, blanks, claims and faults of imposed files."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import read
from publish.errors import InputFaults, WrongCall
from publish.finish.press.sheet.boxes import MM, Box
from publish.impose import Job, impose, ticket_of
from publish.impose.files import impose_file
from publish.model.ticket import Part, Ticket, TicketFile
from publish.standards.rules import imposing as rules


def made(pdf, *args, **options):
    return impose(pdf, Job(*args, **options), label="book.pdf")


def refused(pdf, *args, **options):
    with pytest.raises(InputFaults) as caught:
        made(pdf, *args, **options)
    return caught.value.faults


def in_mm(box: Box) -> tuple[float, ...]:
    return tuple(round(value / MM, 2) for value in (box.x0, box.y0, box.x1, box.y1))


def test_64_pages_on_paper_of_a_tenth_creep_a_millimetre_and_a_half(print_file):
    flats = made(print_file(64), "saddle", thickness=0.1).flats
    outer, inmost = flats[0], flats[-1]
    left, right = outer.placed
    assert in_mm(left.at) == (12, 12, 112, 162)
    assert in_mm(right.at) == (112, 12, 212, 162)
    left, right = inmost.placed
    assert in_mm(left.at) == (13.5, 12, 113.5, 162)
    assert in_mm(right.at) == (110.5, 12, 210.5, 162)
    assert [round(x / MM, 2) for x in inmost.lines.cuts_x] == [13.5, 210.5]


def test_the_bleed_of_a_booklet_ends_at_its_fold(print_file):
    left, right = made(print_file(8), "saddle", thickness=0.2).flats[2].placed
    assert in_mm(left.clip) == (9, 9, 112, 165)
    assert in_mm(right.clip) == (112, 9, 215, 165)


def test_all_sheets_of_a_booklet_have_the_same_boxes(print_file):
    with pikepdf.open(BytesIO(made(print_file(16), "saddle", thickness=0.3).pdf)) as pdf:
        boxes = {str([*page.obj[key]]) for page in pdf.pages for key in ("/TrimBox",)}
        assert len(boxes) == 1
        assert all("/CropBox" not in page.obj for page in pdf.pages)
        assert all(page.obj.Group.CS == "/DeviceCMYK" for page in pdf.pages)


def test_what_is_milled_off_a_book_lies_between_its_pages(print_file):
    front = made(print_file(8), "perfect", signature=8, mill=3).flats[0]
    by_page = {one.page + 1: one for one in front.placed}
    assert round((by_page[1].at.x0 - by_page[8].at.x1) / MM, 2) == 6
    assert round((by_page[1].clip.x0 - by_page[8].clip.x1) / MM, 2) == 0
    assert by_page[5].turned
    assert not by_page[1].turned


def test_the_panel_that_folds_in_is_narrower_and_its_page_cut_at_the_free_edge(print_file):
    result = made(print_file(6), "roll", tuck=3)
    outside, inside = result.flats
    assert [one.page + 1 for one in outside.placed] == [5, 6, 1]
    assert [one.page + 1 for one in inside.placed] == [2, 3, 4]
    assert [round(x / MM, 1) for x in outside.lines.folds_x] == [109, 209]
    assert [round(x / MM, 1) for x in inside.lines.folds_x] == [112, 212]
    flap = outside.placed[0]
    assert in_mm(flap.at)[::2] == (9, 109)
    assert in_mm(flap.clip)[::2] == (9, 109)
    assert in_mm(inside.placed[2].at)[::2] == (212, 312)
    assert [fault.ruling for fault in result.faults] == [rules.FLAP_CUT] * 2
    assert "page 5 loses 3 mm" in str(result.faults[0])


def test_pages_as_wide_as_their_panels_lose_nothing(print_file):
    result = made(print_file(6, widths=(100, 100, 100, 98, 98, 100)), "roll")
    assert result.faults == ()


def test_an_arabic_leaflet_is_the_mirror_of_an_english_one(print_file):
    outside, inside = made(print_file(6), "roll", rtl=True).flats
    assert [one.page + 1 for one in outside.placed] == [1, 6, 5]
    assert [one.page + 1 for one in inside.placed] == [4, 3, 2]


def test_panels_of_a_z_fold_have_one_width(print_file):
    outside, _ = made(print_file(8), "z", panels=4).flats
    assert {round(one.at.width / MM, 2) for one in outside.placed} == {100}
    assert [one.page + 1 for one in outside.placed] == [6, 7, 8, 1]


def test_pages_are_missing_until_blanks_are_asked_for(print_file):
    (fault,) = refused(print_file(6), "saddle")
    assert "6 pages; saddle takes them by 4: 4 or 8 would do" in str(fault)
    result = made(print_file(6), "saddle", pad=True)
    assert result.imposition.blanks == (7, 8)
    assert result.imposition.pages == 8


def test_blanks_come_where_they_are_told_to(print_file):
    assert made(print_file(6), "saddle", pad=True, blanks_at=6).imposition.blanks == (6, 7)
    with pytest.raises(WrongCall, match="names no page"):
        made(print_file(6), "saddle", pad=True, blanks_at=9)


def test_blanks_come_before_a_cover_at_the_back(print_file):
    pdf = print_file(10)
    result = impose(pdf, Job("saddle", pad=True), label="a.pdf", ticket=ticket(pages=10))
    assert result.imposition.blanks == (9, 10)


#: What each code is about: pages, what is asked for, and the code.
CODES = [
    ({"pages": 4, "widths": (100, 100, 90, 100)}, {"scheme": "saddle"}, "I-004"),
    ({"pages": 8}, {"scheme": "saddle", "sheet": (200, 150)}, "I-006"),
    ({"pages": 5}, {"scheme": "roll"}, "I-007"),
    ({"pages": 5}, {"scheme": "cover", "inside": 240, "thickness": 0.1}, "I-008"),
    (
        {"pages": 2},
        {"scheme": "cover", "inside": 40, "thickness": 0.1, "spine_text": "A"},
        "I-014",
    ),
]


@pytest.mark.parametrize(("pages", "job", "code"), CODES, ids=[code for *_, code in CODES])
def test_what_cannot_be_imposed_has_a_code(print_file, pages, job, code):
    assert [fault.code for fault in refused(print_file(**pages), **job)] == [code]


#: What is imposed with a warning.
WARNINGS = [
    ({"pages": 6}, {"scheme": "roll"}, "I-012"),
    ({"pages": 4, "bleed": 0}, {"scheme": "saddle"}, "I-013"),
    ({"pages": 4}, {"scheme": "saddle", "sheet": (210, 160)}, "I-015"),
]


@pytest.mark.parametrize(("pages", "job", "code"), WARNINGS, ids=[code for *_, code in WARNINGS])
def test_what_is_imposed_with_a_warning_has_a_code(print_file, pages, job, code):
    assert {fault.code for fault in made(print_file(**pages), **job).faults} == {code}


def test_notes_on_a_page_are_told_and_not_printed(print_file):
    with pikepdf.open(BytesIO(print_file(4))) as pdf:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[90, 90, 120, 120], F=4
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([note])
        noted = BytesIO()
        pdf.save(noted)
    assert {fault.code for fault in made(noted.getvalue(), "saddle").faults} == {"I-011"}


def ticket(pages: int, *, sha256: str = "0" * 64) -> Ticket:
    ends = ((1, 2), (pages - 1, pages))
    cover = tuple(Part("cover", end, ("Black",), None, "1/1 K") for end in ends)
    file = TicketFile("a.print.pdf", sha256)
    return Ticket(
        job="a",
        title="A",
        language="en",
        trim=(100, 150),
        bleed=3,
        pages=pages,
        condition="FOGRA39",
        profile_sha256="1" * 64,
        ink_limit=300,
        limits="digital",
        file=file,
        parts=cover,
        edge="left",
    )


def test_the_ticket_tells_of_sheets_and_of_finished_pages(print_file):
    result = made(print_file(6), "saddle", pad=True)
    told = ticket_of(result, ticket(6), "a.print.saddle.pdf", rtl=False)
    assert told.trim == (200, 150)
    assert told.pages == 4
    assert told.imposition
    assert told.imposition.trim == (100, 150)
    assert told.imposition.blanks == (7, 8)
    assert (told.binding, told.edge) == ("saddle", "left")


def test_cards_fill_the_sheet_that_is_there(print_file):
    result = made(print_file(2, size=(85, 55)), "repeat", sheet=(320, 450))
    front, back = result.flats
    assert len(front.placed) == len(back.placed) == 21
    assert in_mm(front.boxes.media) == (0, 0, 320, 450)
    assert {one.page for one in back.placed} == {1}


def test_a_sheet_that_is_too_small_is_refused_with_what_is_needed(print_file):
    (fault,) = refused(print_file(8), "saddle", sheet=(200, 150))
    assert "206 x 156 mm" in str(fault)
    (fault,) = refused(print_file(2), "repeat", sheet=(90, 90))
    assert fault.ruling is rules.SHEET_TOO_SMALL


def test_a_sheet_without_room_for_marks_has_none_and_says_so(print_file):
    result = made(print_file(4), "saddle", sheet=(210, 160))
    assert [fault.ruling for fault in result.faults] == [rules.NO_ROOM_FOR_MARKS]
    assert b"/Marks" not in result.pdf
    assert made(print_file(4), "saddle", sheet=(210, 160), marks=False).faults == ()


def test_a_sheet_turned_head_first_has_its_back_upside_down(print_file):
    result = made(print_file(8), "n-up", grid=(2, 1), tumble=True)
    front, back = result.flats[:2]
    assert not any(one.turned for one in front.placed)
    assert all(one.turned for one in back.placed)
    # Behind page 1, which is at the left, is page 2, which is at the left when turned so.
    assert min(back.placed, key=lambda one: one.at.x0).page == 1


def test_a_cover_is_as_wide_as_its_spine_makes_it(print_file):
    result = made(
        print_file(4), "cover", inside=240, thickness=0.1, cover_thickness=0.25, spine_text="A b"
    )
    outside, inside = result.flats
    assert [one.page + 1 for one in outside.placed] == [4, 1]
    assert [one.page + 1 for one in inside.placed] == [2, 3]
    assert round(outside.boxes.trim.width / MM, 2) == 212.5
    assert outside.drawn
    assert not inside.drawn


def test_words_need_a_spine_of_six_millimetres(print_file):
    (fault,) = refused(print_file(2), "cover", inside=40, thickness=0.1, spine_text="A")
    assert "it is 2 mm wide" in str(fault)


def test_the_cover_of_an_arabic_book_has_its_front_at_the_left(print_file):
    outside = made(print_file(2), "cover", inside=240, thickness=0.1, rtl=True).flats[0]
    assert [one.page + 1 for one in sorted(outside.placed, key=lambda one: one.at.x0)] == [1, 2]


def test_a_spine_has_a_page_of_its_own_if_it_is_as_wide(print_file):
    pdf = print_file(3, widths=(100, 100, 12))
    result = made(pdf, "cover", inside=240, thickness=0.1)
    assert [one.page + 1 for one in result.flats[0].placed] == [2, 3, 1]
    (fault,) = refused(pdf, "cover", inside=200, thickness=0.1)
    assert "the page of the spine is 12 mm wide, the spine 10" in str(fault)


def test_pages_of_two_sizes_are_refused(print_file):
    (fault,) = refused(print_file(4, widths=(100, 100, 90, 100)), "saddle")
    assert "page 3 is 90 x 150 mm, page 1 is 100 x 150 mm" in str(fault)


def test_a_page_without_trim_is_refused(without_trim):
    (fault,) = refused(without_trim, "saddle")
    assert fault.code == "I-003"


def test_what_is_no_pdf_is_refused():
    (fault,) = refused(b"%PDF-1.6 and no more", "saddle")
    assert fault.code == "I-001"


@pytest.mark.parametrize(
    "wrong",
    [
        b"[0 0]",
        b"[0 0 /A 9]",
        b"(box)",
        b"[900000 0 990000 9]",
        b"[9 9 9 9]",
        b"[-9 -9 900 900]",
    ],
)
def test_trims_without_meaning_are_refused(print_file, wrong):
    with pikepdf.open(BytesIO(print_file(4))) as pdf:
        pdf.pages[2].obj.TrimBox = pikepdf.Object.parse(wrong)
        broken = BytesIO()
        pdf.save(broken)
    assert refused(broken.getvalue(), "saddle")


@pytest.fixture(scope="module")
def whole(print_file):
    return print_file(4)


@given(at=st.integers(0, 200_000), put=st.binary(max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_is_refused_or_imposed_and_nothing_else(whole, at, put):
    at %= len(whole)
    damaged = whole[:at] + put + whole[at + len(put) :]
    with suppress(InputFaults):
        made(damaged, "saddle")


def test_a_locked_file_is_refused(print_file):
    locked = BytesIO()
    with pikepdf.open(BytesIO(print_file(4))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user=""))
    (fault,) = refused(locked.getvalue(), "saddle")
    assert fault.code == "I-002"


def test_intents_and_claims_go_along(print_file):
    with pikepdf.open(BytesIO(made(print_file(4), "saddle").pdf)) as pdf:
        intents = pdf.Root.OutputIntents
        assert {str(one.S) for one in intents} == {"/GTS_PDFX", "/GTS_PDFA1"}
        assert len({one.DestOutputProfile.objgen for one in intents}) == 1
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert "PDF/X-4" in xmp
        assert "<pdf:Trapped>False</pdf:Trapped>" in xmp
        assert pdf.docinfo["/Trapped"] == "/False"
        assert pdf.pdf_version == "1.6"


def test_the_condition_is_that_of_the_press_wherever_its_intent_stands(print_file, tmp_path):
    with pikepdf.open(BytesIO(print_file(4))) as pdf:
        screen = pikepdf.Dictionary(
            S=pikepdf.Name("/GTS_PDFA1"), OutputConditionIdentifier=pikepdf.String("sRGB")
        )
        pdf.Root.OutputIntents = pikepdf.Array([7, screen, *pdf.Root.OutputIntents])
        out = BytesIO()
        pdf.save(out)
    file = tmp_path / "book.pdf"
    file.write_bytes(out.getvalue())
    written = impose_file(file, Job("saddle"), folder=None)
    assert read.ticket(written.ticket).condition == "FOGRA39"


def test_a_file_that_claims_nothing_is_imposed_with_a_warning_and_claims_nothing(print_file):
    with pikepdf.open(BytesIO(print_file(4))) as pdf:
        del pdf.Root.Metadata
        plain = BytesIO()
        pdf.save(plain)
    result = made(plain.getvalue(), "saddle")
    assert [fault.ruling for fault in result.faults] == [rules.NOT_FOR_THE_PRESS]
    assert b"GTS_PDFXVersion" not in result.pdf


def test_the_same_call_gives_the_same_bytes(print_file):
    first, second = (made(print_file(8), "saddle").pdf for _ in range(2))
    assert first == second


def test_a_page_that_lies_on_its_side_is_imposed_upright(print_file):
    with pikepdf.open(BytesIO(print_file(4))) as pdf:
        for page in pdf.pages:
            page.obj.Rotate = 90
        turned = BytesIO()
        pdf.save(turned)
    left = made(turned.getvalue(), "saddle").flats[0].placed[0]
    assert (round(left.at.width / MM), round(left.at.height / MM)) == (150, 100)


def test_the_ticket_of_another_file_is_refused_and_nothing_is_written(print_file, tmp_path):
    from publish.finish import ticket_json

    file = tmp_path / "a.print.pdf"
    file.write_bytes(print_file(4))
    (tmp_path / "a.ticket.json").write_bytes(ticket_json(ticket(4)))
    with pytest.raises(InputFaults) as caught:
        impose_file(file, Job("saddle"), folder=None)
    assert [fault.code for fault in caught.value.faults] == ["I-009"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.print.pdf", "a.ticket.json"]


def test_the_direction_comes_from_the_language_of_the_file(print_file, tmp_path):
    file = tmp_path / "a.print.pdf"
    file.write_bytes(print_file(4, language="ar"))
    written = impose_file(file, Job("saddle"), folder=tmp_path / "out")
    assert [one.page + 1 for one in written.imposed.flats[0].placed] == [1, 4]
    assert written.pdf.name == "a.print.saddle.pdf"
    assert written.ticket
    told = read.ticket(written.ticket)
    assert told.edge == "right"
    assert told.file.sha256 == hashlib.sha256(written.pdf.read_bytes()).hexdigest()


def test_the_ticket_tells_how_far_the_pages_of_a_booklet_creep(print_file):
    for scheme, expected in (("saddle", 0.15), ("perfect", 0.0)):
        imposed = impose(print_file(16), Job(scheme=scheme, thickness=0.15), label="a.pdf")
        assert imposed.imposition.creep == expected
