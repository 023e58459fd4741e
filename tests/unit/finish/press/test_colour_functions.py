from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary

from publish.finish.press.colours.calculator import calculated
from publish.finish.press.colours.functions import corners, grid, polygon, read, straight, value


@pytest.mark.parametrize(
    ("program", "place", "expected"),
    [
        (b"{ 1 exch sub }", [0.25], [0.75]),
        (b"{ dup 0.5 gt { pop 1 } { 2 mul } ifelse }", [0.3], [0.6]),
        (b"{ 1 2 3 3 1 roll }", [], [3, 1, 2]),
        (b"{ 1 2 3 3 -1 roll }", [], [2, 3, 1]),
        (b"{ 3 2 1 index 2 copy }", [], [3, 2, 3, 2, 3]),
        (b"{ true false and not { 5 } if }", [], [5]),
        (b"{ 90 sin 7 3 idiv 7 3 mod 2 3 exp % note\n }", [], [1, 2, 1, 8]),
        (b"{ pop pop }", [1], []),
        (b"{ 1 0 div }", [], []),
    ],
)
def test_programs_calculate(program, place, expected):
    assert calculated(program, place) == pytest.approx(expected)


def test_a_program_that_grows_is_stopped():
    assert isinstance(calculated(b"{" * 5000, [1.0]), list)


def test_an_exponential_function_bends():
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 1]), C1=Array([1, 0]), N=2
    )
    assert value(function, [0.5]) == pytest.approx([0.25, 0.75])
    assert value(function, [9]) == pytest.approx([1, 0])


def test_stitched_functions_have_corners_and_turn_round():
    function = Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Bounds=Array([0.25, 0.5]),
        Encode=Array([0, 1, 1, 0, 0, 1]),
        Functions=Array([straight([0], [1]), straight([0], [1]), straight([5], [6])]),
    )
    assert corners(function) == [0.25, 0.5]
    assert value(function, [0.125]) == pytest.approx([0.5])
    assert value(function, [0.3125]) == pytest.approx([0.75])
    assert value(function, [0.5]) == pytest.approx([5])


def test_what_is_written_is_read_again():
    function = polygon((0, 2), [(0.5, [0, 0], [1, 0]), (2, [1, 0], [1, 1])])
    assert value(function, [0.25]) == pytest.approx([0.5, 0])
    assert value(function, [2]) == pytest.approx([1, 1])


def test_samples_are_read_between_in_both_directions():
    with pikepdf.new() as pdf:
        function = grid(pdf, [0, 1, 0, 1], 2, [[0], [1], [0.5], [0.5]])
        assert value(function, [1, 0]) == pytest.approx([1], abs=1e-4)
        assert value(function, [0.5, 0.5]) == pytest.approx([0.5], abs=1e-4)
        assert value(function, [0, 1]) == pytest.approx([0.5], abs=1e-4)


def test_functions_beside_each_other_give_one_value_each():
    functions = Array([straight([0], [1]), straight([1], [0])])
    assert read(functions)([0.25]) == pytest.approx([0.25, 0.75])


def test_functions_without_end_come_to_one():
    with pikepdf.new() as pdf:
        function = pdf.make_indirect(
            Dictionary(FunctionType=3, Domain=Array([0, 1]), Bounds=Array([]), Encode=Array([0, 1]))
        )
        function.Functions = Array([function])
        assert value(function, [0.5]) == [0.5]
        assert corners(function) == []
