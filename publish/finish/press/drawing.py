"""One content stream, with every colour in inks.

The stream is followed as far as colours need it: what is set, what is saved and restored, how
large text and lines become. All other operations are written back as they were.

Source: ISO 32000-1, 8.4 and 8.6.8.
"""

from __future__ import annotations

import math
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pikepdf import Array, Dictionary, Name, Object

from publish.finish.press.colour import BLACK
from publish.finish.press.functions import floats
from publish.finish.press.operators import (
    INLINE_IMAGE,
    name,
    number,
    numbers,
    operation,
    operations,
)
from publish.finish.press.overprint import OFF, ON
from publish.finish.press.spaces import (
    CMYK,
    GREY,
    RGB,
    UNKNOWN,
    Space,
    by_size,
    light,
    resource,
    space_of,
)
from publish.finish.press.spots import key_of
from publish.model.press import Cmyk, Ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from publish.finish.press.colour import Separator
    from publish.finish.press.overprint import Overprint
    from publish.finish.press.shadings import Use
    from publish.finish.press.spots import Spots

#: What a drawing is: pages and tiles begin with black, forms and glyphs with what is set outside.
Kind = Literal["page", "form", "tile", "glyph"]

#: A stream that saves more states than this without restoring them is broken.
_DEEPEST = 4096


@dataclass
class _State:
    """What the graphics state knows of colours, and of sizes for the sake of overprinting."""

    fill: Ink | Cmyk | None = None
    stroke: Ink | Cmyk | None = None
    fill_space: Space = UNKNOWN
    stroke_space: Space = UNKNOWN
    fill_opaque: bool = True
    stroke_opaque: bool = True
    masked: bool = False
    scale: float = 1.0
    width: float = 1.0
    text_size: float = 0.0
    text_scale: float = 1.0
    text_mode: int = 0
    over: bool = False


@dataclass
class Tools:
    """What all drawings of a file share."""

    separator: Separator
    spots: Spots
    overprint: Overprint
    states: dict[str, Object]


