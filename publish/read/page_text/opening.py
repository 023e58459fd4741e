"""Find where the statement begins in a page text, and which line above it is what.

The navigation of a page and a statement look alike: short lines, then text. So every place where
short lines meet a paragraph is weighed, and the heaviest one wins; between equals the first, for
headings stand inside statements too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from publish.read.page_text.dateline import find_dateline, whole_dateline
from publish.read.page_text.dates import whole_date
from publish.read.page_text.labels import kind_of_text, section_key, signing_label
from publish.read.page_text.lines import Line, width
from publish.read.page_text.report import Confidence
from publish.read.page_text.shape import glued_rest, is_paragraph, is_titlish

_SYMBOL = re.compile(r"[A-Z][A-Z0-9.\-]*(?:/[A-Z0-9][A-Z0-9.()\-]*)+")
#: "By the heads of …" below a title says who speaks.
_BYLINE = re.compile(r"(?:by|par|por|von|от имени|da parte|من|作者)(?:\s|：|:)", re.IGNORECASE)
_MOST_LINES_ABOVE = 8
_LONGEST_KIND_LINE = 60
_MENU_WORD = 25
_LEAST_WEIGHT = 2
_LONGEST_SENTENCE_TITLE = 160


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the statement begins.

    Attributes:
        start: index of the first line that belongs to the statement.
        body: index of the first paragraph.
        title: its index; ``None`` if no line can be the title.
        repeated: indices of lines that repeat the title, subtitle or kind line.
        confidence: of the whole guess.
        reasons: what speaks for it.
    """

    start: int
    body: int
    title: int | None
    subtitle: int | None = None
    kind_line: int | None = None
    symbol: int | None = None
    date_line: int | None = None
    own_dateline: int | None = None
    repeated: tuple[int, ...] = ()
    confidence: Confidence = Confidence.LOW
    reasons: tuple[str, ...] = ()


@dataclass
class _Candidate:
    body: int
    run: list[int]
    weight: int = 0
    reasons: list[str] = field(default_factory=list)

    def add(self, weight: int, reason: str) -> None:
        self.weight += weight
        self.reasons.append(reason)


def find_opening(lines: Sequence[Line]) -> Opening | None:
    """Return where the statement begins, or ``None`` if there is no statement.

    Args:
        lines: lines with text, in order; no blank lines, no empty bullets.
    """
    echoes = echoed(lines)
    labels = {n for n, line in enumerate(lines) if not line.is_item and signing_label(line.text)}
    last_label = max(labels, default=0)
    candidates = [
        _weighed(lines, index, echoes, last_label)
        for index in range(len(lines))
        if index not in labels and _may_open(lines, index, echoes)
    ]
    best = max(candidates, key=lambda candidate: candidate.weight, default=None)
    if best is None or best.weight < _LEAST_WEIGHT:
        return None
    return _assign(lines, best, echoes)


def echoed(lines: Sequence[Line]) -> set[int]:
    """Return the indices of lines that repeat the line before, or have it glued in front."""
    return {
        index
        for index in range(1, len(lines))
        if not lines[index].is_item
        and not lines[index - 1].is_item
        and (
            (lines[index].text == lines[index - 1].text and is_titlish(lines[index]))
            or glued_rest(lines[index - 1].text, lines[index].text)
        )
    }


def _may_open(lines: Sequence[Line], index: int, echoes: set[int]) -> bool:
    line = lines[index]
    if line.is_item or line.is_rule or index in echoes:
        return False
    return is_paragraph(line.text) or find_dateline(line.text) is not None


def _weighed(lines: Sequence[Line], index: int, echoes: set[int], last_label: int) -> _Candidate:
    candidate = _Candidate(index, _run_above(lines, index, echoes))
    dateline = find_dateline(lines[index].text)
    if dateline:
        sure = dateline.confidence is Confidence.HIGH
        candidate.add(5 if sure else 2, "a dateline opens the paragraph")
    run = [lines[above].text for above in candidate.run]
    if any(_is_own_dateline(text) for text in run):
        candidate.add(4, "a dateline stands above the paragraph")
    if any(kind_of_text(text) for text in run):
        candidate.add(3, "a line above says what the text is")
    _weigh_place(lines, candidate, echoes)
    if last_label > index:
        candidate.add(2, "a label for signatories follows")
    following = sum(is_paragraph(line.text) for line in lines[index : index + 2])
    candidate.add(following, f"{following} paragraph(s) in a row")
    return candidate


def _weigh_place(lines: Sequence[Line], candidate: _Candidate, echoes: set[int]) -> None:
    """Weigh what speaks against: signs that this is still the navigation of the page."""
    run = candidate.run
    if not run:
        candidate.weight -= 2
        return
    if max(echoes, default=0) > candidate.body:
        candidate.weight -= 3  # headings that stand twice are navigation
    told = kind_of_text(lines[run[-1]].text) or _is_own_dateline(lines[run[-1]].text)
    if section_key(lines[run[-1]].text) or (run[-1] in echoes and len(run) <= 2 and not told):
        candidate.weight -= 3
    if run[0] == 0 and not echoes:
        candidate.add(1, "nothing stands above the title")


def _run_above(lines: Sequence[Line], index: int, echoes: set[int]) -> list[int]:
    """Return the indices of the short lines directly above a paragraph, top to bottom."""
    run: list[int] = []
    for above in range(index - 1, max(-1, index - 1 - _MOST_LINES_ABOVE), -1):
        glued = above in echoes and lines[above].text != lines[above - 1].text
        if (
            glued
            or lines[above].is_item
            or not (is_titlish(lines[above]) or _is_own_dateline(lines[above].text))
        ):
            break
        run.insert(0, above)
    return run


