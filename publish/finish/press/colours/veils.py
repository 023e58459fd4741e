"""What is half clear, mixed in inks so that it looks on paper as light mixed it on the screen.

Half of the ink is not half of the light: black that lets half of the screen's white through is a
grey of 62 percent black ink, and 50 percent would be far too light. So a clear colour gets the
inks and the clearness that make its mixture with bare paper right. On a coloured ground the same
inks are mixed with the ground, as near as inks can come.

Of all pairs that are right on paper, the one is taken that lets most of the ground through.

What is black and clear takes light away and adds none. So it is laid over the ground like a film of
black ink: the inks below stay whole, and a picture in a shadow keeps its colours.

Source: ISO 32000-1, 11.3.5.2 (Multiply), 11.7.4.2 (blend modes and subtractive inks).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from pikepdf import Dictionary, Name

from publish.finish.press.separator import BLACK
from publish.model.press import Ink

if TYPE_CHECKING:
    import pikepdf
    from pikepdf import Object

    from publish.finish.press.separator import Numbers, Separator, Triple
    from publish.model.press import Cmyk

#: Clearer than this, eight bits tell nothing about the colour any more.
FAINTEST = 0.04

#: What shows more than this hides nearly all; as a film it would only add ink to what is below.
FILM = 0.85

#: Names of the two graphics states in resources.
FILM_ON, FILM_OFF = "/PressFilm", "/PressCover"


class Use(NamedTuple):
    """What a drawing is for, and through what it is seen.

    Attributes:
        mask: it says how much of another drawing shows, and is not printed itself.
        alpha: how much of the drawing shows on the screen, 1 for all.
        cover: how much of it shows on the press.
    """

    mask: bool = False
    alpha: float = 1.0
    cover: float = 1.0


def films(pdf: pikepdf.Pdf) -> dict[str, Object]:
    """Return the graphics states that lay inks over others, and that cover them, by name."""
    modes = ((FILM_ON, Name.Multiply), (FILM_OFF, Name.Normal))
    return {
        name: pdf.make_indirect(Dictionary(Type=Name.ExtGState, BM=mode)) for name, mode in modes
    }


def is_film(separator: Separator, colour: Triple, alpha: float) -> bool:
    """Tell whether a clear colour only takes light away from what is below it."""
    return 0 < alpha <= FILM and separator.rgb(*colour) == BLACK


PAINT = Use()
MASK = Use(mask=True)


def cover(separator: Separator, alpha: float) -> float:
    """Return how much of a group must show on the press so that all its colours can be right."""
    return max(alpha, separator.grey(1 - alpha))


def veiled(
    separator: Separator, colour: Triple, alpha: float, use: Use
) -> tuple[Ink | Cmyk, float]:
    """Return inks for a colour that is partly clear, and how much of them shows.

    Args:
        separator: knows the inks of a colour.
        colour: of sRGB.
        alpha: how much of it shows on the screen within its drawing, 0 to 1.
        use: what the drawing is seen through.
    """
    seen = alpha * use.alpha
    plain = separator.rgb(*colour)
    if seen >= 1:
        return plain, alpha
    if separator.brand(colour) is not None:
        return plain, min(_tint(separator, colour, plain, seen) / use.cover, 1.0)
    seen_as = on_paper(np.array([colour]), np.array([alpha]), use)[0]
    right = np.array([_process(separator.rgb(*seen_as.tolist()))])
    values, covers = run(right, np.array([alpha]), use)
    cyan, magenta, yellow, black = (round(float(ink), 4) for ink in values[0])
    return (cyan, magenta, yellow, black), round(float(covers[0]), 4)


def mixed(colour: Triple, ground: Triple, alpha: float) -> Triple:
    """Return what a clear colour looks like on a ground (ISO 32000-1, 11.3.6)."""
    red, green, blue = (
        alpha * above + (1 - alpha) * below for above, below in zip(colour, ground, strict=True)
    )
    return (red, green, blue)


def on_paper(colours: Numbers, alphas: Numbers, use: Use) -> Numbers:
    """Return how clear colours look on white; the faintest stand for all that are fainter."""
    seen = np.maximum(alphas * use.alpha, FAINTEST)
    return np.asarray(1 - seen[:, None] * (1 - colours))


def run(right: Numbers, alphas: Numbers, use: Use) -> tuple[Numbers, Numbers]:
    """Return inks for a run of clear colours, n × 4, and how much of them shows.

    Args:
        right: inks that are right for what `on_paper` gives.
        alphas: how much of each shows on the screen within its drawing.
        use: what the drawing is seen through.
    """
    seen = np.maximum(alphas * use.alpha, FAINTEST)
    total = np.clip(np.maximum(seen, right.max(axis=1)), seen, use.cover)
    # What hides all that is below it in its group goes on to do so.
    total = np.where(alphas >= 1, use.cover, total)
    inks = np.clip(right / total[:, None], 0, 1)
    # Below the faintest, the cover goes to nothing in step with the alpha.
    part = np.minimum(alphas * use.alpha / seen, 1)
    return inks, np.clip(total * part / use.cover, 0, 1)


def tints(separator: Separator, colour: Triple, alphas: Numbers, use: Use) -> Numbers:
    """Return how much of a brand's ink shows where its colour is clear on the screen."""
    plain = separator.rgb(*colour)
    shown = [_tint(separator, colour, plain, alpha * use.alpha) for alpha in alphas.tolist()]
    return np.clip(np.array(shown) / use.cover, 0, 1)


def _tint(separator: Separator, colour: Triple, plain: Ink | Cmyk, alpha: float) -> float:
    """Return the tint of a brand's ink that is as much lighter as the clear colour is."""
    ink = np.array(_process(plain))
    on_screen = separator.run(np.array([colour, 1 - alpha * (1 - np.array(colour))]))
    full, clear = 100 - separator.looks(on_screen)[:, 0]
    if full < 1:
        return alpha
    steps = np.linspace(0, 1, 101)
    darkness = np.maximum.accumulate(100 - separator.looks(steps[:, None] * ink)[:, 0])
    wanted = clear / full * darkness[-1]
    return round(float(np.interp(wanted, darkness, steps)), 3)


def _process(inks: Ink | Cmyk) -> Cmyk:
    return inks.cmyk if isinstance(inks, Ink) else inks
