"""Limits of print shops: ours by name, a shop's own from its file."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from publish.errors import WrongCall
from publish.standards.limits import BOUNDS, Limits, limit_sets, limits


def own(folder: Path, written: str) -> Path:
    file = folder / "shop.toml"
    file.write_text(written, encoding="utf-8")
    return file


def test_each_shipped_set_can_be_read() -> None:
    assert limit_sets() == (
        "digital",
        "heatset",
        "newspaper",
        "sheetfed-coated",
        "sheetfed-uncoated",
    )
    assert all(limits(name).name == name for name in limit_sets())


def test_every_number_has_bounds() -> None:
    assert set(BOUNDS) == {one.name for one in fields(Limits)} - {"name", "title"}


def test_a_shop_names_only_what_differs(tmp_path: Path) -> None:
    found = limits(own(tmp_path, 'base = "digital"\nink_limit = 290\n'))
    assert found.name == "shop.toml"
    assert found.ink_limit == 290
    assert found.bleed == limits("digital").bleed


def test_a_path_in_words_is_a_file(tmp_path: Path) -> None:
    file = own(tmp_path, 'title = "Ours"\nbase = "heatset"\n')
    assert limits(str(file)).title == "Ours"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('base = "digital"\nink_limits = 290\n', "unknown key 'ink_limits'\n  hint did you mean"),
        ('base = "offset"\n', "base must be one of our sets"),
        ('base = "digital"\nink_limit = "290"\n', "must be a number"),
        ('base = "digital"\nink_limit = true\n', "must be a number"),
        ('base = "digital"\nink_limit = 2.9\n', "is not between 100 and 400"),
        ('base = "digital"\nink_limit = nan\n', "is not between 100 and 400"),
        ('base = "digital"\nink_limit = 250\nink_wanted = 260\n', "is more than ink_limit"),
        ('base = "digital"\ntitle = 3\n', "title must be words"),
        ("ink_limit = 250\n", "are missing\n  hint take the rest"),
        ("ink_limit = = 250\n", "is not a TOML file"),
    ],
)
def test_a_slip_is_told_with_file_and_key(tmp_path: Path, written: str, said: str) -> None:
    with pytest.raises(WrongCall) as met:
        limits(own(tmp_path, written))
    assert "shop.toml" in str(met.value)
    assert said in str(met.value)


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(WrongCall, match="did you mean sheetfed-coated"):
        limits("sheetfed-coatd")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="cannot be read"):
        limits(tmp_path / "none.toml")


def test_the_page_about_limits_tells_each_key_and_set() -> None:
    page = Path(__file__).resolve().parents[4] / "docs" / "how-to" / "limits.md"
    text = page.read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| .* \| (\S+) \| \S+ \|$", text, re.MULTILINE))
    coated = limits("sheetfed-coated")
    assert {key: float(value) for key, value in told.items()} == {
        key: getattr(coated, key) for key in BOUNDS
    }
    assert all(f"| `{name}` |" in text for name in limit_sets())
