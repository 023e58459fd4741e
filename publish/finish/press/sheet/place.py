"""Puts each page on a sheet: clipped at the bleed, with its boxes and the marks around it.

A page is moved by wrapping it in a form XObject. A matrix in front of its operators would leave
its gradients behind, because the matrix of a pattern starts from the page, not from where the
pattern is used (ISO 32000-1, 8.7.3.1).

All sheets have one size. A page on its side among upright ones, as for a wide table, is turned with
its head to the left: a reader turns the leaf, and a shop has no second size of paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Stream

from publish.finish.press.sheet.boxes import MM, Box, Sheet, place_boxes, rounded
from publish.finish.press.sheet.marks import Slug, draw_marks, registration, spot_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Page, Pdf

    from publish.model.press import Press

#: Sizes that differ by less are the same, in points.
_NEAR = 0.5

#: What a page of ours draws: the page itself, then the marks. Imposition takes the first alone.
BODY = b"q /Body Do Q\n"
MARKS = b"/Marks Do\n"


def place_pages(pdf: Pdf, press: Press, slug_line: str) -> None:
    """Wrap, clip and place every page, and draw marks around it, in place.

    Args:
        pdf: pages in the colours of the press, each with a TrimBox.
        press: bleed, slug and whether there are marks.
        slug_line: the name of the job, as it stands below each page.
    """
    spots = spot_spaces(pdf)
    every = registration(pdf)
    count = len(pdf.pages)
    condition = press.condition.identifier if press.condition else ""
    first = _trim(pdf.pages[0])
    for number, page in enumerate(pdf.pages, start=1):
        trim = _trim(page)
        width, height = (
            (trim.height, trim.width) if _lies(trim, first) else (trim.width, trim.height)
        )
        sheet = Sheet.around(width, height, bleed=press.bleed * MM, slug=press.slug * MM)
        body = _wrapped(pdf, page.obj, trim, sheet)
        around = Slug(
            left=slug_line,
            right=f"{number}/{count}   {condition}   {_size(sheet.trim)}",
            black_only=press.black_only,
            spots=spots,
        )
        marks = draw_marks(sheet, around) if press.marks else b""
        drawn = {"/Body": body} | (
            {"/Marks": marks_form(pdf, sheet, marks, every, spots)} if marks else {}
        )
        page.obj.Resources = Dictionary(XObject=Dictionary(drawn))
        page.obj.Contents = pdf.make_stream(BODY + (MARKS if marks else b""))
        page.obj.Group = blend_group()
        place_boxes(page.obj, sheet)


def blend_group() -> Dictionary:
    """Return the group of a page: where nothing says otherwise, some programs blend in RGB."""
    return Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True, K=False)


def marks_form(
    pdf: Pdf, sheet: Sheet, marks: bytes, every: Object, spots: dict[str, Object]
) -> Stream:
    """Return marks as a form with the colours that they use."""
    spaces = {key: spots[name] for key, name in spot_names(spots).items() if key.encode() in marks}
    form = pdf.make_stream(marks)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = sheet.media.array
    form.Resources = Dictionary(ColorSpace=Dictionary({"/All": every} | spaces))
    return form


def spot_spaces(pdf: Pdf) -> dict[str, Object]:
    """Return the spot inks of a file by name, in the order in which they are met."""
    found: dict[str, Object] = {}
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for space in _spaces(page.resources, seen):
            if isinstance(space, Array) and len(space) == 4 and space[0] == Name.Separation:
                found.setdefault(str(space[1])[1:], space)
    return {name: space for name, space in found.items() if name not in {"All", "None"}}


def _spaces(resources: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    waiting = [resources]
    while waiting:
        found = waiting.pop()
        yield from _values(found, "/ColorSpace")
        for one in (*_values(found, "/XObject"), *_values(found, "/Pattern")):
            if one.is_indirect:
                if one.objgen in seen:
                    continue
                seen.add(one.objgen)
            yield from (one[key] for key in ("/ColorSpace",) if key in one)
            if "/Shading" in one:
                yield one.Shading.ColorSpace
            if isinstance(within := one.get("/Resources"), Dictionary):
                waiting.append(within)
        yield from (one.ColorSpace for one in _values(found, "/Shading"))


def _values(resources: Object, kind: str) -> list[Object]:
    within = resources.get(kind)
    return [one for _, one in within.items()] if isinstance(within, Dictionary) else []


def _trim(page: Page) -> Box:
    return Box.of(page.obj.get("/TrimBox", page.mediabox))


def _lies(trim: Box, first: Box) -> bool:
    """Whether a page has the size of the first one on its side."""
    is_same = abs(trim.width - first.height) + abs(trim.height - first.width) < _NEAR
    return is_same and abs(trim.width - trim.height) > _NEAR


def _wrapped(pdf: Pdf, page: Dictionary, trim: Box, sheet: Sheet) -> Stream:
    """Make a form of a page, clipped at the bleed and moved or turned to its place on the sheet."""
    form = pdf.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = trim.grown(sheet.trim.x0 - sheet.bleed.x0).array
    if _lies(trim, sheet.trim):
        x, y = sheet.trim.x0 + trim.y1, sheet.trim.y0 - trim.x0
        form.Matrix = Array([0, 1, -1, 0, rounded(x), rounded(y)])
    else:
        x, y = sheet.trim.x0 - trim.x0, sheet.trim.y0 - trim.y0
        form.Matrix = Array([1, 0, 0, 1, rounded(x), rounded(y)])
    form.Resources = page.Resources
    return form


def _size(trim: Box) -> str:
    return f"{trim.width / MM:.4g} x {trim.height / MM:.4g} mm"
