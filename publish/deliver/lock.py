"""Only one run at a time changes an output folder."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME = ".publish.lock"
_PAUSE = 0.05  # seconds between two looks


@contextmanager
def only_run(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold an output folder; while another run holds it, call `waiting` once and wait.

    The system lets go of the lock when a run ends in whatever way, so a killed run never blocks
    the next one. The file itself stays: to delete it would let two runs in.
    """
    with (folder / NAME).open("ab") as file:
        told = False
        while not _take(file):
            if not told:
                waiting()
                told = True
            time.sleep(_PAUSE)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
