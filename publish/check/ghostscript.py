"""Find Ghostscript on this machine and run it on a file that nobody has to trust.

It is a program of its own under the AGPL and no part of ours: it is found, started and read, and
where it is missing, reports say that ink was not measured. ``PUBLISH_GS`` names it, else the path
is searched for ``gs`` (on Windows ``gswin64c``).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.errors import MachineLacks

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("gs", "gswin64c", "gswin32c")
#: ``-dSAFER`` forbids it every file but those named in the call.
_SAFE = ("-dSAFER", "-dNOPAUSE", "-dBATCH", "-dNOPROMPT")
#: These would add options to every call.
_MEDDLING = ("GS_OPTIONS", "GS_LIB", "GS_DEVICE", "GS_FONTPATH")
_LOG = "log.txt"
_LOG_READ = 20_000


class GhostscriptFailed(Exception):
    """It broke off, or took too long; the message says what it said last."""


def ghostscript() -> str:
    """Return the program.

    Raises:
        MachineLacks: there is none.
    """
    chosen = os.environ.get("PUBLISH_GS")
    if chosen:
        if shutil.which(chosen):
            return chosen
        raise MachineLacks(f"PUBLISH_GS names {chosen}, which is not a program")
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    remedy = "install Ghostscript 10 or newer, for example: apt-get install ghostscript"
    raise MachineLacks("Ghostscript is not installed", remedy=remedy)


@lru_cache(maxsize=4)
def ghostscript_version(program: str) -> str:
    """Return the version as the program tells it, for reports; empty where it tells none."""
    try:
        done = subprocess.run(  # noqa: S603 - the program that `ghostscript` found
            [program, "--version"], capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("ascii", "replace").strip()[:20]


def run_ghostscript(options: Sequence[str], *, folder: Path, seconds: float) -> str:
    """Run it in a folder, which holds its input and takes its output, and return what it said.

    File names in `options` are relative to the folder, so that no name of a folder, which may
    hold a percent sign, comes into a pattern of file names.

    Raises:
        MachineLacks: it is not there or cannot be started.
        GhostscriptFailed: it broke off, or took longer than `seconds`.
    """
    environment = {key: value for key, value in os.environ.items() if key not in _MEDDLING}
    environment |= {"TMPDIR": str(folder), "TEMP": str(folder), "LC_ALL": "C"}
    # A file, no pipe: a hostile PDF can make it complain without end.
    with (folder / _LOG).open("wb") as log:
        try:
            done = subprocess.run(  # noqa: S603 - the program that `ghostscript` found
                [ghostscript(), *_SAFE, *options],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise GhostscriptFailed(f"it took longer than {seconds:.0f} seconds") from None
        except OSError as error:
            raise MachineLacks(f"Ghostscript could not be started: {error.strerror}") from None
    with (folder / _LOG).open("rb") as log:
        said = log.read(_LOG_READ).decode("utf-8", "replace")
    if done.returncode != 0:
        raise GhostscriptFailed(_complaint(said) or f"it ended with code {done.returncode}")
    return said


def _complaint(said: str) -> str:
    """Return the line of its output that says most."""
    lines = [line.strip(" *") for line in said.splitlines() if line.strip(" *")]
    errors = [line for line in lines if "rror" in line or "Could not" in line]
    return (errors or lines or [""])[0][:160]
