"""Sizes and places that several rules need.

Lengths in a file are in units of the page's own space; people measure millimetres of paper.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.check.geometry import Box
from publish.check.plates.kept import NotDrawn
from publish.check.plates.plate import COARSE
from publish.check.preflight.checks import NotMeasured
from publish.check.preflight.drawing import Fill, Gradient, Picture, Stroke, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.check.geometry import Outline, Point
    from publish.check.plates.plate import PagePlates
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.hit import Hit
    from publish.check.preflight.subject import Sheet, Subject

#: What edges of boxes may differ by, in points: a fiftieth of a millimetre, rounding of files.
SLACK = 0.06

_MM = 25.4 / 72


def in_mm(length: float, sheet: Sheet) -> float:
    """Return a length of the page's space in millimetres."""
    return length * sheet.unit * _MM


def in_units(millimetres: float, sheet: Sheet) -> float:
    """Return millimetres as a length of the page's space."""
    return millimetres / (sheet.unit * _MM)


def measures_mm(box: Box, sheet: Sheet) -> str:
    """Return width and height for people, for example ``210 × 297 mm``."""
    width, height = box.right - box.left, box.top - box.bottom
    return f"{in_mm(width, sheet):.4g} × {in_mm(height, sheet):.4g} mm"


def place_mm(point: Point, sheet: Sheet) -> str:
    """Return where a point lies on the cut page, for people."""
    across = in_mm(point[0] - sheet.cut.left, sheet)
    down = in_mm(sheet.cut.top - point[1], sheet)
    return f"{across:.0f} mm from the left and {down:.0f} mm from the top of the trim"


def grown(box: Box, by: float) -> Box:
    """Return a box with all sides moved outwards."""
    return Box(box.left - by, box.bottom - by, box.right + by, box.top + by)


