"""Running texts of two versions compared, block by block."""

from __future__ import annotations

import re
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
    # Notes stand behind whatever is last in a text.
    for are_notes in (False, True):
        one = [block for block in model if (block.kind == "note") == are_notes]
        other = [block for block in version if (block.kind == "note") == are_notes]
        _compare(pair, one, other, around)


def _compare(
    pair: Pair, model: Sequence[Block], version: Sequence[Block], around: Place | None
) -> None:
    model_at = version_at = around
    lost: Block | None = None
    for left, right in aligned(model, version, _likeness):
        mine = model[left] if left is not None else None
        theirs = version[right] if right is not None else None
        if mine and theirs:
            _compare_blocks(pair, mine, theirs)
            lost = None
        else:
            block = mine or theirs
            # A heading that is missing takes all below it along.
            if block and (lost is None or block.kind == "heading"):
                here = version_at if mine else model_at
                _lacks(pair, block, here, model=mine is None)
                lost = block if block.kind == "heading" else None
        model_at = mine.place if mine else model_at
        version_at = theirs.place if theirs else version_at


def _likeness(one: Block, other: Block) -> float:
    if one.kind != other.kind:
        return _NEVER
    lengths = sorted((len(one.text) + 20, len(other.text) + 20))
    # Rounded, so that what is about as long as the other looks alike.
    same = round(lengths[0] / lengths[1], 1) + 2 * _shared_numbers(one, other)
    depth = -0.5 if one.level != other.level else 0.0
    return same + depth + (0.5 if len(one.links) == len(other.links) else 0.0)


def _shared_numbers(one: Block, other: Block) -> float:
    if not one.numbers or not other.numbers:
        return 0.0
    shared = one.numbers.keys() & other.numbers.keys()
    return len(shared) / min(len(one.numbers), len(other.numbers)) - 0.25


def _lacks(pair: Pair, block: Block, here: Place | None, *, model: bool) -> None:
    ruling = _RULINGS.get(block.kind, rules.BLOCK_MISSING)
    pair.lacks(ruling, f"{block.kind} {block.beginning}", block.place, here, model=model)


def _compare_blocks(pair: Pair, model: Block, version: Block) -> None:
    if model.size != version.size:
        rows, columns = version.size
        what = f"{rows} rows of {columns} columns, not {model.size[0]} of {model.size[1]}"
        pair.differs(rules.TABLE_SIZE, what, model.place, version.place)
    if model.level != version.level:
        what = f"{version.kind} {version.beginning} has level {version.level}, not {model.level}"
        pair.differs(rules.LEVEL_DIFFERS, what, model.place, version.place)
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
