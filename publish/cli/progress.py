"""One line that tells how far a long run is, on a terminal only."""

from __future__ import annotations

import os
import sys


class Progress:
    """Rewrites one line of the terminal; silent in logs, in CI and when asked to be."""

    def __init__(self, *, silent: bool = False) -> None:
        self._shown = not silent and sys.stderr.isatty() and not os.environ.get("CI")

    def step(self, done: int, total: int, name: str) -> None:
        """Say which of how many is being made."""
        self._write(f"{done} of {total}  {name}")

    def end(self) -> None:
        """Wipe the line."""
        self._write("")

    def say(self, message: str) -> None:
        """Say something that explains a wait."""
        self._write(message)

    def _write(self, text: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\033[K{text[:100]}")
            sys.stderr.flush()
