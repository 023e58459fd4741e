"""Link annotations: one for each line of a link, tied to its structure element.

The engine makes one annotation for each inline box, so links overlap themselves; here its own are
left out and each line of a Link gets one, from the place where its content was drawn. Content that
readers do not hear has no link.

Source: ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18; ISO 32000-2, 12.3.2.3 (structure destinations).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.urls import iri_to_uri

from publish.pdf import Content, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.render.leaves import Leaf

#: Printed, and neither hidden nor without view. Source: ISO 19005-2, 6.3.2.
PRINT = 4

Box = tuple[float, float, float, float]


class Places:
    """Where on the pages each element was drawn."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves: dict[int, list[Leaf]] = defaultdict(list)
        for leaf in leaves:
            if leaf.content is not None and leaf.rectangle is not None:
                self._leaves[id(leaf.content)].append(leaf)

    def leaves(self, element: Element) -> Iterator[Leaf]:
        """Yield what was drawn of an element, in reading order; notes inside it are left out."""
        for kid in element.kids:
            if isinstance(kid, Content):
                yield from self._leaves[id(kid)]
            elif kid.role != "Note":
                yield from self.leaves(kid)

    def start(self, element: Element) -> tuple[int, float, float] | None:
        """Return page, left and top of where an element begins; ``None`` if it drew nothing."""
        leaf = next(self.leaves(element), None)
        if leaf is None or leaf.rectangle is None:
            return None
        return leaf.page, leaf.rectangle[0], leaf.rectangle[3]

    def lines(self, element: Element) -> list[tuple[int, Box]]:
        """Return the pages and rectangles of an element's lines, in reading order."""
        lines: dict[tuple[int, int], Box] = {}
        for leaf in self.leaves(element):
            if leaf.rectangle is None:
                continue
            key = leaf.page, id(leaf.line if leaf.line is not None else leaf.box)
            lines[key] = _union(lines.get(key, leaf.rectangle), leaf.rectangle)
        return [(page, box) for (page, _), box in lines.items()]


def _union(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def link_annotations(link: Element, places: Places) -> list[tuple[int, Any]]:
    """Make the annotations of a Link, without the destination of an internal one.

    Returns:
        page, counted from 0, and annotation, line by line.
    """
    return [(page, _annotation(link, box)) for page, box in places.lines(link)]


def _annotation(link: Element, box: Box) -> Any:
    target = link.target or ""
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(round(number, 2) for number in box),
            "Border": pydyf.Array([0, 0, 0]),
            "F": PRINT,
            "Contents": pydyf.String(link.contents or _spoken(link) or target),
        }
    )
    if not target.startswith("#"):
        annotation["A"] = pydyf.Dictionary(
            {"Type": "/Action", "S": "/URI", "URI": pydyf.String(iri_to_uri(target))}
        )
    return annotation


def _spoken(element: Element) -> str:
    """Return the text of a link as it is heard, with the alternate texts of its pictures."""
    words = [kid.text if isinstance(kid, Content) else _spoken(kid) for kid in element.kids]
    return " ".join(" ".join([*words, element.alternate or ""]).split())


def aim(action_owner: Any, page_reference: Any, x: float, y: float, element: Any | None) -> None:
    """Give an annotation its destination inside the file.

    Args:
        action_owner: the annotation, changed in place.
        page_reference: of the page.
        x: in points from the left.
        y: in points from the bottom.
        element: structure element for a structure destination (PDF 2.0); ``None`` in PDF 1.7.
    """
    view = ("/XYZ", round(x, 2), round(y, 2), 0)
    destination = pydyf.Array([page_reference, *view])
    if element is None:
        action_owner["Dest"] = destination
        return
    action_owner["A"] = pydyf.Dictionary(
        {"S": "/GoTo", "D": destination, "SD": pydyf.Array([element.reference, *view])}
    )
