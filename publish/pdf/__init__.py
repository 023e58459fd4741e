"""Names for PDF things: structure elements, plans, headings, rendered files."""

from publish.pdf.element import Content, Element, Kid, Origin, tree_text
from publish.pdf.plan import Plan, Slot
from publish.pdf.rendered import Bookmark, Rendered

__all__ = [
    "Bookmark",
    "Content",
    "Element",
    "Kid",
    "Origin",
    "Plan",
    "Rendered",
    "Slot",
    "tree_text",
]
