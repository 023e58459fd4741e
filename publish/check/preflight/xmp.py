"""The metadata of a file: its XMP packet and its document information.

Source: ISO 16684-1 (XMP), ISO 32000-1, 14.3; for PDF/X: ISO 15930-7, 6.5 (from memory).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree

import pikepdf

from publish.check.objects import BROKEN, TooMuch, entries, entry, name, one_or_many, stream_bytes
from publish.check.xmp_properties import DC, RDF, properties

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
        for value in creator.iter(RDF + "li")
    )
    return Packet(True, "", filters, properties(tree), creators)


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
