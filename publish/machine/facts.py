"""One fact for each thing that publish needs, with what its lack costs."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from publish.check import ghostscript, tools
from publish.errors import MachineLacks
from publish.machine import install, libraries
from publish.machine.versions import of_package
from publish.render.cache import cache_folder, wanted_folder
from publish.resources import shipped
from publish.standards.tools import VERAPDF, home

_NO_VALIDATION = "files cannot be validated, so nothing can be released; drafts can be made"


class State(Enum):
    """What to think of a fact."""

    GOOD = "good"
    SLOW = "slow"
    MISSING = "missing"
    LATER = "only for print"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what `publish doctor` says.

    Attributes:
        found: the version or the like; empty if it is missing.
        cost: what its lack costs, in words; empty while the state is good.
        lines: what to type on each system, this machine's first.
    """

    name: str
    state: State
    found: str = ""
    cost: str = ""
    lines: dict[str, str] = field(default_factory=dict)

    def as_record(self) -> dict[str, object]:
        """Return the fact as plain values."""
        return {
            "name": self.name,
            "state": self.state.value,
            "found": self.found,
            "cost": self.cost,
            "install": self.lines,
        }


def facts() -> list[Fact]:
    """Look at this machine; never raises, whatever is missing."""
    looks: tuple[Callable[[], Fact], ...] = (
        _python,
        _weasyprint,
        _pango,
        _subsetter,
        _fontconfig,
        _fonts,
        _colour_profile,
        _java,
        _verapdf,
        _ghostscript,
        _kept_data,
        _cache,
    )
    return [look() for look in looks]


def _python() -> Fact:
    return Fact("Python", State.GOOD, platform.python_version())


def _weasyprint() -> Fact:
    found = of_package("weasyprint")
    if found is None:
        return _missing("WeasyPrint", "nothing can be drawn", "publish")
    return Fact("WeasyPrint", State.GOOD, found)


def _pango() -> Fact:
    missing = libraries.missing()
    if missing:
        cost = f"nothing can be drawn without {', '.join(missing)}"
        return _missing("Pango", cost, "pango")
    return Fact("Pango", State.GOOD, libraries.version("pango-1.0") or "there")


def _subsetter() -> Fact:
    name = "HarfBuzz subsetter"
    found = libraries.version("harfbuzz-subset")
    if found is None:
        cost = "EVERY DOCUMENT TAKES ABOUT 4.5 TIMES AS LONG, and files may be larger"
        return Fact(name, State.SLOW, "", cost, install.lines("subsetter"))
    return Fact(name, State.GOOD, found or libraries.version("harfbuzz") or "there")


def _fontconfig() -> Fact:
    found = libraries.version("fontconfig")
    if found is None:
        return _missing("fontconfig", "no font can be found, so nothing can be drawn", "pango")
    return Fact("fontconfig", State.GOOD, found)


def _fonts() -> Fact:
    try:
        folder = shipped("assets") / "fonts"
        families = {path: [*path.glob("*.[ot]tf")] for path in folder.iterdir() if path.is_dir()}
    except (MachineLacks, OSError):
        return _missing("fonts", "no text can be set", "publish")
    empty = sorted(path.name for path, files in families.items() if not files)
    if empty or not families:
        cost = f"text in these fonts cannot be set: {', '.join(empty) or 'all'}"
        return _missing("fonts", cost, "publish")
    count = sum(map(len, families.values()))
    return Fact("fonts", State.GOOD, f"{count} files in {len(families)} families, none missing")


def _colour_profile() -> Fact:
    try:
        profiles = [path.name for path in (shipped("assets") / "profiles").glob("*.icc")]
    except MachineLacks:
        profiles = []
    if not profiles:
        return _missing("colour profile", "no archive standard can be claimed", "publish")
    return Fact("colour profile", State.GOOD, ", ".join(sorted(profiles)))


def _java() -> Fact:
    try:
        java = tools.java()
        told = subprocess.run(  # noqa: S603  # the very program that would run veraPDF
            [java, "-version"], capture_output=True, text=True, timeout=30, check=True
        )
    except (MachineLacks, OSError, subprocess.SubprocessError):
        return _missing("Java", _NO_VALIDATION, "java")
    return Fact("Java", State.GOOD, (told.stderr or told.stdout).partition("\n")[0])


def _verapdf() -> Fact:
    try:
        tools.verapdf_jar()
    except (MachineLacks, OSError) as lack:
        why = str(lack).partition("\n")[0]
        return _missing("veraPDF", f"{_NO_VALIDATION} ({why})", "verapdf")
    chosen = "PUBLISH_VERAPDF" in os.environ
    found = "as named in PUBLISH_VERAPDF" if chosen else f"{VERAPDF.version}, hash as pinned"
    return Fact("veraPDF", State.GOOD, found)


def _ghostscript() -> Fact:
    try:
        program = ghostscript.ghostscript()
    except MachineLacks:
        cost = (
            "the print edition can be made as a draft and not released, since its ink cannot be "
            "measured, and publish proof draws nothing; all other editions need it not"
        )
        return Fact("Ghostscript", State.LATER, "", cost, install.lines("ghostscript"))
    return Fact("Ghostscript", State.GOOD, ghostscript.ghostscript_version(program) or "there")


def _kept_data() -> Fact:
    folder = home()
    existing = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if os.access(existing, os.W_OK):
        return Fact("kept data", State.GOOD, f"{folder} can be written")
    cost = f"veraPDF cannot be kept in {folder}; name another folder in PUBLISH_HOME"
    return Fact("kept data", State.MISSING, "", cost)


def _cache() -> Fact:
    folder = wanted_folder()
    if cache_folder() == folder:
        return Fact("cache", State.GOOD, f"{folder} can be written")
    cost = (
        f"every run looks at all fonts and at the engine anew, since {folder} cannot be written; "
        "name another folder in PUBLISH_CACHE"
    )
    return Fact("cache", State.SLOW, "", cost)


def _missing(name: str, cost: str, thing: str) -> Fact:
    return Fact(name, State.MISSING, "", cost, install.lines(thing))
