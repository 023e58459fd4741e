"""The standards that a file of ours may claim."""

from __future__ import annotations

from enum import Enum


class Standard(Enum):
    """A standard with the name that veraPDF gives it; PDF/X-4, which it does not know, has ours.

    Source: ISO 14289-1:2014, ISO 14289-2:2024, ISO 15930-7:2010, ISO 19005-2, -3 and -4.
    """

    UA1 = "ua1"
    UA2 = "ua2"
    A2A = "2a"
    A2B = "2b"
    A3A = "3a"
    A4 = "4"
    A4F = "4f"
    X4 = "x4"

    @property
    def title(self) -> str:
        """The name as the standard writes it, for example ``PDF/UA-1``."""
        return TITLES[self]


TITLES = {
    Standard.UA1: "PDF/UA-1",
    Standard.UA2: "PDF/UA-2",
    Standard.A2A: "PDF/A-2a",
    Standard.A2B: "PDF/A-2b",
    Standard.A3A: "PDF/A-3a",
    Standard.A4: "PDF/A-4",
    Standard.A4F: "PDF/A-4f",
    Standard.X4: "PDF/X-4",
}
