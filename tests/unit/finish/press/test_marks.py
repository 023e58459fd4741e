"""Marks stand outside the bleed, inside the sheet, and come out on every plate."""

from __future__ import annotations

from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Name

from publish.finish.press.sheet.boxes import MM, Box, Sheet
from publish.finish.press.sheet.lettering import letter
from publish.finish.press.sheet.marks import Lines, Slug, draw_marks, length, registration

A5 = Sheet.around(148 * MM, 210 * MM, bleed=3 * MM, slug=12 * MM)


def painted(marks: bytes) -> list[Box]:
    """Return what each operator that paints covers, with half the width of its line."""
    found, points = [], []
    with pikepdf.new() as pdf:
        for one in pikepdf.parse_content_stream(pdf.make_stream(marks)):
            operator, values = str(one.operator), [float(v) for v in one.operands if _number(v)]
            if operator == "re":
                x, y, width, height = values
                points += [(x, y), (x + width, y + height)]
            elif operator in {"m", "l", "c"}:
                points += zip(values[::2], values[1::2], strict=True)
            elif operator in {"S", "s", "f"} and points:
                xs, ys = zip(*points, strict=True)
                found.append(Box(min(xs), min(ys), max(xs), max(ys)))
                points = []
    return found


def _number(value: object) -> bool:
    try:
        float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return True


def outside(mark: Box, box: Box) -> bool:
    return mark.x1 < box.x0 or mark.x0 > box.x1 or mark.y1 < box.y0 or mark.y0 > box.y1


@settings(max_examples=60, deadline=None)
@given(st.floats(40, 700), st.floats(40, 900), st.floats(0, 10), st.floats(0, 25), st.booleans())
def test_no_mark_enters_the_bleed_or_leaves_the_sheet(width, height, bleed, slug, black):
    sheet = Sheet.around(width * MM, height * MM, bleed=bleed * MM, slug=slug * MM)
    around = Slug("A title of some length", "1/2   FOGRA39", black)
    for mark in painted(draw_marks(sheet, around)):
        assert outside(mark, sheet.bleed.grown(0.125))
        assert mark.cut(sheet.media.grown(0.001)) == mark


def test_crop_marks_are_there_at_each_corner_in_line_with_the_trim():
    marks = painted(draw_marks(A5, Slug()))
    for x in (A5.trim.x0, A5.trim.x1):
        upright = [one for one in marks if one.width == 0 and abs(one.x0 - x) < 0.01]
        assert len(upright) == 2
        assert all(round(one.height, 2) == round(length(A5), 2) for one in upright)
    for y in (A5.trim.y0, A5.trim.y1):
        assert sum(one.height == 0 and abs(one.y0 - y) < 0.01 for one in marks) == 2


def test_without_a_bleed_marks_keep_two_millimetres_from_the_trim():
    sheet = Sheet.around(100 * MM, 100 * MM, bleed=0, slug=12 * MM)
    assert all(
        outside(one, sheet.trim.grown(1.99 * MM)) for one in painted(draw_marks(sheet, Slug()))
    )


def test_marks_are_drawn_in_the_colour_all():
    marks = draw_marks(A5, Slug("Title"))
    assert marks.startswith(b"q\n/All cs 1 scn /All CS 1 SCN 0.25 w\n")
    with pikepdf.new() as pdf:
        space = registration(pdf)
        assert [*space][:3] == [Name.Separation, Name.All, Name.DeviceCMYK]
        assert [float(value) for value in space[3].C1] == [1, 1, 1, 1]


def test_the_colour_bar_shows_process_inks_and_every_spot_ink():
    spots = {"PANTONE 2945 C": Array([]), "Varnish": Array([])}
    marks = draw_marks(A5, Slug(spots=spots))
    for patch in (b"1 0 0 0 k", b"0 0 0 0.5 k", b"1 1 0 0 k", b"0.5 0.4 0.4 0 k"):
        assert patch in marks
    for patch in (b"/Spot0 cs 1 scn", b"/Spot0 cs 0.5 scn", b"/Spot1 cs 1 scn"):
        assert patch in marks


def test_the_name_of_a_spot_ink_stands_behind_its_patches():
    with_name = painted(draw_marks(A5, Slug(spots={"PANTONE 2945 C": Array([])})))
    without = painted(draw_marks(A5, Slug(spots={"": Array([])})))
    words = with_name[len(without)]
    patches = [one for one in without if round(one.width, 1) == round(one.height, 1) > 5]
    assert max(one.x1 for one in patches if one.y0 > A5.trim.y1) < words.x0
    assert A5.bleed.y1 < words.y0 < words.y1 < A5.media.y1


def test_words_on_the_right_end_at_the_mark_of_the_cut():
    def rightmost(words: str) -> float:
        marks = draw_marks(A5, Slug("Title", words))
        (words_at,) = [one.x1 for one in painted(marks) if _beside_the_cut(one)]
        return words_at

    def _beside_the_cut(mark: Box) -> bool:
        return mark.width > 20 and mark.y1 < A5.bleed.y0 and mark.x0 > A5.trim.x0 + 210

    assert rightmost("1/2   FOGRA39") == pytest.approx(rightmost("10/12   FOGRA39"), abs=0.5)


def test_marks_keep_a_millimetre_from_the_bleed():
    bleed = A5.bleed.grown(0.99 * MM)
    assert all(outside(one, bleed) for one in painted(draw_marks(A5, Slug("T", "1/1"))))


def test_a_job_in_black_shows_black_alone():
    marks = draw_marks(A5, Slug(black_only=True))
    assert b"1 0 0 0 k" not in marks
    assert b"0 0 0 0.75 k" in marks


def test_folds_are_dashed_and_stand_apart_from_registration_marks():
    middle = (A5.trim.x0 + A5.trim.x1) / 2
    lines = Lines(Lines.around(A5.trim).cuts_x, Lines.around(A5.trim).cuts_y, (middle,))
    marks = draw_marks(A5, Slug(), lines)
    solid, dashed = marks.split(b"[2 1.5] 0 d\n")
    assert painted(dashed)[0].x0 == pytest.approx(middle, abs=0.01)
    circles = [one for one in painted(solid) if one.width > 1 and one.height > 1]
    assert all(abs(middle - (one.x0 + one.x1) / 2) > 5 * MM for one in circles)


def test_marks_of_one_side_do_not_touch_each_other():
    above = sorted(
        (one for one in painted(draw_marks(A5, Slug("T", "1/1"))) if one.y0 > A5.trim.y1),
        key=lambda one: (one.x0, one.x1),
    )
    patches = [one for one in above if one.width > 0 and one.height > 0]
    for one, other in pairwise(patches):
        overlap = one.cut(other)
        assert overlap.width < 0.01 or overlap.height < 0.01 or one.width < 6 * MM


@pytest.mark.parametrize("text", ["Rapport annuel", "الماء لكل مدرسة", "让每所学校都有水", "जल"])
def test_words_of_every_script_become_outlines(text):
    drawn = letter(text)
    assert drawn.width > 0
    assert {operator for operator, _ in drawn.outlines} >= {"m", "h"}


def test_arabic_letters_are_joined_and_begin_at_the_right():
    apart = sum(letter(char).width for char in "سلام")
    assert letter("سلام").width < apart * 0.95
    # The number behind the word stands at its left.
    mixed = letter("سلام 2026")
    assert mixed.outlines != letter("2026 سلام").outlines[::-1]


def test_a_title_that_is_too_long_is_cut():
    short, long = (draw_marks(A5, Slug(text)) for text in ("word " * 10, "word " * 400))
    assert len(long) < 4 * len(short)
