"""Walk what the pages of a file draw: contents, forms, patterns, glyphs, masks, appearances.

Streams are walked in place on a stack of frames, without recursion, and never twice in each
other; a budget bounds their number, depth and time, because a hostile file can nest them without
end. What cannot be walked is told in `Drawing.lacking`: nothing that was skipped may pass.

Source: ISO 32000-1, 7.8 (content streams), 8.7 (patterns), 8.10 (forms), 9.6.5 (Type 3 fonts),
11.4 to 11.6 (groups, soft masks), 12.5.5 (appearances).
"""

from __future__ import annotations

import time
import warnings
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf

from publish.check.font import Font, read_font
from publish.check.geometry import IDENTITY, Box, Matrix
from publish.check.glyph_names import glyph_names
from publish.check.objects import (
    BROKEN,
    ObjectId,
    TooMuch,
    entry,
    integer,
    is_dictionary,
    items,
    name,
    number,
    numbers,
    object_id,
    said_by,
    stream_bytes,
)
from publish.check.preflight import operators, text_operators
from publish.check.preflight.boxes import page_boxes
from publish.check.preflight.colour_space import Paint, Space, read_space
from publish.check.preflight.drawing import (
    Drawing,
    Event,
    Gradient,
    Group,
    State,
    group_space,
    named,
)
from publish.check.preflight.frame import (
    Budget,
    Frame,
    bounded,
    bounded_matrix,
    cut,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    Step = tuple[Sequence[object], str]
    #: Page, box, state, path, and whether it is in a mask: the first fields of an event.
    Common = tuple[int, Box | None, State, tuple[str, ...], bool]

_PAGE_LIMIT = 20_000
_ANNOTATION_LIMIT = 5_000
_HIDDEN = 1 << 1
#: Steps of short streams that are kept, since forms are often drawn many times.
_KEPT_STEPS, _KEPT_STREAM = 200_000, 4_000
#: How often a pattern is walked on one page, for the places where it is painted.
_PATTERN_USES = 40
#: Between these, in parts of the size, lies the height of the letters of most fonts.
_USUAL = (0.4, 2.5)
#: What separates the words of a content stream (7.2.2).
_DELIMITERS = b" \t\r\n\f\0[]<>()/"
_ACTS = operators.ACTS | text_operators.ACTS


@dataclass(frozen=True, slots=True)
class Face:
    """A font, read once, with how far its letters reach, in parts of its size.

    `em` is the height of its letters where the size of the text does not tell it, else 1.
    """

    font: Font
    resource: object
    low: float
    high: float
    em: float = 1.0


class _Stop(Exception):
    """The budget of the file is used up."""


def read_drawing(pdf: pikepdf.Pdf, budget: Budget) -> Drawing:
    """Walk all pages; what cannot be walked is told in `Drawing.lacking`. Never raises."""
    drawing = Drawing()
    walk = Walk(pdf, drawing, budget)
    try:
        for count, page in enumerate(islice(pdf.pages, _PAGE_LIMIT), start=1):
            walk.walk_page(count, page.obj)
        if len(pdf.pages) > _PAGE_LIMIT:
            drawing.lacking.append((0, f"the file has more than {_PAGE_LIMIT} pages"))
    except _Stop as stop:
        drawing.lacking.append((walk.page, f"{stop}; not checked beyond here"))
    except (*BROKEN, RecursionError, MemoryError) as error:
        drawing.lacking.append((walk.page, f"the pages cannot be read: {said_by(error)}"))
    return drawing


class Walk:
    """Walks pages; adds to the drawing."""

    def __init__(self, pdf: pikepdf.Pdf, drawing: Drawing, budget: Budget) -> None:
        self.pdf, self.drawing, self.budget = pdf, drawing, budget
        self.deadline = time.monotonic() + budget.seconds
        self.frames: list[Frame] = []
        self.page, self.unit, self.calls = 0, 1.0, 0
        self.faces: dict[ObjectId, Face] = {}
        self.kept: dict[ObjectId, list[Step]] = {}
        self.kept_steps = 0
        self.met: set[tuple[object, ...]] = set()
        self.uses: Counter[ObjectId] = Counter()

    def walk_page(self, count: int, page: pikepdf.Object) -> None:
        """Walk a page, all that it calls, and the appearances of its annotations."""
        self.page, self.calls = count, 0
        self.met, self.uses = set(), Counter()
        boxes = page_boxes(count, page)
        self.unit = boxes.unit
        state = State(clip=boxes.media)
        resources = boxes.resources
        if is_dictionary(entry(page, "/Group")):
            self.enter_group(Frame(iter(()), resources, state), "page", page, "")
        contents = entry(page, "/Contents")
        parts = items(contents) if isinstance(contents, pikepdf.Array) else [contents]
        frame = Frame(iter(()), resources, state, inside=frozenset({object_id(page)}))
        self._enter(frame, self._joined(parts))
        self._run()
        for annotation in items(entry(page, "/Annots"))[:_ANNOTATION_LIMIT]:
            self._enter_appearance(annotation, boxes.media, resources)
            self._run()

    def _joined(self, parts: list[object]) -> bytes:
        """Return the streams of a page as one; those that cannot be read are told."""
        data = []
        for part in parts:
            try:
                data.append(stream_bytes(part, self.budget.stream))
            except (TooMuch, *BROKEN) as error:
                self.lack(f"its content cannot be read: {said_by(error)}")
        return b"\n".join(data)

    def _run(self) -> None:
        while self.frames:
            frame = self.frames[-1]
            step = next(frame.steps, None)
            if step is None:
                self.frames.pop()
                continue
            self.drawing.operators += 1
            if self.drawing.operators % 256 == 0:
                self._spend()
            operands, operator = step
            act = _ACTS.get(operator)
            if act is None:
                continue
            try:
                act(self, frame, operands)
            except BROKEN as error:
                self.lack(f"operator {operator} cannot be read: {said_by(error)}")

    def _spend(self) -> None:
        if self.drawing.operators > self.budget.operators:
            self._stop("it draws more than any honest work needs")
        if len(self.drawing.events) > self.budget.events:
            self._stop("it holds more objects than any honest work needs")
        if time.monotonic() > self.deadline:
            self._stop(f"reading it takes more than {self.budget.seconds:g} seconds")

    def _stop(self, why: str) -> None:
        self.frames = []
        raise _Stop(why)

    def lack(self, reason: str) -> None:
        """Note that something of this page was not looked at."""
        if ("lack", reason) not in self.met and len(self.drawing.lacking) < 1_000:
            self.met.add(("lack", reason))
            self.drawing.lacking.append((self.page, reason))

    def miss(self, frame: Frame, what: str) -> None:
        """Note a name that leads nowhere."""
        told = ", in ".join((what, *reversed(frame.path)))
        if ("miss", told) not in self.met and len(self.drawing.missing) < 1_000:
            self.met.add(("miss", told))
            self.drawing.missing.append((self.page, told))

    def draw(self, event: Event) -> None:
        """Enter something that is drawn."""
        self.drawing.events.append(event)

    # Streams

    def _enter(self, frame: Frame, data: bytes, key: ObjectId = (0, 0)) -> None:
        if len(self.frames) >= self.budget.depth:
            self.lack("drawings are nested too deeply")
            return
        steps = self.kept.get(key)
        if steps is None:
            steps = self._steps(data)
            room = self.kept_steps + len(steps) <= _KEPT_STEPS
            if key != (0, 0) and room and len(steps) <= _KEPT_STREAM:
                self.kept[key] = steps
                self.kept_steps += len(steps)
        frame.steps = iter(steps)
        self.frames.append(frame)

    def _steps(self, data: bytes) -> list[Step]:
        words = len(data) - len(data.translate(None, _DELIMITERS))
        if len(data) > self.budget.stream or words > self.budget.tokens:
            self.lack("the content of a page is too large to be looked at")
            return []
        try:
            with warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                parsed = pikepdf.parse_content_stream(pikepdf.Stream(self.pdf, data))
            if said:
                self.lack(f"its content is broken: {str(said[0].message)[:80]}")
        except BROKEN as error:
            self.lack(f"its content cannot be read: {said_by(error)}")
            return []
        return [_step(one) for one in parsed]

    def _enter_stream(self, frame: Frame, stream: object) -> None:
        """Enter a form, a cell, a glyph or a mask, unless it is already being drawn."""
        key = object_id(stream)
        if key in frame.inside:
            self.lack("a drawing holds itself")
            return
        self.calls += 1
        if self.calls > self.budget.calls:
            self.lack("it calls more drawings than any honest page needs; not checked beyond here")
            self.frames = []
            return
        try:
            data = b"" if key in self.kept else stream_bytes(stream, self.budget.stream)
        except (TooMuch, *BROKEN) as error:
            self.lack(f"{frame.path[-1] if frame.path else 'it'}: {said_by(error)}")
            return
        frame.inside |= {key}
        self._enter(frame, data, key)

    def enter_form(self, frame: Frame, key: str, form: object) -> None:
        """Draw a form XObject."""
        matrix = bounded_matrix(_matrix(form).then(frame.state.matrix))
        state = replace(frame.state, matrix=matrix, clip=_within(form, matrix, frame.state.clip))
        if is_dictionary(entry(form, "/Group")):
            self.enter_group(frame, "form", form, key)
            state = replace(state, fill_alpha=1.0, stroke_alpha=1.0, blend="Normal", masked=False)
        inner = _inner(frame, form, state, named("form", key, form))
        self._enter_stream(inner, form)

    def enter_group(self, frame: Frame, kind: str, form: object, key: str) -> None:
        """Note a transparency group."""
        group = entry(form, "/Group")
        if name(entry(group, "/S")) != "Transparency":
            return
        own = entry(form, "/Resources") or frame.resources
        space = group_space(form)
        self.draw(
            Group(
                *self.common(frame, frame.state.clip),
                kind=kind,
                form=form,
                name=key,
                space=None if space is None else read_space(space, own),
                isolated=entry(group, "/I") is True,
            )
        )

    def enter_mask(self, frame: Frame, mask: object) -> None:
        """Draw the group of a soft mask, once for each place."""
        form = entry(mask, "/G")
        met = ("mask", object_id(form), frame.state.matrix, frame.path)
        if not isinstance(form, pikepdf.Stream) or met in self.met:
            return
        self.met.add(met)
        matrix = bounded_matrix(_matrix(form).then(frame.state.matrix))
        state = State(matrix=matrix, clip=_within(form, matrix, frame.state.clip))
        inner = _inner(frame, form, state, named("soft mask", "", form))
        inner.in_mask = True
        self.enter_group(inner, "mask", form, "")
        self._enter_stream(inner, form)

    def paint(self, frame: Frame, paint: Paint, box: Box | None) -> None:
        """Draw the pattern that something is painted with, if it is one."""
        if not paint.pattern:
            return
        pattern = paint.source
        if integer(entry(pattern, "/PatternType")) == 2:
            self._shade(frame, paint, box)
        elif isinstance(pattern, pikepdf.Stream):
            self._enter_cell(frame, paint, box)

    def _shade(self, frame: Frame, paint: Paint, box: Box | None) -> None:
        shading = entry(paint.source, "/Shading")
        self.shade(frame, f"of pattern {paint.pattern}", shading, box)
        settings = entry(paint.source, "/ExtGState")
        if is_dictionary(settings):
            operators.note_settings(self, frame, paint.pattern, settings)

    def shade(self, frame: Frame, key: str, shading: object, box: Box | None) -> None:
        """Note a gradient."""
        if not is_dictionary(shading):
            self.miss(frame, f"gradient {key}")
            return
        space = read_space(entry(shading, "/ColorSpace"), frame.resources)
        at = self.common(frame, box)
        self.draw(Gradient(*at, name=key, shading=shading, space=space))

    def _enter_cell(self, frame: Frame, paint: Paint, box: Box | None) -> None:
        """Draw the cell of a tiling pattern; it is spread over the box that is painted."""
        cell = paint.source
        self.uses[object_id(cell)] += 1
        if self.uses[object_id(cell)] > _PATTERN_USES:
            return
        matrix = bounded_matrix(_matrix(cell).then(frame.base))
        inner = _inner(
            frame, cell, State(matrix=matrix, clip=box), named("pattern", paint.pattern, cell)
        )
        inner.spread = box
        # An uncoloured pattern is drawn in the colour that was set with its name (8.7.3.3).
        if integer(entry(cell, "/PaintType")) == 2 and paint.space.base:
            inner.ink = Paint(paint.space.base, paint.values)
            inner.set(fill=inner.ink, stroke=inner.ink)
        inner.state = replace(inner.state, masked=frame.state.masked)
        self._enter_stream(inner, cell)

    def enter_glyphs(self, frame: Frame, face: Face, codes: Sequence[int], at: Matrix) -> None:
        """Draw the glyphs of a Type 3 font, each once a page and colour."""
        names = glyph_names(entry(face.resource, "/Encoding"))
        matrix = Matrix.of(numbers(entry(face.resource, "/FontMatrix")))
        own = entry(face.resource, "/Resources") or frame.resources
        for code in codes:
            glyph = entry(face.resource, "/CharProcs", f"/{names.get(code, '')}")
            met = ("glyph", object_id(glyph), frame.state.fill)
            if not isinstance(glyph, pikepdf.Stream) or met in self.met:
                continue
            self.met.add(met)
            size = Matrix(frame.state.size, 0, 0, frame.state.size, 0, frame.state.rise)
            moved = bounded_matrix(matrix.then(size).then(at))
            label = named("glyph", names[code], glyph)
            inner = _inner(frame, glyph, replace(frame.state, matrix=moved), label)
            inner.resources, inner.spread = own, frame.state.clip
            self._enter_stream(inner, glyph)

    def _enter_appearance(self, annotation: object, media: Box, resources: object) -> None:
        normal = entry(annotation, "/AP", "/N")
        chosen = name(entry(annotation, "/AS"))
        if not isinstance(normal, pikepdf.Stream):
            normal = entry(normal, f"/{chosen}") if chosen else None
        hidden = (integer(entry(annotation, "/F")) or 0) & _HIDDEN
        if not isinstance(normal, pikepdf.Stream) or hidden:
            return
        kind = name(entry(annotation, "/Subtype")) or "annotation"
        frame = Frame(iter(()), resources, State(clip=media))
        frame.path = (f"appearance of {named('annotation', kind, annotation)}",)
        frame.set(matrix=_onto(normal, numbers(entry(annotation, "/Rect"))))
        self.enter_form(frame, "", normal)

    # What operators ask for

    def common(
        self, frame: Frame, box: Box | None
    ) -> tuple[int, Box | None, State, tuple[str, ...], bool]:
        """Return the first fields of an event."""
        return self.page, box, frame.state, frame.path, frame.in_mask

    def space(self, frame: Frame, value: object) -> Space:
        """Resolve a colour space, once a stream."""
        if not isinstance(value, pikepdf.Name):
            return read_space(value, frame.resources)
        key = str(value)
        found = frame.spaces.get(key)
        if found is None:
            found = frame.spaces[key] = read_space(value, frame.resources)
            if not found.family:
                self.miss(frame, f"colour space {key[1:]}")
        return found

    def face(self, resource: object) -> Face:
        """Read a font, once a file."""
        key = object_id(resource)
        found = self.faces.get(key)
        if found is None or key == (0, 0):
            found = _face(resource)
            # A font written in place has no number of its own.
            self.faces[key if key != (0, 0) else (0, -id(found))] = found
        return found


def _step(parsed: object) -> Step:
    if isinstance(parsed, pikepdf.ContentStreamInlineImage):
        return [parsed.iimage], "INLINE IMAGE"
    return [*parsed.operands], str(parsed.operator)  # type: ignore[attr-defined]


def _inner(frame: Frame, stream: object, state: State, label: str) -> Frame:
    """Return the frame of a stream that is called from another."""
    resources = entry(stream, "/Resources")
    return Frame(
        iter(()),
        resources if is_dictionary(resources) else frame.resources,
        state,
        base=state.matrix,
        path=(*frame.path, label),
        inside=frame.inside,
        in_mask=frame.in_mask,
        ink=frame.ink,
        spread=frame.spread,
    )


def _matrix(form: object) -> Matrix:
    return bounded_matrix(Matrix.of(numbers(entry(form, "/Matrix"))))


def _within(form: object, matrix: Matrix, clip: Box | None) -> Box | None:
    """Return what the box of a form leaves of the clip (8.10.1)."""
    corners = _corners(form)
    return cut(Box.of(map(matrix.move, corners)), clip) if corners else clip


def _corners(form: object) -> list[tuple[float, float]]:
    box = [bounded(value) for value in numbers(entry(form, "/BBox"))]
    if len(box) != 4:
        return []
    left, bottom, right, top = box
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _onto(form: object, rect: list[float]) -> Matrix:
    """Return the matrix that lays an appearance onto its rectangle (12.5.5, algorithm 8.1)."""
    corners = [_matrix(form).move(corner) for corner in _corners(form)]
    if len(rect) != 4 or not corners:
        return IDENTITY
    box = Box.of(corners)
    target = Box.of([(bounded(rect[0]), bounded(rect[1])), (bounded(rect[2]), bounded(rect[3]))])
    wide, high = box.right - box.left, box.top - box.bottom
    across = (target.right - target.left) / wide if wide else 1.0
    up = (target.top - target.bottom) / high if high else 1.0
    moved = target.left - box.left * across, target.bottom - box.bottom * up
    return bounded_matrix(Matrix(across, 0, 0, up, *moved))


def _face(resource: object) -> Face:
    font = read_font(resource)
    if not font.widths and not font.default_width:
        font.default_width = 0.5  # one of the fourteen standard fonts, whose widths nobody wrote
    inner = resource
    if descendants := items(entry(resource, "/DescendantFonts")):
        inner = descendants[0]
    low = number(entry(inner, "/FontDescriptor", "/Descent"))
    high = number(entry(inner, "/FontDescriptor", "/Ascent"))
    em = _em(resource)
    return Face(
        font,
        resource,
        em * min(max((-250.0 if low is None else low) / 1000, -0.5), 0.0),
        em * min(max((750.0 if not high else high) / 1000, 0.4), 1.2),
        em,
    )


def _em(resource: object) -> float:
    """Return how high the letters of a Type 3 font are at size 1, where that is far from 1.

    Such fonts choose their own units (9.6.5), and the size of a text may be 1 for large letters.
    """
    box = numbers(entry(resource, "/FontBBox"))
    if name(entry(resource, "/Subtype")) != "Type3" or len(box) != 4:
        return 1.0
    high = abs(box[3] - box[1]) * Matrix.of(numbers(entry(resource, "/FontMatrix"))).height
    return high if 0 < high < 1e6 and not _USUAL[0] <= high <= _USUAL[1] else 1.0
