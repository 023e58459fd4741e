"""What stands above, inside and below the text of a statement."""

from __future__ import annotations

import datetime

import pytest

from publish.read.page_text import Recognised, recognise

from .accounts import assert_nothing_lost, plain
from .samples import ENGLISH, FRENCH

FIRST, SECOND, THIRD = ENGLISH.paragraphs
HEAD = "".join(ENGLISH.dateline)
SIGNED = ["Signed by:", "- Ann Bo, Director, AMP", "- Bo Ann, President, OFR"]


def read(*lines: str) -> Recognised:
    text = "\n".join(lines)
    found = recognise(text, "p.txt")
    assert_nothing_lost(text, found)
    assert found.faults == ()
    assert found.statement is not None
    return found


def test_line_above_the_title_date_and_symbol() -> None:
    found = read(
        "Joint statement", "OFR/2022/17", "24 June 2022", ENGLISH.title, HEAD + FIRST, SECOND
    )
    statement = found.statement
    assert statement is not None
    assert statement.title.text == ENGLISH.title
    assert str(statement.kind_line) == "Joint statement"
    assert statement.symbol == "OFR/2022/17"
    assert statement.date == datetime.date(2022, 6, 24)
    assert statement.subtitle is None


def test_title_that_stands_twice() -> None:
    statement = read(ENGLISH.title, ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST).statement
    assert statement is not None and statement.title.text == ENGLISH.title
    assert str(statement.subtitle) == ENGLISH.subtitle


def test_title_after_doubled_menu() -> None:
    found = read(*FRENCH.navigation(), "Agir", "Agir", ENGLISH.title, HEAD + FIRST, SECOND, *SIGNED)
    assert found.statement is not None and found.statement.title.text == ENGLISH.title
    assert found.statement.subtitle is None


def test_menu_of_single_words() -> None:
    found = read("- Home", "- Contact us", "News", ENGLISH.title, HEAD + FIRST, SECOND)
    assert found.statement is not None and found.statement.title.text == ENGLISH.title


def test_menu_between_date_and_title() -> None:
    found = read("24 June 2022", "News", ENGLISH.title, HEAD + FIRST, SECOND)
    assert found.statement is not None and found.statement.dateline is not None
    assert found.statement.title.text == ENGLISH.title
    assert found.report.entries[1].document == ""


def test_bare_menu_is_left_out() -> None:
    found = read("Home", "About us", "News", ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST, SECOND)
    assert found.organisation is None
    assert found.statement is not None and found.statement.title.text == ENGLISH.title


def test_dateline_above_the_text() -> None:
    statement = read(ENGLISH.title, "Geneva, 24 June 2022", FIRST, SECOND).statement
    assert statement is not None and statement.dateline is not None
    assert statement.dateline.text.text == "Geneva, 24 June 2022"
    assert (statement.dateline.mark, statement.dateline.places) == ("", ("Geneva",))
    assert plain(statement.body).startswith(FIRST)


def test_title_that_is_a_sentence() -> None:
    statement = read("The bridges of all small towns must stay open.", HEAD + FIRST).statement
    assert statement is not None and statement.title.text.startswith("The bridges")


def test_headings_and_lists_inside_the_text() -> None:
    statement = read(
        ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST, "What is missing", SECOND,
        "We call on all towns to:", "- count their bridges, fords and ferries;",
        "- name a keeper.", "What we will do", THIRD, *SIGNED,
    ).statement  # fmt: skip
    assert statement is not None and statement.title.text == ENGLISH.title
    assert '<h2 data-line="4">What is missing</h2>' in statement.body.html
    assert "<h2" in statement.body.html and statement.body.html.count("<h2") == 2
    assert '<p data-line="6">We call on all towns to:</p>' in statement.body.html
    assert statement.body.html.count("<li") == 2
    assert len(statement.signatories) == 2


def test_sentence_that_runs_on_is_no_heading() -> None:
    body = read(
        ENGLISH.title, HEAD + FIRST, "Whereas the bridges of the small towns close every spring,",
        "The Assembly", "Proclaims this year the year of the bridges of all small towns.",
    ).statement  # fmt: skip
    assert body is not None and "<h2" not in body.body.html


