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

#: What the engine's bullets say about a list.
BULLETS = {"•": "Disc", "◦": "Circle", "▪": "Square", "■": "Square"}


def settle(plan: Plan, leaves: Sequence[Leaf], marks: Mapping[int, Sequence[Mark]]) -> list[Fault]:
    """Take out of the tree what the style sheet did not write, and name lists by their bullets.

    Returns:
        a fault for each text or picture of the author that was laid out but not drawn.
    """
    faults = _undrawn(plan, leaves, marks)
    _prune(plan.tree, marks)
    for element in plan.tree.elements():
        if element.role == "L":
            _name_list(element)
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


def _name_list(element: Element) -> None:
    """Say what bullets a list has; numbered lists keep what the author chose."""
    if element.numbering not in ("Disc", "Unordered"):
        return
    bullets = {
        part.text.strip()
        for item in element.kids
        if isinstance(item, Element)
        for part in item.kids
        if isinstance(part, Element) and part.role == "Lbl"
    }
    bullet = bullets.pop() if len(bullets) == 1 else ""
    element.numbering = BULLETS.get(bullet, "Unordered")
