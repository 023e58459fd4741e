"""What a drawing knows of the graphics state, and what all drawings of a file share."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pikepdf import Dictionary, Object, Stream

from publish.finish.press.colours.functions import floats
from publish.finish.press.colours.grounds import EVERYWHERE, Box
from publish.finish.press.colours.spaces import UNKNOWN, Space
from publish.finish.press.matrix import SAME, Matrix

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from publish.finish.press.colours.overprint import Overprint
    from publish.finish.press.colours.spots import Spots
    from publish.finish.press.colours.veils import Use
    from publish.finish.press.separator import Separator
    from publish.model.press import Cmyk, Ink

#: What a drawing is: pages and tiles begin with black, forms and glyphs with what is set outside.
Kind = Literal["page", "form", "tile", "glyph"]

#: The resources around a drawing: as they were, and as they become.
Around = tuple[Dictionary | None, Dictionary]

#: Nothing shines through what shows as much as this.
OPAQUE = 0.9995


@dataclass
class State:
    """What the graphics state knows of colours, and of sizes for the sake of overprinting."""

    fill: Ink | Cmyk | None = None
    stroke: Ink | Cmyk | None = None
    fill_space: Space = UNKNOWN
    stroke_space: Space = UNKNOWN
    fill_values: Sequence[float] = ()
    stroke_values: Sequence[float] = ()
    fill_sent: Ink | Cmyk | None = None
    stroke_sent: Ink | Cmyk | None = None
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    fill_shown: float = 1.0
    stroke_shown: float = 1.0
    blended: bool = False
    mask: Dictionary | None = None
    mask_operands: bytes = b""
    matrix: Matrix = SAME
    clip: Box = EVERYWHERE
    clip_is_rectangle: bool = True
    text_matrix: Matrix | None = SAME
    scale: float = 1.0
    width: float = 1.0
    text_size: float = 0.0
    text_scale: float = 1.0
    text_mode: int = 0
    over: bool = False
    film: bool = False


@dataclass
class Tools:
    """What all drawings of a file share."""

    separator: Separator
    spots: Spots
    overprint: Overprint
    states: dict[str, Object]
    shading: Callable[[Object, Use], Object]
    form: Callable[[Stream, Use, Around], Object]
    group: Callable[[Stream, Use, Around], Object | None]
    clear_gradient: Callable[
        [Dictionary, Dictionary, float, Use, Around], tuple[Object, Object, bool] | None
    ]


def growth(matrix: list[float]) -> float:
    """Return how much a matrix enlarges, as the root of what it does to an area."""
    if len(matrix) != 6:
        return 1.0
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def growth_of(drawing: Object) -> float:
    """Return how much the matrix of a form or pattern enlarges."""
    return growth(floats(drawing.get("/Matrix")))
