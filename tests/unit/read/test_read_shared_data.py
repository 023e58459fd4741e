"""What the texts of a work share: `work.toml` beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import read
from publish.model import Place, Statement, Words, Work

SHARED = """symbol = "OE/2026/1"
date = 2026-03-12
original = "fr"
languages = ["fr", "en", "ru"]
title = { fr = "Un appel", en = "A call" }

[notes_to_editors]
fr = '''
Un *mot*.
'''
en = '''
A *word*.
'''

[[signatories]]
name = { fr = "Ana Ruiz", en = "Ana Ruiz" }
body = { key = "OE", name = { fr = "Organisation d’essai", en = "Test Office" } }

[[signatories]]
name = "Li Wei"
  [signatories.roles]
  fr = ["Directeur", "Envoyé"]
  en = ["Director", "Envoy"]
"""


def write(folder: Path, files: dict[str, str]) -> list[Path]:
    for name, content in files.items():
        path = folder / "call" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return [folder]


def texts(shared: str = SHARED, **own: str) -> dict[str, str]:
    given = {"fr": "Agir.\n", "en": "Act.\n"} | own
    return {"work.toml": shared} | {f"statement.{code}.md": text for code, text in given.items()}


def content(work: Work) -> Statement:
    assert isinstance(work.content, Statement)
    return work.content


def test_a_text_may_be_its_text_alone(tmp_path: Path) -> None:
    reading = read.works(write(tmp_path, texts()))

    assert reading.faults == ()
    english, french = reading.works
    assert (english.name, english.language, english.expected) == ("call", "en", ("fr", "en", "ru"))
    assert (content(english).title, content(french).title.text) == (
        Words("A call", "en"),
        "Un appel",
    )
    assert content(english).symbol == content(french).symbol == "OE/2026/1"
    assert content(french).body.html == '<p data-line="1">Agir.</p>'


def test_each_language_takes_its_own_with_the_line_of_the_shared_file(tmp_path: Path) -> None:
    english, _ = map(content, read.works(write(tmp_path, texts())).works)
    first, second = english.signatories

    assert first.body is not None
    assert (first.body.key, first.body.name) == ("OE", Words("Test Office", "en"))
    assert [str(role) for role in second.roles] == ["Director", "Envoy"]
    assert second.roles[0].place == Place("call/work.toml", 23)
    assert second.place == Place("call/work.toml", 19)
    assert english.title.place == Place("call/work.toml", 5)


def test_markdown_in_the_shared_file_keeps_its_lines(tmp_path: Path) -> None:
    reading = read.works(write(tmp_path, texts()))
    work = reading.works[0]
    notes = content(work).notes_to_editors

    assert notes is not None
    assert notes.place == Place("call/work.toml", 12)
    assert work.source.place(int(notes.html.split('"')[1])) == notes.place


def test_what_a_text_says_itself_wins_key_by_key(tmp_path: Path) -> None:
    own = '+++\ntitle = "Mine"\n[[signatories]]\nname = "Only me"\n+++\nAct.\n'
    english, french = map(content, read.works(write(tmp_path, texts(en=own))).works)

    assert [str(one.person and one.person.name) for one in english.signatories] == ["Only me"]
    assert (english.title.text, english.title.place) == ("Mine", Place("call/statement.en.md", 2))
    assert (english.symbol, len(french.signatories)) == ("OE/2026/1", 2)


def test_the_hash_of_the_shared_file_is_known(tmp_path: Path) -> None:
    paths = write(tmp_path, texts())
    before = read.works(paths).works[0].source
    write(tmp_path, texts(SHARED.replace("OE/2026/1", "OE/2026/2")))
    after = read.works(paths).works[0].source

    assert before.labels == ("call/statement.en.md", "call/work.toml")
    assert before.sha256 == after.sha256
    assert before.shared is not None
    assert after.shared is not None
    assert before.shared.sha256 != after.shared.sha256


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (('en = "A call"', 'es = "x"'), ["R-040 call/statement.en.md", "L-001 call/work.toml:5"]),
        (('symbol = "OE/2026/1"', 'symbl = ""'), ["R-023 call/work.toml:1"]),
        (("2026-03-12", '"12 March"'), ["R-024 call/work.toml:2"]),
        (('original = "fr"', 'original = "xx"'), ["R-031 call/work.toml:3"]),
        (('en = "A call"', 'en = "A call", englsh = "x"'), ["R-031 call/work.toml:5"]),
        (("[notes_to_editors]", "[notes_to_editors"), ["R-022 call/work.toml:7"]),
        (("A *word*.", "A [word](#no)."), ["R-045 call/work.toml:12"]),
    ],
)
def test_faults_name_the_shared_file_and_its_line_once(
    tmp_path: Path, change: tuple[str, str], found: list[str]
) -> None:
    reading = read.works(write(tmp_path, texts(SHARED.replace(*change))))

    assert [f"{fault.code} {fault.place}" for fault in reading.faults] == found


def test_a_language_serves_its_varieties(tmp_path: Path) -> None:
    files = {"work.toml": SHARED, "statement.fr-CA.md": "Agir.\n"}

    assert content(read.works(write(tmp_path, files)).works[0]).title == Words("Un appel", "fr-CA")


def test_other_texts_of_the_folder_need_their_front_matter(tmp_path: Path) -> None:
    files = {"work.toml": SHARED, "note.fr.md": "Rien.\n"}

    assert [fault.code for fault in read.works(write(tmp_path, files)).faults] == ["R-020"]


def test_a_shared_file_outside_of_the_project_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('symbol = "secret"', encoding="utf-8")
    own = '+++\ntitle = "Mine"\n+++\nAct.\n'
    (project,) = write(tmp_path / "project", {"statement.en.md": own})
    (project / "call" / "work.toml").symlink_to(tmp_path / "secret.toml")
    reading = read.works([project])

    assert [fault.code for fault in reading.faults] == ["R-013"]
    assert content(reading.works[0]).symbol == ""


def test_sister_versions_are_the_texts_beside(tmp_path: Path) -> None:
    write(tmp_path, texts())
    (only,) = read.works([tmp_path / "call" / "statement.en.md"]).works
    (sister,) = content(only).sisters

    assert (sister.language, sister.original, sister.is_ours) == ("fr", True, True)


def test_versions_that_the_author_lists_stand_alone(tmp_path: Path) -> None:
    listed = SHARED + '\n[[sisters]]\nlang = "ar"\naddress = "https://example.org/ar"\n'
    english, _ = map(content, read.works(write(tmp_path, texts(listed))).works)

    assert [(one.language, one.is_ours) for one in english.sisters] == [("ar", False)]
