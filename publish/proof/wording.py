"""The words of a proof in the language of whoever reads it: ``layouts/proof/labels``."""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from publish.errors import WrongCall
from publish.model.words import direction_of
from publish.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from publish.model.words import Direction

STAND_IN = "en"
#: Letters of the name of an ink; more is no name but an attack.
_LONGEST_INK = 60
#: Scripts whose letters a picture cannot join without a library of the system.
_JOINED = frozenset({"ar"})


class Wording:
    """The words of one language.

    Attributes:
        language: BCP 47, as it was asked for.
    """

    def __init__(self, language: str) -> None:
        """Read the words.

        Raises:
            WrongCall: there are none in that language.
        """
        self.language = language
        self._primary = language.split("-")[0].lower()
        file = _folder() / f"{self._primary}.toml"
        if not self._primary.isalpha() or not file.is_file():
            raise WrongCall(
                f"a proof cannot speak {language}\n  hint known are: {', '.join(languages())}"
            )
        self._words: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))

    def __call__(self, key: str, **values: object) -> str:
        """Return words; what stands between braces in them is replaced by values."""
        return self._words[key].format(**values)

    def unfilled(self, key: str) -> str:
        """Return words with their braces, for the script of a page to fill."""
        return self._words[key]

    @property
    def direction(self) -> Direction:
        """In which it is written."""
        return direction_of(self.language)

    @cached_property
    def of_pictures(self) -> Wording:
        """Words that can be drawn letter by letter: English stands in for joined scripts."""
        return Wording(STAND_IN) if self._primary in _JOINED else self

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number as the language writes it; digits are those of Europe."""
        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        return str(
            format_decimal(
                round(value, digits) + 0.0, pattern, self._primary, numbering_system="latn"
            )
        )

    def percent(self, value: float) -> str:
        """Return ``312 %``; a little is never called nothing."""
        if 0 < value < 0.5:
            return self("less_than_percent", number=1)
        return self("percent", number=self.number(value))

    def size(self, size: tuple[float, float]) -> str:
        """Return ``210 × 297 mm``."""
        width, height = (self.number(side, 1) for side in size)
        return self("size", width=width, height=height)

    def ink(self, name: str) -> str:
        """Return the name of an ink; that of a spot ink is nobody's to translate."""
        shown = name if len(name) <= _LONGEST_INK else f"{name[: _LONGEST_INK - 1]}…"
        return self._words.get(f"ink_{name.lower()}", shown)


def apart(name: str) -> str:
    """Return a name that keeps its own direction in a sentence of another (Unicode, UAX 9)."""
    return f"\u2068{name}\u2069" if name else ""


def plain(text: str) -> str:
    """Return a text without the signs of `apart`, for a terminal."""
    return text.replace("\u2068", "").replace("\u2069", "")


def languages() -> tuple[str, ...]:
    """Return the languages that a proof can speak."""
    return tuple(sorted(file.stem for file in _folder().glob("*.toml")))


def _folder() -> Path:
    return shipped("layouts") / "proof" / "labels"
