"""Writing so that a kill or a power cut loses nothing that was there before."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from publish.errors import StorageFailed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: What an editor can do something about, in words.
_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file is larger than this disk allows",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.EISDIR: "a folder stands where a file is needed",
    errno.ENOENT: "the folder is gone",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk reports an error",
}


@contextmanager
def plain_words(what: str) -> Iterator[None]:
    """Turn an error of the system into `StorageFailed`, saying what could not be done.

    Args:
        what: the end of the sentence "publish could not ...".
    """
    try:
        yield
    except OSError as error:
        reason = _WORDS.get(error.errno or 0, error.strerror or str(error))
        raise StorageFailed(
            f"publish could not {what}: {reason}\n"
            "  hint earlier files are as they were; put that right and run the command again"
        ) from error


def write(file: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it; folders are made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def keep(file: Path, copy: Path) -> None:
    """Keep what is in a file under a second name, without a moment in which it is nowhere."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, copy)
    except OSError:  # some disks know no second names
        shutil.copyfile(file, copy)


def settle(folder: Path) -> None:
    """Wait until the disk has the names in a folder; systems that cannot are left alone."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
