"""The edition for the print shop: what is in the file, what is not, and what is refused."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from publish import check, read
from publish.batch.run import Order, Result, run
from publish.check.preflight.facts import facts_of
from publish.check.preflight.report import Outcome
from publish.check.preflight.run import preflight
from publish.editions import EDITIONS
from publish.editions.print import limits_of
from publish.errors import InputFaults
from publish.model import House, Work
from publish.model.edition import Edition, Verdict
from publish.model.press import Press
from publish.standards import PROFILES, Standard

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MM = 72 / 25.4
FRONT = '+++\nkind = "page"\nlang = "en"\ntitle = "{}"\n+++\n\n'

needs_ghostscript = pytest.mark.skipif(
    not shutil.which("gs") and os.environ.get("CI") != "true",
    reason="Ghostscript is not installed",
)


class Silent:
    def step(self, done: int, total: int, name: str) -> None: ...

    def say(self, message: str) -> None: ...


def example(path: str) -> tuple[Work, House]:
    (work,) = read.works([EXAMPLES / path]).works
    house, faults = read.house(work.source.folder)
    assert not [fault for fault in faults if fault.code[0] in "PS"]
    return work, house


@cache
def made(path: str, **press: object) -> Edition:
    work, house = example(path)
    house = replace(house, press=replace(house.press, **press))
    return EDITIONS["print"](work, house, PROFILES["ua-1"], draft=False)


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_it_says_what_the_accessible_edition_says(language: str) -> None:
    path = f"works/school-records/statement.{language}.md"
    work, house = example(path)
    twin = EDITIONS["accessible"](work, house, PROFILES["ua-1"], draft=False).content

    def said(twin: bytes) -> Outcome:
        report = preflight(made(path).content, limits=limits_of(house), twin=twin, measure=False)
        return report.of("P10").outcome

    assert said(twin) is Outcome.PASSED
    other = replace(work, content=replace(work.content, subtitle=work.content.title))
    assert said(EDITIONS["accessible"](other, house, PROFILES["ua-1"], draft=False).content) is (
        Outcome.FAILED
    )


def opened(edition: Edition) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(edition.content))


@needs_ghostscript
@pytest.mark.parametrize(
    "path",
    [
        "water-for-schools.ar.md",
        "works/school-records/statement.fr.md",
        "band/works/night-clinics/statement.en.md",
    ],
)
def test_file_passes_what_it_claims(
    path: str, keep: Callable[[str, bytes, tuple[Standard, ...]], None]
) -> None:
    edition = made(path)
    assert [str(fault) for fault in edition.faults] == []
    assert {one.verdict for one in edition.checks} == {Verdict.PASSED}
    assert edition.claims == (Standard.X4, Standard.A2B) == check.claims_of(edition.content)
    keep(f"print-{edition.work.name}-{edition.work.language}", edition.content, edition.claims)


def test_file_has_nothing_for_readers_of_screens() -> None:
    with opened(made("water-for-schools.ar.md")) as pdf:
        assert pdf.pdf_version == "1.6"
        root = pdf.Root
        assert not {"/StructTreeRoot", "/Outlines", "/Names", "/AcroForm", "/AF"} & root.keys()
        assert not any("/Annots" in page.obj for page in pdf.pages)


def test_boxes_hold_each_other_and_the_marks() -> None:
    with opened(made("band/works/night-clinics/statement.en.md")) as pdf:
        for page in pdf.pages:
            trim, bleed, media = (
                [float(value) / MM for value in page.obj[key]]
                for key in ("/TrimBox", "/BleedBox", "/MediaBox")
            )
            assert trim == pytest.approx([12, 12, 12 + 215.9, 12 + 279.4], abs=0.01)
            assert bleed == pytest.approx([9, 9, 15 + 215.9, 15 + 279.4], abs=0.01)
            assert media == pytest.approx([0, 0, 24 + 215.9, 24 + 279.4], abs=0.01)


def test_inks_are_those_of_the_settings() -> None:
    inks = facts_of(made("band/works/night-clinics/statement.en.md").content).inks
    assert set(inks) == {("Black", "PANTONE 1955 C")}


def test_job_in_black_has_one_plate() -> None:
    edition = made("works/school-records/statement.fr.md", black_only=True, claims=(Standard.A2B,))
    assert set(facts_of(edition.content).inks) == {("Black",)}
    assert check.claims_of(edition.content) == (Standard.A2B,)


def test_page_on_its_side_is_turned() -> None:
    boxes = facts_of(made("works/winter-shelter/statement.en.md").content).boxes
    assert len({box.trim for box in boxes}) == 1


def test_other_process_makes_the_same_bytes() -> None:
    path = "water-for-schools.ar.md"
    program = (
        "import sys, hashlib; from pathlib import Path; from publish import read\n"
        "from publish.editions import EDITIONS; from publish.standards import PROFILES\n"
        "(work,) = read.works([Path(sys.argv[1])]).works\n"
        "house, _ = read.house(work.source.folder)\n"
        "made = EDITIONS['print'](work, house, PROFILES['ua-1'], draft=False)\n"
        "print(hashlib.sha256(made.content).hexdigest())\n"
    )
    command = [sys.executable, "-c", program, str(EXAMPLES / path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == hashlib.sha256(made(path).content).hexdigest()


def test_nothing_is_printed_without_a_condition() -> None:
    work, house = example("water-for-schools.ar.md")
    with pytest.raises(InputFaults) as refused:
        EDITIONS["print"](
            work, replace(house, press=Press(condition=None)), PROFILES["ua-1"], draft=True
        )
    assert [fault.code for fault in refused.value.faults] == ["P-010"]


def built(folder: Path, *, draft: bool, editions: tuple[str, ...] = ("print",)) -> Result:
    order = Order([folder], folder / "out", PROFILES["ua-1"], editions, draft=draft)
    return run(order, Silent())


@pytest.fixture
def coarse(tmp_path: Path) -> Path:
    """A project with a picture that has too few pixels for a press."""
    picture = Image.new("RGB", (100, 60))
    picture.putdata([(x * 2, y * 4, 90) for y in range(60) for x in range(100)])
    picture.save(tmp_path / "coarse.png")
    (tmp_path / "publish.toml").write_text('languages = ["en"]\n', encoding="utf-8")
    text = FRONT.format("Coarse") + "![A field](coarse.png){.wide}\n"
    (tmp_path / "coarse.en.md").write_text(text, encoding="utf-8")
    return tmp_path


@needs_ghostscript
def test_draft_of_what_no_shop_accepts_is_written_without_claims(coarse: Path) -> None:
    result = built(coarse, draft=True)
    assert {fault.code for fault in result.faults} == {"P-012"}
    assert "G31" in result.faults[0].detail
    content = (coarse / "out/coarse/coarse.en.print.pdf").read_bytes()
    assert check.claims_of(content) == ()
    ticket = json.loads((coarse / "out/coarse/coarse.en.ticket.json").read_bytes())
    assert ticket["state"] == "draft"
    assert ticket["file"]["sha256"] == hashlib.sha256(content).hexdigest()
    assert ticket["preflight"]["state"] == "failed"


@needs_ghostscript
def test_release_of_what_no_shop_accepts_is_refused(coarse: Path) -> None:
    result = built(coarse, draft=False)
    assert (result.refused, result.entries) == (["coarse"], [])


WAIVER = """
[[print.waivers]]
work = "coarse"
rule = "{}"
page = {}
person = "R. Amar"
reason = "the only photograph"
"""


def waive(project: Path, rule: str, page: int = 1) -> None:
    settings = project / "publish.toml"
    settings.write_text(settings.read_text() + WAIVER.format(rule, page), encoding="utf-8")


@needs_ghostscript
def test_what_a_person_waives_is_released_and_told_in_the_ticket(coarse: Path) -> None:
    waive(coarse, "G31")
    result = built(coarse, draft=False)
    assert (result.refused, result.faults) == ([], [])
    ticket = json.loads((coarse / "out/coarse/coarse.en.ticket.json").read_bytes())
    assert ticket["waivers"] == [
        {"rule": "G31", "page": 1, "person": "R. Amar", "reason": "the only photograph"}
    ]
    assert ticket["preflight"]["waived"] == ["G31"]


@needs_ghostscript
def test_waivers_that_cannot_be_are_told(coarse: Path) -> None:
    for rule, page in (("X20", 1), ("G99", 1), ("G25", 1), ("G31", 7)):
        waive(coarse, rule, page)
    result = built(coarse, draft=False)
    assert result.refused == ["coarse"]
    told = [fault for fault in result.faults if fault.code != "P-012"]
    assert [(fault.detail.partition(": ")[2], fault.severity.value) for fault in told] == [
        ("X20 cannot be waived", "fault"),
        ("there is no rule G99", "fault"),
        ("G25 has nothing to waive on page 1 in coarse", "warning"),
        ("G31 has nothing to waive on page 7 in coarse", "warning"),
    ]
    assert [fault.place and fault.place.line for fault in told] == [5, 12, 19, 26]


@needs_ghostscript
def test_papers_stand_beside_the_file_and_name_its_twin(tmp_path: Path) -> None:
    (tmp_path / "publish.toml").write_text('languages = ["en"]\n', encoding="utf-8")
    text = FRONT.format("Plain") + "A word.\n"
    (tmp_path / "plain.en.md").write_text(text, encoding="utf-8")
    result = built(tmp_path, draft=False, editions=("accessible", "print"))
    names = [Path(entry.path).name for entry in result.entries]
    assert names == [
        "plain.en.accessible.pdf",
        "plain.en.print.pdf",
        "plain.en.ticket.json",
        "plain.en.job-sheet.pdf",
    ]
    by_name = {Path(entry.path).name: entry for entry in result.entries}
    ticket = json.loads((tmp_path / "out/plain/plain.en.ticket.json").read_bytes())
    assert ticket["twin"]["sha256"] == by_name["plain.en.accessible.pdf"].sha256
    assert ticket["file"]["sha256"] == by_name["plain.en.print.pdf"].sha256
    assert by_name["plain.en.print.pdf"].record["standards"] == ["PDF/X-4", "PDF/A-2b"]
    assert "ghostscript" in by_name["plain.en.print.pdf"].record["tools"]
    assert "ghostscript" not in by_name["plain.en.accessible.pdf"].record["tools"]
    alone = built(tmp_path, draft=False)
    assert [one.sha256 for one in alone.entries] == [one.sha256 for one in result.entries[1:]]


@needs_ghostscript
def test_style_sheet_that_comes_out_wrong_refuses_the_print_edition(coarse: Path) -> None:
    sheets = coarse / "layouts" / "css"
    sheets.mkdir(parents=True)
    (sheets / "own.css").write_text("p { border: 1pt ridge red }")
    result = built(coarse, draft=True)
    assert [fault.code for fault in result.faults] == ["B-014"]
    assert result.refused == ["coarse"]
