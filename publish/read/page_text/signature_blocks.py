"""Signatures that stand on several lines: the name, below it the role, below it the body.

Lines are joined only where the evidence is good: the first of them can be a name, no line but the
last is a signature by itself, and a role stands below it or blank lines part one from the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from publish.read.page_text.lines import Line, width
from publish.read.page_text.offices import BODY_WORDS, ROLE_WORDS
from publish.read.page_text.report import Confidence
from publish.read.page_text.shape import ends_sentence
from publish.read.page_text.signatories import Evidence, Reading, has_honorific, read_signatory
from publish.read.page_text.signed_line import bracketed, cut, is_acronym, is_name, split_acronym

_MOST_LINES = 4
_LONGEST = 160

#: The lines below the first line of a signature, by the number of the first one.
Below = Mapping[int, tuple[Line, ...]]


def joined(lines: Sequence[Line]) -> tuple[list[Line], Below]:
    """Join the lines of each signature: first lines, and the lines below them.

    Args:
        lines: those that name signatories, all with bullets in front of the names or none.
    """
    for blocks in (_by_bullets(lines), _by_blank_lines(lines), _by_roles(lines)):
        if _are_signatures(blocks):
            return [block[0] for block in blocks], {
                block[0].number: tuple(block[1:]) for block in blocks if len(block) > 1
            }
    return list(lines), {}


def last_block(lines: Sequence[Line]) -> list[Line]:
    """Return the signature on the last lines of a text without any label; empty if there is none.

    Without a label only a name above a role is evidence enough.
    """
    for count in (3, 2):
        block = list(lines[-count:])
        if len(lines) > count and not any(line.is_item for line in block):
            apart = not (count == 3 and _has_role(block[0].text))
            if apart and _is_signature(block) and _has_role(block[1].text):
                return block
    return []


def read_block(lines: Sequence[Line], evidence: Evidence) -> Reading:
    """Read the lines of one signature."""
    name, *below = [line.content for line in lines]
    why = f"{len(lines)} lines that follow each other: the name above"
    sure = Confidence.HIGH if any(map(_has_role, below)) else Confidence.MEDIUM
    if len(below) == 1:
        if len(cut(below[0]).texts) == 1 and not _has_role(below[0]):
            return Reading(name, "", below[0], Confidence.MEDIUM, f"{why}, a body below it")
        # "Director, AMP" below the name is read like the line "name, Director, AMP".
        read = read_signatory(f"{name}, {below[0]}", evidence)
        if read.name == name:
            # The comma between the lines is ours.
            left_out = read.left_out.removeprefix(",").strip()
            return Reading(name, read.role, read.body, sure, why, left_out)
        return Reading(name, "", below[0], Confidence.LOW, why)
    *roles, body = below
    if _has_role(body) and not _has_role(roles[0]) and len(roles) == 1:
        roles, body = [body], roles[0]  # the body above the role
    elif _is_role_only(body):
        roles, body = below, ""
    return Reading(name, roles[0], body, sure, why, more_roles=tuple(roles[1:]))


def _by_bullets(lines: Sequence[Line]) -> list[list[Line]]:
    """Take the lines below a bullet for one signature."""
    if not lines or not lines[0].is_item or all(line.is_item for line in lines):
        return []
    blocks: list[list[Line]] = []
    for line in lines:
        if line.is_item:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _by_blank_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Take lines without a blank line between them for one signature."""
    if any(line.is_item for line in lines):
        return []
    blocks: list[list[Line]] = [[line] for line in lines[:1]]
    for above, line in pairwise(lines):
        if line.number == above.number + 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _by_roles(lines: Sequence[Line]) -> list[list[Line]]:
    """Take each line with a role for the second one of a signature, if there are as many lines."""
    if any(line.is_item for line in lines):
        return []
    for size in (3, 2):
        rows = [list(group) for _, group in groupby(lines, key=_Counter(size))]
        if len(lines) % size == 0 and all(_has_role(row[1].text) for row in rows):
            return rows
    return []


class _Counter:
    """Gives lines the number of their row, with so many lines in each row."""

    def __init__(self, size: int) -> None:
        self._size, self._seen = size, -1

    def __call__(self, _line: Line) -> int:
        self._seen += 1
        return self._seen // self._size


def _are_signatures(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether all blocks can be signatures, and most of those with several lines say so."""
    several = [block for block in blocks if len(block) > 1]
    told = sum(map(_tells, several))
    return bool(several) and all(map(_is_signature, blocks)) and 2 * told >= len(several)


def _is_signature(block: Sequence[Line]) -> bool:
    """Whether lines can be one signature: a name, and below it no sentences."""
    name, *below = block
    if not below:
        return len(cut(name.content).texts) > 1 or is_name(name.content)
    if len(block) > _MOST_LINES or not _is_person(name.content):
        return False
    return not any(map(_is_apart, below))


def _is_apart(line: Line) -> bool:
    """Whether a line below a name is a sentence or a signature by itself."""
    parts = cut(line.content).texts
    if width(line.text) > _LONGEST or (len(parts) > 2 and _is_person(parts[0])):
        return True
    return ends_sentence(line.text) and not _has_role(line.text)


def _tells(block: Sequence[Line]) -> bool:
    """Whether a line below the name is surely a role or a body."""
    return any(_has_role(line.text) or _has_body(line.text) for line in block[1:])


def _is_person(text: str) -> bool:
    """Whether the first line names a person; a comma and a suffix may follow the name."""
    first, *rest = cut(text).texts
    if len(rest) > 1 or bracketed(text) or (ends_sentence(text) and not has_honorific(text)):
        return False
    if _has_role(text) and not (has_honorific(text) and not rest):
        return False
    return is_name(first) or has_honorific(first)


def _has_role(text: str) -> bool:
    return bool(ROLE_WORDS.search(text))


def _has_body(text: str) -> bool:
    return bool(BODY_WORDS.search(text) or is_acronym(text) or split_acronym(text))


def _is_role_only(text: str) -> bool:
    return _has_role(text) and not _has_body(text)
