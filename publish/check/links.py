"""Compare where a link was planned to lead with where it leads in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from publish.model import Fault
from publish.standards.rules import checking

if TYPE_CHECKING:
    from publish.check.destinations import Aim
    from publish.check.read_tree import ReadTree
    from publish.pdf import Element, Plan

#: How far, in points, a destination may lie above or below what it leads to: a viewer shows
#: both. Space before a heading and the line above a note stay within it.
_NEAR = 72.0


def compare_target(
    planned: Element, read: Element, plan: Plan, tree: ReadTree, faults: list[Fault]
) -> None:
    """Add a fault for each annotation of a link that leads elsewhere, or for a link without one."""
    aims = tree.aims.get(read, [])
    if planned.target is None:
        wrong = [f"planned no link, the file leads to {_said(aim)}" for aim in aims]
    elif not aims:
        wrong = [f"planned {planned.target}, the file leads nowhere"]
    else:
        wrong = [
            f"planned {planned.target}, the file leads to {_said(aim)}"
            for aim in aims
            if not _agrees(planned.target, aim, plan, tree)
        ]
    for detail in dict.fromkeys(wrong):
        page = read.page or None
        fault = Fault(checking.TARGET_DIFFERS, detail, planned.place, planned.name, page)
        faults.append(fault)


def _agrees(target: str, aim: Aim, plan: Plan, tree: ReadTree) -> bool:
    if not target.startswith("#"):
        # The file may have written other than ASCII characters with per cent signs.
        return aim.uri is not None and unquote(aim.uri) == unquote(target)
    if aim.uri is not None:
        return False
    written = target[1:]
    key = plan.keys.get(written, written)
    if aim.key is not None and aim.key != key:
        return False
    if aim.key is None and aim.name is not None and aim.name not in (written, key):
        return False
    return _lies_there(aim, tree.keys.get(key), tree, is_named=bool(aim.key or aim.name))


def _lies_there(aim: Aim, element: Element | None, tree: ReadTree, *, is_named: bool) -> bool:
    """Whether the point that a viewer shows is where the element begins."""
    if element is None or not element.page or not aim.page:
        return is_named
    box = tree.boxes.get(element)
    if aim.page != element.page:
        return False
    return aim.top is None or box is None or abs(aim.top - box.top) <= _NEAR


def _said(aim: Aim) -> str:
    address = aim.address or "a point"
    return f"{address} on page {aim.page}" if aim.page else address
