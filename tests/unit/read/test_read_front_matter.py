from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.read import field_faults, fields, front_matter
from publish.read.findings import Findings
from publish.read.front_matter import FrontMatter

EXAMPLE = '''+++
kind = "statement" # a comment with [[signatories]]
title = "One = two"
note = """
name = "not a key"
[[signatories]]
"""
subjects = [
  "a", # ]
  "b",
]

[[signatories]]
name = 'Ana "A" Ruiz'
"role" = "Director"

[[signatories]]
body = {name = "Test Office", acronym = "TO"}

[[divisions]]
name = "Top"
[[divisions.parts]]
name = "First"
[[divisions.parts]]
name = "Second"
[divisions.parts.head]
name = "Li"
+++

Text.
'''


def parted(text: str) -> tuple[FrontMatter | None, list[str]]:
    findings = Findings("call.md")
    found = front_matter.part(text, findings)
    return found, [f"{fault.code}:{fault.place.line} {fault.detail}" for fault in findings.faults]


def test_body_keeps_its_lines() -> None:
    found, faults = parted(EXAMPLE)

    assert faults == []
    assert found is not None
    assert found.body.split("\n").index("Text.") == EXAMPLE.split("\n").index("Text.")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("kind",), 2),
        (("title",), 3),
        (("note",), 4),
        (("subjects",), 8),
        (("subjects", 1), 8),
        (("signatories", 0), 13),
        (("signatories", 0, "name"), 14),
        (("signatories", 0, "role"), 15),
        (("signatories", 1, "body"), 18),
        (("signatories", 1, "body", "acronym"), 18),
        (("divisions", 0, "name"), 21),
        (("divisions", 0, "parts", 1, "name"), 25),
        (("divisions", 0, "parts", 1, "head", "name"), 27),
        (("nowhere",), 1),
    ],
)
def test_line_of_each_value(path: front_matter.Path, line: int) -> None:
    found, _ = parted(EXAMPLE)

    assert found is not None
    assert found.line_of(path) == line


@pytest.mark.parametrize(
    ("text", "line"), [('a = """\nfirst', 3), ('a = """first', 2), ("a = '''\nfirst", 3)]
)
def test_line_on_which_a_text_begins(text: str, line: int) -> None:
    found, _ = parted(f"+++\n{text}\n{text[4:7]}\n+++\nBody")

    assert found is not None
    assert found.text_line_of(("a",)) == line


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("title: A call", "R-022:2 there is no = after the key"),
        ('title = "A call', "R-022:2 a text is not closed with a quotation mark, or holds a"),
        ("title = A call", "R-022:2 the value cannot be understood; text stands between quot"),
        ("a = 1\na = 2", "R-026:3 a"),
        ("[a]\nb = 1\n[a]", "R-026:4 a"),
        ("a = [1, 2", "R-022:"),
        ("date = 2022-02-30", "R-022:2 "),
        ('a = "x" "y"', "R-022:2 something stands behind the value"),
    ],
)
def test_broken_data_is_said_in_plain_words(data: str, fault: str) -> None:
    found, faults = parted(f"+++\n{data}\n+++\nBody")

    assert found is None
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def checked(data: str) -> tuple[fields.CommonFields | None, list[str]]:
    findings = Findings("call.md")
    found = front_matter.part(f"+++\n{data}\n+++\nBody", findings)
    assert found is not None
    return field_faults.checked(found, findings), [
        f"{fault.code}:{fault.place.line} {fault.detail} > {fault.hint}"
        for fault in findings.faults
    ]


def test_wrong_entries_are_said_all_at_once_and_the_others_are_kept() -> None:
    kept, faults = checked('title = 7\nsymbl = "x"\nseries = "S"\nsubjects = ["a", 2, "c"]')

    assert [fault.split(" >")[0] for fault in faults] == [
        "R-024:2 title: it must be text between quotation marks",
        "R-024:5 subjects 2: it must be text between quotation marks",
        "R-023:3 symbl",
    ]
    assert "did you mean symbol?" in faults[2]
    assert isinstance(kept, fields.StatementFields)
    assert kept.title is None
    assert kept.series == "S"
    assert kept.subjects == ["a", "c"]


def test_a_wrong_value_is_not_missed_as_well() -> None:
    data = 'kind = "organisation"\n[[figures]]\nvalue = 40\nlabel = "x"\n[[figures]]\nlabel = "y"\n'
    found, faults = checked(data)

    assert isinstance(found, fields.OrganisationFields)
    assert found.figures == []
    assert [fault.split(" >")[0] for fault in faults] == [
        "R-024:4 figures 1, value: it must be text between quotation marks",
        "R-025:6 figures 2, value",
    ]


def test_unknown_kind_is_read_as_a_statement() -> None:
    kept, faults = checked('kind = "letter"')

    assert faults[0].startswith("R-024:2 kind: it must be one of statement, organisation, page")
    assert isinstance(kept, fields.StatementFields)


def test_keys_of_another_kind_are_unknown() -> None:
    _, faults = checked('kind = "organisation"\nlead = "x"')

    assert faults[0].startswith("R-023:3 lead")


def test_blank_text_is_no_text() -> None:
    _, faults = checked('title = "  "')

    assert faults[0].startswith("R-024:2 title: it is empty")


def test_true_is_no_number_and_dates_are_dates() -> None:
    _, faults = checked("version = true\nfounded = 1950\ndate = 2022-06-24T10:00:00")

    assert [fault.split(" ")[0] for fault in faults] == ["R-024:4", "R-024:2", "R-023:3"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "[[signatories]]",
                "[contacts]",
                "[[divisions.parts]]",
                'name = "A"',
                "name = 1",
                'body = {name = "B"}',
                "body = [1]",
                'kind = "organisation"',
                'kind = "page"',
                "signatories = []",
                "signatories = [[1]]",
                "a.b.c = 1",
                'note = """',
                '"""',
                "roles = [",
                "]",
                "date = 2022-01-01",
                "= 1",
                "parts = [{name = {}}]",
                "+++",
            ]
        ),
        max_size=12,
    )
)
def test_any_front_matter_is_answered(lines: list[str]) -> None:
    findings = Findings("call.md")

    found = front_matter.part("\n".join(["+++", *lines, "+++"]), findings)

    if found is None:
        assert findings.faults
    else:
        field_faults.checked(found, findings)
