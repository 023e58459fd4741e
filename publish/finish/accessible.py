"""The finished file for screen readers and archives: metadata, bookmarks, labels, identifier.

Three ways were measured for "pypdf adds metadata and bookmarks". CPU time (best of 11 and of 5
interleaved runs, two shared cores, pypdf 7.1, pikepdf 10.18) and size against the file as
WeasyPrint packs it without any metadata; A: 7 pages with 525 structure elements, B: 112 pages
with 9 042::

                                                     A              B
    pypdf update + pikepdf save (this module)    24 ms  1.04    315 ms  1.02
      of which the save, compression included    17 ms          239 ms
    pypdf copy, then pikepdf save               112 ms  1.09   2340 ms  1.16
    pypdf incremental writer, then pikepdf save 102 ms  1.02   2320 ms  1.02
    pypdf copy alone                            108 ms  2.12      -
    pikepdf alone                                18 ms  1.02    264 ms  1.02

So pypdf reads and writes only what is new, which costs a tenth of a copy, and pikepdf folds it in.
The sizes differ by how much was written (the first line has all bookmarks and properties); XMP
makes 2.7 kB of it and may not be compressed.

That holds for a rendered file **without object streams and compression**, which is also less work
for the renderer. pypdf unpacks an object stream as a whole, so a packed file works just as well
but takes longer: A 52 ms, B 938 ms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import PdfError
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, BooleanObject, NumberObject

from publish import __version__
from publish.errors import OwnError
from publish.finish.information import information
from publish.finish.outline import add_outline
from publish.finish.save import compact
from publish.finish.update import Update, dictionary, name, stream
from publish.finish.wording import in_plain_words
from publish.finish.xmp import packet

if TYPE_CHECKING:
    from publish.model.work import Metadata
    from publish.pdf.rendered import Rendered

#: Without the versions of the libraries below us, so that their updates alone change no byte.
TOOL = f"publish {__version__}"


def accessible(rendered: Rendered, metadata: Metadata) -> bytes:
    """Make rendered pages a file that conforms to both standards of its profile.

    Args:
        rendered: pages with structure tree, output intent and attachments.
        metadata: what the file says about itself; empty fields are left out entirely.

    Returns:
        The whole file. The same arguments give the same bytes on any day and machine.

    Raises:
        OwnError: the title is empty, a bookmark leads nowhere, or the rendered file is broken.
    """
    try:
        return _finished(rendered, in_plain_words(metadata))
    except (PyPdfError, PdfError) as error:
        raise OwnError(f"the rendered file cannot be read again: {error}") from error


def _finished(rendered: Rendered, metadata: Metadata) -> bytes:
    if not metadata.title:
        raise OwnError("a file without a title cannot conform (ISO 14289-1, 7.1)")
    profile = rendered.profile
    update = Update(rendered.pdf)
    claims = profile.claims(attachments=rendered.attachments)
    add_xmp(update, packet(metadata, claims, tool=TOOL))
    add_outline(update, rendered.bookmarks, structured=profile.is_pdf2)
    add_page_labels(update)
    show_title(update)
    about = None if profile.is_pdf2 else update.add(information(metadata, tool=TOOL))
    return compact(update.written(about), profile.pdf_version)


def add_xmp(update: Update, xmp: bytes) -> None:
    """Make a packet the metadata of the document, in place of any other."""
    metadata = stream(xmp, {"Type": name("Metadata"), "Subtype": name("XML")})
    update.catalog.update(dictionary({"Metadata": update.add(metadata)}))


def add_page_labels(update: Update) -> None:
    """Number the pages 1, 2, 3, as they are printed (ISO 32000-1, 12.4.2)."""
    decimal = dictionary({"S": name("D")})
    labels = dictionary({"Nums": ArrayObject([NumberObject(0), decimal])})
    update.catalog.update(dictionary({"PageLabels": labels}))


def show_title(update: Update) -> None:
    """Have the window show the title, not the file's name (ISO 14289-1, 7.1)."""
    preferences = dictionary({})
    preferences.update(update.catalog.get("/ViewerPreferences", preferences).get_object())
    preferences.update(dictionary({"DisplayDocTitle": BooleanObject(True)}))
    update.catalog.update(dictionary({"ViewerPreferences": preferences}))
