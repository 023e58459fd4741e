"""Rules of PDF/X-4 about fonts: all inside, as wide as the file says, no character missing."""

from __future__ import annotations

import struct
from collections import defaultdict
from typing import TYPE_CHECKING

from publish.check.glyph_names import glyph_names
from publish.check.objects import BROKEN, TooMuch, entry, is_dictionary, name, object_id, said_by
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.drawing import Text
from publish.check.preflight.font_program import Unreadable, program_widths
from publish.check.preflight.hit import hit_on
from publish.check.preflight.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.objects import ObjectId
    from publish.check.preflight.hit import Hit
    from publish.check.preflight.subject import Subject

X50 = rule(
    "X50",
    "all fonts are inside, with the widths that the file tells and without missing characters",
    basis="ISO 15930-7, 6.4 and ISO 19005-2, 6.2.11.4, 6.2.11.5, 6.2.11.8 (from memory)",
    remedy="Embed the fonts when exporting; exchange a font that lacks a character.",
)

#: In thousandths of the size: what programs round.
_TOLERANCE = 1.5
_CODES_LIMIT = 20_000


@checks(X50)
def fonts(subject: Subject) -> Iterator[Hit]:
    """Hit text whose font is not embedded or does not fit."""
    first: dict[ObjectId, Text] = {}
    codes = defaultdict[object, set[int]](set)
    broken: set[tuple[str, int]] = set()
    for event in subject.drawing.events:
        resource = event.state.font_resource
        if not isinstance(event, Text) or not is_dictionary(resource):
            continue  # a font that is not there is told by X09
        key = object_id(resource)
        key = key if key != (0, 0) else (0, -id(event.font))
        if not event.font.embedded and key not in first:
            yield hit_on(event, X50, "its font is not embedded")
        first.setdefault(key, event)
        if len(codes[key]) < _CODES_LIMIT:
            codes[key].update(event.codes)
        if event.has_notdef and (event.font.label, event.page) not in broken:
            broken.add((event.font.label, event.page))
            yield hit_on(event, X50, "its font lacks a character (.notdef)")
    unread = list[str]()
    for key, event in first.items():
        if not event.font.embedded or name(entry(event.state.font_resource, "/Subtype")) == "Type3":
            continue
        try:
            yield from _widths(event, sorted(codes[key]))
        except (
            Unreadable,
            TooMuch,
            AssertionError,
            RecursionError,
            struct.error,
            *BROKEN,
        ) as error:
            unread.append(f"{event.font.label}: {said_by(error)}")
    if unread:
        raise NotMeasured(f"widths could not be compared for {'; '.join(unread[:5])}")


def _widths(event: Text, codes: list[int]) -> Iterator[Hit]:
    """Hit the first glyph of a font that is drawn wider or narrower than the file says."""
    resource = event.state.font_resource
    drawn = program_widths(resource, glyph_names(entry(resource, "/Encoding")))
    for code in codes:
        width = drawn(code)
        told = event.font.widths.get(code, event.font.default_width) * 1000
        if width is not None and abs(width - told) > _TOLERANCE:
            yield hit_on(
                event,
                X50,
                f"its font {event.font.label[:60]} has other widths than the file tells",
                measured=f"code {code}: {told:.4g}",
                limit=f"{width:.4g} in the font",
            )
            return
