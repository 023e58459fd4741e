"""Running texts of two versions compared, heading by heading and block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from publish.check.sisters.alignment import aligned
from publish.check.sisters.numbers import differing
from publish.standards.rules import languages as rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.sisters.blocks import Block
    from publish.check.sisters.version import Pair
    from publish.model import Place

#: Must not be paired.
_NEVER = -9.0
_RULINGS = {
    "heading": rules.HEADING_MISSING,
    "picture": rules.PICTURE_MISSING,
    "note": rules.NOTE_MISSING,
}


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with the blocks up to the next."""

    blocks: tuple[Block, ...]

    @property
    def heading(self) -> Block | None:
        first = self.blocks[0] if self.blocks else None
        return first if first and first.kind == "heading" else None

    @property
    def body(self) -> tuple[Block, ...]:
        return self.blocks[1:] if self.heading else self.blocks


def compare_prose(
    pair: Pair, model: Sequence[Block], version: Sequence[Block], around: Place | None
) -> None:
    """Compare two texts.

    Args:
        pair: takes up the differences.
        model: blocks of the model.
        version: blocks of the version.
        around: where the text begins in the version.
    """
    _compare_sections(pair, _Section(_notes(model)), _Section(_notes(version)))
    one, other = _sections(model), _sections(version)
    model_at = version_at = around
    for left, right in aligned(one, other, _likeness_of_sections):
        mine = one[left] if left is not None else None
        theirs = other[right] if right is not None else None
        if mine is not None and theirs is not None:
            _compare_sections(pair, mine, theirs)
        elif mine is not None:
            _lacks(pair, mine.blocks[0], version_at, model=False)
        elif theirs is not None:
            _lacks(pair, theirs.blocks[0], model_at, model=True)
        model_at = mine.blocks[-1].place if mine and mine.blocks else model_at
        version_at = theirs.blocks[-1].place if theirs and theirs.blocks else version_at


def _notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.kind == "note")


def _sections(blocks: Sequence[Block]) -> list[_Section]:
    """Part a text at its headings, without its notes: they stand behind whatever is last."""
    blocks = [block for block in blocks if block.kind != "note"]
    starts = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    edges = [0, *starts, len(blocks)] if not starts or starts[0] else [*starts, len(blocks)]
    return [_Section(tuple(blocks[start:end])) for start, end in pairwise(edges) if end > start]


def _likeness_of_sections(one: _Section, other: _Section) -> float:
    if (one.heading is None) != (other.heading is None):
        return _NEVER
    levels = 0.0
    if one.heading and other.heading:
        levels = 1.0 if one.heading.level == other.heading.level else -1.0
    sizes = sorted((len(one.blocks), len(other.blocks)))
    kinds = {b.kind for b in one.body} ^ {b.kind for b in other.body}
    shared = _shared_numbers(one.blocks, other.blocks)
    return levels + sizes[0] / sizes[1] - 0.5 * len(kinds) + shared


def _shared_numbers(one: Sequence[Block], other: Sequence[Block]) -> float:
    left = {value for block in one for value in block.numbers}
    right = {value for block in other for value in block.numbers}
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right)) - 0.25


def _compare_sections(pair: Pair, model: _Section, version: _Section) -> None:
    if model.heading and version.heading:
        _compare_headings(pair, model.heading, version.heading)
    one, other = model.body, version.body
    model_at = model.blocks[0].place if model.blocks else None
    version_at = version.blocks[0].place if version.blocks else None
    for left, right in aligned(one, other, _likeness):
        if left is not None and right is not None:
            _compare_blocks(pair, one[left], other[right])
        elif left is not None:
            _lacks(pair, one[left], version_at, model=False)
        elif right is not None:
            _lacks(pair, other[right], model_at, model=True)
        model_at = one[left].place if left is not None else model_at
        version_at = other[right].place if right is not None else version_at


def _likeness(one: Block, other: Block) -> float:
    if one.kind != other.kind:
        return _NEVER
    lengths = sorted((len(one.text) + 20, len(other.text) + 20))
    depth = -0.5 if one.level != other.level else 0.0
    links = 0.5 if len(one.links) == len(other.links) else 0.0
    # Rounded, so that what is about as long as the other looks alike.
    return round(lengths[0] / lengths[1], 1) + 2 * _shared_numbers([one], [other]) + depth + links


