"""What a web page puts around a text is left out, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from publish.read.page_text import recognise
from publish.read.page_text.furniture import furniture
from publish.read.page_text.lines import read_lines

from .accounts import assert_nothing_lost, plain
from .samples import ENGLISH

FURNITURE = [
    "Skip to main content", "Aller au contenu principal", "跳转到主要内容", "Поделиться", "شارك",
    "Share on Facebook", "Compartir en X", "Facebook Twitter Instagram", "LinkedIn", "X",
    "© 2023 Ferry Office. All rights reserved.", "Tous droits réservés", "版权所有 © 2023",
    "This site uses cookies to work better. By going on you accept them.",
    "Home > News > Statements", "Accueil / Actualités", "Inicio » Noticias » Prensa",
    "OFR | Office for Rivers", "Terms of use | Privacy", "Tags: rivers, bridges",
]  # fmt: skip
TEXT = [
    "Share the river, share the work", "We share one river and one road.", "Contact",
    "a > b > c holds for all of these numbers, and that is why we have written it down here.",
    "The bakery of the town gave cookies to every child who came to the river that day.",
    "On <b>bridges</b> & fords", "1 < 2 & 3 > 2", "Joint statement | AMP",
    "« Les ponts » et « les gués »", "Printed matter", "Data / Research",
]  # fmt: skip


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str) -> None:
    assert furniture(read_lines(text)[0])


@pytest.mark.parametrize("text", TEXT)
def test_no_furniture(text: str) -> None:
    assert not furniture(read_lines(text)[0])


def test_all_below_related_links_is_foot_once_the_names_are_given() -> None:
    lines = ["Signed by:", "- Ann Bo, Director, AMP", "Related links", "Another title",
             "A whole paragraph about another bridge, which has nothing to do with this text.",
             "Media contacts", "Bo Ann, press@amp.example"]  # fmt: skip
    text = "\n".join(ENGLISH.statement(()) + lines)
    found = recognise(text, "p.txt")
    assert_nothing_lost(text, found)
    assert found.statement is not None
    assert plain(found.statement.notes_to_editors) == "Media contacts\nBo Ann, press@amp.example"
    assert "another bridge" not in found.statement.body.html


def test_paragraphs_below_a_link_inside_the_text_stay() -> None:
    """Before names or an end mark the text may go on below "Read also"."""
    first, *rest = ENGLISH.statement(())
    lines = [first, *rest, "Read also", "Another title", ENGLISH.paragraphs[1] + " Again."]
    statement = recognise("\n".join(lines), "p.txt").statement
    assert statement is not None
    assert plain(statement.body).endswith("Again.")
    assert "Another title" not in statement.body.html
