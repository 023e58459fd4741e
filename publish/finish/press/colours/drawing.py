"""One content stream, with every colour in inks.

The stream is followed as far as colours need it: what is set, what is saved and restored, how
large text and lines become. All other operations are written back as they were.

Source: ISO 32000-1, 8.4 and 8.6.8.
"""

from __future__ import annotations

from copy import copy
from itertools import count
from typing import TYPE_CHECKING, TypeGuard

from pikepdf import Array, Dictionary, Name, Stream

from publish.finish.press.colours.colour_operators import ColourOperators
from publish.finish.press.colours.graphics_state import OPAQUE, State, growth
from publish.finish.press.colours.grounds import (
    Box,
    Grounds,
    Outline,
    common,
    text_boxes,
)
from publish.finish.press.colours.operators import (
    INLINE_IMAGE,
    name,
    numbers,
    operation,
    operations,
)
from publish.finish.press.colours.overprint import OFF, ON
from publish.finish.press.colours.spaces import (
    GREY,
    resource,
)
from publish.finish.press.colours.veils import FILM_OFF, FILM_ON, Use, cover, is_film, mixed, veiled
from publish.finish.press.matrix import SAME, times
from publish.finish.press.separator import BLACK
from publish.model.press import Cmyk, Ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from publish.finish.press.separator import Triple

#: A stream that saves more states than this without restoring them is broken.
_DEEPEST = 4096


