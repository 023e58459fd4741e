"""Texts that would end with a line or two on a last page do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publish.model import Prose, Source, Statement, Words, Work
from tests.conftest import Made

PARAGRAPH = (
    "<p>Chaque matin, des familles se réveillent loin de leur maison sans savoir quand elles "
    "pourront y rentrer. Nos cinq institutions ont décidé d’y répondre ensemble : avec un plan "
    "unique et un calendrier public que chacun peut vérifier.</p>"
)


def work(paragraphs: int) -> Work:
    statement = Statement(
        "fr", Words("Rendre possible le retour", "fr"), Prose(PARAGRAPH * paragraphs, "fr")
    )
    source = Source(Path("appel.md"), "appel.md", "", Path())
    return Work("appel", "fr", source, statement)


@pytest.mark.parametrize("paragraphs", range(8, 15))
def test_no_forgotten_last_page(paragraphs: int, make_work: Callable[..., Made]) -> None:
    made = make_work(work(paragraphs))
    ends = [
        sum(1 for element in made.plan.tree.elements() if element.role == "P" and element.page == n)
        for n in range(1, made.rendered.page_count + 1)
    ]
    assert len(ends) == 1 or ends[-1] >= 2
