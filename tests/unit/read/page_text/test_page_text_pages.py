"""Made-up pages in the shapes that sites have: menus, feet, datelines, ways to sign.

Beside each page stands what an editor expects of it: title, dateline, signatories in three parts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import compose, read
from publish.model import House, Signatory, Statement, Work
from publish.read.page_text import recognise, to_markdown

from .accounts import assert_nothing_lost

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))

by_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def page_text(path: Path) -> str:
    """Return the text with its own line ends and byte order mark."""
    return path.read_bytes().decode()


def expected_of(path: Path) -> list[str]:
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def signed(one: Signatory) -> str:
    """Return one signatory as the expectation writes it: ``name | role | body``."""
    body = one.body.name.text if one.body else ""
    if one.body and one.body.acronym:
        body += f" ({one.body.acronym.text})"
    name = one.person.name.text if one.person else ""
    return " | ".join([name, ", ".join(role.text for role in one.roles), body])


@by_page
def test_page_is_understood(path: Path) -> None:
    found = recognise(page_text(path), path.name)
    assert found.faults == ()
    statement = found.statement
    assert statement is not None
    expected = expected_of(path)
    told = [f"title: {statement.title.text}"]
    if statement.subtitle:
        told.append(f"subtitle: {statement.subtitle.text}")
    if statement.dateline:
        told.append(f"dateline: {statement.dateline.text.text}")
    if found.organisation:
        told.append(f"organisation: {found.organisation.title.text}")
    told.append(f"notes: {'yes' if statement.notes_to_editors else 'no'}")
    told += [f"signed: {signed(one)}" for one in statement.signatories]
    assert told == expected


@by_page
def test_nothing_is_lost(path: Path) -> None:
    text = page_text(path)
    assert_nothing_lost(text, recognise(text, path.name))


@by_page
def test_source_has_the_words_of_the_page(path: Path, tmp_path: Path) -> None:
    """The imported source gives the same document as the page text that is built directly."""
    direct = read.works([path])
    assert direct.works
    for work in direct.works:
        source = tmp_path / f"{work.name}.{work.language}.md"
        source.write_text(to_markdown(work.content), encoding="utf-8")  # type: ignore[arg-type]
        again = read.works([source])
        assert again.faults == ()
        (imported,) = again.works
        assert type(imported.content) is type(work.content)
        assert words(imported) == words(work)


def words(work: Work) -> str:
    """Return the words of the composed page; white space between elements says nothing."""
    return "".join("".join(compose.fill(work, House()).root.itertext()).split())


def test_lines_of_the_foot_are_for_the_editor_to_see() -> None:
    (path,) = (path for path in PAGES if path.stem == "long-foot.en")
    entries = {entry.text: entry for entry in recognise(page_text(path), "p.txt").report.entries}
    teaser = next(entry for text, entry in entries.items() if text.startswith("The new bridge"))
    assert (teaser.document, teaser.confidence.value) == ("", "low")
    assert entries["03/05/2021"].confidence.value == "low"
    assert entries["Read more"].became == "page furniture, left out"


def test_bodies_on_lines_of_their_own_are_not_joined() -> None:
    """Bodies on lines of their own stay one signatory each."""
    lines = ["Action Valley", "CARE for Water", "Friends of the Pass", "Water4All"]
    head = ["The wells must stay open", "We ask all towns to keep their wells open this year."]
    text = "\n".join(
        [*head, "They are the only water that the valley has.", "Signatories:", *lines]
    )
    statement = recognise(text, "p.txt").statement
    assert isinstance(statement, Statement)
    assert [signed(one) for one in statement.signatories] == [f" |  | {line}" for line in lines]
