"""Pictures and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.pdf import Content, Element, Kid, Origin
from publish.standards.rules import tags
from publish.structure import html
from publish.structure.sketch import alternate_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

    from publish.structure.sketch import Sketch, Voice


def picture(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan one picture: an image, a drawing, or text that the author calls a picture."""
    element = sketch.element("Figure", node, voice)
    element.alternate = alternate_text(sketch, node)
    if element.alternate is None:
        what = node.get("src") or "drawing"
        sketch.fault(tags.PICTURE_WITHOUT_ALTERNATE_TEXT, node, what, element.name)
        element.alternate = ""
    content = Content(origin=Origin.PICTURE)
    for inside in node.iter():
        sketch.plan.pictures[inside] = content
    element.kids = [content]
    return [element]


def figure(sketch: Sketch, node: Node, voice: Voice) -> list[Kid]:
    """Plan a ``figure``: with its caption inside where it is one picture or one table.

    A figure that holds more keeps its parts in a Sect, each with its own meaning, and the caption
    beside them: one Figure for all would need one alternate text, which nobody wrote, and a Div
    may hold no Caption in PDF 2.0.

    Source: ISO 32000-1, 14.8.4.3.4 (Caption); ISO 14289-1, 7.3; ISO 32005.
    """
    only, captions = _parts(node)
    if only is not None and html.is_picture(only):
        return [_captioned(sketch, node, only, captions, voice)]
    if only is not None and only.tag == "table" and only.find("caption") is None:
        inside = voice.at(node)
        kids = sketch.block(only, inside)
        for table in kids:
            if isinstance(table, Element) and table.role == "Table":
                table.kids = [*(caption(sketch, each, inside) for each in captions), *table.kids]
                return kids
    element = sketch.element("Sect", node, voice, sketch.name("figure"))
    element.title = sketch.label(node)
    element.kids = sketch.flow(node, voice.at(node), wrap=True)
    return [element]


def caption(sketch: Sketch, node: Node, voice: Voice) -> Element:
    """Plan the caption of a figure or a table."""
    element = sketch.element("Caption", node, voice)
    element.kids = sketch.flow(node, voice.at(node), wrap=False)
    return element


def _captioned(
    sketch: Sketch, node: Node, image: Node, captions: list[Node], voice: Voice
) -> Element:
    """Plan one picture with its caption as one Figure."""
    inside = voice.at(node)
    element = sketch.element("Figure", node, voice)
    (drawn,) = picture(sketch, image, inside)
    sketch.plan.elements[image] = element
    element.kids = drawn.kids if isinstance(drawn, Element) else []
    element.alternate = drawn.alternate if isinstance(drawn, Element) else None
    element.title = sketch.label(node)
    first = bool(captions) and list(node).index(captions[0]) == 0
    spoken = [caption(sketch, each, inside) for each in captions]
    if (heard := inside.at(image)) != inside:
        # The Figure says the alternate text, so its language is that of the picture.
        element.language = heard.language if heard.language != voice.language else None
        element.direction = heard.direction if heard.direction != voice.direction else None
        for each in spoken:
            each.language = each.language or inside.language
            each.direction = each.direction or inside.direction
    element.kids = [*spoken, *element.kids] if first else [*element.kids, *spoken]
    return element


def _parts(node: Node) -> tuple[Node | None, list[Node]]:
    """Return what a figure shows, if it is one thing and nothing else, and its captions."""
    seen = [kid for kid in node if not html.is_unseen(kid) and not html.is_hidden(kid)]
    captions = [kid for kid in seen if kid.tag == "figcaption"]
    others = [kid for kid in seen if kid.tag != "figcaption"]
    loose = any(isinstance(piece, str) and piece.strip() for piece in html.pieces(node))
    if len(others) != 1 or len(captions) > 1 or loose:
        return None, captions
    only = others[0]
    while only.tag in ("div", "picture", "span", "p") and not html.is_picture(only):
        inner = [kid for kid in only if not html.is_unseen(kid)]
        texts = any(isinstance(piece, str) and piece.strip() for piece in html.pieces(only))
        if len(inner) != 1 or texts:
            return None, captions
        only = inner[0]
    return only, captions
