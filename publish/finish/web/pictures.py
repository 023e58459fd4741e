"""Pictures inside the page, so that it asks for nothing."""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from publish import pictures
from publish.errors import OwnError
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.model.composed import Composed

_PNG, _JPEG, _WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF"
_SVG = re.compile(rb"\s*(<\?xml[^>]*>)?\s*(<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<svg\b", re.DOTALL)


#: What a picture may weigh, in bytes; the page carries each as it is.
_HEAVY = 2_000_000


def heavy_pictures(composed: Composed) -> Iterator[Fault]:
    """Yield a warning for each picture that makes the page slow to open."""
    told: set[Path] = set()
    for picture in composed.root.iter("img"):
        path = composed.source.folder / unquote(urlsplit(picture.get("src", "")).path)
        if path in told or not path.is_file() or (weight := path.stat().st_size) <= _HEAVY:
            continue
        told.add(path)
        detail = f"{path.name} has {weight / 1_000_000:.1f} MB"
        place = Place(composed.source.label, int(picture.get("data-line") or 0))
        yield Fault(checking.HEAVY_PICTURE, detail, place, severity=Severity.WARNING)


def carried(address: str, folder: Path) -> str:
    """Return a picture of the project as a ``data:`` address.

    Args:
        address: as the page has it, relative to the project.
        folder: the project; nothing outside of it is read.

    Raises:
        OwnError: the reading room has looked at all pictures, so this is none of its own.
    """
    if address.startswith("data:"):
        return address
    parts = urlsplit(address)
    inside = unquote(parts.path)
    path = (folder / inside).resolve()
    if parts.scheme or parts.netloc or not path.is_relative_to(folder.resolve()):
        raise OwnError(f"the picture lies outside the project's folder: {address}")
    try:
        return _encoded(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise OwnError(f"the picture cannot be read: {address}") from error


@lru_cache(maxsize=64)
def _encoded(path: Path, changed: int) -> str:
    """Encode a file; `changed` makes a replaced one be read again."""
    content = path.read_bytes()
    if pictures.is_picture(content):
        try:
            content = pictures.for_browsers(content)
        except pictures.UnreadablePicture as error:
            raise OwnError(f"the picture {path.name} cannot be shown: {error}") from error
    return f"data:{_media_type(content)};base64,{base64.b64encode(content).decode()}"


def _media_type(content: bytes) -> str:
    """Tell the type by the content, as the reading room does."""
    if content.startswith(_PNG):
        return "image/png"
    if content.startswith(_JPEG):
        return "image/jpeg"
    if content.startswith(_WEBP):
        return "image/webp"
    if content.startswith(b"GIF8"):
        return "image/gif"
    if _SVG.match(content.removeprefix(b"\xef\xbb\xbf")):
        return "image/svg+xml"
    raise OwnError("a picture is of no known kind")
