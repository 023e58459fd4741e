"""Every leaf knows which part of the author's text it shows."""

import pytest

from publish.errors import LostMark
from publish.pdf import Content

WORDS = "officially difficult and efficient affairs " * 6


def heard(drawn):
    """Return what each leaf says, by way of the plan's contents."""
    return [
        kid.text for e in drawn.plan.tree.elements() for kid in e.kids if isinstance(kid, Content)
    ]


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        ("<p>a <em>b</em> c</p>", 'P\n  "a "\n  Em "b"\n  " c"'),
        ("<p>a<em> b </em>c</p>", 'P\n  "a"\n  Em " b "\n  "c"'),
        ("<p>a&nbsp;<em>b</em></p>", 'P\n  "a\\xa0"\n  Em "b"'),
        ("<p>one<br>two</p>", 'P "one two"'),
    ],
)
def test_spaces(draw, body, tree):
    assert draw(f"{body}").tree == tree.replace("\\xa0", "\u00a0")


def test_hyphen_of_the_line_is_no_letter(draw):
    drawn = draw(f"<p>{WORDS}</p>", "p { hyphens: auto; width: 20mm }")
    assert set(drawn.replaced) == {"\u00ad"}
    assert not drawn.faults


def test_hyphen_of_the_author_stays(draw):
    drawn = draw("<p>well-known and re-elected</p>", "p { width: 12mm; hyphens: none }")
    assert drawn.replaced == []


def test_text_transform_shows_other_letters_than_it_says(draw):
    drawn = draw("<p lang=de>Straße</p>", "p { text-transform: uppercase }", lang="de")
    assert drawn.replaced == ["Straße"]


def test_space_after_a_picture_is_not_heard_before_it(draw, tmp_path, picture):
    (tmp_path / "dot.png").write_bytes(picture(8, 8))
    drawn = draw("<p>a<img src=dot.png alt=Dot> <em>b</em></p>", folder=tmp_path)
    assert drawn.replaced in ([" b"], [])
    assert "a " not in drawn.replaced


def test_line_break_after_a_picture_is_heard_there(draw, tmp_path, picture):
    (tmp_path / "dot.png").write_bytes(picture(8, 8))
    drawn = draw("<p>a <img src=dot.png alt=Dot><br> <em>b</em></p>", folder=tmp_path)
    assert drawn.replaced == [" b"]


def test_lines_under_a_picture_alone(draw, tmp_path, picture):
    (tmp_path / "dot.png").write_bytes(picture(8, 8))
    drawn = draw("<p><img src=dot.png alt=Dot><br></p><p>a<br><br>b</p>", folder=tmp_path)
    assert drawn.tree.endswith('P "a b"')


def test_generated_text_is_heard_in_a_span(draw):
    assert draw("<p>a</p>", "p::before { content: 'Note: ' }").tree == ('P\n  Span "Note: "\n  "a"')


def test_number_that_the_style_sheet_writes_is_a_word_of_its_own(draw):
    style = "p::before { content: '12'; position: absolute; left: 0 }"
    assert draw("<p><em>a</em> b</p>", style).tree == 'P\n  Span "12 "\n  Em "a"\n  " b"'


def test_sign_that_the_style_sheet_writes_stays_with_its_word(draw):
    assert draw("<p>a</p>", "p::before { content: '(' }").tree == 'P\n  Span "("\n  "a"'


def test_bullet_of_a_list_that_is_none_is_not_heard(draw):
    assert draw("<ul role=presentation><li>a</li></ul>").tree == 'P "a"'


def test_text_that_nobody_planned_stops_the_work(draw):
    with pytest.raises(LostMark, match="no doc-footnote"):
        draw("<p>a<span>b</span></p>", "span { float: footnote }")


def test_text_that_is_not_drawn_is_a_fault(draw):
    drawn = draw("<p>a</p><p>gone</p>", "p + p { display: none }")
    assert [fault.detail for fault in drawn.faults] == ["“gone”"]
