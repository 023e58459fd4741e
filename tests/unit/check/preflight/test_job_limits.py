"""Which limits a file is held against: of its ticket, or of the condition that it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publish.check.preflight.job_limits import (
    condition_of,
    limits_of_condition,
    limits_of_ticket,
    with_ink_limit,
)
from publish.errors import WrongCall
from publish.model.ticket import Ticket, TicketFile
from publish.standards.limits import limits

CASES = Path(__file__).resolve().parents[3] / "preflight"
TICKET = Ticket(
    job="job",
    title="Job",
    language="en",
    trim=(40.0, 40.0),
    bleed=3.0,
    pages=1,
    condition="FOGRA39",
    profile_sha256="0" * 64,
    ink_limit=300,
    limits="sheetfed-coated",
    file=TicketFile("job.print.pdf", "0" * 64),
)
SHOP = 'base = "digital"\nink_limit = 290\nbleed = 0\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the limits of its shop, and the folder of a text in its output."""
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "shop.toml").write_text(SHOP, encoding="utf-8")
    (tmp_path / "output" / "job").mkdir(parents=True)
    return tmp_path


def test_the_limits_of_a_shop_are_found_above_the_ticket(project: Path) -> None:
    found = limits_of_ticket(replace(TICKET, limits="brand/shop.toml"), project / "output" / "job")
    assert (found.name, found.ink_limit, found.bleed) == ("shop.toml", 290, 0)


def test_they_are_found_beside_the_ticket_first(project: Path) -> None:
    beside = project / "output" / "job" / "shop.toml"
    beside.write_text(SHOP.replace("290", "285"), encoding="utf-8")
    assert limits_of_ticket(replace(TICKET, limits="shop.toml"), beside.parent).ink_limit == 285


def test_they_are_found_from_the_working_folder_last(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket, sent = replace(TICKET, limits="brand/shop.toml"), tmp_path_factory.mktemp("sent")
    with pytest.raises(WrongCall, match=r"hint they are looked for in .* and above"):
        limits_of_ticket(ticket, sent)
    monkeypatch.chdir(project)
    assert limits_of_ticket(ticket, sent).ink_limit == 290


@pytest.mark.parametrize("name", ["../brand/shop.toml", "{}/brand/shop.toml", "..\\shop.toml"])
def test_a_ticket_cannot_lead_elsewhere(project: Path, name: str) -> None:
    with pytest.raises(WrongCall, match="are not there"):
        limits_of_ticket(replace(TICKET, limits=name.format(project)), project / "output")


@pytest.mark.parametrize(
    ("identifier", "name", "most"),
    [
        ("FOGRA39", "sheetfed-coated", 300),
        ("FOGRA47", "sheetfed-uncoated", 300),
        ("fogra52", "sheetfed-uncoated", 300),
        ("IFRA26", "newspaper", 245),
        ("of a shop", "sheetfed-coated", 320),
        ("", "sheetfed-coated", 320),
    ],
)
def test_a_condition_has_its_set_and_its_ink_limit(identifier: str, name: str, most: float) -> None:
    found = limits_of_condition(identifier)
    assert (found.name, found.ink_limit) == (name, most)


def test_the_stricter_ink_limit_counts() -> None:
    found = with_ink_limit(limits("sheetfed-coated"), 280)
    assert (found.ink_limit, found.ink_wanted) == (280, 280)
    assert with_ink_limit(limits("newspaper"), 300) == limits("newspaper")
    assert with_ink_limit(limits("newspaper"), 0) == limits("newspaper")


def test_what_a_file_names_is_found_in_it() -> None:
    assert condition_of((CASES / "P10" / "pass-same.pdf").read_bytes()) == "FOGRA39"
    assert condition_of(b"no PDF") == ""
    assert condition_of((CASES / "X01" / "fail-password.pdf").read_bytes()) == ""
