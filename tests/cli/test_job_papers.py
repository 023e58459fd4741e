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
from publish.batch import run as batch
from publish.batch.job_papers import Twins
from publish.check.preflight.run import preflight
from publish.standards import PROFILES
from publish.standards.limits import limits

TEXT = "wells.ar.md"
NAME = "wells.ar"
#: Short, since it is drawn often; each of its pages has what every page has.
WORDS = """\
+++
kind = "page"
lang = "ar"
title = "الماء لكل مدرسة"
date = 2026-03-22
+++

سنبدأ بمئة وعشرين مدرسة في ثلاث مقاطعات.
"""
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4242",
    "PUBLISH_VERAPDF": "none",
}
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


class Quiet:
    """Nobody looks at how far a run is."""

    def step(self, done, total, name): ...

    def say(self, message): ...


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with one text and what its print shop needs to know."""
    folder = tmp_path_factory.mktemp("project")
    (folder / TEXT).write_text(WORDS, encoding="utf-8")
    (folder / "publish.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(project):
    """The folder of the work, after accessible edition and print edition were made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUBLISH_VERAPDF", "none")
        editions = ("accessible", "print")
        order = batch.Order([project / TEXT], project / "out", PROFILES["ua-1"], editions)
        result = batch.run(order, Quiet())
    assert (result.refused, result.mistakes) == ([], [])
    return project / "out" / "wells"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def failed(built: Path, **changes: object) -> set[str]:
    """Return the rules of the job that the print file breaks under a ticket that was changed."""
    ticket = replace(read.ticket(built / f"{NAME}.ticket.json"), **changes)
    content = (built / f"{NAME}.print.pdf").read_bytes()
    report = preflight(content, limits=limits(ticket.limits), ticket=ticket, measure=False)
    numbers = {one.rule.number for one in report.results if one.outcome.value == "failed"}
    return {number for number in numbers if number.startswith("J")}


def test_ticket_and_sheet_go_with_the_print_file(built):
    suffixes = ("accessible.pdf", "job-sheet.pdf", "print.pdf", "ticket.json")
    assert sorted(file.name for file in built.iterdir()) == [f"{NAME}.{end}" for end in suffixes]
    manifest = json.loads((built.parent / "manifest.json").read_bytes())
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


def test_what_is_ordered_is_what_is_there_and_any_other_order_is_noticed(built):
    ticket = read.ticket(built / f"{NAME}.ticket.json")
    assert failed(built) == set()
    assert failed(built, trim=(148.0, 210.0)) == {"J01"}
    assert failed(built, bleed=5.0) == {"J02"}
    assert failed(built, pages=ticket.pages + 1) == {"J03"}
    assert failed(built, file=replace(ticket.file, sha256="0" * 64)) == {"J04"}
    assert failed(built, condition="FOGRA47", profile_sha256="0" * 64) == {"J05", "J06"}


def test_the_print_edition_alone_finds_its_twin_and_has_the_same_bytes(run, built, project):
    before = {file.name: digest(file) for file in built.iterdir()}
    done = run("build", project / TEXT, "-o", built.parent, "--edition", "print", **THERE)
    assert done.returncode == 0, done.stderr
    assert {file.name: digest(file) for file in built.iterdir()} == before


def test_there_is_no_twin_once_the_text_is_another(built, project, tmp_path):
    shutil.copyfile(project / TEXT, tmp_path / TEXT)
    (tmp_path / "publish.toml").write_text(SETTINGS, encoding="utf-8")
    (same,) = read.works([tmp_path / TEXT]).works
    twins = Twins([], built.parent, draft=True)
    assert twins.of(same) == read.ticket(built / f"{NAME}.ticket.json").twin
    text = (tmp_path / TEXT).read_text(encoding="utf-8")
    (tmp_path / TEXT).write_text(f"{text}\n", encoding="utf-8")
    (other,) = read.works([tmp_path / TEXT]).works
    assert twins.of(other) is None


def test_a_file_that_breaks_rules_is_not_released_and_neither_are_its_papers(
    monkeypatch, tmp_path, project, built
):
    from publish.editions import EDITIONS
    from publish.model import Fault
    from publish.model.edition import Edition
    from publish.standards.rules.printing import SHOP_RULE_BROKEN

    def broken(work, house, profile, *, draft):
        content = (built / f"{NAME}.print.pdf").read_bytes()
        ticket = read.ticket(built / f"{NAME}.ticket.json")
        faults = (Fault(SHOP_RULE_BROKEN),)
        return Edition("print", "pdf", work, content, faults=faults, ticket=ticket)

    monkeypatch.setitem(EDITIONS, "print", broken)
    monkeypatch.setattr(batch, "require_validator", lambda: None)
    monkeypatch.setattr(batch, "require_press", lambda: None)
    monkeypatch.setenv("PUBLISH_VERAPDF", "none")
    order = batch.Order(
        [project / TEXT], tmp_path, PROFILES["ua-1"], editions=("print",), draft=False
    )
    result = batch.run(order, Quiet())
    assert result.refused == ["wells"]
    assert result.entries == []
    assert not (tmp_path / "wells").exists()
