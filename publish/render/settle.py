"""Settles the plan once everything is drawn: what came onto the page stays, by fault or not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from publish.model import Fault
from publish.pdf import Content, Element, Origin
from publish.standards.rules import fonts as rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publish.pdf import Kid, Plan
    from publish.render.capture import Mark
    from publish.render.leaves import Leaf

#: What the styles of CSS say about a numbered list.
NUMBERS = {
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}

#: What the engine's bullets say about a list.
BULLETS = {"•": "Disc", "◦": "Circle", "▪": "Square", "■": "Square"}


def settle(plan: Plan, leaves: Sequence[Leaf], marks: Mapping[int, Sequence[Mark]]) -> list[Fault]:
    """Take out of the tree what the style sheet did not write, and name lists by what they show.

    Returns:
        a fault for each text or picture of the author that was laid out but not drawn.
    """
    faults = _undrawn(plan, leaves, marks)
    _prune(plan.tree, marks)
    styles = {
        id(leaf.content): str(leaf.box.style["list_style_type"])
        for leaf in leaves
        if leaf.content is not None and leaf.content.origin is Origin.GENERATED
    }
    for element in plan.tree.elements():
        if element.role == "L":
            _name_list(element, styles)
    return faults


def _undrawn(
    plan: Plan, leaves: Sequence[Leaf], marks: Mapping[int, Sequence[Mark]]
) -> list[Fault]:
    shown: dict[int, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        if leaf.content is not None:
            shown[id(leaf.content)].append(leaf)
    faults: list[Fault] = []
    for element in plan.tree.elements():
        for kid in element.kids:
            if not isinstance(kid, Content):
                continue
            lost = [leaf for leaf in shown[id(kid)] if leaf.text.strip() and not leaf.drawn]
            if kid.origin is Origin.PICTURE and id(kid) not in marks:
                detail = f"“{element.alternate}”" if element.alternate else ""
                faults.append(Fault(rules.PICTURE_NOT_SHOWN, detail, element.place, element.name))
            elif kid.origin is Origin.TEXT and lost:
                detail = f"“{lost[0].text.strip()[:60]}”"
                faults.append(Fault(rules.TEXT_NOT_SHOWN, detail, element.place, element.name))
    return faults


def _prune(element: Element, marks: Mapping[int, Sequence[Mark]]) -> None:
    kept: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Content):
            if kid.origin is not Origin.GENERATED or id(kid) in marks:
                kept.append(kid)
            continue
        held_something = bool(kid.kids)
        _prune(kid, marks)
        if kid.kids or not held_something:
            kept.append(kid)
    element.kids = kept


def _name_list(element: Element, styles: Mapping[int, str]) -> None:
    """Say what numbers or bullets a list has; descriptions have neither."""
    if element.numbering == "Description":
        return
    markers = [
        kid
        for item in element.kids
        if isinstance(item, Element)
        for part in item.kids
        if isinstance(part, Element) and part.role == "Lbl"
        for kid in part.kids
        if isinstance(kid, Content)
    ]
    if element.numbering not in ("Disc", "Unordered"):
        drawn = {NUMBERS.get(styles.get(id(marker), "")) for marker in markers}
        element.numbering = (drawn.pop() if len(drawn) == 1 else None) or element.numbering
        return
    bullets = {marker.text.strip() for marker in markers}
    bullet = bullets.pop() if len(bullets) == 1 else ""
    element.numbering = BULLETS.get(bullet, "Unordered")
