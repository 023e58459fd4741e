"""The reference pages are what the code says, and nothing of the code is missing in them."""

import importlib.util
import re
from pathlib import Path

import pytest

from publish.errors import ExitCode
from publish.standards.ruling import RULINGS

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages(maker):
    return maker.reference()


def test_the_pages_are_up_to_date(maker, pages):
    assert maker.outdated(pages) == [], "type: make reference"


def test_every_command_and_option_has_an_entry(maker, pages):
    page = pages["commands.md"]
    group = maker.typer.main.get_command(maker.app)
    for name, command in group.commands.items():
        section = page.partition(f"\n## publish {name}\n")[2].partition("\n## ")[0]
        assert section, name
        for parameter in command.params:
            for option in [*parameter.opts, *parameter.secondary_opts]:
                known = option if option.startswith("-") else parameter.metavar or ""
                assert known in section, f"{name} {option}"


def test_every_fault_code_has_an_entry(pages):
    assert RULINGS
    assert [code for code in RULINGS if f"\n## {code}\n" not in pages["faults.md"]] == []


def test_every_exit_code_has_an_entry(pages):
    assert all(f"\n| {int(code)} | " in pages["exit-codes.md"] for code in ExitCode)


def test_every_key_of_front_matter_has_an_entry(maker, pages):
    for model in maker.models():
        name = model.__name__.removesuffix("Fields")
        section = pages["front-matter.md"].partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", section, re.MULTILINE)
        assert [key for key, meaning in rows if meaning.strip()] == list(model.__annotations__)


def test_the_tutorial_shows_every_command(maker):
    tutorial = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    names = maker.typer.main.get_command(maker.app).commands
    assert [name for name in names if f"publish {name}" not in tutorial] == []
