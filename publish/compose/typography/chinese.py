"""Chinese and Japanese: signs as wide as the characters beside them, and no spaces between them.

A sign that was typed in ASCII becomes wide only where it stands between ideographs, or behind one
at the end of a text; beside Latin letters and digits it is left as it is. Source: GB/T 15834-2011;
W3C, Requirements for Chinese Text Layout.
"""

from __future__ import annotations

from publish.compose.typography.habits import Habits, Quotes, Rule, rule
from publish.compose.typography.heard import IDEOGRAPH

_WIDE = f"[{IDEOGRAPH}，。：；？！、（）《》“”‘’「」『』]"
_AFTER = rf"(?={_WIDE}|$|[\"”’])"

#: A new line in the author's file is no space on the page. Source: CSS Text 3, 4.1.3.
_NEW_LINES = rule(rf"(?<={_WIDE})(?P<spot>[ \t]*\n\s*)(?={_WIDE})", "")


def _wide(narrow: str, sign: str) -> Rule:
    """Return a rule for a sign behind an ideograph, with the spaces round it."""
    return rule(rf"(?<=[{IDEOGRAPH}）》”」])(?P<spot><S>*{narrow}<S>*){_AFTER}", sign)


_WIDENED = (
    # Brackets go in pairs, and only round ideographs.
    rule(
        rf"(?<={_WIDE})(?P<spot><S>*\()"
        rf"(?=[{IDEOGRAPH}][^()（）]*(?<=[{IDEOGRAPH}])\)<S>*(?:{_WIDE}|[,.:;?!]|$))",
        "（",
    ),
    rule(
        rf"(?<=（)[{IDEOGRAPH}][^()（）]*(?<=[{IDEOGRAPH}])(?P<spot>\)<S>*)(?={_WIDE}|[,.:;?!]|$)",
        "）",
    ),
    _wide(",", "，"),
    _wide(r"\.(?!\.)", "。"),
    _wide(":", "："),
    _wide(";", "；"),
    _wide(r"\?", "？"),
    _wide("!", "！"),
    # A dateline names places without spaces: 日内瓦/内罗毕.
    rule(rf"(?<=[{IDEOGRAPH}])(?P<spot><S>*[/／]<S>*)(?=[{IDEOGRAPH}])", "/"),
    rule(rf"(?<=[{IDEOGRAPH}])(?P<spot><S>+)(?=[，。：；？！、）])", ""),
    rule(rf"(?<=[，。：；？！、（])(?P<spot><S>+)(?=[{IDEOGRAPH}])", ""),
)

CHINESE = Habits((_NEW_LINES, *_WIDENED), Quotes(("“", "”"), ("‘", "’")))
TRADITIONAL = Habits((_NEW_LINES, *_WIDENED), Quotes(("「", "」"), ("『", "』")))
JAPANESE = Habits((_NEW_LINES,))
