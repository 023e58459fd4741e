"""Marks in the slug: where to cut, how plates lie on each other, what the inks look like.

All marks stand outside the bleed, so that nothing of them can be left on a page that is cut a
little off; and they are drawn in the colour All, so that they come out on every plate.

Source: ISO 32000-1, 8.6.6.4 (the colorant All), 14.11.3 (printer's marks); ISO 12647-2 (grey
balance of the control strip).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name

from publish.finish.press.sheet.boxes import MM
from publish.finish.press.sheet.lettering import CAPITALS, letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pikepdf import Object, Pdf

    from publish.finish.press.sheet.boxes import Box, Sheet

#: Width of every line, in points; a press holds it, and nobody sees it when it is cut away.
LINE = 0.25

#: Nearest that a mark comes to the trim where there is no bleed, and to the bleed, in points.
_FROM_TRIM, _FROM_BLEED = 2 * MM, 1 * MM

#: Length of a mark, the shortest that is still of use, and what stays free at the sheet's edge.
_LENGTH, _SHORTEST, _FREE = 5 * MM, 2 * MM, 0.5 * MM

#: Sizes of the words in the slug, and of the patches of the colour bar, in points.
_SIZES = (6.0, 5.5, 5.0, 4.5, 4.0)

#: More letters than this stand beside no sheet.
_LONGEST = 300
_PATCH, _SMALLEST_PATCH = 5 * MM, 2 * MM

#: Solids, halves, two and three inks over each other, and greys that three inks should give.
_PROCESS = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5),
    (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 1, 0),
    (0.25, 0.19, 0.19, 0), (0.5, 0.4, 0.4, 0), (0.75, 0.64, 0.64, 0),
)  # fmt: skip
_BLACK = ((0, 0, 0, 1), (0, 0, 0, 0.75), (0, 0, 0, 0.5), (0, 0, 0, 0.25))

#: Between two things in the slug, in points.
_APART = 1.5 * MM

#: Of a circle, as four curves.
_ROUND = 0.5523


@dataclass(frozen=True, slots=True)
class Slug:
    """What is written and shown around a page.

    Attributes:
        left: words below the page on the left, for example the title.
        right: words below it on the right, for example the page and the printing condition.
        black_only: whether only black ink is printed.
        spots: names of the spot inks of the file, with their colour spaces.
    """

    left: str = ""
    right: str = ""
    black_only: bool = False
    spots: Mapping[str, Object] | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Where a sheet is cut and folded, in points from its lower left corner.

    Attributes:
        cuts_x: upright cuts.
        cuts_y: level ones.
        folds_x: upright folds.
        folds_y: level ones.
    """

    cuts_x: tuple[float, ...]
    cuts_y: tuple[float, ...]
    folds_x: tuple[float, ...] = ()
    folds_y: tuple[float, ...] = ()

    @classmethod
    def around(cls, trim: Box) -> Lines:
        """Return the cuts of a single page."""
        return cls((trim.x0, trim.x1), (trim.y0, trim.y1))


