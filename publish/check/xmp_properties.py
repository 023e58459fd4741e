"""The properties of an XMP packet, by qualified names.

Source: ISO 16684-1, 7 (serialisation as RDF), 8 (namespaces); ISO 15930-7, ISO 19005-2 and
ISO 14289-1 for the names by which files declare a standard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree

DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
XMP_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
PDFX = "{http://www.npes.org/pdfx/ns/id/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def properties(tree: ElementTree.Element) -> dict[str, str]:
    """Return each property with its first value; that of x-default comes before all others."""
    return dict(reversed(list(_written(tree))))


def _written(tree: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield properties in both forms of RDF, attributes and elements."""
    for description in tree.iter(RDF + "Description"):
        yield from ((key, value) for key, value in description.attrib.items() if key[0] == "{")
        for child in description:
            values = list(child.iter(RDF + "li")) or [child]
            default = next((v for v in values if v.get(_XML + "lang") == "x-default"), values[0])
            yield child.tag, (default.text or "").strip()
