"""Our rules about text: its place, its size, and a broken title."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Text
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import SLACK, gathered, in_mm, in_units, meet, printed
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.geometry import Box
    from publish.check.preflight.subject import Sheet, Subject

P03 = rule(
    "P03",
    "text keeps away from the trim and from the spine",
    basis="shops: 3 mm from the trim, 5 mm from the spine",
    remedy="Move the text inwards; what is nearer may be cut or vanish in the fold.",
)
P05 = rule(
    "P05",
    "text is large enough to be printed",
    basis="shops: 5 points, and 6 for white text",
    remedy="Set the text larger.",
)
P09 = rule(
    "P09",
    "the title on the first page is not hyphenated",
    basis="ours; what the accessible edition is checked for is not repeated here",
    remedy="Give the line of the title a break of its own, or a smaller size.",
    severity=Severity.WARNING,
)

_RIGHT_TO_LEFT = ("ar", "he", "fa", "ur", "yi", "dv", "ps", "ckb", "sd", "ug")
_HYPHENS = ("-", "‐", "\u00ad")


@checks(P03)
def places_of_text(subject: Subject) -> Iterator[Hit]:
    """Hit text that is cut, and warn of text that is close to the trim."""
    yield from gathered(_near_the_edge(subject))


def _near_the_edge(subject: Subject) -> Iterator[Hit]:
    safe, spine = subject.limits.safe, max(subject.limits.safe, subject.limits.safe_spine)
    sheets = {sheet.number: sheet for sheet in subject.sheets}
    for event in printed(subject):
        if not isinstance(event, Text) or event.box is None or not event.text.strip():
            continue
        sheet = sheets[event.page]
        if not event.paints or not meet(event.box, sheet.cut):
            continue  # it cannot be seen, or stands beside the page, as the slug line does
        bound = _bound_side(subject, sheet)
        gaps = {
            "left": event.box.left - sheet.cut.left,
            "right": sheet.cut.right - event.box.right,
            "top": sheet.cut.top - event.box.top,
            "bottom": event.box.bottom - sheet.cut.bottom,
        }
        for side, gap in gaps.items():
            least = spine if side == bound else safe
            if gap < in_units(least, sheet) - SLACK:
                yield hit_on(
                    event,
                    P03,
                    f"{side} edge" + (", which is bound" if side == bound else ""),
                    measured=f"{in_mm(gap, sheet):.2g} mm",
                    limit=f"{least:g} mm",
                    severity=Severity.FAULT if gap < -SLACK else Severity.WARNING,
                )
                break


def _bound_side(subject: Subject, sheet: Sheet) -> str:
    """Return on which side a page is bound; empty where it is not known or not bound."""
    ticket = subject.ticket
    if ticket is None or ticket.imposition or ticket.binding not in ("saddle", "perfect"):
        return ""
    edge: str = ticket.edge
    if edge == "auto":
        primary = ticket.language.split("-")[0].casefold()
        edge = "right" if primary in _RIGHT_TO_LEFT else "left"
    if edge == "top":
        return "top" if sheet.number % 2 else "bottom"
    other = {"left": "right", "right": "left"}
    return edge if sheet.number % 2 else other[edge]


@checks(P05)
def sizes_of_text(subject: Subject) -> Iterator[Hit]:
    """Hit text under the least size; white text under it is told by G16."""
    yield from gathered(_tiny(subject))


def _tiny(subject: Subject) -> Iterator[Hit]:
    limits = subject.limits
    for event in printed(subject):
        if not isinstance(event, Text) or not event.paints or not event.text.strip():
            continue
        size = f"{event.size:.3g} pt"
        if not any(paint.is_white for paint in event.paints):
            if event.size < limits.text - 1e-3:
                yield hit_on(event, P05, measured=size, limit=f"{limits.text:g} pt")
        elif limits.text <= event.size < limits.reversed_text - 1e-3:
            yield hit_on(
                event,
                P05,
                "white text",
                measured=size,
                limit=f"{limits.reversed_text:g} pt",
                severity=Severity.WARNING,
            )


@checks(P09)
def broken_title(subject: Subject) -> Iterator[Hit]:
    """Warn of a title that is broken within a word: the largest text of the first page."""
    first = [
        event
        for event in printed(subject)
        if isinstance(event, Text) and event.page == 1 and event.text.strip()
    ]
    largest = max((event.size for event in first), default=0.0)
    lines = [event for event in first if event.size > 0.98 * largest and event.box]
    for event, after in pairwise(lines):
        if event.text.rstrip().endswith(_HYPHENS) and _is_below(after.box, event.box):
            yield hit_on(event, P09, severity=P09.severity)


def _is_below(one: Box | None, other: Box | None) -> bool:
    return bool(one and other and one.top < (other.top + other.bottom) / 2)
