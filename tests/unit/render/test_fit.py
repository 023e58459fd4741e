"""A text ends well: the last page is saved where closer setting can, or holds enough."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from publish.model import Composed, Source
from publish.render import fit

COMPOSED = Composed(
    Element("html"), (), Source(Path(), "", "", Path()), fits=("snug", "tight", "airy")
)


class Engine:
    """Answers with documents of so many pages, all full but the last one."""

    def __init__(self, **answers: tuple[int, float]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, composed: Composed) -> Any:
        name = composed.stylesheets[-1] if composed.stylesheets else "usual"
        self.asked.append(name)
        pages, fill = self.answers[name]
        return SimpleNamespace(name=name, pages=[None] * pages, fill=fill)


@pytest.fixture(autouse=True)
def _measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        fit, "_filled", lambda document: [1.0] * (len(document.pages) - 1) + [document.fill]
    )


def chosen(**answers: tuple[int, float]) -> tuple[str, list[str]]:
    engine = Engine(**answers)
    return fit.fitted(COMPOSED, engine).name, engine.asked


def test_a_full_last_page_costs_nothing() -> None:
    assert chosen(usual=(2, 0.7)) == ("usual", ["usual"])
    assert chosen(usual=(3, 0.3)) == ("usual", ["usual"])


def test_one_page_is_never_tried_again() -> None:
    assert chosen(usual=(1, 0.1)) == ("usual", ["usual"])


def test_long_texts_stay_as_they_are() -> None:
    assert chosen(usual=(30, 0.1)) == ("usual", ["usual"])


def test_the_first_setting_that_saves_the_page_is_kept() -> None:
    assert chosen(usual=(2, 0.1), snug=(2, 0.02), tight=(1, 0.99)) == (
        "tight",
        ["usual", "snug", "tight"],
    )


def test_nothing_changes_where_nothing_helps() -> None:
    found, _ = chosen(usual=(4, 0.3), snug=(4, 0.2), tight=(4, 0.2), airy=(4, 0.35))
    assert found == "usual"


def test_a_forgotten_last_page_gets_more() -> None:
    found, _ = chosen(usual=(2, 0.05), snug=(2, 0.03), tight=(2, 0.02), airy=(2, 0.2))
    assert found == "airy"


def test_without_other_settings_a_text_is_laid_out_once() -> None:
    engine = Engine(usual=(2, 0.05))
    assert fit.fitted(replace(COMPOSED, fits=()), engine).name == "usual"
    assert engine.asked == ["usual"]
