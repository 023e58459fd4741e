"""The structure types that we plan with, and how each is written in each PDF version.

A type outside the standard set of PDF 1.7 is written as it is and entered in the RoleMap; a type
outside the standard set of PDF 2.0 lives in the namespace of PDF 1.7, which PDF 2.0 keeps for it.

Source: ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4 and 14.8.6.
"""

from __future__ import annotations

NAMESPACE_PDF_1_7 = "http://iso.org/pdf/ssn"
NAMESPACE_PDF_2_0 = "http://iso.org/pdf2/ssn"

#: Types that PDF 1.7 does not know, with the standard type that stands for each.
ROLE_MAP_PDF_1_7 = {"Aside": "Sect", "Em": "Span", "Strong": "Span"}

#: Types of PDF 1.7 that PDF 2.0 left out of its own namespace.
ONLY_PDF_1_7 = frozenset(
    {"Art", "BlockQuote", "Code", "Index", "Note", "Quote", "Reference", "TOC", "TOCI"}
)

#: Written under another name in PDF 2.0.
RENAMED_IN_PDF_2_0 = {"Note": "FENote", "Art": "Part"}

#: All standard types of PDF 1.7 (ISO 32000-1, 14.8.4).
STANDARD_IN_PDF_1_7 = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
    Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
    """.split()
)

#: All standard types of PDF 2.0 in its own namespace (ISO 32000-2, 14.8.4); headings may go
#: deeper than six.
STANDARD_IN_PDF_2_0 = frozenset(
    """
    Document DocumentFragment Part Div Sect Aside NonStruct P Title FENote Sub
    Lbl Span Em Strong Link Annot Form Ruby RB RT RP Warichu WT WP L LI LBody
    Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact
    """.split()
)
