"""Rules of PDF/X-4 about the output intent: for which press the file was made."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from publish.check.objects import object_id
from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Gradient, Group, Picture
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.rule import rule
from publish.check.preflight.subject import profile_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.colour_space import Space
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.subject import OutputIntent, Subject

_CHOOSE = "Export the file as PDF/X-4 and choose the printing condition that the shop names."

X10 = rule(
    "X10",
    "the file has one output intent for the press",
    basis="ISO 15930-7, 6.3 (from memory): GTS_PDFX",
    remedy=_CHOOSE,
)
X11 = rule(
    "X11",
    "the output intent names its printing condition",
    basis="ISO 15930-7, 6.3 (from memory): OutputConditionIdentifier, RegistryName",
    remedy=_CHOOSE,
)
X12 = rule(
    "X12",
    "the output intent has its printer profile inside",
    basis="ISO 15930-7, 6.3 (from memory); ISO 15076-1, 7.2",
    remedy="Embed the ICC profile of the printing condition: class prtr, as many inks as it says.",
)
X21 = rule(
    "X21",
    "no object carries the profile of the output intent itself",
    basis="ISO 15930-7, 6.3 (from memory)",
    remedy="Use plain CMYK for these objects: the output intent already says which CMYK is meant.",
)

_REGISTERED = re.compile(r"FOGRA\d|CGATS|IFRA\d|JC20|PSO|SWOP|SNAP|GRACoL", re.IGNORECASE)
_COMPONENTS = {"CMYK": 4, "RGB": 3, "GRAY": 1}


@checks(X10)
def one_intent(subject: Subject) -> Iterator[Hit]:
    """Hit a file with none or several."""
    count = sum(intent.kind == "GTS_PDFX" for intent in subject.intents)
    if count != 1:
        yield Hit(X10, object="catalogue", measured=f"{count} output intents", limit="1")


@checks(X11)
def condition(subject: Subject) -> Iterator[Hit]:
    """Hit an intent without a name, or without the registry of a registered name."""
    for intent in _press_intents(subject):
        if not intent.identifier:
            yield Hit(X11, object="output intent", detail="it names no printing condition")
        elif _REGISTERED.match(intent.identifier) and not intent.registry:
            told = f"“{intent.identifier[:40]}” is registered, and its registry is not named"
            yield Hit(X11, object="output intent", detail=told)


@checks(X12)
def profile(subject: Subject) -> Iterator[Hit]:
    """Hit an intent whose profile is missing or no printer's."""
    for intent in _press_intents(subject):
        for fault in _profile_faults(intent):
            yield Hit(X12, object="profile of the output intent", detail=fault)


def _press_intents(subject: Subject) -> Iterator[OutputIntent]:
    return (intent for intent in subject.intents if intent.kind == "GTS_PDFX")


def _profile_faults(intent: OutputIntent) -> Iterator[str]:
    if intent.profile is None:
        yield "it is not embedded"
        return
    if len(intent.header) < 128 or intent.header[36:40] != b"acsp":
        yield "it is no ICC profile, or damaged"
        return
    size = int.from_bytes(intent.header[:4], "big")
    if size > len(profile_bytes(intent.profile)):
        yield "it is cut off: its header promises more than there is"
    if intent.device_class != "prtr":
        yield f"it is of class {intent.device_class!r}, and a printer's is 'prtr'"
    wanted = _COMPONENTS.get(intent.colour_space)
    if wanted is None:
        yield f"its colour space is {intent.colour_space!r}: CMYK, RGB or GRAY are allowed"
    elif intent.components != wanted:
        yield f"N is {intent.components}, and {intent.colour_space} has {wanted} components"


@checks(X21)
def own_profile(subject: Subject) -> Iterator[Hit]:
    """Hit ICC-based CMYK whose profile is that of the intent."""
    intent = subject.press_intent
    if intent is None or intent.profile is None:
        return
    same = _Same(intent.profile)
    for event in subject.drawing.events:
        for space in spaces_of(event):
            if space.family == "ICCBased" and space.components == 4 and same(space):
                yield hit_on(event, X21, "its profile is that of the output intent")


class _Same:
    """Whether a space has the profile of the intent, by object or by content."""

    def __init__(self, profile: object) -> None:
        self.key = object_id(profile)
        self.hash = hashlib.sha256(profile_bytes(profile)).digest()
        self.known: dict[tuple[int, int], bool] = {}

    def __call__(self, space: Space) -> bool:
        found = self.known.get(space.key)
        if found is None or space.key == (0, 0):
            data = profile_bytes(space.source)
            found = space.key == self.key or hashlib.sha256(data).digest() == self.hash
            self.known[space.key] = found
        return found


def spaces_of(event: Event) -> Iterator[Space]:
    """Yield the colour spaces of something that is drawn, with all that they are built upon."""
    if isinstance(event, Picture | Gradient | Group) and event.space:
        yield from event.space.layers()
    for paint in event.paints:
        yield from paint.space.layers()
