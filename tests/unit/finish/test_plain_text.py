"""Plain text: what a newsroom pastes."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinyhtml5

from publish.finish.plain import plain_text
from publish.finish.plain.wrap import collapsed, lines, width
from publish.model import Composed, Source, Words
from publish.model.wording import Wording

SAID = {
    "skip": "Skip",
    "notes": "Notes",
    "links": "Links",
    "picture": "Image",
    "table": "Table",
    "colon": ": ",
    "draft": "Draft",
    "access_summary": "Summary",
}
WORDING = Wording(**{name: Words(text, "en") for name, text in SAID.items()})


def composed(main: str, body: str = "") -> Composed:
    html = f'<!DOCTYPE html><html lang="en"><body{body}><main>{main}</main></body></html>'
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    return Composed(root, (), Source(Path("t.md"), "t.md", "", Path()))


def text_of(main: str, columns: int = 40, body: str = "") -> str:
    return plain_text(composed(main, body), WORDING, columns).content.decode()


def test_paragraphs_are_wrapped_between_words() -> None:
    text = text_of("<h1>Title</h1><p>One two three four five six seven eight nine.</p>", 20)
    assert text == "Title\n\nOne two three four\nfive six seven eight\nnine.\n"


def test_nothing_is_wrapped_where_the_house_says_so() -> None:
    assert text_of(f"<p>{'word ' * 60}</p>", 0).count("\n") == 1


def test_ideographs_take_two_columns_and_closing_marks_never_begin_a_line() -> None:
    assert width("和平") == 4
    signs = collapsed([("一二三四五，六七", None)])
    broken = ["".join(sign for sign, _ in line) for line, _ in lines(signs, 10, 10)]
    assert broken == ["一二三四", "五，六七"]


def test_lists_keep_their_numbers() -> None:
    html = '<ol data-line="1" start="3"><li>three</li><li>four</li></ol>'
    assert text_of(html) == "3. three\n4. four\n"
    assert text_of('<ul data-line="1"><li>one</li></ul>') == "– one\n"


def test_lists_of_a_layout_have_no_marker() -> None:
    text = text_of("<ul><li><p>Name</p><p>Role</p></li><li><p>Other</p></li></ul>")
    assert text == "Name\nRole\n\nOther\n"


def test_table_is_aligned_where_it_fits() -> None:
    html = (
        '<table><thead><tr><th>Year</th><th class="align-right">Sum</th></tr></thead>'
        '<tbody><tr><td>2025</td><td class="align-right">7</td></tr></tbody></table>'
    )
    assert text_of(html) == "Year  Sum\n---------\n2025    7\n"


def test_table_that_does_not_fit_has_one_value_a_line() -> None:
    html = (
        "<table><thead><tr><th>Year</th><th>What happened</th></tr></thead>"
        "<tbody><tr><td>2025</td><td>a long account</td></tr></tbody></table>"
    )
    assert text_of(html, 19) == (
        "Year / What\n  happened\n\n2025\n  What happened: a\n    long account\n"
    )


def test_notes_and_links_stand_at_the_end() -> None:
    html = (
        '<p>Said<a role="doc-noteref" href="#n">1</a> in <a href="https://a.example/x">a report</a>'
        ' of <a href="mailto:a@a.example">a@a.example</a>.</p><section role="doc-endnotes"><ol>'
        '<li id="n">Why. <a role="doc-backlink" href="#c">↩</a></li></ol></section><p>More.</p>'
    )
    assert text_of(html) == (
        "Said[1] in a report of a@a.example.\n\nMore.\n\n\n"
        "Notes\n\n[1] Why.\n\n\nLinks\n\na report\n  https://a.example/x\n"
    )


def test_picture_is_told() -> None:
    assert text_of('<p><img src="a.png" alt="A bridge"></p>') == "[Image: A bridge]\n"


def test_draft_says_so_first() -> None:
    assert text_of("<p>Text</p>", body=' data-draft="Draft"') == "[Draft]\n\nText\n"


@pytest.mark.parametrize(("kind", "second"), [("1", "2."), ("a", "b."), ("A", "B."), ("i", "ii.")])
def test_numbers_are_of_the_kind_that_is_asked_for(kind: str, second: str) -> None:
    html = f'<ol data-line="1" type="{kind}"><li>x</li><li>y</li></ol>'
    assert text_of(html).splitlines()[1].startswith(second)
