"""What goes to a print shop beside a print file: the ticket and the sheet for people."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from publish import read
from publish.check.preflight.run import preflight
from publish.standards.limits import limits

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "water-for-schools.ar.md"
NAME = "water-for-schools.ar"
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1", "PUBLISH_VERAPDF": "none"}
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4242"}
SETTINGS = """\
brand = "rail"

[names]
ar = "منظمة التنقل الهادئ"

[print]
quantity = 750
binding = "none"
finishing = ["folded once"]
contact = "print@oma.example"
languages = ["ar", "en"]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with one text and what its print shop needs to know."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copyfile(EXAMPLES / TEXT, folder / TEXT)
    (folder / "publish.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def built(run, project, tmp_path):
    """The folder of the work, after accessible edition and print edition were made."""
    done = run(
        *("build", project / TEXT, "-o", "out", "--edition", "accessible", "--edition", "print"),
        **HERE,
    )
    assert done.returncode == 0, done.stderr
    return tmp_path / "out" / "water-for-schools"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def failed(built: Path, **changes: object) -> set[str]:
    """Return the rules of the job that the print file breaks under a ticket that was changed."""
    ticket = replace(read.ticket(built / f"{NAME}.ticket.json"), **changes)
    content = (built / f"{NAME}.print.pdf").read_bytes()
    report = preflight(content, limits=limits(ticket.limits), ticket=ticket, measure=False)
    numbers = {one.rule.number for one in report.results if one.outcome.value == "failed"}
    return {number for number in numbers if number.startswith("J")}


def test_ticket_and_sheet_go_with_the_print_file(built, run, project, tmp_path):
    suffixes = ("accessible.pdf", "job-sheet.pdf", "print.pdf", "ticket.json")
    assert sorted(file.name for file in built.iterdir()) == [f"{NAME}.{end}" for end in suffixes]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    listed = {Path(entry["path"]).name: entry["sha256"] for entry in manifest["files"]}
    assert listed == {file.name: digest(file) for file in built.iterdir()}

    ticket = read.ticket(built / f"{NAME}.ticket.json")
    assert ticket.file.sha256 == digest(built / f"{NAME}.print.pdf")
    assert ticket.twin is not None
    assert ticket.twin.sha256 == digest(built / f"{NAME}.accessible.pdf")
    assert (ticket.edge, ticket.quantity, ticket.state) == ("right", 750, "draft")
    assert (ticket.trim, ticket.bleed, ticket.condition) == ((210, 297), 3, "FOGRA39")
    assert "Black" in ticket.parts[0].inks
    assert ticket.preflight is not None
    assert ticket.preflight.failed == ()
    sheet = pypdf.PdfReader(built / f"{NAME}.job-sheet.pdf")
    assert len(sheet.pages) == 2

    # What is ordered is what is there, and any other order is noticed.
    assert failed(built) == set()
    assert failed(built, trim=(148.0, 210.0)) == {"J01"}
    assert failed(built, bleed=5.0) == {"J02"}
    assert failed(built, pages=ticket.pages + 1) == {"J03"}
    assert failed(built, file=replace(ticket.file, sha256="0" * 64)) == {"J04"}
    assert failed(built, condition="FOGRA47", profile_sha256="0" * 64) == {"J05", "J06"}

    # The print edition alone finds its twin in the folder, and none once the text is another.
    again = ("build", project / TEXT, "-o", "out", "--edition", "print")
    before = {file.name: digest(file) for file in built.iterdir()}
    assert run(*again, **HERE | THERE).returncode == 0
    assert {file.name: digest(file) for file in built.iterdir()} == before
    text = (project / TEXT).read_text(encoding="utf-8")
    (project / TEXT).write_text(f"{text}\n", encoding="utf-8")
    assert run(*again, **HERE).returncode == 0
    assert read.ticket(built / f"{NAME}.ticket.json").twin is None


def test_a_file_that_breaks_rules_is_not_released_and_neither_are_its_papers(
    monkeypatch, tmp_path, project
):
    from publish.batch import run as batch
    from publish.editions import EDITIONS
    from publish.model import Fault
    from publish.standards import PROFILES
    from publish.standards.rules.printing import SHOP_RULE_BROKEN

    print_ready = EDITIONS["print"]

    def broken(work, house, profile, *, draft):
        made = print_ready(work, house, profile, draft=draft)
        return replace(made, faults=(*made.faults, Fault(SHOP_RULE_BROKEN)))

    class Quiet:
        def step(self, done, total, name): ...
        def say(self, message): ...

    monkeypatch.setitem(EDITIONS, "print", broken)
    monkeypatch.setattr(batch, "require_validator", lambda: None)
    monkeypatch.setattr(batch, "require_press", lambda: None)
    monkeypatch.setenv("PUBLISH_VERAPDF", "none")
    order = batch.Order(
        [project / TEXT], tmp_path, PROFILES["ua-1"], editions=("print",), draft=False
    )
    result = batch.run(order, Quiet())
    assert result.refused == ["water-for-schools"]
    assert result.entries == []
    assert not (tmp_path / "water-for-schools").exists()
