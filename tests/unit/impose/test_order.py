"""The order of pages on sheets, against tables of print shops and by folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.impose.order import (
    FOLDS,
    Cell,
    Side,
    cut_stack,
    folded,
    in_sequence,
    perfect,
    repeated,
    saddle,
)


def table(side: Side) -> str:
    """Return a side as print shops draw it: page numbers from 1, ^ where the head points down."""
    return " / ".join(" ".join(map(number, row)) for row in side.rows)


def number(cell: Cell) -> str:
    return "-" if cell.page is None else f"{cell.page + 1}{'^' if cell.turned else ''}"


@pytest.mark.parametrize(
    ("pages", "rtl", "expected"),
    [
        (4, False, ["4 1", "2 3"]),
        (4, True, ["1 4", "3 2"]),
        (8, False, ["8 1", "2 7", "6 3", "4 5"]),
        (8, True, ["1 8", "7 2", "3 6", "5 4"]),
        (16, False, ["16 1", "2 15", "14 3", "4 13", "12 5", "6 11", "10 7", "8 9"]),
        (16, True, ["1 16", "15 2", "3 14", "13 4", "5 12", "11 6", "7 10", "9 8"]),
    ],
)
def test_booklets_have_the_order_of_the_tables(pages, rtl, expected):
    assert [table(side) for side in saddle(pages, rtl=rtl)] == expected


def test_a_booklet_of_64_pages_begins_and_ends_as_the_rule_says():
    sides = saddle(64)
    assert [table(side) for side in (*sides[:2], *sides[-2:])] == ["64 1", "2 63", "34 31", "32 33"]
    assert sides[-1].inset == 15


@pytest.mark.parametrize(
    ("pages", "front", "back"),
    [
        (4, "4 1", "2 3"),
        (8, "5^ 4^ / 8 1", "3^ 6^ / 2 7"),
        (16, "5^ 12^ 9^ 8^ / 4 13 16 1", "7^ 10^ 11^ 6^ / 2 15 14 3"),
    ],
)
def test_signatures_have_the_order_of_the_tables(pages, front, back):
    assert [table(side) for side in perfect(pages, pages)] == [front, back]


def test_a_signature_for_arabic_is_its_mirror():
    front, back = perfect(16, 16, rtl=True)
    assert table(front) == "8^ 9^ 12^ 5^ / 1 16 13 4"
    assert table(back) == "6^ 11^ 10^ 7^ / 3 14 15 2"


def test_the_second_signature_goes_on_where_the_first_one_ends():
    assert table(perfect(16, 8)[2]) == "13^ 12^ / 16 9"


def leaves(front: Side, back: Side, *, tumble: bool = False) -> dict[int, int]:
    """Return for each page on the front the page behind it on the same leaf."""
    found = {}
    for row, cells in enumerate(front.rows):
        for column, cell in enumerate(cells):
            behind = back.rows[row][len(cells) - 1 - column]
            found[cell.page] = behind.page
            assert cell.turned == behind.turned
    return found


@given(st.sampled_from(sorted(FOLDS)), st.integers(1, 5), st.booleans())
def test_every_page_of_a_book_is_there_once_with_its_neighbour_behind_it(signature, count, rtl):
    sides = perfect(signature * count, signature, rtl=rtl)
    pages = [cell.page for side in sides for row in side.rows for cell in row]
    assert sorted(pages) == list(range(signature * count))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        for one, other in leaves(front, back).items():
            assert {one, other} == {min(one, other), min(one, other) + 1}
            assert min(one, other) % 2 == 0


@given(st.sampled_from(sorted(FOLDS)), st.booleans())
def test_pages_beside_a_spine_are_the_two_of_one_sheet_when_it_is_folded(signature, rtl):
    for side in folded(signature, rtl=rtl):
        for row in side:
            for left, right in zip(row[::2], row[1::2], strict=True):
                assert left.page + right.page == signature - 1


@given(st.integers(1, 40), st.booleans())
def test_a_booklet_read_by_turning_its_leaves_is_in_order(sheets, rtl):
    sides = saddle(4 * sheets, rtl=rtl)
    assert read_saddle(sides, rtl=rtl) == list(range(4 * sheets))


def read_saddle(sides: tuple[Side, ...], *, rtl: bool) -> list[int]:
    """Stack the sheets, fold them in the middle, and turn page after page."""
    first_half, second_half = [], []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        (left, right), (inner_left, inner_right) = front.rows[0], back.rows[0]
        opening, closing = (left, right) if rtl else (right, left)
        after, before = (inner_right, inner_left) if rtl else (inner_left, inner_right)
        first_half += [opening.page, after.page]
        second_half = [before.page, closing.page, *second_half]
    return first_half + second_half


@given(st.integers(1, 60), st.integers(1, 4), st.integers(1, 4), st.integers(1, 2), st.booleans())
def test_the_piles_of_a_cut_stack_are_in_order(leaf_count, columns, rows, sides, rtl):
    up = columns * rows
    pages = -(-leaf_count // up) * up * sides
    made = cut_stack(pages, columns, rows, sides=sides, rtl=rtl)
    read = []
    for place in range(up):
        row, column = divmod(place, columns)
        for sheet in range(0, len(made), sides):
            seen = (column, columns - 1 - column)
            for back in range(sides):
                cells = made[sheet + back].rows[row]
                read.append(cells[seen[(back + rtl) % 2]].page)
    assert read == list(range(pages))


@given(st.integers(1, 50), st.integers(1, 4), st.integers(1, 4), st.integers(1, 2))
def test_pages_beside_each_other_are_all_there_in_order(pages, columns, rows, sides):
    made = in_sequence(pages, columns, rows, sides=sides)
    fronts = [cell.page for side in made[::sides] for row in side.rows for cell in row]
    expected = list(range(0, pages, sides))
    assert fronts == expected + [None] * (len(fronts) - len(expected))


def test_cards_fill_the_sheet_and_have_their_backs_behind_them():
    front, back = repeated(2, 3, 2, sides=2)
    assert table(front) == "1 1 1 / 1 1 1"
    assert table(back) == "2 2 2 / 2 2 2"


def test_rows_begin_at_the_right_for_arabic():
    assert table(in_sequence(3, 3, 1, sides=1, rtl=True)[0]) == "3 2 1"
