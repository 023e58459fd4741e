"""Polish and Czech: no word of one letter ends a line; „…” and „…“."""

from __future__ import annotations

from publish.compose.typography import common
from publish.compose.typography.habits import Habits, Quotes

_SHARED = (common.ELLIPSIS, common.APOSTROPHE, *common.SPACES, *common.dashes("–"))

POLISH = Habits(
    rules=(
        *_SHARED,
        *common.dates("pl"),
        common.small_words("a i o u w z"),
        common.labelled("art. ust. pkt nr str. poz. rozdz."),
        common.counted("mln mld tys. zł r. osób lat"),
    ),
    quotes=Quotes(("„", "”"), ("«", "»")),
)

CZECH = Habits(
    rules=(
        *_SHARED,
        *common.dates("cs"),
        common.small_words("a i k o s u v z"),
        common.labelled("čl. odst. č. str. kap."),
        common.counted("mil. mld. tis. Kč osob let"),
    ),
    quotes=Quotes(("„", "“"), ("‚", "‘")),
)
