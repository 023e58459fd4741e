"""Lists, definition lists and tables of contents.

Source: ISO 32000-1, 14.8.4.3.3 (L, LI, Lbl, LBody) and 14.8.4.2 (TOC, TOCI).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.pdf import Content, Element, Kid, Origin
from publish.structure import figures, html, phrases
from publish.structure.run import Run

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

    from publish.structure.sketch import Sketch, Voice


def bulleted(sketch: Sketch, node: Node, voice: Voice) -> Element:
    """Plan ``ul``, ``ol`` and ``menu``; text that lies loose in them becomes an item."""
    element = sketch.element("L", node, voice)
    element.title = sketch.label(node)
    ordered = html.LIST_NUMBERING.get(node.get("type") or "1", "Decimal")
    element.numbering = ordered if node.tag == "ol" else "Disc"
    inside = voice.at(node)
    loose: list[str | Node] = []
    for piece in html.pieces(node):
        if isinstance(piece, str):
            loose.append(piece)
            continue
        if html.is_unseen(piece):
            continue
        if piece.tag == "li" or html.role_of(piece) == "listitem":
            element.kids += _loose_item(sketch, node, loose, inside)
            loose = []
            element.kids += _item(sketch, piece, inside, element)
        elif html.is_hidden(piece):
            sketch.hide(piece)
        else:
            loose.append(piece)
    element.kids += _loose_item(sketch, node, loose, inside)
    return element


def orphan(sketch: Sketch, node: Node, voice: Voice) -> Element:
    """Plan an item that stands in no list: a list of one."""
    element = Element("L", place=sketch.place(node), name=sketch.name("L"), numbering="Disc")
    element.kids = _item(sketch, node, voice, element)
    return element


def _item(sketch: Sketch, node: Node, voice: Voice, owner: Element) -> list[Kid]:
    if html.is_hidden(node):
        sketch.hide(node)
        return []
    item = sketch.element("LI", node, voice, f"{owner.name}, item {len(owner.kids) + 1}")
    marker = Content(origin=Origin.GENERATED)
    sketch.plan.generated[node, "marker"] = marker
    label = Element("Lbl", [marker], place=item.place, name=f"{item.name}, marker")
    body = Element("LBody", place=item.place, name=item.name)
    kids = sketch.flow(node, voice.at(node), wrap=False)
    body.kids = [_endnote(sketch, node, item, kids)] if _is_endnote(sketch, node) else kids
    item.kids = [label, body]
    return [item]


def _is_endnote(sketch: Sketch, node: Node) -> bool:
    if html.role_of(node) in ("doc-endnote", "doc-footnote"):
        return True
    around = sketch.parents.get(node)
    grand = sketch.parents.get(around) if around is not None else None
    return any(
        each is not None and html.role_of(each) == "doc-endnotes" for each in (around, grand)
    )


def _endnote(sketch: Sketch, node: Node, item: Element, kids: list[Kid]) -> Element:
    """Plan the text of a linked note; the note, not the item, answers to the ``id``."""
    note = Element("Note", kids, place=item.place, name=sketch.name("Note"))
    note.key, item.key = item.key or sketch.fresh_key("note"), None
    sketch.plan.elements[node] = note
    return note


def _loose_item(sketch: Sketch, node: Node, loose: list[str | Node], voice: Voice) -> list[Kid]:
    """Plan what stands in a list but in no item: nothing of the text may be lost."""
    standing = [piece for piece in loose if not isinstance(piece, str) and sketch.is_block(piece)]
    kids: list[Kid] = []
    if standing:
        for piece in standing:
            kids += sketch.block(piece, voice)
        loose = [piece for piece in loose if piece not in standing]
    run = Run()
    kids = [*phrases.sequence(sketch, node, loose, voice, run), *kids]
    sketch.close(run)
    if not any(isinstance(kid, Element) or kid.text for kid in kids):
        return []
    name = sketch.name("LI")
    place = sketch.place(standing[0] if standing else node)
    return [Element("LI", [Element("LBody", kids, place=place, name=name)], place=place, name=name)]


def definitions(sketch: Sketch, node: Node, voice: Voice) -> Element:
    """Plan ``dl``: each group of terms is a label, each group of descriptions a body."""
    element = sketch.element("L", node, voice)
    element.title = sketch.label(node)
    element.numbering = "Description"
    inside = voice.at(node)
    for terms, descriptions in _groups(node):
        item = Element("LI", place=sketch.place((terms or descriptions)[0]))
        item.name = sketch.name("LI")
        if terms:
            item.kids.append(_part(sketch, "Lbl", terms, inside))
        if descriptions:
            item.kids.append(_part(sketch, "LBody", descriptions, inside))
        element.kids.append(item)
    return element


def _groups(node: Node) -> list[tuple[list[Node], list[Node]]]:
    """Return the name-value groups of a ``dl``. Source: HTML, 4.4.9."""
    groups: list[tuple[list[Node], list[Node]]] = []
    for child in node:
        if html.is_unseen(child):
            continue
        if child.tag == "div":
            groups += _groups(child)
            groups.append(([], []))
        elif child.tag == "dt":
            if not groups or groups[-1][1] or not any(groups[-1]):
                groups.append(([], []))
            groups[-1][0].append(child)
        else:
            if not groups:
                groups.append(([], []))
            groups[-1][1].append(child)
    return [group for group in groups if any(group)]


def _part(sketch: Sketch, role: str, nodes: list[Node], voice: Voice) -> Element:
    """Plan a label or body: directly from one element, with one inner element for each of more."""
    if len(nodes) == 1:
        element = sketch.element(role, nodes[0], voice)
        element.kids = _content(sketch, nodes[0], voice.at(nodes[0]), role)
        return element
    outer = Element(role, place=sketch.place(nodes[0]), name=sketch.name(role))
    if role == "Lbl":
        outer.kids += _terms(sketch, nodes, voice)
        return outer
    for node in nodes:
        inner = sketch.element("P", node, voice)
        inner.kids = _content(sketch, node, voice.at(node), role)
        if any(_is_block(kid) for kid in inner.kids):
            inner.role = "Div"
        outer.kids.append(inner)
    return outer


def _terms(sketch: Sketch, nodes: list[Node], voice: Voice) -> list[Kid]:
    """Plan several terms of one description as one run: a space is heard between two."""
    run = Run()
    kids: list[Kid] = []
    for node in nodes:
        element = sketch.element("Span", node, voice)
        element.kids = phrases.sequence(sketch, node, list(html.pieces(node)), voice.at(node), run)
        run.line_break()
        kids.append(element)
    sketch.close(run)
    return kids


def _content(sketch: Sketch, node: Node, voice: Voice, role: str) -> list[Kid]:
    if role == "Lbl":
        return phrases.whole(sketch, node, voice)
    return sketch.flow(node, voice, wrap=False)


def _is_block(kid: Kid) -> bool:
    inline = {"Span", "Em", "Strong", "Link", "Quote", "Code", "Reference", "Note", "Figure"}
    return isinstance(kid, Element) and kid.role not in inline


def contents_section(sketch: Sketch, node: Node, voice: Voice) -> Element:
    """Plan ``nav[role=doc-toc]``: its heading, then the TOC."""
    section = sketch.element("Sect", node, voice)
    section.title = sketch.label(node)
    inside = voice.at(node)
    for child in node:
        if html.is_unseen(child):
            continue
        if child.tag in html.LISTS:
            section.kids.append(_contents(sketch, child, inside))
        elif child.tag == "figcaption":
            section.kids.append(figures.caption(sketch, child, inside))
        else:
            section.kids += sketch.block(child, inside)
    return section


def _contents(sketch: Sketch, node: Node, voice: Voice) -> Element:
    """Plan one level of a table of contents. Source: ISO 32000-1, 14.8.4.2, TOC and TOCI."""
    toc = sketch.element("TOC", node, voice)
    inside = voice.at(node)
    for child in node:
        if html.is_unseen(child):
            continue
        entry = sketch.element("TOCI", child, inside)
        marker = Content(origin=Origin.GENERATED)
        sketch.plan.generated[child, "marker"] = marker
        entry.kids = [Element("Lbl", [marker], place=entry.place, name=f"{entry.name}, number")]
        entry.kids += _entry(sketch, child, inside.at(child))
        toc.kids.append(entry)
    return toc


def _entry(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan the line of an entry as References, then the levels below it."""
    below = [child for child in node if child.tag in html.LISTS]
    run = Run()
    parts = [piece for piece in html.pieces(node) if isinstance(piece, str) or piece not in below]
    kids: list[Kid] = []
    for kid in phrases.sequence(sketch, node, parts, voice, run):
        if isinstance(kid, Element) and kid.role == "Link":
            kids.append(Element("Reference", [kid], place=kid.place, name=kid.name))
        else:
            kids.append(kid)
    sketch.close(run)
    return [*kids, *(_contents(sketch, child, voice) for child in below)]
