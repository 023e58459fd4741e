"""Shared texts in the form of a page text; compared with what the files themselves say."""

from __future__ import annotations

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

from publish.read.page_text import recognise, to_markdown

from .accounts import assert_nothing_lost, plain

UDHR = {
    "arb": "ar", "cmn_hans": "zh", "eng": "en", "fra": "fr", "heb": "he", "hin": "hi",
    "pes_1": "fa", "por_PT": "pt", "rus": "ru", "spa": "es", "swh": "sw", "urd": "ur",
}  # fmt: skip
STATEMENTS = (
    "joint-19.en joint-2.fr joint-5.ar joint-5.en joint-5.es joint-5.fr joint-5.ru joint-5.zh "
    "joint-52.ar joint-52.fr joint-52.zh short.ar short.fr short.zh single-1.en".split()
)
COMMAS = {"ar": "، ", "zh": "，"}


def file_in(shared: Path, *parts: str) -> Path:
    path = shared.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{'/'.join(parts)} is not among the shared texts")
    return path


def test_real_page(shared: Path) -> None:
    """The page as it is: five signatories under the label, each in three parts."""
    (path, *_) = sorted(file_in(shared, "pages").glob("*.txt"))
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    found = recognise(text, "page.txt")
    assert found.faults == ()
    assert_nothing_lost(text, found)
    statement, organisation = found.statement, found.organisation
    assert statement is not None and organisation is not None
    assert statement.signatories_label is not None
    label = lines.index(statement.signatories_label.text)
    signed = [line.removeprefix("- ") for line in lines[label + 1 :]]
    assert len(statement.signatories) == len(signed) == 5
    for signatory, line in zip(statement.signatories, signed, strict=True):
        name, _, rest = line.partition(", ")
        role, _, body = rest.rpartition(", ")
        assert signatory.person is not None and signatory.person.name.text == name
        assert signatory.roles[0].text == role
        assert signatory.body is not None and signatory.body.name.text == body
    assert statement.dateline is not None and len(statement.dateline.places) == 2
    first = lines[label - 8]
    head = statement.dateline.text.text + statement.dateline.mark
    assert first.startswith(head)
    assert plain(statement.body) == "\n".join(lines[label - 8 : label]).removeprefix(head)
    assert statement.title.text == lines[label - 10]
    assert statement.subtitle is not None and statement.subtitle.text == lines[label - 9]
    assert statement.language == organisation.language == "fr"
    assert organisation.title.text == lines[1]
    assert len(organisation.sections) == 7
    assert len(organisation.sections[0].divisions) == 7
    assert all(not division.parts for division in organisation.sections[0].divisions)


@pytest.mark.parametrize("name", STATEMENTS)
def test_statement_as_page_text(shared: Path, name: str) -> None:
    source = file_in(shared, "statements", f"{name}.md").read_text(encoding="utf-8")
    _, front, body = source.split("+++\n", 2)
    data = tomllib.loads(front)
    blocks = [line for line in body.splitlines() if line and not line.startswith(">")]
    comma = COMMAS.get(data["lang"], ", ")
    signed = [
        comma.join(one[key] for key in ("name", "role", "body") if key in one)
        for one in data.get("signatories", [])
    ]
    head = f"{data['dateline']} – " if "dateline" in data else ""
    lines = [data["title"], data["subtitle"], head + blocks[0], *blocks[1:]]
    if signed:
        lines += [data["signatories_label"], *(f"- {one}" for one in signed)]
    text = "\n\n".join(lines)
    found = recognise(text, name)
    assert_nothing_lost(text, found)
    statement = found.statement
    assert statement is not None and found.organisation is None and found.faults == ()
    assert statement.language == data["lang"]
    assert statement.title.text == data["title"]
    assert statement.subtitle is not None and statement.subtitle.text == data["subtitle"]
    assert (statement.dateline.text.text if statement.dateline else None) == data.get("dateline")
    assert len(statement.signatories) == len(signed)
    for signatory, one in zip(statement.signatories, data.get("signatories", []), strict=True):
        assert signatory.person is not None and signatory.person.name.text == one["name"]
        assert signatory.roles[0].text == one["role"]
    again = tomllib.loads(to_markdown(statement).split("+++\n", 2)[1])
    assert [one["name"] for one in again.get("signatories", [])] == [
        one["name"] for one in data.get("signatories", [])
    ]


@pytest.mark.parametrize("name", UDHR)
def test_declaration_as_page_text(shared: Path, name: str) -> None:
    """A long text without dateline, with headings: one statement, in its language."""
    html = file_in(shared, "udhr", f"{name}.html").read_text(encoding="utf-8")
    elements = re.findall(r"<(h1|h2|h3|p|li)[^>]*>(.*?)</\1>", html, re.DOTALL)
    lines = [
        ("- " if tag == "li" else "") + " ".join(unescape(re.sub("<[^>]*>", "", words)).split())
        for tag, words in elements
    ]
    text = "\n".join(lines)
    found = recognise(text, name)
    assert_nothing_lost(text, found)
    assert found.statement is not None, found.report.as_text()
    assert found.organisation is None
    assert found.statement.language == UDHR[name]
    assert found.statement.title.text == lines[0]
    assert found.statement.dateline is None
    assert found.statement.signatories == ()