@dataclass
class Drawing:
    """Rewrites one content stream.

    Attributes:
        tools: shared by all drawings of a file.
        old: the resources that the stream names.
        new: the resources that the converted stream will name; spaces and states are added.
        use: to be printed, or part of a mask.
        kind: where the stream comes from.
        scale: how many points a unit of the stream is.
        placed: the scale at which each form was drawn, by its name.
    """

    tools: Tools
    old: Dictionary | None
    new: Dictionary
    use: Use
    kind: Kind
    scale: float = 1.0
    placed: dict[str, float] = field(default_factory=dict)

    def converted(self, content: bytes) -> bytes:
        """Return a stream in inks; in greys where it is part of a mask."""
        self._out: list[bytes] = []
        self._stack: list[_State] = []
        self._state = _State(scale=self.scale)
        if self.use == "paint" and self.kind in ("page", "tile"):
            # What sets no colour is black; DeviceGray until now, and on no plate of its own.
            self._state.fill = self._state.stroke = BLACK
            self._state.fill_space = self._state.stroke_space = GREY
            self._out.append(operation(BLACK, b"k") + operation(BLACK, b"K") + b"\n")
        cut = operations(content)
        for index, (operands, operator) in enumerate(cut):
            work = _WORK.get(operator)
            if work is not None:
                following = cut[index + 1][1] if index + 1 < len(cut) else b""
                work(self, operands, operator, following)
                continue
            if operator in _PAINTING or operator.startswith(INLINE_IMAGE):
                self._knock_out()
            self._out += (operands, operator)
        return b"".join(self._out)

    # Colours

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
        return (
            space.family == "named" and self.use == "paint" and not self.tools.separator.black_only
        )

    def _set(self, stroke: bool, space: Space, values: list[float]) -> None:
        """Write a colour."""
        if stroke:
            self._state.stroke_space = space
        else:
            self._state.fill_space = space
        if self.use == "mask":
            grey = light(space.screen(values)) if space.size else 0.0
            self._out.append(operation([grey], b"G" if stroke else b"g"))
            return
        inks = self._inks(space, values)
        self._know(stroke, inks)
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

    def _know(self, stroke: bool, inks: Ink | Cmyk | None) -> None:
        if stroke:
            self._state.stroke = inks
        else:
            self._state.fill = inks

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
        if self.use == "mask":
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

    # States

    def _save(self, operands: bytes, operator: bytes, following: bytes) -> None:
        if len(self._stack) < _DEEPEST:
            self._stack.append(copy(self._state))
        self._out += (operands, operator)

    def _restore(self, operands: bytes, operator: bytes, following: bytes) -> None:
        if self._stack:
            self._state = self._stack.pop()
        self._out += (operands, operator)

    def _move(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.scale *= _growth(numbers(operands))
        self._out += (operands, operator)

    def _graphics_state(self, operands: bytes, operator: bytes, following: bytes) -> None:
        found = resource(self.old, "/ExtGState", name(operands))
        if isinstance(found, Dictionary):
            state = self._state
            state.fill_opaque = float(found.get("/ca", state.fill_opaque)) >= 0.9995
            state.stroke_opaque = float(found.get("/CA", state.stroke_opaque)) >= 0.9995
            if "/SMask" in found:
                state.masked = found.SMask != Name("/None")
            if "/LW" in found:
                state.width = float(found.LW)
            font = found.get("/Font")
            if isinstance(font, Array) and len(font) > 1:
                state.text_size = float(font[1])
        self._out += (operands, operator)

    def _width(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.width = (numbers(operands) or [1.0])[-1]
        self._out += (operands, operator)

    # Text and lines

    def _begin_text(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.text_scale = 1.0
        self._out += (operands, operator)

    def _font(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.text_size = (numbers(operands) or [0.0])[-1]
        self._out += (operands, operator)

    def _text_matrix(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.text_scale = _growth(numbers(operands))
        self._out += (operands, operator)

    def _text_mode(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.text_mode = int((numbers(operands) or [0])[-1])
        self._out += (operands, operator)

    def _text(self, operands: bytes, operator: bytes, following: bytes) -> None:
        state = self._state
        mode = state.text_mode & 3
        if mode != 3:
            size = abs(state.text_size) * state.text_scale * state.scale
            over = self.tools.overprint.of_text
            filled = mode == 1 or (state.fill_opaque and over(state.fill, size))
            lined = mode == 0 or (state.stroke_opaque and over(state.stroke, size))
            self._overprint(filled and lined and not state.masked)
        self._out += (operands, operator)

    def _line(self, operands: bytes, operator: bytes, following: bytes) -> None:
        state = self._state
        thin = self.tools.overprint.of_line(state.stroke, state.width * state.scale)
        self._overprint(thin and state.stroke_opaque and not state.masked)
        self._out += (operands, operator)

    def _form(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._knock_out()
        called = name(operands)
        self.placed[called] = max(self.placed.get(called, 0.0), self._state.scale)
        self._out += (operands, operator)

    def _knock_out(self) -> None:
        self._overprint(False)

    def _overprint(self, on: bool) -> None:
        if on == self._state.over or self.use == "mask" or self.kind == "glyph":
            return
        self._state.over = on
        key = ON if on else OFF
        self._shelve("/ExtGState", key, self.tools.states[key])
        self._out.append(b"\n%s gs\n" % key.encode())


def _growth(matrix: list[float]) -> float:
    """Return how much a matrix enlarges, as the root of what it does to an area."""
    if len(matrix) != 6:
        return 1.0
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def growth_of(drawing: Object) -> float:
    """Return how much the matrix of a form or pattern enlarges."""
    return _growth(floats(drawing.get("/Matrix")))


_DEVICE = {b"rg": RGB, b"g": GREY, b"k": CMYK}

#: Operators that put something on the page, other than those that are followed closely.
_PAINTING = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh"))

_WORK: dict[bytes, Callable[[Drawing, bytes, bytes, bytes], None]] = {
    **dict.fromkeys((b"rg", b"RG", b"g", b"G", b"k", b"K"), Drawing._device),
    **dict.fromkeys((b"cs", b"CS"), Drawing._choose),
    **dict.fromkeys((b"sc", b"SC", b"scn", b"SCN"), Drawing._colour),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), Drawing._text),
    **dict.fromkeys((b"S", b"s"), Drawing._line),
    b"q": Drawing._save,
    b"Q": Drawing._restore,
    b"cm": Drawing._move,
    b"gs": Drawing._graphics_state,
    b"w": Drawing._width,
    b"BT": Drawing._begin_text,
    b"Tf": Drawing._font,
    b"Tm": Drawing._text_matrix,
    b"Tr": Drawing._text_mode,
    b"Do": Drawing._form,
}
