"""Logos: drawings of the project that can be printed, and where in them the mark is."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PIL import Image

from publish.model.brand import Drawing, Logo
from publish.model.place import Place
from publish.model.words import Words
from publish.read import images, languages
from publish.standards.rules import brand as rules
from publish.standards.rules import storage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publish.read.brand.fields import LogoFields
    from publish.read.brand.sheet import Sheet

MOST = 20

#: A PNG must have as many pixels as a square of this side.
_SIDE = 300

#: What is fainter than this (of 255) is no part of the mark.
_FAINT = 12


def logos(read: Sequence[Sheet], project: Path, wanted: Sequence[str]) -> tuple[Logo, ...]:
    """Read the logos of the first sheet that has any.

    Args:
        read: the sheets, the most important first.
        project: the folder that holds the drawings.
        wanted: languages of the texts.
    """
    for sheet in read:
        if not sheet.fields.logos:
            continue
        if (count := len(sheet.fields.logos)) > MOST:
            sheet.fault(rules.TOO_MANY_LOGOS, ("logos", MOST), f"{count} instead of {MOST}")
        made = (
            _logo(entry, number, sheet, project.resolve(), wanted)
            for number, entry in enumerate(sheet.fields.logos[:MOST])
        )
        return tuple(filter(None, made))
    return ()


def _logo(
    entry: LogoFields, number: int, sheet: Sheet, project: Path, wanted: Sequence[str]
) -> Logo | None:
    def drawing(key: str) -> Drawing | None:
        address = getattr(entry, key)
        return _drawing(address, ("logos", number, key), sheet, project) if address else None

    drawn, others = drawing("file"), {key: drawing(key) for key in ("mono", "reversed", "mirrored")}
    alt = _alt(entry, number, sheet, wanted)
    if drawn is None:
        return None
    first, *also = [entry.body] if isinstance(entry.body, str) else entry.body or [""]
    place = Place(sheet.findings.label, sheet.data.line_of(("logos", number)))
    return Logo(
        drawn.path,
        drawn.ratio,
        drawn.margins,
        alt,
        first,
        tuple(also),
        scale=entry.scale,
        place=place,
        **others,
    )


def _alt(entry: LogoFields, number: int, sheet: Sheet, wanted: Sequence[str]) -> tuple[Words, ...]:
    words = []
    for code, text in entry.alt.items():
        if why := languages.why_unknown(code):
            sheet.fault(storage.WRONG_SETTING, ("logos", number, "alt"), f"alt: {why}")
        else:
            words.append(Words(text, languages.usual(code)))
    spoken = {language for said in words for language in (said.language, _primary(said.language))}
    lacking = [code for code in wanted if not spoken & {code, _primary(code)}]
    if not words:
        sheet.fault(rules.LOGO_WITHOUT_WORDS, ("logos", number), entry.file)
    elif lacking:
        detail = f"{entry.file}: {', '.join(lacking)}"
        sheet.warning(rules.LOGO_WORDS_IN_FEWER_LANGUAGES, ("logos", number, "alt"), detail)
    return tuple(words)


def _primary(language: str) -> str:
    return language.split("-")[0]


def _drawing(
    address: str, at: tuple[str | int, ...], sheet: Sheet, project: Path
) -> Drawing | None:
    """Find a drawing and measure it; a fault says why it cannot be used."""
    line = sheet.data.line_of(at)
    path = images.locate(address, sheet.path.resolve(), project, sheet.findings, line)
    if path is None:
        return None
    suffix = (project / path).suffix.lower()
    if suffix == ".svg":
        ratio = ratio_of(project / path)
        if ratio is None:
            sheet.fault(rules.LOGO_DOES_NOT_SCALE, at, address)
        return Drawing(path, ratio) if ratio else None
    if suffix == ".png":
        return _picture(path, at, sheet, project)
    sheet.fault(rules.LOGO_OF_OTHER_KIND, at, address)
    return None


def ratio_of(file: Path) -> float | None:
    """Return width divided by height of an SVG, by its ``viewBox``; ``None`` if it has none."""
    try:
        root = ElementTree.parse(file).getroot()
        *_, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    except (ElementTree.ParseError, OSError, ValueError):
        return None
    return width / height if width > 0 and height > 0 else None


def _picture(path: str, at: tuple[str | int, ...], sheet: Sheet, project: Path) -> Drawing | None:
    with warnings.catch_warnings():
        # Pillow warns of large pictures; the limit of images has decided already.
        warnings.simplefilter("ignore")
        with Image.open(project / path, formats=("PNG",)) as image:
            size = image.size
            opaque = image.convert("RGBA").getchannel("A").point(lambda a: 255 * (a > _FAINT))
    left, above, right, below = opaque.getbbox() or (0, 0, *size)
    width, height = right - left, below - above
    if width * height < _SIDE * _SIDE:
        sheet.warning(rules.LOGO_TOO_SMALL, at, f"{path}: {width} × {height} pixels")
    margins = (
        above / height,
        (size[0] - right) / height,
        (size[1] - below) / height,
        left / height,
    )
    return Drawing(path, width / height, margins)
