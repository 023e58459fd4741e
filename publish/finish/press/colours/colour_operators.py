"""The operators that set colours, in a content stream.

Source: ISO 32000-1, 8.6.8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name

from publish.finish.press.colours.graphics_state import Kind, State, Tools
from publish.finish.press.colours.operators import name, number, numbers, operation
from publish.finish.press.colours.spaces import (
    CMYK,
    GREY,
    RGB,
    Space,
    by_size,
    light,
    resource,
    space_of,
)
from publish.finish.press.colours.spots import key_of
from publish.model.press import Cmyk, Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.finish.press.colours.veils import Use

_DEVICE = {b"rg": RGB, b"g": GREY, b"k": CMYK}


@dataclass
class ColourOperators:
    """Writes colours in inks into one content stream.

    Attributes:
        tools: shared by all drawings of a file.
        old: the resources that the stream names.
        new: the resources that the converted stream will name; spaces and states are added.
        use: to be printed, or part of a mask.
        kind: where the stream comes from.
        scale: how many points a unit of the stream is.
        placed: the scale at which each form was drawn, by its name and use.
    """

    tools: Tools
    old: Dictionary | None
    new: Dictionary
    use: Use
    kind: Kind
    scale: float = 1.0
    placed: dict[tuple[str, Use], float] = field(default_factory=dict)
    _out: list[bytes] = field(default_factory=list, init=False)
    _state: State = field(default_factory=State, init=False)

    def _device(self, operands: bytes, operator: bytes, following: bytes) -> None:
        """Rg, g, k and their twins for lines."""
        space = _DEVICE[operator.lower()]
        self._set(operator.isupper(), space, numbers(operands))

    def _choose(self, operands: bytes, operator: bytes, following: bytes) -> None:
        """Cs and CS: choose a space; its first colour counts only if none is set after it."""
        stroke = operator.isupper()
        chosen = name(operands)
        found = resource(self.old, "/ColorSpace", chosen)
        space = space_of(
            found if found is not None else Name(chosen or "/X"), self.tools.separator, chosen
        )
        if stroke:
            self._state.stroke_space = space
        else:
            self._state.fill_space = space
        if space.family == "pattern" or self._keeps(space):
            self._out += (operands, operator)
            self._know(stroke, None)
        elif following.lower() not in (b"sc", b"scn"):
            self._set(stroke, space, space.initial)

    def _colour(self, operands: bytes, operator: bytes, following: bytes) -> None:
        """Sc, scn and their twins."""
        stroke = operator.isupper()
        space = self._state.stroke_space if stroke else self._state.fill_space
        values = numbers(operands)
        if space.family == "pattern":
            self._pattern(stroke, space, values, operands, operator)
        elif self._keeps(space):
            self._out += (operands, operator)
            self._know(stroke, None)
        else:
            self._set(stroke, space if space.size else by_size(len(values)), values)

    def _keeps(self, space: Space) -> bool:
        return space.family == "named" and not self.use.mask and not self.tools.separator.black_only

    def _set(self, stroke: bool, space: Space, values: list[float]) -> None:
        """Write a colour."""
        if stroke:
            self._state.stroke_space = space
        else:
            self._state.fill_space = space
        if self.use.mask:
            grey = light(space.screen(values)) if space.size else 0.0
            self._out.append(operation([grey], b"G" if stroke else b"g"))
            return
        inks = self._inks(space, values)
        self._know(stroke, inks, values)
        self._send(stroke, inks)

    def _send(self, stroke: bool, inks: Ink | Cmyk) -> None:
        if isinstance(inks, Ink):
            key = self._shelve_ink(inks)
            self._out.append(b"\n%s %s" % (key.encode(), b"CS" if stroke else b"cs"))
            self._out.append(operation([inks.tint], b"SCN" if stroke else b"scn"))
        else:
            self._out.append(operation(inks, b"K" if stroke else b"k"))

    def _inks(self, space: Space, values: list[float]) -> Ink | Cmyk:
        separator = self.tools.separator
        if space.family == "ink":
            ink = separator.named(space.name)
            if ink is not None:
                tint = min(max(values[0] if values else 1.0, 0.0), 1.0)
                if ink.spot:
                    return Ink(ink.cmyk, ink.spot, round(tint, 4))
                cyan, magenta, yellow, black = (part * tint for part in ink.cmyk)
                return separator.cmyk(cyan, magenta, yellow, black)
        return space.inks(values, separator)

    def _know(self, stroke: bool, inks: Ink | Cmyk | None, values: Sequence[float] = ()) -> None:
        state = self._state
        if stroke:
            state.stroke = state.stroke_sent = inks
            state.stroke_values = values
        else:
            state.fill = state.fill_sent = inks
            state.fill_values = values

    def _pattern(
        self, stroke: bool, space: Space, values: list[float], operands: bytes, operator: bytes
    ) -> None:
        """A pattern as colour; one without colours gets inks to be drawn in."""
        self._know(stroke, None)
        if not values:
            self._out += (operands, operator)
            return
        base = space.base or by_size(len(values))
        pattern = operands[operands.rindex(b"/") :].strip()
        if self.use.mask:
            under: object = Name.DeviceGray
            parts: list[float] = [light(base.screen(values))]
            key = "/PressGreyTile"
        elif base.family == "named" and self._keeps(base):
            under, parts = self.tools.spots.kept(base.source), values  # type: ignore[arg-type]
            key = key_of(str(base.source[1])) + "Tile"  # type: ignore[index]
        else:
            inks = self._inks(base, values)
            if isinstance(inks, Ink):
                under, parts = self.tools.spots.space(inks), [inks.tint]
                key = key_of(inks.spot) + "Tile"
            else:
                under, parts, key = Name.DeviceCMYK, list(inks), "/PressTile"
        self._shelve("/ColorSpace", key, Array([Name.Pattern, under]))
        self._out.append(b"\n%s %s" % (key.encode(), b"CS" if stroke else b"cs"))
        written = b"".join(number(part) + b" " for part in parts)
        self._out.append(b"\n" + written + pattern + (b" SCN" if stroke else b" scn"))

    def _shelve_ink(self, ink: Ink) -> str:
        key = key_of(ink.spot)
        self._shelve("/ColorSpace", key, self.tools.spots.space(ink))
        return key

    def _shelve(self, kind: str, key: str, found: object) -> None:
        if kind not in self.new:
            self.new[kind] = Dictionary()
        if key not in self.new[kind]:
            self.new[kind][key] = found
