"""Rules of PDF/X-4 about colour: nothing that the output intent cannot print."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import (
    BROKEN,
    TooMuch,
    entries,
    entry,
    items,
    name,
    object_id,
    one_or_many,
    stream_bytes,
)
from publish.check.preflight.checks import checks
from publish.check.preflight.colour_space import read_space
from publish.check.preflight.drawing import Picture, Setting
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import gathered
from publish.check.preflight.operators import BLENDS
from publish.check.preflight.rule import rule
from publish.check.preflight.rules.x_intent import spaces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.colour_space import Space
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.subject import Subject

X20 = rule(
    "X20",
    "no colours of a screen under an output intent for inks, and none the other way round",
    basis="ISO 15930-7, 6.3 (from memory); ISO 19005-2, 6.2.4.3",
    remedy="Convert the object to the inks of the output intent, or give it its ICC profile.",
)
X22 = rule(
    "X22",
    "a spot ink means the same wherever it is used",
    basis="ISO 19005-2, 6.2.4.4 and ISO 15930-7 (from memory): one alternate for one name",
    remedy="Define the ink once, and use that definition for all objects.",
)
X63 = rule(
    "X63",
    "rendering intents only of the four names",
    basis="ISO 32000-1, 8.6.5.8; ISO 15930-7 (from memory)",
    remedy="Use RelativeColorimetric, AbsoluteColorimetric, Perceptual or Saturation.",
)
X64 = rule(
    "X64",
    "blend modes only of PDF 1.6",
    basis="ISO 15930-7, 6.3 (from memory); ISO 32000-1, 11.3.5",
    remedy="Choose another blend mode for the object, or flatten it.",
)

_ALLOWED = {"CMYK": {"DeviceCMYK"}, "RGB": {"DeviceRGB"}, "GRAY": set[str]()}
_INTENTS = ("RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation")
_STREAM_LIMIT = 4_000_000
_PARTS_LIMIT = 20_000


@checks(X20)
def device_colours(subject: Subject) -> Iterator[Hit]:
    """Hit DeviceRGB and DeviceCMYK that the output intent does not explain."""
    intent = subject.press_intent
    allowed = _ALLOWED.get(intent.colour_space, set()) if intent else set[str]()
    told = f"the output intent is for {intent.colour_space}" if intent else "no output intent"
    for kind in ("DeviceRGB", "DeviceCMYK"):
        if kind not in allowed:
            yield from gathered(
                hit_on(event, X20, _told(event, space, kind), limit=told)
                for event in subject.drawing.events
                for space in _with_kind(event, kind)
            )


def _with_kind(event: Event, kind: str) -> Iterator[Space]:
    """Yield the outermost space of something drawn that is, or stands upon, a device space."""
    if any(space.family == kind for space in spaces_of(event)):
        yield next(iter(spaces_of(event)))


def _told(event: Event, space: Space, kind: str) -> str:
    return kind if space.family in (kind, "Pattern") else f"{space} stands upon {kind}"


@checks(X22)
def spot_inks(subject: Subject) -> Iterator[Hit]:
    """Hit names with two meanings."""
    known: dict[str, tuple[bytes, str]] = {}
    for space, page, label in _separations(subject):
        parts = items(space.source)
        ink = space.inks[0]
        if len(parts) < 4 or ink in ("All", "None"):
            continue
        meaning = _fingerprint(parts[2:4])
        first, where = known.setdefault(ink, (meaning, label))
        if first != meaning:
            yield Hit(X22, page, label, f"“{ink}” has another alternate than in {where}")


def _separations(subject: Subject) -> Iterator[tuple[Space, int, str]]:
    """Yield each separation once, those in resources and those of pictures and gradients."""
    met = set[object]()
    kept: list[Space] = []  # what is told apart by its place in memory must stay there
    for space, page, label in _spaces(subject):
        if _known_by(space) not in met:
            met.add(_known_by(space))
            kept.append(space)
            yield from ((one, page, label) for one in _with_colorants(space))


def _spaces(subject: Subject) -> Iterator[tuple[Space, int, str]]:
    for resource in subject.resources:
        if resource.category == "ColorSpace":
            yield read_space(resource.value, resource.resources), resource.page, resource.object
    for event in subject.drawing.events:
        for space in spaces_of(event):
            if space.inks:
                yield space, event.page, event.object


def _known_by(space: Space) -> object:
    """Return what tells spaces apart: the number in the file, or the object written in place."""
    return space.key if space.key != (0, 0) else id(space.source)


def _with_colorants(space: Space) -> Iterator[Space]:
    for one in space.layers():
        if one.family == "Separation":
            yield one
        elif one.family == "DeviceN":
            attributes = items(one.source)[4:5]
            for _, colorant in entries(entry(attributes[0], "/Colorants") if attributes else None):
                found = read_space(colorant, None)
                if found.family == "Separation":
                    yield found


def _fingerprint(parts: list[object]) -> bytes:
    """Return a hash of objects with all that they hold; the same for copies of the same."""
    digest = hashlib.sha256()
    stack, count, met = list(reversed(parts)), 0, set[object]()
    while stack and count < _PARTS_LIMIT:
        count += 1
        value = stack.pop()
        if isinstance(value, pikepdf.Object) and object_id(value) in met:
            digest.update(b"again")
            continue
        if isinstance(value, pikepdf.Object) and object_id(value) != (0, 0):
            met.add(object_id(value))
        if isinstance(value, pikepdf.Array):
            digest.update(b"[%d]" % len(value))
            stack += reversed(list(value))
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            if isinstance(value, pikepdf.Stream):
                digest.update(_content(value))
            kept = [(k, v) for k, v in entries(value) if k not in _ENCODING]
            digest.update(" ".join(key for key, _ in kept).encode())
            stack += [item for _, item in reversed(kept)]
        else:
            digest.update(_plain(value))
    return digest.digest()


_ENCODING = ("/Length", "/Filter", "/DecodeParms")


def _content(stream: pikepdf.Stream) -> bytes:
    try:
        return stream_bytes(stream, _STREAM_LIMIT)
    except (TooMuch, *BROKEN):
        return b"unreadable"


def _plain(value: object) -> bytes:
    """Return a number or a name; 1 and 1.0 are the same."""
    try:
        return f"{float(value):.6g};".encode()  # type: ignore[arg-type]
    except (TypeError, ValueError, ArithmeticError):
        return f"{value!s};".encode(errors="replace")


@checks(X63)
def rendering_intents(subject: Subject) -> Iterator[Hit]:
    """Hit intents of other names, set by operators, graphics states and pictures."""
    for event in subject.drawing.events:
        if isinstance(event, Setting) and isinstance(event.values, pikepdf.Name):
            if event.name not in _INTENTS:
                told = f"operator ri sets “{event.name[:40]}”"
                yield Hit(X63, event.page, ", in ".join(reversed(event.path)), told)
    for resource in subject.resources:
        for key in ("/RI", "/Intent"):
            said = name(entry(resource.value, key))
            if resource.category in ("ExtGState", "XObject") and said and said not in _INTENTS:
                yield Hit(X63, resource.page, resource.object, f"it asks for “{said[:40]}”")
    for event in subject.drawing.events:
        if isinstance(event, Picture) and event.is_inline:
            said = name(entry(event.image, "/Intent"))
            if said and said not in _INTENTS:
                yield hit_on(event, X63, f"it asks for “{said[:40]}”")


@checks(X64)
def blend_modes(subject: Subject) -> Iterator[Hit]:
    """Hit graphics states with blend modes that nobody knows."""
    for resource in subject.resources:
        if resource.category != "ExtGState":
            continue
        for mode in one_or_many(entry(resource.value, "/BM")):
            if name(mode) not in BLENDS:
                told = f"blend mode “{name(mode)[:40]}”"
                yield Hit(X64, resource.page, resource.object, told)
