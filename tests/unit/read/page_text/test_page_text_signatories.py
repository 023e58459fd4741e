"""Lines of signatories, cut from both ends; labels above them."""

from __future__ import annotations

import pytest

from publish.read.page_text import recognise
from publish.read.page_text.labels import signing_label
from publish.read.page_text.signatories import Evidence, read_signatory

from .accounts import assert_nothing_lost
from .samples import ENGLISH

THREE_PARTS = [
    ("Ann de Bo, Director, AMP", "Ann de Bo", "Director", "AMP"),
    ("J. R. O'Neill, Director, a.i., and Envoy, AMP", "J. R. O'Neill",
     "Director, a.i., and Envoy", "AMP"),
    ("Ann Bo, Jr., PhD, Director, AMP", "Ann Bo, Jr., PhD", "Director", "AMP"),
    ("Ahmad bin Rashid, Director, Fund (for floods, and fires)", "Ahmad bin Rashid", "Director",
     "Fund (for floods, and fires)"),
    ("张三，负责桥梁、渡口事务的主任，港口署", "张三", "负责桥梁、渡口事务的主任", "港口署"),
    ("张三、主任、港口署", "张三", "主任", "港口署"),
    ("كريم بن حداد، المدير، وكالة الموانئ", "كريم بن حداد", "المدير", "وكالة الموانئ"),
    ("Ann Bo, Director, AMP;", "Ann Bo", "Director", "AMP"),
    ("Ann Bo,Director,AMP", "Ann Bo", "Director", "AMP"),
]  # fmt: skip

