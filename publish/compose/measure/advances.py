"""How wide the letters of a page are: advance widths of the very faces that it is set in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from fontTools.ttLib import TTFont, TTLibError

from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Face(NamedTuple):
    """One font file."""

    path: Path
    family: str
    weight: int
    is_italic: bool


@lru_cache(maxsize=64)
def advances(
    families: tuple[str, ...], weight: int, italic: bool, folders: tuple[Path, ...] = ()
) -> Callable[[str], float]:
    """Return a function from a character to its width in em.

    Args:
        families: the most wanted first; a character comes from the first that has it.
        weight: as in CSS; the nearest that a family has is taken.
        italic: whether the slanted face is wanted, where the family has one.
        folders: of fonts, beside ours.
    """
    faces = [face for name in families if (face := _face(name, weight, italic, folders))]

    @cache
    def width(sign: str) -> float:
        tables = (_widths(face.path) for face in faces)
        return next((known[sign] for known in tables if sign in known), 1.0)

    return width


def _face(family: str, weight: int, italic: bool, folders: tuple[Path, ...]) -> Face | None:
    """Return the file that comes nearest to a weight and slant."""
    named = [face for face in _faces(folders, _plain(family)) if face.family == _plain(family)]
    return min(
        named,
        key=lambda face: (face.is_italic != italic, abs(face.weight - weight), -face.weight),
        default=None,
    )


@cache
def _faces(folders: tuple[Path, ...], family: str) -> tuple[Face, ...]:
    """Return the faces that may be of a family: ours by their file names, others by looking."""
    ours = (shipped("assets") / "fonts").glob("*/*.ttf")
    paths = [path for path in ours if _plain(path.stem).startswith(family)]
    for folder in folders:
        paths += [path for path in sorted(folder.rglob("*")) if path.suffix in (".ttf", ".otf")]
    return tuple(face for path in sorted(paths) if (face := _described(path)))


def _described(path: Path) -> Face | None:
    """Read what a file says of itself; ``None`` if it is no font, which drawing reports."""
    try:
        with TTFont(path, lazy=True) as font:
            names, style = font["name"], font["OS/2"]
            family = names.getDebugName(16) or names.getDebugName(1) or ""
            return Face(path, _plain(family), style.usWeightClass, bool(style.fsSelection & 1))
    except (TTLibError, OSError, KeyError):
        return None


@cache
def _widths(path: Path) -> Mapping[str, float]:
    with TTFont(path, lazy=True) as font:
        names, metrics, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / em for code, name in names.items()}


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
