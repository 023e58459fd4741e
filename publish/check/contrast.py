"""Contrast of each run of text with what is painted behind it, from the finished bytes.

The colours that count are those on the page, not those in a style sheet: a tint, an opacity or
another block may lie between. Each run is looked at in several points; the worst one counts.

Source: WCAG 2.2, 1.4.3: 4.5:1, or 3:1 for text of 18 points and more, or of 14 points and bold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.check.colour import BLACK, WHITE, Colour, hexadecimal, over
from publish.check.drawing import Painted, Shown
from publish.model import Fault, Severity
from publish.standards.contrast import FOR_LARGE_TEXT, FOR_TEXT, contrast_of
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.drawing import Drawing
    from publish.check.geometry import Point

LARGE = 18.0
LARGE_BOLD = 14.0
#: Rounding in the file must not fail text that was set right on the limit.
_TOLERANCE = 0.01
_SIZE_TOLERANCE = 0.05
_POINTS = (0.04, 0.35, 0.65, 0.96)
#: Above the baseline, in parts of the font size: inside most letters.
_HEIGHTS = (0.08, 0.4)
#: Areas looked at for all runs of a file, some 20 s; a page of ours has a few thousand.
_LOOK_LIMIT = 50_000_000


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured for one run of text.

    Attributes:
        ratio: 1 to 21; ``None`` where a picture or pattern lies behind.
        needed: 4.5, or 3 for large text.
        seen: the colour of the text as it appears, opacity counted in.
        ground: the colour behind it in the worst point.
    """

    shown: Shown
    ratio: float | None
    needed: float
    seen: Colour = BLACK
    ground: Colour = WHITE

    @property
    def is_enough(self) -> bool:
        """Whether the text can be read."""
        return self.ratio is None or self.ratio >= self.needed - _TOLERANCE


def check_contrast(drawing: Drawing) -> list[Fault]:
    """Return one fault for each pair of colours and page, and one note for each unmeasured page."""
    low: dict[tuple[int, str, str], list[Measure]] = defaultdict(list)
    unmeasured: dict[int, str] = {}
    for measure in measures(drawing):
        page = measure.shown.page
        if measure.ratio is None:
            unmeasured.setdefault(page, measure.shown.text)
        elif not measure.is_enough:
            colours = hexadecimal(measure.seen), hexadecimal(measure.ground)
            low[page, *colours].append(measure)
    faults = [_too_low(found, *colours) for (_, *colours), found in low.items()]
    for page, text in unmeasured.items():
        detail = f"“{text.strip()[:40]}”"
        fault = Fault(checking.CONTRAST_NOT_MEASURED, detail, page=page, severity=Severity.WARNING)
        faults.append(fault)
    return faults


def measures(drawing: Drawing) -> Iterator[Measure]:
    """Yield what was measured for each visible run of text."""
    by_page: dict[int, list[tuple[int, Painted]]] = defaultdict(list)
    for order, item in enumerate(drawing.items):
        if isinstance(item, Painted) and item.alpha > 0:
            by_page[item.page].append((order, item))
    looked = 0
    for order, item in enumerate(drawing.items):
        if isinstance(item, Shown) and item.is_visible and item.text.strip():
            areas = by_page[item.page]
            looked += len(areas)
            if looked > _LOOK_LIMIT:
                yield Measure(item, None, _needed(item))
                continue
            below = areas[: bisect_left(areas, order, key=lambda area: area[0])]
            yield _measure(item, [area for _, area in below if _meets(area, item)])


def _meets(area: Painted, shown: Shown) -> bool:
    one, other = area.outline.box, shown.box
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.bottom <= other.top
        and other.bottom <= one.top
    )


def _measure(shown: Shown, areas: list[Painted]) -> Measure:
    needed = _needed(shown)
    found = []
    for point in _points(shown):
        ground = _ground(point, areas)
        if ground is None or shown.colour is None:
            return Measure(shown, None, needed)
        seen = over(shown.colour, shown.alpha, ground)
        found.append((contrast_of(seen, ground), seen, ground))
    ratio, seen, ground = min(found)
    return Measure(shown, ratio, needed, seen, ground)


def _points(shown: Shown) -> Iterator[Point]:
    """Yield points inside the letters of a run, whatever its direction on the page."""
    (x1, y1), (x2, y2) = shown.line
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    up = -(y2 - y1) / length * shown.size, (x2 - x1) / length * shown.size
    for along in _POINTS:
        for height in _HEIGHTS:
            yield (
                x1 + (x2 - x1) * along + up[0] * height,
                y1 + (y2 - y1) * along + up[1] * height,
            )


def _ground(point: Point, areas: list[Painted]) -> Colour | None:
    """Return the colour of a point before the text is painted; ``None`` if it cannot be told."""
    ground: Colour | None = WHITE
    for area in areas:
        if not area.outline.holds(point):
            continue
        if area.colour is None:
            ground = None
        elif area.alpha >= 1:
            ground = area.colour
        elif ground is not None:
            ground = over(area.colour, area.alpha, ground)
    return ground


def _needed(shown: Shown) -> float:
    limit = LARGE_BOLD if shown.font.bold else LARGE
    return FOR_LARGE_TEXT if shown.size >= limit - _SIZE_TOLERANCE else FOR_TEXT


def _too_low(found: list[Measure], text_colour: str, ground: str) -> Fault:
    worst = min(found, key=lambda measure: measure.ratio or 0.0)
    sample = worst.shown.text.strip()[:40]
    detail = (
        f"{text_colour} on {ground} is {worst.ratio:.2f}:1 instead of {worst.needed:g}:1, "
        f"in “{sample}”"
    )
    return Fault(checking.CONTRAST_TOO_LOW, detail, page=worst.shown.page)
