"""What the colour spaces of a PDF mean: which inks, and how it looks on a screen.

Source: ISO 32000-1, 8.6.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from publish.finish.press.colours.functions import value
from publish.finish.press.separator import PAPER, screen_of_lab

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.finish.press.separator import Separator, Triple
    from publish.model.press import Cmyk, Ink

Family = Literal["grey", "rgb", "cmyk", "lab", "indexed", "named", "ink", "pattern", "unknown"]

_DEEPEST = 8


@dataclass(frozen=True)
class Space:
    """One colour space.

    Attributes:
        family: ``named`` for Separation and DeviceN; ``ink`` for a colour profile of a style sheet
            whose name the settings give an ink; CalRGB and ICC profiles count with the device
            space of as many channels, for what we draw is sRGB whatever it is called.
        size: how many numbers a colour has.
        base: of an indexed space, of a pattern without colours, or what stands for a named ink.
        table: of an indexed space.
        source: the array that says it; only where it is kept.
        name: in the settings, for an ink.
    """

    family: Family
    size: int
    base: Space | None = None
    table: bytes = b""
    source: Object | None = field(default=None, compare=False)
    name: str = ""

    @property
    def initial(self) -> list[float]:
        """What a colour is before it is set (ISO 32000-1, 8.6.3 to 8.6.6)."""
        if self.family == "cmyk":
            return [0.0, 0.0, 0.0, 1.0]
        return [1.0 if self.family in ("named", "ink") else 0.0] * self.size

    def inks(self, values: Sequence[float], separator: Separator) -> Ink | Cmyk:
        """Return what a colour is printed with; named inks are process colours here."""
        values = _filled(values, self.size)
        if self.family == "rgb":
            return separator.rgb(values[0], values[1], values[2])
        if self.family == "grey":
            return separator.rgb(values[0], values[0], values[0])
        if self.family == "cmyk":
            return separator.cmyk(values[0], values[1], values[2], values[3])
        if self.family == "lab":
            return separator.lab(values[0], values[1], values[2])
        if self.base is not None:
            return self.base.inks(self._in_base(values), separator)
        return PAPER

    def screen(self, values: Sequence[float]) -> Triple:
        """Return how a colour looks on a screen, near enough for masks."""
        values = _filled(values, self.size)
        if self.family == "rgb":
            return (values[0], values[1], values[2])
        if self.family == "grey":
            return (values[0], values[0], values[0])
        if self.family == "cmyk":
            light = 1 - min(values[3], 1.0)
            return tuple((1 - min(ink, 1.0)) * light for ink in values[:3])  # type: ignore[return-value]
        if self.family == "lab":
            return screen_of_lab((values[0], values[1], values[2]))
        if self.base is not None:
            return self.base.screen(self._in_base(values))
        return (0.0, 0.0, 0.0)

    def _in_base(self, values: Sequence[float]) -> list[float]:
        assert self.base is not None  # noqa: S101 - for the type checker
        if self.family == "indexed":
            size = self.base.size
            start = min(max(int(values[0]), 0), max(len(self.table) // size - 1, 0)) * size
            steps = [byte / 255 for byte in self.table[start : start + size]]
            if self.base.family == "lab" and len(steps) == 3:
                return [steps[0] * 100, steps[1] * 255 - 128, steps[2] * 255 - 128]
            return steps
        if self.source is not None and len(self.source) > 3:
            return value(self.source[3], values)
        return list(values)


GREY = Space("grey", 1)
RGB = Space("rgb", 3)
CMYK = Space("cmyk", 4)
LAB = Space("lab", 3)
PATTERN = Space("pattern", 0)
UNKNOWN = Space("unknown", 0)

_BY_SIZE = {1: GREY, 3: RGB, 4: CMYK}
_BY_NAME = {
    "/DeviceGray": GREY,
    "/G": GREY,
    "/CalGray": GREY,
    "/DeviceRGB": RGB,
    "/RGB": RGB,
    "/CalRGB": RGB,
    "/DeviceCMYK": CMYK,
    "/CMYK": CMYK,
    "/Lab": LAB,
    "/Pattern": PATTERN,
}


def by_size(size: int) -> Space:
    """Return the device space of colours with so many numbers."""
    return _BY_SIZE.get(size, UNKNOWN)


def space_of(found: object, separator: Separator, name: str = "", depth: int = 0) -> Space:
    """Read a colour space.

    Args:
        found: a name or an array.
        separator: knows the inks that the settings give to names.
        name: of the resource.
        depth: of spaces within spaces.
    """
    ink = separator.named(name[1:]) if name else None
    if isinstance(found, Name):
        return _BY_NAME.get(str(found), UNKNOWN)
    if not isinstance(found, Array) or not len(found) or depth > _DEEPEST:
        return UNKNOWN
    family = str(found[0])
    if family == "/ICCBased":
        size = int(found[1].get("/N", 3)) if isinstance(found[1], Stream) else 3
        if ink is not None and size == 1:
            return Space("ink", 1, name=name[1:])
        return by_size(size)
    if family in ("/Indexed", "/I") and len(found) > 3:
        base = space_of(found[1], separator, depth=depth + 1)
        return Space("indexed", 1, base, _table(found[3])) if base.size else UNKNOWN
    if family in ("/Separation", "/DeviceN") and len(found) > 3:
        size = 1 if family == "/Separation" else len(found[1])
        base = space_of(found[2], separator, depth=depth + 1)
        return Space("named", size, base, source=found)
    if family == "/Pattern" and len(found) > 1:
        return Space("pattern", 0, space_of(found[1], separator, depth=depth + 1))
    return _BY_NAME.get(family, UNKNOWN)


def resource(resources: Dictionary | None, kind: str, name: str) -> Object | None:
    """Return a resource by its kind, such as ``/ColorSpace``, and name."""
    if resources is None or not name:
        return None
    shelf = resources.get(kind)
    if not isinstance(shelf, Dictionary):
        return None
    found = shelf.get(name)
    return found if isinstance(found, Object) else None


def _table(found: object) -> bytes:
    if isinstance(found, Stream):
        return found.read_bytes()
    return bytes(found) if isinstance(found, String) else b""


def _filled(values: Sequence[float], size: int) -> list[float]:
    return [*values, *([0.0] * (size - len(values)))]


def light(colour: Triple) -> float:
    """Return what a colour is worth in a mask (ISO 32000-1, 10.3.2 and 11.5.3)."""
    red, green, blue = colour
    return min(max(0.3 * red + 0.59 * green + 0.11 * blue, 0.0), 1.0)
