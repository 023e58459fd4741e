"""Style sheets of a project that ask for what comes out wrong on a press, told with their lines.

Ours ask for none of it. What the engine does with each was measured with WeasyPrint 70; what it
draws as it stands and only looks otherwise is a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publish.compose.layouts.environment import layout_folders
from publish.compose.style.stylesheets import is_for_press
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.standards.rules.brand import NOT_FOR_THE_PRESS, OTHERWISE_ON_THE_PRESS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.model.house import House


class _Trap(NamedTuple):
    """One thing to look for.

    Attributes:
        pattern: matches within one declaration or rule.
        what: is said of it.
        hint: what to write instead.
        is_wrong: whether nothing may be printed with it.
    """

    pattern: re.Pattern[str]
    what: str
    hint: str
    is_wrong: bool


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_TRAPS = (
    _Trap(
        _pattern(
            r"\b(?:border|outline|column-rule)[\w-]*\s*:[^;}]*\b(?:ridge|groove|inset|outset)\b"
        ),
        "ridge, groove, inset and outset lines come out nearly black",
        "use solid, dashed, dotted or double",
        is_wrong=True,
    ),
    _Trap(
        _pattern(r"\bdevice-cmyk\("),
        "device-cmyk is not read; inks are settings",
        "use a colour such as #0b5394, and give its inks in [inks] of publish.toml",
        is_wrong=True,
    ),
    _Trap(
        _pattern(r"\bcolor\(\s*(?!srgb\b)[\w-]+"),
        "the colour is outside sRGB, and its numbers would be taken for those of sRGB",
        "use a colour such as #0b5394, and give its inks in [inks] of publish.toml",
        is_wrong=True,
    ),
    _Trap(
        _pattern(r"@page[^{}]*\{(?:[^{}]|\{[^{}]*\})*?gradient\("),
        "a gradient on @page runs over the whole sheet",
        "put it on a box of its own size",
        is_wrong=True,
    ),
    _Trap(
        _pattern(r"\b(?:mix|background)-blend-mode\s*:\s*(?!normal\b)[\w-]+"),
        "colours are not blended",
        "use the colour that the mixture should have",
        is_wrong=False,
    ),
    _Trap(
        _pattern(
            r"\b(?:border|outline|column-rule|text-decoration)[\w-]*\s*:[^;}]*"
            r"(?<![\d.])(?:0?\.(?:1\d*|2(?:[0-4]\d*)?|0\d*[1-9]\d*)pt|0?\.0[1-8]\d*mm|0?\.[12]\d*px)\b"
        ),
        "a line thinner than 0.25 pt breaks up in print",
        "make it 0.25pt or more",
        is_wrong=False,
    ),
    _Trap(
        _pattern(
            r"(?:^|[},])\s*(?:html|body)\s*(?:,[^{}]*)?\{[^}]*\bbackground(?:-color)?\s*:(?!\s*none)"
        ),
        "a background of html or body stops at the margins of the page",
        "put it on @page, which reaches over the trim",
        is_wrong=False,
    ),
)

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


def press_faults(house: House) -> tuple[Fault, ...]:
    """Return what the sheets of a project and its brand ask for that a press cannot do."""
    *own, ours = layout_folders(house)
    sheets = (sheet for folder in own for sheet in sorted((folder / "css").glob("*.css")))
    return tuple(
        fault
        for sheet in sheets
        if is_for_press(sheet.name, ours)
        for fault in faults_in(
            sheet.read_text(encoding="utf-8", errors="replace"), _label(sheet, house)
        )
    )


def faults_in(css: str, label: str) -> Iterator[Fault]:
    """Yield the faults of one style sheet, in the order of its lines."""
    # Comments are blanked, so that all lines keep their numbers.
    plain = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    met = [(found.end(), trap) for trap in _TRAPS for found in trap.pattern.finditer(plain)]
    for end, trap in sorted(met, key=lambda one: one[0]):
        yield Fault(
            NOT_FOR_THE_PRESS if trap.is_wrong else OTHERWISE_ON_THE_PRESS,
            trap.what,
            Place(label, plain.count("\n", 0, end) + 1),
            hint=trap.hint,
            severity=Severity.FAULT if trap.is_wrong else Severity.WARNING,
        )


def _label(sheet: Path, house: House) -> str:
    """Return the path of a sheet as editors know it; never one of this machine."""
    if house.folder and sheet.resolve().is_relative_to(house.folder.resolve()):
        return sheet.resolve().relative_to(house.folder.resolve()).as_posix()
    return f"layouts/css/{sheet.name}"
