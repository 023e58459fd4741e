"""The line that installs each thing, system by system."""

from __future__ import annotations

import platform
import sys

from publish.standards.tools import VERAPDF

SYSTEMS = ("Debian", "Fedora", "macOS", "Windows")

_FEDORA_LIKE = {"fedora", "rhel", "centos", "rocky", "almalinux"}

_PANGO = {
    "Debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "Fedora": "sudo dnf install pango harfbuzz",
    "macOS": "brew install pango",
    "Windows": "pacman -S mingw-w64-ucrt-x86_64-pango   (in the MSYS2 window)",
}
_LINES = {
    "pango": _PANGO,
    "subsetter": {**_PANGO, "Debian": "sudo apt-get install libharfbuzz-subset0"},
    "java": {
        "Debian": "sudo apt-get install default-jre-headless",
        "Fedora": "sudo dnf install java-latest-openjdk-headless",
        "macOS": "brew install openjdk",
        "Windows": "winget install EclipseAdoptium.Temurin.21.JRE",
    },
    "ghostscript": {
        "Debian": "sudo apt-get install ghostscript",
        "Fedora": "sudo dnf install ghostscript",
        "macOS": "brew install ghostscript",
        "Windows": "winget install ArtifexSoftware.GhostScript",
    },
    "publish": dict.fromkeys(SYSTEMS, "pip install --force-reinstall publish-editions"),
    "python": {
        "Debian": "sudo apt-get install python3",
        "Fedora": "sudo dnf install python3",
        "macOS": "brew install python",
        "Windows": "winget install Python.Python.3.13",
    },
}


def lines(thing: str) -> dict[str, str]:
    """Return the line for each system, this machine's system first.

    Args:
        thing: ``pango``, ``subsetter``, ``java``, ``verapdf``, ``ghostscript``, ``publish`` or
            ``python``.
    """
    known = _LINES[thing] if thing != "verapdf" else dict.fromkeys(SYSTEMS, verapdf_line())
    here = system()
    return {name: known[name] for name in sorted(SYSTEMS, key=lambda name: name != here)}


def line(thing: str) -> str:
    """Return the line for this machine."""
    return next(iter(lines(thing).values()))


def verapdf_line() -> str:
    """Return the line that brings the pinned veraPDF to the place where it is looked for."""
    folder = VERAPDF.file.parent
    return f'mvn dependency:copy -Dartifact={VERAPDF.coordinates} "-DoutputDirectory={folder}"'


def system() -> str:
    """Name the system whose lines fit this machine; Debian where nothing else is known."""
    by_platform = {"darwin": "macOS", "win32": "Windows"}.get(sys.platform)
    if by_platform:
        return by_platform
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "Debian"
    names = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return "Fedora" if names & _FEDORA_LIKE else "Debian"
