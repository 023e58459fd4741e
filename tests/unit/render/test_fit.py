"""A text ends well on every page: pages are saved, holes closed, last pages hold enough."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from publish.model import Composed, Source
from publish.render import fit
from publish.render.fit import Page

COMPOSED = Composed(
    Element("html"), (), Source(Path(), "", "", Path()), fits=("snug", "parted", "tight", "airy")
)


def pages(*filled: float, **last: bool) -> list[Page]:
    """Return pages of one text, the last one as it is said."""
    found = [Page(one) for one in filled]
    found[-1] = Page(filled[-1], ends=True, **last)
    return found


FULL = pages(0.95, 0.7)
HOLE = pages(0.55, 0.9)


class Engine:
    """Answers with documents of such pages."""

    def __init__(self, **answers: list[Page]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, composed: Composed) -> Any:
        name = composed.stylesheets[-1] if composed.stylesheets else "usual"
        self.asked.append(name)
        return SimpleNamespace(name=name, found=self.answers[name])


@pytest.fixture(autouse=True)
def _measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit, "measured", lambda document: document.found)


def chosen(**answers: list[Page]) -> tuple[str, list[str]]:
    engine = Engine(**answers)
    return fit.fitted(COMPOSED, engine).name, engine.asked


def test_good_pages_cost_nothing() -> None:
    assert chosen(usual=FULL) == ("usual", ["usual"])
    assert chosen(usual=pages(0.95, 0.95, 0.4)) == ("usual", ["usual"])


def test_one_page_is_never_tried_again() -> None:
    assert chosen(usual=pages(0.1)) == ("usual", ["usual"])


def test_long_texts_stay_as_they_are() -> None:
    assert chosen(usual=pages(*[0.9] * 30, 0.1)) == ("usual", ["usual"])


def test_the_first_setting_that_saves_the_page_is_kept() -> None:
    assert chosen(
        usual=pages(0.98, 0.1), snug=pages(0.98, 0.02), parted=pages(0.98, 0.1), tight=pages(0.99)
    ) == ("tight", ["usual", "snug", "parted", "tight"])


def test_what_is_closer_may_show_that_even_closer_saves_the_page() -> None:
    assert (
        chosen(usual=HOLE, snug=pages(0.97, 0.1), parted=FULL, tight=pages(0.99), airy=HOLE)[0]
        == "tight"
    )


def test_a_hole_before_the_last_page_is_closed_by_the_smallest_change() -> None:
    assert chosen(usual=HOLE, snug=HOLE, parted=FULL) == ("parted", ["usual", "snug", "parted"])


def test_the_least_white_is_kept_where_some_must_stay() -> None:
    found, asked = chosen(
        usual=HOLE,
        snug=pages(0.5, 0.9),
        parted=pages(0.7, 0.8),
        tight=pages(0.65, 0.8),
        airy=pages(0.6, 0.95),
    )
    assert (found, len(asked)) == ("parted", 5)


def test_nothing_changes_where_nothing_helps() -> None:
    found, _ = chosen(usual=HOLE, snug=HOLE, parted=HOLE, tight=HOLE, airy=HOLE)
    assert found == "usual"


def test_a_setting_with_more_pages_is_never_kept() -> None:
    more = pages(0.9, 0.9, 0.9)
    found, _ = chosen(usual=HOLE, snug=more, parted=more, tight=more, airy=more)
    assert found == "usual"


def test_a_forgotten_last_page_gets_more() -> None:
    few = pages(0.99, 0.05)
    found, _ = chosen(usual=few, snug=few, parted=few, tight=few, airy=pages(0.9, 0.2))
    assert found == "airy"


def test_address_and_imprint_are_not_worth_a_page() -> None:
    rest = pages(0.9, 0.3, remainder=True)
    found, _ = chosen(usual=rest, snug=rest, parted=rest, tight=rest, airy=pages(0.8, 0.4))
    assert found == "airy"


def test_a_line_alone_above_the_signatories_is_company_too_small() -> None:
    alone = pages(0.98, 0.6, lonely=True)
    assert chosen(usual=alone, snug=FULL)[0] == "snug"


def test_pages_that_end_on_purpose_are_no_holes() -> None:
    cover = [Page(0.4, ends=True), Page(0.3, ends=True), *FULL, Page(0.2, ends=True)]
    assert chosen(usual=cover) == ("usual", ["usual"])


def test_without_other_settings_a_text_is_laid_out_once() -> None:
    engine = Engine(usual=HOLE)
    assert fit.fitted(replace(COMPOSED, fits=()), engine).name == "usual"
    assert engine.asked == ["usual"]
