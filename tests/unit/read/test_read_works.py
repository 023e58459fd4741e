from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PIL import Image

from publish import read
from publish.model import Organisation, Page, Place, ReleaseState, Statement, Words
from publish.read import languages, names

STATEMENT = """+++
kind = "statement"
lang = "fr"
title = "Un appel"
kind_line = "Déclaration commune"
dateline = "New York/Genève"
date = 2022-06-24
status = "embargoed"
embargo = 2022-06-24T10:00:00+02:00
issuing_bodies = ["Bureau d’essai", {name = "Organisation d’essai", acronym = "OE"}]
signatories_label = "Signé par"
notes_to_editors = '''
Un *mot*.[^1]

[^1]: Ici.
'''

[[signatories]]
civility = "Mme"
name = "Ana Ruiz"
roles = ["Directrice, par intérim", "Envoyée"]
body = "Bureau d’essai (BE)"
acting_for = "Li Wei"

[[signatories]]
body = {name = "Organisation d’essai", acronym = "OE"}
group = "Organisations"

[[annexes]]
title = "Annexe I"
text = '''
### Chiffres

Voir [le texte](#maintenant).[^1]

[^1]: Là.
'''

[[sisters]]
lang = "ar"
title = "نداء"
original = true

[[attachments]]
path = "chiffres.csv"
description = "Les chiffres"
relationship = "Data"
+++

Un texte.[^1]

## Maintenant

Agir.

[^1]: Note.
"""

