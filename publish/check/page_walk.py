"""Read what the pages of a file draw: text, paths and pictures, in the order of painting.

One walk through the content streams serves all checks: marked content (`marked_content`), fonts
(`fonts`) and contrast (`contrast`); why the preflight has another is told in `publish.check`. Form
XObjects are walked in place, without recursion and with a limit on depth and steps, because a
hostile file can nest them without end. The module is long because each operator has a method of a
few lines.

Source: ISO 32000-1, 8.4 to 8.6 (graphics state, paths, colours), 9.4 (text).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf

from publish.check.colour import Colour, colour_of_operands, colour_space
from publish.check.drawing import Drawing, Painted, Shown
from publish.check.font import Font, read_font
from publish.check.geometry import (
    Box,
    Matrix,
    Outline,
    Point,
    clipped,
    common,
    eighths,
    rectangle,
)
from publish.check.graphics_state import Frame, State
from publish.check.objects import (
    ObjectId,
    TooMuch,
    entry,
    is_dictionary,
    items,
    name,
    number,
    numbers,
    object_id,
    stream_bytes,
)
from publish.check.text_run import TextRun, read_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_STREAM_LIMIT = 24_000_000
_STEP_LIMIT = 5_000_000
_DEPTH_LIMIT = 28

_INVISIBLE = {3, 7}
_STROKED_TEXT = {1, 5}


def read_drawing(pdf: pikepdf.Pdf) -> Drawing:
    """Walk all pages of a file.

    Raises:
        TooMuch: a stream or the file as a whole is beyond any honest size.
        ValueError, pikepdf.PdfError and others of `objects.BROKEN`: a stream cannot be read.
    """
    drawing = Drawing()
    for count, page in enumerate(pdf.pages, start=1):
        PageWalk(pdf, drawing, count).walk(page)
    return drawing


class PageWalk:
    """Walks one page; adds to the drawing."""

    def __init__(self, pdf: pikepdf.Pdf, drawing: Drawing, page: int) -> None:
        self.pdf, self.drawing, self.page = pdf, drawing, page
        self.frames: list[Frame] = []
        self.inside: set[ObjectId] = set()

    def walk(self, page: pikepdf.Page) -> None:
        """Walk the page and all forms that it calls."""
        contents = entry(page.obj, "/Contents")
        streams = items(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join(stream_bytes(stream, _STREAM_LIMIT) for stream in streams)
        resources = page.resources if "/Resources" in page else None
        box = numbers(entry(page.obj, "/MediaBox"))
        state = State(matrix=Matrix(e=-box[0], f=-box[1]) if len(box) == 4 else Matrix())
        self._enter(data, resources, object_id(page.obj), state)
        while self.frames:
            self._step(self.frames[-1])

    def _enter(self, data: bytes, resources: object, holder: ObjectId, state: State) -> None:
        if len(data) > _STREAM_LIMIT:
            raise TooMuch("the content of a page is too large to check")
        if len(self.frames) >= _DEPTH_LIMIT:
            raise TooMuch("drawings are nested too deeply")
        steps = _instructions(self.pdf, data)
        floor = len(self.drawing.marks.stack)
        self.frames.append(Frame(steps, resources, holder, floor, state))

    def _step(self, frame: Frame) -> None:
        step = next(frame.steps, None)
        if step is None:
            self.frames.pop()
            self.inside.discard(frame.holder)
            self.drawing.marks.close_down_to(frame.floor, self.page)
            return
        self.drawing.steps += 1
        if self.drawing.steps > _STEP_LIMIT:
            raise TooMuch("the pages draw more than any honest text needs")
        operands, operator = step
        act = _ACTS.get(operator)
        if act is not None:
            act(self, frame, operands)

    # Marked content

    def begin_marked(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``BMC`` and ``BDC``."""
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = entry(frame.resources, "/Properties", str(properties))
        tag = name(operands[0]) if operands else ""
        self.drawing.marks.begin(tag, properties, frame.holder, self.page)

    def end_marked(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``EMC``."""
        self.drawing.marks.end(self.page, frame.floor)

    # Graphics state

    def save(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``q``."""
        frame.saved.append(frame.state)

    def restore(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``Q``."""
        if frame.saved:
            frame.state = frame.saved.pop()

    def transform(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``cm``."""
        moved = Matrix.of(_floats(operands)).then(frame.state.matrix)
        frame.state = replace(frame.state, matrix=moved)

    def external_state(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``gs``."""
        given = entry(frame.resources, "/ExtGState", _key(operands))
        state = frame.state
        fill, stroke = number(entry(given, "/ca")), number(entry(given, "/CA"))
        mask, font = entry(given, "/SMask"), items(entry(given, "/Font"))
        if fill is not None:
            state = replace(state, fill_alpha=fill)
        if stroke is not None:
            state = replace(state, stroke_alpha=stroke)
        if mask is not None:
            state = replace(state, masked=is_dictionary(mask))
        if len(font) == 2:
            state = replace(state, font=self._font(font[0]), size=number(font[1]) or 0.0)
        frame.state = state

    def fill_colour(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``sc`` and ``scn``."""
        colour = colour_of_operands(frame.state.fill_space, _floats(operands))
        frame.state = replace(frame.state, fill=colour)

    def stroke_colour(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``SC`` and ``SCN``."""
        colour = colour_of_operands(frame.state.stroke_space, _floats(operands))
        frame.state = replace(frame.state, stroke=colour)

    def fill_space(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``cs``."""
        space = colour_space(operands[0] if operands else None, frame.resources)
        frame.state = replace(frame.state, fill_space=space, fill=colour_of_operands(space, []))

    def stroke_space(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``CS``."""
        space = colour_space(operands[0] if operands else None, frame.resources)
        frame.state = replace(frame.state, stroke_space=space, stroke=colour_of_operands(space, []))

    # Paths

    def move_to(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``m``."""
        frame.rings.append(self._moved(frame, operands))

    def line_to(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``l``."""
        if frame.rings:
            frame.rings[-1] += self._moved(frame, operands)

    def curve_to(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``c``, ``v``, ``y``: a cubic curve, here eight short lines."""
        if not frame.rings or not frame.rings[-1]:
            return
        start, points = frame.rings[-1][-1], self._moved(frame, operands)
        if len(points) == 2:  # v and y leave out one control point; the end stands for it
            points = [points[0], points[1], points[1]]
        if len(points) == 3:
            first, second, end = points
            frame.rings[-1] += eighths(start, first, second, end)

    def rectangle(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``re``."""
        values = _floats(operands)
        if len(values) == 4:
            x, y, width, height = values
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
            frame.rings.append([frame.state.matrix.move(corner) for corner in corners])

    def clip(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``W`` and ``W*``: the clip takes effect after the next painting operator."""
        frame.clips = "W"

    def fill(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``f``, ``F``, ``B``, ``b``."""
        self._fill(frame, even_odd=False)

    def fill_even_odd(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``f*``, ``B*``, ``b*``."""
        self._fill(frame, even_odd=True)

    def stroke(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``S`` and ``s``: too thin to stand behind text, but content."""
        if frame.rings:
            self.drawing.marks.see("drawing", self._box_of_path(frame), self.page)
        self._end_path(frame)

    def end_path(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``n``."""
        self._end_path(frame)

    def shade(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``sh``: fills the clip with a gradient."""
        box = frame.state.clip
        self.drawing.marks.see("drawing", box, self.page)
        if box is not None:
            self._paint(frame, rectangle(box), None)

    def _fill(self, frame: Frame, *, even_odd: bool) -> None:
        rings = tuple(tuple(ring) for ring in frame.rings if ring)
        if rings:
            box = Box.of(point for ring in rings for point in ring)
            self.drawing.marks.see("drawing", box, self.page)
            self._paint(frame, Outline(rings, even_odd, box), frame.state.fill)
        self._end_path(frame)

    def _paint(self, frame: Frame, outline: Outline, colour: Colour | None) -> None:
        state = frame.state
        seen = outline if state.clip is None else clipped(outline, state.clip)
        if seen is not None:
            colour = None if state.masked else colour
            alpha = state.fill_alpha * state.group_alpha
            self.drawing.items.append(Painted(seen, colour, alpha, self.page))

    def _box_of_path(self, frame: Frame) -> Box | None:
        points = [point for ring in frame.rings for point in ring]
        return Box.of(points) if points else None

    def _end_path(self, frame: Frame) -> None:
        if frame.clips:
            box = self._box_of_path(frame) or Box(0, 0, 0, 0)
            clip = box if frame.state.clip is None else common(frame.state.clip, box)
            frame.state = replace(frame.state, clip=clip or Box(0, 0, 0, 0))
        frame.clips = ""
        frame.rings = []

    def _moved(self, frame: Frame, operands: Sequence[object]) -> list[Point]:
        values = _floats(operands)
        pairs = zip(values[::2], values[1::2], strict=False)
        return [frame.state.matrix.move(pair) for pair in pairs]

    # Pictures and forms

    def draw_object(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``Do``."""
        drawn = entry(frame.resources, "/XObject", _key(operands))
        kind = name(entry(drawn, "/Subtype"))
        if kind == "Form":
            self._enter_form(frame, drawn)
        elif kind == "Image":
            self._picture(frame)

    def inline_image(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``BI``, ``ID``, ``EI``."""
        self._picture(frame)

    def _picture(self, frame: Frame) -> None:
        corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
        ring = tuple(frame.state.matrix.move(corner) for corner in corners)
        outline = Outline((ring,), False, Box.of(ring))
        self.drawing.marks.see("picture", outline.box, self.page)
        self._paint(frame, outline, None)

    def _enter_form(self, frame: Frame, form: object) -> None:
        holder = object_id(form)
        if holder in self.inside:
            raise TooMuch("a drawing holds itself")
        self.inside.add(holder)
        state = replace(
            frame.state,
            matrix=Matrix.of(numbers(entry(form, "/Matrix"))).then(frame.state.matrix),
        )
        if name(entry(form, "/Group", "/S")) == "Transparency":
            state = replace(
                state,
                group_alpha=state.group_alpha * state.fill_alpha,
                fill_alpha=1.0,
                stroke_alpha=1.0,
            )
        resources = entry(form, "/Resources") or frame.resources
        self._enter(stream_bytes(form, _STREAM_LIMIT), resources, holder, state)

    # Text

    def begin_text(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``BT``."""
        frame.text_matrix = frame.line_matrix = Matrix()

    def choose_font(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``Tf``."""
        resource = entry(frame.resources, "/Font", _key(operands))
        size = number(operands[1]) if len(operands) > 1 else None
        frame.state = replace(frame.state, font=self._font(resource), size=size or 0.0)

    def _font(self, resource: object) -> Font:
        key = object_id(resource)
        font = self.drawing.fonts.get(key)
        if font is None or key == (0, 0):
            font = read_font(resource)
            # A font written in place has no number of its own: its identity stands for it.
            self.drawing.fonts[key if key != (0, 0) else (0, -id(font))] = font
        return font

    def move_line(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``Td``."""
        values = _floats(operands)
        if len(values) == 2:
            moved = Matrix(e=values[0], f=values[1]).then(frame.line_matrix)
            frame.text_matrix = frame.line_matrix = moved

    def move_line_and_lead(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``TD``."""
        values = _floats(operands)
        if len(values) == 2:
            frame.state = replace(frame.state, leading=-values[1])
        self.move_line(frame, operands)

    def place_text(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``Tm``."""
        frame.text_matrix = frame.line_matrix = Matrix.of(_floats(operands))

    def next_line(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``T*``."""
        self.move_line(frame, [0, -frame.state.leading])

    def show(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operators ``Tj`` and ``TJ``."""
        if operands:
            shown = operands[0]
            self._show(frame, items(shown) if isinstance(shown, pikepdf.Array) else [shown])

    def show_on_next_line(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``'``."""
        self.next_line(frame, [])
        self.show(frame, operands)

    def show_spaced(self, frame: Frame, operands: Sequence[object]) -> None:
        """Operator ``"``: word spacing, character spacing, text."""
        if len(operands) == 3:
            words, letters = number(operands[0]) or 0.0, number(operands[1]) or 0.0
            frame.state = replace(frame.state, between_words=words, between=letters)
            self.show_on_next_line(frame, operands[2:])

    def _show(self, frame: Frame, parts: Sequence[object]) -> None:
        if frame.state.font is None:
            return
        run = read_run(frame.state.font, frame.state, parts)
        at = Matrix(f=frame.state.rise).then(frame.text_matrix).then(frame.state.matrix)
        frame.text_matrix = Matrix(e=run.advance).then(frame.text_matrix)
        if run.glyphs:
            self._put(frame.state, frame.state.font, run, at)

    def _put(self, state: State, font: Font, run: TextRun, at: Matrix) -> None:
        """Enter a run of text that stands at some place on the page."""
        corners = [(0.0, 0.0), (run.advance, 0.0), (run.advance, state.size), (0.0, state.size)]
        moved = [at.move(corner) for corner in corners]
        box = Box.of(moved)
        marks = self.drawing.marks
        marks.say(run.text, box, self.page)
        stroked = state.mode in _STROKED_TEXT
        alpha = (state.stroke_alpha if stroked else state.fill_alpha) * state.group_alpha
        self.drawing.items.append(
            Shown(
                text=run.text,
                font=font,
                size=at.height * state.size,
                colour=None if state.masked else (state.stroke if stroked else state.fill),
                alpha=alpha,
                line=(moved[0], moved[1]),
                box=box,
                page=self.page,
                is_artifact=marks.in_artifact,
                is_visible=state.mode not in _INVISIBLE and alpha > 0,
                lacks_text=run.lacks_text and not marks.is_replaced,
                has_notdef=run.has_notdef,
            )
        )


def _instructions(pdf: pikepdf.Pdf, data: bytes) -> Iterator[tuple[Sequence[object], str]]:
    stream = pikepdf.Stream(pdf, data)
    for step in pikepdf.parse_content_stream(stream):
        if isinstance(step, pikepdf.ContentStreamInlineImage):
            yield [], "INLINE IMAGE"
        else:
            yield [*step.operands], str(step.operator)


def _floats(operands: Sequence[object]) -> list[float]:
    return [value for value in map(number, operands) if value is not None]


def _key(operands: Sequence[object]) -> str:
    return str(operands[0]) if operands and isinstance(operands[0], pikepdf.Name) else "/"


def _setter(attribute: str, factor: float = 1.0) -> Callable[..., None]:
    def act(walk: PageWalk, frame: Frame, operands: Sequence[object]) -> None:
        values = _floats(operands)
        if values:
            frame.state = replace(frame.state, **{attribute: values[0] * factor})  # type: ignore[arg-type]

    return act


def _device(space: str, *, stroke: bool) -> Callable[..., None]:
    def act(walk: PageWalk, frame: Frame, operands: Sequence[object]) -> None:
        colour = colour_of_operands(space, _floats(operands))
        if stroke:
            frame.state = replace(frame.state, stroke_space=space, stroke=colour)
        else:
            frame.state = replace(frame.state, fill_space=space, fill=colour)

    return act


_ACTS: dict[str, Callable[[PageWalk, Frame, Sequence[object]], None]] = {
    "BMC": PageWalk.begin_marked,
    "BDC": PageWalk.begin_marked,
    "EMC": PageWalk.end_marked,
    "q": PageWalk.save,
    "Q": PageWalk.restore,
    "cm": PageWalk.transform,
    "gs": PageWalk.external_state,
    "g": _device("DeviceGray", stroke=False),
    "rg": _device("DeviceRGB", stroke=False),
    "k": _device("DeviceCMYK", stroke=False),
    "G": _device("DeviceGray", stroke=True),
    "RG": _device("DeviceRGB", stroke=True),
    "K": _device("DeviceCMYK", stroke=True),
    "cs": PageWalk.fill_space,
    "CS": PageWalk.stroke_space,
    "sc": PageWalk.fill_colour,
    "scn": PageWalk.fill_colour,
    "SC": PageWalk.stroke_colour,
    "SCN": PageWalk.stroke_colour,
    "m": PageWalk.move_to,
    "l": PageWalk.line_to,
    "c": PageWalk.curve_to,
    "v": PageWalk.curve_to,
    "y": PageWalk.curve_to,
    "re": PageWalk.rectangle,
    "W": PageWalk.clip,
    "W*": PageWalk.clip,
    "f": PageWalk.fill,
    "F": PageWalk.fill,
    "B": PageWalk.fill,
    "b": PageWalk.fill,
    "f*": PageWalk.fill_even_odd,
    "B*": PageWalk.fill_even_odd,
    "b*": PageWalk.fill_even_odd,
    "S": PageWalk.stroke,
    "s": PageWalk.stroke,
    "n": PageWalk.end_path,
    "sh": PageWalk.shade,
    "Do": PageWalk.draw_object,
    "INLINE IMAGE": PageWalk.inline_image,
    "BT": PageWalk.begin_text,
    "Tf": PageWalk.choose_font,
    "Td": PageWalk.move_line,
    "TD": PageWalk.move_line_and_lead,
    "Tm": PageWalk.place_text,
    "T*": PageWalk.next_line,
    "Tj": PageWalk.show,
    "TJ": PageWalk.show,
    "'": PageWalk.show_on_next_line,
    '"': PageWalk.show_spaced,
    "Tc": _setter("between"),
    "Tw": _setter("between_words"),
    "Tz": _setter("stretch", 0.01),
    "TL": _setter("leading"),
    "Ts": _setter("rise"),
}


def _text_mode(walk: PageWalk, frame: Frame, operands: Sequence[object]) -> None:
    values = _floats(operands)
    frame.state = replace(frame.state, mode=int(values[0]) if values else 0)


_ACTS["Tr"] = _text_mode
