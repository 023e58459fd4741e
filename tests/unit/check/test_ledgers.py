"""The ledgers of the standards are complete, decided, and name things that exist."""

from __future__ import annotations

import importlib
import pkgutil
import re
import zipfile
from pathlib import Path

import pytest

import publish
from publish.check import tools
from publish.errors import MachineLacks
from publish.standards import rules
from publish.standards.ruling import RULINGS

HOME = Path(publish.__file__).parent
LEDGERS = {
    "ua1.md": "PDFUA-1",
    "a2a.md": "PDFA-2A",
    "ua2.md": "PDFUA-2-ISO32005",
    "a4.md": "PDFA-4",
}
MARKS = {"enforced", "not used", "documented"}

for module in pkgutil.iter_modules(rules.__path__):
    importlib.import_module(f"publish.standards.rules.{module.name}")


def lines(ledger: str) -> list[list[str]]:
    """Return the rows of a ledger: clause, what it asks, mark, where."""
    text = (HOME / "standards" / ledger).read_text(encoding="utf-8")
    rows = [row.strip("| ").split(" | ") for row in text.splitlines() if row.startswith("| ")]
    return [row for row in rows if row[0] != "clause"]


@pytest.mark.parametrize("ledger", LEDGERS)
def test_every_clause_is_decided(ledger: str) -> None:
    for row in lines(ledger):
        assert len(row) == 4, row
        assert row[2] in MARKS, row
        assert row[3], row


@pytest.mark.parametrize("ledger", LEDGERS)
def test_modules_and_codes_that_are_named_exist(ledger: str) -> None:
    for row in lines(ledger):
        for file in re.findall(r"`([a-z_/0-9]+\.py)`", row[3]):
            assert (HOME / file).is_file(), row
        for code in re.findall(r"\b[A-Z]-\d{3}\b", row[3]):
            assert code in RULINGS, row


@pytest.mark.parametrize(("ledger", "profile"), LEDGERS.items())
def test_every_clause_that_verapdf_knows_is_in_the_ledger(ledger: str, profile: str) -> None:
    try:
        jar = tools.verapdf_jar()
    except MachineLacks as lack:
        pytest.skip(str(lack))
    with zipfile.ZipFile(jar) as archive:
        rules_of_profile = archive.read(f"org/verapdf/pdfa/validation/{profile}.xml").decode()
    known = re.findall(r'<id specification="\w+" clause="([^"]+)"', rules_of_profile)
    rows = lines(ledger)
    clauses = {row[0] for row in rows}
    assert {
        clause.partition(".")[0] if "Table" in clause else clause for clause in known
    } <= clauses
    for row in rows:
        for clause, count in re.findall(r"veraPDF ([\d.]+) \((\d+)\)", row[3]):
            assert known.count(clause) == int(count), row
