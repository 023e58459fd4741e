"""Each form says the words of the text (K-080)."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinyhtml5

from publish.check.verdict import Outcome
from publish.check.words import pdf_words, said_in, text_words, web_words
from publish.model import Composed, Source
from publish.structure import plan

TEXT = (
    '<p data-line="3">One <em>two</em>three.<a role="doc-noteref" href="#n">1</a></p>'
    '<p data-line="5"><img src="a.png" alt="A bridge">'
    '<span aria-hidden="true">mark</span></p>'
    '<section role="doc-endnotes"><ol><li id="n">Why.</li></ol></section>'
)


def composed(main: str = TEXT) -> Composed:
    html = f'<!DOCTYPE html><html lang="en"><body><main>{main}</main></body></html>'
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    return Composed(root, (), Source(Path("t.md"), "t.md", "", Path()))


def page(main: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{main}</body></html>".encode()


def test_words_are_those_that_are_heard() -> None:
    said = said_in(composed().root)
    assert [word for word, _ in said.text] == ["One", "twothree.1", "A", "bridge"]
    assert [word for word, _ in said.notes] == ["Why."]
    assert said.text[2] == ("A", 5)


def test_what_the_page_adds_is_left_out() -> None:
    skip = '<a data-added="" href="#text">Skip</a>'
    assert web_words(page(skip + TEXT), composed()).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [("two", "too", 3), ("A bridge", "A ridge", 5), ("One ", "", 3), ("three.", "three. More", 3)],
)
def test_other_words_are_a_fault_at_the_line_of_the_author(
    before: str, after: str, line: int
) -> None:
    verdict = web_words(page(TEXT.replace(before, after)), composed())
    assert verdict.outcome is Outcome.FAILED
    (fault,) = verdict.faults
    assert (fault.code, fault.place and fault.place.line) == ("K-080", line)


def test_words_that_run_together_are_other_words() -> None:
    verdict = web_words(page(TEXT.replace("One <em>", "One<em>")), composed())
    assert [fault.code for fault in verdict.faults] == ["K-080"]


def test_notes_are_compared_too() -> None:
    verdict = web_words(page(TEXT.replace("Why.", "How.")), composed())
    assert [fault.code for fault in verdict.faults] == ["K-080"]


def test_plain_text_is_read_without_what_was_added() -> None:
    text = "One two\nthree.[1]\n\n[Image: A bridge]\n\nNotes\n\n[1] Why.\n"
    whole = composed(TEXT.replace("<em>two</em>three.", "two three."))
    ours = ["[", "]", "[Image:", "]", "Notes", "[1]"]
    added, at = [], 0
    for mark in ours:
        at = text.index(mark, at)
        added.append((at, at + len(mark), ""))
        at += len(mark)
    notes_at = text.index("Notes")
    assert text_words(text.encode(), added, notes_at, whole).outcome is Outcome.PASSED
    assert text_words(text.encode(), added[:-1], notes_at, whole).outcome is Outcome.FAILED


@pytest.mark.parametrize(
    "main",
    [
        '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="n">Why.</li></ol></section>',
        '<figure><figcaption>First</figcaption><img src="a.png" alt="Second"></figure>',
        '<figure><img src="a.png" alt="First"><figcaption>Second</figcaption></figure>',
    ],
)
def test_tags_say_the_words_where_the_page_has_them(main: str) -> None:
    whole = composed(f"<h1>Title</h1>{main}<p>End.</p>")
    planned = plan(whole)
    assert pdf_words(planned.tree, planned, whole).faults == ()


def test_a_table_is_heard_with_its_caption_first_and_its_foot_last() -> None:
    table = (
        "<table><tfoot><tr><td>sum</td></tr></tfoot><tbody><tr><td>one</td></tr></tbody>"
        "<caption>Costs</caption></table>"
    )
    said = said_in(tinyhtml5.parse(table, namespace_html_elements=False))
    assert [word for word, _ in said.text] == ["Costs", "one", "sum"]


def test_links_of_a_note_that_moved_to_the_end_are_where_they_were() -> None:
    note = '<span role="doc-footnote"><a href="https://a.example">A</a></span>'
    link = '<a href="https://b.example">B</a>'
    before, after = f"<p>{note} {link}</p>", f"<p>{link}</p><p>{note}</p>"
    assert web_words(page(after), composed(before)).outcome is Outcome.PASSED
    other = after.replace("b.example", "c.example")
    assert web_words(page(other), composed(before)).outcome is Outcome.FAILED


def test_the_caption_of_a_figure_of_one_table_is_its_first_part_in_tags() -> None:
    figure = "<figure><table><tr><td>1</td></tr></table><figcaption>Costs</figcaption></figure>"
    root = tinyhtml5.parse(figure, namespace_html_elements=False)
    assert [word for word, _ in said_in(root, as_tagged=True).text] == ["Costs", "1"]
    assert [word for word, _ in said_in(root).text] == ["1", "Costs"]
