"""README.md and the pages of docs/ do what they say.

A fenced block says in its first line what it is:

- ``console``: lines with ``$`` are typed, in order, all in one folder; the lines below a command
  must stand in its answer, in that order;
- ``file=NAME``: is written to that file before the next command;
- ``diff file=NAME``: lines with ``-`` are replaced by those with ``+``;
- ``builds=NAME``: must build without a fault.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import weasyprint

from publish.check import tools
from publish.cli.app import run
from publish.errors import ExitCode, MachineLacks

DOCS = Path(__file__).resolve().parents[2] / "docs"
FENCE = re.compile(r"^```(\w+)(?: (\w+)=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = [DOCS.parent / "README.md", DOCS / "tutorial.md", *sorted(DOCS.glob("how-to/*.md"))]
#: What a page takes from elsewhere: the text of a web page.
PAGE_TEXT = DOCS.parent / "examples" / "mille-classes.fr.txt"
EXAMPLES = [
    (page.name, name, text)
    for page in sorted(DOCS.rglob("*.md"))
    for _, what, name, text in FENCE.findall(page.read_text(encoding="utf-8"))
    if what == "builds"
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which commands are typed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PUBLISH_DEBUG", raising=False)
    return tmp_path


@pytest.fixture
def without_validator(monkeypatch):
    """Drafts are quicker where nobody judges them."""
    monkeypatch.setenv("PUBLISH_VERAPDF", "none")


@pytest.mark.parametrize(("page", "name", "text"), EXAMPLES, ids=[name for _, name, _ in EXAMPLES])
def test_example_builds(page, name, text, folder, without_validator, capsys):
    (folder / name).write_text(text, encoding="utf-8")
    code = run(["build", name, "--json"])
    answer = json.loads(capsys.readouterr().out)
    # What is left out of a web page is told with R-070, which stops nothing.
    assert [fault for fault in answer["faults"] if fault["code"] != "R-070"] == []
    assert code == ExitCode.DONE


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.stem)
def test_commands_do_what_the_page_shows(page, folder, monkeypatch, capsys):
    text = page.read_text(encoding="utf-8")
    if re.search(r"^\$.* --release", text, re.MULTILINE):
        needs_validator()
    else:
        monkeypatch.setenv("PUBLISH_VERAPDF", "none")
    if page.parent.name == "how-to":
        run(["new", "my-office"])
        monkeypatch.chdir(folder / "my-office")
        capsys.readouterr()
    weasyprint.HTML(string="<title>Report</title><p>Report").write_pdf("report.pdf")
    shutil.copyfile(PAGE_TEXT, "page.txt")
    for kind, what, name, block in FENCE.findall(text):
        if kind == "console":
            for command, shown in commands(block):
                said = typed(command, monkeypatch, capsys)
                assert_shown(shown, said, command)
        elif kind == "diff":
            change(Path(name), block)
        elif what == "file":
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(block, encoding="utf-8")


def needs_validator() -> None:
    try:
        tools.java(), tools.verapdf_jar()
    except MachineLacks as lack:
        pytest.skip(f"a release cannot be shown: {lack}")


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block with the lines that are shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command.partition(" # ")[0].strip(), shown


def typed(command: str, monkeypatch, capsys) -> str:
    """Type a command and return what it says."""
    program, *arguments = shlex.split(command)
    if program == "cd":
        monkeypatch.chdir(arguments[0])
        return ""
    assert program == "publish", f"a reader may type it, but no test does: {command}"
    code = run(arguments)
    out, err = capsys.readouterr()
    # A file from elsewhere may have faults, and a machine may lack what would judge it.
    good = {0, 1, 3} if arguments[0] in ("check", "doctor", "preflight") else {0}
    assert code in good, f"{command}\n{err}"
    return out + err


def assert_shown(shown: list[str], said: str, command: str) -> None:
    """Every line that is shown must be said, in that order."""
    position = 0
    for line in shown:
        found = said.find(line, position)
        assert found >= 0, f"{command}: “{line}” is not in\n{said}"
        position = found + len(line)


def change(file: Path, block: str) -> None:
    """Replace lines of a file as a block of kind ``diff`` says."""
    text = file.read_text(encoding="utf-8")
    lines = block.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
    assert text.count(old) == 1, f"{file}: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_block_is_of_a_kind_that_is_known():
    for page in DOCS.rglob("*.md"):
        for kind, what, _, _ in FENCE.findall(page.read_text(encoding="utf-8")):
            assert what in ("", "file", "builds"), f"{page.name}: {kind} {what}"


def test_every_page_can_be_reached():
    """From docs/README.md, by links between pages."""
    seen: set[Path] = set()
    waiting = [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for target in re.findall(r"\]\(([^)#:\s]+\.md)", page.read_text(encoding="utf-8")):
            linked = (page.parent / target).resolve()
            if linked.is_relative_to(DOCS):
                waiting.append(linked)
    assert sorted(set(DOCS.rglob("*.md")) - seen) == []


def links() -> Iterator[tuple[Path, str, str]]:
    """Yield page, target and heading of each link of the pages; examples are no links."""
    for page in [*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md")]:
        text = re.sub(r"^```.*?^```$|`[^`\n]+`", "", page.read_text("utf-8"), flags=re.M | re.S)
        for target, heading in re.findall(r"\]\((?!\w+:)([^)#\s]*)#?([^)\s]*)\)", text):
            yield page, target, heading


def test_every_link_leads_somewhere():
    assert [(page.name, to) for page, to, _ in links() if not (page.parent / to).exists()] == []


def test_every_link_to_a_heading_has_one():
    for page, target, heading in links():
        if heading:
            linked = page.parent / target if target else page
            heads = re.findall(r"^#+ (.+)$", linked.read_text("utf-8"), re.MULTILINE)
            assert heading in {anchor(head) for head in heads}, f"{page.name}: {target}#{heading}"


def anchor(heading: str) -> str:
    """Return the address of a heading as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
