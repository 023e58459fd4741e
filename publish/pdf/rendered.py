"""What rendering hands to finishing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.model.fault import Fault
    from publish.model.place import Place
    from publish.standards.profile import Profile

#: How the preflight names a picture: by its name in the resources.
_PICTURE = re.compile(r"image /?(i[0-9a-f]{33})\b")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One heading for the outline.

    Attributes:
        level: 1 to 6, never more than one deeper than the bookmark before it.
        title: the heading's text, white space collapsed.
        key: ID of the heading's structure element (for a structure destination in PDF 2.0).
        page: counted from 0.
        x, y: where the heading begins, in points from the lower left corner of the page.
    """

    level: int
    title: str
    key: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rendered:
    """Drawn and tagged pages.

    Attributes:
        pdf: a whole file, not compressed, with structure tree, output intent and attachments, but
            without XMP, document information and outline; not yet conforming.
        bookmarks: in reading order.
        page_count: 1 or more.
        attachments: whether files are attached.
        faults: what could not be drawn as it was written.
        pictures: the authors' files of pictures, by the names that the drawn ones have in the
            resources of their pages, forms and patterns.
        picture_places: where the author named each, with the name of its element.
    """

    pdf: bytes
    profile: Profile
    bookmarks: tuple[Bookmark, ...]
    page_count: int
    attachments: bool = False
    faults: tuple[Fault, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    picture_places: Mapping[str, tuple[Place | None, str]] = field(default_factory=dict)

    def placed(self, fault: Fault) -> Fault:
        """Return a fault of a drawn picture with the place where its author named it."""
        named = _PICTURE.match(fault.element)
        if not named or named[1] not in self.picture_places:
            return fault
        place, element = self.picture_places[named[1]]
        return replace(fault, place=place or fault.place, element=element)
