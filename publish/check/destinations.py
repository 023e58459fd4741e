"""Where links and bookmarks lead.

Source: ISO 32000-1, 12.3.2 (destinations), 12.6.4 (actions); ISO 32000-2, 12.3.2.3 (structure
destinations).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import (
    ObjectId,
    entries,
    entry,
    integer,
    is_dictionary,
    items,
    name,
    name_tree,
    number,
    object_id,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Aim:
    """What a link or bookmark leads to.

    Attributes:
        uri: an address outside the file.
        name: of a named destination.
        key: identifier of a structure element, from a structure destination.
        page: counted from 1; 0 where it is not said.
        left, top: a point on that page, where given.
    """

    uri: str | None = None
    name: str | None = None
    key: str | None = None
    page: int = 0
    left: float | None = None
    top: float | None = None

    @property
    def address(self) -> str | None:
        """As `publish.pdf.Element.target` writes it; ``None`` for a bare point on a page."""
        if self.uri is not None:
            return self.uri
        inside = self.key or self.name
        return f"#{inside}" if inside else None


@dataclass(slots=True)
class Destinations:
    """The named destinations of a file, and its pages by object."""

    named: dict[str, object] = field(default_factory=dict)
    pages: Mapping[ObjectId, int] = field(default_factory=dict)

    @classmethod
    def read(cls, pdf: pikepdf.Pdf, pages: Mapping[ObjectId, int]) -> Destinations:
        """Read the names of a file (both the tree of PDF 1.2 and the old dictionary)."""
        named = {key[1:]: value for key, value in entries(entry(pdf.Root, "/Dests"))}
        tree = name_tree(entry(pdf.Root, "/Names", "/Dests"))
        named |= {key: value for item, value in tree if (key := text(item)) is not None}
        return cls(named, pages)

    def aim_of(self, holder: object) -> Aim | None:
        """Return where an annotation or outline item leads; ``None`` if nowhere."""
        action = entry(holder, "/A")
        kind = name(entry(action, "/S"))
        if kind == "URI":
            return Aim(uri=text(entry(action, "/URI")) or "")
        given = entry(action, "/D") if kind == "GoTo" else entry(holder, "/Dest")
        structure = entry(action, "/SD") if kind == "GoTo" else None
        if given is None and structure is None:
            return None
        return self._aim(given, structure or entry(holder, "/SE"))

    def _aim(self, given: object, structure: object) -> Aim:
        named = text(given) or name(given) or None
        found = self.named.get(named) if named is not None else given
        if is_dictionary(found):
            structure = structure or entry(found, "/SD")
            found = entry(found, "/D")
        parts = items(found)
        target = items(structure)[0] if items(structure) else structure
        if parts and name(entry(parts[0], "/Type")) != "Page" and entry(parts[0], "/S"):
            target = parts[0]  # a structure destination written in place of a page
        place = parts[2:4] if len(parts) > 3 and name(parts[1]) == "XYZ" else []
        return Aim(
            name=named,
            key=text(entry(target, "/ID")),
            page=self._page(parts[0]) if parts else 0,
            left=number(place[0]) if place else None,
            top=number(place[1]) if place else None,
        )

    def _page(self, written: object) -> int:
        count = integer(written)
        return count + 1 if count is not None else self.pages.get(object_id(written), 0)
