"""A house's own values where a page is not printed on white paper by our own measure.

Large print wants black on white, and colour only where it is as good as black. A screen may be
dark: there the accent is made lighter until it can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.standards.contrast import ENHANCED, contrast

if TYPE_CHECKING:
    from publish.model.brand import Brand, Colours
    from publish.model.press import Press

_BLACK, _WHITE = "#000000", "#ffffff"

#: Of a dark screen: not black, so that light letters do not glare.
_DARK = {"paper": "#15171c", "ink": "#eceef2", "soft": "#b9bfca", "rule": "#454b57"}

#: How much nearer to white a colour comes with each step.
_STEP = 0.05


def large_print(brand: Brand, size: float) -> str:
    """Return the tokens of large print.

    Args:
        brand: whose accent is kept where its contrast is 7 or more.
        size: of the text, in points.
    """
    colours = brand.colours
    accent = colours.accent if contrast(colours.accent) >= ENHANCED else _BLACK
    alert = colours.alert if contrast(colours.alert) >= ENHANCED else _BLACK
    return _root(
        {
            "size": f"{size:g}pt",
            "ink": _BLACK,
            "soft": _BLACK,
            "paper": _WHITE,
            "rule": _BLACK,
            "accent": accent,
            "on-accent": _WHITE,
            "alert": alert,
        }
    )


def press(settings: Press) -> str:
    """Return the tokens of the sheet that goes to the press: how far colour runs over the trim."""
    return _root({"bleed": f"{settings.bleed:g}mm"})


def web(brand: Brand) -> str:
    """Return the tokens of a web page: the head of the page, and the colours of a dark screen."""
    colours = brand.colours
    band = brand.masthead == "band"
    head = {
        "head-ground": colours.accent if band else "transparent",
        "head-ink": colours.on_accent if band else "var(--ink)",
        "head-mark": colours.on_accent if band else "var(--accent)",
        "head-rule": "transparent" if brand.masthead != "rule" else "var(--ink)",
        "picture-ground": "transparent",
        "picture-edge": "0",
    }
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{_root(_dark(colours))}}}\n"
    return _root(head) + dark


def _dark(colours: Colours) -> dict[str, str]:
    paper = _DARK["paper"]
    return _DARK | {
        "accent": _lighter(colours.accent, paper),
        "on-accent": paper,
        "alert": _lighter(colours.alert, paper),
        # Marks and pictures are drawn for paper.
        "picture-ground": _WHITE,
        "picture-edge": ".375rem",
    }


def _lighter(colour: str, ground: str) -> str:
    """Bring a colour nearer to white until it has a contrast of 7 on a dark ground."""
    share = 0.0
    while contrast(_mixed(colour, share), ground) < ENHANCED and share < 1:
        share += _STEP
    return _mixed(colour, share)


def _mixed(colour: str, white: float) -> str:
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (255 - one) * min(white, 1)):02x}" for one in channels)


def _root(values: dict[str, str]) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    return f":root {{\n{lines}}}\n"
