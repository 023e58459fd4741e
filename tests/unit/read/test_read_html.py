from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model import Page
from publish.read import elements, html_page
from publish.read.findings import Findings


def page(text: str, *, language: str | None = None) -> tuple[Page | None, list[str]]:
    findings = Findings("page.html")
    here = Path("/nowhere/page.html")
    found = html_page.read(text, here, here.parent, findings, language=language)
    return found, [f"{fault.code}:{fault.place.line} {fault.detail}" for fault in findings.faults]


def main(inner: str) -> tuple[str, list[str]]:
    found, faults = page(f'<html lang="en"><title>T</title><main><h1>T</h1>{inner}</main></html>')
    assert found is not None
    html = re.sub(r' data-line="\d+"', "", found.body.html)
    return html.removeprefix("<h1>T</h1>"), faults


def test_lines_of_elements() -> None:
    found, _ = page(
        '<!doctype html>\n<html lang="en"><title>T</title>\n<main>\n<h1>T</h1>\n'
        '<p\n id="a">One\n<b>two</b>'
    )

    assert found is not None
    assert found.body.html == (
        '\n<h1 data-line="4">T</h1>\n<p data-line="5" id="a">One\n<b data-line="7">two</b></p>'
    )


KEPT = [
    '<p lang="fr" title="t">a<br>b<wbr>c</p>',
    '<p lang="ar" dir="rtl">نص</p>',
    "<pre>\n\n a\n  b</pre>",
    '<p><abbr title="International">I</abbr> <time datetime="2022-06-24">24 June</time></p>',
    '<table><caption>C</caption><colgroup><col span="2"></colgroup><tbody><tr>'
    '<th scope="row" id="r" abbr="R">a</th><td headers="r" colspan="2" rowspan="1">b</td>'
    "</tr></tbody></table>",
    '<ol start="3" reversed="" type="a"><li value="4">a</li></ol>',
    '<details open=""><summary>a</summary><p>b</p></details>',
    "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
    '<section aria-labelledby="h" class="c" role="note" hidden=""><h2 id="h">a</h2></section>',
    '<svg viewBox="0 0 1 1" role="img" aria-label="A square"><title>A square</title>'
    '<path d="M0 0h1v1z" fill="url(#g)"></path></svg>',
    '<blockquote cite="https://example.org/"><p>a &lt; b &amp; c</p></blockquote>',
    "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
    '<p><a href="https://example.org/?a=1&amp;b=2" hreflang="fr">a</a></p>',
    "<p>  a   <b> b </b>  c  </p>",
]


@pytest.mark.parametrize("html", KEPT)
def test_kept_as_it_is(html: str) -> None:
    written, faults = main(html)

    assert faults == []
    assert written == html


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
        ("<p>&eacute;&nbsp;&#8217;</p>", "<p>é\u00a0’</p>"),
        ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
        ("<p>a<font color=red>b<i>c</i></font>d</p>", "<p>ab<i>c</i>d</p>"),
        ("<center>a</center><center>b</center>", "<div>a</div><div>b</div>"),
        ("<p><acronym title=x>a</acronym></p>", '<p><abbr title="x">a</abbr></p>'),
        ('<p style="display: none">a</p>', '<p hidden="">a</p>'),
        ('<p><a name="x">a</a></p>', '<p><a id="x">a</a></p>'),
        ('<p xml:lang="fr">a</p>', '<p lang="fr">a</p>'),
        ('<p lang="AR">a</p>', '<p lang="ar" dir="rtl">a</p>'),
        (
            '<div dir="rtl"><p lang="en">a</p></div>',
            '<div dir="rtl"><p lang="en" dir="ltr">a</p></div>',
        ),
        ("<p onclick=a tabindex=1 data-x=2 accesskey=k>a</p>", "<p>a</p>"),
        ("one <b>two</b><p>three</p> four", "<p>one <b>two</b></p><p>three</p><p> four</p>"),
        ("<h2><button>a</button></h2>", "<h2>a</h2>"),
        ("<p><x-card>a</x-card></p>", "<p>a</p>"),
        ("<p>a<button><p>b</p></button></p>", "<p>a</p><p>b</p><p></p>"),
        ("<a href=#>a<p>b</p></a>c", '<a href="#">a<p>b</p></a><p>c</p>'),
        (
            "<p>a<table><tr><th>b</table>",
            "<p>a</p><table><tbody><tr><th>b</th></tr></tbody></table>",
        ),
        (
            "<svg><script>a</script><image href=b /><use href=#c /></svg>",
            '<svg><use href="#c"></use></svg>',
        ),
        (
            '<svg style="fill:url(#a);mask:url(//b)"><path d="M0" onload="c"/></svg>',
            '<svg><path d="M0"></path></svg>',
        ),
    ],
)
def test_changed(html: str, kept: str) -> None:
    assert main(html)[0] == kept


