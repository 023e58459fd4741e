"""The XMP packet, written as bytes by ourselves.

A packet made by a library brings the library's clock, its order of properties or its own idea of
which schemas PDF/A knows. Here every byte follows from the metadata and the claims.

Source: ISO 16684-1, 7 and 8 (XMP); ISO 19005-2 and -3, 6.6.2 to 6.6.4; ISO 19005-4, 6.7.2 and
6.7.3; ISO 14289-1, 5 and 7.1; ISO 14289-2, 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from publish.standards.standard import Standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.model.work import Metadata

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}

#: How each standard is claimed. PDF/A-4 without files has no conformance level.
_CLAIMS: dict[Standard, tuple[tuple[str, str], ...]] = {
    Standard.UA1: (("pdfuaid:part", "1"),),
    Standard.UA2: (("pdfuaid:part", "2"), ("pdfuaid:rev", "2024")),
    Standard.A2A: (("pdfaid:part", "2"), ("pdfaid:conformance", "A")),
    Standard.A3A: (("pdfaid:part", "3"), ("pdfaid:conformance", "A")),
    Standard.A4: (("pdfaid:part", "4"), ("pdfaid:rev", "2020")),
    Standard.A4F: (("pdfaid:part", "4"), ("pdfaid:rev", "2020"), ("pdfaid:conformance", "F")),
}

#: PDF/A-2 and -3 know no ``pdfuaid``, so a file that claims both has to explain it
#: (ISO 19005-2, 6.6.2.3.3). PDF/A-4 dropped extension schemas.
_EXPLAIN_PDFUAID = """\
<rdf:Description rdf:about="" \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms\
</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""

_NEED_EXPLANATION = frozenset({Standard.A2A, Standard.A3A})


def packet(metadata: Metadata, claims: Iterable[Standard], *, tool: str) -> bytes:
    """Write the packet of a file that claims some standards.

    Args:
        metadata: in plain words (`publish.finish.wording`); empty fields are left out entirely.
        claims: the standards that the file declares.
        tool: name and version of the program.

    Returns:
        The packet in UTF-8, marked read-only: it has no room for changes in place.
    """
    claims = tuple(claims)
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        f'<rdf:Description rdf:about=""{namespaces}>',
        *(_text(name, value) for claim in claims for name, value in _CLAIMS[claim]),
        *filter(None, _properties(metadata, tool)),
        "</rdf:Description>",
        *([_EXPLAIN_PDFUAID] if _NEED_EXPLANATION.intersection(claims) else []),
        "</rdf:RDF>",
        "</x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode()


def _properties(metadata: Metadata, tool: str) -> Iterator[str]:
    """Every property in a fixed order; an empty string where there is nothing to say."""
    language = metadata.language
    yield _text("dc:format", "application/pdf")
    yield _alternatives("dc:title", metadata.title, language)
    yield _array("dc:creator", "Seq", metadata.creators)
    yield _alternatives("dc:description", metadata.description, language)
    yield _array("dc:language", "Bag", (language,) if language else ())
    yield _array("dc:subject", "Bag", metadata.subjects)
    yield _alternatives("dc:rights", metadata.rights, language)
    yield _text("dc:identifier", metadata.identifier)
    yield _text("pdf:Keywords", keywords(metadata))
    yield _text("pdf:Producer", tool)
    yield _text("xmp:CreatorTool", tool)
    date = metadata.created.isoformat() if metadata.created else ""
    for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
        yield _text(name, date)


def keywords(metadata: Metadata) -> str:
    """Return the subjects in one line, as XMP and the document information both have them."""
    return ", ".join(metadata.subjects)


def _text(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _array(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _alternatives(name: str, value: str, language: str) -> str:
    """A text with its language; ``x-default`` comes first, as XMP asks (ISO 16684-1, 8.2.2.4)."""
    if not value:
        return ""
    items = "".join(
        f"<rdf:li xml:lang={quoteattr(tag)}>{escape(value)}</rdf:li>"
        for tag in ("x-default", language)
        if tag
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"
