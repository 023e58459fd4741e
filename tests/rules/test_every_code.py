"""No fault code without a case: a folder here, or a test elsewhere that names the code."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from publish.standards import rules
from publish.standards.ruling import RULINGS

HERE = Path(__file__).parent

for module in pkgutil.iter_modules(rules.__path__):
    importlib.import_module(f"publish.standards.rules.{module.name}")


@pytest.fixture(scope="module")
def named() -> set[str]:
    """All codes that tests name."""
    texts = (file.read_text(encoding="utf-8") for file in HERE.parent.rglob("*.py"))
    return {code for text in texts for code in re.findall(r"\b[A-Z]-\d{3}\b", text)}


@pytest.mark.parametrize("code", sorted(RULINGS))
def test_there_is_a_case(code: str, named: set[str]) -> None:
    folder = HERE / code
    if folder.is_dir():
        assert {path.name.split(".")[0] for path in folder.iterdir()} == {"pass", "fail"}
        assert (folder / "fail.fault").is_file()
    else:
        assert code in named


def test_every_folder_is_of_a_code() -> None:
    assert {folder.name for folder in HERE.glob("?-*")} <= RULINGS.keys()
