"""Rules of print shops about the resolution of pictures, at each of their uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Picture
from publish.check.preflight.hit import hit_on
from publish.check.preflight.measure import printed
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.hit import Hit
    from publish.check.preflight.subject import Subject

G31 = rule(
    "G31",
    "pictures have enough pixels for their size",
    basis="GWG 2015: refused below 149 pixels per inch, warned below 224; shops: 300",
    remedy="Take the picture in a larger version, or print it smaller.",
)
G32 = rule(
    "G32",
    "pictures of black and white alone have enough pixels for their size",
    basis="GWG: 550 to 1200 pixels per inch and more, since their edges are sharp",
    remedy="Scan or draw the picture anew at 1200 pixels per inch, or use it as a drawing.",
)


@checks(G31, G32)
def resolution(subject: Subject) -> Iterator[Hit]:
    """Hit pictures that will show their pixels."""
    limits = subject.limits
    for event in printed(subject):
        if not isinstance(event, Picture) or min(event.pixels) <= limits.small_picture:
            continue
        lowest = min(event.ppi)
        if lowest <= 0:
            continue
        if event.is_stencil or event.bits == 1:
            one, refused, wanted = G32, limits.bitmap_ppi, limits.bitmap_wanted_ppi
        else:
            one, refused, wanted = G31, limits.picture_ppi, limits.picture_wanted_ppi
        size = f"{event.pixels[0]} × {event.pixels[1]} pixels"
        # Half a pixel of room: 300 written as 299.98 is 300.
        if lowest < max(refused, wanted) - 0.5:
            is_fault = lowest < refused - 0.5
            yield hit_on(
                event,
                one,
                size,
                measured=f"{lowest:.0f} ppi",
                limit=f"{refused if is_fault else wanted:g} ppi",
                severity=Severity.FAULT if is_fault else Severity.WARNING,
            )
        elif one is G32 and 0 < limits.bitmap_highest_ppi < lowest:
            limit = f"at most {limits.bitmap_highest_ppi:g} ppi"
            yield hit_on(
                event,
                one,
                size,
                measured=f"{lowest:.0f} ppi",
                limit=limit,
                severity=Severity.WARNING,
            )
