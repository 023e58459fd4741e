"""The document information dictionary, in step with XMP.

PDF 2.0 gave it up, and PDF/A-4 forbids it in a file without PieceInfo; there XMP speaks alone.

Source: ISO 32000-1, 14.3.3; ISO 19005-4, 6.1.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.finish.update import dictionary
from publish.finish.wording import text_string
from publish.finish.xmp import keywords

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

    from publish.model.work import Metadata


def information(metadata: Metadata, *, tool: str) -> DictionaryObject:
    """Return the dictionary with the same words as the XMP packet; empty entries are left out.

    Args:
        metadata: in plain words (`publish.finish.wording`).
        tool: name and version of the program.
    """
    # A date without a time and without a zone is allowed, and says no more than we know.
    day = metadata.created.isoformat().replace("-", "") if metadata.created else ""
    date = f"D:{day}" if day else ""
    entries = {
        "Title": metadata.title,
        "Author": "; ".join(metadata.creators),
        "Subject": metadata.description,
        "Keywords": keywords(metadata),
        "Creator": tool,
        "Producer": tool,
        "CreationDate": date,
        "ModDate": date,
    }
    return dictionary({key: text_string(value) for key, value in entries.items() if value})
