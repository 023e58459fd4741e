"""From colours of the screen to inks of one press.

Black stays black: a neutral colour is printed with black ink alone, by the profile's own ramp of
that ink, so that text needs one plate and no register. A colour of the brand is printed with the
inks its owner gave. All else goes through LittleCMS: relative colorimetric with black-point
compensation, sRGB to the profile of the condition.

LittleCMS is reached through Pillow, which hands over eight bits a channel. That is exact for what
a style sheet writes as ``#rrggbb``; a colour between two steps (a stop of a gradient, a Lab
colour) is mixed from its neighbours.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageCms

from publish.errors import OwnError
from publish.model.press import Cmyk, Ink
from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from publish.model.press import Press

    Numbers = NDArray[np.float64]
    Pixels = NDArray[np.uint8]

#: Red, green and blue of sRGB, or lightness, a and b.
Triple = tuple[float, float, float]

#: A colour is neutral when its channels differ by no more than this, in steps of 255.
NEUTRAL = 2

#: Nor do colours as dark as this one by more than that: the blacks of web pages have a breath of
#: blue, and text in them would need all four plates for what nobody sees.
DARK = 40
NEARLY_BLACK = 10

#: And only where the press shows no more of their colour than this, in steps of Lab: a black that
#: is meant to be blue stays blue.
UNSEEN = 3.0

#: A flat colour of as much black ink is solid: a screen of fine holes would fray the letters.
SOLID = 0.95

#: A colour of Lab is neutral when it is no farther from the neutral axis.
NEUTRAL_CHROMA = 1.0

#: Greys are lifted over so many times the lightness that black ink alone lacks; with more than
#: two the order of greys is kept, and with this their steps stay more than half as large.
_KNEE = 4.5

PAPER: Cmyk = (0.0, 0.0, 0.0, 0.0)
BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)

_COLORIMETRIC = ImageCms.Intent.RELATIVE_COLORIMETRIC
_COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION


class Separator:
    """Tells for each colour with which inks one press prints it.

    Args:
        profile: of the printing condition: class ``prtr``, four inks.
        inks: of the brand, by ``#rrggbb`` in lower case.
        black_only: whether all is printed with black ink.
    """

    def __init__(
        self, profile: Path, inks: Iterable[tuple[str, Ink]] = (), *, black_only: bool = False
    ) -> None:
        self._links = _links(profile.read_bytes())
        self._inks = {} if black_only else {key.lower(): ink for key, ink in inks}
        self._known: dict[tuple[int, int, int], Ink | Cmyk] = {}
        self.black_only = black_only

    @classmethod
    def of(cls, press: Press) -> Separator:
        """Return the one for the press of a project; those of equal settings are the same one.

        Raises:
            OwnError: the press has no condition, which the caller has to refuse.
        """
        if press.condition is None:
            raise OwnError("a file for the press was asked for without a printing condition")
        return _separator(press.condition.profile, press.inks, press.black_only)

    def rgb(self, red: float, green: float, blue: float) -> Ink | Cmyk:
        """Return the inks for an sRGB colour, each channel 0 to 1; `Ink` for a spot ink only."""
        steps = [min(max(channel, 0.0), 1.0) * 255 for channel in (red, green, blue)]
        whole = (round(steps[0]), round(steps[1]), round(steps[2]))
        if max(abs(step - near) for step, near in zip(steps, whole, strict=True)) > 0.01:
            return self._separated((steps[0] / 255, steps[1] / 255, steps[2] / 255), whole)
        if whole not in self._known:
            exact = (whole[0] / 255, whole[1] / 255, whole[2] / 255)
            self._known[whole] = self._separated(exact, whole)
        return self._known[whole]

    def _separated(self, colour: Triple, whole: tuple[int, int, int]) -> Ink | Cmyk:
        ink = self.brand(colour)
        if ink is not None:
            return ink if ink.spot else ink.cmyk
        if self.black_only:
            return (0.0, 0.0, 0.0, self._links.black(luminance(colour)))
        if self._is_neutral(colour, whole):
            black = self.grey(sum(colour) / 3)
            return (0.0, 0.0, 0.0, black if black < SOLID else 1.0)
        return _cmyk(self._links.inks_of_rgb(np.array([colour]))[0])

    def _is_neutral(self, colour: Triple, whole: tuple[int, int, int]) -> bool:
        spread = max(whole) - min(whole)
        if spread <= NEUTRAL or max(whole) > DARK or spread > NEARLY_BLACK:
            return spread <= NEUTRAL
        # In print, not on the screen: the darker the colour, the less a press shows of it.
        pair = self.looks(self.run(np.array([colour, [sum(colour) / 3] * 3])))
        return math.dist(pair[0, 1:], pair[1, 1:]) <= UNSEEN

    def brand(self, colour: Triple) -> Ink | None:
        """Return the ink that the brand gave for an sRGB colour, ``None`` where it gave none."""
        if not self._inks:
            return None
        return self._inks.get("#{:02x}{:02x}{:02x}".format(*(round(c * 255) for c in colour)))

    def named(self, name: str) -> Ink | None:
        """Return the ink that stands in the settings under a name instead of a colour."""
        return self._inks.get(name.lower())

    def grey(self, value: float) -> float:
        """Return the black ink for a grey of sRGB, 0 (black) to 1 (paper)."""
        return self._links.black(linear(min(max(value, 0.0), 1.0)))

    def lab(self, lightness: float, a: float, b: float) -> Cmyk:
        """Return the inks for a Lab colour, relative to the white it was written for."""
        if self.black_only or math.hypot(a, b) <= NEUTRAL_CHROMA:
            return (0.0, 0.0, 0.0, self._links.black(_luminance_of_lightness(lightness)))
        return _cmyk(self._links.inks_of_lab(np.array([(lightness, a, b)]))[0])

    def cmyk(self, cyan: float, magenta: float, yellow: float, black: float) -> Cmyk:
        """Return the inks for a colour that is in inks already: the same, unless all is black."""
        inks = _cmyk(np.clip(np.array([cyan, magenta, yellow, black]), 0, 1))
        if self.black_only and any(inks[:3]):
            lightness = self.looks(np.array([inks]))[0, 0]
            return (0.0, 0.0, 0.0, self._links.black(_luminance_of_lightness(lightness)))
        return inks

    def run(self, colours: Numbers) -> Numbers:
        """Return inks by the profile alone for sRGB colours, n × 3 to n × 4, each 0 to 1.

        Knows neither brand nor neutrals, so that a gradient through them has no step.
        """
        return self._links.inks_of_rgb(colours)

    def looks(self, inks: Numbers) -> Numbers:
        """Return how inks look on the paper, n × 4 to Lab n × 3, relative to the paper.

        Lab in whole steps, as eight bits have it: near enough to choose by.
        """
        return self._links.lab_of_inks(inks)

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in inks: ``RGB`` becomes ``CMYK``; ``L`` stays one channel.

        The one channel is 255 where no black ink is, as DeviceGray has it. Where all is black,
        every picture becomes one channel.
        """
        if self.black_only and picture.mode != "L":
            picture = self._links.greyed(picture)
        if picture.mode == "L":
            return picture.point(self._links.grey_table)
        return self._links.picture(picture.convert("RGB"))


