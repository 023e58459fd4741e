"""Runs the command as a user does: in a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import publish


@pytest.fixture
def run(tmp_path):
    """Return a function that runs publish in an empty folder and returns the process."""

    def run(*arguments, **environment):
        # Where publish is: in the wheel's place, or in the checkout while one works on it.
        home = {"PYTHONPATH": str(Path(publish.__file__).parent.parent)}
        clean = {name: value for name, value in os.environ.items() if name != "PUBLISH_DEBUG"}
        return subprocess.run(
            [sys.executable, "-m", "publish", *map(str, arguments)],
            cwd=tmp_path,
            env=clean | home | {"COLUMNS": "88"} | environment,
            capture_output=True,
            text=True,
            timeout=300,
        )

    return run
