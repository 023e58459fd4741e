"""Images: inside the project, really images, and with words for those who do not see them.

Nothing is fetched from another machine. Each address that is kept is rewritten relative to the
project's folder, where the render room looks for it.
"""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from publish import pictures
from publish.read import links
from publish.read.elements import line_of, name_of
from publish.standards.rules import reading

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from publish.read.findings import Findings

#: Largest image file and drawing, in bytes; how many pixels, `publish.pictures` says.
LARGEST_FILE = 50_000_000
LARGEST_DRAWING = 5_000_000

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg|tiff?|bmp)", re.IGNORECASE)
_CARRIED = re.compile(r"data:image/(?:png|jpeg);base64,([^\"')]*)", re.IGNORECASE)
#: Looked for in the text with each run of white space made one space.
_UNSAFE_IN_DRAWING = {
    "a script": re.compile(r"<script| on[a-z]+ ?=|javascript:", re.IGNORECASE),
    "foreign content": re.compile(r"<foreignobject|<iframe|<embed|<object", re.IGNORECASE),
    "an entity declaration": re.compile(r"<!ENTITY", re.IGNORECASE),
    "a reference to another file": re.compile(
        r"""(?:href|src) ?= ?["'] ?(?!\#|data:image/(?:png|jpeg))[^"' ]"""
        r"""|url\( ?["']? ?(?!\#|data:image/(?:png|jpeg))[^)"' ]|@import""",
        re.IGNORECASE,
    ),
}


def review(root: Element, path: Path, project: Path, findings: Findings) -> None:
    """Check all images below an element, in place.

    Args:
        root: a tree; addresses of images that cannot be used are taken away.
        path: the author's file; addresses count from its folder.
        project: the project's folder, resolved; nothing outside it is touched.
        findings: takes up the faults.
    """
    for element in root.iter():
        if name_of(element) == "img":
            _review_words(element, findings)
            found = locate(element.get("src", ""), path, project, findings, line_of(element))
            if found is None:
                element.attrib.pop("src", None)
            else:
                element.set("src", quote(found))


def locate(address: str, path: Path, project: Path, findings: Findings, line: int) -> str | None:
    """Find an image of the project.

    Args:
        address: as the author wrote it.
        path: the author's file; the address counts from its folder.
        project: the project's folder, resolved.
        findings: takes up the faults.
        line: of the address, counted from 1.

    Returns:
        its path relative to the project, with slashes; ``None`` with a fault if it is not usable.
    """
    address = address.strip()
    if not address:
        findings.fault(reading.IMAGE_MISSING, line, "no address")
    elif links.is_remote(address):
        findings.fault(reading.IMAGE_REMOTE, line, _short(address))
    elif scheme := links.scheme_of(address):
        hint = "copy the image into the folder of the text, and name it by its path from there"
        findings.fault(reading.UNSAFE_ADDRESS, line, f"{scheme}: in an image", hint=hint)
    elif file := inside(unquote(address.split("?")[0].split("#")[0]), path, project):
        relative = file.relative_to(project).as_posix()
        if not file.is_file():
            findings.fault(reading.IMAGE_MISSING, line, _short(address))
        elif _is_image(file, findings, line, _short(address)):
            return relative
    else:
        findings.fault(reading.IMAGE_OUTSIDE, line, _short(address))
    return None


def inside(address: str, path: Path, project: Path) -> Path | None:
    """Return the file that a relative path means, with links followed, if the project holds it."""
    if address.startswith(("/", "\\", "~")) or "\0" in address:
        return None
    try:
        file = (path.parent / address.replace("\\", "/")).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return file if file.is_relative_to(project) else None


def _review_words(element: Element, findings: Findings) -> None:
    decorative = "decorative" in element.get("class", "").split()
    words = element.get("alt", "").strip()
    if decorative or element.get("role") in {"presentation", "none"}:
        if words:
            findings.fault(reading.DECORATION_WITH_WORDS, line_of(element), f"“{words}”")
        element.set("alt", "")
    elif _FILE_NAME.fullmatch(words):
        findings.warning(reading.FILE_NAME_AS_WORDS, line_of(element), words)
    if element.get("alt") is None:
        label = element.get("aria-label", "").strip()
        if label:
            element.set("alt", label)
        else:
            findings.fault(
                reading.NO_ALTERNATE_TEXT, line_of(element), _short(element.get("src", ""))
            )


def _is_image(file: Path, findings: Findings, line: int, name: str) -> bool:
    try:
        if file.stat().st_size > LARGEST_FILE:
            detail = f"{name}: the limit for an image is {LARGEST_FILE // 1_000_000} MB"
            findings.fault(reading.TOO_LARGE, line, detail)
            return False
        if file.suffix.lower() == ".svg":
            return _is_drawing(file, findings, line, name)
        stamp = file.stat()
        why, odd_profile = _looked_through(file, stamp.st_mtime_ns, stamp.st_size)
    except OSError as error:
        why, odd_profile = error.strerror or "it cannot be opened", False
    if why:
        findings.fault(reading.NOT_AN_IMAGE, line, f"{name}: {why}")
    elif odd_profile:
        findings.warning(reading.PROFILE_NOT_USED, line, name)
    return not why


@lru_cache(maxsize=256)
def _looked_through(file: Path, changed: int, size: int) -> tuple[str, bool]:
    """Return why a file is no picture, or nothing; and whether its colour profile is odd.

    Each language names the same pictures; `changed` and `size` make a replaced one be read again.
    """
    try:
        return "", pictures.inspected(file.read_bytes()).odd_profile
    except pictures.UnreadablePicture as error:
        return str(error), False


def _is_drawing(file: Path, findings: Findings, line: int, name: str) -> bool:
    if file.stat().st_size > LARGEST_DRAWING:
        detail = f"{name}: the limit for a drawing is {LARGEST_DRAWING // 1_000_000} MB"
        findings.fault(reading.TOO_LARGE, line, detail)
        return False
    text = re.sub(r"\s+", " ", file.read_bytes().decode("utf-8", "replace"))
    if "<svg" not in text:
        findings.fault(reading.NOT_AN_IMAGE, line, f"{name}: there is no drawing in it")
        return False
    unsafe = [what for what, pattern in _UNSAFE_IN_DRAWING.items() if pattern.search(text)]
    if unsafe:
        findings.fault(reading.UNSAFE_DRAWING, line, f"{name}: {', '.join(unsafe)}")
        return False
    if why := _why_not_drawn(text):
        findings.fault(reading.NOT_AN_IMAGE, line, f"{name}: a picture inside: {why}")
    return not why


def _why_not_drawn(drawing: str) -> str:
    """Return what is wrong with a picture that a drawing carries, or nothing."""
    for carried in _CARRIED.finditer(drawing):
        try:
            pictures.inspected(base64.b64decode(unquote(carried[1])))
        except binascii.Error:
            return "it is damaged"
        except pictures.UnreadablePicture as error:
            return str(error)
    return ""


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:79]}…"
