"""Arabic: its own comma, semicolon and question mark; « » without spaces; digits by setting.

Letters are never stretched: no tatweel is added. Source: CLDR; W3C, Arabic & Persian Layout
Requirements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.compose.typography import common
from publish.compose.typography.habits import Habits, Quotes, Respelling, Rule, rule
from publish.compose.typography.heard import ARABIC_INDIC

if TYPE_CHECKING:
    from publish.model.house import Digits

_LETTER = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
_AFTER = rf"(?=[\s{_LETTER}«»\"”)]|$)"


def _own(latin: str, sign: str) -> Rule:
    """Return a rule for a sign behind an Arabic letter; a space before it goes."""
    return rule(rf"(?<=[{_LETTER}»)])(?P<spot><S>*{latin}){_AFTER}", sign)


ARABIC = Habits(
    rules=(
        common.ELLIPSIS,
        _own(",", "،"),
        _own(";", "؛"),
        _own(r"\?", "؟"),
        common.THOUSANDS,
        common.UNITS,
        *common.dates("ar"),
        *common.dashes("–"),
    ),
    quotes=Quotes(("«", "»"), ("“", "”")),
)

#: Numbers, but none in a Latin word, a symbol or a version: those stay as they are.
_NUMBER = re.compile(
    r"[A-Za-z][^\s\u0600-\u06ff]*"
    r"|(?<!\d)(?P<spot>\d+(?:[.,:/\u066b\u066c-]\d+)*)(?![\dA-Za-z])"
)
_ANY = re.compile(r"(?P<spot>\d+)")


def digits(wanted: Digits) -> tuple[Respelling, ...]:
    """Return the rules that write numbers in the digits of a setting."""
    if wanted == "typed":
        return ()
    if wanted == "latin":
        return (Respelling(_ANY, {arabic: latin for latin, arabic in ARABIC_INDIC.items()}),)
    return (Respelling(_NUMBER, ARABIC_INDIC),)
