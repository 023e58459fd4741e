"""The structure types that we plan with, and how each is written in each PDF version.

A type outside the standard set of PDF 1.7 is written as it is and entered in the RoleMap; a type
outside the standard set of PDF 2.0 lives in the namespace of PDF 1.7, which PDF 2.0 keeps for it.

Source: ISO 32000-1, 14.8.4 and table 347; ISO 32000-2, 14.8.4 and 14.8.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.standards.profile import Profile

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

#: Kinds of lists that PDF 1.7 has no word for.
NUMBERING_PDF_1_7 = {"Unordered": "None", "Description": "None"}


def written_role(role: str, profile: Profile) -> str:
    """Return the structure type that stands in a file of this profile for a planned one."""
    return RENAMED_IN_PDF_2_0.get(role, role) if profile.is_pdf2 else role


def written_numbering(numbering: str, profile: Profile) -> str:
    """Return the ListNumbering that stands in a file of this profile for a planned one."""
    return numbering if profile.is_pdf2 else NUMBERING_PDF_1_7.get(numbering, numbering)
