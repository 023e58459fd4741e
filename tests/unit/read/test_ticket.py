"""Tickets: what is written is read back, and every mistake is named with its key and line."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.errors import InputFaults, StorageFailed
from publish.finish import ticket_json
from publish.model.press import Paper
from publish.model.ticket import (
    Boxes,
    Imposition,
    Part,
    PreflightSummary,
    SummaryHit,
    Ticket,
    TicketFile,
    Waiver,
    colours_of,
)
from publish.read.ticket import ticket, ticket_of

CMYK = ("Cyan", "Magenta", "Yellow", "Black")
BOXES = Boxes((1, 8), (0, 0, 234, 321), (9, 9, 225, 312), (12, 12, 222, 309))
WHOLE = Ticket(
    job="water-for-schools",
    title="De l’eau pour mille écoles",
    language="fr",
    trim=(210, 297),
    bleed=3.0,
    pages=8,
    condition="FOGRA39",
    profile_sha256="0" * 64,
    ink_limit=300,
    limits="sheetfed-coated",
    file=TicketFile("water-for-schools.fr.print.pdf", "a" * 64, 8, (BOXES,)),
    parts=(
        Part("cover", (1, 2), (*CMYK, "PANTONE 2945 C"), Paper("art, silk", 250, 0.9), "4+1/4"),
        Part("inside", (3, 8), ("Black",), Paper("offset", 90, 1.25), "1/1 K"),
    ),
    blanks=(2,),
    binding="saddle",
    edge="left",
    quantity=500,
    finishing=("folded", "stapled"),
    contact="Ana Ruiz\nprint@oma.example",
    waivers=(Waiver("G31", 3, "Ana Ruiz", "historic photograph"),),
    twin=TicketFile("water-for-schools.fr.accessible.pdf", "b" * 64),
    preflight=PreflightSummary(
        "0.1.0",
        1,
        "sheetfed-coated",
        "incomplete",
        60,
        (),
        ("G31",),
        ("P05",),
        ("G25", "P02"),
        (SummaryHit("G31", 3, "warning", "140 ppi"),),
    ),
    imposition=Imposition("saddle", 2, 2),
    symbol="OMA/2026/3",
    date=datetime.date(2026, 3, 12),
    condition_name="Offset on coated paper",
    cover_paper=Paper("art", 300, 0.8),
)
NO_DATE = "R-113 date: it must be a date between quotation marks: 2026-03-12"
NO_HASH = "R-113 profile_sha256: it must be 64 digits of a hash (0 to 9, a to f)"
NO_NAME = "R-113 twin, name: it must be the name of a file, without a folder"


def changed(**entries: object) -> bytes:
    record = json.loads(ticket_json(WHOLE)) | entries
    return json.dumps({key: value for key, value in record.items() if value is not None}).encode()


def faults(content: bytes) -> list[str]:
    with pytest.raises(InputFaults) as caught:
        ticket_of(content, "job.ticket.json")
    return [
        f"{fault.code} {fault.detail}" + (f" -> {fault.hint}" if fault.hint else "")
        for fault in caught.value.faults
    ]


def test_what_is_written_is_read_back():
    assert ticket_of(ticket_json(WHOLE), "job") == WHOLE


def test_a_ticket_with_what_is_needed_alone_is_read_back():
    small = Ticket(
        "job", "Title", "ar", (148, 210), 3, 1, "FOGRA47", "0" * 64, 300, "digital",
        TicketFile("a.pdf", "1" * 64), edge="right",
    )  # fmt: skip
    assert ticket_of(ticket_json(small), "job") == small


def test_the_same_ticket_gives_the_same_sorted_bytes():
    content = ticket_json(WHOLE)
    assert content == ticket_json(WHOLE)
    assert content.endswith(b"}\n")
    assert "De l’eau".encode() in content
    assert list(json.loads(content)) == sorted(json.loads(content))


def test_numbers_are_written_as_people_write_them():
    record = json.loads(ticket_json(WHOLE))
    assert record["trim"] == [210, 297]
    assert record["parts"][1]["paper"]["bulk"] == 1.25
    assert b"297.0" not in ticket_json(WHOLE)


def test_a_person_may_add_a_waiver_and_a_quantity():
    waiver = {"rule": "P05", "person": "Ana Ruiz", "reason": "agreed with the shop"}
    read = ticket_of(changed(waivers=[waiver], quantity=750), "job")
    assert read.quantity == 750
    assert read.waivers == (Waiver("P05", None, "Ana Ruiz", "agreed with the shop"),)


def test_an_unknown_key_is_named_with_the_nearest():
    assert faults(changed(quantitty=3)) == ["R-112 quantitty -> did you mean quantity?"]


def test_an_unknown_key_in_a_group_is_named_with_its_path():
    waiver = {"rule": "G31", "person": "A", "reason": "B", "pages": 1}
    assert faults(changed(waivers=[waiver])) == ["R-112 waivers 1, pages -> did you mean page?"]


@pytest.mark.parametrize("key", ["person", "reason", "rule"])
def test_a_waiver_without_person_or_reason_is_refused(key):
    waiver = {"rule": "G31", "person": "Ana", "reason": "agreed"}
    del waiver[key]
    assert faults(changed(waivers=[waiver])) == [f'R-114 waivers 1, {key} -> write  "{key}": …']


@pytest.mark.parametrize("value", ["", "   ", "\n"])
def test_a_waiver_by_nobody_is_refused(value):
    waiver = {"rule": "G31", "person": value, "reason": "agreed"}
    expected = "R-113 waivers 1, person: it must be text on one line, and not empty"
    assert faults(changed(waivers=[waiver])) == [expected]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"quantity": "500"}, "R-113 quantity: it must be a whole number"),
        ({"quantity": -1}, "R-113 quantity: it must be 0 or more"),
        ({"quantity": True}, "R-113 quantity: it must be a whole number"),
        ({"trim": [210]}, "R-113 trim: it has 1 entries; 2 are needed"),
        ({"trim": [0, 297]}, "R-113 trim 1: it must be more than 0"),
        ({"bleed": 1e9}, "R-113 bleed: it must be 5000 or less"),
        ({"ink_limit": 401}, "R-113 ink_limit: it must be 400 or less"),
        ({"date": "12.3.2026"}, NO_DATE),
        ({"date": 20260312}, NO_DATE),
        ({"edge": "auto"}, "R-113 edge: it must be one of 'left', 'right' or 'top'"),
        ({"profile_sha256": "A"}, NO_HASH),
        ({"contact": "x" * 2001}, "R-113 contact: it has more than 2000 characters"),
        ({"contact": "a\x1b[2J"}, "R-113 contact: it holds a sign that cannot be printed"),
        ({"parts": {}}, "R-113 parts: it must be a list: [ … ]"),
        ({"file": []}, "R-113 file: it must be a group of entries: { … }"),
        ({"twin": {"name": "../a.pdf", "sha256": "0" * 64}}, NO_NAME),
        ({"job": None}, 'R-114 job -> write  "job": …'),
        ({"version": 2}, "R-111 version 2; known is 1"),
        ({"version": True}, "R-111 version True; known is 1"),
        ({"version": None}, 'R-114 version -> write  "version": …'),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named(entries, expected):
    assert faults(changed(**entries)) == [expected]


def test_all_mistakes_are_told_at_once():
    assert len(faults(changed(quantity="5", bleed="3", colour="red"))) == 3


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"blanks": [9]}, "R-115 blanks: page 9 of 8 pages"),
        ({"pages": 12}, "R-115 pages: 12, and file, pages: 8"),
        (
            {"parts": [{"name": "inside", "pages": [3, 9], "inks": ["Black"]}]},
            "R-115 parts 1, pages: 3 to 9 of 8 pages",
        ),
        (
            {"parts": [{"name": "inside", "pages": [1, 8], "inks": ["Black"], "colours": "4/4"}]},
            "R-115 parts 1: colours 4/4, and 1 inks",
        ),
        ({"trim": [148, 210]}, "R-115 trim: 148 × 210 mm, and boxes 1: 210 × 297 mm"),
        (
            {"waivers": [{"rule": "G31", "page": 12, "person": "A", "reason": "B"}]},
            "R-115 waivers 1: page 12 of 8 pages",
        ),
    ],
)
def test_a_contradiction_is_named(entries, expected):
    assert faults(changed(**entries)) == [expected]


def test_a_fault_names_the_line():
    lines = ticket_json(WHOLE).decode().replace('"quantity": 500', '"quantity": "many"')
    with pytest.raises(InputFaults) as caught:
        ticket_of(lines.encode(), "job.ticket.json")
    place = caught.value.faults[0].place
    assert place.file == "job.ticket.json"
    assert "many" in lines.splitlines()[place.line - 1]


def test_a_fault_inside_a_list_names_the_line():
    lines = ticket_json(WHOLE).decode().replace('"person": "Ana Ruiz"', '"person": 3')
    with pytest.raises(InputFaults) as caught:
        ticket_of(lines.encode(), "job.ticket.json")
    assert '"person": 3' in lines.splitlines()[caught.value.faults[0].place.line - 1]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "R-110 Expecting value, column 1"),
        (b"{", "R-110 Expecting property name enclosed in double quotes, column 2"),
        (b"[1]", "R-110 it must be one group of entries: { … }"),
        (b"\xff\xfe", "R-110 it is no text in UTF-8"),
        (b'{"job": "a", "job": "b"}', "R-110 job stands twice in one group"),
        (b'{"bleed": NaN}', "R-110 NaN is no number"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "R-110 more than 30 groups stand inside each other"),
        (b"[" * 100_000, "R-110 more than 30 groups stand inside each other"),
        (b" " * 1_000_001, "R-110 it is larger than 1 MB"),
    ],
)
def test_what_is_no_ticket_is_refused(content, expected):
    assert faults(content) == [expected]


def test_a_ticket_that_is_not_there_says_so(tmp_path):
    with pytest.raises(StorageFailed, match="cannot be read"):
        ticket(tmp_path / "none.json")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(json.loads(ticket_json(WHOLE)))), values)
def test_no_value_escapes_as_an_exception_of_another_kind(key, value):
    try:
        ticket_of(json.dumps(json.loads(ticket_json(WHOLE)) | {key: value}).encode(), "job")
    except InputFaults as caught:
        assert caught.faults


@pytest.mark.parametrize(
    ("front", "back", "expected"),
    [
        (CMYK, CMYK, "4/4"),
        (CMYK, (), "4/0"),
        (CMYK, ("Cyan", "Black"), "4/4"),
        (CMYK, ("Black",), "4/1"),
        (("Black",), ("Black",), "1/1 K"),
        (("Black",), (), "1/0 K"),
        ((*CMYK, "PANTONE 2945 C"), CMYK, "4+1/4 PANTONE 2945 C"),
        (("Black", "Gold"), ("Black",), "1+1/1 K, Gold"),
        (("Gold",), ("Gold",), "1/1 Gold"),
        (("Cyan", "Black"), ("Black",), "2/1 CK"),
        ((), (), "0/0"),
    ],
)
def test_colours_are_written_as_print_shops_write_them(front, back, expected):
    assert colours_of(front, back) == expected