def _lacks(pair: Pair, block: Block, here: Place | None, *, model: bool) -> None:
    ruling = _RULINGS.get(block.kind, rules.BLOCK_MISSING)
    pair.lacks(ruling, f"{block.kind} {block.beginning}", block.place, here, model=model)


def _compare_headings(pair: Pair, model: Block, version: Block) -> None:
    if model.level != version.level:
        what = f"{version.beginning} has level {version.level}, not {model.level}"
        pair.differs(rules.HEADING_LEVEL, what, model.place, version.place)
    _compare_numbers(pair, model, version)


def _compare_blocks(pair: Pair, model: Block, version: Block) -> None:
    if model.size != version.size:
        rows, columns = version.size
        what = f"{rows} rows of {columns} columns, not {model.size[0]} of {model.size[1]}"
        pair.differs(rules.TABLE_SIZE, what, model.place, version.place)
    if model.kind == "list item" and model.level != version.level:
        what = f"{version.beginning} is an item of level {version.level}, not {model.level}"
        pair.differs(rules.BLOCK_MISSING, what, model.place, version.place)
    for one, other, lacks_model in ((model, version, False), (version, model, True)):
        here = other.place
        if one.notes > other.notes:
            what = f"call of a note in {one.beginning}"
            pair.lacks(rules.NOTE_MISSING, what, one.place, here, model=lacks_model)
        if one.pictures > other.pictures:
            what = f"picture in {one.beginning}"
            pair.lacks(rules.PICTURE_MISSING, what, one.place, here, model=lacks_model)
    _compare_links(pair, model, version)
    _compare_numbers(pair, model, version)


def _compare_links(pair: Pair, model: Block, version: Block) -> None:
    for one, other, lacks_model in ((model, version, False), (version, model, True)):
        if len(one.links) > len(other.links):
            kept = [_any_language(address) for address in other.links]
            extra = [link for link in one.links if _any_language(link) not in kept]
            what = f"link to {(extra or one.links)[-1]} in {other.beginning}"
            pair.lacks(rules.LINK_MISSING, what, one.place, other.place, model=lacks_model)
    if len(model.links) == len(version.links):
        for mine, theirs in zip(model.links, version.links, strict=True):
            if not _may_be_sisters(mine, theirs):
                what = f"a link leads to {theirs}, not to {mine}"
                pair.differs(rules.LINK_DIFFERS, what, model.place, version.place, warning=True)


#: A part of an address that is a language: ``/fr/``, ``fr.``, ``=fr``, ``-fr.pdf``, ``.fr.html``.
_LANGUAGE_PART = re.compile(r"(?<![a-z0-9])[a-z]{2}(?:[-_][a-z]{2,4})?(?![a-z0-9])", re.IGNORECASE)


def _any_language(address: str) -> str:
    """Return an address in which languages are left open; headings have ids in their language."""
    if address.startswith("#"):
        return "#"
    scheme, _, rest = address.partition(":")
    return f"{scheme}:{_LANGUAGE_PART.sub('*', rest)}".lower()


def _may_be_sisters(one: str, other: str) -> bool:
    """Whether two addresses may lead to one page in two languages.

    A website may name each page in its language; the host, the numbers in the address and the
    kind of file still have to be the same.
    """
    mine, theirs = _any_language(one), _any_language(other)
    if mine == theirs:
        return True
    left, right = urlsplit(mine), urlsplit(theirs)
    return (
        bool(left.netloc)
        and left.netloc == right.netloc
        and re.findall(r"\d+", left.path) == re.findall(r"\d+", right.path)
        and PurePosixPath(left.path).suffix == PurePosixPath(right.path).suffix
    )


def _compare_numbers(pair: Pair, model: Block, version: Block) -> None:
    mine, theirs = differing(model.numbers, version.numbers)
    if mine or theirs:
        told_mine, told_theirs = ", ".join(mine) or "none", ", ".join(theirs) or "none"
        what = f"{version.kind} {version.beginning} has {told_theirs} where there is {told_mine}"
        pair.differs(rules.NUMBERS_DIFFER, what, model.place, version.place, warning=True)