def registration(pdf: Pdf) -> Object:
    """Return the colour space of marks that come out on every plate."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1
    )
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
    return pdf.make_indirect(space)


def distance(sheet: Sheet) -> float:
    """Return how far from the trim marks begin, in points."""
    return max(sheet.trim.x0 - sheet.bleed.x0 + _FROM_BLEED, _FROM_TRIM)


def length(sheet: Sheet) -> float:
    """Return how long marks are, in points; 0 where the slug has no room for them."""
    around = min(sheet.trim.x0, sheet.trim.y0)
    room = min(_LENGTH, around - distance(sheet) - _FREE)
    return room if room >= _SHORTEST else 0.0


def draw_marks(sheet: Sheet, slug: Slug, lines: Lines | None = None) -> bytes:
    """Return the operators of all marks of a sheet; none where the slug has no room for them.

    They use the colour space ``/All`` and one ``/Spot0``, ``/Spot1`` … for each spot ink.

    Args:
        sheet: its boxes.
        slug: what is written and shown.
        lines: where is cut and folded; the four edges of the trim unless said otherwise.
    """
    if not length(sheet):
        return b""
    lines = lines or Lines.around(sheet.trim)
    middle_x = _free_place(sheet.trim.x0, sheet.trim.x1, (*lines.cuts_x, *lines.folds_x), sheet)
    middle_y = _free_place(sheet.trim.y0, sheet.trim.y1, (*lines.cuts_y, *lines.folds_y), sheet)
    spans = _spans(sheet, (*lines.cuts_x, *lines.folds_x), middle_x)
    return b"".join(
        (
            b"q\n/All cs 1 scn /All CS 1 SCN %.2f w\n" % LINE,
            *_cuts(sheet, lines),
            *_targets(sheet, middle_x, middle_y),
            *_words(sheet, slug, spans),
            *_folds(sheet, lines),
            b"Q\n",
            *_colour_bar(sheet, slug, spans),
        )
    )


def _cuts(sheet: Sheet, lines: Lines) -> Iterator[bytes]:
    """Draw a short line at both ends of every cut, outside the bleed."""
    (low, high), (left, right) = _between(sheet)
    for x in lines.cuts_x:
        yield from (_line(x, y0, x, y1) for y0, y1 in (low, high))
    for y in lines.cuts_y:
        yield from (_line(x0, y, x1, y) for x0, x1 in (left, right))


def _folds(sheet: Sheet, lines: Lines) -> Iterator[bytes]:
    """Draw the same for every fold, dashed."""
    yield b"[2 1.5] 0 d\n"
    yield from _cuts(sheet, Lines(lines.folds_x, lines.folds_y))


def _between(
    sheet: Sheet,
) -> tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]:
    """Return from where to where marks go: below and above the trim, left and right of it."""
    away, far, trim = distance(sheet), distance(sheet) + length(sheet), sheet.trim
    return (
        ((trim.y0 - away, trim.y0 - far), (trim.y1 + away, trim.y1 + far)),
        ((trim.x0 - away, trim.x0 - far), (trim.x1 + away, trim.x1 + far)),
    )


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%.3f %.3f m %.3f %.3f l S\n" % (x0, y0, x1, y1)


def _targets(sheet: Sheet, x: float | None, y: float | None) -> Iterator[bytes]:
    """Draw a circle with a cross on each side, at its middle where nothing else is there."""
    out, trim = distance(sheet) + length(sheet) / 2, sheet.trim
    points = [(x, trim.y0 - out), (x, trim.y1 + out), (trim.x0 - out, y), (trim.x1 + out, y)]
    for across, up in points:
        if across is not None and up is not None:
            yield from _target(across, up, length(sheet))


def _target(x: float, y: float, size: float) -> Iterator[bytes]:
    r, k, half = 0.3 * size, 0.3 * size * _ROUND, size / 2
    yield b"%.3f %.3f m\n" % (x + r, y)
    for a, b, c, d, e, f in (
        (r, k, k, r, 0, r),
        (-k, r, -r, k, -r, 0),
        (-r, -k, -k, -r, 0, -r),
        (k, -r, r, -k, r, 0),
    ):
        yield b"%.3f %.3f %.3f %.3f %.3f %.3f c\n" % (x + a, y + b, x + c, y + d, x + e, y + f)
    yield b"s\n"
    yield _line(x - half, y, x + half, y)
    yield _line(x, y - half, x, y + half)


def _free_place(start: float, end: float, taken: Iterable[float], sheet: Sheet) -> float | None:
    """Return the place nearest to the middle where a registration mark touches no other mark."""
    taken, need = tuple(taken), length(sheet) / 2 + _APART
    for part in (0.5, 0.25, 0.375, 0.125, 0.4375):
        place = start + part * (end - start)
        if all(abs(place - other) >= need for other in taken):
            return place
    return None


def _spans(sheet: Sheet, taken: Iterable[float], target: float | None) -> list[tuple[float, float]]:
    """Return where there is room below and above the trim, from left to right."""
    blocked = [(x - _APART, x + _APART) for x in taken]
    if target is not None:
        aside = length(sheet) / 2 + _APART
        blocked.append((target - aside, target + aside))
    spans, at = [], sheet.trim.x0
    for start, end in sorted(blocked):
        if start > at:
            spans.append((at, start))
        at = max(at, end)
    return [*spans, (at, sheet.trim.x1)] if at < sheet.trim.x1 else spans


def _words(sheet: Sheet, slug: Slug, spans: list[tuple[float, float]]) -> Iterator[bytes]:
    """Write below the trim: from its left end, and up to its right end."""
    if not spans:
        return
    (left, left_end), (right, right_end) = spans[0], spans[-1]
    base = sheet.trim.y0 - distance(sheet) - length(sheet) / 2
    if len(spans) == 1:
        both = "   ".join(filter(None, (slug.left, slug.right)))
        yield from _written(both, left, base, left_end - left)
        return
    yield from _written(slug.left, left, base, left_end - left)
    yield from _written(slug.right, right, base, right_end - right, at_end=True)


def _written(
    text: str, x: float, middle: float, room: float, *, at_end: bool = False
) -> Iterator[bytes]:
    """Write a line with its capitals around a height; too long, it is cut.

    Args:
        text: the line.
        x: where its room begins, in points.
        middle: the height, likewise.
        room: how wide it may be, likewise.
        at_end: whether it ends where its room ends, and does not begin where that begins.
    """
    text = text[:_LONGEST]
    wide = letter(text).width
    size = next((size for size in _SIZES if wide * size <= room), _SIZES[-1])
    while text and letter(text).width * size > room:
        # A cut in proportion, so that a title without end costs a few steps too.
        kept = int(len(text) * room / (letter(text).width * size))
        text = text[: max(0, min(kept, len(text)) - 2)].rstrip()
        text = f"{text}…" if text else ""
    if text:
        start = x + room - letter(text).width * size if at_end else x
        yield letter(text).drawn(start, middle - CAPITALS * size / 2, size)


def _colour_bar(sheet: Sheet, slug: Slug, spans: list[tuple[float, float]]) -> Iterator[bytes]:
    """Show each ink above the trim, as far as there is room; no patch is cut in two.

    The names of spot inks stand behind their patches, or on the other side of the mark.
    """
    patches, names = [*_patches(slug)], "   ".join(slug.spots or ())
    room = sum(end - start for start, end in spans)
    side = min(_PATCH, length(sheet), max(_SMALLEST_PATCH, room / (len(patches) + len(spans))))
    y = sheet.trim.y1 + distance(sheet) + (length(sheet) - side) / 2
    for start, end in spans:
        x = start
        while patches and x + side <= end:
            yield b"q %s %.3f %.3f %.3f %.3f re f Q\n" % (patches.pop(0), x, y, side, side)
            x += side
        behind = x if x == start else x + _APART
        if names and not patches and letter(names).width * _SIZES[0] <= end - behind:
            yield b"q /All cs 1 scn\n"
            yield from _written(names, behind, y + side / 2, end - behind)
            yield b"Q\n"
            names = ""


def _patches(slug: Slug) -> Iterator[bytes]:
    for inks in _BLACK if slug.black_only else _PROCESS:
        yield b"%g %g %g %g k" % inks
    for index in range(len(slug.spots or ())):
        yield b"/Spot%d cs 1 scn" % index
        yield b"/Spot%d cs 0.5 scn" % index


def spot_names(spots: Iterable[str]) -> dict[str, str]:
    """Return under which name each spot ink stands in the resources of marks."""
    return {f"/Spot{index}": name for index, name in enumerate(spots)}
