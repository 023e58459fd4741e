"""Whether a text ends well on every page: no white before a block, no page with a line or two.

A block that stays together, such as the signatories, moves to the next page as a whole and leaves
white behind; a last page may hold little. Then the text is laid out again in other settings, and
the best of all is kept: with the fewest pages, then with the least white, then with the smallest
change. Which setting that is depends on nothing but the text.

What it costs: nothing but a look at the boxes where the first layout is good, as most are; else
one layout more for each setting that is tried, until one is good. Half a second for each on a page
or two, and all of them, six, where none is good.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from publish.model import Composed

#: How much more than a page holds usually may stand on one in a tighter setting.
CLOSER = 1.12

#: A page that is filled to less than this, although the text goes on, has a hole at its end.
FULL = 0.8

#: A last page that is filled to less than this looks forgotten: seven lines, about.
FORGOTTEN = 0.16

#: Longer texts stay as they are: other settings gain little for each page, and cost time.
_MOST_PAGES = 10

#: What a forgotten last page weighs, and a line alone above the signatories, in empty pages.
_FORGOTTEN, _LONELY = 0.5, 0.3

#: Settings that differ by less look the same, in empty pages.
_GRAIN = 0.05

_FORCED = frozenset({"page", "always", "left", "right", "recto", "verso"})

#: What may follow a text, but is not worth a page of its own.
_REMAINDERS = frozenset({"web-version", "imprint", "access", "end"})


@dataclass(slots=True)
class Page:
    """One page as it was laid out.

    Attributes:
        filled: how much of its height holds something, 0 to 1.
        ends: whether the text ends here, or goes on with a new page on purpose.
        remainder: whether nothing stands there but the address on the web and the imprint.
        lonely: whether the signatories stand below the head of the page or one line of text.
    """

    filled: float
    ends: bool = False
    remainder: bool = False
    lonely: bool = False


def fitted(composed: Composed, lay_out: Callable[[Composed], Any]) -> Any:
    """Lay a text out so that it ends well; return the engine's document.

    Args:
        composed: the text; with no `fits`, it is laid out once.
        lay_out: makes the engine's document.
    """
    best = lay_out(composed)
    pages = measured(best)
    if not 1 < len(pages) <= _MOST_PAGES:
        return best
    least = len(pages), _grains(badness(pages))
    may_save = _may_save(pages)
    for sheet in composed.fits:
        if not (least[1] or may_save):
            break
        document = lay_out(replace(composed, stylesheets=(*composed.stylesheets, sheet)))
        found = measured(document)
        mark = len(found), _grains(badness(found))
        # What is set closer may show that even closer would do.
        may_save = len(found) >= len(pages) and (may_save or _may_save(found))
        if mark < least:
            best, least = document, mark
    return best


def badness(pages: Sequence[Page]) -> float:
    """Return how much disturbs on pages, in empty pages."""
    found = 0.0
    begins = True
    for page in pages:
        if page.ends:
            forgotten = not begins and (page.filled < FORGOTTEN or page.remainder)
            found += _FORGOTTEN if forgotten else 0.0
        elif page.filled < FULL:
            found += 1 - page.filled
        found += _LONELY if page.lonely else 0.0
        begins = page.ends
    return found


def _grains(found: float) -> int:
    return round(found / _GRAIN)


def _may_save(pages: Sequence[Page]) -> bool:
    """Whether what stands between two ends on purpose would nearly fit on one page less."""
    filled: list[float] = []
    for page in pages:
        filled.append(page.filled)
        if page.ends:
            if len(filled) > 1 and sum(filled) <= (len(filled) - 1) * CLOSER:
                return True
            filled = []
    return False


@dataclass(slots=True)
class _Look:
    """What is seen on one page.

    Attributes:
        bottom: where the lowest line or picture ends.
        foot: height of the notes at the foot.
        lines: of text above the signatories, but for notes at its end.
        lonely: see `Page`.
        remainder: see `Page`.
    """

    seen: set[int]
    bottom: float
    foot: float = 0.0
    lines: int = 0
    met: bool = False
    lonely: bool = False
    remainder: bool = True
    elements: set[int] = field(default_factory=set)

    def visit(self, box: Any, *, apart: bool = False, rest: bool = False) -> None:
        """Look at a box and what is in it.

        Args:
            box: of the engine.
            apart: whether it stands in notes, or beside the text.
            rest: whether it stands in a remainder.
        """
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.MarginBox):
            return
        # The numbers of paragraphs, and what stands in the rail, are no lines of the text.
        apart = apart or not box.is_in_normal_flow()
        if isinstance(box, boxes.FootnoteAreaBox):
            self.foot = float(box.margin_height()) if box.children else 0.0
            return
        element = box.element
        if element is not None and not box.element_tag.endswith(("::before", "::after")):
            self.elements.add(id(element))
            classes = frozenset((element.get("class") or "").split())
            rest = rest or bool(classes & _REMAINDERS)
            apart = apart or element.get("role") == "doc-endnotes"
            if "signatories" in classes and not self.met and id(element) not in self.seen:
                self.lonely = self.lines <= 1
                self.met = True
        if isinstance(box, boxes.LineBox):
            self.lines += not apart
            self.remainder = self.remainder and rest
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            self.bottom = max(self.bottom, float(box.position_y + box.height))
            return
        for child in getattr(box, "children", ()):
            self.visit(child, apart=apart, rest=rest)


def measured(document: Any) -> list[Page]:
    """Look at the pages of the engine's document."""
    found: list[Page] = []
    seen: set[int] = set()
    page_boxes = [page._page_box for page in document.pages]
    looks = []
    for box in page_boxes:
        look = _Look(seen, float(box.content_box_y()))
        look.visit(box)
        looks.append(look)
        seen = seen | look.elements
    for number, (box, look) in enumerate(zip(page_boxes, looks, strict=True)):
        height = float(box.height) - look.foot
        page = Page((look.bottom - float(box.content_box_y())) / height if height > 0 else 1.0)
        page.remainder, page.lonely = look.remainder, look.lonely and number > 0
        after = page_boxes[number + 1] if number + 1 < len(page_boxes) else None
        page.ends = after is None or _on_purpose(box, after, look, looks[number + 1])
        found.append(page)
    return found


def _on_purpose(page: Any, after: Any, look: _Look, following: _Look) -> bool:
    """Whether the style sheet asks for the new page."""
    if page.page_type.name != after.page_type.name:
        return True
    ends = (box for box in _chain(page, -1) if id(box.element) not in following.elements)
    begins = (box for box in _chain(after, 0) if id(box.element) not in look.elements)
    return any(box.style["break_after"] in _FORCED for box in ends) or any(
        box.style["break_before"] in _FORCED for box in begins
    )


def _chain(page: Any, which: int) -> Iterator[Any]:
    """Yield the boxes at one end of a page, the outermost first."""
    box = next(child for child in page.children if not isinstance(child, boxes.MarginBox))
    while box is not None:
        yield box
        kids = [
            kid
            for kid in getattr(box, "children", ())
            if isinstance(kid, boxes.BlockLevelBox) and kid.is_in_normal_flow()
        ]
        box = kids[which] if kids else None
