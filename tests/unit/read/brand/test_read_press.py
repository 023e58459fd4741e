"""Settings of printing: inks of the brand, the condition and its profile, the sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.model.press import Ink, Paper, Press
from publish.read import house
from publish.resources import shipped
from publish.standards import Standard

COATED = shipped("assets") / "press" / "profiles" / "FOGRA39L_coated.icc"
SCREEN = shipped("assets") / "profiles" / "sRGB2014.icc"

OWN = """
[print.condition]
identifier = "OURS"
profile = "shop.icc"
"""


def press(folder: Path, text: str) -> tuple[Press, list[str]]:
    (folder / "publish.toml").write_text(text, encoding="utf-8")
    found, faults = house(folder)
    return found.press, [f"{fault.code} {fault.place} {fault.detail}" for fault in faults]


def test_project_without_settings_is_printed_on_coated_paper(tmp_path: Path) -> None:
    found, faults = press(tmp_path, "")
    assert (found, faults) == (Press(), [])
    assert found.condition is not None and found.condition.identifier == "FOGRA39"


def test_all_settings_are_used(tmp_path: Path) -> None:
    found, faults = press(
        tmp_path,
        """
[print]
condition = "uncoated"
claims = "a-2b"
bleed = 5
marks = false
inks = "black"
highest_ppi = 400
wanted_ppi = 350
quantity = 500
binding = "saddle"
edge = "right"
finishing = ["two folds"]
contact = " Ada "
languages = ["fr", "zh-hans"]
[print.paper]
kind = "offset"
weight = 120
bulk = 1.2
[inks]
accent = { spot = "PANTONE 2945  C", cmyk = [100, 60, 0, 10], tint = 80 }
"#123456" = { cmyk = [0, 0, 0, 50] }
""",
    )
    assert faults == []
    assert found.condition is not None and found.condition.identifier == "FOGRA47"
    assert found.limits == "sheetfed-uncoated"
    assert found.claims == (Standard.A2B,)
    assert (found.bleed, found.slug, found.marks, found.black_only) == (5, 5, False, True)
    assert (found.highest_ppi, found.wanted_ppi) == (400, 350)
    assert (found.quantity, found.binding, found.edge) == (500, "saddle", "right")
    assert (found.finishing, found.contact) == (("two folds",), "Ada")
    assert found.languages == ("fr", "zh-Hans")
    assert (found.paper, found.cover_paper) == (Paper("offset", 120, 1.2), None)
    assert found.paper.thickness == pytest.approx(0.144)
    assert dict(found.inks) == {
        "#0b5394": Ink((1.0, 0.6, 0.0, 0.1), "PANTONE 2945 C", 0.8),
        "#123456": Ink((0.0, 0.0, 0.0, 0.5)),
    }


def test_inks_of_the_project_stand_over_those_of_its_brand(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "brand.toml").write_text(
        '[colours]\naccent = "#004488"\n'
        "[inks]\naccent = { cmyk = [90, 60, 0, 0] }\nalert = { cmyk = [0, 90, 90, 0] }\n"
    )
    found, faults = press(tmp_path, "[inks]\naccent = { cmyk = [100, 50, 0, 0] }\n")
    assert faults == []
    assert dict(found.inks) == {
        "#004488": Ink((1.0, 0.5, 0.0, 0.0)),
        "#a3160f": Ink((0.0, 0.9, 0.9, 0.0)),
    }


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ("accnt = { cmyk = [1, 2, 3, 4] }", "S-003 publish.toml:2 inks, accnt"),
        ('"#12345" = { cmyk = [1, 2, 3, 4] }', "S-003 publish.toml:2 inks, #12345"),
        ("rule = {}", "S-004 publish.toml:2 inks, rule: there is no cmyk"),
        (
            "rule = { cmyk = [1, 2, 3] }",
            "S-004 publish.toml:2 inks, rule, cmyk: it has 3 entries; 4 is the least",
        ),
        (
            "rule = { cmyk = [1, 2, 3, 400] }",
            "S-004 publish.toml:2 inks, rule, cmyk 4: it must be 100 or less",
        ),
        ('rule = { spot = "Gold" }', "P-006 publish.toml:2 inks, rule: Gold"),
        ('rule = { spot = "BLACK", cmyk = [0, 0, 0, 100] }', None),
        (
            'rule = { spot = "All", cmyk = [0, 0, 0, 100] }',
            "P-008 publish.toml:2 inks, rule: “All”",
        ),
        (
            'rule = { spot = "Gold", cmyk = [0, 0, 0, 100] }\n'
            'alert = { spot = "Gold", cmyk = [0, 0, 1, 100] }',
            "P-007 publish.toml:3 Gold is [0, 0, 0, 100] and [0, 0, 1, 100]",
        ),
        (
            'rule = { spot = "PANTONE 485 C", cmyk = [0, 95, 100, 0] }\n'
            'alert = { spot = "Pantone 485 U", cmyk = [0, 95, 100, 0] }',
            "P-007 publish.toml:3 “PANTONE 485 C” and “Pantone 485 U” are one ink",
        ),
        (
            'accent = { cmyk = [0, 95, 100, 0] }\n"#0B5394" = { cmyk = [0, 95, 90, 0] }',
            "P-007 publish.toml:3 accent and #0B5394 are the same colour, #0b5394",
        ),
    ],
)
def test_inks_that_cannot_be_used_are_told(tmp_path: Path, entries: str, fault: str | None) -> None:
    _, faults = press(tmp_path, f"[inks]\n{entries}\n")
    if fault:
        assert faults == [fault]
    else:
        assert [code.split()[0] for code in faults] == ["P-008"]


def test_names_of_numbers_that_differ_are_two_inks(tmp_path: Path) -> None:
    found, faults = press(
        tmp_path,
        '[inks]\nrule = { spot = "PANTONE 485 C", cmyk = [0, 95, 100, 0] }\n'
        'alert = { spot = "PANTONE 486 C", cmyk = [0, 50, 40, 0] }\n',
    )
    assert (len(found.inks), faults) == (2, [])


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ("bleed = 21", "S-004 publish.toml:2 print, bleed: it must be 20 or less"),
        ("bleed = nan", "S-004 publish.toml:2 print, bleed: it must be"),
        ("slug = 7", "P-009 publish.toml:2 7 mm, and bleed and marks need 8 mm"),
        ("blead = 3", "S-003 publish.toml:2 print, blead"),
        ('languages = ["xx"]', "S-004 publish.toml:2 print, languages: there is no language"),
        ('limits = "sheetfed"', "S-004 publish.toml:2 print, limits: there is no set of limits"),
        ('limits = "../x.toml"', "S-004 publish.toml:2 print, limits: ../x.toml is no file of"),
    ],
)
def test_settings_that_cannot_be_used_are_told(tmp_path: Path, settings: str, fault: str) -> None:
    found, faults = press(tmp_path, f"[print]\n{settings}\n")
    (told,) = faults
    assert told.startswith(fault)
    assert found == Press()


def test_limits_of_the_shop_are_a_file_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text('base = "digital"\nink_limit = 260\nink_wanted = 250\n')
    found, faults = press(tmp_path, '[print]\nlimits = "shop.toml"\n')
    assert (found.limits, faults) == ("shop.toml", [])


def test_profile_of_the_shop_is_used(tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(COATED.read_bytes())
    found, faults = press(tmp_path, f"{OWN}ink_limit = 280\n")
    assert faults == []
    assert found.condition is not None
    assert (found.condition.identifier, found.condition.ink_limit) == ("OURS", 280)
    assert found.condition.profile == (tmp_path / "shop.icc").resolve()


def _other(at: int, text: bytes) -> bytes:
    whole = COATED.read_bytes()
    return whole[:at] + text + whole[at + len(text) :]


@pytest.mark.parametrize(
    ("profile", "fault"),
    [
        (None, "P-001 publish.toml:4 shop.icc"),
        (b"", "P-002 publish.toml:4 shop.icc: its first bytes are not those of a profile"),
        (b"%PDF-1.7" + bytes(200), "P-002 publish.toml:4 shop.icc: its first bytes are not"),
        (COATED.read_bytes()[:-900], "P-003 publish.toml:4 shop.icc: it has 178744 bytes and"),
        (COATED.read_bytes()[:100], "P-002 publish.toml:4 shop.icc: its first bytes are not"),
        (SCREEN.read_bytes(), "P-004 publish.toml:4 shop.icc: its colours are RGB"),
        (_other(16, b"GRAY"), "P-004 publish.toml:4 shop.icc: its colours are grey"),
        (_other(12, b"scnr"), "P-005 publish.toml:4 shop.icc: it is of a camera or scanner"),
        (_other(8, b"\5"), "P-003 publish.toml:4 shop.icc: PDF/X-4 has no profiles of version 5"),
        (_other(128, bytes(600)), "P-003 publish.toml:4 shop.icc: no colour can be looked up"),
    ],
)
def test_profile_that_cannot_be_used_leaves_no_condition(
    tmp_path: Path, profile: bytes | None, fault: str
) -> None:
    if profile is not None:
        (tmp_path / "shop.icc").write_bytes(profile)
    found, faults = press(tmp_path, OWN)
    (told,) = faults
    assert told.startswith(fault)
    assert found.condition is None


@pytest.mark.parametrize(
    "settings",
    [
        '[print]\ncondition = "glossy"\n',
        "[print]\ncondition = 3\n",
        '[print.condition]\nname = ""\n',
    ],
)
def test_nothing_of_ours_stands_for_a_condition_that_is_wrong(
    tmp_path: Path, settings: str
) -> None:
    found, faults = press(tmp_path, settings)
    assert faults
    assert found.condition is None


def test_profile_outside_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "shop.icc").write_bytes(COATED.read_bytes())
    project = tmp_path / "project"
    project.mkdir()
    found, faults = press(project, OWN.replace("shop.icc", "../shop.icc"))
    assert faults == ["P-001 publish.toml:4 ../shop.icc"]
    assert found.condition is None


@given(st.binary(min_size=128, max_size=400))
def test_no_file_breaks_the_look_at_a_profile(tmp_path_factory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    whole = content[:36] + b"acsp" + content[40:]
    file = folder / "shop.icc"
    file.write_bytes(len(whole).to_bytes(4, "big") + whole[4:12] + b"prtrCMYKLab " + whole[24:])
    found, faults = press(folder, OWN)
    assert found.condition is None and len(faults) == 1
