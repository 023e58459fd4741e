"""The folder for what may be deleted at any time: what was found out once about this machine."""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path


def wanted_folder() -> Path:
    """Return where the cache should be: ``PUBLISH_CACHE``, or in the user's cache folder."""
    own = os.environ.get("PUBLISH_CACHE")
    if own:
        return Path(own).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "publish"


def cache_folder() -> Path:
    """Return the cache, made if it is not there; a temporary one where it cannot be written."""
    folder = wanted_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return _temporary_folder()


@lru_cache(maxsize=1)
def _temporary_folder() -> Path:
    """Return a folder that only this process knows, where nothing can be kept."""
    return Path(tempfile.mkdtemp(prefix="publish-"))
