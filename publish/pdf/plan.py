"""The plan: the structure tree, and which part of the page each piece of content stands for.

`publish.structure` makes it from the HTML alone; `publish.render` binds what is drawn to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.pdf.element import Content, Element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

    from publish.model.fault import Fault


@dataclass(slots=True, eq=False)
class Slot:
    """One text position of the page: the text of an element, or the text after one of its children.

    Attributes:
        node: the HTML element that holds the text (not the child that stands before it).
        content: what the tree holds for it; its text is the collapsed text of this position.
        after_atom: whether a picture or the call of a note stands right before it, so that a space
            at its start belongs after that, not to the text before.
    """

    node: Node
    content: Content
    after_atom: bool = False


@dataclass(slots=True, eq=False)
class Plan:
    """A structure tree and its ties to the page.

    Attributes:
        tree: the Document element.
        runs: text positions in reading order, one list for each line of thought (a paragraph, a
            cell, a note): white space collapses inside a run and never between two.
        pictures: HTML elements that are drawn as one picture.
        generated: text that the style sheet writes, by element and pseudo-element
            (``marker``, ``footnote-call``, ``footnote-marker``).
        hidden: HTML elements that readers must not hear, with all that is in them.
        elements: the structure element made for an HTML element, where there is one.
        keys: HTML ``id`` to the key of the structure element that carries it, or lies nearest.
        faults: what the tree cannot say honestly.
    """

    tree: Element
    runs: list[list[Slot]] = field(default_factory=list)
    pictures: dict[Node, Content] = field(default_factory=dict)
    generated: dict[tuple[Node, str], Content] = field(default_factory=dict)
    hidden: set[Node] = field(default_factory=set)
    elements: dict[Node, Element] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
