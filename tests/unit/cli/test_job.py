"""The limits of a file as commands find them, and names that are none of a folder."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from publish import read
from publish.cli.job import limits_of, twin_beside
from publish.cli.options import folder_named
from publish.errors import InputFaults, WrongCall

CASES = Path(__file__).resolve().parents[2] / "preflight"
CONTENT = (CASES / "P10" / "pass-same.pdf").read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A print file with its ticket, which names a set of limits and an ink limit of its own."""
    ticket = json.loads((CASES / "J01" / "fail-other-size.ticket.json").read_bytes())
    ticket |= {"limits": "newspaper", "ink_limit": 230}
    ticket["file"]["sha256"] = hashlib.sha256(CONTENT).hexdigest()
    (tmp_path / "job.ticket.json").write_text(json.dumps(ticket), encoding="utf-8")
    (tmp_path / "job.print.pdf").write_bytes(CONTENT)
    return tmp_path / "job.print.pdf"


def test_the_ticket_beside_a_file_has_its_limits(file: Path) -> None:
    found = limits_of(file, CONTENT)
    assert (found.name, found.ink_limit) == ("newspaper", 230)


def test_what_the_caller_names_counts_more(file: Path) -> None:
    assert limits_of(file, CONTENT, named="digital").name == "digital"
    assert limits_of(file, CONTENT, condition="FOGRA47").name == "sheetfed-uncoated"


def test_a_ticket_of_other_bytes_counts_only_where_it_is_named(file: Path) -> None:
    other = CONTENT + b"\n"
    assert limits_of(file, other).name == "sheetfed-coated"
    beside = file.with_name("job.ticket.json")
    assert limits_of(file, other, ticket=beside).name == "newspaper"


def test_a_broken_ticket_is_told(file: Path) -> None:
    file.with_name("job.ticket.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputFaults):
        limits_of(file, CONTENT)


def test_a_folder_may_have_any_name_once_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    assert folder_named(tmp_path / "x.pdf", "all") == tmp_path / "x.pdf"
    assert folder_named(tmp_path / "new", "all") == tmp_path / "new"
    assert folder_named(None, "all") is None


@pytest.mark.parametrize("name", ["x.pdf", "x.PDF", "proof.html", "there"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").write_bytes(b"")
    with pytest.raises(WrongCall, match="a folder is wanted"):
        folder_named(tmp_path / name, "all")


def test_the_twin_of_a_ticket_lies_beside_it_as_it_was(file: Path) -> None:
    beside = file.with_name("job.ticket.json")
    told = json.loads(beside.read_bytes())
    twin = file.with_name("job.accessible.pdf")
    twin.write_bytes(b"%PDF")
    told["twin"] = {"name": twin.name, "sha256": hashlib.sha256(b"%PDF").hexdigest()}
    beside.write_text(json.dumps(told), encoding="utf-8")
    assert twin_beside(beside, read.ticket(beside)) == b"%PDF"
    twin.write_bytes(b"%PDF, changed")
    assert twin_beside(beside, read.ticket(beside)) is None
    twin.unlink()
    assert twin_beside(beside, read.ticket(beside)) is None
