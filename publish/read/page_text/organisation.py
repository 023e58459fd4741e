"""Make an organisation page of the navigation of a web page: headings, summaries, lists.

A heading stands there twice: alone, and once more in front of its summary, without a space.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from publish.model import Division, Organisation, Place, Section, Words
from publish.read.page_text.blocks import (
    Block,
    Item,
    ItemList,
    Passage,
    enter_blocks,
    lines_in,
    lists_of,
    prose_of,
)
from publish.read.page_text.labels import OWN_NAMES, plain, section_key
from publish.read.page_text.language import language_of_line
from publish.read.page_text.lines import Line
from publish.read.page_text.report import Confidence, Ledger
from publish.read.page_text.shape import glued_rest, is_paragraph, is_titlish

_STRUCTURE = "structure"
#: What a menu leads to that is not about the organisation.
_ELSEWHERE = frozenset({"news", "join", "contact"})


@dataclass
class _Part:
    """A heading with the lines below it; the heading of the part above the first one is missing."""

    heading: Line | None
    confidence: Confidence = Confidence.HIGH
    reason: str = ""
    is_proved: bool = False  # it stands there twice
    lines: list[Line] = field(default_factory=list)

    @property
    def key(self) -> str:
        return section_key(self.heading.text) if self.heading else ""


def organisation_of(
    lines: Sequence[Line], language: str, label: str, ledger: Ledger
) -> Organisation | None:
    """Make an organisation page and enter each of its lines into the report.

    Args:
        lines: lines with text, in order; no blank lines, no empty bullets.
        language: BCP 47, of all lines that do not clearly speak another one.
        label: how faults name the page text.
        ledger: takes the entries.

    Returns:
        The page, or ``None`` where no line is a heading; then the report has all lines.
    """
    lines = [line for line in lines if not _left_out_rule(line, ledger)]
    parts = _below_menu(_parts(lines, ledger), ledger)
    titled = next((part for part in parts if part.heading is not None), None)
    if titled is None or titled.heading is None:
        for line in (line for part in parts for line in part.lines):
            reason = "no heading stands above it, so it is in no organisation page"
            ledger.leave_out(line, "navigation, left out", reason)
        return None
    lead = [line for part in parts[: parts.index(titled) + 1] for line in part.lines]
    ledger.enter(titled.heading, "title of the organisation page", "organisation",
                 confidence=titled.confidence, reason=titled.reason)  # fmt: skip
    lead_blocks = _blocks(lead)
    enter_blocks(ledger, lead_blocks, "organisation", part="organisation ")
    rest = parts[parts.index(titled) + 1 :]
    keyed = {part.key: part for part in reversed(rest)}  # a key names the first of its sections
    return Organisation(
        language=language,
        title=_words(titled.heading, language, label),
        lead=prose_of(lead_blocks, language, label, heading_level=2),
        sections=tuple(
            _section(part, part.key if keyed[part.key] is part else "", language, label, ledger)
            for part in rest
        ),
        place=Place(label, titled.heading.number),
    )


def _left_out_rule(line: Line, ledger: Ledger) -> bool:
    if line.is_rule:
        ledger.leave_out(line, "separator, left out", "a line of signs says nothing in a menu")
    return line.is_rule


def _below_menu(parts: list[_Part], ledger: Ledger) -> list[_Part]:
    """Leave out the words at both ends that lead to other pages: languages, "Donate", "News"."""
    first, end = 0, len(parts)
    while first + 1 < end and _leads_away(parts[first]):
        first += 1
    while first + 1 < end and _leads_away(parts[end - 1]) and not parts[end - 1].is_proved:
        end -= 1
    if not any(part.heading for part in parts[first:end]):
        return parts  # a page needs a title, and nothing else could be it
    for part in parts[:first] + parts[end:]:
        if part.heading is not None:
            reason = "a word of the menu that leads to another page"
            ledger.leave_out(part.heading, "navigation, left out", reason)
    return parts[first:end]


def _leads_away(part: _Part) -> bool:
    if part.heading is None or part.lines:
        return False
    return part.key in _ELSEWHERE or plain(part.heading.text) in OWN_NAMES


def _parts(lines: Sequence[Line], ledger: Ledger) -> list[_Part]:
    """Cut the lines at their headings; enter the second copy of each heading."""
    parts = [_Part(None)]
    index = 0
    while index < len(lines):
        line = lines[index]
        after = lines[index + 1] if index + 1 < len(lines) else None
        if line.is_item or not is_titlish(line):
            parts[-1].lines.append(line)
            index += 1
            continue
        if after is not None and (rest := _glued(line, after)):
            parts.append(_glued_part(line, rest))
            parts[-1].lines.append(_cut_glue(after, rest))
            index += 2
            continue
        repeats = _repeats(lines, index)
        parts.append(_heading_part(line, repeats))
        for again in lines[index + 1 : index + 1 + repeats]:
            ledger.leave_out(again, "repeated heading, kept once", "the line above is the same")
        index += 1 + repeats
        # Three copies: alone, alone, and once more glued to the summary.
        if repeats and index < len(lines) and (rest := _glued(line, lines[index])):
            parts[-1].lines.append(_cut_glue(lines[index], rest))
            index += 1
    return [part for part in parts if part.heading or part.lines]


def _glued_part(line: Line, rest: str) -> _Part:
    if rest[0].isalpha() and not rest[0].isupper():
        # Chinese and Arabic have no capitals: a sentence may begin with the words of its heading.
        why = "stands again in front of its summary; the script does not show that it is glued on"
        return _Part(line, Confidence.MEDIUM, why)
    return _Part(line, reason="stands again, glued, in front of its summary")


def _heading_part(line: Line, repeats: int) -> _Part:
    if repeats:
        return _Part(line, reason="stands there twice", is_proved=True)
    if section_key(line.text):
        return _Part(line, reason="a usual heading of an organisation's page")
    return _Part(line, Confidence.MEDIUM, "a short line without a full stop")


def _glued(heading: Line, after: Line) -> str:
    return "" if after.is_item else glued_rest(heading.text, after.text)


def _cut_glue(line: Line, rest: str) -> Line:
    return Line(line.number, line.text, line.depth, content=rest)


def _repeats(lines: Sequence[Line], index: int) -> int:
    count = 0
    while index + count + 1 < len(lines) and lines[index + count + 1].text == lines[index].text:
        count += 1
    return count


def _section(part: _Part, key: str, language: str, label: str, ledger: Ledger) -> Section:
    assert part.heading is not None  # noqa: S101  only the first part has none, and it is the lead
    ledger.enter(part.heading, "organisation heading", "organisation",
                 confidence=part.confidence, reason=part.reason)  # fmt: skip
    blocks = _blocks(part.lines)
    heading = _words(part.heading, language, label)
    if key != _STRUCTURE:
        enter_blocks(ledger, blocks, "organisation", part="organisation ")
        return Section(heading, prose_of(blocks, language, label, heading_level=3), key=key)
    lists = [block for block in blocks if isinstance(block, ItemList)]
    text = [block for block in blocks if not isinstance(block, ItemList)]
    enter_blocks(ledger, text, "organisation", part="organisation ")
    _enter_divisions(ledger, lists)
    return Section(
        heading,
        prose_of(text, language, label, heading_level=3),
        tuple(_division(item, language, label) for one in lists for item in one.items),
        key=key,
    )


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Arrange the lines below a heading; a heading never stands among them."""
    blocks: list[Block] = []
    items: list[Line] = []
    for line in lines:
        if line.is_item:
            items.append(line)
            continue
        blocks += lists_of(items)
        items = []
        blocks.append(Passage(line))
    return blocks + lists_of(items)


