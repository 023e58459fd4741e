"""Compare where a link was planned to lead with where it leads in the file."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from publish.check.destinations import Aim
    from publish.check.read_tree import ReadTree
    from publish.pdf import Element, Plan

#: How far, in points, a destination may lie above or below what it leads to: a viewer shows
#: both. Space before a heading and the line above a note stay within it.
_NEAR = 72.0
#: A section and its heading begin in the same place.
_TIE = 1.0


@dataclass(slots=True)
class Links:
    """Where all links of a file were planned to lead, and where they do.

    Attributes:
        rivals: elements that some link leads to; a point must lie nearest to the right one.
    """

    plan: Plan
    tree: ReadTree
    rivals: list[Element] = field(default_factory=list)

    @classmethod
    def of(cls, plan: Plan, tree: ReadTree) -> Links:
        """Gather what links lead to."""
        targets = [element.target or "" for element in plan.tree.elements()]
        keys = {_key(target, plan) for target in targets if target.startswith("#")}
        return cls(plan, tree, [tree.keys[key] for key in sorted(keys) if key in tree.keys])

    def differences(self, planned: Element, read: Element) -> list[str]:
        """Tell of each annotation of an element that leads elsewhere, or that none is there."""
        aims = self.tree.aims.get(read, [])
        if planned.target is None:
            return [f"planned no link, the file leads to {_said(aim)}" for aim in aims]
        if not aims:
            return [f"planned {planned.target}, the file leads nowhere"]
        wrong = [
            f"planned {planned.target}, the file leads to {_said(aim)}"
            for aim in aims
            if not self._agrees(planned.target, aim)
        ]
        return list(dict.fromkeys(wrong))

    def _agrees(self, target: str, aim: Aim) -> bool:
        if not target.startswith("#"):
            # The file may have written other than ASCII characters with per cent signs.
            return aim.uri is not None and unquote(aim.uri) == unquote(target)
        if aim.uri is not None:
            return False
        key = _key(target, self.plan)
        if aim.key is not None and aim.key != key:
            return False
        if aim.key is None and aim.name is not None and aim.name not in (target[1:], key):
            return False
        is_named = bool(aim.key or aim.name)
        return self._lies_there(aim, self.tree.keys.get(key), is_named=is_named)

    def _lies_there(self, aim: Aim, element: Element | None, *, is_named: bool) -> bool:
        """Whether the point that a viewer shows is where the element begins.

        Notes and list items stand close together: no rival may be nearer.
        """
        if element is None or not element.page or not aim.page:
            return is_named
        if aim.page != element.page:
            return False
        if aim.top is None or self.tree.boxes.get(element) is None:
            return True
        own = _distance(aim, element, self.tree)
        nearest = min((_distance(aim, rival, self.tree) for rival in self.rivals), default=own)
        return own <= _NEAR and own <= nearest + _TIE


def _key(target: str, plan: Plan) -> str:
    return plan.keys.get(target[1:], target[1:])


def _distance(aim: Aim, element: Element, tree: ReadTree) -> float:
    """Return how far a point lies from where an element begins, in points."""
    box = tree.boxes.get(element)
    if box is None or element.page != aim.page or aim.top is None:
        return math.inf
    left = box.left if aim.left is None else aim.left
    return math.hypot(aim.top - box.top, max(box.left - left, left - box.right, 0.0))


def _said(aim: Aim) -> str:
    address = aim.address or "a point"
    return f"{address} on page {aim.page}" if aim.page else address