@lru_cache(maxsize=16)
def _separator(profile: Path, inks: tuple[tuple[str, Ink], ...], black_only: bool) -> Separator:
    return Separator(profile, inks, black_only=black_only)


class _Links:
    """The transforms of one profile, each built once in a process."""

    def __init__(self, profile: bytes) -> None:
        screen = ImageCms.ImageCmsProfile(str(shipped("assets") / "profiles" / "sRGB2014.icc"))
        press = ImageCms.ImageCmsProfile(BytesIO(profile))
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        exact = ImageCms.Flags.NOOPTIMIZE

        quick = ImageCms.Flags.HIGHRESPRECALC
        self._rgb = _link((screen, "RGB"), (press, "CMYK"), _COMPENSATED | exact)
        self._lab = _link((lab, "LAB"), (press, "CMYK"), _COMPENSATED | exact)
        self._look = _link((press, "CMYK"), (lab, "LAB"), exact)
        self._picture = _link((screen, "RGB"), (press, "CMYK"), _COMPENSATED | quick)
        self._bright = _link((screen, "RGB"), (lab, "LAB"), quick)
        ramp = np.zeros((256, 4))
        ramp[:, 3] = np.linspace(0, 1, 256)
        self._lights = np.minimum.accumulate(self.lab_of_inks(ramp)[:, 0])
        darkest = self.lab_of_inks(self.inks_of_rgb(np.zeros((1, 3))))[0, 0]
        self._darkest = min(float(darkest), float(self._lights[-1]))
        self.grey_table = [round(255 * (1 - self.black(linear(v / 255)))) for v in range(256)]

    def black(self, luminance: float) -> float:
        """Return the black ink that looks as bright, 0 (darkest) to 1 (paper).

        Aims at what LittleCMS makes of the grey with all four inks. Black ink alone is not as
        dark as these; so the darkest greys are lifted, the more the darker they are.
        """
        base = _luminance_of_lightness(self._darkest)
        lightness = _lightness(base + luminance * (1 - base))
        lift = float(self._lights[-1]) - self._darkest
        below = 1 - (lightness - self._darkest) / (_KNEE * lift) if lift else 0.0
        if below > 0:
            lightness += lift * below**2
        ramp = np.linspace(0, 1, len(self._lights))
        return round(float(np.interp(-lightness, -self._lights, ramp)), 4)

    def inks_of_rgb(self, colours: Numbers) -> Numbers:
        return _mixed(colours * 255, lambda pixels: _applied(self._rgb, "RGB", pixels)) / 255

    def inks_of_lab(self, colours: Numbers) -> Numbers:
        steps = colours * (2.55, 1, 1) + (0, 128, 128)
        return _mixed(steps, lambda pixels: _applied(self._lab, "LAB", pixels)) / 255

    def lab_of_inks(self, inks: Numbers) -> Numbers:
        pixels = _applied(self._look, "CMYK", np.clip(np.rint(inks * 255), 0, 255).astype(np.uint8))
        return np.asarray((pixels - (0.0, 128.0, 128.0)) / (2.55, 1, 1))

    def picture(self, picture: Image.Image) -> Image.Image:
        return _converted(self._picture, picture)

    def greyed(self, picture: Image.Image) -> Image.Image:
        """Return the greys of sRGB that are as bright as a picture."""
        if picture.mode == "CMYK":
            return _converted(self._look, picture).getchannel(0).point(_GREY_OF_LIGHTNESS)
        bright = _converted(self._bright, picture.convert("RGB"))
        return bright.getchannel(0).point(_GREY_OF_LIGHTNESS)


