"""Settings of projects and brands: what stands over what, and what is wrong with which line."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from publish.cli import new
from publish.model import Brand, Colours, House, Words
from publish.read import house
from publish.read.brand import fields, shipped_brands
from publish.read.brand.tokens import is_value

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 100"><path d="M0 0h9v9z"/></svg>'


def settings(folder: Path, text: str) -> tuple[House, list[str]]:
    (folder / "publish.toml").write_text(text, encoding="utf-8")
    found, faults = house(folder)
    return found, [f"{fault.code} {fault.place}" for fault in faults]


def drawing(folder: Path, name: str, width: int = 200) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(DRAWING.format(width))


def test_a_project_without_settings_uses_ours(tmp_path):
    assert house(tmp_path) == (House(tmp_path), [])


def test_all_settings_are_used(tmp_path):
    found, faults = settings(
        tmp_path,
        """
languages = ["fr", "zh-hans"]
address = "https://press.example/"
website = "oma.example"
[names]
fr = "Office"
[page]
format = "Letter"
masthead = "plain"
marks = "mono"
[typography]
rules = false
digits = "latin"
[large-print]
size = 20
[text]
width = 0
[faces]
text = ["Source Sans 3"]
[faces.Arab]
text = ["IBM Plex Sans Arabic"]
[tokens]
hand = " 12mm "
""",
    )
    assert faults == []
    assert (found.languages, found.address) == (("fr", "zh-Hans"), "https://press.example/")
    assert (found.typography, found.digits) == (False, "latin")
    assert (found.large_print, found.text_width) == (20, 0)
    brand = found.brand
    assert (brand.names, brand.website) == ((Words("Office", "fr"),), "oma.example")
    assert (brand.format, brand.masthead, brand.marks) == ("Letter", "plain", "mono")
    assert brand.faces.text == ("Source Sans 3",)
    assert brand.faces.scripts == (("Arab", "text", ("IBM Plex Sans Arabic",)),)
    assert brand.tokens == (("hand", "12mm"),)


def test_the_project_stands_over_its_brand_and_that_over_what_it_builds_on(tmp_path):
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / "brand.toml").write_text(
        'brand = "band"\n[names]\nen = "Doors"\nfr = "Portes"\n[colours]\nink = "#101010"\n'
        'accent = "#7a1f5c"\n[tokens]\nhand = "9mm"\n'
    )
    found, faults = settings(
        tmp_path, 'brand = "look"\n[names]\nen = "Windows"\n[colours]\naccent = "#005544"\n'
    )
    brand = found.brand
    assert faults == []
    assert (brand.key, brand.folder) == ("look", tmp_path / "look")
    assert brand.base == shipped_brands()["band"]
    assert {name.language: name.text for name in brand.names} == {"en": "Windows", "fr": "Portes"}
    assert (brand.colours.accent, brand.colours.ink) == ("#005544", "#101010")
    assert brand.masthead == "band"
    assert dict(brand.tokens)["hand"] == "9mm"


def test_a_folder_called_brand_needs_no_setting(tmp_path):
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "brand.toml").write_text('website = "doors.example"\n')
    found, faults = settings(tmp_path, "")
    assert (found.brand.website, faults) == ("doors.example", [])


def test_a_fault_of_a_brand_names_its_own_file(tmp_path):
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / "brand.toml").write_text('\n[colours]\nacent = "#000000"\n')
    assert settings(tmp_path, 'brand = "look"\n')[1] == ["S-003 look/brand.toml:3"]


def test_rail_says_what_holds_without_it(tmp_path):
    found, faults = settings(tmp_path, 'brand = "rail"\n')
    assert faults == []
    assert found.brand == Brand(folder=shipped_brands()["rail"])


@pytest.mark.parametrize("name", sorted(shipped_brands()))
def test_our_brands_have_no_fault(name):
    found, faults = house(shipped_brands()[name])
    assert faults == []
    assert found.brand.key == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[names]\nen = Office"\n', "S-002 publish.toml:2"),
        ('[names]\nen = "A"\nen = "B"\n', "S-002 publish.toml:3"),
        ('[house]\nname = "Office"\n', "S-003 publish.toml:1"),
        ('[colours]\n\nacent = "#112233"\n', "S-003 publish.toml:3"),
        ("[names]\nen = 7\n", "S-004 publish.toml:2"),
        ('[names]\nxx-yy-zz-qq = "A"\n', "S-004 publish.toml:2"),
        ('[colours]\naccent = "blue"\n', "S-004 publish.toml:2"),
        ('[page]\nformat = "A5"\n', "S-004 publish.toml:2"),
        ('address = "press.example"\n', "S-004 publish.toml:1"),
        ("[large-print]\nsize = 12\n", "S-004 publish.toml:2"),
        ('languages = ["fr", "q"]\n', "S-004 publish.toml:1"),
        ('brand = "nowhere"\n', "B-002 publish.toml:1"),
        ('[[logos]]\nfile = "../a.svg"\nalt = { en = "A" }\n', "R-062 publish.toml:2"),
        ('[[logos]]\nfile = "a.svg"\nalt = { en = "A" }\n', "R-061 publish.toml:2"),
        ('[[logos]]\nalt = { en = "A" }\n', "S-004 publish.toml:1"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, said, tmp_path):
    assert settings(tmp_path, text)[1] == [said]


def test_the_nearest_key_is_named(tmp_path):
    (tmp_path / "publish.toml").write_text("[large-print]\nsiz = 18\n")
    _, (fault,) = house(tmp_path)
    assert "large-print, siz" in str(fault)
    assert "did you mean size?" in str(fault)


def test_all_faults_are_told_at_once_and_the_rest_is_kept(tmp_path):
    found, faults = settings(tmp_path, '[names]\nen = "Office"\n[page]\nx = 1\nformat = 2\n')
    assert found.brand.names == (Words("Office", "en"),)
    assert faults == ["S-003 publish.toml:4", "S-004 publish.toml:5"]


def test_settings_that_are_no_text_are_a_fault(tmp_path):
    (tmp_path / "publish.toml").write_bytes(b"\xff\xfe")
    _, (fault,) = house(tmp_path)
    assert (fault.code, fault.detail) == ("S-002", "it is no text in UTF-8")


def test_colours_that_cannot_be_told_apart_are_left_out(tmp_path):
    found, faults = settings(tmp_path, '[colours]\naccent = "#eeeeee"\nink = "#000000"\n')
    assert faults == ["B-001 publish.toml:2"]
    assert found.brand.colours == Colours(ink="#000000")


def test_a_dark_paper_is_judged_with_what_stands_on_it(tmp_path):
    found, faults = settings(tmp_path, '[colours]\npaper = "#202020"\n')
    assert faults == ["B-001 publish.toml:2"]
    assert found.brand.colours == Colours()


def test_paths_of_a_brand_count_from_its_folder(tmp_path):
    drawing(tmp_path, "look/logos/doors.svg", 300)
    (tmp_path / "look" / "brand.toml").write_text(
        '[[logos]]\nfile = "logos/doors.svg"\nalt = { en = "Doors" }\nbody = ["D", "P"]\n'
    )
    found, faults = settings(tmp_path, 'brand = "look"\n')
    (logo,) = found.brand.logos
    assert faults == []
    assert (logo.path, logo.ratio) == ("look/logos/doors.svg", 3)
    assert (logo.body, logo.also) == ("D", ("P",))
    assert logo.place is not None
    assert str(logo.place) == "look/brand.toml:1"


def test_a_drawing_that_does_more_than_draw_is_refused(tmp_path):
    (tmp_path / "a.svg").write_text(DRAWING.format(9).replace("<path", "<script>x()</script><path"))
    found, faults = settings(tmp_path, '[[logos]]\nfile = "a.svg"\nalt = { en = "A" }\n')
    assert faults == ["R-065 publish.toml:2"]
    assert found.brand.logos == ()


def test_the_clear_margins_of_a_picture_are_no_part_of_the_mark(tmp_path):
    picture = Image.new("RGBA", (1000, 600), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (100, 50, 900, 450))
    picture.save(tmp_path / "a.png")
    found, faults = settings(tmp_path, '[[logos]]\nfile = "a.png"\nalt = { en = "A" }\n')
    (logo,) = found.brand.logos
    assert faults == []
    assert logo.ratio == 2
    assert logo.margins == (50 / 400, 100 / 400, 150 / 400, 100 / 400)


@pytest.mark.parametrize("value", ["12mm", "-3pt", "1.5", "calc(2 * var(--line))", "#0b5394"])
def test_a_value_of_css(value):
    assert is_value(value)


@pytest.mark.parametrize(
    "value",
    ["", " ", "1mm; color: red", "1mm }", "{", "url(x)", "1 /* 2", "calc(1", ")(", "'a'", "a\\b",
     "attr(x)", "1mm\n2mm", "@import", "<", "9" * 200],
)  # fmt: skip
def test_no_value_of_css(value):
    assert not is_value(value)


@pytest.mark.parametrize(
    ("value", "instead_of", "fits"),
    [
        ("12mm", "10mm", True),
        (".5pt", ".75pt", True),
        ("0", "10mm", True),
        ("15", "15pt", False),
        ("red", "25mm", False),
        ("calc(2 * var(--line))", "15pt", True),
        ("700", "600", True),
        ("7pt", "600", False),
        ("lining-nums", "oldstyle-nums", True),
    ],
)
def test_a_value_is_of_the_kind_that_it_replaces(value, instead_of, fits):
    assert is_value(value, instead_of) is fits


@given(st.text(alphabet=string.printable, max_size=40))
def test_no_value_leaves_its_line(text):
    assert not (is_value(text) and re.search(r"[;{}@<>\\\"'\n]|/\*|url", text))


def test_the_sample_project_shows_every_key(tmp_path):
    """Each line that is switched off can be switched on, and all of them together are right."""
    sample = Path(new.__file__).parent / "project"
    for file in sample.rglob("*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(sample)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = re.sub(r"(?m)^#(?=[\w\[])", "", file.read_text(encoding="utf-8"))
            copy.write_text(text, encoding="utf-8")
    found, faults = house(tmp_path)
    assert [str(fault) for fault in faults if fault.code != "B-007"] == []
    assert found.brand.logos[0].reversed is not None
    brand = (tmp_path / "brand" / "brand.toml").read_text(encoding="utf-8")
    project = (tmp_path / "publish.toml").read_text(encoding="utf-8")
    for model in (fields.BrandFields, fields.ColourFields, fields.SheetFields, fields.LogoFields):
        assert [key for key in model.model_fields if not re.search(rf"\b{key}\b", brand)] == []
    for model in (fields.PrintFields, fields.ConditionFields, fields.PaperFields):
        assert [key for key in model.model_fields if not re.search(rf"\b{key}\b", project)] == []
    for key in set(fields.ProjectFields.model_fields) - set(fields.BrandFields.model_fields):
        assert key.replace("_", "-") in project
