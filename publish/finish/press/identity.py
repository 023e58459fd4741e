"""What a print file says it is: XMP, document information, identifiers; and its last save.

Identifiers come from the content, dates from the text: the same pages give the same bytes on any
day. PDF/X-4 asks for dates in every file; a text without one gets `UNDATED`, the first day of
the calendar of computers, which says "not known" to those who build twice and compare.

Source: ISO 15930-7 (identification, trapping, dates); ISO 16684-1, 8.4 (XMP Media Management).
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Stream, String

from publish.errors import OwnError
from publish.finish.accessible import TOOL
from publish.finish.save import packed
from publish.finish.wording import in_plain_words, text_string
from publish.finish.xmp import Printing, keywords, packet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Pdf

    from publish.model.work import Metadata
    from publish.standards.standard import Standard

UNDATED = datetime.date(1970, 1, 1)

#: PDF/X-4 is built on PDF 1.6; nothing newer may stand in the file.
VERSION = "1.6"


def identify(pdf: Pdf, metadata: Metadata, claims: Iterable[Standard]) -> None:
    """Write the XMP packet and the document information with the same words, in place.

    Raises:
        OwnError: the file has no title, without which it conforms to nothing.
    """
    about = in_plain_words(replace(metadata, created=metadata.created or UNDATED))
    if not about.title:
        raise OwnError("a print file without a title cannot conform (ISO 15930-7)")
    for part in (pdf.Root, pdf.trailer):
        for key in ("/Metadata", "/Info"):
            if key in part:
                del part[key]
    xmp = packet(about, claims, tool=TOOL, printing=Printing(document_id(pdf)))
    written = pdf.make_stream(xmp)
    written.Type, written.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = written
    pdf.trailer.Info = pdf.make_indirect(_information(about))


def saved(pdf: Pdf) -> bytes:
    """Return the file, its identifier made from its content, without what PDF 1.6 shops dislike.

    Object streams are allowed, but not every program between us and the plate reads them.
    """
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]
    return packed(pdf, VERSION, object_streams=False)


def document_id(pdf: Pdf) -> str:
    """Return a name for what a file draws, made of every object that its pages lead to."""
    digest = hashlib.sha256()
    for item in pdf.objects:
        digest.update(item.unparse(resolved=True))
        if isinstance(item, Stream):
            digest.update(item.read_raw_bytes())
    found = digest.hexdigest()
    # Version 8 of RFC 9562 is for names made in one's own way.
    return f"uuid:{found[:8]}-{found[8:12]}-8{found[13:16]}-8{found[17:20]}-{found[20:32]}"


def _information(about: Metadata) -> Dictionary:
    # The standard asks for a time as well; a text knows its day only.
    date = f"D:{about.created:%Y%m%d}000000Z" if about.created else ""
    entries = {
        "/Title": about.title,
        "/Author": "; ".join(about.creators),
        "/Subject": about.description,
        "/Keywords": keywords(about),
        "/Creator": TOOL,
        "/Producer": TOOL,
        "/CreationDate": date,
        "/ModDate": date,
    }
    words = {key: String(str(text_string(value))) for key, value in entries.items() if value}
    return Dictionary(words | {"/Trapped": Name("/False")})