#: With less than three parts: the line, name, role, body.
FEWER_PARTS = [
    ("Ann Bo, AMP", "Ann Bo", "", "AMP"),
    ("Ann Bo, UN-Bridges", "Ann Bo", "", "UN-Bridges"),
    ("Ann Bo, Agency for Ports", "Ann Bo", "", "Agency for Ports"),
    ("Ann Bo, Special Rapporteur on bridges", "Ann Bo", "Special Rapporteur on bridges", ""),
    ("Ann Bo, Special Rapporteur on bridges, fords and ferries", "Ann Bo",
     "Special Rapporteur on bridges, fords and ferries", ""),
    ("张三，桥梁问题特别报告员", "张三", "桥梁问题特别报告员", ""),
    ("AMP", "", "", "AMP"),
    ("Agency for Ports (AFP)", "", "", "Agency for Ports (AFP)"),
    ("港口署", "", "", "港口署"),
    ("Dr. Ann Bo", "Dr. Ann Bo", "", ""),
    ("A. Bo", "A. Bo", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name", "role", "body"), THREE_PARTS + FEWER_PARTS)
def test_parts(line: str, name: str, role: str, body: str) -> None:
    found = read_signatory(line, Evidence())
    assert (found.name, found.role, found.body) == (name, role, body)


def test_guess_between_role_and_body_is_told() -> None:
    found = read_signatory("Ann Bo, Something Unheard", Evidence())
    assert (found.role, found.confidence.value) == ("Something Unheard", "low")
    assert "neither a known role nor a known body" in found.reason


def test_body_named_elsewhere_is_a_body() -> None:
    evidence = Evidence(bodies=frozenset({"ferry friends"}), heading="Statement by Fgh and AMP")
    assert read_signatory("Ann Bo, Ferry Friends", evidence).body == "Ferry Friends"


def test_bodies_only() -> None:
    lines = ["Signatories", "- AMP", "- Friends of the Ferry", "- Save the Bridges"]
    text = "\n".join(ENGLISH.statement(()) + lines)
    found = recognise(text, "p.txt")
    assert found.statement is not None
    assert all(s.person is None for s in found.statement.signatories)
    bodies = [s.body.name.text for s in found.statement.signatories if s.body]
    assert bodies == ["AMP", "Friends of the Ferry", "Save the Bridges"]
    assert_nothing_lost(text, found)


def test_acronym_in_brackets_is_the_acronym() -> None:
    text = "\n".join([*ENGLISH.statement(()), "Signed by:", "- Ann Bo, Head, Ferry Fund (FF)"])
    statement = recognise(text, "p.txt").statement
    assert statement is not None
    body = statement.signatories[0].body
    assert body is not None and body.acronym is not None
    assert (body.name.text, body.acronym.text) == ("Ferry Fund", "FF")


LABELS = [
    "Signed by", "Signed by:", "SIGNATORIES", "The signatories:", "Signed by the heads of:",
    "On behalf of:", "Signé par :", "Signé par\u00a0:", "Signataires", "Les signataires :",
    "Au nom de :", "Firmado por:", "Firmantes", "En nombre de:", "Подписали:", "Подписано",
    "Подписавшие стороны:", "От имени:", "الموقّعون:", "الموقعون", "وقّعه:", "نيابة عن:",
    "签署人：", "签署方", "联署机构：", "代表：", "共同签署：",
]  # fmt: skip
NO_LABELS = [
    "Signed by nineteen towns, the treaty has kept the bridges open.",
    "Signatories of the treaty met in spring",
    "On behalf of the towns we thank you",
    "On behalf of",
    "Nous avons signé par conviction",
    "代表们今天在会议上发言",
]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_labels(label: str, bullet: str) -> None:
    names = [f"{bullet}Ann Bo, Director, AMP", f"{bullet}Bo Ann, President, OFR"]
    text = "\n".join([*ENGLISH.statement(()), label, *names])
    found = recognise(text, "p.txt", language="en")
    assert found.statement is not None
    assert found.statement.signatories_label is not None
    assert found.statement.signatories_label.text == label
    assert len(found.statement.signatories) == 2
    assert_nothing_lost(text, found)


@pytest.mark.parametrize("text", NO_LABELS)
def test_sentences_are_no_labels(text: str) -> None:
    assert signing_label(text) is None


def test_calls_below_a_similar_line_are_no_signatories() -> None:
    text = "\n".join(
        [*ENGLISH.statement(()), "On behalf of the towns we ask for:", "- more boats",
         "- a keeper for each bridge", "Thank you for reading this long statement to its end."]
    )  # fmt: skip
    statement = recognise(text, "p.txt").statement
    assert statement is not None and statement.signatories == ()
    assert "<li" in statement.body.html


def test_name_behind_the_label() -> None:
    text = "\n".join([*ENGLISH.statement(()), "Signed by: Ann Bo, Director, AMP"])
    found = recognise(text, "p.txt")
    assert found.statement is not None and len(found.statement.signatories) == 1
    label = found.statement.signatories_label
    assert label is not None and label.text == "Signed by:"
    assert_nothing_lost(text, found)


def test_groups_among_signatories() -> None:
    lines = ["Signatories", "North", "- Ann Bo, Director, AMP", "South", "- Bo Ann, Head, OFR",
             "- Cy Dee, Head, FFF"]  # fmt: skip
    text = "\n".join(ENGLISH.statement(()) + lines)
    found = recognise(text, "p.txt")
    assert found.statement is not None
    groups = [str(signatory.group) for signatory in found.statement.signatories]
    assert groups == ["North", "South", "South"]
    assert_nothing_lost(text, found)


def test_list_of_names_without_a_label_is_a_guess() -> None:
    text = "\n".join([*ENGLISH.statement(()), *(f"- {', '.join(s)}" for s in ENGLISH.signed)])
    found = recognise(text, "p.txt")
    assert found.statement is not None and len(found.statement.signatories) == 5
    assert found.statement.signatories_label is None
    guessed = [entry for entry in found.report.entries if entry.became.startswith("signatory")]
    assert {entry.confidence.value for entry in guessed} == {"low"}


def test_label_without_names_is_told() -> None:
    found = recognise("\n".join([*ENGLISH.statement(()), "Signed by:"]), "p.txt")
    assert found.statement is not None and found.statement.signatories == ()
    assert found.report.entries[-1].confidence.value == "low"


#: Forms other than commas: the line, name, role, body.
OTHER_FORMS = [
    ("Ann Bo – Director, AMP", "Ann Bo", "Director", "AMP"),
    ("Ann Bo — Director — Agency for Ports", "Ann Bo", "Director", "Agency for Ports"),
    ("Anne-Marie Bo - Directrice, AMP", "Anne-Marie Bo", "Directrice", "AMP"),
    ("Agency for Ports: Ann Bo, Director", "Ann Bo", "Director", "Agency for Ports"),
    ("Director: Ann Bo", "Ann Bo", "Director", ""),
    ("Ann Bo (AMP)", "Ann Bo", "", "AMP"),
    ("Ann Bo (Agency for Ports)", "Ann Bo", "", "Agency for Ports"),
    ("Ann Bo (Chair)", "Ann Bo", "Chair", ""),
    ("Ferry Friends (FF)", "", "", "Ferry Friends (FF)"),
    ("Ann Bo, Director, Ferry Friends, Ltd.", "Ann Bo", "Director", "Ferry Friends, Ltd."),
    ("Ann Bo, Director, AMP.", "Ann Bo", "Director", "AMP"),
    ("Ann Bo, Director, Office for Roads, Rivers and Bridges (ORRB)", "Ann Bo", "Director",
     "Office for Roads, Rivers and Bridges (ORRB)"),
    ("Ann Bo, Head, Agency for Women, Peace, and Water", "Ann Bo", "Head",
     "Agency for Women, Peace, and Water"),
    ("Ann Bo, Director, Office of Ports, a.i.", "Ann Bo", "Director, Office of Ports, a.i.", ""),
    ("Ann Bo, Secretary for Bridges (AMP)", "Ann Bo", "Secretary for Bridges", "AMP"),
    ("Ferryhilfe e.V.", "", "", "Ferryhilfe e.V."),
    ("г-жа Анна Светлова", "г-жа Анна Светлова", "", ""),
    ("李梅博士", "李梅博士", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name", "role", "body"), OTHER_FORMS)
def test_other_forms(line: str, name: str, role: str, body: str) -> None:
    found = read_signatory(line, Evidence())
    assert (found.name, found.role, found.body) == (name, role, body)
