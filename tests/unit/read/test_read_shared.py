"""Real pages and texts from beside the checkout: read without a fault, or with the right one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publish import read

SHARED = Path(os.environ.get("PUBLISH_SHARED", Path(__file__).parents[3].parent / "shared"))

#: One page for each fault of accessibility that can be seen in the text alone.
SEEN = {
    "buttons-empty-button.html": "R-008",
    "css-displaynone-used-to-visually-hide-content-when-it-should-be-available-to-screenreader"
    ".html": "R-070",
    "forms-form-element-has-no-label.html": "R-071",
    "frames-iframe-is-missing-a-title-attribute.html": "R-071",
    "headings-empty-heading.html": "R-043",
    "headings-headings-not-structured-in-a-hierarchical-manner.html": "R-042",
    "html-duplicate-id.html": "R-044",
    "html-empty-paragraph.html": "R-008",
    "html-invalid-aria-role-names.html": "R-057",
    "images-image-alt-attribute-contains-image-file-name.html": "R-066",
    "images-image-with-no-alt-attribute.html": "R-060",
    "images-image-with-presentation-role-has-non-empty-alt.html": "R-067",
    "language-of-content-lang-attribute-used-to-identify-change-of-language-but-with-invalid-value"
    ".html": "R-031",
    "language-of-content-text-language-is-in-the-wrong-direction.html": "R-032",
    "links-blank-link-text.html": "R-046",
    "links-image-link-with-no-alternative-text.html": "R-046",
    "links-link-to-,-invalid-hypertext-reference.html": "R-045",
    "links-link-to-javascript-invalid-hypertext-reference.html": "R-047",
    "lists-dt-or-dd-elements-that-are-not-contained-within-a-dl-element.html": "R-054",
    "lists-improperly-nested-lists.html": "R-055",
    "lists-li-element-with-no-parent.html": "R-054",
    "multimedia-embedded-video-file-is-missing-text-alternative.html": "R-071",
    "tables-table-has-no-table-headings.html": "R-049",
    "tables-table-nested-within-table.html": "R-056",
}


def shared(name: str) -> Path:
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    return path


@pytest.mark.parametrize("folder", ["statements", "udhr"])
def test_real_texts_are_read(folder: str) -> None:
    reading = read.works([shared(folder)])

    assert reading.stops == ()
    assert len(reading.works) > 10
    assert all(work.content.title for work in reading.works)


@pytest.mark.parametrize("name", SEEN)
def test_fault_of_a_page_is_seen(name: str) -> None:
    reading = read.works([shared("html-a11y-cases") / name])

    assert SEEN[name] in {fault.code for fault in reading.faults}


@pytest.mark.parametrize("folder", ["html-a11y-cases", "organisation-pages"])
def test_any_real_page_has_faults_and_no_traceback(folder: str) -> None:
    reading = read.works([shared(folder)], language="en")

    assert reading.faults
    assert all(fault.place and fault.ruling.hint for fault in reading.faults)
