from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.finish.press.colours.operators import name, number, numbers, operation, operations


@pytest.mark.parametrize(
    "content",
    [
        b"q 1 0 0 rg 0 0 5 5 re f Q",
        b"",
        b"  \n",
        b"BT /F1 9 Tf [<0041>-20(a\\)b)] TJ T* (x) ' ET",
        b"/Span <</MCID 0 /E (a\\(b)>> BDC EMC % 1 0 0 rg\nn",
        b"1 0 0 rg% comment\r0 g",
        b"f*b*B*",
    ],
)
def test_what_is_cut_can_be_joined_again(content):
    assert b"".join(operands + operator for operands, operator in operations(content)) == content


def test_operators_are_found_without_blanks_between():
    cut = operations(b"q/X gs(a rg)Tj[1 2]0 d/rg cs Q")
    assert [operator for _, operator in cut if operator] == [
        b"q",
        b"gs",
        b"Tj",
        b"d",
        b"cs",
        b"Q",
    ]


def test_inline_images_and_nested_brackets_are_left_to_qpdf():
    found = operations(b"(a(1 0 0 rg)c) Tj BI /W 1 /H 1 /BPC 8 /CS /G ID r EI Q")
    assert [operator[:2] for _, operator in found] == [b"Tj", b"BI", b"Q"]
    assert b"1 0 0 rg" in found[0][0]


def test_operands_are_read_when_asked_for():
    assert numbers(b"\n% 7\n .5 -1. +2 /P1 ") == [0.5, -1.0, 2.0]
    assert numbers(b" 1--2 ") == [1.0]
    assert name(b" 1 /A#20b ") == "/A b"
    assert name(b" 1 2 ") == ""


def test_numbers_are_short():
    assert number(0.5) == b"0.5"
    assert number(-0.00001) == b"0"
    assert number(100) == b"100"
    assert operation((1, 0.25), b"k") == b"\n1 0.25 k"


@given(st.binary(max_size=60))
def test_no_bytes_bring_it_down(content):
    import pikepdf

    try:
        found = operations(content)
    except pikepdf.PdfError:
        return
    assert isinstance(found, list)
