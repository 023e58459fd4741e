"""Rules of print shops about inks: how many, how they are called, and other colours than inks."""

from __future__ import annotations

import hashlib
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import (
    BROKEN,
    TooMuch,
    entry,
    items,
    name,
    numbers,
    one_or_many,
    stream_bytes,
)
from publish.check.plates.inks import NO_SPOTS
from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Fill, Gradient, Group, Picture, Stroke
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.jpx import is_of_screens
from publish.check.preflight.measure import SLACK, gathered, grown, meet, printed, segments
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.geometry import Box
    from publish.check.preflight.colour_space import Space
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.subject import Subject

G20 = rule(
    "G20",
    "there are no more spot inks than the press has",
    basis="GWG: none in the CMYK variants, two in the spot variants",
    remedy="Print colours with cyan, magenta, yellow and black, or order the inks from the shop.",
)
G21 = rule(
    "G21",
    "each spot ink is written in one way",
    basis="GWG: “PANTONE 638 C” and “Pantone 638 C” make two plates",
    remedy="Give the ink the same name in all its places, letter by letter.",
)
G22 = rule(
    "G22",
    "one spot ink is not asked for on two papers",
    basis="GWG: “PANTONE 638 C” and “PANTONE 638 U” are one ink",
    remedy="Choose the name for the paper of this job and use it everywhere.",
    severity=Severity.WARNING,
)
G23 = rule(
    "G23",
    "no two spot inks look the same",
    basis="GWG: two names with one look are mostly one ink",
    remedy="Use one name for one ink.",
    severity=Severity.WARNING,
)
G24 = rule(
    "G24",
    "registration colour is used outside the trim only",
    basis="GWG: Separation All prints on every plate",
    remedy="Use black ink where “All” or “Registration” was chosen.",
)
G27 = rule(
    "G27",
    "no colour of screens and no measured colour is left",
    basis="GWG CMYK variants: no RGB, CalRGB, Lab. Plain DeviceRGB is told by X20",
    remedy="Convert the colour into the inks of the printing condition.",
)
G30 = rule(
    "G30",
    "transparency is blended in CMYK",
    basis="GWG; a shop has refused groups in RGB. Plain DeviceRGB is told by X64",
    remedy="Set the colour space of the group to DeviceCMYK.",
)

#: Of names of a well-known colour fan, which end in the paper that they are shown on.
_PAPER = re.compile(r"(?<=\d)\s*(c|u|m|cv|cvc|cvu|ec|pc|up|cp|xgc)$")
_MEASURED = ("CalRGB", "Lab")
_FUNCTION_LIMIT = 1_000_000
_INKS_COMPARED = 64


@checks(G20, G21, G22, G23)
def spot_inks(subject: Subject) -> Iterator[Hit]:
    """Hit too many spot inks, and names that mean one ink."""
    used = _spots(subject)
    most = int(subject.limits.spot_inks)
    if len(used) > most:
        told = ", ".join(f"“{ink}”" for ink in list(used)[:6])
        yield Hit(G20, None, told, measured=f"{len(used)} spot inks", limit=f"{most}")
    for one, other in combinations(list(used)[:_INKS_COMPARED], 2):
        pair = f"“{one}” and “{other}”"
        if _spelled(one) == _spelled(other):
            yield Hit(G21, used[other][0].page, pair)
        elif _fan_name(one) == _fan_name(other):
            yield Hit(G22, used[other][0].page, pair, severity=G22.severity)
        elif (look := _look(used[one][1])) and look == _look(used[other][1]):
            yield Hit(G23, used[other][0].page, pair, severity=G23.severity)


def _spots(subject: Subject) -> dict[str, tuple[Event, Space]]:
    """Return the spot inks that are printed, each with where it is first used."""
    used: dict[str, tuple[Event, Space]] = {}
    for event in printed(subject):
        for space, tints in _spaces(event):
            for index, ink in enumerate(space.inks):
                if ink not in NO_SPOTS and (index >= len(tints) or tints[index] > 0):
                    used.setdefault(ink, (event, space))
    return used


