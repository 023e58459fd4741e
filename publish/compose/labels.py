"""The few words of a page that no author wrote: labels such as "Notes to editors".

A label stands in ``layouts/labels/LANGUAGE.toml``, one file for each language; a project may ship
files of its own, for more languages or other wording. Where a language has no file, the English
label stands in, and because a label is `Words`, the page says that it is English.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from publish.errors import InputFaults
from publish.model.fault import Fault
from publish.model.place import Place
from publish.model.words import Words
from publish.standards.rules.composing import LAYOUT_NOT_READABLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

STAND_IN = "en"


class LabelMissing(LookupError):
    """A layout asks for a label that no catalogue has."""


class Labels:
    """The labels of one language; layouts read them as ``labels.contacts``."""

    def __init__(self, folders: Sequence[Path], language: str) -> None:
        """Read the catalogues.

        Args:
            folders: folders with ``labels/``, the most important first.
            language: BCP 47; ``fr-CA`` looks for ``fr-CA``, then ``fr``, then English.

        Raises:
            InputFaults: a catalogue is not TOML.
        """
        self._language = language
        self._labels: dict[str, Words] = {}
        primary = language.split("-")[0]
        for name in dict.fromkeys((STAND_IN, primary, language)):
            for folder in reversed(folders):
                self._take(folder / "labels" / f"{name}.toml", name)

    def __getattr__(self, name: str) -> Words:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._labels:
            raise LabelMissing(f"{name} ({self._language})")
        return self._labels[name]

    def _take(self, path: Path, language: str) -> None:
        """Read one catalogue over what is known already; a missing file is no fault."""
        if not path.is_file():
            return
        try:
            catalogue = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            place = Place(f"layouts/labels/{path.name}")
            raise InputFaults([Fault(LAYOUT_NOT_READABLE, str(error), place)]) from error
        # A French label is not foreign on a page in fr-CA; an English stand-in is.
        same = language.split("-")[0] == self._language.split("-")[0]
        spoken = self._language if same else language
        self._labels |= {name: Words(str(text), spoken) for name, text in catalogue.items()}
