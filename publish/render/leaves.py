"""Leaves: the text lines and pictures at the ends of the engine's box tree, in box order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element as Node

    from publish.pdf import Content

#: Property lists of artifacts. Source: ISO 32000-1, 14.8.2.2.2.
LAYOUT = b"<</Type /Layout>>"
PAGINATION = b"<</Type /Pagination>>"
HEADER = b"<</Type /Pagination /Subtype /Header>>"
FOOTER = b"<</Type /Pagination /Subtype /Footer>>"


@dataclass(slots=True, eq=False)
class Leaf:
    """One line of one text, or one picture, as the engine will draw it.

    Attributes:
        box: the engine's box; it is the same object when it is drawn.
        page: counted from 0.
        line: the line box around it, which tells the lines of a link apart.
        region: of a margin box, its at-keyword.
        leader: whether it is a row of dots.
        fixed: whether it stands at one place of every page.
        groups: the table headers and footers around it, each with its number among its repeats.
        artifact: property list, if the leaf is no content.
        content: what the leaf stands for, once it is bound.
        text: what a reader hears for it, spaces at its ends included.
        sequence: its number among the leaves of its content.
        hyphenated: whether the engine added a hyphen at its end.
        rectangle: left, bottom, right, top in points, once it is drawn.
        drawn: whether anything of it came onto the page.
    """

    box: Any
    page: int
    line: Any
    region: str = ""
    leader: bool = False
    fixed: bool = False
    groups: tuple[tuple[Any, int], ...] = ()
    artifact: bytes | None = None
    content: Content | None = None
    text: str = ""
    sequence: int = 0
    hyphenated: bool = False
    rectangle: tuple[float, float, float, float] | None = None
    drawn: bool = False

    @property
    def node(self) -> Node | None:
        """The HTML element; ``None`` in margin boxes."""
        node: Node | None = self.box.element
        return node

    @property
    def pseudo(self) -> str:
        """The pseudo-element, such as ``marker``; empty for the element itself."""
        return (self.box.element_tag or "").partition("::")[2]

    @property
    def is_text(self) -> bool:
        """Whether it is a line of text."""
        return isinstance(self.box, boxes.TextBox)


@dataclass(slots=True)
class _Walk:
    """Gathers the leaves of all pages.

    Attributes:
        groups: how often each table header and footer was met, since the engine repeats them.
    """

    leaves: list[Leaf] = field(default_factory=list)
    groups: dict[int, int] = field(default_factory=dict)

    def page(self, page_box: Any, number: int) -> None:
        self._visit(page_box, Leaf(page_box, number, None))

    def is_repeated(self, box: Any, number: int) -> bool:
        """Whether a header was there before, or a footer comes again."""
        return number != (0 if box.is_header else self.groups[id(box.element)])

    def _visit(self, box: Any, around: Leaf) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        here = self._inside(box, around)
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            self.leaves.append(here)
            return
        for child in box.children:
            self._visit(child, here)

    def _inside(self, box: Any, around: Leaf) -> Leaf:
        groups = around.groups
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            self.groups[id(box.element)] = self.groups.get(id(box.element), -1) + 1
            groups = (*groups, (box, self.groups[id(box.element)]))
        return Leaf(
            box,
            around.page,
            box if isinstance(box, boxes.LineBox) else around.line,
            box.at_keyword if isinstance(box, boxes.MarginBox) else around.region,
            around.leader or box.is_leader,
            around.fixed or box.style["position"] == "fixed",
            groups,
        )


def gather(pages: Sequence[Any]) -> list[Leaf]:
    """Return the leaves of all pages; those that repeat what was there before are artifacts.

    Of a table header the first one is content, of a table footer the last one, of a fixed box the
    first one; margin boxes and leaders never are. Source: ISO 14289-1, 7.1 and 7.8.
    """
    walk = _Walk()
    for number, page in enumerate(pages):
        walk.page(page._page_box, number)
    fixed: dict[int, int] = {}
    for leaf in walk.leaves:
        if leaf.region:
            leaf.artifact = FOOTER if "bottom" in leaf.region else HEADER
        elif leaf.leader:
            leaf.artifact = LAYOUT
        elif leaf.fixed and fixed.setdefault(id(leaf.node), leaf.page) != leaf.page:
            leaf.artifact = PAGINATION
        elif any(walk.is_repeated(box, number) for box, number in leaf.groups):
            leaf.artifact = PAGINATION
    return walk.leaves
