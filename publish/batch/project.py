"""`publish.toml`: whose texts these are."""

from __future__ import annotations

import difflib
import re
import tomllib
from typing import TYPE_CHECKING, Any

from publish.model.brand import Brand, Colours
from publish.model.fault import Fault
from publish.model.house import House
from publish.model.place import Place
from publish.model.words import Words
from publish.read import PROJECT_FILE
from publish.standards.rules import storage

if TYPE_CHECKING:
    from pathlib import Path

#: The settings under ``[house]`` and what they mean, for the reference pages.
SETTINGS = {
    "name": "the body that publishes, for the masthead of texts that name no body of their own",
    "accent": "colour of labels and rules, `#rrggbb`; must have a contrast of 4.5 on white",
}
_LINE = re.compile(r"\(at line (\d+)")


def house(folder: Path) -> tuple[House, list[Fault]]:
    """Read the settings of a project; what is not set is ours.

    Faults are collected, so that all of them are seen at once; a setting with a fault is left out.
    """
    file = folder / PROJECT_FILE
    if not file.is_file():
        return House(folder), []
    try:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = _LINE.search(str(error))
        place = Place(PROJECT_FILE, int(found[1]) if found else 0)
        return House(folder), [Fault(storage.SETTINGS_UNREADABLE, _why(error), place)]
    faults = [_unknown(key, text, ["house"]) for key in table if key != "house"]
    settings = table.get("house", {})
    if not isinstance(settings, dict):
        return House(folder), [*faults, _wrong("house", "it must be a group: [house]", text)]
    good = {key: value for key, value in settings.items() if key in SETTINGS and _is_text(value)}
    for key, value in settings.items():
        if key not in SETTINGS:
            faults.append(_unknown(key, text, list(SETTINGS)))
        elif not _is_text(value):
            faults.append(_wrong(key, "it must be text between quotation marks", text))
    names = (Words(good["name"], ""),) if "name" in good else ()
    colours = Colours(accent=good["accent"]) if "accent" in good else Colours()
    return House(folder, Brand(names=names, colours=colours)), faults


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is no text in UTF-8"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _unknown(key: str, text: str, known: list[str]) -> Fault:
    nearest = difflib.get_close_matches(key, known, n=1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"known are: {', '.join(known)}"
    return Fault(storage.UNKNOWN_SETTING, key, _place(key, text), hint=hint)


def _wrong(key: str, why: str, text: str) -> Fault:
    return Fault(storage.WRONG_SETTING, f"{key}: {why}", _place(key, text))


def _place(key: str, text: str) -> Place:
    """Find the line on which a setting stands."""
    begins = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}\b")
    lines = text.splitlines()
    return Place(
        PROJECT_FILE, next((n for n, line in enumerate(lines, 1) if begins.match(line)), 0)
    )
