"""French.

A narrow no-break space stands before ``; : ! ?`` and inside « ». The Lexique of the Imprimerie
nationale asks for a wide one before the colon and inside « »; screens and most presses have
settled on the narrow one everywhere, and so do we. In Canada only the colon and « » have a space,
a wide one (Le guide du rédacteur).
"""

from __future__ import annotations

import re

from publish.compose.typography import common
from publish.compose.typography.habits import NARROW, NO_BREAK, Habits, Quotes, rule, together

#: What may stand before a sign that has a space before it.
_SAID = r"(?<=[\w»”\"’)\]%…\ufffc])"
#: What may stand after it: no digit and no letter, as in ``12:30``.
_END = r"(?=$|[\s»”\"’)\]])"

_SHARED = (
    common.ELLIPSIS,
    common.APOSTROPHE,
    # An elision before a quotation: l'« École ».
    rule(r"(?<=[cdjlmnstuCDJLMNSTU])'(?=[«“\"])", "’"),
    *common.SPACES,
    *common.dates("fr"),
    *common.dashes("–"),
    common.civilities("M. MM. Mme Mmes Mlle Mlles Dr Drs Dre Pr Pre Me Mes Mgr S.E. S.M. S.A.R."),
    common.labelled("art. Art. chap. par. al. rés. no nos No Nos réf. t. ch."),
    common.counted("millions million milliards milliard personnes ans jours h heures euros"),
    rule(r"(?<=\d)<S>h(?P<spot><S>)(?=\d\d(?!\d))", NO_BREAK),
    *common.abbreviations("a._i. p._ex. c.-à-d. S._E. i._e."),
    common.small_words("à"),
    together("siècle", r"av\.|apr\."),
)

#: 1er, 1re; 2e, XXe, Ve; Ier; 2nd. The letters after the number are in the last group.
_RAISED = re.compile(
    r"(?<![\w.,])(?:1(ers?|res?)|(?:\d+|[IVX]|[IVXLC]{2,})(es?)|I(er|re)|2(nde?s?))(?!\w)"
)

FRENCH = Habits(
    rules=(
        *_SHARED,
        rule(r"(?<=\S)(?P<spot><S>+)(?=[;!?])", NARROW),
        rule(r"(?<=\S)(?P<spot><S>+)(?=:(?:$|\s))", NARROW),
        rule(rf"{_SAID}(?P<spot>;){_END}", f"{NARROW};"),
        rule(rf"{_SAID}(?P<spot>:){_END}", f"{NARROW}:"),
        rule(rf"{_SAID}(?P<spot>!)(?=[!?]*{_END})", f"{NARROW}!"),
        rule(rf"{_SAID}(?P<spot>\?)(?=[!?]*{_END})", f"{NARROW}?"),
        rule(r"«(?P<spot><S>+)(?=\S)", NARROW),
        rule(r"(?P<spot>«)(?=[^\s«])", f"«{NARROW}"),
        rule(r"(?<=\S)(?P<spot><S>+)(?=»)", NARROW),
        rule(r"(?<=[^\s»])(?P<spot>»)", f"{NARROW}»"),
    ),
    quotes=Quotes((f"«{NARROW}", f"{NARROW}»"), ("“", "”")),
    raised=_RAISED,
)

CANADIAN = Habits(
    rules=(
        *_SHARED,
        rule(r"(?<=[\w»)\]])(?P<spot><S>+)(?=[;!?]+(?:$|[\s»]))", ""),
        rule(r"(?<=\S)(?P<spot><S>+)(?=:(?:$|\s))", NO_BREAK),
        rule(rf"{_SAID}(?P<spot>:){_END}", f"{NO_BREAK}:"),
        rule(r"«(?P<spot><S>+)(?=\S)", NO_BREAK),
        rule(r"(?P<spot>«)(?=[^\s«])", f"«{NO_BREAK}"),
        rule(r"(?<=\S)(?P<spot><S>+)(?=»)", NO_BREAK),
        rule(r"(?<=[^\s»])(?P<spot>»)", f"{NO_BREAK}»"),
    ),
    quotes=Quotes((f"«{NO_BREAK}", f"{NO_BREAK}»"), ("“", "”")),
    raised=_RAISED,
)