def meet(one: Box | None, other: Box) -> bool:
    """Whether two boxes have a place in common, be it of no width, such as a line."""
    return one is not None and (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


def covers(one: Box | None, other: Box) -> bool:
    """Whether the first box holds all of the second, but for `SLACK`."""
    return one is not None and (
        one.left <= other.left + SLACK
        and one.bottom <= other.bottom + SLACK
        and one.right >= other.right - SLACK
        and one.top >= other.top - SLACK
    )


def gathered(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield one hit a page for each rule and severity: the first, with the number of all.

    A page set in a wrong black has a thousand findings, and they say one thing.
    """
    groups = defaultdict[tuple[object, ...], list["Hit"]](list)
    for hit in hits:
        groups[hit.rule.number, hit.page, hit.severity].append(hit)
    for found in groups.values():
        first = found[0]
        if len(found) > 1:
            more = f"{len(found) - 1} more on this page"
            first = replace(first, detail=f"{first.detail}; {more}" if first.detail else more)
        yield first


def plates_of(subject: Subject, page: int, dpi: float = COARSE) -> PagePlates:
    """Return the plates of a page.

    Raises:
        NotMeasured: they are not known; with the reason.
    """
    try:
        plates: PagePlates = subject.plates.page(page, dpi)
    except NotDrawn as error:
        raise NotMeasured(f"page {page}: {error}") from None
    return plates


def printed(subject: Subject) -> Iterator[Event]:
    """Yield what can be seen on paper, in or round the trim: no masks, nothing clipped away."""
    by_number = {sheet.number: sheet.painted for sheet in subject.sheets}
    for event in subject.drawing.events:
        painted = by_number.get(event.page)
        if not event.in_mask and painted and event.box and meet(grown(event.box, 0.01), painted):
            yield event


def thickness(event: Fill | Stroke) -> float:
    """Return how thick a line is at its thinnest, in points; a large value for other shapes.

    Borders of tables and boxes are often no lines for the file but filled shapes: a thin
    rectangle, a frame with a hole, or a frame of which a clip leaves one side.
    """
    if isinstance(event, Stroke):
        return event.width
    if event.box is None:
        return _NO_LINE
    shown, whole = event.box, event.outline.box
    sides = (shown.right - shown.left, shown.top - shown.bottom)
    if max(sides) < _SHORTEST_LINE:
        return _NO_LINE
    found = [min(sides)]
    if covers(shown, whole):
        found.append(_ring_thickness(event.outline))
    return min(found)


_NO_LINE = 1e6
#: In points: what is shorter is a dot, part of a letter or of a drawing.
_SHORTEST_LINE = 3.0


def _ring_thickness(outline: Outline) -> float:
    rings = [ring for ring in outline.rings if len(ring) > 2]
    if len(rings) == 1 and len(rings[0]) <= 6:
        # Also of a slanting line: area is length × thickness, and girth twice the length.
        girth = sum(_distance(*pair) for pair in _sides(rings[0]))
        return 2 * abs(_area(rings[0])) / girth if girth else _NO_LINE
    if len(rings) % 2 == 0 and len(rings) <= _MOST_RINGS and _has_holes(rings, outline):
        boxes = sorted((Box.of(ring) for ring in rings), key=_width, reverse=True)
        # Between the first and second there is ink, between the second and third a gap.
        return min(
            (_gap(*pair) for pair in zip(boxes[::2], boxes[1::2], strict=True)), default=_NO_LINE
        )
    return _NO_LINE


#: Of frames in frames; a double border has four.
_MOST_RINGS = 8


def _has_holes(rings: list[tuple[Point, ...]], outline: Outline) -> bool:
    """Whether every second ring is a hole: by the rule of filling, or drawn the other way round."""
    return outline.even_odd or (len(rings) == 2 and _area(rings[0]) * _area(rings[1]) < 0)


def _gap(outer: Box, inner: Box) -> float:
    """Return how thick a frame is at its thinnest side; a side of nothing is none."""
    if not covers(outer, inner):
        return _NO_LINE
    gaps = (
        inner.left - outer.left,
        outer.right - inner.right,
        inner.bottom - outer.bottom,
        outer.top - inner.top,
    )
    return min((gap for gap in gaps if gap > 1e-4), default=_NO_LINE)


def _width(box: Box) -> float:
    return box.right - box.left


def _sides(ring: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    yield from zip(ring, (*ring[1:], ring[0]), strict=True)


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _area(ring: tuple[Point, ...]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _sides(ring)) / 2


def segments(event: Fill | Stroke) -> Iterator[Box]:
    """Yield a box around each straight piece of a path, as far as the clip shows it."""
    closed = isinstance(event, Fill)
    clip = event.state.clip
    for ring in event.outline.rings:
        ends = (*ring[1:], ring[0]) if closed else ring[1:]
        for start, end in zip(ring, ends, strict=False):
            box = Box.of((start, end))
            if clip is None or meet(grown(box, 0.01), clip):
                yield box


def grounds(events: Iterable[Event]) -> Iterator[tuple[Event, list[Box]]]:
    """Yield what is drawn, each with the boxes of the printed grounds below it."""
    on_page = defaultdict[int, list["Box"]](list)
    for event in events:
        boxes = on_page[event.page]
        yield event, boxes[-_GROUNDS:]
        if event.box is not None and _is_ground(event):
            boxes.append(event.box)


def lies_on(event: Event, boxes: list[Box]) -> bool:
    """Whether something is drawn on one of some boxes: of paths, one of their pieces."""
    if event.box is None or not boxes:
        return False
    pieces = segments(event) if isinstance(event, Fill | Stroke) else [event.box]
    for piece in pieces:
        touched = grown(piece, 1e-3)
        if any(meet(touched, box) for box in boxes):
            return True
    return False


#: Larger than this in points both ways, a shape is a ground for others.
_LEAST_GROUND = 4.0
#: As many of them as are looked at; so that ten thousand shapes are not held against each other.
_GROUNDS = 100


def _is_ground(event: Event) -> bool:
    if event.box is None or isinstance(event, Text | Stroke):
        return False
    if isinstance(event, Fill):
        white = event.state.fill.is_white
        return not white and _LEAST_GROUND < thickness(event)
    width, height = event.box.right - event.box.left, event.box.top - event.box.bottom
    large = width > _LEAST_GROUND and height > _LEAST_GROUND
    return large and isinstance(event, Picture | Gradient)
