"""The ledger of PDF/X-4 names every rule of ours, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import publish
from publish.check.preflight.checks import CHECKS, load_rules
from publish.check.preflight.rule import RULES

HOME = Path(publish.__file__).parent
TEXT = (HOME / "standards" / "x4.md").read_text(encoding="utf-8")
load_rules()


def _named() -> set[str]:
    found = set(re.findall(r"\bX\d\d\b", TEXT))
    for first, last in re.findall(r"\bX(\d\d) to X(\d\d)\b", TEXT):
        found |= {f"X{number:02}" for number in range(int(first), int(last) + 1)}
    return found


def test_every_rule_is_in_the_ledger() -> None:
    assert _named() == {number for number in RULES if number.startswith("X")}


def test_modules_that_are_named_exist() -> None:
    for file in re.findall(r"`([a-z_/0-9]+\.py)`", TEXT):
        assert (HOME / file).is_file(), file


def test_every_rule_has_a_function_but_the_first_two() -> None:
    checked = {one.number for rules, _ in CHECKS for one in rules}
    assert RULES.keys() - checked == {"X00", "X01"}


def test_words_of_rules_are_whole() -> None:
    for one in RULES.values():
        assert one.title[0].islower() or one.title.split()[0].isupper() or one.title[0].isupper()
        assert not one.title.endswith(".")
        assert one.remedy.endswith("."), one.number
        assert one.basis
