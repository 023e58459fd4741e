"""Careful access to objects: what is said of broken files."""

from io import BytesIO

import pikepdf
import pytest

from publish.check.objects import inherited, said_by
from publish.check.preflight.run import preflight
from publish.errors import InputFaults
from publish.impose import Job, impose
from publish.standards.limits import limits

BROKEN = b"%PDF-1.6\nnothing behind it\n"


def test_what_a_library_says_names_no_place_in_memory():
    with pytest.raises(pikepdf.PdfError) as caught:
        pikepdf.open(BytesIO(BROKEN))
    assert "0x" in str(caught.value)
    assert said_by(caught.value).startswith("unable to find")


def test_a_silent_error_has_its_name():
    assert said_by(ValueError()) == "ValueError"


def test_what_is_said_is_one_short_line():
    assert said_by(ValueError("a" * 500 + "\nmore")) == "a" * 120


@pytest.mark.parametrize("twin", [BROKEN, b""])
def test_a_report_of_a_broken_twin_is_the_same_in_every_run(twin):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = BytesIO()
        pdf.save(out)
    report = preflight(out.getvalue(), limits=limits("digital"), twin=twin, measure=False)
    reasons = [one.reason for one in report.results if "accessible" in one.reason]
    assert reasons
    assert all("0x" not in reason for reason in reasons)


def test_a_file_that_cannot_be_imposed_is_refused_in_the_same_words():
    with pytest.raises(InputFaults) as caught:
        impose(BROKEN, Job("saddle"), label="book.pdf")
    assert "0x" not in caught.value.faults[0].detail


def test_an_entry_is_looked_for_above_a_page_and_not_for_ever():
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        page = pdf.pages[0].obj
        page.Parent.Rotate = 90
        assert inherited(page, "/Rotate") == 90
        page.Parent.Parent = page.Parent
        assert inherited(page, "/Nothing") is None
