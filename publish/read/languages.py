"""Codes of languages: known or not, and written in the usual way.

Source: BCP 47 (RFC 5646); the lists are those of CLDR, which Babel carries.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

_WELL_FORMED = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(-(?P<script>[a-z]{4}))?"
    r"(-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*"
    r"(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


def why_unknown(code: str) -> str:
    """Return what is wrong with a language code, in words; empty if it can be used.

    A code of three letters is taken as it is where CLDR does not list it: the world has more
    written languages (ISO 639-3) than CLDR has names for.
    """
    match = _WELL_FORMED.fullmatch(code)
    if match is None:
        return f"“{code}” is not built like a language code"
    languages, scripts, regions = _known()
    language, script, region = match["language"].lower(), match["script"], match["region"]
    if language not in languages and (len(language) == 2 or language.startswith("q")):
        return f"there is no language “{match['language']}” in “{code}”"
    if script and script.title() not in scripts:
        return f"there is no script “{script}” in “{code}”"
    if region and region.upper() not in regions:
        return f"there is no country or region “{region}” in “{code}”"
    return ""


def usual(code: str) -> str:
    """Write a well-formed code in the usual way: ``zh-hans-cn`` becomes ``zh-Hans-CN``."""
    first, *rest = code.split("-")
    parts = [first.lower()]
    for part in rest:
        if len(parts[-1]) == 1:
            parts.append(part.lower())
        elif len(part) == 4 and part.isalpha():
            parts.append(part.title())
        else:
            parts.append(part.upper() if len(part) == 2 else part.lower())
    return "-".join(parts)


@cache
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    english = Locale("en")
    languages = {str(code).split("_")[0] for code in english.languages} | set(
        get_global("language_aliases")
    )
    regions = set(english.territories) | set(get_global("territory_aliases"))
    return frozenset(languages), frozenset(english.scripts), frozenset(regions)
