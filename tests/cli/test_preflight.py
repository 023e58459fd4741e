"""`publish preflight`, as people and programs meet it."""

import errno
import json
import shutil
from pathlib import Path

import pytest

from publish.cli import app
from publish.errors import ExitCode
from publish.standards.limits import limit_sets

CASES = Path(__file__).resolve().parents[1] / "preflight"
GOOD, BAD = CASES / "X20/pass-inks.pdf", CASES / "X20/fail-picture.pdf"


@pytest.fixture
def without_gs(tmp_path):
    return {"PUBLISH_GS": str(tmp_path / "nowhere")}


def test_a_good_file_is_not_passed_where_its_ink_cannot_be_measured(run, without_gs):
    done = run("preflight", GOOD, **without_gs)
    assert done.returncode == 3
    assert "not measured" in done.stdout
    assert "G25" in done.stdout
    assert "not finished" in done.stdout


def test_a_good_file_is_done_where_all_is_measured(run):
    if not shutil.which("gs"):
        pytest.skip("Ghostscript is not installed")
    done = run("preflight", GOOD)
    assert done.returncode == 0, done.stdout


def test_a_broken_rule_is_told_with_place_and_remedy(run, without_gs):
    done = run("preflight", BAD, **without_gs)
    assert done.returncode == 1
    assert "X20 broken" in done.stdout
    assert "page 1  image P (" in done.stdout
    assert "hint Convert the object" in done.stdout
    assert "rule ISO 15930-7" in done.stdout
    assert done.stderr == ""


def test_json_holds_every_rule(run, without_gs):
    done = run("preflight", BAD, "--json", **without_gs)
    told = json.loads(done.stdout)
    assert told["exit"] == 1
    assert told["state"] == "failed"
    (found,) = (rule for rule in told["rules"] if rule["rule"] == "X20")
    assert found["outcome"] == "failed"
    assert found["findings"][0]["page"] == 1
    assert {rule["outcome"] for rule in told["rules"]} >= {"passed", "failed", "not measured"}


def test_the_web_page_stands_alone(run, tmp_path, without_gs):
    run("preflight", BAD, "--html", "report.html", **without_gs)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert '<th scope="row">' in page
    assert '<th scope="col">' in page
    assert "<script" not in page
    assert "src=" not in page
    assert ">Page 1<" in page


def test_the_page_never_overwrites_the_file(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(GOOD.read_bytes())
    assert run("preflight", "a.pdf", "--html", "a.pdf").returncode == 2
    assert (tmp_path / "a.pdf").read_bytes() == GOOD.read_bytes()


def test_an_earlier_page_stays_where_the_disk_is_full(tmp_path, monkeypatch, capsys):
    def full(file: Path, content: bytes) -> None:
        file.write_bytes(content[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setenv("PUBLISH_GS", str(tmp_path / "nowhere"))
    monkeypatch.setattr("publish.deliver.storage.write", full)
    page = tmp_path / "report.html"
    page.write_text("earlier", encoding="utf-8")
    assert app.run(["preflight", str(BAD), "--html", str(page)]) == ExitCode.STORAGE
    assert "the disk is full\n  hint earlier files are as they were" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert page.read_text(encoding="utf-8") == "earlier"


def test_a_waiver_of_the_ticket_is_told_with_its_person(run, tmp_path, without_gs):
    case = CASES / "J01/fail-other-size"
    ticket = json.loads(case.with_name(case.name + ".ticket.json").read_text(encoding="utf-8"))
    ticket["waivers"] = [
        {"rule": "J01", "person": "R. Amar", "reason": "the shop cuts to size"},
        {"rule": "G31", "page": 1, "person": "R. Amar", "reason": "an old photograph"},
    ]
    (tmp_path / "ticket.json").write_text(json.dumps(ticket), encoding="utf-8")
    done = run("preflight", f"{case}.pdf", "--ticket", "ticket.json", **without_gs)
    assert "waived J01" in done.stdout
    assert "R. Amar: the shop cuts to size" in done.stdout
    assert "there is nothing to waive" in done.stdout


@pytest.mark.parametrize("missing", ["person", "reason"])
def test_a_waiver_that_nobody_answers_for_is_refused(run, tmp_path, missing):
    case = CASES / "J01/fail-other-size"
    ticket = json.loads(case.with_name(case.name + ".ticket.json").read_text(encoding="utf-8"))
    ticket["waivers"] = [{"rule": "J01", "person": "R. Amar", "reason": "cut"} | {missing: " "}]
    (tmp_path / "ticket.json").write_text(json.dumps(ticket), encoding="utf-8")
    done = run("preflight", f"{case}.pdf", "--ticket", "ticket.json")
    assert done.returncode == 1
    assert "waived" not in done.stdout
    assert missing in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "X00 broken"),
        (b"A letter, and no PDF.", "X00 broken"),
        ((CASES / "X01/fail-password.pdf").read_bytes(), "without its password"),
    ],
)
def test_what_cannot_be_read_is_answered_in_words(run, tmp_path, content, words):
    (tmp_path / "a.pdf").write_bytes(content)
    done = run("preflight", "a.pdf")
    assert done.returncode == 1
    assert words in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_and_a_file_that_is_not_there(run, tmp_path):
    for name in (".", "nowhere.pdf"):
        done = run("preflight", name)
        assert done.returncode == 4
        assert "hint" in done.stderr
        assert "Traceback" not in done.stderr


