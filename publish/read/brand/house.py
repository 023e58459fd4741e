"""Settings made into a house: what a file says stands over what its brand says, and over ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.model.brand import Brand
from publish.model.house import House
from publish.model.words import Words
from publish.read import languages
from publish.read.brand.colours import colours
from publish.read.brand.faces import faces
from publish.read.brand.fields import ProjectFields
from publish.read.brand.logos import logos
from publish.read.brand.press import press
from publish.read.brand.sheet import sheets
from publish.read.brand.tokens import tokens
from publish.read.names import BRAND_FILE
from publish.standards.rules import storage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publish.model.fault import Fault
    from publish.read.brand.sheet import Sheet


def house(folder: Path) -> tuple[House, list[Fault]]:
    """Read the settings of a project and of its brand; what is not set is ours.

    Args:
        folder: the project, or a brand's folder by itself; one that has neither `publish.toml`
            nor `brand.toml` has no settings.

    Returns:
        the house, and all that is wrong, told at once; a setting with a fault is left out.
    """
    read = sheets(folder)
    if not read:
        return House(folder), []
    # A brand alone, outside a project, has no settings of one.
    said = read[0].fields
    first = said if isinstance(said, ProjectFields) else ProjectFields()
    wanted = _languages(first, read[0])
    brand = _brand(read, folder, wanted)
    made = House(
        folder,
        brand,
        languages=wanted,
        address=first.address,
        typography=first.typography.rules,
        digits=first.typography.digits,
        large_print=first.large_print.size,
        text_width=first.text.width,
        press=press(read, folder, brand.colours),
    )
    return made, [
        fault
        for sheet in read
        for fault in sorted(
            sheet.findings.faults, key=lambda one: one.place.line if one.place else 0
        )
    ]


def _languages(fields: ProjectFields, sheet: Sheet) -> tuple[str, ...]:
    known = []
    for number, code in enumerate(fields.languages):
        if why := languages.why_unknown(code):
            sheet.fault(storage.WRONG_SETTING, ("languages", number), f"languages: {why}")
        else:
            known.append(languages.usual(code))
    return tuple(dict.fromkeys(known))


def _brand(read: Sequence[Sheet], project: Path, wanted: Sequence[str]) -> Brand:
    pages = [sheet.fields.page for sheet in read]
    default = _home(read)
    return replace(
        default,
        names=_by_language(read, "names"),
        acronyms=_by_language(read, "acronyms"),
        colours=colours(read),
        logos=logos(read, project, wanted),
        faces=faces(read, project),
        format=next((page.format for page in pages if page.format), default.format),
        masthead=next((page.masthead for page in pages if page.masthead), default.masthead),
        marks=next((page.marks for page in pages if page.marks), default.marks),
        tokens=tokens(read),
        imprint=_by_language(read, "imprint"),
        website=next((sheet.fields.website for sheet in read if sheet.fields.website), ""),
    )


def _home(read: Sequence[Sheet]) -> Brand:
    """Return a brand that knows its folders; the project's file itself is none."""
    of_brands = [sheet for sheet in read if sheet.path.name == BRAND_FILE]
    if not of_brands:
        return Brand()
    folder, *more = (sheet.path.parent for sheet in of_brands)
    return Brand(key=folder.resolve().name, folder=folder, base=more[0] if more else None)


def _by_language(read: Sequence[Sheet], key: str) -> tuple[Words, ...]:
    """Join texts by language; what the project says stands over what its brand says."""
    found: dict[str, Words] = {}
    for sheet in read:
        for code, text in getattr(sheet.fields, key).items():
            if why := languages.why_unknown(code):
                sheet.fault(storage.WRONG_SETTING, (key, code), f"{key}: {why}")
            else:
                language = languages.usual(code)
                found.setdefault(language, Words(text, language))
    return tuple(found.values())