def _division(item: Item, language: str, label: str) -> Division:
    return Division(
        _words(item.line, language, label),
        parts=tuple(_division(below, language, label) for one in item.lists for below in one.items),
        place=Place(label, item.line.number),
    )


def _enter_divisions(ledger: Ledger, lists: Sequence[ItemList]) -> None:
    flat = not any(item.lists for one in lists for item in one.items)
    if flat and lists:
        ledger.note(
            "The list of the structure has one level; who stands below whom is not said "
            "and was not guessed."
        )
    for line in lines_in(lists):
        own = section_key(line.content) == _STRUCTURE
        reason = "looks like the heading of the chart itself; kept in its place" if own else ""
        ledger.enter(
            line,
            "part of the structure",
            "organisation",
            confidence=Confidence.MEDIUM if own else Confidence.HIGH,
            reason=reason,
            left_out=line.mark,
        )


def _words(line: Line, language: str, label: str) -> Words:
    spoken = language_of_line(line.content, language)
    return Words(line.content, spoken, Place(label, line.number))


def is_organisation(lines: Sequence[Line]) -> bool:
    """Whether some lines are enough to make a page of: a heading, and text or a list.

    A bare menu of headings says nothing about the organisation.
    """
    if not any(is_titlish(line) for line in lines):
        return False
    return any(line.is_item or is_paragraph(line.text) for line in lines)
