"""A brand as custom properties: what `layouts/css/tokens.css` leaves to the house."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from publish.model.brand import Faces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.model.brand import Brand

#: Scripts and the primary languages that are written in them, where it is not the Latin one.
SCRIPTS = {
    "Arab": frozenset("ar fa ps ur".split()),
    "Deva": frozenset("hi mr ne".split()),
    "Hans": frozenset({"zh", "ja"}),
    "Hebr": frozenset({"he", "yi"}),
    "Kore": frozenset({"ko"}),
}

#: Ours for each script and role; the families of a brand come before them.
CARRIED = (
    ("Arab", "text", ("Amiri",)),
    ("Arab", "label", ("IBM Plex Sans Arabic",)),
    ("Arab", "code", ("IBM Plex Sans Arabic",)),
    ("Hebr", "text", ("Noto Serif Hebrew",)),
    ("Hebr", "label", ("Noto Serif Hebrew",)),
    ("Deva", "text", ("Noto Serif Devanagari",)),
    ("Deva", "label", ("Noto Serif Devanagari",)),
    ("Hans", "text", ("Noto Sans SC",)),
    ("Hans", "label", ("Noto Sans SC",)),
    ("Hans", "code", ("Noto Sans SC",)),
)

_LATIN_FIRST = frozenset({"Hans", "Kore"})

_GENERIC = {"text": "serif", "title": "serif", "label": "sans-serif", "code": "monospace"}


def brand_sheet(brand: Brand, language: str) -> str:
    """Return the style sheet that holds the brand's values, for a page in a language."""
    properties = [
        *_colours(brand),
        ("sheet", brand.format),
        *((role, _stack(brand.faces, role, language)) for role in _GENERIC),
        *brand.tokens,
    ]
    lines = "".join(f"  --{name}: {value};\n" for name, value in properties)
    return f":root {{\n{lines}}}\n"


def families(faces: Faces, role: str, language: str) -> tuple[str, ...]:
    """Return the families of a role for a page in a language, the most wanted first.

    The families of the page's own script stand before all others, but for Chinese, Japanese and
    Korean, whose Latin letters and digits come from the Latin face; those of the other scripts
    stand at the end, so that a foreign word finds its glyphs.
    """
    primary = language.split("-")[0]
    own = next((script for script, spoken in SCRIPTS.items() if primary in spoken), "Latn")
    latin = getattr(faces, role) or faces.text
    wanted = "text" if role == "title" else role
    by_script = [
        (script, names) for script, of, names in (*faces.scripts, *CARRIED) if of == wanted
    ]
    first = [name for script, names in by_script if script == own for name in names]
    last = [name for script, names in by_script if script != own for name in names]
    front = [*latin, *first] if own in _LATIN_FIRST else [*first, *latin]
    return tuple(dict.fromkeys([*front, *last]))


def _colours(brand: Brand) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(brand.colours):
        yield field.name.replace("_", "-"), getattr(brand.colours, field.name)


def _stack(faces: Faces, role: str, language: str) -> str:
    quoted = (f'"{name}"' for name in families(faces, role, language))
    return ", ".join([*quoted, _GENERIC[role]])
