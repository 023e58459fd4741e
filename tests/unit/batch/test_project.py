"""The settings of a project."""

import pytest

from publish.batch.project import house


def settings(folder, text):
    (folder / "publish.toml").write_text(text, encoding="utf-8")
    return house(folder)


def test_a_project_without_settings_uses_ours(tmp_path):
    found, faults = house(tmp_path)
    assert (found.folder, found.brand.names, faults) == (tmp_path, (), [])


def test_settings_are_used(tmp_path):
    found, faults = settings(tmp_path, '[house]\nname = "Office"\naccent = "#112233"\n')
    assert (str(found.brand.names[0]), found.brand.colours.accent, faults) == (
        "Office",
        "#112233",
        [],
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ('[house]\nname = Office"\n', "S-002", 2, "cannot be understood"),
        ('[house]\n\nacent = "#112233"\n', "S-003", 3, "did you mean accent?"),
        ('[hose]\nname = "Office"\n', "S-003", 1, "did you mean house?"),
        ("[house]\nname = 7\n", "S-004", 2, "quotation marks"),
        ('[house]\nname = " "\n', "S-004", 2, "quotation marks"),
        ('house = "Office"\n', "S-004", 1, "[house]"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, code, line, said, tmp_path):
    _, (fault,) = settings(tmp_path, text)
    assert (fault.code, fault.place.line) == (code, line)
    assert said in str(fault)


def test_all_faults_are_told_at_once_and_the_rest_is_kept(tmp_path):
    found, faults = settings(tmp_path, '[house]\nname = "Office"\nx = 1\naccent = 2\n')
    assert str(found.brand.names[0]) == "Office"
    assert [fault.code for fault in faults] == ["S-003", "S-004"]


def test_settings_that_are_no_text_are_a_fault(tmp_path):
    (tmp_path / "publish.toml").write_bytes(b"\xff\xfe")
    _, (fault,) = house(tmp_path)
    assert (fault.code, fault.detail) == ("S-002", "it is no text in UTF-8")
