"""The command as people and programs meet it."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import publish

COMMANDS = ["new", "import", "build", "check", "doctor"]


def test_help_names_every_command(run):
    done = run("--help")
    assert done.returncode == 0
    assert all(f"\n  {command} " in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_and_json(command, run):
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"publish {command}" in done.stdout
    assert "Examples:" in done.stdout
    assert "--json" in done.stdout


@pytest.mark.parametrize("call", [["--help"], ["build", "--help"]])
def test_help_comes_at_once(call, tmp_path):
    """Processor time, since a loaded machine makes any clock late; the best of five."""
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "publish", *call],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
            capture_output=True,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.25  # 0.12 on a quiet machine


@pytest.mark.parametrize("call", [["--help"], ["build", "--help"], ["check", "--help"]])
def test_help_imports_nothing_heavy(call, tmp_path):
    look = f"import sys, publish.cli.app as app; app.run({call}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", look],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"weasyprint", "pikepdf", "pypdf", "pydantic", "rich", "babel", "jinja2", "nh3"}
    assert not heavy & set(done.stdout.split())


def test_version(run):
    assert run("--version").stdout == f"publish {publish.__version__}\n"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["nope"], "'nope'"),
        (["build", "--nope"], "--nope"),
        (["build", "--edition", "braille"], "known are: accessible"),
        (["build", "--standard", "x-4"], "known are: ua-1, ua-2"),
        (["check"], "FILE"),
        (["check", "a.pdf", "b.pdf", "--source", "c.md"], "one FILE"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_is_right(call, said, run):
    done = run(*call)
    assert done.returncode == 2
    assert said in done.stderr
    assert "hint" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("call", [["nope"], ["build", "--nope"], ["build", "--standard", "x"]])
def test_a_wrong_call_answers_programs_too(call, run):
    done = run(*call, "--json")
    assert done.returncode == json.loads(done.stdout)["exit"] == 2
    assert done.stderr == ""


def test_new_makes_a_project_and_says_what_comes_next(run, tmp_path):
    done = run("new", "office")
    assert done.returncode == 0
    assert "publish build office" in done.stdout
    assert (tmp_path / "office/publish.toml").is_file()


def test_new_leaves_a_folder_with_something_in_it_alone(run, tmp_path):
    (tmp_path / "office").mkdir()
    (tmp_path / "office/mine.txt").write_text("mine")
    done = run("new", "office")
    assert done.returncode == 2
    assert [path.name for path in (tmp_path / "office").iterdir()] == ["mine.txt"]


def test_new_says_where_it_may_not_write(run, tmp_path):
    (tmp_path / "file").write_text("mine")
    done = run("new", "file/office")
    assert done.returncode == 4
    assert "Traceback" not in done.stderr


def test_new_lists_files_for_programs(run):
    told = json.loads(run("new", "office", "--json").stdout)
    assert told["exit"] == 0
    assert "publish.toml" in told["files"]


def test_a_file_that_is_not_there_is_named(run):
    done = run("check", "missing.pdf")
    assert done.returncode == 4
    assert "missing.pdf" in done.stderr


def test_doctor_answers_whatever_is_missing(run):
    done = run("doctor", "--json", PATH="", PUBLISH_HOME="nothing")
    told = json.loads(done.stdout)
    assert done.returncode == told["exit"] == 3
    assert "veraPDF" in told["missing"]
    assert all(fact["install"] and fact["cost"] for fact in told["facts"] if not fact["found"])


def test_doctor_explains_what_is_missing_on_each_system(run):
    done = run("doctor", PUBLISH_HOME="nothing")
    assert done.returncode == 3
    assert "without it: files cannot be validated" in done.stdout
    assert "mvn dependency:copy" in done.stdout


def test_a_mistake_of_ours_is_admitted_without_a_traceback(tmp_path):
    code = (
        "import sys, publish.cli.app as app\n"
        "def broken(): raise KeyError('x')\n"
        "app.app.command('broken')(broken)\n"
        "sys.exit(app.run(['broken']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 5
    assert "PUBLISH_DEBUG=1" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("arguments", [["--help"], ["doctor", "--json"], ["new", "office"]])
def test_an_answer_that_cannot_be_written_ends_with_4(arguments, tmp_path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "publish", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 4
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("command", "said"), [("build", "hint type: "), ("doctor", "")])
def test_a_machine_without_pango_is_told_what_to_type(command, said, tmp_path):
    code = (
        "import publish.machine.libraries as libraries\n"
        "libraries.load = lambda name: None\n"
        "from publish.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(publish.__file__).parent.parent)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 3
    assert "pango" in done.stdout + done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_with_structure_is_not_guessed_at(run, tmp_path):
    (tmp_path / "page.html").write_text("<h1>x</h1>", encoding="utf-8")
    ended = run("import", "page.html", "-o", "works")
    assert ended.returncode == 2
    assert "publish build page.html" in ended.stderr
    assert not (tmp_path / "works").exists()
