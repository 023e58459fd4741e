"""A brand, judged before it is used: colours, faces, logos and licences."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from publish.compose.layouts.marks import height
from publish.compose.style.tokens import families
from publish.model.fault import Fault
from publish.model.place import Place
from publish.read import PROJECT_FILE
from publish.read import brand as kit
from publish.read.brand import BRAND_FILE
from publish.resources import shipped
from publish.standards.rules import brand as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from publish.model.house import House

#: In which a brand is judged where the project does not say its languages: those of the UN.
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

#: Signs that a text in any language may have.
_COMMON = "0123456789.,;:!?()/–—-…«»“”‘’%&@+©"

_ROLES = ("text", "title", "label")
_LICENCE = re.compile(r"(licen[cs]e|ofl|copying)", re.IGNORECASE)

#: So many missing characters are named; the others are counted.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Report:
    """What was found.

    Attributes:
        key: of the brand.
        contrasts: colour, ground, ratio, ratio that is needed, and where the two meet.
        faces: language, role and the families that its characters come from, in that order.
        logos: path, bodies, languages of the alternate text, and height in parts of a square mark.
        fonts: file and family of each font of the brand's own.
        faults: of the settings, and of what the brand holds.
    """

    key: str
    contrasts: tuple[tuple[str, str, float, float, str], ...]
    faces: tuple[tuple[str, str, tuple[str, ...]], ...]
    logos: tuple[tuple[str, tuple[str, ...], tuple[str, ...], float], ...]
    fonts: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]

    def as_record(self) -> dict[str, Any]:
        """Return the findings as plain values for ``--json``."""
        return {
            "brand": self.key,
            "contrasts": [
                {
                    "colour": one,
                    "ground": two,
                    "ratio": round(ratio, 2),
                    "needed": needed,
                    "use": use,
                }
                for one, two, ratio, needed, use in self.contrasts
            ],
            "faces": [
                {"language": language, "role": role, "families": [*names]}
                for language, role, names in self.faces
            ],
            "logos": [
                {"file": path, "bodies": [*bodies], "alt": [*alt], "height": round(high, 3)}
                for path, bodies, alt, high in self.logos
            ],
            "fonts": [{"file": file, "family": family} for file, family in self.fonts],
        }


def judge(folder: Path) -> Report:
    """Judge the brand of a project, or a brand's folder by itself.

    Args:
        folder: holds a `publish.toml` or a `brand.toml`.
    """
    house, faults = kit.house(folder)
    brand, found = house.brand, [*faults]
    fonts = tuple(_fonts(house, folder, found))
    return Report(
        brand.key,
        tuple(
            (pair.colour, pair.ground, ratio, pair.needed, pair.use)
            for pair, ratio in kit.measured(brand.colours)
        ),
        tuple(_faces(house, found)),
        tuple(
            (
                logo.path,
                tuple(filter(None, (logo.body, *logo.also))),
                tuple(words.language for words in logo.alt),
                height(logo.ratio, logo.scale),
            )
            for logo in brand.logos
        ),
        fonts,
        tuple(found),
    )


def _fonts(house: House, folder: Path, found: list[Fault]) -> Iterator[tuple[str, str]]:
    """Yield the brand's own fonts; those without a licence are faults."""
    for home in house.font_folders:
        for file in kit.font_files(home):
            label = _label(file, folder)
            yield label, kit.family_of(file)
            if not _has_licence(file.parent, home):
                found.append(Fault(rules.FONT_WITHOUT_LICENCE, file.name, Place(label)))


def _label(file: Path, folder: Path) -> str:
    home = folder.resolve()
    return file.relative_to(home).as_posix() if file.is_relative_to(home) else file.name


def _has_licence(folder: Path, home: Path) -> bool:
    """Whether a licence lies beside a font, or above it up to the folder of all fonts."""
    beside = any(_LICENCE.match(file.name) for file in folder.iterdir() if file.is_file())
    return beside or (folder != home and _has_licence(folder.parent, home))


def _faces(house: House, found: list[Fault]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield which families each language is printed with; what none of them has is a fault."""
    glyphs = kit.characters((shipped("assets") / "fonts", *house.font_folders))
    for language in house.languages or LANGUAGES:
        wanted, lacking = signs(language), set()
        for role in _ROLES:
            asked = families(house.brand.faces, role, language)
            used, missing = _served(wanted, asked, glyphs)
            # The engine looks into every family that there is before it gives up.
            lacking |= {sign for sign in missing if not _anywhere(sign, glyphs)}
            yield language, role, used
        if lacking:
            detail = f"{language}: {_named(lacking)}"
            found.append(Fault(rules.LANGUAGE_WITHOUT_GLYPHS, detail, Place(_settings(house))))


def _settings(house: House) -> str:
    """Return the file in which a face would be named."""
    alone = house.folder is not None and house.brand.folder == house.folder
    return BRAND_FILE if alone else PROJECT_FILE


def _served(
    wanted: Iterable[str], asked: Iterable[str], glyphs: dict[str, frozenset[int]]
) -> tuple[tuple[str, ...], set[str]]:
    """Return the families that are needed, the most wanted first, and what they all lack."""
    used, missing = [], set(wanted)
    for family in asked:
        there = {sign for sign in missing if ord(sign) in glyphs.get(family, ())}
        if there:
            used.append(family)
            missing -= there
    return tuple(used), missing


def _anywhere(sign: str, glyphs: dict[str, frozenset[int]]) -> bool:
    return any(ord(sign) in has for has in glyphs.values())


def _named(signs: Iterable[str]) -> str:
    every = sorted(signs)
    rest = f" and {len(every) - _NAMED} more" if len(every) > _NAMED else ""
    return " ".join(every[:_NAMED]) + rest


@cache
def signs(language: str) -> frozenset[str]:
    """Return the characters that a language is written with.

    Babel does not carry CLDR's exemplar characters, so they are taken from what CLDR writes in
    the language: the names of all languages, countries, months and days.
    """
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset(_COMMON)
    names = [
        *locale.languages.values(),
        *locale.territories.values(),
        *locale.months["format"]["wide"].values(),
        *locale.days["format"]["wide"].values(),
    ]
    letters = {sign for name in names for sign in name if unicodedata.category(sign)[0] in "LM"}
    cased = {each for sign in letters for each in (sign.upper(), sign.lower()) if len(each) == 1}
    return frozenset(letters | cased | {*_COMMON})