def _assign(lines: Sequence[Line], chosen: _Candidate, echoes: set[int]) -> Opening:
    """Say which line above the paragraph is title, subtitle, kind line, date, symbol."""
    run = _without_menu(lines, chosen, echoes)
    repeated = tuple(index for index in run if index in echoes and index - 1 in run)
    found: dict[str, int] = {}
    others: list[int] = []
    for index in (index for index in run if index not in repeated):
        name = _plain_role(lines[index].text)
        if name and name not in found:
            found[name] = index
        else:
            others.append(index)
    title, subtitle, kind_line = _titles(lines, _below_letterhead(others, found.get("kind_line")))
    if title is None and "kind_line" in found:
        title = found.pop("kind_line")  # a text that is called "Joint statement" and no more
    kind_line = found.pop("kind_line", kind_line)
    if title is None:
        title = _sentence_above(lines, chosen.body, run)
    used = [i for i in (title, subtitle, kind_line, *found.values()) if i is not None]
    start = min(used, default=chosen.body)
    return Opening(
        start=start,
        body=chosen.body,
        title=title,
        subtitle=subtitle,
        kind_line=kind_line,
        symbol=found.get("symbol"),
        date_line=found.get("date_line"),
        own_dateline=found.get("own_dateline"),
        repeated=tuple(index for index in repeated if index > start),
        confidence=_confidence(chosen),
        reasons=tuple(chosen.reasons),
    )


def _plain_role(text: str) -> str:
    """Return what a line is that can be nothing else."""
    dated = whole_date(text)
    if dated:
        return "date_line"
    if _is_own_dateline(text):
        return "own_dateline"
    if _SYMBOL.fullmatch(text) and any(c.isdigit() for c in text):
        return "symbol"
    kind = kind_of_text(text)
    return "kind_line" if kind and kind.is_whole else ""


def _below_letterhead(others: list[int], kind_line: int | None) -> list[int]:
    """Drop what stands above a line such as "Press release", unless nothing stands below it."""
    if kind_line is None:
        return others
    return [index for index in others if index > kind_line] or others


def _titles(lines: Sequence[Line], others: list[int]) -> tuple[int | None, int | None, int | None]:
    """Choose title, subtitle and kind line among the lines that are left.

    A line that says "joint statement of the heads of …" is the subtitle below the title, or the
    line above it; else the last two lines are title and subtitle, unless the first of them looks
    like a word of the menu.
    """
    others = _below_menu(lines, others)
    if not others:
        return None, None, None
    told = [index for index in others if kind_of_text(lines[index].text)]
    if told:
        position = others.index(told[0])
        below = others[position + 1 :]
        if position > 0 and not below:
            return others[position - 1], told[0], None
        if position > 0:
            return others[position - 1], below[-1], told[0]
        if below and _is_kind_line(lines[told[0]].text) and not _speaks_for(lines[below[0]].text):
            return below[0], below[1] if len(below) > 1 else None, told[0]
        return told[0], below[0] if below else None, None
    if len(others) == 1:
        return others[0], None, None
    upper, lower = others[-2:]
    if _is_menu_word(lines[upper].text) and len(others) > 2:
        return lower, None, None
    return upper, lower, None


def _below_menu(lines: Sequence[Line], others: list[int]) -> list[int]:
    """Drop what stands above the last word of a menu, unless nothing stands below it."""
    known = [n for n, index in enumerate(others) if section_key(lines[index].text)]
    return others[known[-1] + 1 :] or others[-1:] if known else others


def _without_menu(lines: Sequence[Line], chosen: _Candidate, echoes: set[int]) -> list[int]:
    """Take the headings of the navigation off the run; a title that stands twice stays."""
    run = chosen.run
    pairs = [index for index in run if index in echoes]
    if not pairs:
        return run
    last = pairs[-1]
    after = [index for index in run if index > last]
    plain = [i for i in after if not _plain_role(lines[i].text) and not kind_of_text(lines[i].text)]
    is_menu = bool(plain) or section_key(lines[last].text) or _is_menu_word(lines[last].text)
    if is_menu and after:
        return after
    first = last
    while first in echoes:
        first -= 1
    above = [i for i in run if i < first and _plain_role(lines[i].text) and i - 1 not in pairs]
    return [index for index in run if index >= first or index in above]


def _is_kind_line(text: str) -> bool:
    """Whether a line above another one says what the text is, and is no title."""
    kind = kind_of_text(text)
    return kind is not None and kind.is_sure and width(text) <= _LONGEST_KIND_LINE


def _speaks_for(text: str) -> bool:
    """Whether a line below a title says who speaks: "By …", "Joint statement of the heads of …"."""
    kind = kind_of_text(text)
    return bool(_BYLINE.match(text)) or (kind is not None and kind.is_sure and not kind.is_whole)


def _is_menu_word(text: str) -> bool:
    return width(text) <= _MENU_WORD and len(text.split()) <= 3


def _is_own_dateline(text: str) -> bool:
    return whole_dateline(text) is not None


def _sentence_above(lines: Sequence[Line], body: int, run: list[int]) -> int | None:
    """Return a title that is written as a sentence: the line above, if it is short and no item."""
    above = (run[0] if run else body) - 1
    if above < 0 or lines[above].is_item or lines[above].is_rule:
        return None
    text = lines[above].text
    fits = width(text) <= _LONGEST_SENTENCE_TITLE and find_dateline(text) is None
    return above if fits else None


def _confidence(chosen: _Candidate) -> Confidence:
    if chosen.weight >= 7:
        return Confidence.HIGH
    return Confidence.MEDIUM if chosen.weight >= 4 else Confidence.LOW
