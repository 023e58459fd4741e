"""Small works in our own words."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from publish.compose import fill
from publish.model import (
    Body,
    Dateline,
    House,
    Organisation,
    Page,
    Person,
    Place,
    Prose,
    Signatory,
    Source,
    Statement,
    Words,
    Work,
)

Filled = Callable[..., Element]


def words(text: str, language: str = "fr", line: int = 0) -> Words:
    return Words(text, language, Place("appel.fr.md", line) if line else None)


def work(content: Statement | Organisation | Page) -> Work:
    source = Source(Path("/nowhere/appel.fr.md"), "appel.fr.md", "0" * 64, Path("/nowhere"))
    return Work("appel", content.language, source, content)


def statement(**fields: Any) -> Statement:
    """Return a statement in French; fields replace or add to those given here."""
    given: dict[str, Any] = {
        "language": "fr",
        "title": words("Ouvrir mille classes", line=4),
        "body": Prose(
            '<p data-line="12">Une classe n’est pas un toit.</p><p>Elle chauffe.</p>', "fr"
        ),
        "kind_line": words("Déclaration commune"),
        "dateline": Dateline(words("Genève/Nairobi", line=12), " – "),
        "date": datetime.date(2026, 3, 1),
        "signatories_label": words("Signé par :", line=20),
        "signatories": (
            Signatory(
                Person(words("Amina Desrochers")),
                (words("Directrice générale"),),
                Body(words("Organisation des mobilités (OMA)")),
                place=Place("appel.fr.md", 21),
            ),
            Signatory(
                Person(words("Wei Zhang"), words("Mme")),
                (words("Haute Représentante, cheffe des registres"), words("Envoyée spéciale")),
                Body(words("Union des registres"), words("UNR", "en")),
                place=Place("appel.fr.md", 22),
            ),
        ),
    }
    return Statement(**(given | fields))


@pytest.fixture
def filled() -> Filled:
    """Return a function that fills the layout of a record and returns the page."""

    def fill_record(
        content: Statement | Organisation | Page, house: House | None = None
    ) -> Element:
        return fill(work(content), house or House()).root

    return fill_record


def text_of(element: Element | None) -> str:
    """Return the text of an element with white space collapsed."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def one(root: Element, css_class: str) -> Element:
    """Return the only element of a class."""
    found = [element for element in root.iter() if css_class in element.get("class", "").split()]
    assert len(found) == 1, f"{len(found)} elements of class {css_class}"
    return found[0]