def _spaces(event: Event) -> Iterator[tuple[Space, tuple[float, ...]]]:
    """Yield the colour spaces of an event, with the tints where it has one colour."""
    for paint in event.paints:
        if not paint.pattern:
            for space in paint.space.layers():
                yield space, paint.values if space is paint.space else ()
    if isinstance(event, Picture | Gradient) and event.space is not None:
        yield from ((space, ()) for space in event.space.layers())


def _spelled(ink: str) -> str:
    """Return a name without what is mere spelling: case, spaces, hyphens."""
    return re.sub(r"[\s_\-.]+", "", ink.casefold())


def _fan_name(ink: str) -> str:
    """Return a name without the paper it is for."""
    return _spelled(_PAPER.sub("", ink.casefold().strip()))


def _look(space: Space) -> str:
    """Return what tells whether two inks stand for the same colour; empty where it is not known."""
    parts = items(space.source)
    if space.family != "Separation" or len(parts) < 4 or space.base is None:
        return ""
    function = parts[3]
    end = numbers(entry(function, "/C1"))
    if end:
        return f"{space.base.family} {[round(value, 3) for value in end]}"
    if not isinstance(function, pikepdf.Stream):
        return ""
    try:
        data = stream_bytes(function, _FUNCTION_LIMIT)
    except (TooMuch, *BROKEN):
        return ""
    return f"{space.base.family} {hashlib.sha256(data).hexdigest()}"


@checks(G24)
def registration_colour(subject: Subject) -> Iterator[Hit]:
    """Hit registration colour inside the trim."""
    cuts = {sheet.number: sheet.cut for sheet in subject.sheets}
    yield from gathered(
        hit_on(event, G24)
        for event in printed(subject)
        if uses_all(event) and reaches(event, cuts[event.page])
    )


def uses_all(event: Event) -> bool:
    """Whether something is printed on every plate by name."""
    return any(
        ink == "All" and (index >= len(tints) or tints[index] > 0)
        for space, tints in _spaces(event)
        for index, ink in enumerate(space.inks)
    )


def reaches(event: Event, box: Box) -> bool:
    """Whether something is drawn inside a box: of paths, one of their pieces, not only their box.

    All crop marks of a page are often one path, whose box is as large as the sheet.
    """
    inner = grown(box, -SLACK)
    if not meet(event.box, inner):
        return False
    if not isinstance(event, Fill | Stroke):
        return True
    if any(meet(grown(piece, 1e-3), inner) for piece in segments(event)):
        return True
    middle = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    return isinstance(event, Fill) and event.outline.holds(middle)


@checks(G27)
def colours_of_screens(subject: Subject) -> Iterator[Hit]:
    """Hit colours that are no inks and that X20 lets pass."""
    rgb_intent = any(intent.colour_space == "RGB" for intent in subject.intents)
    yield from gathered(
        hit_on(event, G27, str(space))
        for event in printed(subject)
        for space, _ in _spaces(event)
        if _is_of_screens(space, rgb_intent)
    )
    yield from gathered(
        hit_on(event, G27, "JPEG 2000 with a colour space of its own")
        for event in printed(subject)
        if isinstance(event, Picture) and event.space is None and _holds_screens(event.image)
    )


def _holds_screens(image: object) -> bool:
    """Whether a JPEG 2000 picture, whose space stands inside of it, is one for screens."""
    filters = [name(one) for one in one_or_many(entry(image, "/Filter"))]
    if filters != ["JPXDecode"] or not isinstance(image, pikepdf.Stream):
        return False
    try:
        return is_of_screens(image.read_raw_bytes())
    except BROKEN:
        return False


def _is_of_screens(space: Space, rgb_intent: bool) -> bool:
    if space.family in _MEASURED or (space.family == "ICCBased" and space.components == 3):
        return True
    return space.family == "DeviceRGB" and rgb_intent


@checks(G30)
def blend_spaces(subject: Subject) -> Iterator[Hit]:
    """Hit transparency groups that blend in another space than CMYK."""
    for event in subject.drawing.events:
        if not isinstance(event, Group) or event.space is None or event.in_mask:
            continue
        space = event.space
        is_mask = event.kind == "mask" and space.components == 1
        if space.components != 4 and space.family != "DeviceRGB" and not is_mask:
            yield hit_on(event, G30, measured=str(space), limit="DeviceCMYK")