def test_limits_by_name_by_file_and_misspelt(run, tmp_path, without_gs):
    (tmp_path / "shop.toml").write_text('base = "digital"\nink_limit = 260\nink_wanted = 250\n')
    assert (
        "limits shop.toml" in run("preflight", GOOD, "--limits", "shop.toml", **without_gs).stdout
    )
    assert run("preflight", GOOD, "--limits", "newspapre", **without_gs).returncode == 2


def test_several_files_end_with_a_line_for_each(run, without_gs):
    done = run("preflight", GOOD, BAD, **without_gs)
    assert done.returncode == 1
    *_, good, bad, count = done.stdout.rstrip().split("\n")
    assert good.split() == ["not", "finished", str(GOOD)]
    assert bad.split() == ["failed", str(BAD)]
    assert count == "2 files: 1 failed, 1 not finished"


def test_json_of_several_files_is_one_object(run, without_gs):
    told = json.loads(run("preflight", GOOD, BAD, "--json", **without_gs).stdout)
    assert told["exit"] == 1
    assert [file["file"] for file in told["files"]] == [str(GOOD), str(BAD)]
    assert [file["state"] for file in told["files"]] == ["incomplete", "failed"]


@pytest.mark.parametrize("option", ["--ticket", "--twin", "--html"])
def test_what_belongs_to_one_file_is_refused_for_two(run, option):
    done = run("preflight", GOOD, BAD, option, "a")
    assert done.returncode == 2
    assert f"{option} goes with one FILE" in done.stderr


def test_nothing_is_judged_where_one_of_the_files_is_not_there(run):
    done = run("preflight", GOOD, "nowhere.pdf")
    assert done.returncode == 4
    assert done.stdout == ""


def test_help_names_the_sets_of_limits(run):
    said = run("preflight", "--help").stdout
    assert [name for name in limit_sets() if name not in said] == []


def test_a_ticket_brings_the_limits_of_its_shop(run, tmp_path, without_gs):
    case = CASES / "J01/fail-other-size"
    ticket = json.loads(case.with_name(case.name + ".ticket.json").read_text(encoding="utf-8"))
    ticket["limits"] = "shop.toml"
    folder = tmp_path / "project" / "output"
    folder.mkdir(parents=True)
    (folder / "job.ticket.json").write_text(json.dumps(ticket), encoding="utf-8")
    (folder.parent / "shop.toml").write_text('base = "digital"\n', encoding="utf-8")
    named = ("--ticket", "project/output/job.ticket.json")
    assert "limits shop.toml" in run("preflight", f"{case}.pdf", *named, **without_gs).stdout
