"""What front matter gives for an organisation page, and what contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import read
from publish.model import Organisation, Place

HEAD = '+++\nkind = "organisation"\nlang = "en"\ntitle = "Who we are"\n'
STRUCTURE = "\n## Structure {#structure}\n\n- Council\n    - Director\n"


def reading(folder: Path, front: str, text: str = "\nText.\n") -> read.Reading:
    file = folder / "who.en.md"
    file.write_text(f"{HEAD}{front}+++\n{text}", encoding="utf-8")
    return read.works([file])


def organisation(folder: Path, front: str, text: str = "\nText.\n") -> Organisation:
    found = reading(folder, front, text)
    assert found.faults == ()
    content = found.works[0].content
    assert isinstance(content, Organisation)
    return content


def test_figures_know_their_line(tmp_path: Path) -> None:
    front = '[[figures]]\nvalue = "3.2 M"\nlabel = "People"\nsource = "Report"\nyear = 2025\n'
    (one,) = organisation(tmp_path, front).figures
    assert (one.value.text, one.label.text, one.source and one.source.text, one.year) == (
        "3.2 M",
        "People",
        "Report",
        2025,
    )
    assert one.value.place == Place("who.en.md", 6)


def test_more_than_eight_figures_are_a_fault(tmp_path: Path) -> None:
    front = '[[figures]]\nvalue = "1"\nlabel = "One"\n' * 9
    (fault,) = reading(tmp_path, front).faults
    assert "it has 9 entries; 8 is the most" in str(fault)


def test_history_says_a_year_or_words(tmp_path: Path) -> None:
    front = '[[history]]\nyear = 1962\ntext = "A"\n[[history]]\nwhen = "June 1970"\ntext = "B"\n'
    events = organisation(tmp_path, front).history
    assert [(one.when.text, one.text.text) for one in events] == [("1962", "A"), ("June 1970", "B")]


def test_history_without_a_date_is_a_fault(tmp_path: Path) -> None:
    (fault,) = reading(tmp_path, '[[history]]\ntext = "A"\n').faults
    assert "history 1, year" in str(fault)


def test_an_unsafe_address_is_no_link(tmp_path: Path) -> None:
    found = reading(tmp_path, '[[documents]]\ntitle = "Charter"\naddress = "javascript:x"\n')
    assert [fault.code for fault in found.faults] == ["R-047"]
    content = found.works[0].content
    assert isinstance(content, Organisation)
    assert content.documents[0].address == ""


def test_the_structure_of_the_front_matter_goes_into_its_section(tmp_path: Path) -> None:
    front = '[[divisions]]\nname = "Council"\nhead = { name = "Ana Ruiz", role = "Chair" }\n'
    content = organisation(tmp_path, front, "\n## How {#structure}\n\nText.\n")
    (section,) = content.sections
    assert section.divisions[0].head_role is not None
    assert content.divisions == ()
    assert organisation(tmp_path, front).divisions == section.divisions


@pytest.mark.parametrize(("key", "known"), [("where", "countries"), ("history", "history")])
def test_a_section_says_what_it_is_about(tmp_path: Path, key: str, known: str) -> None:
    content = organisation(tmp_path, "", f"\n## Heading {{#{key}}}\n\nText.\n")
    assert content.sections[0].key == known


@pytest.mark.parametrize(
    ("front", "text", "fault"),
    [
        (
            '[[leadership]]\nname = "Ana Ruiz"\nportrait_alt = "Ana"\n',
            "\nText.\n",
            "O-001 a portrait is described, but there is none: Ana Ruiz",
        ),
        (
            '[[divisions]]\nname = "Council"\n',
            STRUCTURE,
            "O-002 the structure is given twice: the list begins on line 11",
        ),
        (
            'structure_view = "chart"\n',
            "\nText.\n",
            "O-003 structure_view is set, but the text has no structure: chart",
        ),
        (
            '[[history]]\nyear = 1962\nwhen = "June 1962"\ntext = "Begun."\n',
            "\nText.\n",
            "R-024 wrong value in the front matter: history 1, year: when is given too, and says "
            "June 1962",
        ),
        (
            'acronym = "IT"\n',
            "\nText.\n",
            "R-024 wrong value in the front matter: acronym: it goes with body, which is not there",
        ),
        (
            'acronym = "IT"\nbody = { name = "Institute", acronym = "TI" }\n',
            "\nText.\n",
            "R-024 wrong value in the front matter: acronym: it is IT here and TI in body",
        ),
    ],
)
def test_contradictions(tmp_path: Path, front: str, text: str, fault: str) -> None:
    (found,) = reading(tmp_path, front, text).faults
    assert str(found).splitlines()[0] == fault


@pytest.mark.parametrize(
    ("front", "fault"),
    [
        ('dateline_mark = " – "\n', "dateline_mark: it goes with dateline, which is not there"),
        (
            '[[signatories]]\nname = "Ana Ruiz"\nsignature_alt = "A. R."\n',
            "signature_alt: it goes with signature, which is not there",
        ),
    ],
)
def test_a_key_of_a_statement_that_says_nothing_alone(
    tmp_path: Path, front: str, fault: str
) -> None:
    text = f'+++\ntitle = "T"\n{front}+++\n\nText.\n'
    (tmp_path / "a.en.md").write_text(text, encoding="utf-8")
    (found,) = read.works([tmp_path / "a.en.md"]).faults
    assert found.detail == fault


def test_a_portrait_needs_words(tmp_path: Path) -> None:
    front = '[[leadership]]\nname = "Ana Ruiz"\nportrait = "ana.png"\n'
    assert [fault.code for fault in reading(tmp_path, front).faults] == ["R-060", "R-061"]
