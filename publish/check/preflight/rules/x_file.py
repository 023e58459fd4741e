"""Rules of PDF/X-4 about the file as a whole: version, identity, streams."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import (
    BROKEN,
    TooMuch,
    entry,
    integer,
    items,
    name,
    object_id,
    one_or_many,
)
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.drawing import Picture, named
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.jpx import jpx_faults
from publish.check.preflight.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

X02 = rule(
    "X02",
    "the file is of PDF 1.6 or older",
    basis="ISO 15930-7, 6.1 (from memory)",
    remedy="Save the file as PDF/X-4, or as PDF 1.6.",
)
X03 = rule(
    "X03",
    "the file has an identifier",
    basis="ISO 15930-7, 6.1 (from memory); ISO 32000-1, 14.4",
    remedy="Save the file anew with a program that writes file identifiers.",
)
X09 = rule(
    "X09",
    "every font, picture and setting that a page calls is there",
    basis="ISO 32000-1, 7.8.3 (resource dictionaries)",
    remedy="Make the file anew from its source: something was lost on the way.",
)
X62 = rule(
    "X62",
    "no LZW; JPEG 2000 pictures in a form that presses know",
    basis="ISO 15930-7, 6.4 and ISO 19005-2, 6.1.7 and 6.2.8.3 (from memory)",
    remedy="Save the file with ZIP (Flate) or JPEG compression.",
)
X80 = rule(
    "X80",
    "everything is inside the file",
    basis="ISO 15930-7, 6.2 (from memory); ISO 32000-1, 7.3.8.2",
    remedy="Embed the data in the file instead of pointing to another file.",
)

_HIGHEST = (1, 6)
_HEADER = re.compile(rb"%PDF-(\d+)\.(\d+)")
_VERSION = re.compile(r"(\d+)\.(\d+)")
#: What came after PDF 1.6, under its name in the catalogue.
_LATER = ("/Collection", "/Requirements", "/DPartRoot", "/DSS")
_OBJECT_LIMIT = 500_000
_FILTERS = {"LZW": "LZWDecode"}


@checks(X02)
def version(subject: Subject) -> Iterator[Hit]:
    """Hit a header or a catalogue of a later version."""
    header = _HEADER.search(subject.data[:1024])
    written = _VERSION.fullmatch(name(entry(subject.pdf.Root, "/Version")))
    for where, found in (("header", header), ("catalogue", written)):
        if found and (int(found[1]), int(found[2])) > _HIGHEST:
            told = f"PDF {int(found[1])}.{int(found[2])}"
            yield Hit(X02, object=where, measured=told, limit="PDF 1.6")
    for key in _LATER:
        if entry(subject.pdf.Root, key) is not None:
            yield Hit(X02, object="catalogue", detail=f"{key[1:]} came after PDF 1.6")


@checks(X03)
def identifier(subject: Subject) -> Iterator[Hit]:
    """Hit a file without the two parts of its ID."""
    parts = items(entry(subject.pdf.trailer, "/ID"))
    if len(parts) != 2 or not all(isinstance(p, pikepdf.String) and bytes(p) for p in parts):
        yield Hit(X03, object="trailer", detail="there is no ID of two parts")


@checks(X09)
def missing_names(subject: Subject) -> Iterator[Hit]:
    """Hit names that lead nowhere."""
    for page, what in subject.drawing.missing:
        yield Hit(X09, page, what, "it is called and is not in the file")


@checks(X62, X80)
def streams(subject: Subject) -> Iterator[Hit]:
    """Hit filters and outside data of all streams of the file."""
    known = {object_id(one.value): one for one in subject.resources}
    for count, value in enumerate(subject.pdf.objects):
        if count > _OBJECT_LIMIT:
            raise NotMeasured("the file has more objects than any honest work needs")
        if not isinstance(value, pikepdf.Stream):
            continue
        resource = known.get(object_id(value))
        page = resource.page if resource else None
        label = resource.object if resource else named("stream", "", value)
        if entry(value, "/F") is not None:
            yield Hit(X80, page, label, "its data lie in another file")
        for fault in _filters(value):
            yield Hit(X62, page, label, fault)
    for event in subject.drawing.events:
        if isinstance(event, Picture) and event.is_inline:
            for fault in _filters(event.image):
                yield hit_on(event, X62, fault)


def _filters(stream: object) -> Iterator[str]:
    names = [name(one) for one in one_or_many(entry(stream, "/Filter"))]
    for one in names:
        if _FILTERS.get(one, one) == "LZWDecode":
            yield "it is packed with LZW"
        elif one == "Crypt":
            yield "it is encrypted by itself (Crypt)"
    if "JPXDecode" in names and isinstance(stream, pikepdf.Stream):
        try:
            data = stream.read_raw_bytes() if len(names) == 1 else b""
        except (TooMuch, *BROKEN):
            return
        yield from jpx_faults(data, has_space=entry(stream, "/ColorSpace") is not None)
    bits = integer(entry(stream, "/BitsPerComponent"))
    if bits is not None and "JBIG2Decode" in names and bits != 1:
        yield "JBIG2 holds pictures of one bit only"
