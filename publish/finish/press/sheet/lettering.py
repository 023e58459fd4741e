"""Words in the slug and on spines, drawn as outlines of letters.

Outlines need no font in the file, cannot be searched for and read by mistake, and print as they
are on any machine. The letters come from our own fonts, joined by HarfBuzz, so that Arabic and
Devanagari stand as they must.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import uharfbuzz

from publish.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

#: The first font that has a letter draws it.
_FIRST = ("source-sans-3", "ibm-plex-sans-arabic", "noto-sans-sc", "noto-sans-kr")

#: Height of capital letters, of the font size.
CAPITALS = 0.66

_RTL = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words as outlines at the size 1, their origin at the start of the baseline.

    Attributes:
        width: of the words, of the font size.
        outlines: path segments: an operator of PDF and its coordinates.
    """

    width: float
    outlines: tuple[tuple[str, tuple[float, ...]], ...]

    @property
    def heights(self) -> tuple[float, float]:
        """Where the lowest and the highest of these letters end, from the baseline."""
        ups = [up for _, points in self.outlines for up in points[1::2]]
        return min(ups, default=0.0), max(ups, default=0.0)

    def drawn(self, x: float, y: float, size: float, *, turn: int = 0) -> bytes:
        """Return operators that fill the letters with the colour of the moment.

        Args:
            x: start of the baseline, in points.
            y: likewise.
            size: of the font, in points.
            turn: anticlockwise, in degrees: 0, 90, 180 or 270.
        """
        cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
        lines = []
        for operator, points in self.outlines:
            placed = []
            for along, up in zip(points[::2], points[1::2], strict=True):
                placed.append(x + size * (along * cosine - up * sine))
                placed.append(y + size * (along * sine + up * cosine))
            lines.append(" ".join((*(f"{value:.3f}" for value in placed), operator)))
        return "\n".join((*lines, "f", "")).encode()


@lru_cache(maxsize=64)
def letter(text: str) -> Lettering:
    """Draw a line of words; a letter that none of our fonts has is left out."""
    at, outlines = 0.0, []
    for font, run, direction in _in_order(text):
        width, drawn = _drawn(font, run, direction)
        outlines += [
            (operator, tuple(value + at * (1 - index % 2) for index, value in enumerate(points)))
            for operator, points in drawn
        ]
        at += width
    return Lettering(at, tuple(outlines))


def _in_order(text: str) -> list[tuple[Path, str, str]]:
    """Split words into runs of one font and one direction, in the order in which they stand.

    A short line of one title needs no more of the Unicode bidirectional algorithm than this: runs
    against the direction of the line keep their inner order, and the runs change places.
    """
    base = next((way for char in text if (way := _way(char))), "ltr")
    ways = _ways(text, base)
    parts = [(_font(char), char, way) for char, way in zip(text, ways, strict=True)]
    runs = [
        (font, "".join(char for _, char, _ in run), way)
        for (font, way), run in groupby(_settled(parts), key=lambda part: (part[0], part[2]))
    ]
    if base == "ltr":
        return _turned(runs, "rtl")
    return _turned(runs[::-1], "ltr")


def _turned(runs: list[tuple[Path, str, str]], against: str) -> list[tuple[Path, str, str]]:
    """Give neighbours against the direction of the line their own order back."""
    placed: list[tuple[Path, str, str]] = []
    for way, group in groupby(runs, key=lambda run: run[2]):
        members = [*group]
        placed += members[::-1] if way == against else members
    return placed


def _way(char: str) -> str:
    kind = unicodedata.bidirectional(char)
    return "rtl" if kind in _RTL else "ltr" if kind in {"L", "EN", "AN"} else ""


def _ways(text: str, base: str) -> list[str]:
    """Give every letter a direction; what has none goes with both neighbours, or with the line."""
    own = [_way(char) for char in text]
    ways = []
    for index, way in enumerate(own):
        before = next((one for one in reversed(own[:index]) if one), base)
        after = next((one for one in own[index + 1 :] if one), base)
        ways.append(way or (before if before == after else base))
    return ways


def _settled(parts: list[tuple[Path | None, str, str]]) -> list[tuple[Path, str, str]]:
    """Give what stands in every font, spaces and marks, the font of the letter before it."""
    settled: list[tuple[Path, str, str]] = []
    for font, char, way in parts:
        if font is None:
            continue
        common = not char.isalnum() and settled and ord(char) in _face(settled[-1][0]).unicodes
        settled.append((settled[-1][0] if common else font, char, way))
    return settled


@cache
def _font(char: str) -> Path | None:
    return next((path for path in _fonts() if ord(char) in _face(path).unicodes), None)


@cache
def _fonts() -> tuple[Path, ...]:
    """Our upright fonts of normal weight, those for most languages first."""
    home = shipped("assets") / "fonts"
    others = sorted(path.name for path in home.iterdir() if path.name not in _FIRST)
    found = (sorted((home / name).glob("*_400Regular.ttf")) for name in (*_FIRST, *others))
    return tuple(path for paths in found for path in paths)


@cache
def _face(path: Path) -> Any:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))


def _drawn(
    path: Path, run: str, direction: str
) -> tuple[float, list[tuple[str, tuple[float, ...]]]]:
    font = uharfbuzz.Font(_face(path))
    scale = 1 / _face(path).upem
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    buffer.direction = direction
    uharfbuzz.shape(font, buffer)
    at, outlines = 0.0, []
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = _Pen(scale, at + position.x_offset, position.y_offset)
        font.draw_glyph_with_pen(glyph.codepoint, pen)
        outlines += pen.outlines
        at += position.x_advance
    return at * scale, outlines


class _Pen:
    """Collects outlines as PDF draws them; its methods have the names of a fontTools pen."""

    def __init__(self, scale: float, x: float, y: float) -> None:
        self._scale, self._x, self._y = scale, x, y
        self._last = (0.0, 0.0)
        self.outlines: list[tuple[str, tuple[float, ...]]] = []

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """PDF has cubic curves only; this one is the same curve."""
        (x0, y0), (x1, y1), (x2, y2) = self._last, control, end
        first = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        second = (x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
        self._add("c", first, second, end)

    def closePath(self) -> None:
        self.outlines.append(("h", ()))

    def endPath(self) -> None:
        """An open path is filled as a closed one."""

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self._last = points[-1]
        placed = [
            (value + shift) * self._scale
            for point in points
            for value, shift in zip(point, (self._x, self._y), strict=True)
        ]
        self.outlines.append((operator, tuple(placed)))
