"""What the pages of a file draw, one record for each painting operator, in the order of painting.

All places are in the default user space of the page, in points; boxes are cut by the clip. The
walk that makes these records is `publish.check.preflight.walk`.

Source: ISO 32000-1, 8.4 (graphics state), 8.9 (images), 9.3 (text state), 11 (transparency).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.check.geometry import IDENTITY, Box, Matrix, Outline
from publish.check.objects import entry, integer, is_dictionary, name, object_id
from publish.check.preflight.colour_space import BLACK, Paint, Space

if TYPE_CHECKING:
    from publish.check.font import Font


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state when something is painted.

    Attributes:
        matrix: from the space of the operator to that of the page.
        clip: box around what is left by all clipping paths; ``None`` where nothing is left.
        clips: the clipping paths themselves, outermost first; only the last few are kept.
        line_width: in the space of the operator; `Stroke.width` is on the page.
        font_resource: the font dictionary of the file.
        size: of the font, in text space; `Text.size` is on the page.
        mode: text rendering mode, 0 to 7.
        overprint_fill, overprint_stroke: ``op`` and ``OP`` of the file.
        overprint_mode: ``OPM``, 0 or 1.
        blend: blend mode; of a list, the first that PDF 1.6 knows.
        masked: whether a soft mask is in force.
        intent: rendering intent; empty where none is set.
        settings: the ExtGState dictionary that was set last, with its name.
    """

    matrix: Matrix = IDENTITY
    clip: Box | None = None
    clips: tuple[Outline, ...] = ()
    fill: Paint = BLACK
    stroke: Paint = BLACK
    line_width: float = 1.0
    dash: tuple[float, ...] = ()
    font: Font | None = None
    font_resource: object = None
    size: float = 0.0
    between: float = 0.0
    between_words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    intent: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is drawn.

    Attributes:
        page: counted from 1.
        box: where, on the page; ``None`` where nothing of it can be seen. What a pattern draws is
            where the pattern is painted.
        path: through which forms and patterns it is reached, outermost first, for example
            ``("form Fm1 (8 0 R)", "pattern P2 (9 0 R)")``; empty for the page itself.
        in_mask: whether it draws a soft mask: it steers others and gives no ink of its own.
    """

    page: int
    box: Box | None
    state: State
    path: tuple[str, ...]
    in_mask: bool

    @property
    def label(self) -> str:
        """The object in words, without the way to it."""
        return "drawing"

    @property
    def object(self) -> str:
        """The object in words with the way to it, as a report names it."""
        return ", in ".join((self.label, *reversed(self.path)))

    @property
    def paints(self) -> tuple[Paint, ...]:
        """The colours that it is painted with; of a picture or a gradient none."""
        return ()

    @property
    def is_see_through(self) -> bool:
        """Whether it needs transparency: opacity, a soft mask, or a blend mode."""
        alpha = min(self.state.fill_alpha, self.state.stroke_alpha)
        return alpha < 1 or self.state.masked or self.state.blend not in ("Normal", "Compatible")


@dataclass(frozen=True, slots=True)
class Text(Event):
    """Text of one operator.

    Attributes:
        text: what it says, as far as the font tells.
        codes: the character codes that are shown.
        font: its widths and its label.
        size: effective, in points on the page.
        angle: of the baseline, in degrees, 0 for upright text.
    """

    text: str
    codes: tuple[int, ...]
    font: Font
    size: float
    angle: float = 0.0
    has_notdef: bool = False

    @property
    def label(self) -> str:
        """For example ``text “Appel commun” in Source Serif, 9.5 pt``."""
        said = " ".join(self.text.split())
        shown = said if len(said) <= 30 else f"{said[:29]}…"
        return f"text “{shown}” in {self.font.label[:60]}, {self.size:.3g} pt"

    @property
    def paints(self) -> tuple[Paint, ...]:
        """By the rendering mode: fill, stroke, both or nothing (9.3.6)."""
        fill, stroke = self.state.fill, self.state.stroke
        by_mode = {0: (fill,), 1: (stroke,), 2: (fill, stroke)}
        return by_mode.get(self.state.mode % 4, ())


@dataclass(frozen=True, slots=True)
class Fill(Event):
    """A filled path, with its rings (curves as short lines)."""

    outline: Outline

    @property
    def label(self) -> str:
        """For example ``filled shape, 210 × 40 pt``."""
        return f"filled shape, {_measures(self.outline.box)}"

    @property
    def paints(self) -> tuple[Paint, ...]:
        """The colour of filling."""
        return (self.state.fill,)


@dataclass(frozen=True, slots=True)
class Stroke(Event):
    """A stroked path.

    Attributes:
        width: of the line, in points on the page, at its thinnest.
    """

    outline: Outline
    width: float

    @property
    def label(self) -> str:
        """For example ``line of 0.5 pt, 210 × 0 pt``."""
        return f"line of {self.width:.3g} pt, {_measures(self.outline.box)}"

    @property
    def paints(self) -> tuple[Paint, ...]:
        """The colour of the line."""
        return (self.state.stroke,)


@dataclass(frozen=True, slots=True)
class Picture(Event):
    """A picture, or a stencil that is painted through.

    Attributes:
        name: in its resources; empty for an inline image.
        image: the image dictionary; of an inline image with its long names.
        pixels: width and height.
        ppi: effective, across and up; 0 where it has no size.
        bits: of a component.
        space: ``None`` for a stencil, and for JPX that names none.
        is_stencil: whether it is painted with the fill colour (ImageMask).
        has_mask: whether it has a soft mask or a mask of its own.
    """

    name: str
    image: object
    pixels: tuple[int, int]
    ppi: tuple[float, float]
    bits: int
    space: Space | None
    is_stencil: bool
    is_inline: bool
    has_mask: bool

    @property
    def label(self) -> str:
        """For example ``image Im3 (12 0 R)``."""
        return "inline image" if self.is_inline else named("image", self.name, self.image)

    @property
    def paints(self) -> tuple[Paint, ...]:
        """The fill colour of a stencil; nothing for a picture."""
        return (self.state.fill,) if self.is_stencil else ()

    @property
    def has_soft_mask(self) -> bool:
        """Whether it is see-through by itself (8.9.5.1, SMask and SMaskInData)."""
        inside = integer(entry(self.image, "/SMaskInData")) or 0
        return is_dictionary(entry(self.image, "/SMask")) or inside > 0


@dataclass(frozen=True, slots=True)
class Gradient(Event):
    """A shading, painted by ``sh`` or by a shading pattern."""

    name: str
    shading: object
    space: Space

    @property
    def label(self) -> str:
        """For example ``gradient Sh1 (14 0 R)``."""
        return named("gradient", self.name, self.shading)


@dataclass(frozen=True, slots=True)
class Group(Event):
    """A transparency group that is entered: of the page, a form, or a soft mask.

    Attributes:
        kind: ``page``, ``form`` or ``mask``.
        space: that it is blended in; ``None`` where it says none.
    """

    kind: str
    form: object
    name: str
    space: Space | None
    isolated: bool

    @property
    def label(self) -> str:
        """For example ``transparency group of form Fm1 (8 0 R)``."""
        if self.kind == "page":
            return "transparency group of the page"
        return f"transparency group of {named(self.kind, self.name, self.form)}"


@dataclass(frozen=True, slots=True)
class Setting(Event):
    """An ExtGState that is set by ``gs``, or an intent by ``ri``."""

    name: str
    values: object

    @property
    def label(self) -> str:
        """For example ``graphics state GS1 (7 0 R)``."""
        return named("graphics state", self.name, self.values)


@dataclass(slots=True)
class Drawing:
    """All pages.

    Attributes:
        events: in the order of painting.
        lacking: page and reason, where a page could not be walked to its end.
        missing: page, and the resource in words, of names that lead nowhere.
        fonts: by the page where they are first used.
    """

    events: list[Event] = field(default_factory=list)
    lacking: list[tuple[int, str]] = field(default_factory=list)
    missing: list[tuple[int, str]] = field(default_factory=list)
    operators: int = 0


def named(kind: str, key: str, value: object) -> str:
    """Return a name for people: kind, name in the resources, object number."""
    number, generation = object_id(value)
    shown = f" ({number} {generation} R)" if number else ""
    return f"{kind} {key[:40]}{shown}".strip()


def _measures(box: Box) -> str:
    return f"{box.right - box.left:.4g} × {box.top - box.bottom:.4g} pt"


def group_space(form: object) -> object:
    """Return the colour space of a form's transparency group, unresolved, or ``None``."""
    group = entry(form, "/Group")
    if is_dictionary(group) and name(entry(group, "/S")) == "Transparency":
        return entry(group, "/CS")
    return None
