"""The standard structure types, by the version of PDF that defines them.

Source: ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4.
"""

from __future__ import annotations

STANDARD_IN_PDF_1_7 = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
    Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
    """.split()
)

#: Headings may go deeper than six there: H7 and on are standard types too.
STANDARD_IN_PDF_2_0 = frozenset(
    """
    Document DocumentFragment Part Div Sect Aside NonStruct P H Title FENote Sub
    Lbl Span Em Strong Link Annot Form Ruby RB RT RP Warichu WT WP L LI LBody
    Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact
    """.split()
)
