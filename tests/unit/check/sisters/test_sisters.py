"""What one language version lacks is named, with both lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import read
from publish.check.sisters import compared
from publish.model import Fault

SHARED = """original = "fr"
symbol = "OE/2026/1"
date = 2026-03-12

[[contacts]]
name = { fr = "Service de presse", en = "Press office" }
mail = "press@oe.example"

[[signatories]]
name = "Ana Ruiz"
role = { fr = "Directrice", en = "Director" }
body = { key = "OE", name = { fr = "Organisation d’essai", en = "Test Office" } }

[[signatories]]
name = "Li Wei"
"""
FRENCH = """+++
title = "Un appel"
+++
Agir, avec 3,2 millions d’enfants.[^1]

## Que faire

Une [loi](https://law.example/fr/2) suffit.

Elle coûte 1 000 francs.

- un
- deux

| A | B |
|---|---|
| 1 | 2 |

## Quand

Demain.

[^1]: Note.
"""
ENGLISH = """+++
title = "A call"
+++
Act, with 3.2 million children.[^1]

## What to do

One [law](https://law.example/en/2) is enough.

It costs 1,000 francs.

- one
- two

| A | B |
|---|---|
| 1 | 2 |

## When

Tomorrow.

[^1]: Note.
"""
RUIZ = """[[signatories]]
name = "Ana Ruiz"
role = "Director"
body = { key = "OE", name = "Test Office" }
"""
LI = """[[signatories]]
name = "Li Wei"
"""
SIGNED = RUIZ + LI


def found(folder: Path, english: str, french: str = FRENCH) -> list[Fault]:
    for name, text in {
        "work.toml": SHARED,
        "statement.fr.md": french,
        "statement.en.md": english,
    }.items():
        (folder / "call").mkdir(exist_ok=True)
        (folder / "call" / name).write_text(text, encoding="utf-8")
    reading = read.works([folder])
    assert reading.faults == ()
    return compared(reading.works, lambda _: ("fr", "en"))


def told(faults: list[Fault]) -> list[str]:
    return [f"{one.code} {one.place} {one.detail}".replace("call/statement.", "") for one in faults]


def test_versions_that_say_the_same(tmp_path: Path) -> None:
    assert found(tmp_path, ENGLISH) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## When\n\nTomorrow.\n",
            "",
            "L-002 en.md:15 heading “Quand”; it stands in fr.md:19 (fr)",
        ),
        ("## When", "### When", "L-003 en.md:19 heading “When” has level 3, not 2"),
        (
            "It costs 1,000 francs.\n\n",
            "",
            "L-004 en.md:8 paragraph “Elle coûte 1 000 francs.”; it stands in fr.md:10 (fr)",
        ),
        ("- two\n", "", "L-004 en.md:12 list item “deux”; it stands in fr.md:13 (fr)"),
        (
            "Tomorrow.",
            "Tomorrow.\n\nOr today.",
            "L-004 fr.md:21 paragraph “Or today.”; it stands in en.md:23 (en)",
        ),
        ("| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |", "L-005 en.md:15 3 rows of 2 columns, not 2 of 2"),
        ("3.2 million", "3.1 million", "L-015 en.md:4 paragraph “Act, with 3.1 million"),
        ("1,000", "10,000", "L-015 en.md:10 paragraph “It costs 10,000 francs.” has 10000 where"),
        ("[law](https://law.example/en/2)", "law", "L-013 en.md:8 link to"),
        ("law.example/en/2", "law.example/en/3", "L-014 en.md:8 a link leads to"),
        ('"A call"', '"A call"\nsubtitle = "Now"', "L-009 fr.md subtitle “Now”; it stands"),
        ('"A call"', '"A call"\nsymbol = "OE/2026/2"', "L-010 en.md:1 symbol is OE/2026/2, not"),
        ('"A call"', '"A call"\ndate = 2026-03-13', "L-010 en.md:1 date is 2026-03-13, not"),
        (
            '"A call"',
            '"A call"\ncontacts = [{name = "Press office", mail = "other@oe.example"}]',
            "L-009 en.md",
        ),
    ],
)
def test_a_difference_names_both_lines(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in ENGLISH
    lines = told(found(tmp_path, ENGLISH.replace(old, new)))

    assert any(line.startswith(expected) for line in lines), lines
    assert len({line[:5] for line in lines}) <= 2


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (RUIZ, ["L-006"]),
        (LI + RUIZ, ["L-007"]),
        (SIGNED.replace("Ana Ruiz", "Eva Stein"), ["L-008"]),
        (SIGNED.replace('"OE"', '"EO"'), ["L-010"]),
        (SIGNED + '[[signatories]]\nname = "Omar Haddad"\n', ["L-006"]),
    ],
)
def test_signatories_are_the_same_people_in_the_same_order(
    tmp_path: Path, signed: str, expected: list[str]
) -> None:
    english = ENGLISH.replace("+++\nAct", f"{signed}+++\nAct")
    faults = found(tmp_path, english)

    assert sorted({one.code for one in faults}) == expected, told(faults)


def test_a_heading_that_is_lost_leaves_its_text_where_it_is(tmp_path: Path) -> None:
    assert [
        line.split(";")[0] for line in told(found(tmp_path, ENGLISH.replace("## When\n\n", "")))
    ] == ["L-002 en.md:15 heading “Quand”"]


def test_long_texts_are_compared_in_time(tmp_path: Path) -> None:
    more = "".join(f"\n\nSatz {n}." for n in range(500))
    lines = told(found(tmp_path, ENGLISH + more.replace("\n\nSatz 300.", ""), FRENCH + more))

    assert [line.split(" ")[0] for line in lines] == ["L-004"]


def test_a_note_is_missed(tmp_path: Path) -> None:
    english = ENGLISH.replace("children.[^1]", "children.").replace("\n[^1]: Note.\n", "")

    assert [line.split(";")[0] for line in told(found(tmp_path, english))] == [
        "L-012 en.md:4 call of a note in “Agir, avec 3,2 millions d’enfants.”",
        "L-012 en.md:4 note “Note.”",
    ]


def test_a_picture_is_missed(tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "call").mkdir()
    Image.new("L", (2, 2)).save(tmp_path / "call" / "a.png")
    french = FRENCH.replace("Demain.", "Demain.\n\n![Un pont](a.png)")

    (fault,) = found(tmp_path, ENGLISH, french)

    assert (fault.code, str(fault.place)) == ("L-011", "call/statement.en.md:21")


def test_a_version_that_is_expected_is_told_once(tmp_path: Path) -> None:
    found(tmp_path, ENGLISH)
    works = read.works([tmp_path]).works

    (fault,) = compared(works, lambda _: ("fr", "en", "ru"))

    assert (fault.code, fault.detail, fault.severity.value) == ("L-016", "call in ru", "warning")


def test_works_of_other_names_are_not_compared(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.fr.md").write_text(f'+++\nkind = "page"\n+++\n# {name}\n\n{name}\n')

    assert compared(read.works([tmp_path]).works, lambda _: ()) == []
