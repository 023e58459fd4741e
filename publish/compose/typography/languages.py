"""Which habits a language has. A language that is not here is left as it was typed."""

from __future__ import annotations

from publish.compose.typography import (
    arabic,
    chinese,
    english,
    french,
    german,
    russian,
    slavic,
    spanish,
)
from publish.compose.typography.habits import Habits

#: By BCP 47, lower case; the longest that a language begins with counts.
_HABITS = {
    "ar": arabic.ARABIC,
    "cs": slavic.CZECH,
    "de": german.GERMAN,
    "de-ch": german.SWISS,
    "de-li": german.SWISS,
    "en": english.ENGLISH,
    "es": spanish.SPANISH,
    "fr": french.FRENCH,
    "fr-ca": french.CANADIAN,
    "ja": chinese.JAPANESE,
    "pl": slavic.POLISH,
    "ru": russian.RUSSIAN,
    "zh": chinese.CHINESE,
    "zh-hant": chinese.TRADITIONAL,
    "zh-tw": chinese.TRADITIONAL,
    "zh-hk": chinese.TRADITIONAL,
    "zh-mo": chinese.TRADITIONAL,
}
_AMERICA = "419 ar bo cl co cr cu do ec gt hn mx ni pa pe pr py sv us uy ve"
_HABITS |= {f"es-{region}": spanish.AMERICAN for region in _AMERICA.split()}

_NONE = Habits()


def habits(language: str) -> Habits:
    """Return the habits of a language (BCP 47); those of ``fr`` also count for ``fr-BE``."""
    subtags = language.lower().split("-")
    for length in range(len(subtags), 0, -1):
        if found := _HABITS.get("-".join(subtags[:length])):
            return found
    return _NONE
