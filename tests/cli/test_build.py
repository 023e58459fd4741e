"""From an author's file to files that can be given out, as a user sees it."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import publish
from publish.errors import MachineLacks
from publish.machine import libraries

pytestmark = pytest.mark.skipif(bool(libraries.missing()), reason="Pango is not on this machine")

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
#: Without the validator, where its verdict is not what is tested: to start it takes seconds.
QUICK = {"PUBLISH_HOME": "nothing"}
TEXT = """+++
kind = "page"
lang = "en"
title = "Reading rooms"
+++

The rooms are open to everyone.
"""
FAULT = TEXT.replace("kind =", 'titel = "x"\nkind =')


@pytest.fixture(scope="session")
def validator():
    from publish.check import require_validator

    try:
        require_validator()
    except MachineLacks as lack:
        pytest.skip(str(lack))


@pytest.fixture
def project(tmp_path):
    works = tmp_path / "office/works"
    works.mkdir(parents=True)
    (tmp_path / "office/publish.toml").write_text('[names]\nen = "Office"\n')
    (works / "rooms.en.md").write_text(TEXT)
    return works


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if path.name != ".publish.lock"
    }


def test_a_new_project_builds_at_once_as_a_draft(run, tmp_path):
    run("new", "office")
    done = run("build", "office", **QUICK)
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    assert line == "output/library-hours/library-hours.en.accessible.pdf"
    assert f"$ publish build\n{line}\n" in TUTORIAL.read_text(encoding="utf-8")
    (entry,) = json.loads((tmp_path / "output/manifest.json").read_bytes())["files"]
    assert entry["state"] == "draft"


def test_a_new_project_can_be_released(validator, run, tmp_path):
    run("new", "office")
    done = run("build", "office", "--release", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["faults"]) == (0, "", [])
    (entry,) = told["files"]
    assert entry["standards"] == ["PDF/UA-1", "PDF/A-2a"]
    assert {check["verdict"] for check in entry["checks"]} == {"passed"}
    assert {"publish", "weasyprint", "pango", "verapdf"} <= entry["tools"].keys()


def test_the_folder_one_stands_in_is_built_if_no_path_is_named(run, project, tmp_path):
    assert run("build", **QUICK).returncode == 0
    assert (tmp_path / "output/rooms/rooms.en.accessible.pdf").is_file()


def test_the_manifest_names_no_place_of_this_machine(run, project, tmp_path):
    run("build", "office", **QUICK)
    manifest = (tmp_path / "output/manifest.json").read_text()
    assert str(tmp_path) not in manifest
    assert '"works/rooms.en.md"' in manifest


def test_twice_the_same_text_gives_the_same_bytes(run, project, tmp_path):
    run("build", "office", "-o", "one", **QUICK)
    run("build", project / "rooms.en.md", "-o", "two", **QUICK)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_draft_with_faults_is_written_and_warns(run, project):
    (project / "rooms.en.md").write_text(FAULT)
    done = run("build", "office", **QUICK)
    assert done.returncode == 0
    assert "works/rooms.en.md:2" in done.stderr
    assert done.stderr.rstrip().endswith("1 fault")


def test_a_release_refuses_the_works_at_fault_and_writes_the_others(
    validator, run, project, tmp_path
):
    run("build", "office", "--release")
    before = files(tmp_path / "output")
    (project / "rooms.en.md").write_text(FAULT)
    (project / "other.en.md").write_text(TEXT)
    done = run("build", "office", "--release")
    assert done.returncode == 1
    assert "not written: rooms" in done.stdout
    after = files(tmp_path / "output")
    assert after["rooms/rooms.en.accessible.pdf"] == before["rooms/rooms.en.accessible.pdf"]
    assert "other/other.en.accessible.pdf" in after


def test_nothing_is_written_of_a_work_that_lacks_a_language(validator, run, project, tmp_path):
    (project / "rooms.fr.md").write_text(FAULT.replace('"en"', '"fr"'))
    (project / "rooms.es.md").write_bytes(b"\xff\x00\xfe")
    (project.parent / "publish.toml").write_text("[colours]\nacent = 1\n")
    done = run("build", "office", "--release", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["refused"], told["files"]) == (1, ["rooms"], [])
    places = {(fault["file"], fault["line"]) for fault in told["faults"]}
    assert {("works/rooms.fr.md", 2), ("publish.toml", 2)} <= places
    assert not (tmp_path / "output").exists()


def test_two_texts_for_one_file_are_never_written(run, project, tmp_path):
    (project / "sub").mkdir()
    (project / "sub/rooms.en.md").write_text(TEXT)
    done = run("build", "office", **QUICK)
    assert done.returncode == 1
    assert "not written: rooms" in done.stdout
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("release", [[], ["--release"]])
def test_a_path_that_is_not_there_is_a_fault(release, validator, run):
    done = run("build", "missing.md", *release)
    assert done.returncode == 1
    assert "missing.md" in done.stderr


def test_a_release_needs_a_validator(run, project, tmp_path):
    done = run("build", "office", "--release", **QUICK)
    assert done.returncode == 3
    assert "veraPDF" in done.stderr and "hint type: mvn dependency:copy" in done.stderr
    assert not (tmp_path / "output").exists()


def test_a_draft_without_a_validator_claims_nothing(run, project, tmp_path):
    done = run("build", "office", **QUICK)
    assert done.returncode == 0
    (entry,) = json.loads((tmp_path / "output/manifest.json").read_bytes())["files"]
    assert entry["standards"] == []
    assert "not checked" in {check["verdict"] for check in entry["checks"]}


def test_check_finds_the_text_again_in_the_file(validator, run, project, tmp_path):
    run("build", "office", "--release")
    made = "output/rooms/rooms.en.accessible.pdf"
    assert run("check", made, "--source", project / "rooms.en.md").returncode == 0
    (project / "rooms.en.md").write_text(TEXT.replace("open", "closed"))
    done = run("check", made, "--source", project / "rooms.en.md")
    assert done.returncode == 1
    assert "closed" in done.stderr


def test_check_says_that_a_file_is_none(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"no pdf at all")
    done = run("check", "a.pdf")
    assert done.returncode == 1
    assert "a.pdf" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_that_cannot_be_written_is_said_in_plain_words(run, project, tmp_path):
    (tmp_path / "output").write_text("mine")
    done = run("build", "office", **QUICK)
    assert done.returncode == 4
    assert "a file stands where a folder is needed" in done.stderr
    assert (tmp_path / "output").read_text() == "mine"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_said_in_plain_words(run, project, tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "output").chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = run("build", "office", **QUICK)
    assert done.returncode == 4
    assert "you may not write there" in done.stderr


def test_a_limit_on_the_size_of_files_leaves_the_earlier_ones(run, project, tmp_path):
    resource = pytest.importorskip("resource")
    run("build", "office", **QUICK)
    before = files(tmp_path / "output")
    (project / "rooms.en.md").write_text(TEXT.replace("open", "closed"))
    code = (
        "import resource, sys; sys.argv[0] = 'publish'\n"
        "import publish.deliver.delivery as delivery\n"
        "real = delivery._change\n"
        "def small(*a):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
        "    real(*a)\n"
        "delivery._change = small\n"
        "from publish.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "office"],
        cwd=tmp_path,
        env=os.environ | QUICK | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
        capture_output=True,
        text=True,
    )
    assert resource is not None
    assert (done.returncode, "larger than this disk allows" in done.stderr) == (4, True)
    assert files(tmp_path / "output") == before


def test_a_run_that_is_killed_leaves_the_earlier_files(run, project, tmp_path):
    run("build", "office", **QUICK)
    before = files(tmp_path / "output")
    (project / "rooms.en.md").write_text(TEXT.replace("open", "closed"))
    killed = subprocess.Popen(
        [sys.executable, "-m", "publish", "build", "office"],
        cwd=tmp_path,
        env=os.environ | QUICK | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(0.8)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert files(tmp_path / "output") == before
    assert run("build", "office", **QUICK).returncode == 0
    assert files(tmp_path / "output") != before


def test_two_runs_at_once_both_end_well(project, tmp_path):
    for name in ("one", "two"):
        (project / f"{name}.en.md").write_text(TEXT)
    calls = [
        subprocess.Popen(
            [sys.executable, "-m", "publish", "build", project / f"{name}.en.md"],
            cwd=tmp_path,
            env=os.environ | QUICK | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in ("one", "two")
    ]
    assert [(call.communicate()[1], call.returncode) for call in calls] == [(b"", 0), (b"", 0)]
    entries = json.loads((tmp_path / "output/manifest.json").read_bytes())["files"]
    assert [entry["work"] for entry in entries] == ["one", "two"]


def test_import_makes_texts_that_build(run, tmp_path):
    page = (
        "Office of Records\n\nJoint statement\n\nOpen reading rooms\n\n"
        "Geneva, 2 March 2026 – Everybody may read what public bodies write.\n\n"
        "We keep our rooms open.\n\nSigned by:\n\nAda Example, Director, Office of Records\n"
    )
    (tmp_path / "page.en.txt").write_text(page)
    done = run("import", "page.en.txt", "-o", "works", "--json")
    told = json.loads(done.stdout)
    assert done.returncode == told["exit"]
    assert "page-import.log" in told["files"]
    assert [entry["line"] for entry in told["report"]] == sorted(
        entry["line"] for entry in told["report"]
    )
    again = run("import", "page.en.txt", "-o", "works")
    assert again.returncode == 2
    assert "is there already" in again.stderr
