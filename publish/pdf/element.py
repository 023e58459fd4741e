"""The structure element: planned from HTML, written into the file, and read back from it.

One class serves all three, so that what was planned and what was read back can be compared and
printed side by side. Source: ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.model.place import Place
    from publish.model.words import Direction


class Origin(Enum):
    """Where a piece of content comes from."""

    TEXT = "text"
    PICTURE = "picture"
    #: Written by the style sheet: list markers, note numbers. Its text is known once it is drawn.
    GENERATED = "generated"


@dataclass(slots=True, eq=False)
class Content:
    """A run of text or a picture inside a structure element: what marked content stands for.

    Attributes:
        text: what a reader hears, with white space collapsed as the page shows it; empty for
            a picture.
        origin: where it comes from; `Origin.TEXT` when read back.
    """

    text: str = ""
    origin: Origin = Origin.TEXT


@dataclass(slots=True, eq=False)
class Element:
    """A structure element.

    Attributes:
        role: structure type in the house vocabulary of `publish.standards.roles` when planned; as
            written in the file when read back.
        kids: elements and content in reading order.
        language: BCP 47, only where it differs from the parent's.
        direction: only where it differs from the parent's (WritingMode).
        alternate: alternate text (Alt); ``None`` where there is none.
        expansion: of an abbreviation (E).
        title: short name of the element (T).
        key: the element's ID, unique in the file.
        scope: of a header cell: ``Row``, ``Column`` or ``Both``.
        headers: keys of the header cells that speak for a cell.
        row_span, column_span: 1 or more.
        numbering: of a list (ListNumbering).
        target: the address of a link: ``#key`` inside the file, or a URI.
        contents: what a reader hears for a link that has no text of its own (Contents).
        refers_to: key of an element that this one points to (Ref in PDF 2.0).
        place: the author's line; ``None`` when read back.
        name: the element in an editor's words, for example ``table 2, row 1, cell 3``.
        page: first page, counted from 1; 0 while it is not known.
    """

    role: str
    kids: list[Kid] = field(default_factory=list)
    language: str | None = None
    direction: Direction | None = None
    alternate: str | None = None
    expansion: str | None = None
    title: str | None = None
    key: str | None = None
    scope: str | None = None
    headers: tuple[str, ...] = ()
    row_span: int = 1
    column_span: int = 1
    numbering: str | None = None
    target: str | None = None
    contents: str | None = None
    refers_to: str | None = None
    place: Place | None = None
    name: str = ""
    page: int = 0

    def elements(self) -> Iterator[Element]:
        """Yield this element and all elements below it, in reading order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]

    @property
    def text(self) -> str:
        """All text below, in reading order, as it is; notes included."""
        return "".join(kid.text for kid in self.kids)


Kid = Element | Content


def tree_text(root: Element) -> str:
    """Print a tree as text that a person can review in a diff, one element or text a line.

    Attributes stand after the role in a fixed order; runs of text are quoted with white space
    collapsed; an element that holds one run of text and nothing else stands on one line.
    """
    lines: list[str] = []
    _print(root, 0, lines)
    return "\n".join(lines) + "\n"


def _print(element: Element, depth: int, lines: list[str]) -> None:
    head = "  " * depth + " ".join([element.role, *_attributes(element)])
    runs = _joined(element.kids)
    if len(runs) == 1 and isinstance(runs[0], str):
        lines.append(f'{head} "{runs[0]}"')
        return
    lines.append(head)
    for run in runs:
        if isinstance(run, str):
            lines.append("  " * (depth + 1) + f'"{run}"')
        else:
            _print(run, depth + 1, lines)


def _joined(kids: list[Kid]) -> list[Element | str]:
    """Neighbouring content as one string; content without text is left out."""
    runs: list[Element | str] = []
    for kid in kids:
        if isinstance(kid, Element):
            runs.append(kid)
        elif runs and isinstance(runs[-1], str):
            runs[-1] += kid.text
        elif kid.text:
            runs.append(kid.text)
    return [run if isinstance(run, Element) else " ".join(run.split(" ")) for run in runs if run]


def _attributes(element: Element) -> Iterator[str]:
    for name, value in (
        ("lang", element.language),
        ("dir", element.direction),
        ("alt", None if element.alternate is None else f'"{element.alternate}"'),
        ("E", None if element.expansion is None else f'"{element.expansion}"'),
        ("title", None if element.title is None else f'"{element.title}"'),
        ("id", element.key),
        ("scope", element.scope),
        ("headers", ",".join(element.headers) or None),
        ("rows", element.row_span if element.row_span > 1 else None),
        ("columns", element.column_span if element.column_span > 1 else None),
        ("numbering", element.numbering),
        ("target", element.target),
    ):
        if value is not None:
            yield f"{name}={value}"
