from __future__ import annotations

import json
import os
import re
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publish.read import elements, markdown
from publish.read.findings import Findings

SHARED = Path(os.environ.get("PUBLISH_SHARED", Path(__file__).parents[3].parent / "shared"))


def html(text: str, *, lines: bool = False, language: str = "en") -> str:
    root = markdown.parse(text, Findings("call.md"), language=language)
    written = elements.fragment(root)
    return written if lines else re.sub(r' data-line="\d+"', "", written)


def test_every_element_carries_its_line() -> None:
    text = "One\ntwo *three*\n\n- a\n- b\n\n> c\n\n| d |\n|---|\n| e |\n"

    assert html(text, lines=True) == (
        '<p data-line="1">One\ntwo <em data-line="2">three</em></p>'
        '<ul data-line="4"><li data-line="4">a</li><li data-line="5">b</li></ul>'
        '<blockquote data-line="7"><p data-line="7">c</p></blockquote>'
        '<table data-line="9"><thead data-line="9"><tr data-line="9">'
        '<th data-line="9" scope="col">d</th></tr></thead>'
        '<tbody data-line="11"><tr data-line="11"><td data-line="11">e</td></tr></tbody></table>'
    )


def test_raw_html_is_text() -> None:
    assert html("<b>a</b>\n\n<script>x</script>") == (
        "<p>&lt;b&gt;a&lt;/b&gt;</p><p>&lt;script&gt;x&lt;/script&gt;</p>"
    )


def test_bare_addresses_and_tildes_are_text() -> None:
    assert html("https://example.org ~~a~~") == "<p>https://example.org ~~a~~</p>"


def test_language_of_a_part() -> None:
    assert html("Act [sans *délai*]{lang=fr} now") == (
        '<p>Act <span lang="fr">sans <em>délai</em></span> now</p>'
    )


def test_attributes_of_a_block() -> None:
    assert html("{lang=fr .lead #a}\nUn texte") == '<p lang="fr" id="a" class="lead">Un texte</p>'


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("## Notes {#notes .small}", '<h2 id="notes" class="small">Notes</h2>'),
        ("## [Note]{lang=fr}", '<h2><span lang="fr">Note</span></h2>'),
        ("## Braces { here }", "<h2>Braces { here }</h2>"),
        ("## Plain", "<h2>Plain</h2>"),
    ],
)
def test_attributes_of_a_heading(heading: str, expected: str) -> None:
    assert html(heading) == expected


def test_alignment_of_columns_is_a_class() -> None:
    table = html("| a | b | c |\n|:--|--:|:-:|\n| d | e | f |")

    assert '<td class="align-left">d</td>' in table
    assert '<td class="align-right">e</td>' in table
    assert '<td class="align-center">f</td>' in table
    assert "style" not in table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '![A *camp*](a.png "In June")',
            '<figure><img src="a.png" alt="A camp"><figcaption>In June</figcaption></figure>',
        ),
        (
            "![A camp](a.png)\nIn *June*\n2022",
            '<figure><img src="a.png" alt="A camp">'
            "<figcaption>In <em>June</em>\n2022</figcaption></figure>",
        ),
        ("![A camp](a.png)", '<figure><img src="a.png" alt="A camp"></figure>'),
        (
            "![](a.png){.decorative}",
            '<div aria-hidden="true"><img src="a.png" class="decorative"></div>',
        ),
        ("See ![a camp](a.png)", '<p>See <img src="a.png" alt="a camp"></p>'),
        ("![a camp](a.png) here", '<p><img src="a.png" alt="a camp"> here</p>'),
    ],
)
def test_figures(text: str, expected: str) -> None:
    assert html(text) == expected


def test_notes_are_linked_both_ways() -> None:
    assert html("One[^a] two[^b] three[^a].\n\n[^a]: First.\n[^b]: Second.\n") == (
        '<p>One<a role="doc-noteref" href="#fn-1" id="fnref-1">1</a>'
        ' two<a role="doc-noteref" href="#fn-2" id="fnref-2">2</a>'
        ' three<a role="doc-noteref" href="#fn-1" id="fnref-1-2">1</a>.</p>'
        '<section role="doc-endnotes"><ol><li id="fn-1"><p>First. '
        '<a role="doc-backlink" href="#fnref-1" aria-label="Back to the reference to note 1">↩</a>'
        ' <a role="doc-backlink" href="#fnref-1-2"'
        ' aria-label="Back to the reference to note 1 (2)">↩</a></p></li>'
        '<li id="fn-2"><p>Second. '
        '<a role="doc-backlink" href="#fnref-2" aria-label="Back to the reference to note 2">↩</a>'
        "</p></li></ol></section>"
    )


def test_the_way_back_speaks_the_language_of_the_text() -> None:
    assert 'aria-label="返回注释1的引用处"' in html("a[^1]\n\n[^1]: b", language="zh-Hans")
    assert 'aria-label="↩ 1"' in html("a[^1]\n\n[^1]: b", language="sw")


def test_notes_keep_their_lines() -> None:
    assert '<li id="fn-1"><p data-line="3">b' in html("a[^1]\n\n[^1]: b", lines=True)


def test_definitions() -> None:
    assert html("Term\n: What it is\n") == "<dl><dt>Term</dt><dd>What it is</dd></dl>"


def test_abbreviations_stand_as_words() -> None:
    text = "IOM, IOMs, 联合国IOM说, `IOM`\n\n*[IOM]: International Organization for Migration\n"
    abbr = '<abbr title="International Organization for Migration">IOM</abbr>'

    assert html(text) == f"<p>{abbr}, IOMs, 联合国{abbr}说, <code>IOM</code></p>"


def test_attribution_of_a_quotation() -> None:
    assert html("> We act.\n>\n> — Ana Ruiz, Director") == (
        "<blockquote><p>We act.</p><footer>— Ana Ruiz, Director</footer></blockquote>"
    )


def test_code_keeps_its_white_space() -> None:
    assert html("```\n\n  a  b\n```") == "<pre><code>\n  a  b\n</code></pre>"


def test_hard_break() -> None:
    assert html("one  \ntwo\\\nthree") == "<p>one<br>\ntwo<br>\nthree</p>"


def test_commonmark_examples_lose_no_word() -> None:
    path = SHARED / "data/commonmark/examples-0.31.2.json"
    if not path.is_file():
        pytest.skip("the examples of CommonMark are not beside the checkout")
    plain = MarkdownIt("commonmark", {"html": False})
    for example in json.loads(path.read_text(encoding="utf-8")):
        root = markdown.parse(example["markdown"], Findings("x"), language="en")
        rendered = plain.render(example["markdown"])
        # A title of an image is shown here as its caption.
        captions = [element.text or "" for element in root.iter("figcaption")]
        titles = "".join(text for text in captions if f'title="{escape(text)}"' in rendered)
        expected = unescape(re.sub("<[^>]*>", "", rendered)) + titles
        assert _signs(elements.text_of(root)) == _signs(expected)


def _signs(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab \n\t*_[](){}!#>-+|`:^1.=~<&;é中ن\\\"'/"))
def test_any_text_gives_a_tree(text: str) -> None:
    root = markdown.parse(text, Findings("x"), language="en")

    assert all(isinstance(element.tag, str) for element in root.iter())
