"""Rules of print shops about the total ink on any place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.plates.coverage import most_ink
from publish.check.plates.plate import FINE
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.hit import Hit
from publish.check.preflight.measure import place_mm, plates_of
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

_REMEDY = "Convert the picture with a profile for less ink, or take ink out of the colours."
G25 = rule(
    "G25",
    "ink on any place is within the limit of the press",
    basis="GWG: mean of any square of 15 mm² inside the bleed, all plates together",
    remedy=_REMEDY,
    needs="plates",
)
G26 = rule(
    "G26",
    "ink on any place is within what shops wish for",
    basis="GWG, the stricter of two readings; as G25",
    remedy=_REMEDY,
    needs="plates",
    severity=Severity.WARNING,
)

#: In percent. Plates have 256 steps, so four inks together are known to about one percent.
_NOISE = 1.0
#: Edges are a pixel wide, and a square may lie between pixels: small patches of 400 % were measured
#: up to 5 % too low and 6 % too high on coarse plates. Pages that come so near are drawn fine.
_COARSE_ERROR = 0.07


@checks(G25, G26)
def total_ink(subject: Subject) -> Iterator[Hit]:
    """Hit pages with too much ink on a place, each by its worst one."""
    limits = subject.limits
    highest, wanted = limits.ink_limit, limits.ink_wanted
    if subject.ticket and subject.ticket.ink_limit:
        highest = min(highest, subject.ticket.ink_limit)
    least = min(wanted, highest)
    close, lacking = [], ""
    for sheet in subject.sheets:
        try:
            plates = plates_of(subject, sheet.number)
        except NotMeasured as error:
            lacking = lacking or str(error)
            continue
        ink, _ = most_ink(plates, sheet.painted, limits.ink_area)
        if ink > least * (1 - _COARSE_ERROR):
            close.append(sheet)
    if close:
        subject.plates.draw([sheet.number for sheet in close], FINE)
    for sheet in close:
        try:
            plates = plates_of(subject, sheet.number, FINE)
        except NotMeasured as error:
            lacking = lacking or str(error)
            continue
        ink, middle = most_ink(plates, sheet.painted, limits.ink_area)
        if ink <= least + _NOISE:
            continue
        one, limit = (G25, highest) if ink > highest + _NOISE else (G26, wanted)
        yield Hit(
            one,
            sheet.number,
            f"square of {limits.ink_area:g} mm²",
            place_mm(middle, sheet),
            measured=f"{ink:.0f} %",
            limit=f"{limit:g} %",
            severity=one.severity,
        )
    if lacking:
        raise NotMeasured(lacking)
