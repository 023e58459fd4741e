"""Rules of print shops about the ink of small text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Text
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import gathered, printed
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

G14 = rule(
    "G14",
    "no text is set in Courier",
    basis="GWG: programs put Courier where a font is missing",
    remedy="Install the font that was meant and make the file anew; if it is Courier, waive this.",
    severity=Severity.WARNING,
)
G15 = rule(
    "G15",
    "small black text has no other ink under it",
    basis="GWG 2015: below 12 points, black of 85 % and more",
    remedy="Print the text with black ink alone.",
)
G16 = rule(
    "G16",
    "white text is not tiny",
    basis="GWG: the ink around it closes below 5 points",
    remedy="Set the text larger, or in a dark ink on paper.",
)
G17 = rule(
    "G17",
    "small text is printed with one ink",
    basis="GWG: below 8 or 9 points, inks out of place blur it",
    remedy="Print small text with one ink, best with black, or set it larger.",
    severity=Severity.WARNING,
)

#: Of black, from which on it is meant to be black and not a colour.
_BLACK_FROM = 0.85
_COURIER = "courier"


@checks(G14, G15, G16, G17)
def inks_of_text(subject: Subject) -> Iterator[Hit]:
    """Hit text whose inks do not suit its size."""
    yield from gathered(_hits(subject))


def _hits(subject: Subject) -> Iterator[Hit]:
    limits = subject.limits
    for event in printed(subject):
        if not isinstance(event, Text) or not event.paints:
            continue
        size = f"{event.size:.3g} pt"
        if event.font.label.casefold().startswith(_COURIER):
            yield hit_on(event, G14, measured=event.font.label[:60])
        if any(paint.is_white for paint in event.paints):
            if event.size < limits.text:
                yield hit_on(event, G16, measured=size, limit=f"{limits.text:g} pt")
            continue
        for paint in event.paints:
            used = {ink: tint for ink, tint in (paint.inks or {}).items() if tint > 0.001}
            told = ", ".join(f"{ink} {tint:.0%}" for ink, tint in used.items())
            if len(used) < 2:
                continue
            if used.get("Black", 0) >= _BLACK_FROM:
                if event.size < limits.rich_text:
                    limit = f"below {limits.rich_text:g} pt black alone"
                    yield hit_on(event, G15, told, measured=size, limit=limit)
            elif event.size < limits.colour_text:
                limit = f"below {limits.colour_text:g} pt one ink"
                yield hit_on(event, G17, told, measured=size, limit=limit)
