"""Where the shared texts are; tests that need them are skipped where they are absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(os.environ.get("PUBLISH_SHARED") or _ROOT.parent / "shared") / "data"
    if not folder.is_dir():
        pytest.skip("the shared texts are not on this machine (set PUBLISH_SHARED)")
    return folder
