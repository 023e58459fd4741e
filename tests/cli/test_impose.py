"""`publish impose` as people type it."""

from __future__ import annotations

import json
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary

from publish.finish.press.identity import identify, saved
from publish.finish.press.intent import add_intent
from publish.finish.press.sheet.boxes import MM, Sheet, place_boxes
from publish.model.press import Press
from publish.model.work import Metadata


@pytest.fixture
def pages(tmp_path):
    """Write a file of six pages where the command runs."""
    sheet = Sheet.around(100 * MM, 150 * MM, bleed=3 * MM, slug=12 * MM)
    with pikepdf.new() as pdf:
        for _ in range(6):
            pdf.add_blank_page(page_size=(sheet.media.width, sheet.media.height))
            page = pdf.pages[-1].obj
            page.Contents = pdf.make_stream(b"0 0 0 0.4 k 0 0 400 500 re f")
            page.Resources = Dictionary()
            place_boxes(page, sheet)
        add_intent(pdf, Press())
        identify(pdf, Metadata("Six pages", "en"), Press().claims)
        (tmp_path / "six.pdf").write_bytes(saved(pdf))
    return "six.pdf"


def test_sheets_and_their_ticket_are_written(run, pages, tmp_path):
    done = run("impose", pages, "--scheme", "saddle", "--pad", "--paper", "0.1", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["sheets"], told["up"], told["blanks"]) == (2, 2, [7, 8])
    ticket = json.loads((tmp_path / told["ticket"]).read_text(encoding="utf-8"))
    assert ticket["imposition"]["blanks"] == [7, 8]
    with pikepdf.open(tmp_path / told["file"]) as pdf:
        assert len(pdf.pages) == 4


def test_two_runs_give_the_same_bytes(run, pages, tmp_path):
    for folder in ("a", "b"):
        done = run("impose", pages, "--scheme", "n-up", "--grid", "3x2", "-o", folder)
        assert done.returncode == 0, done.stderr
    for name in ("six.n-up.pdf", "six.n-up.ticket.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_folder_that_is_named_like_a_file_is_refused(run, pages, tmp_path):
    done = run("impose", pages, "--scheme", "n-up", "--grid", "3x2", "-o", "x.pdf")
    assert done.returncode == 2
    assert "-o x.pdf names a file, and a folder is wanted" in done.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_missing_pages_are_told_and_nothing_is_written(run, pages, tmp_path):
    done = run("impose", pages, "--scheme", "saddle", "-o", "out")
    assert done.returncode == 1
    assert "I-005" in done.stderr
    assert "4 or 8 would do" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--scheme", "origami"], "there is no scheme origami"),
        (["--scheme", "saddle", "--paper", "-1"], "--paper -1 is no length"),
        (["--scheme", "saddle", "--edge", "top"], "--edge top is no edge"),
        (["--scheme", "perfect", "--signature", "12"], "cannot be folded to 12 pages"),
        (["--scheme", "n-up"], "how large the sheet is"),
        (["--scheme", "n-up", "--sheet", "big"], "--sheet big is no size"),
        (["--scheme", "n-up", "--grid", "2"], "--grid 2 is no grid"),
        (["--scheme", "cover"], "how thick the book is"),
        (["--scheme", "roll", "--panels", "9"], "2 to 6 is possible"),
    ],
)
def test_calls_without_meaning_are_refused(run, pages, options, said):
    done = run("impose", pages, *options)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_file_that_is_not_there_is_told(run):
    done = run("impose", "no.pdf", "--scheme", "saddle")
    assert done.returncode == 4
    assert "no.pdf cannot be read" in done.stderr


def test_a_file_that_is_not_pdf_x_is_imposed_with_a_warning(run, pages, tmp_path):
    with pikepdf.open(tmp_path / pages, allow_overwriting_input=True) as pdf:
        del pdf.Root.Metadata
        out = BytesIO()
        pdf.save(out)
    (tmp_path / "plain.pdf").write_bytes(out.getvalue())
    done = run("impose", "plain.pdf", "--scheme", "roll")
    assert done.returncode == 0
    assert "warning I-010" in done.stderr