def test_reversed_lists_carry_their_numbers() -> None:
    html, _ = main("<ol reversed><li>a</li><li>b</li><li value=9>c</li><li>d</li></ol>")
    assert re.findall(r'value="(\d+)"', html) == ["4", "3", "9", "8"]


def test_what_is_left_out_is_said_with_its_lines() -> None:
    _, faults = main("<script>a</script>\n<p style=a>b</p>\n<script>c</script>")

    assert "R-070:1 <script> (lines 1, 3), attribute style (line 2)" in faults


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>out</p><main><h1>in</h1></main>", "in"),
        ('<div role="main"><h1>in</h1></div><p>out</p>', "in"),
        ("<article><h1>in</h1></article><p>out</p>", "in"),
        ("<article><h1>in</h1></article><article>and in</article>", "in and in"),
        ("<h1>in</h1>", "in"),
    ],
)
def test_main_part(body: str, text: str) -> None:
    found, _ = page(f'<html lang="en"><title>T</title><body>{body}')

    assert found is not None
    assert " ".join(re.sub("<[^>]*>", " ", found.body.html).split()) == text


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<html lang="fr"><main>a', "fr"),
        ('<html lang="en"><main lang="zh-hans">a', "zh-Hans"),
        ('<html xml:lang="fr"><main>a', "fr"),
        ('<html lang="en"><body lang="es"><main>a', "es"),
    ],
)
def test_language_is_that_of_the_main_part(html: str, language: str) -> None:
    found, _ = page(html)

    assert found is not None
    assert found.language == language


def test_language_given_only_where_the_page_says_none() -> None:
    assert page("<main>a")[0] is None
    said, given = page("<html lang=fr><main>a", language="en")[0], page("<main>a", language="en")[0]

    assert said is not None
    assert given is not None
    assert (said.language, given.language) == ("fr", "en")


def test_data_of_the_page() -> None:
    found, _ = page(
        '<html lang="ar"><head><title> Our\n work </title>'
        '<meta name="description" content=" What we do "><meta name="author" content="Test Office">'
        '<meta name="keywords" content="aid، peace, water">'
        '<meta name="DCTERMS.rights" content="CC BY 4.0"><meta name="dc.identifier" content="A/1">'
        "</head><main><h1>Work</h1>"
    )

    assert found is not None
    assert found.title.text == "Our work"
    assert (found.description, found.author) == ("What we do", "Test Office")
    assert found.subjects == ("aid", "peace", "water")
    assert (found.rights, found.symbol) == ("CC BY 4.0", "A/1")


def test_draft_of_a_page_without_any_title_is_called_after_its_file() -> None:
    found, faults = page("<html lang=en><main><h2>Part</h2><p>Text</main>")

    assert found is not None
    assert found.title.text == "page"
    assert any(one.startswith("R-040:1") for one in faults)


def test_title_is_the_first_heading_where_there_is_no_other() -> None:
    found, _ = page("<html lang=en><main><h1>Our<br>work</h1>")

    assert found is not None
    assert found.title.text == "Our work"


def test_relative_links_are_completed_where_the_page_says_its_address() -> None:
    found, faults = page(
        '<html lang=en><title>T</title><link rel=canonical href="https://example.org/a/b">'
        '<main><h1>T</h1><p><a href="../c?d">x</a>'
    )

    assert found is not None
    assert 'href="https://example.org/c?d"' in found.body.html
    assert faults == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "<main> </main> <p> </p> <table> <tr> <td> </table> <b> </b> <svg> <path> </svg> <li> "
            "<ul> </ul> <a\u00a0href=#x> </a> <h2> <form> <script> </script> <!-- --> <template> "
            "<math> <select> <option> <pre> <img> & &amp; text é نص <center> <font> <h1> </div> "
            "<frameset> <body\u00a0lang=fr> <dl> <dt> <title> <style> <br> <ruby> <rt>".split()
        ),
        max_size=40,
    )
)
def test_any_page_is_read(parts: list[str]) -> None:
    found, _ = page(" ".join(parts).replace("\u00a0", " "), language="en")

    assert found is not None
    assert "<script" not in found.body.html


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_what_is_written_is_read_back(text: str) -> None:
    plain = "".join(sign for sign in text if sign.isprintable() or sign == " ")
    root = elements.parse(f"<p>{plain}")
    body = root.find("body")
    assert body is not None

    again = elements.parse(elements.fragment(body)).find("body")

    assert again is not None
    assert elements.fragment(again) == elements.fragment(body)
