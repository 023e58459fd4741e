"""Fonts and characters of the finished file: all inside, all known, none missing.

Source: ISO 14289-1, 7.21.4.1, 7.21.7, 7.21.8; ISO 19005-2, 6.2.11.4.1, 6.2.11.7, 6.2.11.8.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from publish.check.drawing import Shown
from publish.model import Fault
from publish.pdf import Content
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.drawing import Drawing
    from publish.check.read_tree import ReadTree
    from publish.standards import Ruling

_LOST = "\ufffd"


def check_fonts(drawing: Drawing, tree: ReadTree) -> list[Fault]:
    """Return one fault for each kind of problem, font and page."""
    used: dict[str, int] = {}
    met: dict[tuple[Ruling, str, int], list[str]] = defaultdict(list)
    faults = []
    for item in drawing.items:
        if not isinstance(item, Shown):
            continue
        if not item.font.embedded and used.setdefault(item.font.label, item.page) == item.page:
            met[checking.FONT_NOT_EMBEDDED, item.font.label, item.page].append("")
        for ruling in _problems(item):
            met[ruling, item.font.label, item.page].append(item.text)
    for (ruling, label, page), texts in met.items():
        sample = next((text.strip() for text in texts if text.strip()), "")
        detail = f"{label}, in “{sample[:40]}”" if sample else label
        faults.append(Fault(ruling, detail, page=page))
    return [*faults, *_private(drawing, tree)]


def _private(drawing: Drawing, tree: ReadTree) -> Iterator[Fault]:
    """Yield a fault for each page with characters that only their font understands.

    Replacement text and alternate text of the elements around speak in their place.
    """
    spoken = list(drawing.marks.artifacts)
    for element in tree.root.elements() if tree.root else ():
        if element.alternate is None:
            own = (kid.text for kid in element.kids if isinstance(kid, Content))
            spoken.append((element.page, "".join(own)))
    pages: dict[int, str] = {}
    for page, text in spoken:
        found = [character for character in text if unicodedata.category(character) == "Co"]
        if found:
            pages.setdefault(page, f"U+{ord(found[0]):04X} in “{' '.join(text.split())[:40]}”")
    for page, detail in pages.items():
        yield Fault(checking.PRIVATE_CHARACTER, detail, page=page)


def _problems(shown: Shown) -> Iterator[Ruling]:
    if shown.has_notdef:
        yield checking.GLYPH_MISSING
    elif shown.lacks_text and not shown.is_artifact:
        yield checking.GLYPH_WITHOUT_TEXT
    elif _LOST in shown.text and not shown.lacks_text:
        yield checking.CHARACTER_LOST
