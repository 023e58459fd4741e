"""Operators of a content stream: graphics state, colours, paths, pictures, forms.

Each is a short function of the walk, the frame and the operands; `ACTS` is the table.

Source: ISO 32000-1, 8.4.4 (graphics state), 8.5 (paths), 8.6.8 (colours), 8.9.7 (inline images).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pikepdf

from publish.check.geometry import Box, Matrix, Outline, Point, eighths
from publish.check.objects import entry, integer, is_dictionary, items, name, number, one_or_many
from publish.check.preflight.colour_space import (
    CMYK,
    GRAY,
    RGB,
    Paint,
    Space,
    first_paint,
)
from publish.check.preflight.drawing import Fill, Picture, Setting, Stroke
from publish.check.preflight.frame import Frame, bounded_matrix, cut, floats, grown, scales

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from publish.check.preflight.walk import Walk

    Act = Callable[["Walk", Frame, Sequence[object]], None]

#: Of the clipping paths, the last ones are kept for rules that look at thin shapes.
_CLIPS_KEPT = 4
_SAVED_LIMIT = 10_000
_ONE_BIT = {"CCITTFaxDecode", "CCF", "JBIG2Decode"}
#: Blend modes of PDF 1.6 (11.3.5), with the old name of Normal.
BLENDS = frozenset(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight "
    "SoftLight Difference Exclusion Hue Saturation Color Luminosity".split()
)


def key_of(operands: Sequence[object]) -> str:
    """Return the name that is the last operand, with its slash; ``/`` where there is none."""
    return str(operands[-1]) if operands and isinstance(operands[-1], pikepdf.Name) else "/"


# Graphics state


def save(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``q``."""
    if len(frame.saved) >= _SAVED_LIMIT:
        walk.lack("graphics states are saved without end")
        return
    frame.saved.append(frame.state)


