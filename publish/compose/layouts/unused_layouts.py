"""Layouts of a project that no page ever uses, such as one whose name is mistyped."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, meta

from publish.compose.layouts.environment import layout_folders
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.standards.rules.composing import LAYOUT_NOT_USED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.model.house import House


def unused_layouts(house: House) -> tuple[Fault, ...]:
    """Return a warning for each layout that replaces none of ours and that no other one names."""
    *own, ours = layout_folders(house)
    known = set(_names(ours))
    found = {name: folder for folder in reversed(own) for name in _names(folder)}
    strange = found.keys() - known
    if strange:
        strange -= {named for name, folder in found.items() for named in _named_in(folder / name)}
    return tuple(_fault(name, known) for name in sorted(strange))


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]


def _named_in(layout: Path) -> Iterator[str]:
    """Yield the layouts that one names; what cannot be read is told when it is filled."""
    try:
        parsed = Environment(autoescape=True).parse(layout.read_text(encoding="utf-8"))
    except (TemplateSyntaxError, UnicodeDecodeError, OSError):
        return
    yield from filter(None, meta.find_referenced_templates(parsed))


def _fault(name: str, known: set[str]) -> Fault:
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else ""
    place = Place(f"layouts/{name}")
    return Fault(LAYOUT_NOT_USED, place=place, hint=hint, severity=Severity.WARNING)
