"""Own fonts only: a fontconfig configuration that sees our folders and no other.

A font of the machine is never picked silently: a character that no font of ours has stays without
a glyph, and `publish.render.journal` turns that into a fault.

WeasyPrint 70 tells embedded fonts apart by family, weight and style, not by file, so two files
with one description print wrong letters and give wrong text without a warning. Such a set of
fonts is refused here.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont, TTLibError

from publish import resources
from publish.errors import InputFaults, StorageFailed
from publish.model import Fault, Place
from publish.render.cache import cache_folder
from publish.standards.rules import fonts as rules

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIXES = {".ttf", ".otf"}

#: The generic families of CSS, each with ours.
GENERIC = {
    "serif": "Source Serif 4",
    "sans-serif": "Source Sans 3",
    "monospace": "Source Code Pro",
    "system-ui": "Source Sans 3",
}


@lru_cache(maxsize=8)
def configuration(*folders: Path) -> Any:
    """Return WeasyPrint's font configuration for our fonts and those of a project.

    One configuration serves all documents with the same folders: making it anew for each costs a
    seventh of the time of a document.

    Raises:
        InputFaults: two files share a description, or a file is no font.
        StorageFailed: the configuration cannot be written.
    """
    places = (shipped_fonts(), *folders)
    # Ours first, so that of two twins the project's is the one that is named.
    found = (file for place in places for file in sorted(place.rglob("*")))
    files = [file for file in found if file.suffix.lower() in SUFFIXES]
    _check_once(files, places)
    isolate(*folders)
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def isolate(*folders: Path) -> None:
    """Make fontconfig see our fonts and those of a project, and nothing of the machine.

    fontconfig reads the variable each time a configuration is made.
    """
    os.environ["FONTCONFIG_FILE"] = str(_write_configuration((shipped_fonts(), *folders)))


def shipped_fonts() -> Path:
    """Return the folder of the fonts that come with the program."""
    return resources.shipped("assets") / "fonts"


def _check_once(files: Sequence[Path], places: Sequence[Path]) -> None:
    """Look for twins, unless these very files were looked at before on this machine."""
    facts = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    digest = hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
    stamp = cache_folder() / f"fonts-{digest}.checked"
    if not stamp.exists():
        _refuse_twins(files, places)
        stamp.touch()


def _refuse_twins(files: Sequence[Path], places: Sequence[Path]) -> None:
    seen: dict[tuple[str, int, bool], Path] = {}
    faults: list[Fault] = []
    for file in files:
        place = Place(_short(file, places))
        try:
            description = describe(file)
        except (TTLibError, OSError, KeyError) as error:
            faults.append(Fault(rules.FONT_UNREADABLE, str(error), place))
            continue
        twin = seen.setdefault(description, file)
        if twin is not file:
            detail = f"{description[0]}, weight {description[1]}, as in {_short(twin, places)}"
            faults.append(Fault(rules.FONTS_SHARE_A_NAME, detail, place))
    if faults:
        raise InputFaults(faults)


def _short(file: Path, places: Sequence[Path]) -> str:
    """Name a font file by ``brand/fonts/…``, or ours by ``assets/fonts/…``."""
    for place in places:
        if file.is_relative_to(place):
            return file.relative_to(place.parent.parent).as_posix()
    return file.name


def describe(file: Path) -> tuple[str, int, bool]:
    """Return family, weight (100 to 900) and whether it is italic, as the engine tells fonts apart.

    Raises:
        TTLibError: the file is no font.
    """
    with file.open("rb") as stream, TTFont(stream, lazy=True) as font:
        names = font["name"]
        family = names.getDebugName(16) or names.getDebugName(1) or file.stem
        style = font["OS/2"]
        return str(family), int(style.usWeightClass), bool(style.fsSelection & 1)


def _write_configuration(places: Sequence[Path]) -> Path:
    """Write the configuration where it can stay; its name is the hash of what it says."""
    home = cache_folder()
    preferred = "".join(
        f"<alias><family>{generic}</family><prefer><family>{own}</family></prefer></alias>"
        for generic, own in GENERIC.items()
    )
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        + "".join(f"<dir>{escape(str(place))}</dir>" for place in places)
        + f"<cachedir>{escape(str(home / 'fontconfig'))}</cachedir>{preferred}</fontconfig>"
    )
    target = home / f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:16]}.conf"
    if not target.exists():
        try:
            home.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=home, delete=False, encoding="utf-8") as new:
                new.write(text)
            Path(new.name).replace(target)
        except OSError as error:
            raise StorageFailed(f"the folder for caches cannot be written: {error}") from error
    return target
