"""The metadata of a file: its XMP packet and its document information.

Source: ISO 16684-1 (XMP), ISO 32000-1, 14.3; for PDF/X: ISO 15930-7, 6.5 (from memory).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pikepdf

from publish.check.objects import BROKEN, TooMuch, entries, entry, name, one_or_many, stream_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
XMP_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
PDFX = "{http://www.npes.org/pdfx/ns/id/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PACKET_LIMIT = 4_000_000


@dataclass(frozen=True, slots=True)
class Packet:
    """The XMP packet.

    Attributes:
        there: whether the file has one.
        fault: why it cannot be read, in words; empty where it can.
        filters: that it is packed with.
        properties: by qualified name, the first value of each; that of x-default first.
        creators: all values of dc:creator.
    """

    there: bool = False
    fault: str = ""
    filters: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    creators: tuple[str, ...] = ()


def read_packet(root: object) -> Packet:
    """Read the packet of a catalogue; never raises."""
    stream = entry(root, "/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return Packet()
    filters = tuple(name(one) for one in one_or_many(entry(stream, "/Filter")))
    try:
        packet = stream_bytes(stream, _PACKET_LIMIT)
    except (TooMuch, *BROKEN) as error:
        return Packet(True, str(error).partition("\n")[0][:120], filters)
    # A declaration of entities is the way to let a small packet grow without end.
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return Packet(True, "it declares a document type", filters)
    try:
        tree = ElementTree.fromstring(packet)
    except (ElementTree.ParseError, ValueError) as error:
        return Packet(True, f"it is not well formed: {error}", filters)
    creators = tuple(
        (value.text or "").strip()
        for creator in tree.iter(DC + "creator")
        for value in creator.iter(_RDF + "li")
    )
    return Packet(True, "", filters, dict(reversed(list(_properties(tree)))), creators)


def _properties(tree: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield properties with their first value; both forms of RDF, attributes and elements."""
    for description in tree.iter(_RDF + "Description"):
        yield from ((key, value) for key, value in description.attrib.items() if key[0] == "{")
        for child in description:
            values = list(child.iter(_RDF + "li")) or [child]
            default = next((v for v in values if v.get(_XML + "lang") == "x-default"), values[0])
            yield child.tag, (default.text or "").strip()


def information(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the document information, without slashes; names are told without theirs."""
    try:
        found = entry(pdf.trailer, "/Info")
        return {
            key[1:]: name(value) or str(value)
            for key, value in entries(found)
            if isinstance(value, pikepdf.Name | pikepdf.String)
        }
    except BROKEN:
        return {}