@pytest.mark.parametrize("mark", ["###", "ENDS", "FIN", "- END -", "* * *", "***", "# # #", "КОНЕЦ",
                                  "انتهى", "（完）", "– Fin –"])  # fmt: skip
@pytest.mark.parametrize("before", [True, False])
def test_end_mark(mark: str, before: bool) -> None:
    tail = [mark, *SIGNED] if before else [*SIGNED, mark]
    found = read(ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST, SECOND, *tail)
    assert found.statement is not None
    assert str(found.statement.end_mark) == mark
    assert len(found.statement.signatories) == 2
    assert "<hr" not in found.statement.body.html


def test_asterisks_between_paragraphs_are_a_break() -> None:
    statement = read(ENGLISH.title, HEAD + FIRST, "***", SECOND, *SIGNED).statement
    assert statement is not None and statement.end_mark is None
    assert '<hr data-line="3">' in statement.body.html


def test_notes_and_contacts_after_the_signatories() -> None:
    statement = read(
        ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST, SECOND, *SIGNED, "ENDS",
        "Notes to editors", "The list of bridges is kept by the towns and printed every year.",
        "Media contacts:", "- Cy Dee, AMP, cy@example.org, +00 1 23", "- Di Eff, OFR",
    ).statement  # fmt: skip
    assert statement is not None and statement.notes_to_editors is not None
    notes = statement.notes_to_editors.html
    assert "Notes to editors" not in notes
    assert "Media contacts:" in notes and notes.count("<li") == 2
    assert len(statement.signatories) == 2


def test_contacts_without_signatories() -> None:
    statement = read(
        ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST, SECOND, "For more information:",
        "Cy Dee, cy@example.org",
    ).statement  # fmt: skip
    assert statement is not None and statement.signatories == ()
    assert statement.notes_to_editors is not None


def test_paragraph_after_the_names_is_a_note() -> None:
    statement = read(ENGLISH.title, ENGLISH.subtitle, HEAD + FIRST, *SIGNED, SECOND).statement
    assert statement is not None
    assert plain(statement.notes_to_editors) == SECOND


def test_short_text_of_one_paragraph() -> None:
    statement = read("Thanks to the ferrymen", "We thank all the ferrymen of the delta.").statement
    assert statement is not None and statement.title.text == "Thanks to the ferrymen"


def test_line_in_another_language_is_marked() -> None:
    statement = read(
        ENGLISH.title,
        ENGLISH.subtitle,
        HEAD + FIRST,
        "الجسور مفتوحة للجميع في كل يوم من أيام السنة.",
        SECOND,
    ).statement
    assert statement is not None
    assert '<p data-line="4" lang="ar" dir="rtl">' in statement.body.html


def test_markup_is_text() -> None:
    statement = read(
        "On <b>bridges</b> & fords",
        HEAD + FIRST,
        "We know that 1 < 2 & 3 > 2, always and everywhere.",
    ).statement
    assert statement is not None
    assert statement.title.text == "On <b>bridges</b> & fords"
    assert "1 &lt; 2 &amp; 3 &gt; 2" in statement.body.html


@pytest.mark.parametrize("text", [
    "Who we are\nWho we areThe Office links all the people who live by the water. It is small.",
    "Our work\nOur work is to keep the bridges of all small towns open in spring.\nPartners\n- AMP",
])  # fmt: skip
def test_organisation_headings_are_no_title_of_a_statement(text: str) -> None:
    found = recognise(text, "p.txt")
    assert found.statement is None and found.organisation is not None
    assert_nothing_lost(text, found)


def test_sentence_that_begins_like_its_heading_is_kept_whole() -> None:
    text = "Our work\nOur work is to keep the bridges of all small towns open.\nPartners\n- AMP"
    organisation = recognise(text, "p.txt").organisation
    assert organisation is not None
    assert plain(organisation.lead) == "Our work is to keep the bridges of all small towns open."


def test_spaces_are_kept_as_they_are() -> None:
    odd = "We know\u00a0: two  spaces,\ta tab and a no-break\u202fspace stay as they are."
    statement = read(ENGLISH.title, HEAD + FIRST, odd, "\u3000" + SECOND + "\u00a0").statement
    assert statement is not None
    assert plain(statement.body).split("\n", 1)[1] == f"{odd}\n{SECOND}"
