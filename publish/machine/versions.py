"""The version of everything that has a part in a finished file."""

from __future__ import annotations

import re
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PIL import features

from publish import __version__
from publish.check import ghostscript, tools
from publish.errors import MachineLacks
from publish.machine import libraries
from publish.standards.tools import VERAPDF

PACKAGES = ("fonttools", "jinja2", "pikepdf", "pydyf", "pypdf", "weasyprint")
_JAVA_VERSION = re.compile(r'JAVA_VERSION="([^"]+)"')


def versions() -> dict[str, str]:
    """Return name and version, sorted by name; what is not there is left out."""
    found: dict[str, str | None] = {"publish": __version__}
    found |= {name: of_package(name) for name in PACKAGES}
    found |= {"pango": libraries.version("pango-1.0"), "harfbuzz": libraries.version("harfbuzz")}
    found |= of_validator()
    return {name: found[name] or "" for name in sorted(found) if found[name]}


def of_validator() -> dict[str, str]:
    """Return the versions of veraPDF and its Java; empty where they are missing.

    Java is not started for this: it tells its version in a file beside it.
    """
    try:
        java, _ = tools.java(), tools.verapdf_jar()
    except MachineLacks:
        return {}
    told = {"verapdf": VERAPDF.version}
    with suppress(OSError):
        release = (Path(java).resolve().parent.parent / "release").read_text(encoding="utf-8")
        found = _JAVA_VERSION.search(release)
        told |= {"java": found[1]} if found else {}
    return told


def press_versions() -> dict[str, str]:
    """Return the versions of what has a part in files for the press alone."""
    found = {"numpy": of_package("numpy"), "pillow": of_package("pillow")}
    found["littlecms"] = features.version("littlecms2")
    with suppress(MachineLacks):
        found["ghostscript"] = ghostscript.ghostscript_version(ghostscript.ghostscript())
    return {name: found[name] or "" for name in sorted(found) if found[name]}


def of_package(name: str) -> str | None:
    """Return the version of an installed package, or `None`."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
