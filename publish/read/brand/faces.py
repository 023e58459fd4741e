"""Families of type: those that a brand asks for must be there."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont, TTLibError

from publish.model.brand import Faces
from publish.read.names import BRAND_FILE
from publish.resources import shipped
from publish.standards.rules import brand as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from publish.read.brand.fields import FaceFields
    from publish.read.brand.sheet import Sheet

ROLES = ("text", "title", "label", "code")
SCRIPTS = ("Arab", "Deva", "Hans", "Hebr", "Kore")
SUFFIXES = frozenset({".ttf", ".otf"})


def faces(read: Sequence[Sheet], project: Path) -> Faces:
    """Join the families of the sheets, the most important first; leave out what is not there."""
    roles: dict[str, tuple[str, ...]] = {}
    scripts: dict[tuple[str, str], tuple[str, ...]] = {}
    for sheet in read:
        asked = [*_asked(sheet.fields.faces)]
        for path, names in asked:
            there = _there(names, path, sheet, _folders(read, project))
            if there and len(path) == 1:
                roles.setdefault(path[0], there)
            elif there:
                scripts.setdefault((path[0], path[1]), there)
    by_script = tuple((script, role, names) for (script, role), names in scripts.items())
    default = Faces()
    return Faces(
        **{role: roles.get(role, getattr(default, role)) for role in ROLES}, scripts=by_script
    )


def _asked(fields: FaceFields) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    for role in ROLES:
        if names := getattr(fields, role):
            yield (role,), names
    for script in SCRIPTS:
        of_script = getattr(fields, script)
        for role, names in of_script.model_dump(exclude_none=True).items() if of_script else ():
            yield (script, role), names


def _there(
    names: Sequence[str], path: tuple[str, ...], sheet: Sheet, folders: tuple[Path, ...]
) -> tuple[str, ...]:
    known = families(folders)
    for name in names:
        if name not in known:
            nearest = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {nearest[0]}?" if nearest else ""
            sheet.fault(rules.UNKNOWN_FACE, ("faces", *path), name, hint)
    return tuple(name for name in names if name in known)


def _folders(read: Sequence[Sheet], project: Path) -> tuple[Path, ...]:
    brands = (sheet.path for sheet in read if sheet.path.name == BRAND_FILE)
    homes = (project / "brand", *(path.parent for path in brands))
    own = (home / "fonts" for home in homes)
    return (shipped("assets") / "fonts", *dict.fromkeys(own))


def font_files(folder: Path) -> list[Path]:
    """Return the files of fonts in a folder and below, sorted."""
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)


@cache
def families(folders: tuple[Path, ...]) -> frozenset[str]:
    """Return the families that the fonts in some folders belong to."""
    return frozenset(family for family, _ in _described(folders))


@cache
def characters(folders: tuple[Path, ...]) -> dict[str, frozenset[int]]:
    """Return the code points that each family has, in all its files together."""
    found: dict[str, frozenset[int]] = {}
    for family, file in _described(folders):
        with TTFont(file, lazy=True) as font:
            found[family] = found.get(family, frozenset()) | font.getBestCmap().keys()
    return found


@cache
def _described(folders: tuple[Path, ...]) -> tuple[tuple[str, Path], ...]:
    files = (file for folder in folders for file in font_files(folder))
    return tuple((family, file) for file in files if (family := family_of(file)))


def family_of(file: Path) -> str:
    """Return the family of a font; empty for a file that is none."""
    try:
        with file.open("rb") as stream, TTFont(stream, lazy=True) as font:
            names = font["name"]
            return str(names.getDebugName(16) or names.getDebugName(1) or file.stem)
    except (TTLibError, OSError, KeyError):
        return ""
