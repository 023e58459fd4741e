"""S-001 to S-099: what is found where files are written."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling

CHANGED_BY_HAND = ruling(
    "S-001",
    "a published file was changed after publish wrote it, and has now been replaced",
    clause="house rule: published files are made from the texts alone",
    hint="make the change in the text, then build again",
    forbidden_by=(),
    allowed_by=EVERY,
)
