"""What a print file is, in the words of a job ticket: its pages, their boxes, their inks."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import entry, integer, items, numbers
from publish.check.preflight.colour_space import PROCESS
from publish.check.preflight.drawing import Gradient, Picture
from publish.check.preflight.subject import Subject
from publish.model.ticket import Boxes
from publish.standards.limits import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.geometry import Box
    from publish.check.preflight.colour_space import Space
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.subject import Sheet
    from publish.model.ticket import Box as Edges

_MM = 25.4 / 72
#: Functions inside functions are followed so far.
_DEPTH_LIMIT = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says about itself.

    Attributes:
        pages: how many.
        boxes: of all pages, in millimetres.
        inks: of each page, process inks first; marks outside the bleed do not count.
    """

    pages: int
    boxes: tuple[Boxes, ...]
    inks: tuple[tuple[str, ...], ...]


def facts_of(pdf: bytes) -> Facts:
    """Return what a file of ours is."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        # Which limits it is held against later makes no difference here.
        subject = Subject(pdf, opened, limits=limits("sheetfed-coated"))
        sheets = subject.sheets
        return Facts(len(sheets), tuple(_boxes(sheets)), tuple(_inks(subject)))


def _boxes(sheets: tuple[Sheet, ...]) -> Iterator[Boxes]:
    """Yield the boxes of the pages; pages that follow each other and are alike are told once."""
    first = 0
    for at, sheet in enumerate(sheets):
        following = sheets[at + 1] if at + 1 < len(sheets) else None
        if following is None or _edges(following) != _edges(sheet):
            media, bleed, trim = _edges(sheet)
            yield Boxes((first + 1, at + 1), media, bleed, trim)
            first = at + 1


def _edges(sheet: Sheet) -> tuple[Edges, Edges, Edges]:
    return _in_mm(sheet.media), _in_mm(sheet.painted), _in_mm(sheet.cut)


def _in_mm(box: Box) -> Edges:
    left, bottom, right, top = (
        round(edge * _MM, 2) for edge in (box.left, box.bottom, box.right, box.top)
    )
    return left, bottom, right, top


def _inks(subject: Subject) -> Iterator[tuple[str, ...]]:
    """Yield the inks of each page."""
    met: list[set[str]] = [set() for _ in subject.sheets]
    for event in subject.drawing.events:
        sheet = subject.sheets[event.page - 1]
        if event.box and not event.in_mask and _meet(event.box, sheet.painted):
            met[event.page - 1].update(_inks_of(event))
    for inks in met:
        spots = sorted(inks - {*PROCESS, "All", "None"})
        yield (*(ink for ink in PROCESS if ink in inks), *spots)


def _meet(one: Box, other: Box) -> bool:
    """Whether two boxes share a place; a line along one side has no area, and ink all the same."""
    across = one.left <= other.right and other.left <= one.right
    return across and one.bottom <= other.top and other.bottom <= one.top


def _inks_of(event: Event) -> Iterator[str]:
    if isinstance(event, Gradient):
        yield from _inks_of_gradient(event)
    elif isinstance(event, Picture) and event.space:
        yield from _all_inks(event.space)
    for paint in event.paints:
        yield from (ink for ink, tint in (paint.inks or {}).items() if tint > 0)


def _all_inks(space: Space) -> tuple[str, ...]:
    """Return the inks that a picture can have; what is in it nobody looks at."""
    if space.family == "Indexed" and space.base:
        return _all_inks(space.base)
    if space.family in ("DeviceGray", "CalGray") or (
        space.family == "ICCBased" and space.components == 1
    ):
        return ("Black",)
    if space.inks:
        return space.inks
    return PROCESS if space.components == len(PROCESS) else ()


def _inks_of_gradient(gradient: Gradient) -> Iterator[str]:
    names = _all_inks(gradient.space)
    function = entry(gradient.shading, "/Function")
    ends = list(_ends(function)) if len(names) == gradient.space.components else []
    if names == ("Black",) or not ends:
        # Grey counts from black up; and a table of samples does not tell its ends.
        yield from names
        return
    for at, ink in enumerate(names):
        if any(end[at] > 0 for end in ends if at < len(end)):
            yield ink


def _ends(function: object, depth: int = 0) -> Iterator[list[float]]:
    """Yield the colours at the ends of all pieces of a function; nothing where it has none.

    Source: ISO 32000-1, 7.10.3 (exponential functions), 7.10.4 (stitching functions).
    """
    kind = integer(entry(function, "/FunctionType"))
    if kind == 2:
        yield from (numbers(entry(function, key)) for key in ("/C0", "/C1"))
    elif kind == 3 and depth < _DEPTH_LIMIT:
        for piece in items(entry(function, "/Functions")):
            yield from _ends(piece, depth + 1)
