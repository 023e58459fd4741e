"""The contrast of two colours, as accessibility law counts it.

The formula stands here once, for who chooses colours and for who measures a finished file.
"""

from __future__ import annotations

#: Red, green, blue of sRGB, each 0 to 1.
Channels = tuple[float, float, float]

#: Contrast that text of ordinary size needs on its ground (WCAG 2.2, 1.4.3).
FOR_TEXT = 4.5
#: Contrast that text needs which is large, or bold and fairly large (WCAG 2.2, 1.4.3).
FOR_LARGE_TEXT = 3.0
#: Contrast for those who see little (WCAG 2.2, 1.4.6).
ENHANCED = 7.0
#: Contrast that parts of a drawing and of a control need (WCAG 2.2, 1.4.11).
FOR_PARTS = 3.0


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """Return the contrast ratio of two colours ``#rrggbb``, 1 to 21.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    return contrast_of(_channels(colour), _channels(ground))


def contrast_of(one: Channels, other: Channels) -> float:
    """Return the contrast ratio of two colours, 1 (none) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: Channels) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
