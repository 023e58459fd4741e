"""Bookmarks: the headings of the text as an outline that a reader can fold.

Items of the first level show what is below them, deeper items are folded. In PDF 2.0 every item
leads to the heading's structure element, with the place on the page for readers that know no
structure destinations.

Source: ISO 32000-1, 12.3.2.2 and 12.3.3; ISO 32000-2, 12.3.2.3 and 12.6.4.2;
ISO 14289-2, 8.8 (destinations inside the file are structure destinations).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NullObject,
    NumberObject,
    PdfObject,
)

from publish.errors import OwnError
from publish.finish.update import dictionary, name
from publish.finish.wording import text_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.finish.update import Update
    from publish.pdf.rendered import Bookmark


@dataclass(slots=True, eq=False)
class Item:
    """A bookmark with the bookmarks below it.

    Attributes:
        bookmark: ``None`` for the root of the outline.
        depth: 0 for the root.
    """

    bookmark: Bookmark | None = None
    depth: int = 0
    kids: list[Item] = field(default_factory=list)

    @property
    def opened(self) -> bool:
        """Whether the items below are shown when the file is opened."""
        return self.depth <= 1

    @property
    def shown(self) -> int:
        """How many items below are seen while this one is open."""
        return len(self.kids) + sum(kid.shown for kid in self.kids if kid.opened)


def nested(bookmarks: Sequence[Bookmark]) -> Item:
    """Return bookmarks as a tree: each one below the last one of a lower level."""
    root = Item()
    path = [(0, root)]
    for bookmark in bookmarks:
        while path[-1][0] >= bookmark.level:
            path.pop()
        item = Item(bookmark, len(path))
        path[-1][1].kids.append(item)
        path.append((bookmark.level, item))
    return root


def add_outline(update: Update, bookmarks: Sequence[Bookmark], *, structured: bool) -> None:
    """Write the outline into an update, and have readers show it; nothing without bookmarks.

    Args:
        update: of the rendered file; its catalog is changed in place.
        bookmarks: in reading order.
        structured: whether items lead to structure elements (PDF 2.0).

    Raises:
        OwnError: a bookmark names a page or a structure element that is not in the file.
    """
    if not bookmarks:
        return
    elements = update.structure_ids() if structured else None
    root = nested(bookmarks)
    written = dictionary({"Type": name("Outlines")})
    reference = update.add(written)
    _add_below(update, root, written, reference, elements)
    update.catalog.update(dictionary({"Outlines": reference, "PageMode": name("UseOutlines")}))


def _add_below(
    update: Update,
    parent: Item,
    written: DictionaryObject,
    reference: IndirectObject,
    elements: dict[str, IndirectObject] | None,
) -> None:
    """Write the items below one, linked to each other and to it."""
    kids = [dictionary(dict(_entries(update, kid, reference, elements))) for kid in parent.kids]
    references = [update.add(kid) for kid in kids]
    for before, after in zip(range(len(kids)), range(1, len(kids)), strict=False):
        kids[before].update(dictionary({"Next": references[after]}))
        kids[after].update(dictionary({"Prev": references[before]}))
    if kids:
        count = parent.shown if parent.opened else -parent.shown
        ends = {"First": references[0], "Last": references[-1], "Count": NumberObject(count)}
        written.update(dictionary(ends))
    for kid, below, link in zip(parent.kids, kids, references, strict=True):
        _add_below(update, kid, below, link, elements)


def _entries(
    update: Update,
    item: Item,
    parent: IndirectObject,
    elements: dict[str, IndirectObject] | None,
) -> Iterator[tuple[str, PdfObject]]:
    bookmark = item.bookmark
    assert bookmark is not None  # noqa: S101 - only the root has none, and it is no kid
    yield "Title", text_string(bookmark.title)
    yield "Parent", parent
    place = _destination(_page(update, bookmark), bookmark)
    if elements is None:
        yield "Dest", place
        return
    element = elements.get(bookmark.key)
    if element is None:
        raise OwnError(f"no structure element has the ID of the bookmark {bookmark.title!r}")
    structure = _destination(element, bookmark)
    yield "A", dictionary({"S": name("GoTo"), "D": place, "SD": structure})


def _page(update: Update, bookmark: Bookmark) -> IndirectObject:
    if not 0 <= bookmark.page < len(update.pages):
        raise OwnError(f"the bookmark {bookmark.title!r} leads to a page that is not there")
    return update.pages[bookmark.page]


def _destination(target: IndirectObject, bookmark: Bookmark) -> ArrayObject:
    """A place to scroll to, without a change of magnification."""
    x, y = (FloatObject(round(length, 2)) for length in (bookmark.x, bookmark.y))
    return ArrayObject([target, name("XYZ"), x, y, NullObject()])
