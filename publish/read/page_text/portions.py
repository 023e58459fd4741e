"""Cut what stands below a statement's title into body, signatories, end mark and afterword."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from publish.read.page_text.labels import (
    Label,
    is_end_mark,
    opens_contacts,
    opens_notes,
    signing_label,
)
from publish.read.page_text.lines import Line, width
from publish.read.page_text.offices import ROLE_WORDS
from publish.read.page_text.shape import ends_clause, ends_sentence, is_paragraph
from publish.read.page_text.signatories import (
    could_sign,
    looks_like_signatory,
    signed_in_a_row,
)
from publish.read.page_text.signature_blocks import joined, last_block
from publish.read.page_text.signed_line import cut

_LONGEST_GROUP = 60
_LONGEST_SIGNATORY = 300


@dataclass
class Portions:
    """The lines below the title, by what they are for.

    Attributes:
        label: of the signatories, with its line.
        groups: the heading above a signatory, by the number of the signatory's line.
        below: the other lines of a signature that stands on several, by the number of its first.
        guessed: whether the signatories have no label and were told by their look.
        notes: all that follows, in order: notes to editors, contacts, addresses.
    """

    body: list[Line] = field(default_factory=list)
    label: Label | None = None
    label_line: Line | None = None
    signatories: list[Line] = field(default_factory=list)
    groups: dict[int, Line] = field(default_factory=dict)
    below: Mapping[int, tuple[Line, ...]] = field(default_factory=dict)
    guessed: bool = False
    end_mark: Line | None = None
    notes: list[Line] = field(default_factory=list)


def portions_of(lines: Sequence[Line]) -> Portions:
    """Cut the lines; the first one is always body."""
    portions = Portions(body=[lines[0]])
    target = portions.body
    index = 1
    while index < len(lines):
        line = lines[index]
        label = None if portions.label or line.is_item else signing_label(line.text)
        if label and _holds(label, lines, index):
            portions.label, portions.label_line = label, line
            index = _take_signatories(portions, lines, index + 1)
            target = portions.notes
            continue
        if portions.end_mark is None and _ends(lines, index):
            portions.end_mark = line
            target = portions.notes
        else:
            if _opens_afterword(line):
                target = portions.notes
            target.append(line)
        index += 1
    if portions.label is None:
        _guess_signatories(portions)
    return portions


def _holds(label: Label, lines: Sequence[Line], index: int) -> bool:
    """Whether a label is one, judged by what stands behind and below it."""
    below = lines[index + 1 : index + 4]
    if label.strong:
        return bool(label.rest or not below or _may_sign(below[0]) or below[0].is_item)
    if label.rest:
        return looks_like_signatory(label.rest)
    items = [line for line in below if line.is_item] or list(below[:1])
    return bool(items) and all(could_sign(line.content) for line in items)


def _take_signatories(portions: Portions, lines: Sequence[Line], index: int) -> int:
    """Take the lines that name signatories; return the index of the first one that does not."""
    label, line = portions.label, portions.label_line
    if label and line and label.rest:
        names = signed_in_a_row(label.rest)
        portions.signatories += [replace(line, content=name) for name in names]
    with_bullets = any(line.is_item for line in lines[index : index + 2])
    several_lines = _stands_on_several_lines(lines, index)
    start = len(portions.signatories)
    group: Line | None = None
    while index < len(lines):
        line = lines[index]
        if is_end_mark(line.text):
            break  # "- END -" looks like an item
        if line.is_item:
            if not with_bullets:
                break  # a list after names without bullets is something else
            portions.signatories.append(line)
            if group is not None:
                portions.groups[line.number] = group
        elif several_lines and not _stops(line) and width(line.text) <= _LONGEST_SIGNATORY:
            portions.signatories.append(line)
        elif with_bullets and _is_group(lines, index):
            group = line
        elif with_bullets or not _goes_on(lines, index):
            break
        else:
            portions.signatories.append(line)
        index += 1
    first, below = joined(portions.signatories[start:])
    portions.signatories[start:], portions.below = first, below
    return index


def _stands_on_several_lines(lines: Sequence[Line], index: int) -> bool:
    """Whether the first signature has a bullet before its name, and its role on the next line."""
    if index + 1 >= len(lines) or not lines[index].is_item or lines[index + 1].is_item:
        return False
    bare = len(cut(lines[index].content).texts) == 1
    return bare and not _stops(lines[index + 1]) and bool(ROLE_WORDS.search(lines[index + 1].text))


def _is_group(lines: Sequence[Line], index: int) -> bool:
    """Whether a line among items heads those below it, such as the name of a country."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or not after.is_item or _stops(line) or ends_sentence(line.text):
        return False
    return width(line.text) <= _LONGEST_GROUP and could_sign(after.content)


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without bullet names one more signatory."""
    line = lines[index]
    if _stops(line) or not _may_sign(line):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else None
    heads_text = after is not None and not _may_sign(after) and not _stops(after)
    return could_sign(line.text) or not heads_text


def _may_sign(line: Line) -> bool:
    if width(line.content) > _LONGEST_SIGNATORY:
        return False
    return looks_like_signatory(line.content) or not is_paragraph(line.content.rstrip(";；؛,，،"))


def _stops(line: Line) -> bool:
    return line.is_rule or is_end_mark(line.text) or _opens_afterword(line)


def _opens_afterword(line: Line) -> bool:
    return not line.is_item and (opens_notes(line.text) or opens_contacts(line.text))


def _ends(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the end mark; asterisks between paragraphs of the body are a break."""
    line = lines[index]
    if not is_end_mark(line.text):
        return False
    if not line.text.startswith("*") or index + 1 == len(lines):
        return True
    later = lines[index + 1 :]
    label_later = any(not one.is_item and signing_label(one.text) for one in later)
    return not (label_later and is_paragraph(later[0].text))


def _guess_signatories(portions: Portions) -> None:
    """Take lines at the end of the body for the signatories if each of them reads like one."""
    start = len(portions.body)
    while start > 1 and _reads_like_signatory(portions.body[start - 1]):
        start -= 1
    # In a list of other things a single item may read like a name and a role.
    cuts_list = portions.body[start - 1].is_item
    if len(portions.body) - start > 1 and not cuts_list:
        portions.signatories = portions.body[start:]
        portions.body = portions.body[:start]
        portions.guessed = True
    elif block := last_block(portions.body):
        del portions.body[-len(block) :]
        portions.signatories = block[:1]
        portions.below = {block[0].number: tuple(block[1:])}
        portions.guessed = True


def _reads_like_signatory(line: Line) -> bool:
    if not line.is_item and ends_clause(line.text):
        return False
    return looks_like_signatory(line.content)
