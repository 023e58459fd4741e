"""Phrases: what stands in a line — text, emphasis, links, abbreviations, notes, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.pdf import Content, Element, Kid, Origin
from publish.standards.rules import tags
from publish.structure import figures, html
from publish.structure.run import Run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element as Node

    from publish.structure.sketch import Sketch, Voice


def whole(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan an element that holds one run of text and nothing else."""
    run = Run()
    kids = sequence(sketch, node, list(html.pieces(node)), voice, run)
    sketch.close(run)
    return linked(sketch, kids)


def sequence(
    sketch: Sketch, node: Node, parts: Sequence[str | Node], voice: Voice, run: Run
) -> list[Kid]:
    """Plan texts and inline children of one element, in order, into a run."""
    kids: list[Kid] = []
    for part in parts:
        if isinstance(part, str):
            kids += run.text(node, part, preserved=sketch.is_preserved(node))
        elif not html.is_unseen(part):
            kids += _inline(sketch, part, voice, run)
    return kids


def linked(sketch: Sketch, kids: list[Kid]) -> list[Kid]:
    """Put a whole paragraph into a Link where a link stands round its block."""
    if sketch.link is None or not kids:
        return kids
    return [_link_element(sketch, sketch.link, None, kids)]


def _inline(sketch: Sketch, node: Node, voice: Voice, run: Run) -> list[Kid]:
    if html.is_hidden(node):
        sketch.hide(node)
        return []
    if node.tag == "br":
        run.line_break()
        return []
    if html.is_picture(node):
        run.atom()
        return figures.picture(sketch, node, voice)
    if html.role_of(node) == "doc-footnote":
        return _footnote(sketch, node, voice, run)
    if node.tag == "a" and node.get("href"):
        return [_link(sketch, node, voice, run)]
    if sketch.is_block(node):
        return _block_in_line(sketch, node, voice, run)
    inside = voice.at(node)
    kids = sequence(sketch, node, list(html.pieces(node)), inside, run)
    role = None if html.is_presentational(node) else html.PHRASES.get(str(node.tag))
    expansion = node.get("title") if node.tag == "abbr" else None
    if role is None and not expansion and inside == voice and not node.get("id"):
        return kids
    element = sketch.element(role or "Span", node, voice)
    element.expansion = expansion
    element.kids = kids
    return [element] if kids else []


def _block_in_line(sketch: Sketch, node: Node, voice: Voice, run: Run) -> list[Kid]:
    """Plan a block inside a heading or another element that holds one run: its text goes on."""
    run.line_break()
    kids = sequence(sketch, node, list(html.pieces(node)), voice.at(node), run)
    run.line_break()
    return kids


def _link(sketch: Sketch, node: Node, voice: Voice, run: Run) -> Element:
    """Plan a link; the call of a note becomes a Reference with the link inside."""
    kids = sequence(sketch, node, list(html.pieces(node)), voice.at(node), run)
    link = _link_element(sketch, node, voice, kids)
    if not " ".join(link.text.split()) and not link.contents and not _has_picture(link):
        sketch.fault(tags.LINK_WITHOUT_NAME, node, node.get("href") or "", link.name)
    if html.role_of(node) != "doc-noteref":
        return link
    link.refers_to = (link.target or "").removeprefix("#")
    return Element("Reference", [link], place=link.place, name=link.name)


def _has_picture(element: Element) -> bool:
    return any(inside.role == "Figure" for inside in element.elements())


def _link_element(sketch: Sketch, node: Node, voice: Voice | None, kids: list[Kid]) -> Element:
    name = sketch.name("Link")
    if voice is None or node in sketch.plan.elements:
        link = Element("Link", place=sketch.place(node), name=name)
    else:
        link = sketch.element("Link", node, voice, name)
    link.kids = kids
    link.target = (node.get("href") or "").strip()
    link.contents = sketch.label(node) or (node.get("title") or "").strip() or None
    return link


def _footnote(sketch: Sketch, node: Node, voice: Voice, run: Run) -> list[Kid]:
    """Plan a note that is written where its call stands and drawn at the foot of the page.

    The call and the number before the note are written by the style sheet. A reader hears the
    call in its place and the note right after it. Source: ISO 14289-1, 7.9.
    """
    run.atom()
    note = sketch.element("Note", node, voice)
    note.key = note.key or sketch.fresh_key("note")
    number = Content(origin=Origin.GENERATED)
    call = Content(origin=Origin.GENERATED)
    sketch.plan.generated[node, "footnote-marker"] = number
    sketch.plan.generated[node, "footnote-call"] = call
    label = Element("Lbl", [number], place=note.place, name=f"{note.name}, number")
    note.kids = [label, *sketch.flow(node, voice.at(node), wrap=False)]
    if not "".join(kid.text for kid in note.kids[1:]).strip():
        sketch.fault(tags.NOTE_WITHOUT_TEXT, node, "", note.name)
    link = Element("Link", [call], place=note.place, name=f"{note.name}, call")
    link.target, link.refers_to = f"#{note.key}", note.key
    link.key = sketch.fresh_key("call")
    note.refers_to = link.key
    return [Element("Reference", [link], place=note.place, name=link.name), note]
