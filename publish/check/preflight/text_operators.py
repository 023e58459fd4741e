"""Operators of a content stream that show text.

Source: ISO 32000-1, 9.3 (text state), 9.4 (text objects), 9.6.5 (Type 3 fonts).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pikepdf

from publish.check.geometry import IDENTITY, Box, Matrix
from publish.check.objects import entry, is_dictionary, items, name
from publish.check.preflight.drawing import Text
from publish.check.preflight.frame import bounded_matrix, cut, floats
from publish.check.preflight.operators import key_of
from publish.check.text_run import read_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from publish.check.font import Font
    from publish.check.preflight.frame import Frame
    from publish.check.preflight.walk import Walk

    Act = Callable[[Walk, Frame, Sequence[object]], None]

#: Text in these modes also clips what follows (9.3.6).
_CLIPPING = 4
#: Codes of one run that are kept.
_CODES_KEPT = 4_000


def begin_text(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``BT``."""
    frame.text_matrix = frame.line_matrix = IDENTITY
    frame.text_clip = []


def end_text(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``ET``: letters that were shown to clip do so from here on."""
    if frame.text_clip:
        left = frame.text_clip[0]
        for box in frame.text_clip[1:]:
            left = left.around(box)
        frame.set(clip=cut(left, frame.state.clip))
    frame.text_clip = []


def choose_font(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``Tf``."""
    key = key_of(operands[:1])
    resource = entry(frame.resources, "/Font", key)
    if not is_dictionary(resource):
        walk.miss(frame, f"font {key[1:]}")
    sizes = floats(operands[1:2])
    face = walk.face(resource)
    frame.set(font=face.font, font_resource=resource, size=sizes[0] if sizes else 0.0)


def setter(attribute: str, factor: float = 1.0) -> Act:
    """Operators ``Tc``, ``Tw``, ``Tz``, ``TL``, ``Ts``."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        if values := floats(operands):
            frame.set(**{attribute: values[0] * factor})

    return act


def text_mode(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``Tr``."""
    values = floats(operands)
    mode = int(values[0]) if values else 0
    frame.set(mode=mode if 0 <= mode <= 7 else 0)


def move_line(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``Td``."""
    values = floats(operands)
    if len(values) == 2:
        moved = Matrix(e=values[0], f=values[1]).then(frame.line_matrix)
        frame.text_matrix = frame.line_matrix = bounded_matrix(moved)


def move_line_and_lead(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``TD``."""
    values = floats(operands)
    if len(values) == 2:
        frame.set(leading=-values[1])
    move_line(walk, frame, operands)


def place_text(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``Tm``."""
    frame.text_matrix = frame.line_matrix = bounded_matrix(Matrix.of(floats(operands)))


def next_line(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``T*``."""
    move_line(walk, frame, [0, -frame.state.leading])


def show(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operators ``Tj`` and ``TJ``."""
    if operands:
        shown = operands[0]
        _show(walk, frame, items(shown) if isinstance(shown, pikepdf.Array) else [shown])


def show_on_next_line(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``'``."""
    next_line(walk, frame, [])
    show(walk, frame, operands)


def show_spaced(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``"``: word spacing, character spacing, text."""
    values = floats(operands[:2])
    if len(operands) == 3 and len(values) == 2:
        frame.set(between_words=values[0], between=values[1])
        show_on_next_line(walk, frame, operands[2:])


def _show(walk: Walk, frame: Frame, parts: Sequence[object]) -> None:
    state = frame.state
    if state.font is None:
        walk.miss(frame, "font of a text")
        return
    # The walk's state has all that reading a run asks of one.
    run = read_run(state.font, state, parts)  # type: ignore[arg-type]
    at = bounded_matrix(frame.text_matrix.then(state.matrix))
    codes = tuple(_codes(state.font, parts))
    frame.text_matrix = bounded_matrix(Matrix(e=run.advance).then(frame.text_matrix))
    if not run.glyphs:
        return
    face = walk.face(state.font_resource)
    low, high = (state.rise + reach * state.size for reach in (face.low, face.high))
    corners = [(0.0, low), (run.advance, low), (run.advance, high), (0.0, high)]
    whole = Box.of(map(at.move, corners))
    box = frame.spread or cut(whole, state.clip)
    event = Text(
        *walk.common(frame, box),
        text=run.text,
        codes=codes,
        font=state.font,
        size=abs(at.height * state.size * face.em) * walk.unit,
        angle=math.degrees(math.atan2(at.b, at.a)),
        has_notdef=run.has_notdef,
    )
    walk.draw(event)
    if state.mode >= _CLIPPING:
        frame.text_clip.append(whole)
    for paint in event.paints:
        walk.paint(frame, paint, box)
    if name(entry(state.font_resource, "/Subtype")) == "Type3":
        walk.enter_glyphs(frame, face, codes, at)


def _codes(font: Font, parts: Sequence[object]) -> Iterator[int]:
    left = _CODES_KEPT
    for part in parts:
        shown = bytes(part) if isinstance(part, pikepdf.String) else b""
        length = font.code_length
        for start in range(0, len(shown) - length + 1, length):
            if left <= 0:
                return
            left -= 1
            yield int.from_bytes(shown[start : start + length], "big")


ACTS: dict[str, Act] = {
    "BT": begin_text,
    "ET": end_text,
    "Tf": choose_font,
    "Td": move_line,
    "TD": move_line_and_lead,
    "Tm": place_text,
    "T*": next_line,
    "Tj": show,
    "TJ": show,
    "'": show_on_next_line,
    '"': show_spaced,
    "Tr": text_mode,
    "Tc": setter("between"),
    "Tw": setter("between_words"),
    "Tz": setter("stretch", 0.01),
    "TL": setter("leading"),
    "Ts": setter("rise"),
}
