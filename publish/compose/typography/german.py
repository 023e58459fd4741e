"""German: „…“ and ‚…‘; in Switzerland «…» and ‹…›, without spaces (Duden; Bundeskanzlei)."""

from __future__ import annotations

from publish.compose.typography import common
from publish.compose.typography.habits import Habits, Quotes

_RULES = (
    common.ELLIPSIS,
    common.APOSTROPHE,
    *common.SPACES,
    *common.dates("de"),
    *common.dashes("–"),
    common.civilities("Herr Herrn Frau Dr. Prof. Dipl.-Ing. S.E."),
    common.labelled("Art. Abs. Nr. Nrn. S. Bd. Kap. Ziff. Abb. Tab."),
    common.counted("Millionen Million Mio. Milliarden Milliarde Mrd. Prozent Uhr Jahre Euro"),
    *common.abbreviations("z._B. d._h. u._a. i._V. i._A. a._i. v._a. z._T."),
)

GERMAN = Habits(_RULES, Quotes(("„", "“"), ("‚", "‘"), ("‚", "‘")))
SWISS = Habits(_RULES, Quotes(("«", "»"), ("‹", "›"), ("‹", "›")))
