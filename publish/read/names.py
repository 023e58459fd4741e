"""The names of works, made from the names of files."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from publish.read import languages

if TYPE_CHECKING:
    from pathlib import Path

#: The file that marks the folder of a project.
PROJECT_FILE = "publish.toml"

#: The file that makes a folder a brand.
BRAND_FILE = "brand.toml"

#: Texts that are called after their kind bear the name of their folder.
KINDS = frozenset({"statement", "organisation", "page"})
#: Page texts are no such files: what they hold is found out only when they are read.
_OF_A_KIND = frozenset({".md", ".markdown", ".html", ".htm", ".xhtml"})

_NOT_A_NAME = re.compile(r"[^a-z0-9]+")
#: Letters that NFKD does not take apart.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
#: Longest name of a work; with the names of editions behind it a path stays portable.
LONGEST_NAME = 80


def parted(stem: str) -> tuple[str, str]:
    """Part a file's stem into name and language suffix: ``joint-5.fr`` is ``joint-5`` and ``fr``.

    What stands behind the last dot is a language only if it is a known one.
    """
    name, dot, suffix = stem.rpartition(".")
    if dot and name and not languages.why_unknown(suffix):
        return name, languages.usual(suffix)
    return stem, ""


def kind_of(path: Path) -> str:
    """Return ``statement``, ``organisation`` or ``page`` for a text called so, else nothing."""
    stem, _ = parted(path.stem)
    is_of_a_kind = stem.lower() in KINDS and path.suffix.lower() in _OF_A_KIND
    return stem.lower() if is_of_a_kind else ""


def of_work(path: Path) -> str:
    """Return the name of the work that a text belongs to.

    ``works/return/statement.fr.md`` belongs to ``return``, ``works/appeal.fr.md`` to ``appeal``.
    The folder of a project is no work: a text beside ``publish.toml`` bears its own name.
    """
    stem, _ = parted(path.stem)
    if kind_of(path) and path.parent.name and not (path.parent / PROJECT_FILE).is_file():
        return slug(path.parent.name)
    return slug(stem)


def slug(stem: str) -> str:
    """Return lower-case ASCII letters, digits and hyphens for any stem; never empty.

    A stem without any such letter (Chinese, Arabic …) is named by a digest of itself.
    """
    folded = unicodedata.normalize("NFKD", stem.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    name = _NOT_A_NAME.sub("-", plain).strip("-")[:LONGEST_NAME].strip("-")
    if re.search("[a-z]", name) or (name and plain.isascii()):
        return name
    return f"work-{hashlib.sha256(stem.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
