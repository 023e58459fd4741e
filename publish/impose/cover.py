"""The cover of a book in one piece: back, spine and front, with the words on the spine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.errors import InputFaults, WrongCall
from publish.finish.press.sheet.boxes import MM, Box
from publish.finish.press.sheet.lettering import letter
from publish.impose.flat import Flat, Grid, boxes_for, lay
from publish.impose.job import SPINE_FREE, SPINE_WITH_WORDS
from publish.impose.order import Cell, Side
from publish.impose.source import SAME
from publish.model.fault import Fault
from publish.standards.rules import imposing as rules

if TYPE_CHECKING:
    from publish.impose.job import Job
    from publish.impose.source import Source
    from publish.model.place import Place

#: Largest words on a spine, and what stays free of them at head and foot, in points.
_LARGEST, _ENDS = 24.0, 10 * MM

#: Spines of these languages are read from the foot upwards; those of all others downwards.
_UPWARDS = frozenset("bg ca cs da de el es et fi fr hr hu it lt lv no pl pt ro ru sk sl sv".split())


def cover(job: Job, source: Source, language: str, place: Place) -> tuple[Flat, ...]:
    """Place the pages of a cover around its spine.

    Args:
        job: thickness of the papers, pages of the inside, words on the spine.
        source: front and back; or front, inside front, inside back and back; then, if it has
            one, a page as wide as the spine.
        language: of the words on the spine.
        place: of the file, for faults.

    Raises:
        InputFaults: the pages make no cover, or the spine is too narrow for its words.
        WrongCall: nobody said how thick the book is.
    """
    if job.spine <= 0:
        raise WrongCall(
            "a cover needs to know how thick the book is\n"
            "  hint give --inside PAGES and --paper MM, the thickness of one leaf"
        )
    if job.spine_text and job.spine < SPINE_WITH_WORDS:
        detail = f"it is {job.spine:.3g} mm wide, and needs {SPINE_WITH_WORDS:g}"
        raise InputFaults([Fault(rules.NARROW_SPINE, detail, place)])
    grid = _grid(job, source, place)
    sheet = (job.sheet[0] * MM, job.sheet[1] * MM) if job.sheet else None
    boxes = boxes_for(grid, sheet, job.slug * MM, place)
    found = [_bled(lay(side, grid, boxes), grid) for side in _sides(job, source)]
    if job.spine_text:
        words = _words(job, found[0], language)
        found[0] = replace(found[0], drawn=words)
    return tuple(found)


def _grid(job: Job, source: Source, place: Place) -> Grid:
    pages, spine = source.pages, job.spine * MM
    if len(pages) not in {2, 3, 4, 5}:
        raise InputFaults([Fault(rules.COVER, f"the file has {len(pages)} pages", place)])
    width, height = pages[0].trim.width, pages[0].trim.height
    if len(pages) % 2 and abs(pages[-1].trim.width - spine) > SAME:
        has = f"the page of the spine is {pages[-1].trim.width / MM:.4g} mm wide"
        raise InputFaults([Fault(rules.COVER, f"{has}, the spine {job.spine:.4g}", place)])
    return Grid((width, spine, width), (height,), (0.0, 0.0), (), source.bleed, frozenset({0, 1}))


def _sides(job: Job, source: Source) -> list[Side]:
    count = len(source.pages)
    spine = Cell(count - 1 if count % 2 else None)
    outer, inner = (0, count // 2 * 2 - 1), (1, 2)
    front, back = Cell(outer[0]), Cell(outer[1])
    rows = [(back, spine, front)]
    if count >= 4:
        rows.append((Cell(inner[0]), Cell(None), Cell(inner[1])))
    return [Side(0, bool(n), (row[::-1] if job.rtl else row,)) for n, row in enumerate(rows)]


def _bled(flat: Flat, grid: Grid) -> Flat:
    """Let front and back bleed into a spine that has no page of its own, to its middle at most."""
    if any(one.at.width < grid.widths[0] - SAME for one in flat.placed):
        return flat
    more = min(grid.bleed, grid.widths[1] / 2)
    middle = (flat.boxes.trim.x0 + flat.boxes.trim.x1) / 2
    placed = tuple(replace(one, clip=_towards(one.clip, middle, more)) for one in flat.placed)
    return replace(flat, placed=placed)


def _towards(clip: Box, middle: float, more: float) -> Box:
    if clip.x1 <= middle:
        return replace(clip, x1=clip.x1 + more)
    return replace(clip, x0=clip.x0 - more)


def _words(job: Job, flat: Flat, language: str) -> bytes:
    """Write on the spine in black, on top of what is there."""
    words = letter(job.spine_text)
    trim = flat.boxes.trim
    low, high = words.heights
    size = min(_LARGEST, (job.spine - 2 * SPINE_FREE) * MM / max(high - low, 1e-6))
    size = min(size, (trim.height - 2 * _ENDS) / max(words.width, 1e-6))
    middle, center = (trim.x0 + trim.x1) / 2, (trim.y0 + trim.y1) / 2
    along, across = words.width * size / 2, (low + high) * size / 2
    if language.partition("-")[0].lower() in _UPWARDS:
        drawn = words.drawn(middle + across, center - along, size, turn=90)
    else:
        drawn = words.drawn(middle - across, center + along, size, turn=270)
    return b"q 0 0 0 1 k\n" + drawn + b"Q\n"
