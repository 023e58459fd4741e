"""Blocks: sections, headings, paragraphs, and the text that lies loose between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.pdf import Element, Kid
from publish.structure import figures, html, lists, phrases, tables
from publish.structure.run import Run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element as Node

    from publish.structure.sketch import Sketch, Voice


def flow(sketch: Sketch, node: Node, voice: Voice, *, wrap: bool) -> list[Kid]:
    """Plan what an element holds: its blocks, and its loose text.

    Args:
        sketch: the plan in the making.
        node: the HTML element.
        voice: as inside the element.
        wrap: whether loose text always gets a P; otherwise only where a block stands beside it.
    """
    if not wrap and not any(sketch.is_block(kid) for kid in node if not html.is_unseen(kid)):
        return phrases.whole(sketch, node, voice)
    kids: list[Kid] = []
    loose: list[str | Node] = []
    for piece in html.pieces(node):
        if isinstance(piece, str) or html.is_unseen(piece) or not sketch.is_block(piece):
            loose.append(piece)
            continue
        kids += _paragraph(sketch, node, loose, voice)
        loose = []
        kids += block(sketch, piece, voice)
    return kids + _paragraph(sketch, node, loose, voice)


def _paragraph(sketch: Sketch, node: Node, loose: Sequence[str | Node], voice: Voice) -> list[Kid]:
    """Plan loose text as a P; pictures that stand alone need none."""
    run = Run()
    kids = phrases.sequence(sketch, node, loose, voice, run)
    sketch.close(run)
    if all(isinstance(kid, Element) and kid.role == "Figure" for kid in kids):
        return kids
    if not any(isinstance(kid, Element) or kid.text for kid in kids):
        return []
    name, place = sketch.name("P"), sketch.place(node)
    return [Element("P", phrases.linked(sketch, kids), place=place, name=name)]


def block(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan one block element."""
    role = html.role_of(node)
    if html.is_hidden(node):
        sketch.hide(node)
        return []
    if html.is_picture(node):
        return figures.picture(sketch, node, voice)
    if node.tag == "a" and node.get("href"):
        return _block_link(sketch, node, voice)
    if html.is_presentational(node) or _is_stripped_item(sketch, node):
        return _transparent(sketch, node, voice)
    if node.tag in html.HEADINGS or role == "heading":
        return [_heading(sketch, node, voice)]
    if node.tag in html.LISTS or role == "list":
        return [lists.bulleted(sketch, node, voice)]
    if node.tag == "li" or role == "listitem":
        return [lists.orphan(sketch, node, voice)]
    if node.tag == "dl":
        return [lists.definitions(sketch, node, voice)]
    if node.tag == "table":
        return tables.table(sketch, node, voice)
    if node.tag == "figure":
        return figures.figure(sketch, node, voice)
    if node.tag == "figcaption":
        return [figures.caption(sketch, node, voice)]
    if role == "doc-toc":
        return [lists.contents_section(sketch, node, voice)]
    grouping = html.ROLES.get(role) or html.GROUPING.get(str(node.tag))
    if grouping:
        return [_group(sketch, node, voice, grouping)]
    if node.tag in html.PARAGRAPHS and not any(sketch.is_block(kid) for kid in node):
        element = sketch.element("P", node, voice)
        element.kids = phrases.whole(sketch, node, voice.at(node))
        return [element]
    return _transparent(sketch, node, voice)


def _is_stripped_item(sketch: Sketch, node: Node) -> bool:
    """Whether an item lost its meaning with its list. Source: WAI-ARIA 1.2, 7.2.1."""
    around = sketch.parents.get(node)
    stripped = around is not None and html.is_presentational(around)
    return stripped and node.tag == "li" and not html.role_of(node)


def _heading(sketch: Sketch, node: Node, voice: Voice) -> Element:
    element = sketch.element(f"H{_level(node)}", node, voice)
    element.key = element.key or sketch.fresh_key("heading")
    run = Run()
    inside = voice.at(node)
    kids = phrases.sequence(sketch, node, list(html.pieces(node)), inside, run)
    sketch.close(run)
    element.kids = phrases.linked(sketch, kids)
    return element


def _level(node: Node) -> int:
    """Return the level of a heading, 1 to 6; ``aria-level`` counts before the name."""
    own = str(node.tag)[1:] if node.tag in html.HEADINGS else "2"
    written = node.get("aria-level") or own
    return min(max(int(written), 1), 6) if written.isdecimal() else int(own)


def _group(sketch: Sketch, node: Node, voice: Voice, role: str) -> Element:
    element = sketch.element(role, node, voice)
    element.title = sketch.label(node)
    element.kids = flow(sketch, node, voice.at(node), wrap=True)
    return element


def _transparent(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan a container without meaning; it gets a Div only to carry language or a name."""
    inside = voice.at(node)
    label = None if html.is_presentational(node) else sketch.label(node)
    kids = flow(sketch, node, inside, wrap=True)
    if inside == voice and not label:
        return kids
    element = sketch.element("Div", node, voice)
    element.title = label
    element.kids = kids
    return [element]


def _block_link(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan a link round blocks: each paragraph in it gets a Link of its own to the same target.

    A Link is inline (ISO 32000-1, 14.8.4.4.2), so it cannot hold headings and paragraphs.
    """
    outer, sketch.link = sketch.link, node
    kids = _transparent(sketch, node, voice)
    sketch.link = outer
    return kids
