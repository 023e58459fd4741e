"""The same input gives the same bytes: in another process, place, language, zone and seed.

One of these tests starts a process, because the hash seed cannot be changed in a running one.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

import publish
from publish.finish import accessible

FINISH_ELSEWHERE = """
import pickle, sys
from publish.finish import accessible
for rendered, metadata in pickle.load(sys.stdin.buffer):
    sys.stdout.buffer.write(accessible(rendered, metadata))
"""


@pytest.fixture
def work(rendered, metadata):
    """Four files of both profiles, with and without attachments."""
    return [
        (rendered(standard, attachments=files), metadata)
        for standard in ("ua-1", "ua-2")
        for files in (False, True)
    ]


def digest(work):
    return sha256(b"".join(accessible(*each) for each in work)).hexdigest()


def test_another_day_and_folder_change_nothing(work, tmp_path, monkeypatch):
    before = digest(work)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    monkeypatch.chdir(tmp_path)
    assert digest(work) == before


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_changes_nothing(work, tmp_path, seed):
    surroundings = {
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(Path(publish.__file__).parents[1]),
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
        "PATH": os.environ["PATH"],
    }
    other = subprocess.run(
        [sys.executable, "-c", FINISH_ELSEWHERE],
        input=pickle.dumps(work),
        env=surroundings,
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert other.stderr == b""
    assert sha256(other.stdout).hexdigest() == digest(work)