class Drawing(ColourOperators):
    """Rewrites one content stream."""

    def converted(self, content: bytes) -> bytes:
        """Return a stream in inks; in greys where it is part of a mask."""
        self._out = []
        self._stack: list[State] = []
        self._state = State(scale=self.scale)
        self._grounds, self._outline = Grounds(), Outline()
        # Where all that is drawn hides what is below, nobody asks what that is.
        self._follows = self._is_clear()
        table = _FOLLOWED if self._follows else _WORK
        if not self.use.mask and self.kind in ("page", "tile"):
            # What sets no colour is black; DeviceGray until now, and on no plate of its own.
            self._know(False, BLACK, [0.0])
            self._know(True, BLACK, [0.0])
            self._state.fill_space = self._state.stroke_space = GREY
            self._out.append(operation(BLACK, b"k") + operation(BLACK, b"K") + b"\n")
        cut = operations(content)
        for index, (operands, operator) in enumerate(cut):
            work = table.get(operator)
            if work is not None:
                following = cut[index + 1][1] if index + 1 < len(cut) else b""
                work(self, operands, operator, following)
                continue
            if operator.startswith(INLINE_IMAGE):
                self._plain()
            self._out += (operands, operator)
        return b"".join(self._out)

    def _is_clear(self) -> bool:
        states = self.old.get("/ExtGState") if self.old is not None else None
        return (
            not self.use.mask
            and isinstance(states, Dictionary)
            and any(
                float(one.get(key, 1)) < OPAQUE
                for one in states.values()
                if isinstance(one, Dictionary)
                for key in ("/ca", "/CA")
            )
        )

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
        values = numbers(operands)
        self._state.scale *= growth(values)
        if len(values) == 6:
            self._state.matrix = times(values, self._state.matrix)
        self._out += (operands, operator)

    def _graphics_state(self, operands: bytes, operator: bytes, following: bytes) -> None:
        if name(operands) in (ON, OFF):
            return  # from an earlier conversion; what overprints is decided anew
        found = resource(self.old, "/ExtGState", name(operands))
        if isinstance(found, Dictionary):
            state = self._state
            if "/ca" in found:
                state.fill_alpha = state.fill_shown = float(found.ca)
            if "/CA" in found:
                state.stroke_alpha = state.stroke_shown = float(found.CA)
            if "/BM" in found:
                state.blended = found.BM not in (Name.Normal, Name.Compatible)
            mask = found.get("/SMask")
            if mask is not None:
                state.mask = mask if isinstance(mask, Dictionary) else None
                state.mask_operands = operands
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
        self._state.text_matrix = SAME
        self._out += (operands, operator)

    def _font(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.text_size = (numbers(operands) or [0.0])[-1]
        self._out += (operands, operator)

    def _text_matrix(self, operands: bytes, operator: bytes, following: bytes) -> None:
        values = numbers(operands)
        self._state.text_scale = growth(values)
        self._state.text_matrix = times(values, SAME) if len(values) == 6 else None
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
            outer, inner = self._text_boxes(operands)
            filled = mode == 1 or over(self._show(inner, stroke=False), size)
            film = self._film
            lined = mode == 0 or over(self._show(inner, stroke=True), size)
            self._lay(self._film and (film or mode == 1))
            self._overprint(filled and lined)
            self._grounds.lay(common(outer, state.clip), None)
        self._out += (operands, operator)

    def _line(self, operands: bytes, operator: bytes, following: bytes) -> None:
        state = self._state
        box = self._drawn_box()
        inks = self._show(box, stroke=True)
        self._lay(self._film)
        self._overprint(self.tools.overprint.of_line(inks, state.width * state.scale))
        self._out += (operands, operator)
        self._grounds.lay(self._grown(box), None)
        self._end_path(operands, operator, following)

    def _area(self, operands: bytes, operator: bytes, following: bytes) -> None:
        lined = operator[:1] in b"Bb"
        if not lined and self._is_flattened():
            # Such areas stand in soft shadows; a press would draw hairlines (8.5.3.3).
            self._out += (operands, b"n")
            self._end_path(operands, operator, following)
            return
        box = self._drawn_box()
        self._show(box, stroke=False)
        film = self._film
        if lined:
            self._show(box, stroke=True)
        self._lay(self._film and film)
        self._overprint(False)
        self._out += (operands, operator)
        flat = self._outline.is_rectangle and self._state.clip_is_rectangle and not lined
        self._grounds.lay(self._grown(box) if lined else box, self._seen if flat else None)
        self._end_path(operands, operator, following)

    def _is_flattened(self) -> bool:
        """Tell whether the path is one rectangle without width or height."""
        out = self._out
        if len(out) < 2 or out[-1] != b"re" or (len(out) > 2 and out[-3] in _PATH):
            return False
        return 0.0 in numbers(out[-2])[2:]

    # What is seen through something

    def _show(self, box: Box, *, stroke: bool) -> Ink | Cmyk | None:
        """Send inks and clearness for what comes; return the inks if they hide what is below."""
        state = self._state
        self._seen, self._film = None, False
        alpha = state.stroke_alpha if stroke else state.fill_alpha
        inks = state.stroke if stroke else state.fill
        if self.use.mask or self.kind == "glyph":
            return None
        shown = alpha
        space = state.stroke_space if stroke else state.fill_space
        simple = state.mask is None and not state.blended
        if inks is not None and simple and space.family in _SEEN:
            colour = space.screen(state.stroke_values if stroke else state.fill_values)
            ground = self._grounds.below(box) if alpha < OPAQUE else None
            if ground is not None and not self._is_ink(colour) and not self._is_ink(ground):
                colour = mixed(colour, ground, alpha)
                inks, shown = self.tools.separator.rgb(*colour), 1.0
            if shown * self.use.alpha < OPAQUE:
                self._film = is_film(self.tools.separator, colour, shown * self.use.alpha)
                inks, shown = veiled(self.tools.separator, colour, shown, self.use)
            self._seen = colour if alpha >= OPAQUE or ground is not None else None
        if inks is not None and inks != (state.stroke_sent if stroke else state.fill_sent):
            self._send(stroke, inks)
            if stroke:
                state.stroke_sent = inks
            else:
                state.fill_sent = inks
        self._clear(shown, stroke=stroke)
        return inks if alpha >= OPAQUE and simple else None

    def _is_ink(self, colour: Triple) -> bool:
        return self.tools.separator.brand(colour) is not None

    def _drawn_box(self) -> Box:
        box = self._outline.box
        return self._state.clip if box is None else common(box, self._state.clip)

    def _grown(self, box: Box) -> Box:
        """Return a box with room for the line around it, and for its sharpest corners."""
        room = 10 * self._state.width * max(self._state.scale / max(self.scale, 1e-9), 1e-9)
        return (box[0] - room, box[1] - room, box[2] + room, box[3] + room)

    def _text_boxes(self, operands: bytes) -> tuple[Box, Box]:
        state = self._state
        if state.text_matrix is None or not self._follows:
            return state.clip, state.clip
        matrix = times(state.text_matrix, state.matrix)
        return text_boxes(operands, abs(state.text_size), matrix)

    def _clear(self, shown: float, *, stroke: bool) -> None:
        """Let so much of what comes show."""
        state = self._state
        if abs(shown - (state.stroke_shown if stroke else state.fill_shown)) < 0.0005:
            return
        key = f"/Press{'Line' if stroke else 'Area'}{round(shown * 1000)}"
        entry = {"/CA" if stroke else "/ca": round(shown, 3)}
        self._shelve("/ExtGState", key, Dictionary({"/Type": Name.ExtGState, **entry}))
        self._out.append(b"\n%s gs\n" % key.encode())
        if stroke:
            state.stroke_shown = shown
        else:
            state.fill_shown = shown

    def _plain(self) -> None:
        """Let what comes show as much as the file says; it is no flat colour."""
        if not self.use.mask and self.kind != "glyph":
            self._overprint(False)
            self._lay(False)
            self._clear(self._state.fill_alpha, stroke=False)
            self._grounds.lay(self._state.clip, None)

    # Paths, followed only where something is clear

    def _rectangle(self, operands: bytes, operator: bytes, following: bytes) -> None:
        values = numbers(operands)
        if len(values) == 4:
            self._outline.rectangle(values, self._state.matrix)
        self._out += (operands, operator)

    def _points(self, operands: bytes, operator: bytes, following: bytes) -> None:
        values = numbers(operands)
        if len(values) > 1:
            self._outline.points(values, self._state.matrix)
        self._out += (operands, operator)

    def _clip(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._outline.clips = True
        self._out += (operands, operator)

    def _no_paint(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._out += (operands, operator)
        self._end_path(operands, operator, following)

    def _end_path(self, operands: bytes, operator: bytes, following: bytes) -> None:
        state, outline = self._state, self._outline
        if outline.clips and outline.box is not None:
            state.clip = common(state.clip, outline.box)
            state.clip_is_rectangle = state.clip_is_rectangle and outline.is_rectangle
        self._outline = Outline()

    def _next_line(self, operands: bytes, operator: bytes, following: bytes) -> None:
        self._state.text_matrix = None
        self._out += (operands, operator)

    def _gradient(self, operands: bytes, operator: bytes, following: bytes) -> None:
        state = self._state
        self._plain()
        shading = resource(self.old, "/Shading", name(operands))
        if not isinstance(shading, Dictionary | Stream):
            return

        if state.mask is None or state.blended or self.use.mask or isinstance(shading, Stream):
            self._shelve("/Shading", name(operands), self.tools.shading(shading, self.use))
            self._out += (operands, operator)
            return
        around = (self.old, self.new)
        made = self.tools.clear_gradient(shading, state.mask, state.fill_alpha, self.use, around)
        if made is None:
            self._shelve("/Shading", name(operands), self.tools.shading(shading, self.use))
            self._out += (operands, operator)
            return
        self._lay(made[2])
        key = self._free_name("/PressRun")
        self._shelve("/Shading", key, made[0])
        self._shelve("/ExtGState", key, made[1])
        self._out.append(
            b"\n%s gs\n%s sh\n%sgs\n" % (key.encode(), key.encode(), state.mask_operands)
        )

    def _free_name(self, start: str) -> str:
        shelves = [
            one.get(kind, Dictionary())
            for one in (self.old, self.new)
            if one is not None
            for kind in ("/Shading", "/ExtGState")
        ]
        return next(
            key
            for key in (f"{start}{number}" for number in count())
            if not any(key in shelf for shelf in shelves)
        )

    def _form(self, operands: bytes, operator: bytes, following: bytes) -> None:
        state, called = self._state, name(operands)
        use, key = self.use, called
        form = resource(self.old, "/XObject", called)
        simple = state.mask is None and not state.blended and not use.mask
        if _is_group(form) and simple and state.fill_alpha < OPAQUE:
            alpha = state.fill_alpha * use.alpha
            inner = Use(alpha=alpha, cover=cover(self.tools.separator, alpha))
            made = self.tools.group(form, inner, (self.old, self.new))
            if made is not None:
                key = f"{called}At{round(alpha * 1000)}"
                self._shelve("/XObject", key, made)
                self._overprint(False)
                self._lay(False)
                self._clear(inner.cover / use.cover, stroke=False)
                self._grounds.lay(state.clip, None)
                use = inner
        if use is self.use:
            self._plain()
            if isinstance(form, Stream) and form.get("/Subtype") == Name.Form:
                self._shelve("/XObject", key, self.tools.form(form, use, (self.old, self.new)))
        place = (called, use)
        self.placed[place] = max(self.placed.get(place, 0.0), state.scale)
        self._out += (operands, operator) if key == called else (b"\n%s " % key.encode(), b"Do")

    def _lay(self, film: bool) -> None:
        """Let what comes cover what is below, or lie over it like a film."""
        if film == self._state.film or self.use.mask or self.kind == "glyph":
            return
        self._state.film = film
        key = FILM_ON if film else FILM_OFF
        self._shelve("/ExtGState", key, self.tools.states[key])
        self._out.append(b"\n%s gs\n" % key.encode())

    def _overprint(self, on: bool) -> None:
        if on == self._state.over or self.use.mask or self.kind == "glyph":
            return
        self._state.over = on
        key = ON if on else OFF
        self._shelve("/ExtGState", key, self.tools.states[key])
        self._out.append(b"\n%s gs\n" % key.encode())


def _is_group(form: object) -> TypeGuard[Stream]:
    return (
        isinstance(form, Stream)
        and form.get("/Subtype") == Name.Form
        and isinstance(form.get("/Group"), Dictionary)
    )


#: Operators that build a path, or say that it clips.
_PATH = (b"m", b"l", b"c", b"v", b"y", b"h", b"re", b"W", b"W*")

#: Families of spaces whose colours are known as the screen shows them.
_SEEN = ("rgb", "grey", "lab", "indexed")

_WORK: dict[bytes, Callable[[Drawing, bytes, bytes, bytes], None]] = {
    **dict.fromkeys((b"rg", b"RG", b"g", b"G", b"k", b"K"), Drawing._device),
    **dict.fromkeys((b"cs", b"CS"), Drawing._choose),
    **dict.fromkeys((b"sc", b"SC", b"scn", b"SCN"), Drawing._colour),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), Drawing._text),
    **dict.fromkeys((b"S", b"s"), Drawing._line),
    **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), Drawing._area),
    b"sh": Drawing._gradient,
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

_FOLLOWED = {
    **_WORK,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), Drawing._points),
    **dict.fromkeys((b"W", b"W*"), Drawing._clip),
    **dict.fromkeys((b"Td", b"TD", b"T*"), Drawing._next_line),
    b"re": Drawing._rectangle,
    b"n": Drawing._no_paint,
}
