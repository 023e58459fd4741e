"""The pairs of standards that one file can hold together.

UA-1 goes with A-2 or A-3 (both PDF 1.7), UA-2 with A-4 (both PDF 2.0). No other pair shares a
PDF version, so no other pair is offered.
"""

from __future__ import annotations

from dataclasses import dataclass

from publish.standards.standard import Standard


@dataclass(frozen=True, slots=True)
class Profile:
    """One choice of ``--standard``.

    Attributes:
        name: what the user types, ``ua-1`` or ``ua-2``.
        pdf_version: the version in the header, ``1.7`` or ``2.0``.
        access: the standard for access.
        archive: the standard for long-term keeping.
        archive_with_files: the same when files are attached.
    """

    name: str
    pdf_version: str
    access: Standard
    archive: Standard
    archive_with_files: Standard

    @property
    def is_pdf2(self) -> bool:
        """Whether structure elements live in namespaces (ISO 32000-2, 14.8.6)."""
        return self.pdf_version == "2.0"

    def claims(self, *, attachments: bool) -> tuple[Standard, Standard]:
        """Return the two standards that a file of this profile declares."""
        return self.access, self.archive_with_files if attachments else self.archive


PROFILES = {
    "ua-1": Profile("ua-1", "1.7", Standard.UA1, Standard.A2A, Standard.A3A),
    "ua-2": Profile("ua-2", "2.0", Standard.UA2, Standard.A4, Standard.A4F),
}
