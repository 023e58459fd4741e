"""Whatever a form loses, doubles or changes is found, with the author's line."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinyhtml5

from publish import check, compose, finish, read
from publish.check.verdict import Outcome, Verdict
from publish.model import Composed, House, Source
from publish.model.form import Form

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILE = EXAMPLES / "works" / "school-records" / "statement.fr.md"
LINES = FILE.read_text(encoding="utf-8").splitlines()


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(LINES, start=1) if words in line)


@pytest.fixture(scope="module")
def house() -> House:
    return read.house(EXAMPLES)[0]


@pytest.fixture(scope="module")
def composed(house: House) -> Composed:
    work = next(work for work in read.works([FILE]).works if work.language == "fr")
    return finish.foot_last(compose.fill(work, house, form=Form.WEB))


@pytest.fixture(scope="module")
def page(house: House, composed: Composed) -> str:
    work = next(work for work in read.works([FILE]).works if work.language == "fr")
    wording = compose.wording(house, "fr")
    made = finish.web(composed, work, house, wording, compose.faces(house, "fr"))
    return made.decode()


@pytest.fixture(scope="module")
def plain(house: House, composed: Composed) -> finish.PlainText:
    return finish.plain_text(composed, compose.wording(house, "fr"), 72)


def piece(page: str, start: str, end: str) -> str:
    """Return a piece of a page, from the tag before some words to the end of its element."""
    at = page.index(start)
    return page[page.rindex("<p", 0, at) : page.index(end, at) + len(end)]


FIRST, SECOND = "Quand une famille fuit", "Dans douze pays"


def without_paragraph(page: str) -> str:
    return page.replace(piece(page, FIRST, "</p>"), "")


def with_two_swapped(page: str) -> str:
    one, two = piece(page, FIRST, "</p>"), piece(page, SECOND, "</p>")
    return page.replace(one, "@").replace(two, one).replace("@", two)


def with_one_doubled(page: str) -> str:
    one = piece(page, FIRST, "</p>")
    return page.replace(one, one + one)


def without_note(page: str) -> str:
    at = page.rindex("<li", 0, page.index("Enquête commune menée"))
    return page[:at] + page[page.index("</li>", at) + 5 :]


#: What is done to the page, and the words on the line of the author that is to be told.
FAULTS = {
    "a paragraph is lost": (without_paragraph, FIRST),
    "two change places": (with_two_swapped, FIRST),
    "one stands twice": (with_one_doubled, SECOND),
    "a letter is another": (lambda page: page.replace("livret scolaire", "livret scolairc"), FIRST),
    "a word is lost": (lambda page: page.replace("presque toujours", "toujours"), FIRST),
    "a cell is lost": (lambda page: page.replace("Coordination</td>", "</td>"), "| Coordination"),
    "a note is lost": (without_note, "Enquête commune menée"),
    "a call is lost": (lambda page: page.replace('id="fnref-1">1</a>', "></a>"), SECOND),
    "a link leads elsewhere": (
        lambda page: page.replace('href="https://unra.example/enquete"', 'href="#"'),
        "unra.example/enquete",
    ),
    "a link is words only": (
        lambda page: page.replace('<a href="https://unra.example/enquete"', "<span"),
        "unra.example/enquete",
    ),
    "two words are one": (lambda page: page.replace("un livret", "unlivret"), "pourra recevoir"),
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_page_cannot_lose_anything_unseen(name: str, page: str, composed: Composed) -> None:
    harm, words = FAULTS[name]
    harmed = harm(page)
    assert harmed != page
    told(check.web_words(harmed.encode(), composed), line_of(words))


def test_page_as_it_is_says_it_all(page: str, composed: Composed) -> None:
    assert check.web_words(page.encode(), composed).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("livret scolaire reste", "livret scolairc reste", FIRST),
        ("presque toujours", "presque", FIRST),
        ("Coordination  ", "              ", "| Coordination"),
        ("https://unra.example/enquete", "https://unra.example/", "unra.example/enquete"),
        ("Enquête commune", "Commune enquête", "Enquête commune menée"),
    ],
)
def test_plain_text_cannot_lose_anything_unseen(
    before: str, after: str, words: str, plain: finish.PlainText, composed: Composed
) -> None:
    text = plain.content.decode()
    assert text.count(before) == 1
    # As long as before, so that what the form added stands where it was.
    harmed = text.replace(before, after.ljust(len(before)))
    verdict = check.text_words(harmed.encode(), plain.added, plain.notes_at, composed)
    told(verdict, line_of(words))


def told(verdict: Verdict, line: int) -> None:
    assert verdict.outcome is Outcome.FAILED
    (fault,) = verdict.faults
    assert fault.code == "K-080"
    assert fault.place is not None
    assert fault.place.line == line


AWKWARD = {
    "line break": "<p>One<br>two<br>three</p>",
    "places to break": "<p>Sub\u00adma\u00adrine, http<wbr>s, a\u200bb, c\u2060d</p>",
    "joiners": '<p lang="fa" dir="rtl">می\u200cروم and क\u094d\u200dष</p>',
    "both directions": "<p>Call <bdi>منظمة</bdi> (\u2067ط 12\u2069) at 12-34.</p>",
    "ideographs": '<p lang="zh">五个机构呼吁各国，“承认”流离失所儿童的学年（2027）。ABC机构</p>',
    "ruby": "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby> is read.</p>",
    "as typed": '<pre data-line="2">\n  one\n\ttwo  three\n\n four</pre>',
    "lists in lists": '<ol data-line="1"><li>One<ul data-line="2"><li>two<p>three</p></li><li>four'
    "</li></ul></li><li><p>five</p><p>six</p></li></ol>",
    "terms": "<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd><dt>e</dt><dd><p>f</p><p>g</p></dd></dl>",
    "wide table": "<table><caption>T</caption><tr><th>H</th>"
    + "".join(f"<th>head {n}</th>" for n in range(40))
    + "</tr><tr><th>R</th>"
    + "".join(f"<td>cell number {n}</td>" for n in range(40))
    + "</tr></table>",
    "joined cells": '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>',
    "table in a table": "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>",
    "pictures": '<p>a<img src="x.png" alt="b c">d</p><figure><img src="x.png" alt="">'
    "<figcaption>e</figcaption></figure>",
    "notes": '<p>a<span role="doc-footnote">b <em>c</em></span>d</p>',
    "quotes": "<blockquote><p>a <q>b</q></p><footer>— c</footer></blockquote>",
    "long word": f"<p>a {'b' * 200} c</p>",
    "raised": "<p>10<sup>6</sup> and 1<sup>er</sup>, H<sub>2</sub>O</p>",
    "nothing": "<p></p><ul></ul><table></table><dl></dl>",
}


@pytest.mark.parametrize("columns", [0, 1, 20, 72])
@pytest.mark.parametrize("name", sorted(AWKWARD))
def test_plain_text_says_whatever_is_typed(name: str, columns: int, house: House) -> None:
    html = f'<!DOCTYPE html><html lang="en"><body><main>{AWKWARD[name]}</main></body></html>'
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    text = Composed(root, (), Source(Path("t.md"), "t.md", "", Path()))
    made = finish.plain_text(text, compose.wording(house, "en"), columns)
    verdict = check.text_words(made.content, made.added, made.notes_at, text)
    assert verdict.faults == ()
    assert not set("\u00ad\u200b\u2060\ufeff") & set(made.content.decode())
