"""Write `requirements.lock` anew: every version and the hash of every file, no addresses."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Every package that publish runs, checks and is tested with; made by `make lock`.
# Installed with hashes only, so that each machine has the very same files.
"""
COMPILE = """
    --extra verify --extra dev --generate-hashes --strip-extras --allow-unsafe --no-header
    --no-annotate --no-emit-options --no-emit-index-url --no-emit-find-links
    --no-emit-trusted-host --quiet --output-file requirements.lock pyproject.toml
"""


def main() -> None:
    """Let pip-compile solve it in an environment of its own, then put our header on top."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        tools = Path(folder) / "bin"
        subprocess.run([tools / "pip", "install", "--quiet", "pip-tools==7.6.2"], check=True)
        subprocess.run([tools / "pip-compile", *COMPILE.split()], check=True, cwd=ROOT)
    lock = ROOT / "requirements.lock"
    lock.write_text(HEADER + lock.read_text())


if __name__ == "__main__":
    main()
