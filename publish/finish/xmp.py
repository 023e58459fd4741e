"""The XMP packet, written as bytes by ourselves.

A packet made by a library brings the library's clock, its order of properties or its own idea of
which schemas PDF/A knows. Here every byte follows from the metadata and the claims.

Source: ISO 16684-1, 7 and 8 (XMP); ISO 19005-2 and -3, 6.6.2 to 6.6.4; ISO 19005-4, 6.7.2 and
6.7.3; ISO 14289-1, 5 and 7.1; ISO 14289-2, 5.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "prism": "http://prismstandard.org/namespaces/basic/3.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

#: Namespaces that only some files need.
_OPTIONAL = frozenset({"pdfxid", "prism", "xmpMM"})

#: How each standard is claimed. PDF/A-4 without files has no conformance level.
_CLAIMS: dict[Standard, tuple[tuple[str, str], ...]] = {
    Standard.UA1: (("pdfuaid:part", "1"),),
    Standard.UA2: (("pdfuaid:part", "2"), ("pdfuaid:rev", "2024")),
    Standard.A2A: (("pdfaid:part", "2"), ("pdfaid:conformance", "A")),
    Standard.A2B: (("pdfaid:part", "2"), ("pdfaid:conformance", "B")),
    Standard.A3A: (("pdfaid:part", "3"), ("pdfaid:conformance", "A")),
    Standard.A4: (("pdfaid:part", "4"), ("pdfaid:rev", "2020")),
    Standard.A4F: (("pdfaid:part", "4"), ("pdfaid:rev", "2020"), ("pdfaid:conformance", "F")),
    Standard.X4: (("pdfxid:GTS_PDFXVersion", "PDF/X-4"),),
}

#: What XMP does not know by itself: prefix of the namespace, name, and its properties with their
#: value type and meaning.
_SCHEMAS = {
    "pdfuaid": (
        "PDF/UA identification schema",
        (("part", "Integer", "Part of ISO 14289 to which the file conforms"),),
    ),
    "pdfxid": (
        "PDF/X identification schema",
        (("GTS_PDFXVersion", "Text", "Part of ISO 15930 to which the file conforms"),),
    ),
    # Known to PDF/A, but without this property, which came later.
    "pdf": (
        "Adobe PDF schema",
        (("Trapped", "Text", "Whether neighbouring colours were made to overlap"),),
    ),
    "prism": (
        "PRISM basic metadata",
        (
            ("hasTranslation", "bag Text", "Where the translations of this text are"),
            ("isTranslationOf", "Text", "Where the text is that this one was translated from"),
        ),
    ),
}

#: PDF/A-2 and -3 ask that a file explains what XMP does not know (ISO 19005-2, 6.6.2.3.3).
#: PDF/A-4 dropped extension schemas.
_NEED_EXPLANATION = frozenset({Standard.A2A, Standard.A2B, Standard.A3A})


@dataclass(frozen=True, slots=True)
class Printing:
    """What the packet of a file for the press says besides.

    Attributes:
        document_id: a URI, made from the content.
    """

    document_id: str


def packet(
    metadata: Metadata,
    claims: Iterable[Standard],
    *,
    tool: str,
    printing: Printing | None = None,
) -> bytes:
    """Write the packet of a file that claims some standards.

    Args:
        metadata: in plain words (`publish.finish.wording`); empty fields are left out entirely.
        claims: the standards that the file declares.
        tool: name and version of the program.
        printing: only of a file for the press.

    Returns:
        The packet in UTF-8, marked read-only: it has no room for changes in place.
    """
    claims = tuple(claims)
    said = [_text(name, value) for claim in claims for name, value in _CLAIMS[claim]]
    said += filter(None, _properties(metadata, tool, printing))
    # A namespace of which nothing is said is left out; the others are always there.
    used = {prefix for prefix in _OPTIONAL if any(f"<{prefix}:" in one for one in said)}
    namespaces = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in _NAMESPACES.items()
        if prefix not in _OPTIONAL or prefix in used
    )
    explained = [*_explained(said)] if _NEED_EXPLANATION.intersection(claims) else []
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        f'<rdf:Description rdf:about=""{namespaces}>',
        *said,
        "</rdf:Description>",
        *([_explanation(explained)] if explained else []),
        "</rdf:RDF>",
        "</x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode()


def _explained(said: list[str]) -> Iterator[str]:
    """Name the schemas of which something is said that XMP does not know by itself."""
    for prefix, (_, properties) in _SCHEMAS.items():
        names = tuple(f"<{prefix}:{name}>" for name, _, _ in properties)
        if any(one.startswith(names) for one in said):
            yield prefix


def _explanation(prefixes: Iterable[str]) -> str:
    """Write the extension schemas (ISO 19005-2, 6.6.2.3.3)."""
    schemas = "".join(_schema(prefix, *_SCHEMAS[prefix]) for prefix in prefixes)
    return (
        '<rdf:Description rdf:about="" '
        'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">\n'
        f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>\n"
        "</rdf:Description>"
    )


def _schema(prefix: str, title: str, properties: Iterable[tuple[str, str, str]]) -> str:
    described = "".join(
        '<rdf:li rdf:parseType="Resource">\n'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>\n"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>\n"
        "<pdfaProperty:category>internal</pdfaProperty:category>\n"
        f"<pdfaProperty:description>{meaning}</pdfaProperty:description>\n"
        "</rdf:li>"
        for name, kind, meaning in properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">\n'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema>\n"
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>\n"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\n"
        f"<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property>\n"
        "</rdf:li>"
    )


def _properties(metadata: Metadata, tool: str, printing: Printing | None) -> Iterator[str]:
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
    yield from _versions(metadata)
    yield _text("pdf:Keywords", keywords(metadata))
    yield _text("pdf:Producer", tool)
    if printing:
        yield _text("pdf:Trapped", "False")
    yield _text("xmp:CreatorTool", tool)
    date = metadata.created.isoformat() if metadata.created else ""
    for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
        # PDF/X asks for a time as well; a text knows its day only.
        yield _text(name, f"{date}T00:00:00Z" if printing and date else date)
    if printing:
        yield _text("xmpMM:DocumentID", printing.document_id)
        yield _text("xmpMM:VersionID", "1")
        yield _text("xmpMM:RenditionClass", "default")


def _versions(metadata: Metadata) -> Iterator[str]:
    """Lead to the other languages, and say which of them is the original."""
    yield _array("dc:relation", "Bag", metadata.sisters)
    yield _text("dc:source", metadata.original)
    translations = metadata.sisters if metadata.is_original else ()
    yield _array("prism:hasTranslation", "Bag", translations)
    yield _text("prism:isTranslationOf", metadata.original)


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
