"""The output intent: for which printing condition the colours of a file are meant.

Source: ISO 15930-7 (GTS_PDFX); ISO 19005-2, 6.2.3 (GTS_PDFA1, whose profile must be the same
object where a file has both); ISO 32000-1, 14.11.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, String

from publish.errors import OwnError
from publish.standards.standard import Standard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Pdf

    from publish.model.press import Press

#: What each standard calls its intent; the others have none of their own here.
_SUBTYPES = {Standard.X4: Name.GTS_PDFX, Standard.A2B: Name.GTS_PDFA1}


def add_intent(pdf: Pdf, press: Press) -> None:
    """Write one intent for each standard that is claimed, all with one embedded profile, in place.

    Raises:
        OwnError: the settings have no printing condition, which the caller has to refuse.
    """
    condition = press.condition
    if condition is None:
        raise OwnError("a file for the press was asked for without a printing condition")
    profile = pdf.make_stream(condition.profile.read_bytes())
    profile.N = 4
    said = {
        "OutputConditionIdentifier": condition.identifier,
        "OutputCondition": condition.name,
        "RegistryName": condition.registry,
        "Info": condition.name or condition.identifier,
    }
    words = {f"/{key}": String(value) for key, value in said.items() if value}
    pdf.Root.OutputIntents = Array(
        pdf.make_indirect(
            Dictionary(
                words | {"/Type": Name.OutputIntent, "/S": subtype, "/DestOutputProfile": profile}
            )
        )
        for standard, subtype in _SUBTYPES.items()
        if standard in press.claims
    )


def is_for_press(pdf: Pdf) -> bool:
    """Whether the colours of a file of ours are meant for four inks."""
    intents = pdf.Root.get("/OutputIntents", ())
    return any(one.DestOutputProfile.N == 4 for one in intents)


def keep_intents(pdf: Pdf, claims: Iterable[Standard]) -> None:
    """Take away the intents of standards that are no longer claimed, in place.

    One always stays: an intent alone claims nothing, and without it nobody could tell any more
    which colours the numbers of a draft mean.
    """
    kept = [_SUBTYPES[claim] for claim in claims if claim in _SUBTYPES]
    first = pdf.Root.OutputIntents[0]
    intents = [one for one in pdf.Root.OutputIntents if one.S in kept]
    if not intents:
        first.S = Name.GTS_PDFX
    pdf.Root.OutputIntents = Array(intents or [first])
