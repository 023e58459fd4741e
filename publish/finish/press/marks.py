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

from publish.finish.press.boxes import MM
from publish.finish.press.lettering import CAPITALS, letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pikepdf import Object, Pdf

    from publish.finish.press.boxes import Box, Sheet

#: Width of every line, in points; a press holds it, and nobody sees it when it is cut away.
LINE = 0.25

#: Nearest that a mark comes to the trim where there is no bleed, and to the bleed, in points.
_FROM_TRIM, _FROM_BLEED = 2 * MM, 0.3 * MM

#: Length of a mark, the shortest that is still of use, and what stays free at the sheet's edge.
_LENGTH, _SHORTEST, _FREE = 5 * MM, 2 * MM, 0.5 * MM

#: Sizes of the words in the slug, and of the patches of the colour bar, in points.
_LARGEST, _SMALLEST = 6.0, 4.0
_PATCH, _SMALLEST_PATCH = 5 * MM, 2 * MM

#: Solids, halves, two and three inks over each other, and greys that three inks should give.
_PROCESS = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5),
    (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 1, 0),
    (0.25, 0.19, 0.19, 0), (0.5, 0.4, 0.4, 0), (0.75, 0.64, 0.64, 0),
)  # fmt: skip
_BLACK = ((0, 0, 0, 1), (0, 0, 0, 0.75), (0, 0, 0, 0.5), (0, 0, 0, 0.25))

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


def draw_marks(sheet: Sheet, slug: Slug) -> bytes:
    """Return the operators of all marks of a page; none where the slug has no room for them.

    They use the colour space ``/All`` and one ``/Spot0``, ``/Spot1`` … for each spot ink.
    """
    if not length(sheet):
        return b""
    lines = [*crop_marks(sheet), *_targets(sheet)]
    return b"".join((begin(), *lines, *_words(sheet, slug), b"Q\n", *_colour_bar(sheet, slug)))


def begin() -> bytes:
    """Return the operators that set the colour and the line of marks."""
    return b"q\n/All cs 1 scn /All CS 1 SCN %.2f w\n" % LINE


def crop_marks(sheet: Sheet, trim: Box | None = None) -> Iterator[bytes]:
    """Draw two lines at each corner of the trim, outside the bleed of the sheet."""
    cut = trim or sheet.trim
    away, long = distance(sheet), length(sheet)
    box = sheet.trim
    for x in (cut.x0, cut.x1):
        yield line(x, box.y0 - away, x, box.y0 - away - long)
        yield line(x, box.y1 + away, x, box.y1 + away + long)
    for y in (cut.y0, cut.y1):
        yield line(box.x0 - away, y, box.x0 - away - long, y)
        yield line(box.x1 + away, y, box.x1 + away + long, y)


def line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Draw a straight line."""
    return b"%.3f %.3f m %.3f %.3f l S\n" % (x0, y0, x1, y1)


def _targets(sheet: Sheet) -> Iterator[bytes]:
    """Draw a circle with a cross at the middle of each side."""
    out = distance(sheet) + length(sheet) / 2
    trim = sheet.trim
    middle_x, middle_y = (trim.x0 + trim.x1) / 2, (trim.y0 + trim.y1) / 2
    for x, y in (
        (middle_x, trim.y0 - out),
        (middle_x, trim.y1 + out),
        (trim.x0 - out, middle_y),
        (trim.x1 + out, middle_y),
    ):
        yield from target(x, y, length(sheet))


def target(x: float, y: float, size: float) -> Iterator[bytes]:
    """Draw one registration mark around a point."""
    r, k = 0.3 * size, 0.3 * size * _ROUND
    yield b"%.3f %.3f m\n" % (x + r, y)
    for a, b, c, d, e, f in (
        (r, k, k, r, 0, r),
        (-k, r, -r, k, -r, 0),
        (-r, -k, -k, -r, 0, -r),
        (k, -r, r, -k, r, 0),
    ):
        yield b"%.3f %.3f %.3f %.3f %.3f %.3f c\n" % (x + a, y + b, x + c, y + d, x + e, y + f)
    yield b"s\n"
    half = size / 2
    yield line(x - half, y, x + half, y)
    yield line(x, y - half, x, y + half)


def _words(sheet: Sheet, slug: Slug) -> Iterator[bytes]:
    """Write below the page, left and right of the mark in the middle."""
    for text, (start, end) in zip((slug.left, slug.right), _halves(sheet), strict=True):
        base = sheet.trim.y0 - distance(sheet) - length(sheet) / 2
        yield from words(text, start, base, end - start)


def words(text: str, x: float, middle: float, room: float) -> Iterator[bytes]:
    """Write a line that begins at x and has its capitals around a height; too long, it is cut."""
    if not text:
        return
    size = _LARGEST
    while letter(text).width * size > room:
        if size > _SMALLEST:
            size -= 0.5
        elif len(text) > 2:
            text = text[:-2].rstrip() + "…"
        else:
            return
    yield letter(text).drawn(x, middle - CAPITALS * size / 2, size)


def _halves(sheet: Sheet) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where left and right of the mark in the middle something has room."""
    middle = (sheet.trim.x0 + sheet.trim.x1) / 2
    aside = length(sheet) / 2 + 1.5 * MM
    inside = 1.5 * MM
    return (sheet.trim.x0 + inside, middle - aside), (middle + aside, sheet.trim.x1 - inside)


def _colour_bar(sheet: Sheet, slug: Slug) -> Iterator[bytes]:
    """Show each ink above the page, as far as there is room; no patch is cut in two."""
    patches = [*_patches(slug)]
    halves = _halves(sheet)
    room = sum(end - start for start, end in halves)
    side = min(_PATCH, length(sheet), max(_SMALLEST_PATCH, room / (len(patches) + 2)))
    y = sheet.trim.y1 + distance(sheet) + (length(sheet) - side) / 2
    for start, end in halves:
        x = start
        while patches and x + side <= end:
            yield b"q %s %.3f %.3f %.3f %.3f re f Q\n" % (patches.pop(0), x, y, side, side)
            x += side


def _patches(slug: Slug) -> Iterator[bytes]:
    for inks in _BLACK if slug.black_only else _PROCESS:
        yield b"%g %g %g %g k" % inks
    for index in range(len(slug.spots or ())):
        yield b"/Spot%d cs 1 scn" % index
        yield b"/Spot%d cs 0.5 scn" % index


def spot_names(spots: Iterable[str]) -> dict[str, str]:
    """Return under which name each spot ink stands in the resources of marks."""
    return {f"/Spot{index}": name for index, name in enumerate(spots)}
