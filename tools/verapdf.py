"""Fetch the veraPDF jar with Maven and keep it only if its hash is the pinned one.

Usage: `python tools/verapdf.py` or, to ask whether it is there, `... --is-there`.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from publish.standards.tools import VERAPDF

MAVEN = ["mvn", "--batch-mode", "--quiet", "dependency:copy"]


def main() -> None:
    """Fetch, unless the very file is there."""
    if is_pinned(VERAPDF.file):
        return
    if "--is-there" in sys.argv:
        sys.exit(1)
    print(f"set-up: fetching {VERAPDF.name} {VERAPDF.version} with Maven", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        command = [*MAVEN, f"-Dartifact={VERAPDF.coordinates}", f"-DoutputDirectory={folder}"]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode:
            sys.exit(f"{done.stdout.decode()}{done.stderr.decode()}\nset-up: Maven failed")
        fetched = Path(folder) / VERAPDF.file.name
        if not is_pinned(fetched):
            sys.exit(f"{VERAPDF.coordinates} is not the file that this version was tested with")
        VERAPDF.file.parent.mkdir(parents=True, exist_ok=True)
        aside = VERAPDF.file.with_suffix(".part")
        shutil.copyfile(fetched, aside)
        aside.replace(VERAPDF.file)


def is_pinned(file: Path) -> bool:
    """Tell whether a file is there and is the pinned one."""
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == VERAPDF.sha256


if __name__ == "__main__":
    main()
