"""What stops the work. Faults in an author's text are values (`publish.model.Fault`), not these.

Each error carries the exit code that the command line ends with::

    PublishError
    ├── InputFaults        1  the input has faults; carries them all
    ├── WrongCall          2  the command was called in a way that has no meaning
    ├── MachineLacks       3  a program, library or font is not there
    ├── StorageFailed      4  a file could not be read or written
    └── OwnError           5  a mistake of ours: please report it
        └── LostMark          drawn content has no owner in the structure tree
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.model.fault import Fault


class ExitCode(IntEnum):
    """How a command ends."""

    DONE = 0
    INPUT_FAULTS = 1
    WRONG_CALL = 2
    MACHINE_LACKS = 3
    STORAGE = 4
    OWN_ERROR = 5


class PublishError(Exception):
    """Stops the work; `exit_code` says how the command ends."""

    exit_code = ExitCode.OWN_ERROR


class InputFaults(PublishError):
    """The input has faults, and no file was written. `faults` holds all of them."""

    exit_code = ExitCode.INPUT_FAULTS

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class WrongCall(PublishError):
    """The call itself has no meaning, whatever the input holds."""

    exit_code = ExitCode.WRONG_CALL


class MachineLacks(PublishError):
    """Something that has to be installed is not there; `remedy` is the line that installs it."""

    exit_code = ExitCode.MACHINE_LACKS

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(f"{message}\n  hint {remedy}" if remedy else message)
        self.remedy = remedy


class StorageFailed(PublishError):
    """A file could not be read or written; earlier output is as it was."""

    exit_code = ExitCode.STORAGE


class OwnError(PublishError):
    """A mistake of ours, never of the author."""

    exit_code = ExitCode.OWN_ERROR


class LostMark(OwnError):
    """Drawn content found no owner in the planned structure tree.

    Content never turns into an artifact silently, so the build stops.
    """
