"""What holds for every text: nothing is heard otherwise, twice is as good as once."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.compose import fill
from publish.compose.typography import apply, heard
from publish.compose.typography import languages as table
from publish.compose.typography.habits import Habits, rule
from publish.model import House, Prose, Severity, Statement
from publish.model.house import Digits
from tests.unit.compose.conftest import words, work
from tests.unit.compose.typography.conftest import page, shown

LANGUAGES = [*table._HABITS, "is"]

#: What rules look at, in small pieces, so that chance meets them often.
_SIGNS = [*" \n\u00a0\u202f.,;:!?'\"-–—«»“”„‘’()/%§¿¡،，（", "...", " - ", "--", " ; "]
_WORDS = (
    "l'eau mot Mme M. A. Nom 1er XXe 2e n° art. 12 500 mars 2026 millions km в и же дом г. т. д. "
    "i domu de marzo 学校 水 ماء قال ١٢ A/2 oma.example 12:30"
)
PIECES = st.sampled_from([*_SIGNS, *_WORDS.split()])
TEXTS = st.lists(PIECES, max_size=12).map("".join)
TAGS = st.sampled_from(
    ["em", "b", "code", "br", "span lang=en", "span lang=fr", "a role=doc-noteref"]
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    html = draw(TEXTS).replace("<", "")
    for tag, inside, behind in draw(st.lists(st.tuples(TAGS, TEXTS, TEXTS), max_size=3)):
        name = tag.split()[0]
        html += f"<{tag}>{behind}" if name == "br" else f"<{tag}>{inside}</{name}>{behind}"
    return html


def _typeset(html: str, language: str, digits: Digits = "typed") -> Element:
    root = page(f"<p>{html}</p>", language)
    apply(root, language=language, digits=digits)
    return root


@settings(max_examples=200, deadline=None)
@given(
    paragraphs(), st.sampled_from(LANGUAGES), st.sampled_from(["typed", "latin", "arabic-indic"])
)
def test_a_reader_hears_the_same_and_a_second_pass_changes_nothing(
    html: str, language: str, digits: Digits
) -> None:
    before = page(f"<p>{html}</p>", language)
    root = _typeset(html, language, digits)
    for one, other in zip(before.iter("code"), root.iter("code"), strict=True):
        assert one.text == other.text
    once = tostring(root, encoding="unicode")
    apply(root, language=language, digits=digits)
    assert tostring(root, encoding="unicode") == once


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_letters_and_numbers_stay_in_their_order(text: str, language: str) -> None:
    body = _typeset(text, language).find("body")
    before = page(f"<p>{text}</p>", language).find("body")
    assert body is not None and before is not None

    def spoken(element: Element) -> str:
        return "".join(sign for sign in "".join(element.itertext()) if sign.isalnum())

    assert spoken(body) == spoken(before)


@given(st.text())
def test_what_is_heard_is_heard_again(text: str) -> None:
    assert heard(heard(text)) == heard(text)


def test_words_that_differ_are_heard_otherwise() -> None:
    assert heard("le port") != heard("le pont")
    assert heard("12 500") != heard("12 600")
    assert heard("Qui vient ?") != heard("Qui vient.")


def test_a_block_that_would_be_heard_otherwise_stays_as_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(table._HABITS, "fr", Habits((rule("pont", "port"), rule(" ;", "\u202f;"))))
    html = '<p data-line="7">le pont ; la rive</p><p>la rive ; le lac</p>'
    root = page(html, "fr")
    (fault,) = apply(root, language="fr", label="texte.fr.md")
    assert shown(root) == html.replace("rive ;", "rive^;")
    assert fault.code == "C-010"
    assert fault.severity is Severity.WARNING
    assert str(fault.place) == "texte.fr.md:7"
    assert "le pont ; la rive" in fault.detail


def test_rules_that_never_settle_leave_a_block_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(table._HABITS, "fr", Habits((rule("(?<=a)(?P<spot> )", "  "),)))
    assert shown(_typeset("a mot", "fr")) == "<p>a mot</p>"


def test_a_house_or_a_text_may_keep_what_was_typed() -> None:
    typed = 'L\'eau ; "la rive" - le 1er mars'
    content = Statement(title=words(typed), language="fr", body=Prose(f"<p>{typed}</p>", "fr"))
    as_typed = fill(work(content), House(typography=False)).root
    by_text = fill(replace(work(content), typography=False), House()).root
    by_rule = fill(work(content), House()).root
    assert tostring(by_text) == tostring(as_typed)
    assert "".join(as_typed.itertext()).count(typed) == 3  # title, heading, paragraph
    assert "L’eau^; «^la rive^»~– le 1" in shown(by_rule)
    body = by_rule.find("body")
    assert body is not None
    assert body.get("data-running", "").startswith("L’eau\u202f;")