ORGANISATION = """+++
kind = "organisation"
lang = "en"
title = "Who we are"
body = "Test Relief Office"
acronym = "TRO"
mission = "We help."
founded = 1950

[[leadership]]
name = "Ana Ruiz"
role = "Director"
+++

Before all.

## About us {#about}

Text. See [how](#how-we-are-built).

### Where

Here.

## How we are built {#structure}

- Council
  - Director
    - Deputy
  - [Bureau]{lang=fr}

More on it.

## How we are built

Again.
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def statement(tmp_path: Path) -> Statement:
    write(tmp_path, {"appel.fr.md": STATEMENT, "chiffres.csv": "a,b\n"})
    reading = read.works([tmp_path / "appel.fr.md"])
    assert reading.faults == ()
    (work,) = reading.works
    assert (work.name, work.language, work.source.label) == ("appel", "fr", "appel.fr.md")
    assert [(one.name, one.media_type, one.relationship) for one in work.attachments] == [
        ("chiffres.csv", "text/csv", "Data")
    ]
    assert isinstance(work.content, Statement)
    return work.content


def test_words_know_language_and_line(statement: Statement) -> None:
    assert statement.title == Words("Un appel", "fr")
    assert statement.title.place == Place("appel.fr.md", 4)


def test_release(statement: Statement) -> None:
    assert statement.release.state is ReleaseState.EMBARGOED
    assert statement.release.embargo == datetime.datetime.fromisoformat("2022-06-24T10:00:00+02:00")


def test_dateline_is_as_typed(statement: Statement) -> None:
    assert statement.dateline is not None
    assert statement.dateline.text.text == "New York/Genève"
    assert (statement.dateline.mark, statement.dateline.date) == ("", None)
    assert statement.dateline.places == ("New York", "Genève")
    assert statement.date == datetime.date(2022, 6, 24)


def test_signatories(statement: Statement) -> None:
    first, second = statement.signatories

    assert first.person is not None
    assert first.body is not None
    assert (str(first.person.civility), str(first.person.name)) == ("Mme", "Ana Ruiz")
    assert [str(role) for role in first.roles] == ["Directrice, par intérim", "Envoyée"]
    assert (str(first.body.name), first.body.acronym) == ("Bureau d’essai (BE)", None)
    assert (str(first.acting_for), first.order, first.place) == (
        "Li Wei",
        1,
        Place("appel.fr.md", 18),
    )
    assert second.person is None
    assert second.body is not None
    assert (str(second.body.acronym), str(second.group), second.order) == ("OE", "Organisations", 2)


def test_texts_of_the_front_matter_have_their_lines_and_own_notes(statement: Statement) -> None:
    assert statement.notes_to_editors is not None
    (annex,) = statement.annexes

    assert '<p data-line="13">Un <em' in statement.notes_to_editors.html
    assert 'id="notes-to-editors-fn-1"' in statement.notes_to_editors.html
    assert str(annex.title) == "Annexe I"
    assert '<h3 data-line="32" id="chiffres">' in annex.body.html
    assert 'href="#annexes-0-text-fn-1"' in annex.body.html
    assert 'href="#fn-1"' in statement.body.html


def test_sisters(statement: Statement) -> None:
    (sister,) = statement.sisters

    assert (sister.language, sister.title, sister.original) == ("ar", Words("نداء", "ar"), True)


@pytest.fixture
def organisation(tmp_path: Path) -> Organisation:
    reading = read.works([write(tmp_path, {"us.md": ORGANISATION})])
    assert reading.faults == ()
    content = reading.works[0].content
    assert isinstance(content, Organisation)
    return content


def test_sections(organisation: Organisation) -> None:
    about, structure, again = organisation.sections

    assert organisation.lead is not None
    assert "Before all." in organisation.lead.html
    assert (str(about.heading), about.key) == ("About us", "about")
    assert [str(below.heading) for below in about.sections] == ["Where"]
    assert structure.key == "structure"
    assert structure.body is not None
    assert "More on it." in structure.body.html
    assert again.divisions == ()


def test_structure_is_a_list_of_lists(organisation: Organisation) -> None:
    (council,) = organisation.sections[1].divisions
    director, bureau = council.parts

    assert [str(part.name) for part in (council, director, *director.parts)] == [
        "Council",
        "Director",
        "Deputy",
    ]
    assert bureau.name == Words("Bureau", "fr")
    assert council.place == Place("us.md", 27)


def test_a_section_can_be_reached_by_links(organisation: Organisation) -> None:
    again = organisation.sections[2].body

    assert again is not None
    assert '<div id="how-we-are-built">' in again.html


def test_a_word_in_a_heading_makes_no_structure(tmp_path: Path) -> None:
    text = ORGANISATION.replace(" {#structure}", "").replace("How we are built", "Structure")

    reading = read.works([write(tmp_path, {"us.md": text.replace("#how-we-are-built", "#about")})])

    content = reading.works[0].content
    assert isinstance(content, Organisation)
    assert content.sections[1].divisions == ()


def test_page_in_markdown_has_its_title(tmp_path: Path) -> None:
    text = '+++\nkind = "page"\nlang = "en"\nauthor = "Us"\n+++\n# Our work\n\n## Now\n'

    reading = read.works([write(tmp_path, {"work.md": text})])

    content = reading.works[0].content
    assert isinstance(content, Page)
    assert content.body.html == (
        '<h1 data-line="6" id="our-work">Our work</h1><h2 data-line="8" id="now">Now</h2>'
    )


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    text = '+++\nkind = "statement"\nlang = "en"\ntitle = "T"\n+++\nText.\n'
    files = ["b.md", "a/c.md", "output/d.md", ".hidden/e.md", "README.md", "a/notes.csv"]
    write(tmp_path, dict.fromkeys(files, text) | {"README.md": "About."})

    reading = read.works([tmp_path])

    assert [work.source.label for work in reading.works] == ["a/c.md", "b.md"]
    assert [str(fault.place) for fault in reading.faults] == ["README.md"]
    assert reading.stops == ()


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.md": STATEMENT, "chiffres.csv": "a"}) / "a.md"

    assert len(read.works([path, tmp_path, path]).works) == 1


def test_project_is_the_nearest_folder_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, {"publish.toml": "", "texts/en/a.md": STATEMENT, "texts/en/chiffres.csv": "a"})
    Image.new("L", (2, 2)).save(tmp_path / "logo.png")
    page = '<html lang="en"><title>T</title><main><h1>T</h1><img src="../../logo.png" alt="A">'
    write(tmp_path, {"texts/en/p.html": page})

    reading = read.works([tmp_path / "texts"])

    assert [work.source.label for work in reading.works] == ["texts/en/a.md", "texts/en/p.html"]
    assert {work.source.folder for work in reading.works} == {tmp_path.resolve()}
    content = reading.works[1].content
    assert isinstance(content, Page)
    assert 'src="logo.png"' in content.body.html


@pytest.mark.parametrize(
    ("stem", "name", "suffix"),
    [
        ("joint-5.fr", "joint-5", "fr"),
        ("Appel à l’aide", "appel-a-l-aide", ""),
        ("a.zh-hans", "a", "zh-Hans"),
        ("v1.2", "v1-2", ""),
        ("声明", "work-09439419", ""),
        ("Straße ŁÓDŹ", "strasse-lodz", ""),
        ("...", "work-ab5df625", ""),
        ("2022", "2022", ""),
    ],
)
def test_names(stem: str, name: str, suffix: str) -> None:
    plain, found = names.parted(stem)

    assert (names.slug(plain), found) == (name, suffix)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("works/return/statement.fr.md", "return"),
        ("works/Réunion 5/Organisation.ar.html", "reunion-5"),
        ("works/return/page.md", "return"),
        ("works/return/annex.fr.md", "annex"),
        ("works/return/page.fr.txt", "page"),
        ("statement.fr.md", "statement"),
    ],
)
def test_a_text_called_after_its_kind_bears_the_name_of_its_folder(path: str, name: str) -> None:
    assert names.of_work(Path(path)) == name


TEXT = '+++\nkind = "statement"\ntitle = "T"\n+++\nText.\n'


def test_the_language_of_the_file_name_is_enough(tmp_path: Path) -> None:
    files = dict.fromkeys(["return/statement.fr.md", "return/statement.zh-hans.md"], TEXT)
    page = "<title>T</title><main><h1>T</h1><p>x</p></main>"

    found = read.works([write(tmp_path, files | {"return2/page.ar.html": page})], language="en")

    assert found.faults == ()
    assert [(work.name, work.language) for work in found.works] == [
        ("return", "fr"),
        ("return", "zh-Hans"),
        ("return2", "ar"),
    ]


def test_project_in_a_folder_of_another_is_its_own(tmp_path: Path) -> None:
    outer = {"publish.toml": "", "a.md": STATEMENT, "chiffres.csv": "a"}
    write(
        tmp_path, {f"{folder}{name}": text for folder in ("", "b/") for name, text in outer.items()}
    )
    write(tmp_path, {"b/brand/no-text.md": STATEMENT})

    found = read.works([tmp_path]).works

    assert [work.source.folder for work in found] == [tmp_path, tmp_path / "b"]
    assert [work.source.label for work in found] == ["a.md", "a.md"]


def test_a_folder_of_a_project_is_no_work(tmp_path: Path) -> None:
    write(tmp_path, {"publish.toml": "", "statement.fr.md": TEXT})

    assert [work.name for work in read.works([tmp_path]).works] == ["statement"]


def test_a_work_is_of_one_kind(tmp_path: Path) -> None:
    other = TEXT.replace('"statement"', '"organisation"')
    found = read.works(
        [write(tmp_path, {"return/organisation.fr.md": other, "return/statement.en.md": TEXT})]
    )

    assert [(one.code, one.detail) for one in found.faults] == [
        ("R-011", "return: statement here, organisation in return/organisation.fr.md")
    ]


def test_works_without_a_text_that_could_be_read_are_named(tmp_path: Path) -> None:
    write(tmp_path, {"return/statement.fr.md": "+++\n", "well.fr.md": TEXT})

    found = read.works([tmp_path / "return", tmp_path / "well.fr.md", tmp_path / "none.fr.md"])

    assert found.unread == ("none", "return")


@pytest.mark.parametrize("code", ["en", "zh-Hans", "pt-BR", "es-419", "sw", "arb", "de-1996", "iw"])
def test_known_languages(code: str) -> None:
    assert languages.why_unknown(code) == ""


@pytest.mark.parametrize(
    "code", ["", "xx", "english", "fr_FR", "xx-klingon", "fr-ZZZ", "en-QQ", "zh-Hanx", "é", "qqq"]
)
def test_unknown_languages(code: str) -> None:
    assert languages.why_unknown(code)


@pytest.mark.parametrize(
    ("code", "usual"),
    [
        ("ZH-hans-cn", "zh-Hans-CN"),
        ("en-x-US", "en-x-us"),
        ("PT-br", "pt-BR"),
        ("es-419", "es-419"),
    ],
)
def test_usual_way_to_write_a_language(code: str, usual: str) -> None:
    assert languages.usual(code) == usual


def faults(folder: Path, data: str, body: str = "Text.") -> list[str]:
    text = f'+++\nkind = "statement"\nlang = "en"\ntitle = "T"\n{data}\n+++\n{body}\n'
    reading = read.works([write(folder, {"a.md": text}) / "a.md"])
    return [f"{fault.code}:{fault.place and fault.place.line}" for fault in reading.faults]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('[[sisters]]\nlang = "ar"\naddress = "javascript:run()"', ["R-047:7"]),
        ('[[sisters]]\nlang = "ar"\naddress = "a.pdf"', ["R-048:7"]),
        ('[[sisters]]\nlang = "ar"\naddress = "https://example.org/"', []),
        ('[[sisters]]\nlang = "xx"', ["R-031:6"]),
        ('original_language = "xx"', ["R-031:5"]),
        ('[[contacts]]\nmail = "press"', ["R-024:6"]),
        ('[[contacts]]\nmail = "press@example.org"', []),
        ('[[signatories]]\nname = "A"\nsignature = "a.png"', ["R-060:7", "R-061:7"]),
        ('[[attachments]]\npath = "none.csv"\ndescription = "x"', ["R-028:5"]),
        ('[[attachments]]\npath = "a.md"\ndescription = "x"\nrelationship = "Sorce"', ["R-024:8"]),
        ("embargo = 2022-06-24T10:00:00", ["R-024:5", "R-027:5"]),
        ('status = "draft"', []),
    ],
)
def test_faults_of_front_matter(tmp_path: Path, data: str, found: list[str]) -> None:
    assert faults(tmp_path, data) == found


def test_front_matter_without_text(tmp_path: Path) -> None:
    assert faults(tmp_path, "", body="") == ["R-008:6"]


def test_a_draft_without_a_title_bears_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "reading-rooms.en.md"
    path.write_text('+++\nkind = "page"\nlang = "en"\n+++\n\nText.\n')
    found = read.works([path])

    assert [fault.code for fault in found.faults] == ["R-040"]
    assert found.works[0].metadata.title == "reading-rooms"


def test_a_title_that_stands_twice_is_one(tmp_path: Path) -> None:
    assert faults(tmp_path, "", body="# T\n\nText.") == []
    assert faults(tmp_path, "", body="# U\n\nText.") == ["R-041:7"]
