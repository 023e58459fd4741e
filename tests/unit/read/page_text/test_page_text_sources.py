"""Editable sources: what looks like markup is text, and reads back as it was."""

from __future__ import annotations

import re
import tempfile
import tomllib
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import read
from publish.model import Organisation, Statement
from publish.read.page_text import recognise, to_markdown
from publish.read.page_text.toml import lines, string

from .accounts import plain
from .samples import ALL, ENGLISH, Sample

by_language = pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.language)

MARKUP = (
    "<b>bold</b> & &amp; 1 < 2", "*x* **y** _z_ `code`", "# not a heading", "[a](b) ![c](d)",
    "{#id .class}", "a {lang=fr} b", "[a]{lang=en}", "+++", "~~~", "--- no rule", "1234. no item",
    "24. Juni", "> no quote", "| a | b |", "== x ==", ": no definition", "[^1]: no note",
    "*[ABC]: no abbreviation", "http://example.org/a_b_c*", "back\\slash \\* end\\", "x # y #",
    "snake_case __init__", "~ tilde", "::: box", "C#", "x - - - y", "``` fence", "[x]: http://a.b",
    "a^b^ x~y~ $z$", "\\", "word\u00a0word  two  spaces", "&#65; &notanentity; &",
)  # fmt: skip


def read_back(source: str, folder: Path) -> Statement | Organisation:
    path = folder / "source.md"
    path.write_text(source, encoding="utf-8")
    reading = read.works([path])
    assert [str(fault) for fault in reading.faults] == []
    (work,) = reading.works
    assert isinstance(work.content, Statement | Organisation)
    return work.content


def structure(html: str) -> str:
    """Return a fragment without lines, ids and white space, for comparing."""
    bare = re.sub(r' (?:data-line|id|dir|class)="[^"]*"', "", html)
    # A language may stand on the block or on all its words.
    bare = re.sub(r"<(p|li|h\d)( lang=[^>]*)>(.*?)</\1>", r"<\1><span\2>\3</span></\1>", bare)
    return re.sub(r"\s+", " ", unescape(re.sub(r"\s*(<[^>]*>)\s*", r"\1", bare))).strip()


def assert_same_statement(one: Statement, other: Statement) -> None:
    assert structure(other.body.html) == structure(one.body.html)
    for name in (
        "language", "title", "subtitle", "kind_line", "symbol", "date", "signatories_label",
        "end_mark", "signatories",
    ):  # fmt: skip
        assert getattr(other, name) == getattr(one, name), name
    if one.dateline is not None and other.dateline is not None:
        assert (other.dateline.text, other.dateline.mark) == (one.dateline.text, one.dateline.mark)
    assert (other.dateline is None) == (one.dateline is None)
    notes = one.notes_to_editors, other.notes_to_editors
    assert (notes[0] is None) == (notes[1] is None)
    if notes[0] and notes[1]:
        assert structure(notes[1].html) == structure(notes[0].html)


@by_language
def test_statement_reads_back(sample: Sample, tmp_path: Path) -> None:
    statement = recognise(sample.page(), "page.txt").statement
    assert statement is not None
    again = read_back(to_markdown(statement), tmp_path)
    assert isinstance(again, Statement)
    assert_same_statement(statement, again)


@by_language
def test_organisation_reads_back(sample: Sample, tmp_path: Path) -> None:
    organisation = recognise(sample.page(), "page.txt").organisation
    assert organisation is not None
    again = read_back(to_markdown(organisation), tmp_path)
    assert isinstance(again, Organisation)
    assert again.title == organisation.title
    assert plain(again.lead) == plain(organisation.lead)
    for one, other in zip(organisation.sections, again.sections, strict=True):
        assert (other.heading, other.divisions) == (one.heading, one.divisions)
        assert structure(other.body.html if other.body else "") == structure(
            one.body.html if one.body else ""
        )


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_text(markup: str, tmp_path: Path) -> None:
    first, *rest = ENGLISH.paragraphs
    text = "\n".join(
        [
            ENGLISH.title + " " + markup,
            ENGLISH.subtitle,
            "".join(ENGLISH.dateline) + first,
            f"{markup} stands at the head of this paragraph, which is long enough to be one.",
            f"This paragraph has it {markup} inside, and is also long enough to be one.",
            f"- {markup}x",
            f"- an item with {markup}",
            *rest,
            "Signed by:",
            f"- Jane Doe {markup}, Director, OFR",
            "ENDS",
            "Notes to editors",
            f"{markup} stands in the notes, at the head of a paragraph; {markup}",
        ]
    )
    statement = recognise(text, "page.txt").statement
    assert statement is not None
    assert f"{markup} stands at the head" in plain(statement.body)
    assert statement.title.text.endswith(markup)
    again = read_back(to_markdown(statement), tmp_path)
    assert isinstance(again, Statement)
    assert_same_statement(statement, again)


