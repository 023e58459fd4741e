"""What stands in a ticket can always be read back, whatever settings and texts hold."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array

from publish.editions.job_ticket import job_ticket, of_content, one_line
from publish.finish import ticket_json
from publish.model import House, Page, Prose, Source, Words, Work
from publish.model.press import Paper, Press
from publish.read.ticket import ticket_of

MM = 72 / 25.4


def print_file(*contents: str) -> bytes:
    """Return a file with a page for each content, 40 × 40 mm with 3 mm of bleed."""
    pdf = pikepdf.new()
    for content in contents:
        page = pdf.add_blank_page(page_size=(64 * MM, 64 * MM)).obj
        page.TrimBox = Array([round(edge * MM, 4) for edge in (12, 12, 52, 52)])
        page.BleedBox = Array([round(edge * MM, 4) for edge in (9, 9, 55, 55)])
        page.Contents = pdf.make_stream(content.encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


BLACK, COLOUR = "60 60 20 20 re f", "1 1 1 1 k 60 60 20 20 re f"
ONE = print_file(BLACK)
EIGHT = print_file(*[COLOUR] * 2, *[BLACK] * 4, *[COLOUR] * 2)


def work(language: str = "fr", title: str = "Title") -> Work:
    page = Page(language, Words(title, language), Prose("<p>Text</p>", language))
    return Work("job", language, Source(Path("job.md"), "job.md", "", Path()), page)


def house(**press: object) -> House:
    return House(press=replace(Press(), **press))


def test_trim_bleed_and_inks_are_those_of_the_file():
    made = job_ticket(ONE, work(), house(bleed=5.0), draft=False)
    assert (made.trim, made.bleed, made.pages, made.state) == ((40, 40), 3, 1, "release")
    assert made.parts[0].colours == "1/0 K"
    assert made.parts[0].paper is None


@pytest.mark.parametrize(
    ("language", "edge", "expected"),
    [("fr", "auto", "left"), ("ar", "auto", "right"), ("ar", "top", "top"), ("zh", "auto", "left")],
)
def test_the_edge_follows_the_language(language, edge, expected):
    assert job_ticket(ONE, work(language), house(edge=edge), draft=True).edge == expected


def test_a_cover_of_another_paper_is_the_outer_sheet():
    press = {"binding": "saddle", "paper": Paper("offset", 90), "cover_paper": Paper("art", 250)}
    made = job_ticket(EIGHT, work(), house(**press), draft=False)
    assert [(one.name, one.pages, one.colours) for one in made.parts] == [
        ("cover", (1, 2), "4/4"),
        ("inside", (3, 6), "1/1 K"),
        ("cover", (7, 8), "4/4"),
    ]
    assert [one.paper.kind for one in made.parts if one.paper] == ["art", "offset", "art"]
    assert made.cover_paper is None


def test_a_cover_that_is_no_part_of_the_file_is_told_apart():
    press = {"binding": "perfect", "cover_paper": Paper("art", 250)}
    made = job_ticket(EIGHT, work(), house(**press), draft=False)
    assert len(made.parts) == 1
    assert made.cover_paper == Paper("art", 250)


def test_other_bytes_of_the_same_pages_change_the_hash_alone():
    made = job_ticket(ONE, work(), house(), draft=False)
    other = of_content(made, b"other", draft=True)
    assert other == replace(made, state="draft", file=replace(made.file, sha256=other.file.sha256))
    assert other.file.sha256 != made.file.sha256


@given(title=st.text(min_size=1), told=st.text(max_size=60))
def test_what_is_written_can_be_read_back(title, told):
    text = work(title=title if one_line(title) else "Title")
    press = {"finishing": (told, "folded"), "contact": told, "paper": Paper(told, 90)}
    made = job_ticket(ONE, text, house(**press), draft=False)
    assert ticket_of(ticket_json(made), "job") == made
