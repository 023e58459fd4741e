"""Replacement text where glyphs do not say the text, and nowhere else."""

import pytest


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("plain words, “quoted” — and 12 %", "en"),
        ("a <em>b</em> <strong>c</strong> <code>d</code>", "en"),
        ("Организация и вода", "ru"),
        ("该组织星期二宣布", "zh"),
    ],
)
def test_glyphs_that_say_the_text_are_left_alone(draw, body, lang):
    assert draw(f"<p>{body}</p>", lang=lang).replaced == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("الماء النظيف", "ar"), ("מים נקיים", "he"), ("में विद्यालयों की", "hi")],
)
def test_shaped_letters_are_said_in_order(draw, text, lang):
    assert text in draw(f"<p>{text}</p>", lang=lang).replaced


def test_no_break_space_between_two_elements_stays_one(draw):
    drawn = draw("<p>a <b>b</b>&nbsp;<i>c</i></p>")
    assert drawn.replaced == ["b\u00a0"]


def test_neutral_text_in_a_line_from_right_to_left_gains_no_space(draw):
    drawn = draw("<p><b>abc</b>, <i>def</i>; <b>ghi</b></p>", "body { direction: rtl }", lang="ar")
    assert {", ", "; "} <= set(drawn.replaced)


def test_hyphen_alone_is_replaced_not_the_word(draw):
    drawn = draw("<p>unbe\u00adlievable</p>", "p { width: 8mm }")
    assert drawn.replaced == ["\u00ad"]
