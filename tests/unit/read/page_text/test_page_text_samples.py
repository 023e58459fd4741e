"""Whole pages in six languages with any number of signatories."""

from __future__ import annotations

import pytest

from publish.read.page_text import recognise, to_markdown

from .accounts import assert_nothing_lost, plain
from .samples import ALL, ENGLISH, FRENCH, Sample

by_language = pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.language)


@by_language
@pytest.mark.parametrize("count", [0, 1, 5, 60])
def test_statement_and_organisation_are_told_apart(sample: Sample, count: int) -> None:
    text = sample.page(count)
    found = recognise(text, "page.txt")
    assert found.faults == ()
    statement, organisation = found.statement, found.organisation
    assert statement is not None and organisation is not None
    assert (statement.language, organisation.language) == (sample.language,) * 2
    assert statement.title.text == sample.title
    assert statement.subtitle is not None and statement.subtitle.text == sample.subtitle
    assert statement.dateline is not None
    assert (statement.dateline.text.text, statement.dateline.mark) == sample.dateline
    assert statement.dateline.places == sample.places
    assert plain(statement.body) == "\n".join(sample.paragraphs)
    assert len(statement.signatories) == count
    assert (statement.signatories_label is not None) == (count > 0)
    assert_nothing_lost(text, found)


@by_language
def test_signatories_are_cut_from_both_ends(sample: Sample) -> None:
    statement = recognise(sample.page(60), "page.txt").statement
    assert statement is not None
    for signatory, (name, role, body) in zip(statement.signatories, sample.many(60), strict=True):
        assert signatory.person is not None and signatory.person.name.text == name
        assert [words.text for words in signatory.roles] == [role]
        assert signatory.body is not None
        acronym = signatory.body.acronym
        whole = f"{signatory.body.name} ({acronym})" if acronym else signatory.body.name.text
        assert whole == body
    assert [signatory.order for signatory in statement.signatories] == list(range(1, 61))


@by_language
def test_organisation_page_keeps_headings_and_lists(sample: Sample) -> None:
    organisation = recognise(sample.page(), "page.txt").organisation
    assert organisation is not None
    assert organisation.title.text == sample.about[0]
    assert plain(organisation.lead) == sample.about[1]
    structure, work, join = organisation.sections
    assert structure.heading.text == sample.structure[0]
    assert structure.key == "structure"
    assert tuple(division.name.text for division in structure.divisions) == sample.structure[1]
    assert (work.heading.text, work.key) == (sample.menu[0][0], "work")
    assert (join.heading.text, join.key) == (sample.menu[0][1], "join")
    assert plain(join.body) == "".join(sample.menu[1])


@by_language
def test_places_are_lines_of_the_page(sample: Sample) -> None:
    text = sample.page()
    lines = text.split("\n")
    statement = recognise(text, "page.txt").statement
    assert statement is not None and statement.title.place is not None
    assert lines[statement.title.place.line - 1] == sample.title
    assert statement.title.place.file == "page.txt"
    for signatory in statement.signatories:
        assert signatory.place is not None and signatory.person is not None
        assert signatory.person.name.text in lines[signatory.place.line - 1]
    first = lines.index("".join(sample.dateline) + sample.paragraphs[0]) + 1
    assert statement.body.html.startswith(f'<p data-line="{first}">')


@by_language
def test_statement_alone(sample: Sample) -> None:
    text = "\n".join(sample.statement(sample.signed))
    found = recognise(text, "page.txt")
    assert found.organisation is None
    assert found.statement is not None and found.statement.title.text == sample.title
    assert_nothing_lost(text, found)


@by_language
def test_organisation_alone(sample: Sample) -> None:
    text = "\n".join(sample.navigation())
    found = recognise(text, "page.txt")
    assert found.statement is None
    assert found.organisation is not None
    assert found.organisation.language == sample.language
    assert_nothing_lost(text, found)


@by_language
def test_line_ends_marks_and_blank_lines_do_not_matter(sample: Sample) -> None:
    plain_page = recognise(sample.page(), "page.txt")
    spaced = "\ufeff" + sample.page().replace("\n", "\r\n\r\n\u00a0\r\n")
    found = recognise(spaced, "page.txt")
    assert found.faults == ()
    assert found.statement is not None and plain_page.statement is not None
    assert found.statement.signatories == plain_page.statement.signatories
    assert plain(found.statement.body) == plain(plain_page.statement.body)
    assert_nothing_lost(spaced, found)


@by_language
@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "•", "– ", "-", ""])
def test_any_bullet(sample: Sample, bullet: str) -> None:
    text = "\n".join(sample.statement(sample.signed, bullet=bullet))
    found = recognise(text, "page.txt")
    assert found.statement is not None
    names = [s.person.name.text for s in found.statement.signatories if s.person]
    assert names == [name for name, _, _ in sample.signed]
    assert_nothing_lost(text, found)


def test_numbered_signatories() -> None:
    lines = ENGLISH.statement(())
    lines += ["Signatories", *(f"{n}. {', '.join(s)}" for n, s in enumerate(ENGLISH.signed, 1))]
    found = recognise("\n".join(lines), "page.txt")
    assert found.statement is not None and len(found.statement.signatories) == 5
    assert_nothing_lost("\n".join(lines), found)


def test_menu_in_another_language_keeps_its_own() -> None:
    text = "\n".join(ENGLISH.navigation() + FRENCH.statement(FRENCH.signed))
    found = recognise(text, "page.txt", language="fr")
    assert found.statement is not None and found.statement.language == "fr"
    assert found.organisation is not None and found.organisation.language == "en"


def test_two_menus_become_one_page() -> None:
    text = "\n".join(ENGLISH.navigation() + FRENCH.navigation() + FRENCH.statement(FRENCH.signed))
    found = recognise(text, "page.txt", language="fr")
    assert found.statement is not None and found.statement.title.text == FRENCH.title
    assert found.organisation is not None and len(found.organisation.sections) == 7
    assert_nothing_lost(text, found)


def test_names_of_languages_in_a_menu_speak_their_language() -> None:
    lines = ["Langues", "Langues", "- العربية", "- 中文", "- English", *FRENCH.navigation()]
    organisation = recognise("\n".join(lines), "page.txt").organisation
    assert organisation is not None and organisation.lead is not None
    assert 'lang="ar" dir="rtl">العربية' in organisation.lead.html
    assert 'lang="en">English' in organisation.lead.html


@by_language
def test_report_names_every_line(sample: Sample) -> None:
    text = sample.page()
    report = recognise(text, "page.txt").report
    assert [entry.line for entry in report.entries] == list(range(1, text.count("\n") + 1))
    assert [entry.text for entry in report.entries] == text.splitlines()
    table = report.as_text()
    assert "empty bullet, left out" in table and "repeated heading, kept once" in table
    assert "has one level" in table
    assert {record["document"] for record in report.as_records()} == {
        None, "statement", "organisation"
    }  # fmt: skip


@by_language
def test_source_names_all_parts(sample: Sample) -> None:
    found = recognise(sample.page(), "page.txt")
    assert found.statement is not None and found.organisation is not None
    source = to_markdown(found.statement)
    assert source.startswith('+++\nkind = "statement"\n')
    assert source.count("[[signatories]]") == 5
    assert "{#structure}" in to_markdown(found.organisation)
