"""Our rules about the edges of a page: bleed in boxes and in ink, and marks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.check.geometry import Box
from publish.check.plates.bleed_strip import SIDES, stops, touched
from publish.check.plates.plate import FINE
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.drawing import Fill, Picture, Stroke
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import (
    gathered,
    grown,
    in_mm,
    in_units,
    meet,
    plates_of,
    printed,
    segments,
    thickness,
)
from publish.check.preflight.rule import rule
from publish.check.preflight.rules.g_inks import reaches, uses_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.plates.bleed_strip import Side
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.subject import Sheet, Subject

P01 = rule(
    "P01",
    "the bleed box stands out over the trim on all sides",
    basis="shops: 3 mm, 5 mm for covers and large formats",
    remedy="Make the file with bleed, and let colour and pictures run into it.",
)
P02 = rule(
    "P02",
    "ink that touches the trim goes on to the edge of the bleed",
    basis="ours: three real layouts had a right bleed box, and colour that stopped at the trim",
    remedy="Draw the shape, picture or line as far as the bleed goes, or end it before the trim.",
    needs="plates",
)
P04 = rule(
    "P04",
    "marks stand outside the bleed",
    basis="shops: a mark in the bleed is on the page when the knife is a hair off",
    remedy="Move the marks outwards by the bleed (an offset of 3 mm and more).",
)

#: In mm: what boxes may be less than the limit, by rounding.
_ROUNDING = 0.05
#: In mm: a picture that comes so near to the edge of the bleed goes on through it.
_THROUGH = 0.5
#: In points: crop marks are at most so thick, and lie on the lines of the trim.
_MARK = 1.5


@checks(P01)
def bleed_boxes(subject: Subject) -> Iterator[Hit]:
    """Hit pages whose boxes leave too little bleed. Where there is no trim, X30 says so."""
    least = subject.limits.bleed
    for sheet in subject.sheets:
        if not (sheet.trim or sheet.art):
            continue
        sides = {side: in_mm(width, sheet) for side, width in bleed_of(sheet).items()}
        short = {side: width for side, width in sides.items() if width < least - _ROUNDING}
        if short:
            yield Hit(
                P01,
                sheet.number,
                "BleedBox",
                ", ".join(short),
                measured=f"{max(min(short.values()), 0):.2g} mm",
                limit=f"{least:g} mm",
            )


def bleed_of(sheet: Sheet) -> dict[Side, float]:
    """Return how far the page is painted beyond its trim, on each side, in its own units."""
    outer, cut = sheet.bleed or sheet.cut, sheet.cut
    return {
        "left": cut.left - outer.left,
        "right": outer.right - cut.right,
        "top": outer.top - cut.top,
        "bottom": cut.bottom - outer.bottom,
    }


@checks(P02)
def bleed_in_ink(subject: Subject) -> Iterator[Hit]:
    """Hit ink that stops at the trim, or between it and the edge of the bleed."""
    if not subject.limits.bleed:
        return
    edges, lacking = [], ""
    for sheet in (_as_cut(subject, one) for one in subject.sheets):
        try:
            if touched(plates_of(subject, sheet.number), sheet.cut):
                edges.append(sheet)
        except NotMeasured as error:
            lacking = lacking or str(error)
    if edges:
        # Only pages with ink at an edge are drawn fine: most pages of a text have none.
        subject.plates.draw([sheet.number for sheet in edges], FINE)
    pictures = _pictures(subject)
    for sheet in edges:
        try:
            yield from _stops(subject, sheet, pictures[sheet.number])
        except NotMeasured as error:
            lacking = lacking or str(error)
    if lacking:
        raise NotMeasured(lacking)


def _as_cut(subject: Subject, sheet: Sheet) -> Sheet:
    """Return a sheet of a booklet with the boxes where it is cut: inner sheets are narrower."""
    imposition = subject.ticket.imposition if subject.ticket else None
    if imposition is None or not imposition.creep:
        return sheet
    shift = in_units(imposition.creep * ((sheet.number - 1) // 2), sheet)

    def narrower(box: Box | None) -> Box | None:
        if box is None or box.right - box.left <= 2 * shift:
            return box
        return Box(box.left + shift, box.bottom, box.right - shift, box.top)

    return replace(sheet, trim=narrower(sheet.trim), bleed=narrower(sheet.bleed))


def _stops(subject: Subject, sheet: Sheet, pictures: list[Picture]) -> Iterator[Hit]:
    least = in_units(subject.limits.bleed, sheet)
    wide = bleed_of(sheet)
    # A wide bleed box is a wish of the layout; what the knife needs is the limit.
    depths: dict[Side, float] = {
        side: min(least, width) if width > 0 else least for side, width in wide.items()
    }
    through: dict[Side, list[Box]] = {
        side: [one.box for one in pictures if one.box and _goes_through(one, sheet, side)]
        for side in SIDES
    }
    for stop in stops(plates_of(subject, sheet.number, FINE), sheet.cut, depths, through):
        end = "left" if stop.side in ("top", "bottom") else "top"
        yield Hit(
            P02,
            sheet.number,
            f"{stop.side} edge, {stop.start:.0f} to {stop.end:.0f} mm from the {end}",
            "ink stops at the trim" if stop.reach < 0.5 else "ink stops within the bleed",
            measured=f"{stop.reach:.1f} mm beyond the trim",
            limit=f"{in_mm(depths[stop.side], sheet):.2g} mm",
        )


def _pictures(subject: Subject) -> dict[int, list[Picture]]:
    """Return by page the upright pictures without a mask, which fill their box."""
    found = defaultdict[int, list[Picture]](list)
    for event in printed(subject):
        if isinstance(event, Picture) and not event.has_mask and not event.is_stencil:
            matrix = event.state.matrix
            if abs(matrix.b) + abs(matrix.c) < 1e-3 or abs(matrix.a) + abs(matrix.d) < 1e-3:
                found[event.page].append(event)
    return found


def _goes_through(picture: Picture, sheet: Sheet, side: Side) -> bool:
    box, cut = picture.box, sheet.cut
    if box is None:
        return False
    near = in_units(_THROUGH, sheet)
    depth = max(bleed_of(sheet)[side], 0) - near
    return {
        "left": box.left <= cut.left - depth and box.right >= cut.left + near,
        "right": box.right >= cut.right + depth and box.left <= cut.right - near,
        "top": box.top >= cut.top + depth and box.bottom <= cut.top - near,
        "bottom": box.bottom <= cut.bottom - depth and box.top >= cut.bottom + near,
    }[side]


@checks(P04)
def marks_in_the_bleed(subject: Subject) -> Iterator[Hit]:
    """Hit registration colour in the bleed, and crop marks in any colour."""
    yield from gathered(_marks(subject))


def _marks(subject: Subject) -> Iterator[Hit]:
    sheets = {sheet.number: sheet for sheet in subject.sheets}
    for event in printed(subject):
        sheet = sheets[event.page]
        if sheet.bleed is None:
            continue
        if uses_all(event):
            # Inside the trim it is G24 that tells of it.
            if reaches(event, sheet.bleed) and not reaches(event, sheet.cut):
                yield hit_on(event, P04, "registration colour")
        elif _is_crop_mark(event, sheet):
            yield hit_on(event, P04, "crop mark")


def _is_crop_mark(event: Event, sheet: Sheet) -> bool:
    """Whether a thin line lies on a line of the trim, outside the trim and in the bleed."""
    if not isinstance(event, Fill | Stroke) or event.box is None or thickness(event) > _MARK:
        return False
    cut, bleed = sheet.cut, sheet.painted
    if meet(event.box, grown(cut, -_MARK)):
        return False
    pieces = [event.outline.box] if isinstance(event, Fill) else list(segments(event))
    return any(
        meet(grown(piece, 1e-3), grown(bleed, -0.1))
        and not meet(piece, cut)
        and _on_a_line(piece, cut)
        for piece in pieces
    )


def _on_a_line(piece: Box, cut: Box) -> bool:
    upright = piece.right - piece.left < _MARK and piece.top - piece.bottom > _MARK
    level = piece.top - piece.bottom < _MARK and piece.right - piece.left > _MARK
    across, up = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
    beside = piece.top <= cut.bottom + _MARK or piece.bottom >= cut.top - _MARK
    ahead = piece.right <= cut.left + _MARK or piece.left >= cut.right - _MARK
    on_upright = min(abs(across - cut.left), abs(across - cut.right)) < _MARK
    on_level = min(abs(up - cut.bottom), abs(up - cut.top)) < _MARK
    return (upright and beside and on_upright) or (level and ahead and on_level)
