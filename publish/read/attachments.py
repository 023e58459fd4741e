"""Files that travel inside the PDF: read from the project's folder only."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from publish.model import Attachment
from publish.read.images import inside
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publish.read.fields import AttachmentFields
    from publish.read.findings import Findings

LARGEST_FILE = 50_000_000

#: Where the tables of the machine differ; the same input gives the same bytes everywhere.
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}


def read(
    entries: Sequence[tuple[AttachmentFields, int]], path: Path, project: Path, findings: Findings
) -> tuple[Attachment, ...]:
    """Read the attachments of a text; a fault for each that cannot be read.

    Args:
        entries: as the front matter has them, each with its line.
        path: the author's file; paths count from its folder.
        project: the project's folder, resolved.
        findings: takes up the faults.
    """
    found: dict[str, Attachment] = {}
    for entry, line in entries:
        attachment = _attachment(entry, line, path, project, findings)
        if attachment is None:
            continue
        if attachment.name in found:
            findings.fault(reading.ATTACHMENT, line, f"{attachment.name} is attached twice")
            continue
        found[attachment.name] = attachment
    return tuple(found.values())


def _attachment(
    entry: AttachmentFields, line: int, path: Path, project: Path, findings: Findings
) -> Attachment | None:
    file = inside(entry.path, path, project)
    why = _why_not(file)
    if file is None or why:
        findings.fault(reading.ATTACHMENT, line, f"{entry.path}: {why}")
        return None
    known = _MEDIA_TYPES.get(file.suffix.lower())
    guessed = mimetypes.MimeTypes().guess_type(file.name)[0] or "application/octet-stream"
    return Attachment(
        name=file.name,
        content=file.read_bytes(),
        media_type=entry.media_type or known or guessed,
        description=entry.description,
        relationship=entry.relationship,
    )


def _why_not(file: Path | None) -> str:
    if file is None:
        return "it lies outside the project's folder"
    try:
        size = file.stat().st_size
        if not file.is_file():
            return "it is not a file"
        with file.open("rb"):
            pass
    except OSError as error:
        return error.strerror or "it cannot be opened"
    if size > LARGEST_FILE:
        return f"the limit is {LARGEST_FILE // 1_000_000} MB"
    return ""
