"""Names for PDF things: structure elements, headings, rendered and finished files."""

from publish.pdf.element import Content, Element, Kid, tree_text
from publish.pdf.rendered import Bookmark, Rendered

__all__ = ["Bookmark", "Content", "Element", "Kid", "Rendered", "tree_text"]
