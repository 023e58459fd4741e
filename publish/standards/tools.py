"""The outside tools that we run, each pinned to one file by its hash."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PinnedTool:
    """One file of one version of a tool.

    Attributes:
        coordinates: under which Maven knows it: group, name and version with colons between.
        sha256: of the file, in hexadecimal; another file is refused.
    """

    name: str
    version: str
    coordinates: str
    sha256: str

    @property
    def file(self) -> Path:
        """Where the file is kept on this machine, whether it is there or not."""
        _, artifact, version = self.coordinates.split(":")
        return home() / "tools" / f"{artifact}-{version}.jar"


def home() -> Path:
    """Return the folder for what is kept between runs.

    It is ``PUBLISH_HOME`` where that is set, else the place that the system gives to data of
    one user.
    """
    chosen = os.environ.get("PUBLISH_HOME")
    if chosen:
        return Path(chosen).absolute()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "publish"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "publish"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "publish"


VERAPDF = PinnedTool(
    name="veraPDF",
    version="1.28.2",
    coordinates="org.verapdf.apps:greenfield-apps:1.28.2",
    sha256="687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6",
)
