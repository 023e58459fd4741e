"""A fault of a finished file names its text and what its author can do."""

from pathlib import Path

import pytest

from publish.batch.authors import AFTER_THE_OTHERS, OURS, to_author
from publish.model import Fault, Page, Place, Prose, Source, Words, Work
from publish.model.edition import Edition
from publish.standards.rules.checking import RULE_BROKEN
from publish.standards.rules.reading import HEADING_SKIPPED

BROKEN = Fault(RULE_BROKEN, "PDF/UA-1: heading level 3 is skipped")


def edition(*faults):
    page = Page("en", Words("T", "en"), Prose("<p>x</p>", "en"))
    work = Work("a", "en", Source(Path("a.md"), "a.md", "0" * 64, Path()), page)
    return Edition("accessible", "pdf", work, b"", faults=faults)


@pytest.mark.parametrize(("text", "hint"), [("a.md", AFTER_THE_OTHERS), ("b.md", OURS)])
def test_what_the_validator_finds_goes_with_the_fault_of_its_text(text, hint):
    read = [Fault(HEADING_SKIPPED, place=Place(text, 9))]
    (told,) = to_author(edition(BROKEN), read).faults
    assert (told.place, told.hint) == (Place("a.md"), hint)


def test_a_place_that_is_known_stays():
    (told,) = to_author(edition(Fault(RULE_BROKEN, place=Place("a.md", 3))), []).faults
    assert told.place == Place("a.md", 3)
