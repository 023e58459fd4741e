"""The version of everything that has a part in a finished file."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from publish import __version__
from publish.machine import libraries

PACKAGES = ("fonttools", "jinja2", "pikepdf", "pydyf", "pypdf", "weasyprint")


def versions() -> dict[str, str]:
    """Return name and version, sorted by name; what is not there is left out."""
    found: dict[str, str | None] = {"publish": __version__}
    found |= {name: of_package(name) for name in PACKAGES}
    found |= {"pango": libraries.version("pango-1.0"), "harfbuzz": libraries.version("harfbuzz")}
    return {name: found[name] or "" for name in sorted(found) if found[name]}


def of_package(name: str) -> str | None:
    """Return the version of an installed package, or `None`."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