def test_lists_with_numbers_and_levels_read_back(tmp_path: Path) -> None:
    lines_ = ENGLISH.statement(())
    lines_ += [
        "We call on all towns to:",
        "1. count their bridges",
        "2. name a keeper for each:",
        "   - by day",
        "   - by night",
        "3. publish the list",
        "1. begin again",
        "- and a list with bullets",
        "Thank you for reading this long statement to its end.",
    ]
    statement = recognise("\n".join(lines_), "page.txt").statement
    assert statement is not None
    html = structure(statement.body.html)
    assert "<ol><li>count their bridges</li><li>name a keeper for each:<ul><li>by day" in html
    assert html.count("<ol") == 2 and html.count("<ul") == 2
    again = read_back(to_markdown(statement), tmp_path)
    assert isinstance(again, Statement)
    assert_same_statement(statement, again)


def test_divisions_below_divisions_read_back(tmp_path: Path) -> None:
    page = ["Our structure", "Our structure", "- Director", "  - Deputy", "    - Desk *one*",
            "  - Office", "- Council", "About us", "About us"]  # fmt: skip
    organisation = recognise("\n".join(["Who we are", "Who we are", *page]), "p.txt").organisation
    assert organisation is not None
    director, council = organisation.sections[0].divisions
    assert [part.name.text for part in director.parts] == ["Deputy", "Office"]
    assert council.parts == ()
    again = read_back(to_markdown(organisation), tmp_path)
    assert isinstance(again, Organisation)
    assert again.sections[0].divisions == organisation.sections[0].divisions


def test_many_roles_are_a_list() -> None:
    statement = recognise("\n".join(ENGLISH.statement(ENGLISH.signed)), "page.txt").statement
    assert statement is not None
    first = statement.signatories[0]
    two = replace(first, roles=(first.roles[0], first.roles[0]))
    source = to_markdown(replace(statement, signatories=(two,)))
    front = tomllib.loads(source.split("+++\n")[1])
    assert front["signatories"][0]["roles"] == ["Director, a.i., and Envoy for Bridges"] * 2


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(texts)
def test_toml_strings_read_back(text: str) -> None:
    assert tomllib.loads(f"x = {string(text)}")["x"] == text


@given(texts)
def test_toml_lines_read_back(text: str) -> None:
    assert tomllib.loads(f"x = {lines(text)}")["x"] == text


#: Words without white space at their ends; the signs that mean something in Markdown come often.
SIGNS = st.sampled_from(list("\\`*_{}[]()#+-.!|~<>&:=^$'\"/ 1aZé桥ج"))
WORDS = st.one_of(
    st.text(SIGNS, min_size=1, max_size=30),
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30),
).map(lambda text: " ".join(text.split()))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, max_size=4), WORDS)
def test_any_words_read_back(paragraphs: list[str], items: list[str], note: str) -> None:
    text = "\n".join(
        [ENGLISH.title, ENGLISH.subtitle, "".join(ENGLISH.dateline) + ENGLISH.paragraphs[0]]
        + [f"We say {words}" for words in paragraphs]
        + [f"{words} we say, and this is a sentence that is long enough." for words in paragraphs]
        + [f"- {words}" for words in items]
        + ["Signed by:", "- Ann Bo, Director, AMP", "ENDS", "Notes to editors", f"{note} note."]
    )
    statement = recognise(text, "page.txt", language="en").statement
    if statement is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        again = read_back(to_markdown(statement), Path(folder))
    assert isinstance(again, Statement)
    assert_same_statement(statement, again)