def restore(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``Q``."""
    if frame.saved:
        frame.state = frame.saved.pop()


def transform(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``cm``."""
    frame.set(matrix=bounded_matrix(Matrix.of(floats(operands)).then(frame.state.matrix)))


def line_width(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``w``."""
    if values := floats(operands):
        frame.set(line_width=abs(values[0]))


def dash(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``d``."""
    frame.set(dash=tuple(floats(items(operands[0] if operands else None))[:32]))


def intent(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``ri``."""
    frame.set(intent=key_of(operands)[1:])
    met = ("intent", frame.state.intent, frame.path)
    if met not in walk.met:
        walk.met.add(met)
        at = walk.common(frame, frame.state.clip)
        walk.draw(Setting(*at, name=frame.state.intent, values=operands[-1] if operands else None))


def external_state(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``gs``."""
    key = key_of(operands)
    values = entry(frame.resources, "/ExtGState", key)
    if not is_dictionary(values):
        walk.miss(frame, f"graphics state {key[1:]}")
        return
    _set_numbers(frame, values)
    _set_overprint(frame, values)
    _set_transparency(walk, frame, values)
    font = items(entry(values, "/Font"))
    if len(font) == 2:
        face = walk.face(font[0])
        frame.set(font=face.font, font_resource=font[0], size=_first(font[1]))
    note_settings(walk, frame, key[1:], values)


def note_settings(walk: Walk, frame: Frame, key: str, values: object) -> None:
    """Enter an ExtGState into the drawing, once for each stream that sets it."""
    met = ("settings", key, frame.path)
    if met not in walk.met:
        walk.met.add(met)
        at = walk.common(frame, frame.state.clip)
        walk.draw(Setting(*at, name=key, values=values))


def _first(value: object) -> float:
    found = floats([value])
    return found[0] if found else 0.0


def _set_numbers(frame: Frame, values: object) -> None:
    if (width := number(entry(values, "/LW"))) is not None:
        frame.set(line_width=abs(_first(width)))
    dashes = items(entry(values, "/D"))
    if dashes:
        frame.set(dash=tuple(floats(items(dashes[0]))[:32]))
    if chosen := name(entry(values, "/RI")):
        frame.set(intent=chosen)


def _set_overprint(frame: Frame, values: object) -> None:
    stroke, fill = entry(values, "/OP"), entry(values, "/op")
    mode = integer(entry(values, "/OPM"))
    if isinstance(stroke, bool):
        # OP stands for both where op is not there (8.4.5, table 58).
        frame.set(overprint_stroke=stroke)
        if fill is None:
            frame.set(overprint_fill=stroke)
    if isinstance(fill, bool):
        frame.set(overprint_fill=fill)
    if mode is not None:
        frame.set(overprint_mode=mode)


def _set_transparency(walk: Walk, frame: Frame, values: object) -> None:
    fill, stroke = number(entry(values, "/ca")), number(entry(values, "/CA"))
    modes = [name(mode) for mode in one_or_many(entry(values, "/BM"))]
    mask = entry(values, "/SMask")
    if fill is not None:
        frame.set(fill_alpha=min(max(fill, 0.0), 1.0))
    if stroke is not None:
        frame.set(stroke_alpha=min(max(stroke, 0.0), 1.0))
    if modes:
        frame.set(blend=next((mode for mode in modes if mode in BLENDS), "Normal"))
    if mask is not None:
        frame.set(masked=is_dictionary(mask))
        if is_dictionary(mask):
            walk.enter_mask(frame, mask)


# Colours


def device(space: Space, *, stroke: bool) -> Act:
    """Operators ``g``, ``rg``, ``k`` and ``G``, ``RG``, ``K``."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        if frame.ink:
            return
        values = tuple(floats(operands)[: space.components])
        values += (0.0,) * (space.components - len(values))
        # Resources can put another space in its place (8.6.5.6).
        used = walk.space(frame, pikepdf.Name(f"/{space.family}"))
        paint = Paint(used, values)
        frame.set(**{"stroke" if stroke else "fill": paint})

    return act


def choose_space(*, stroke: bool) -> Act:
    """Operators ``cs`` and ``CS``."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        if frame.ink:
            return
        space = walk.space(frame, operands[0] if operands else None)
        frame.set(**{"stroke" if stroke else "fill": first_paint(space)})

    return act


def choose_colour(*, stroke: bool) -> Act:
    """Operators ``sc``, ``scn`` and ``SC``, ``SCN``."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        if frame.ink:
            return
        now = frame.state.stroke if stroke else frame.state.fill
        key = key_of(operands)[1:]
        source = entry(frame.resources, "/Pattern", f"/{key}") if key else None
        if key and source is None:
            walk.miss(frame, f"pattern {key}")
        values = tuple(floats(operands)[:64])
        frame.set(**{"stroke" if stroke else "fill": Paint(now.space, values, key, source)})

    return act


# Paths


def move_to(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``m``."""
    frame.add_ring(_moved(frame, operands)[:1])


def line_to(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``l``."""
    if frame.rings:
        frame.rings[-1] += _moved(frame, operands)[:1]
        frame.points += 1


def curve_to(operator: str) -> Act:
    """Operators ``c``, ``v``, ``y``: a cubic curve, here eight short lines."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        points = _moved(frame, operands)
        if not frame.rings or not frame.rings[-1] or len(points) != (3 if operator == "c" else 2):
            return
        start = frame.rings[-1][-1]
        if operator == "v":
            points = [start, *points]
        elif operator == "y":
            points = [points[0], points[1], points[1]]
        first, second, end = points
        frame.rings[-1] += eighths(start, first, second, end)
        frame.points += 8

    return act


def rectangle(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``re``."""
    values = floats(operands)
    if len(values) == 4:
        x, y, width, height = values
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        ring = [frame.state.matrix.move(corner) for corner in corners]
        frame.add_ring([*ring, ring[0]])


def close(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``h``."""
    if frame.rings and frame.rings[-1] and frame.rings[-1][-1] != frame.rings[-1][0]:
        frame.rings[-1].append(frame.rings[-1][0])
        frame.points += 1


def clip(rule: str) -> Act:
    """Operators ``W`` and ``W*``: the clip takes effect after the next painting operator."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        frame.clip_rule = rule

    return act


def paint(*, fill: str = "", stroke: bool = False, closes: bool = False) -> Act:
    """Operators ``f``, ``S``, ``B``, ``n`` and their kin."""

    def act(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
        if closes:
            close(walk, frame, operands)
        outline = frame.outline(even_odd=fill == "*") if fill or stroke else None
        if outline and fill:
            _fill(walk, frame, outline)
        if outline and stroke:
            _stroke(walk, frame, outline)
        if frame.clip_rule:
            _clip(frame)
        frame.end_path()

    return act


def _fill(walk: Walk, frame: Frame, outline: Outline) -> None:
    box = frame.spread or cut(outline.box, frame.state.clip)
    walk.draw(Fill(*walk.common(frame, box), outline=outline))
    walk.paint(frame, frame.state.fill, box)


def _stroke(walk: Walk, frame: Frame, outline: Outline) -> None:
    least, most = scales(frame.state.matrix)
    reach = grown(outline.box, frame.state.line_width * most / 2)
    box = frame.spread or cut(reach, frame.state.clip)
    width = frame.state.line_width * least * walk.unit
    walk.draw(Stroke(*walk.common(frame, box), outline=outline, width=width))
    walk.paint(frame, frame.state.stroke, box)


def _clip(frame: Frame) -> None:
    outline = frame.outline(even_odd=frame.clip_rule == "W*")
    if outline is None:
        return
    box = cut(outline.box, frame.state.clip)
    if box and (box.left == box.right or box.bottom == box.top):
        box = None
    frame.set(clip=box, clips=(*frame.state.clips, outline)[-_CLIPS_KEPT:])


def _moved(frame: Frame, operands: Sequence[object]) -> list[Point]:
    values = floats(operands)
    pairs = zip(values[::2], values[1::2], strict=False)
    return [frame.state.matrix.move(pair) for pair in pairs]


# Pictures, gradients and forms


def shade(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``sh``: fills the clip with a gradient."""
    key = key_of(operands)
    shading = entry(frame.resources, "/Shading", key)
    walk.shade(frame, key[1:], shading, frame.spread or frame.state.clip)


def draw_object(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``Do``."""
    key = key_of(operands)
    drawn = entry(frame.resources, "/XObject", key)
    kind = name(entry(drawn, "/Subtype"))
    if not isinstance(drawn, pikepdf.Stream):
        walk.miss(frame, f"picture or form {key[1:]}")
    elif kind == "Form":
        walk.enter_form(frame, key[1:], drawn)
    elif kind == "Image":
        _picture(walk, frame, key[1:], drawn, is_inline=False)


def inline_image(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operators ``BI``, ``ID``, ``EI``."""
    _picture(walk, frame, "", operands[0].obj, is_inline=True)  # type: ignore[attr-defined]


def _picture(walk: Walk, frame: Frame, key: str, image: object, *, is_inline: bool) -> None:
    matrix = frame.state.matrix
    corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    box = frame.spread or cut(Box.of(map(matrix.move, corners)), frame.state.clip)
    pixels = _count(image, "/Width"), _count(image, "/Height")
    sides = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    inches = [side * walk.unit / 72 for side in sides]
    is_stencil = entry(image, "/ImageMask") is True
    written = entry(image, "/ColorSpace")
    across, up = (
        count / side if side > 1e-6 else 0.0 for count, side in zip(pixels, inches, strict=True)
    )
    walk.draw(
        Picture(
            *walk.common(frame, box),
            name=key,
            image=image,
            pixels=pixels,
            ppi=(across, up),
            bits=1 if is_stencil else _bits(image),
            space=None if is_stencil or written is None else walk.space(frame, written),
            is_stencil=is_stencil,
            is_inline=is_inline,
            has_mask=any(entry(image, mask) is not None for mask in ("/SMask", "/Mask")),
        )
    )
    if is_stencil:
        walk.paint(frame, frame.state.fill, box)


def _bits(image: object) -> int:
    """Return the bits of a component; filters for one bit need not say so (table 89)."""
    written = integer(entry(image, "/BitsPerComponent"))
    filters = {name(one) for one in one_or_many(entry(image, "/Filter"))}
    return written or (1 if filters & _ONE_BIT else 0)


def _count(image: object, key: str) -> int:
    return min(max(integer(entry(image, key)) or 0, 0), 1 << 31)


def uncoloured(walk: Walk, frame: Frame, operands: Sequence[object]) -> None:
    """Operator ``d1``: the glyph is drawn in the colour of the text (9.6.5)."""
    frame.ink = frame.state.fill
    frame.set(stroke=frame.state.fill)


ACTS: dict[str, Act] = {
    "q": save,
    "Q": restore,
    "cm": transform,
    "w": line_width,
    "d": dash,
    "ri": intent,
    "gs": external_state,
    "g": device(GRAY, stroke=False),
    "rg": device(RGB, stroke=False),
    "k": device(CMYK, stroke=False),
    "G": device(GRAY, stroke=True),
    "RG": device(RGB, stroke=True),
    "K": device(CMYK, stroke=True),
    "cs": choose_space(stroke=False),
    "CS": choose_space(stroke=True),
    "sc": choose_colour(stroke=False),
    "scn": choose_colour(stroke=False),
    "SC": choose_colour(stroke=True),
    "SCN": choose_colour(stroke=True),
    "m": move_to,
    "l": line_to,
    "c": curve_to("c"),
    "v": curve_to("v"),
    "y": curve_to("y"),
    "re": rectangle,
    "h": close,
    "W": clip("W"),
    "W*": clip("W*"),
    "f": paint(fill="W"),
    "F": paint(fill="W"),
    "f*": paint(fill="*"),
    "S": paint(stroke=True),
    "s": paint(stroke=True, closes=True),
    "B": paint(fill="W", stroke=True),
    "B*": paint(fill="*", stroke=True),
    "b": paint(fill="W", stroke=True, closes=True),
    "b*": paint(fill="*", stroke=True, closes=True),
    "n": paint(),
    "sh": shade,
    "Do": draw_object,
    "INLINE IMAGE": inline_image,
    "d1": uncoloured,
}
