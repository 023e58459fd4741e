"""The few words of a page that no author wrote: labels such as "Notes to editors".

A label stands in ``layouts/labels/LANGUAGE.toml``, one file for each language; a project may ship
files of its own, for more languages or other wording. Where a language has no file, the English
label stands in, and because a label is `Words`, the page says that it is English.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from typing import TYPE_CHECKING

from publish.errors import InputFaults
from publish.model.fault import Fault
from publish.model.place import Place
from publish.model.words import Words
from publish.standards.rules.composing import LABEL_OUT_OF_PLACE, LAYOUT_NOT_READABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

STAND_IN = "en"
#: How a layout asks for a label.
_NAMED = re.compile(r"\blabels\.([A-Za-z_]\w*)")


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
            InputFaults: a catalogue is not TOML, or has a label that no layout asks for.
        """
        self._language = language
        self._labels: dict[str, Words] = {}
        self._known = _known(tuple(folders))
        faults: list[Fault] = []
        primary = language.split("-")[0]
        for name in dict.fromkeys((STAND_IN, primary, language)):
            for folder in reversed(folders):
                faults += self._take(folder / "labels" / f"{name}.toml", name)
        if faults:
            raise InputFaults(faults)

    def __getattr__(self, name: str) -> Words:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._labels:
            raise LabelMissing(f"{name} ({self._language})")
        return self._labels[name]

    def _take(self, path: Path, language: str) -> Iterator[Fault]:
        """Read one catalogue over what is known already; a missing file is no fault."""
        if not path.is_file():
            return
        try:
            text = path.read_text(encoding="utf-8")
            catalogue = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield Fault(LAYOUT_NOT_READABLE, str(error), Place(f"layouts/labels/{path.name}"))
            return
        # A French label is not foreign on a page in fr-CA; an English stand-in is.
        same = language.split("-")[0] == self._language.split("-")[0]
        spoken = self._language if same else language
        for name, said in catalogue.items():
            if name in self._known and isinstance(said, str) and said:
                self._labels[name] = Words(said, spoken)
            else:
                yield self._fault(name, text, path)

    def _fault(self, name: str, text: str, path: Path) -> Fault:
        lines = enumerate(text.splitlines(), start=1)
        begins = re.compile(rf"\s*\[?[\"']?{re.escape(name)}\b")
        line = next((number for number, line in lines if begins.match(line)), 0)
        place = Place(f"layouts/labels/{path.name}", line)
        if name in self._known:
            return Fault(
                LABEL_OUT_OF_PLACE, f"{name}: it must be text between quotation marks", place
            )
        nearest = difflib.get_close_matches(name, sorted(self._known), n=1)
        hint = f"did you mean {nearest[0]}?" if nearest else ""
        return Fault(LABEL_OUT_OF_PLACE, f"no layout asks for {name}", place, hint=hint)


def _known(folders: tuple[Path, ...]) -> frozenset[str]:
    """Return the labels that a layout may ask for: ours, and those that own layouts name.

    Args:
        folders: with layouts; ours is the last.
    """
    ours = tomllib.loads((folders[-1] / "labels" / f"{STAND_IN}.toml").read_text(encoding="utf-8"))
    named = {
        name
        for folder in folders[:-1]
        for layout in folder.rglob("*.html")
        for name in _NAMED.findall(layout.read_text(encoding="utf-8", errors="replace"))
    }
    return frozenset(named.union(ours))
