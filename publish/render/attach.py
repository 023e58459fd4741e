"""Files that travel inside the PDF.

Source: ISO 32000-2, 7.11.4 and 14.13; ISO 19005-3, 6.8; ISO 19005-4, 6.9.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.model import Attachment


def embed(pdf: Any, attachments: Iterable[Attachment]) -> None:
    """Put files into the PDF with relationship and description, in place.

    No dates are written, since the same input must give the same bytes.
    """
    names = pydyf.Array()
    associated = pydyf.Array()
    for attachment in sorted(attachments, key=lambda each: each.name):
        specification = _specification(pdf, attachment)
        names += [pydyf.String(attachment.name), specification.reference]
        associated.append(specification.reference)
    if not associated:
        return
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = associated


def _specification(pdf: Any, attachment: Attachment) -> Any:
    checksum = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
    stream = pydyf.Stream(
        [attachment.content],
        {
            "Type": "/EmbeddedFile",
            "Subtype": pydyf.name(attachment.media_type).decode(),
            "Params": pydyf.Dictionary(
                {"CheckSum": f"<{checksum}>", "Size": len(attachment.content)}
            ),
        },
        compress=True,
    )
    pdf.add_object(stream)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(attachment.name),
            "UF": pydyf.String(attachment.name),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": f"/{attachment.relationship}",
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
        }
    )
    pdf.add_object(specification)
    return specification
