"""The finished file for screen readers and archives: metadata, bookmarks, labels, identifier."""

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
_TOOL = f"publish {__version__}"


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
    add_xmp(update, packet(metadata, claims, tool=_TOOL))
    add_outline(update, rendered.bookmarks, structured=profile.is_pdf2)
    add_page_labels(update)
    show_title(update)
    about = None if profile.is_pdf2 else update.add(information(metadata, tool=_TOOL))
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
