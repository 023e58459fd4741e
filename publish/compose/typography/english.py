"""English: “…” and ‘…’, and a dash with a space on each side."""

from __future__ import annotations

from publish.compose.typography import common
from publish.compose.typography.habits import Habits, Quotes, rule, together

ENGLISH = Habits(
    rules=(
        common.ELLIPSIS,
        common.APOSTROPHE,
        # The ’90s.
        rule(r"(?<![\w'])'(?=\d\ds(?!\w))", "’"),
        rule(r"(?<=[^\W\d_])--(?=[^\W\d_])", "—"),
        *common.SPACES,
        *common.dates("en"),
        together(
            "January|February|March|April|May|June|July|August|September|October|November|December",
            r"\d{1,2}(?:st|nd|rd|th)?(?!\w)",
        ),
        *common.dashes("–"),
        common.civilities("Mr Mr. Mrs Mrs. Ms Ms. Mx Mx. Dr Dr. Prof. Prof St St. Sir Dame H.E."),
        common.labelled("Art. art. No. Nos. no. nos. para. paras. ch. sec. vol. ver. Article"),
        common.counted("million billion trillion per percent a.m. p.m. am pm"),
        *common.abbreviations("a._i. H._E. e._g. i._e."),
    ),
    quotes=Quotes(("“", "”"), ("‘", "’"), ("‘", "’")),
)