def _link(
    source: tuple[ImageCms.ImageCmsProfile, str],
    target: tuple[ImageCms.ImageCmsProfile, str],
    flags: ImageCms.Flags,
) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(source[0], target[0], source[1], target[1], _COLORIMETRIC, flags)


@cache
def _links(profile: bytes) -> _Links:
    return _Links(profile)


def _converted(link: ImageCms.ImageCmsTransform, picture: Image.Image) -> Image.Image:
    # Not by ImageCms.applyTransform, which writes the whole profile anew at each call: 5 ms.
    found = Image.new(link.output_mode, picture.size)
    link.transform.apply(picture.getim(), found.getim())
    return found


def _applied(link: ImageCms.ImageCmsTransform, mode: str, pixels: Pixels) -> Pixels:
    """Send pixels, n × channels, through a transform; Lab has a and b plus 128."""
    source = pixels ^ np.array([0, 128, 128], np.uint8) if mode == "LAB" else pixels
    image = Image.frombytes(mode, (len(pixels), 1), source.tobytes())
    found = _converted(link, image)
    result = np.frombuffer(found.tobytes(), np.uint8).reshape(len(pixels), -1)
    return result ^ np.array([0, 128, 128], np.uint8) if found.mode == "LAB" else result


def _mixed(steps: Numbers, look_up: Callable[[Pixels], Pixels]) -> Numbers:
    """Look colours up between the whole steps that a transform of eight bits knows."""
    steps = np.clip(steps, 0, 255)
    low = np.floor(steps + 1e-4)
    part = np.clip(steps - low, 0, 1)
    if part.max(initial=0) < 0.01:
        return np.asarray(look_up(low.astype(np.uint8)), np.float64)
    result: Numbers = np.zeros(1)
    for corner in product((0, 1), repeat=steps.shape[1]):
        weight = np.prod(np.where(corner, part, 1 - part), axis=1)
        pixels = np.minimum(low + corner, 255).astype(np.uint8)
        result = result + weight[:, None] * np.asarray(look_up(pixels), np.float64)
    return result


def _cmyk(inks: Numbers) -> Cmyk:
    cyan, magenta, yellow, black = (round(float(ink), 4) for ink in inks)
    return (cyan, magenta, yellow, black)


def linear(value: float) -> float:
    """Return the light of one channel of sRGB, both 0 to 1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: Triple) -> float:
    """Return how bright an sRGB colour is, 0 to 1, in light."""
    red, green, blue = (linear(min(max(channel, 0.0), 1.0)) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _luminance_of_lightness(lightness: float) -> float:
    if lightness <= 8:
        return max(lightness, 0.0) / 903.3
    return min(((lightness + 16) / 116) ** 3, 1.0)


def _lightness(luminance: float) -> float:
    if luminance <= 216 / 24389:
        return luminance * 903.3
    return float(116 * luminance ** (1 / 3) - 16)


def _grey(luminance: float) -> float:
    if luminance <= 0.0031308:
        return luminance * 12.92
    return float(1.055 * luminance ** (1 / 2.4) - 0.055)


def screen_of_lab(colour: Triple) -> Triple:
    """Return the sRGB colour, cut to what a screen shows, for one of Lab (white as in ICC)."""
    middle = (colour[0] + 16) / 116
    x, y, z = (
        white * (part**3 if part > 6 / 29 else (part - 4 / 29) * 3 * (6 / 29) ** 2)
        for white, part in zip(
            (0.9642, 1.0, 0.8249),
            (middle + colour[1] / 500, middle, middle - colour[2] / 200),
            strict=True,
        )
    )
    red, green, blue = (
        _grey(min(max(x * row[0] + y * row[1] + z * row[2], 0.0), 1.0)) for row in _SCREEN
    )
    return (red, green, blue)


#: From XYZ under D50 to the light of sRGB (the matrix of Bradford is in it).
_SCREEN = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)

#: Greys of sRGB by lightness, both in steps of 255.
_GREY_OF_LIGHTNESS = [round(255 * _grey(_luminance_of_lightness(v / 2.55))) for v in range(256)]
