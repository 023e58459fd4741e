"""The system's libraries that draw, found as WeasyPrint finds them but without loading it.

WeasyPrint fails at import where one is missing, and says so on standard output; here a missing
library is just a missing value. Names: WeasyPrint 70, ``weasyprint/text/ffi.py``.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from contextlib import suppress
from pathlib import Path

#: Below this name a library is asked for; the file names differ from system to system.
_FILES = {
    "gobject-2.0": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "pango-1.0": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2-1.0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "harfbuzz-subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
_WINDOWS_FOLDERS = "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin"

#: What drawing cannot do without.
NEEDED = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "fontconfig")


def load(name: str) -> ctypes.CDLL | None:
    """Load a library by its short name; `None` where the system has none."""
    _look_on_windows()
    for file in (*_FILES[name], ctypes.util.find_library(name)):
        with suppress(OSError):
            if file:
                return ctypes.CDLL(file)
    return None


def version(name: str) -> str | None:
    """Return a library's version; empty if it does not tell, `None` if it is missing."""
    library = load(name)
    if library is None:
        return None
    if name == "fontconfig":
        return _dotted(int(library.FcGetVersion()))
    function = {"pango-1.0": "pango_version_string"}.get(name, "hb_version_string")
    with suppress(AttributeError):
        ask = getattr(library, function)
        ask.restype = ctypes.c_char_p
        return str(ask().decode())
    return ""


def missing() -> list[str]:
    """Name the libraries that drawing needs and this machine lacks."""
    return [name for name in NEEDED if load(name) is None]


def _dotted(number: int) -> str:
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def _look_on_windows() -> None:
    add = getattr(os, "add_dll_directory", None)
    if add is None:
        return
    for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS).split(";"):
        if Path(folder).is_dir():
            add(folder)
