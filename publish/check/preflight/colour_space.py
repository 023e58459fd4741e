"""Colour spaces as a press sees them: which inks, on which base, by which profile.

Source: ISO 32000-1, 8.6 (colour spaces), 8.6.5.6 (default colour spaces).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import entry, integer, items, name, object_id

if TYPE_CHECKING:
    from publish.check.objects import ObjectId

#: Components of the spaces that need no description.
DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEFAULTS = {
    "DeviceGray": "/DefaultGray",
    "DeviceRGB": "/DefaultRGB",
    "DeviceCMYK": "/DefaultCMYK",
}
_CALIBRATED = {"CalGray": 1, "CalRGB": 3, "Lab": 3}
_DEPTH_LIMIT = 8
_INK_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space, resolved.

    Attributes:
        family: as PDF names it, for example ``DeviceCMYK`` or ``Separation``; empty for one that
            is not there or broken.
        components: how many numbers a colour has; 0 for a pattern without a base.
        base: of Indexed and Pattern, and what stands for Separation and DeviceN.
        inks: names of the colourants of Separation and DeviceN.
        stands_for: the device space that this one replaces as DefaultGray, DefaultRGB or
            DefaultCMYK; empty otherwise.
        key: object that describes it: the profile of ICCBased, the array of others.
        source: the object itself, for rules that look closer.
    """

    family: str
    components: int = 0
    base: Space | None = None
    inks: tuple[str, ...] = ()
    stands_for: str = ""
    key: ObjectId = (0, 0)
    source: object = field(default=None, compare=False)

    def layers(self) -> tuple[Space, ...]:
        """This space and all that it is built upon."""
        return (self, *self.base.layers()) if self.base else (self,)

    def __str__(self) -> str:
        """Return the name for people, such as ``Separation “Gold”``."""
        named = self.family or "an unknown colour space"
        inks = ", ".join(f"“{ink}”" for ink in self.inks[:4])
        told = f"{named} {inks}" if inks else named
        if self.family == "ICCBased":
            told += f" with {self.components} components"
        return told


UNKNOWN = Space("")
GRAY, RGB, CMYK = (Space(family, count) for family, count in DEVICE.items())
_BARE = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK}


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour in its space.

    Attributes:
        values: empty for a pattern without a colour of its own.
        pattern: name of the pattern in its resources; empty for a plain colour.
        source: the pattern itself.
    """

    space: Space
    values: tuple[float, ...] = ()
    pattern: str = ""
    source: object = field(default=None, compare=False)

    @property
    def inks(self) -> dict[str, float] | None:
        """Tint of each plate, 0 to 1; ``None`` where the colour does not name its inks.

        Grey is black ink. RGB, Lab and patterns are ``None``.
        """
        space, values = self.space, self.values
        if self.pattern or len(values) != space.components:
            return None
        if space.family == "DeviceGray":
            return {"Black": _unit(1 - values[0])}
        if space.family == "DeviceCMYK" or (space.family == "ICCBased" and space.components == 4):
            return dict(zip(PROCESS, map(_unit, values), strict=True))
        if space.inks:
            return dict(zip(space.inks, map(_unit, values), strict=False))
        return None

    @property
    def is_white(self) -> bool:
        """Whether it is bare paper: no ink at all, or full red, green and blue."""
        inks = self.inks
        if inks is not None:
            return not any(inks.values())
        return self.space.family == "DeviceRGB" and self.values == (1.0, 1.0, 1.0)


BLACK = Paint(GRAY, (0.0,))


def _unit(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def first_paint(space: Space) -> Paint:
    """Return the colour that a space begins with (8.6.8, operator CS)."""
    if space.family == "DeviceCMYK" or (space.family == "ICCBased" and space.components == 4):
        return Paint(space, (0.0, 0.0, 0.0, 1.0))
    start = 1.0 if space.inks else 0.0
    return Paint(space, (start,) * space.components)


def read_space(value: object, resources: object, depth: int = 0) -> Space:
    """Resolve a colour space, named or in place; `UNKNOWN` where it is missing or broken."""
    if depth > _DEPTH_LIMIT:
        return UNKNOWN
    if isinstance(value, pikepdf.Name):
        return _named(name(value), resources, depth)
    parts = items(value)
    kind = _SHORT.get(name(parts[0]), name(parts[0])) if parts else ""
    if len(parts) == 1:
        return _named(kind, resources, depth)
    key = object_id(value)
    if kind == "ICCBased":
        profile = parts[1]
        count = integer(entry(profile, "/N")) or 0
        return Space(kind, min(max(count, 0), 32), key=object_id(profile), source=profile)
    if kind in _CALIBRATED:
        return Space(kind, _CALIBRATED[kind], key=key, source=value)
    if kind == "Indexed":
        base = read_space(parts[1], resources, depth + 1)
        return Space(kind, 1, base, key=key, source=value)
    if kind == "Pattern":
        base = read_space(parts[1], resources, depth + 1)
        return Space(kind, base.components, base, key=key, source=value)
    if kind in ("Separation", "DeviceN") and len(parts) > 2:
        named = [parts[1]] if kind == "Separation" else items(parts[1])[:_INK_LIMIT]
        inks = tuple(name(ink) for ink in named)
        base = read_space(parts[2], resources, depth + 1)
        return Space(kind, len(inks), base, inks, key=key, source=value)
    return UNKNOWN


def _named(family: str, resources: object, depth: int) -> Space:
    if family in _SHORT and entry(resources, "/ColorSpace", f"/{family}") is None:
        # Only inline images may call them so; elsewhere it is a name like any other (8.9.7).
        family = _SHORT[family]
    if family == "Pattern":
        return Space(family)
    if family in DEVICE:
        default = entry(resources, "/ColorSpace", _DEFAULTS[family])
        if default is None or isinstance(default, pikepdf.Name):
            return _BARE[family]
        found = read_space(default, None, depth + 1)
        return Space(
            found.family, found.components, found.base, found.inks, family, found.key, found.source
        )
    described = entry(resources, "/ColorSpace", f"/{family}") if family else None
    if described is None:
        return UNKNOWN
    if isinstance(described, pikepdf.Name) and name(described) not in DEVICE:
        return Space("Pattern") if name(described) == "Pattern" else UNKNOWN
    return read_space(described, resources, depth + 1)
