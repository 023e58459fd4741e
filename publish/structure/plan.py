"""From the page's HTML to the structure tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.model import direction_of
from publish.pdf import Content, Element, Plan
from publish.standards.rules import tags
from publish.structure import blocks
from publish.structure.sketch import Sketch, Voice

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

    from publish.model import Composed
    from publish.pdf import Kid


#: What PDF 2.0 forbids in a parent, though HTML allows it. Source: ISO 32005, table 5.
FORBIDDEN = {
    "Aside": frozenset({"Aside"}),
    "BlockQuote": frozenset({"Aside"}),
    "TD": frozenset({"Art", "Aside", "BlockQuote", "Part"}),
    "TH": frozenset({"Art", "Aside", "BlockQuote", "Part"}),
}


def plan(composed: Composed) -> Plan:
    """Plan the structure tree of a page.

    One structure element stands for one element of the text; containers without meaning make
    none, and text that lies loose between blocks gets a P. What readers must not hear is listed
    in `Plan.hidden`.

    Returns:
        the plan; its faults tell what the tree cannot say honestly.

    Source: ISO 32000-1, 14.8.4; HTML Accessibility API Mappings 1.0.
    """
    root = composed.root
    language = root.get("lang") or ""
    voice = Voice(language, direction_of(language)).at(root)
    tree = Element("Document", language=language or None, place=None, name="document")
    tree.direction = "rtl" if voice.direction == "rtl" else None
    parents = {child: parent for parent in root.iter() for child in parent}
    sketch = Sketch(composed, Plan(tree), parents, blocks.flow, blocks.block)
    if not language:
        sketch.fault(tags.NO_LANGUAGE, root)
    tree.kids = sketch.flow(root, voice, wrap=True)
    _prune(tree)
    _shelter(tree, tree.role)
    _check_headings(sketch)
    _resolve_keys(sketch)
    return sketch.plan


def _prune(element: Element) -> None:
    """Drop elements that hold nothing; cells are kept, since a row must not lose one."""
    kept: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Content):
            if kid.text or kid.origin is not kid.origin.TEXT:
                kept.append(kid)
            continue
        _prune(kid)
        if kid.kids or kid.role in ("TD", "TH"):
            kept.append(kid)
    element.kids = kept


def _shelter(element: Element, parent: str) -> None:
    """Put a Sect round each element that its parent may not hold; a Div there does not count."""
    for number, kid in enumerate(element.kids):
        if not isinstance(kid, Element):
            continue
        if kid.role in FORBIDDEN.get(parent, ()):
            element.kids[number] = Element("Sect", [kid], place=kid.place, name=kid.name)
        _shelter(kid, parent if kid.role == "Div" else kid.role)


def _check_headings(sketch: Sketch) -> None:
    """Report skipped levels. Source: ISO 14289-1, 7.4.2."""
    before = 0
    for element in sketch.plan.tree.elements():
        if not (len(element.role) == 2 and element.role[0] == "H" and element.role[1].isdigit()):
            continue
        level = int(element.role[1])
        if level > before + 1:
            after = f"level {before}" if before else "the beginning"
            detail = f"“{' '.join(element.text.split())}” is at level {level} after {after}"
            sketch.fault_of(tags.HEADING_LEVEL_SKIPPED, element, detail)
        before = level


def _resolve_keys(sketch: Sketch) -> None:
    """Find the structure element for each ``id`` that a link names; report links to nowhere."""
    alive = set(map(id, sketch.plan.tree.elements()))
    known = {element.key for element in sketch.plan.tree.elements()}
    for element in list(sketch.plan.tree.elements()):
        key = (element.target or "").removeprefix("#")
        if not (element.target or "").startswith("#") or key in known:
            continue
        node = sketch.find(key)
        aim = _aim(sketch, node, alive) if node is not None else None
        if aim is None:
            sketch.fault_of(tags.LINK_POINTS_NOWHERE, element, f"#{key}")
            continue
        aim.key = aim.key or key
        sketch.plan.keys[key] = aim.key
        element.target = f"#{aim.key}"


def _aim(sketch: Sketch, node: Node, alive: set[int]) -> Element | None:
    """Return the element for a node, the first one inside it, or the nearest one around it."""
    for inside in node.iter():
        found = sketch.plan.elements.get(inside)
        if found is not None and id(found) in alive:
            return found
    around: Node | None = node
    while around is not None:
        found = sketch.plan.elements.get(around)
        if found is not None and id(found) in alive:
            return found
        around = sketch.parents.get(around)
    return None
