"""Whatever the page says: nothing is lost, nothing is made up, nothing raises."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model import Prose
from publish.read.page_text import Recognised, recognise, to_markdown
from publish.read.page_text.dateline import find_dateline, whole_dateline
from publish.read.page_text.lines import visible
from publish.read.page_text.signatories import Evidence, read_signatory

from .accounts import assert_nothing_lost
from .samples import ALL

SHOWN = st.characters(
    exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\u2028\u2029\u0085"
)
WORDS = st.sampled_from(
    "the rivers Geneva Rome Today Director OFR AMP mosts , . : – - — ; ( ) & <b> * # 1. 24 June "
    "2022 الجسور جنيف ، بيان 日内瓦 声明 ： 。 мост Женева Lyon et le de Signed by FIN x".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
KNOWN = st.sampled_from(
    [line for sample in ALL for line in (*sample.navigation(), *sample.statement(sample.signed))]
    + ["-", "###", "* * *", "ENDS", "Notes to editors", "Contacts :", "Signed by: Ann Bo, AMP"]
    + ["Joint statement", "24 June 2022", "REF/2022/1", "Geneva, 3 May 2022", "  - inner", "***"]
)
LINES = st.one_of(KNOWN, KNOWN, SENTENCES, st.text(SHOWN, max_size=80), st.just(""))
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Lines in any order, some of them twice, some glued to the next."""
    text = draw(st.sampled_from(["", "\ufeff"]))
    for line in draw(st.lists(LINES, max_size=25)):
        again = draw(st.integers(0, 5))
        text += line + draw(ENDS)
        if again == 0:
            text += line + draw(ENDS)
        elif again == 1:
            text += line + draw(SENTENCES) + draw(ENDS)
    return text


def every_prose(found: Recognised) -> list[Prose]:
    pieces: list[Prose | None] = []
    if found.statement:
        pieces += [found.statement.body, found.statement.notes_to_editors]
    if found.organisation:
        pieces.append(found.organisation.lead)
        pieces += [section.body for section in found.organisation.sections]
    return [piece for piece in pieces if piece is not None]


@settings(max_examples=150, deadline=None)
@given(pages())
def test_nothing_is_lost(text: str) -> None:
    found = recognise(text, "page.txt", language="en")
    assert_nothing_lost(text, found)
    assert found.report.as_text()
    if not (found.statement or found.organisation):
        assert found.faults


@settings(max_examples=60, deadline=None)
@given(pages())
def test_prose_is_well_formed_and_can_be_written(text: str) -> None:
    found = recognise(text, "page.txt")
    for prose in every_prose(found):
        ElementTree.fromstring("<div>" + _closed(prose.html) + "</div>")
    for content in (found.statement, found.organisation):
        if content is not None:
            assert to_markdown(content).startswith("+++\n")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_give_documents_or_faults(text: str) -> None:
    found = recognise(text, "page.txt")
    assert found.faults or found.statement or found.organisation


@settings(deadline=None)
@given(st.one_of(SENTENCES, st.text(SHOWN, max_size=120)))
def test_dateline_mark_and_rest_are_the_line(line: str) -> None:
    found = find_dateline(line)
    if found is not None:
        assert found.text + found.mark + found.rest == line
        assert found.text and found.rest and 1 <= len(found.places) <= 3
    alone = whole_dateline(line)
    assert alone is None or alone.text == line


@given(st.one_of(SENTENCES, st.text(SHOWN, min_size=1, max_size=80)).map(str.strip))
def test_signatory_keeps_every_character(text: str) -> None:
    if not text:
        return
    found = read_signatory(text, Evidence())
    kept = found.name + found.role + found.body + found.left_out
    assert sorted(visible(kept)) == sorted(visible(text))
    assert found.name or found.body


def _closed(html: str) -> str:
    """Close the breaks, which HTML leaves open."""
    return "\n".join(
        line.replace(">", "/>") if line.startswith("<hr ") else line for line in html.split("\n")
    )
