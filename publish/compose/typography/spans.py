"""Letters and words that get an element round them, for the style sheets; see ``text.css``.

The elements have no meaning, so the tag tree does not know them, and no text changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from publish.compose.measure.balance import LONGEST_PHRASE, phrases
from publish.compose.typography.given import is_given
from publish.compose.typography.heard import IDEOGRAPH
from publish.compose.typography.languages import habits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Superior letters; what no line divides; a word that is not hyphenated.
ORDINAL = "ordinal"
TOGETHER = "together"
WHOLE = "whole"

#: Elements whose last line is looked after, and how long they must be to have a second line.
_RUNNING = frozenset({"p", "li", "dd", "figcaption"})
_TWO_LINES = 60
_TWO_LINES_OF_IDEOGRAPHS = 30

#: A word at the end that a hyphen would leave half of it alone on the last line.
_LAST_WORD = re.compile(
    r"(?P<end>[A-Za-z\u00c0-\u024f\u0400-\u04ff]{7,})[.,;:!?…»”\"\u00a0\u202f]*\s*\Z"
)
_LAST_SIGNS = re.compile(rf"(?P<end>[{IDEOGRAPH}]{{3}}[，。：；？！、）”」》]*)\s*\Z")

#: What a call stays with: a word, or two ideographs and a sign.
_WORD_BEFORE = re.compile(
    rf"(?:[{IDEOGRAPH}]{{1,2}}[，。：；？！、）”」》]?"
    rf"|(?:(?![{IDEOGRAPH}])[^ \t\r\n\f]){{1,24}})\s*\Z"
)

#: Two numbers with a dash between them: years, pages. No line ends behind the dash.
_RANGE = re.compile(r"(?<![\w.,–-])\d{1,4}[–-]\d{1,4}(?![\w–-])")


def put(element: Element, language: str) -> None:
    """Put spans into all texts below an element, in place.

    Args:
        element: of the page.
        language: of the element, where it does not say otherwise (BCP 47).
    """
    if not isinstance(element.tag, str) or element.tag == "head" or is_given(element):
        return
    if element.get("class") in (ORDINAL, TOGETHER, WHOLE) or element.tag in ("sup", "sub"):
        return
    language = element.get("lang") or language
    for child in [*element]:
        put(child, language)
    raised = habits(language).raised
    _each_text(element, lambda text: raised.finditer(text) if raised else (), ORDINAL)
    _keep_calls(element)
    _each_text(element, _RANGE.finditer, TOGETHER)
    if element.tag == "h1":
        _keep_phrases(element, language)
    elif element.tag in _RUNNING:
        _keep_end(element, language)


def _keep_phrases(heading: Element, language: str) -> None:
    """Keep each phrase of a title in ideographs on one line: lines end where phrases end."""
    parts = phrases(heading.text or "") if language[:2].lower() in ("zh", "ja") else []
    if len(heading) or not parts:
        return
    heading.text = ""
    for part in parts:
        if len(part) <= LONGEST_PHRASE:
            SubElement(heading, "span", {"class": TOGETHER}).text = part
        elif len(heading):
            heading[-1].tail = (heading[-1].tail or "") + part
        else:
            heading.text += part


def _keep_calls(element: Element) -> None:
    """Keep the call of a note, and the way back from one, on the line of the word before it."""
    for at, child in reversed([*enumerate(element)]):
        if child.get("role") not in ("doc-noteref", "doc-backlink"):
            continue
        before = element[at - 1] if at else None
        text = (element.text if before is None else before.tail) or ""
        word = _WORD_BEFORE.search(text)
        if word is None:
            continue
        span = Element("span", {"class": TOGETHER})
        span.text, span.tail, child.tail = word[0], child.tail, None
        if before is None:
            element.text = text[: word.start()]
        else:
            before.tail = text[: word.start()]
        element.remove(child)
        span.append(child)
        element.insert(at, span)


def _keep_end(element: Element, language: str) -> None:
    """Keep the last word whole, and the last three ideographs on one line."""
    ideographs = language[:2].lower() in ("zh", "ja")
    enough = _TWO_LINES_OF_IDEOGRAPHS if ideographs else _TWO_LINES
    if sum(map(len, element.itertext())) < enough:
        return
    pattern, name = (_LAST_SIGNS, TOGETHER) if ideographs else (_LAST_WORD, WHOLE)
    last = element[-1] if len(element) else None
    text = (element.text if last is None else last.tail) or ""
    before, spans = _cut(text, pattern.finditer(text), name)
    if last is None:
        element.text = before
    else:
        last.tail = before
    element.extend(spans)


def _each_text(
    element: Element, found_in: Callable[[str], Iterable[re.Match[str]]], name: str
) -> None:
    """Put spans into the texts that an element holds itself, round the last group of a match."""
    for at, child in reversed([*enumerate(element)]):
        text = child.tail or ""
        child.tail, spans = _cut(text, found_in(text), name)
        element[at + 1 : at + 1] = spans
    text = element.text or ""
    element.text, spans = _cut(text, found_in(text), name)
    element[0:0] = spans


def _cut(text: str, found: Iterable[re.Match[str]], name: str) -> tuple[str, list[Element]]:
    """Cut a text at matches; return what comes before the first, and the spans with their tails."""
    spans: list[Element] = []
    before, end = text, 0
    for each in found:
        start, stop = each.span(each.lastindex or 0)
        if spans:
            spans[-1].tail = text[end:start]
        else:
            before = text[:start]
        spans.append(Element("span", {"class": name}))
        spans[-1].text = text[start:stop]
        end = stop
    if spans:
        spans[-1].tail = text[end:]
    return before, spans
