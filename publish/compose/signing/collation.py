"""The order of an alphabet, as each language sorts (CLDR, through ICU).

DuckDB is the one package that brings the collator of ICU along on every platform, so that names
stand in the same order on every machine: ñ after n in Spanish, å after z in Swedish, Chinese by
pinyin. Nothing but its function ``icu_sort_key`` is used.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Chinese in traditional signs is sorted by strokes, as CLDR has it for Taiwan.
_TRADITIONAL = "zh_tw"


def sort_key(text: str, language: str) -> str:
    """Return a key: of two texts, the one with the smaller key comes first in the alphabet.

    Args:
        text: what is sorted.
        language: BCP 47; one that CLDR does not tailor is sorted by the root order of Unicode.

    Source: Unicode Technical Standards 10 and 35, part 5 (collation).
    """
    found = _icu().execute("select icu_sort_key(?, ?)", [text, _locale(language)]).fetchone()
    return str(found[0]) if found else text


@cache
def _locale(language: str) -> str:
    """Return the most exact locale that the collator knows; it takes any name without a word."""
    first, *rest = language.lower().split("-")
    if first == "zh" and "hant" in rest:
        return _TRADITIONAL
    known = {
        name for (name,) in _icu().execute("select collname from pragma_collations()").fetchall()
    }
    exact = "_".join([first, *(subtag for subtag in rest if len(subtag) == 2)])
    return exact if exact in known else first


@cache
def _icu() -> DuckDBPyConnection:
    # It takes a quarter of a second to load, and few texts are sorted.
    import duckdb

    closed: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "enable_external_access": False,
        "threads": 1,
    }
    return duckdb.connect(":memory:", config=closed)
