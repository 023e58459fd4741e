"""Rules of print shops about thin lines, whether the file strokes or fills them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Fill, Stroke
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import gathered, meet, printed, thickness
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

G18 = rule(
    "G18",
    "white lines are thick enough",
    basis="GWG 2015: warned below 0.25 points, refused below 0.125",
    remedy="Draw the line thicker: the ink on both sides closes it.",
)
G19 = rule(
    "G19",
    "lines are thick enough, those of several inks most of all",
    basis="GWG 2015: several inks warned below 0.25 points, all refused below 0.125",
    remedy="Draw the line thicker, or with one solid ink.",
)


@checks(G18, G19)
def thin_lines(subject: Subject) -> Iterator[Hit]:
    """Hit hairlines inside the trim."""
    yield from gathered(_hits(subject))


def _hits(subject: Subject) -> Iterator[Hit]:
    limits = subject.limits
    cuts = {sheet.number: sheet.cut for sheet in subject.sheets}
    for event in printed(subject):
        if not isinstance(event, Fill | Stroke) or event.box is None or not event.paints:
            continue
        width = thickness(event)
        if width >= max(limits.line, limits.line_wanted) - 1e-3:
            continue
        if not meet(event.box, cuts[event.page]) and isinstance(event, Fill):
            continue
        paint = event.paints[0]
        inks = [ink for ink, tint in (paint.inks or {}).items() if tint > 0.001]
        refused = width < limits.line - 1e-3
        if not refused and not paint.is_white and len(inks) < 2:
            continue
        yield hit_on(
            event,
            G18 if paint.is_white else G19,
            " and ".join(inks[:4]),
            measured=f"{width:.3g} pt",
            limit=f"{limits.line if refused else limits.line_wanted:g} pt",
            severity=Severity.FAULT if refused else Severity.WARNING,
        )
