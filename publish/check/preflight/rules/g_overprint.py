"""Rules of print shops about overprinting: what is printed over what is below it.

Whether something overprints stands in the graphics state; what becomes of it, the plates show.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from publish.check.plates.plate import FINE
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.drawing import Fill, Picture, Stroke, Text
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import (
    gathered,
    grounds,
    lies_on,
    plates_of,
    printed,
    thickness,
)
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.colour_space import Paint
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.subject import Subject

_WHITE_REMEDY = "Switch overprinting off for white: what is below shows through it on the press."
G07 = rule(
    "G07",
    "white text does not overprint",
    basis="GWG; ISO 32000-1, 8.6.7 and 11.7.4.5",
    remedy=_WHITE_REMEDY,
)
G08 = rule(
    "G08",
    "white shapes and lines do not overprint",
    basis="GWG; ISO 32000-1, 8.6.7 and 11.7.4.5",
    remedy=_WHITE_REMEDY,
)
G09 = rule(
    "G09",
    "small black text overprints",
    basis="GWG 2015: text of black ink alone below 12 points",
    remedy="Set overprinting (op true, OPM 1) for black text, in CMYK and not as grey.",
    severity=Severity.WARNING,
)
G10 = rule(
    "G10",
    "thin black lines on a ground overprint",
    basis="GWG for lines; how thin, and that only those on a ground matter, is ours",
    remedy="Set overprinting (op true, OPM 1) for the lines, in CMYK and not as grey.",
    severity=Severity.WARNING,
)
G13 = rule(
    "G13",
    "grey never overprints",
    basis="GWG: DeviceGray overprints otherwise than black ink, program by program",
    remedy="Write greys as black ink in CMYK, or switch overprinting off for them.",
)

#: Of the plates, in percent: ink over less of a text's box than this leaves nothing to read.
_READABLE = 1.0
#: Of a page, as many thin lines are held against the grounds below; a chart has some hundred.
_LINES = 3000


@checks(G07, G08)
def white_over(subject: Subject) -> Iterator[Hit]:
    """Hit white that overprints; where plates are there, they tell whether it can be seen."""
    for event in printed(subject):
        if isinstance(event, Picture) and not event.is_stencil:
            continue
        for paint, overprints in _painted(event):
            if overprints and paint.is_white and paint.space.family != "DeviceGray":
                one = G07 if isinstance(event, Text) else G08
                detail, severity = _outcome(event, paint)
                seen = _seen(subject, event) if severity is Severity.FAULT else ""
                yield hit_on(event, one, detail, measured=seen, severity=severity)
                break


def _painted(event: Event) -> Iterator[tuple[Paint, bool]]:
    """Yield the colours of an event, each with the answer whether it overprints."""
    state = event.state
    for at, paint in enumerate(event.paints):
        # Of text that is filled and stroked, the second colour is that of the line.
        is_line = isinstance(event, Stroke) or (
            isinstance(event, Text) and (at == 1 or state.mode % 4 == 1)
        )
        yield paint, state.overprint_stroke if is_line else state.overprint_fill


def _outcome(event: Event, paint: Paint) -> tuple[str, Severity]:
    """Say what overprinting does to white: with mode 0, CMYK still clears the process plates."""
    if paint.space.inks or (paint.space.family == "DeviceCMYK" and event.state.overprint_mode):
        return "white overprints and vanishes on any ground", Severity.FAULT
    return "white overprints: spot inks below it show through", Severity.WARNING


def _seen(subject: Subject, event: Event) -> str:
    """Say what the plates show where the white should be; nothing where there are none."""
    if event.box is None:
        return ""
    try:
        plates = plates_of(subject, event.page, FINE)
    except NotMeasured:
        return ""
    ink = plates.total()[plates.window(event.box)]
    if not ink.size:
        return ""
    bare = float((ink < _READABLE).mean()) * 100
    if bare < _READABLE:
        return f"nothing of it is on the plates: {ink.mean():.0f} % ink over its whole place"
    return f"{bare:.0f} % of its place is bare paper on the plates"


@checks(G09, G10)
def black_over(subject: Subject) -> Iterator[Hit]:
    """Warn of small black text and thin black lines that knock out what is below."""
    yield from gathered(_knocking_out(subject))


def _knocking_out(subject: Subject) -> Iterator[Hit]:
    limits = subject.limits
    told, lines = set[int](), Counter[int]()
    for event, below in grounds(printed(subject)):
        if not any(
            _is_black(paint) and not _overprints(event, paint, over)
            for paint, over in _painted(event)
        ):
            continue
        if isinstance(event, Text) and event.size < limits.overprinted_text:
            # Only the first of a page is shown, so only for that one it is looked up.
            on_ground = event.page not in told and lies_on(event, below)
            told.add(event.page)
            detail = "it lies on a ground" if on_ground else ""
            limit = f"below {limits.overprinted_text:g} pt it overprints"
            yield hit_on(event, G09, detail, measured=f"{event.size:.3g} pt", limit=limit)
        elif isinstance(event, Fill | Stroke):
            width = thickness(event)
            if width >= limits.overprinted_line or lines[event.page] > _LINES:
                continue
            lines[event.page] += 1
            if lies_on(event, below):
                limit = f"below {limits.overprinted_line:g} pt it overprints"
                yield hit_on(event, G10, measured=f"{width:.3g} pt", limit=limit)


def _is_black(paint: Paint) -> bool:
    """Whether it is solid black ink and no other."""
    inks = paint.inks or {}
    return inks.get("Black", 0.0) > 0.995 and not any(
        tint for ink, tint in inks.items() if ink != "Black"
    )


def _overprints(event: Event, paint: Paint, switched_on: bool) -> bool:
    """Whether a black really leaves the other plates alone (8.6.7)."""
    if paint.space.inks:
        return switched_on
    return switched_on and paint.space.family == "DeviceCMYK" and event.state.overprint_mode == 1


@checks(G13)
def grey_over(subject: Subject) -> Iterator[Hit]:
    """Hit greys that overprint."""
    yield from gathered(
        hit_on(event, G13, f"grey {paint.values[0]:.2g}" if paint.values else "")
        for event in printed(subject)
        for paint, overprints in _painted(event)
        if overprints and paint.space.family == "DeviceGray"
    )
