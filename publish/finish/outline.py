"""Bookmarks: the headings of the text as an outline that a reader can fold.

Items of the first level show what is below them, deeper items are folded. In PDF 2.0 every item
leads to the heading's structure element, with the place on the page for readers that know no
structure destinations.

Source: ISO 32000-1, 12.3.2.2 and 12.3.3; ISO 32000-2, 12.3.2.3 and 12.6.4.2;
ISO 14289-2, 8.8 (destinations inside the file are structure destinations).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, FloatObject, NullObject, NumberObject

from publish.errors import OwnError
from publish.finish.update import dictionary, name
from publish.finish.wording import text_string

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

    from publish.finish.update import Update
    from publish.pdf.rendered import Bookmark


@dataclass(slots=True, eq=False)
class Item:
    """A bookmark with the bookmarks below it.

    Attributes:
        depth: counted from 1; heading levels may begin deeper or leave one out.
    """

    bookmark: Bookmark
    depth: int
    kids: list[Item] = field(default_factory=list)

    @property
    def opened(self) -> bool:
        """Whether the items below are shown when the file is opened."""
        return self.depth == 1


def nested(bookmarks: Sequence[Bookmark]) -> list[Item]:
    """Return bookmarks as a tree: each one below the last one of a lower level."""
    top: list[Item] = []
    path: list[Item] = []
    for bookmark in bookmarks:
        while path and path[-1].bookmark.level >= bookmark.level:
            path.pop()
        item = Item(bookmark, len(path) + 1)
        (path[-1].kids if path else top).append(item)
        path.append(item)
    return top


def shown(items: Sequence[Item]) -> int:
    """Return how many items a reader sees who opens these, with those that are open themselves."""
    return len(items) + sum(shown(item.kids) for item in items if item.opened)


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
    writer = _Writer(update, update.structure_ids() if structured else None)
    root = dictionary({"Type": name("Outlines")})
    reference = update.add(root)
    writer.hang(nested(bookmarks), root, reference, opened=True)
    update.catalog.update(dictionary({"Outlines": reference, "PageMode": name("UseOutlines")}))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes items into an update.

    Attributes:
        elements: structure elements by ID; ``None`` where items lead to pages only.
    """

    update: Update
    elements: Mapping[str, IndirectObject] | None

    def hang(
        self,
        items: Sequence[Item],
        parent: DictionaryObject,
        reference: IndirectObject,
        *,
        opened: bool,
    ) -> None:
        """Write items below a parent, tied to each other and to it, and all below them."""
        if not items:
            return
        written = [dictionary(self._entries(item.bookmark, reference)) for item in items]
        links = [self.update.add(item) for item in written]
        for before, after in pairwise(range(len(items))):
            written[before].update(dictionary({"Next": links[after]}))
            written[after].update(dictionary({"Prev": links[before]}))
        count = NumberObject(shown(items) if opened else -shown(items))
        parent.update(dictionary({"First": links[0], "Last": links[-1], "Count": count}))
        for item, below, link in zip(items, written, links, strict=True):
            self.hang(item.kids, below, link, opened=item.opened)

    def _entries(self, bookmark: Bookmark, parent: IndirectObject) -> dict[str, PdfObject]:
        place = _destination(self._page(bookmark), bookmark)
        entries = {"Title": text_string(bookmark.title), "Parent": parent}
        if self.elements is None:
            return {**entries, "Dest": place}
        element = self.elements.get(bookmark.key)
        if element is None:
            raise OwnError(f"no structure element has the ID of the bookmark {bookmark.title!r}")
        structure = _destination(element, bookmark)
        return {**entries, "A": dictionary({"S": name("GoTo"), "D": place, "SD": structure})}

    def _page(self, bookmark: Bookmark) -> IndirectObject:
        if not 0 <= bookmark.page < len(self.update.pages):
            raise OwnError(f"the bookmark {bookmark.title!r} leads to a page that is not there")
        return self.update.pages[bookmark.page]


def _destination(target: IndirectObject, bookmark: Bookmark) -> ArrayObject:
    """A place to scroll to, without a change of magnification."""
    x, y = (FloatObject(round(length, 2)) for length in (bookmark.x, bookmark.y))
    return ArrayObject([target, name("XYZ"), x, y, NullObject()])
