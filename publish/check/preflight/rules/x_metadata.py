"""Rules of PDF/X-4 about metadata."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.hit import Hit
from publish.check.preflight.rule import rule
from publish.check.preflight.xmp import information
from publish.check.xmp_properties import DC, PDF, PDFX, XMP, XMP_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

X04 = rule(
    "X04",
    "the file has metadata (XMP) that every program can read",
    basis="ISO 15930-7, 6.5 (from memory)",
    remedy="Save the file as PDF/X-4 with a program that writes XMP, not compressed.",
)
X05 = rule(
    "X05",
    "the metadata say that the file is PDF/X-4",
    basis="ISO 15930-7, 6.5 (from memory): GTS_PDFXVersion",
    remedy="Export the file as PDF/X-4; do not only change its name.",
)
X06 = rule(
    "X06",
    "the metadata have title, dates and identifiers",
    basis="ISO 15930-7, 6.5 (from memory)",
    remedy="Give the document a title and export it as PDF/X-4; the rest is written with it.",
)
X07 = rule(
    "X07",
    "document information and metadata say the same",
    basis="ISO 15930-7, 6.5 and ISO 19005-2, 6.6.3 (from memory)",
    remedy="Set the properties once more in one program, and let it save both.",
)
X08 = rule(
    "X08",
    "the file says whether it is trapped",
    basis="ISO 15930-7, 6.6 (from memory): Trapped is True or False, never Unknown",
    remedy="Set Trapped to False where nobody has trapped the file; most shops do it themselves.",
)

_NEEDED = {
    DC + "title": "dc:title",
    XMP + "CreateDate": "xmp:CreateDate",
    XMP + "ModifyDate": "xmp:ModifyDate",
    XMP + "MetadataDate": "xmp:MetadataDate",
    XMP_MM + "DocumentID": "xmpMM:DocumentID",
    XMP_MM + "VersionID": "xmpMM:VersionID",
    XMP_MM + "RenditionClass": "xmpMM:RenditionClass",
}
_SAME = {
    "Title": DC + "title",
    "Author": DC + "creator",
    "Subject": DC + "description",
    "Keywords": PDF + "Keywords",
    "Creator": XMP + "CreatorTool",
    "Producer": PDF + "Producer",
    "CreationDate": XMP + "CreateDate",
    "ModDate": XMP + "ModifyDate",
    "Trapped": PDF + "Trapped",
}
_TRAPPED = ("True", "False")
_DATES = {"CreationDate", "ModDate"}
#: Of the document information (7.9.4) and of XMP (ISO 8601); parts from the month on may lack,
#: and one without a zone is taken as universal time, as viewers do.
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?"
    r"(?:Z(?:00'?00'?)?|(?P<sign>[+-])(?P<hours>\d\d):?'?(?:(?P<minutes>\d\d)'?)?)?"
)


@checks(X04)
def packet(subject: Subject) -> Iterator[Hit]:
    """Hit a packet that is missing, packed or broken."""
    found = subject.packet
    if not found.there:
        yield Hit(X04, object="catalogue", detail="there is no metadata stream")
    if found.filters:
        yield Hit(X04, object="metadata", detail=f"it is packed with {', '.join(found.filters)}")
    if found.fault:
        yield Hit(X04, object="metadata", detail=found.fault)


def _readable(subject: Subject) -> dict[str, str]:
    packet = subject.packet
    if not packet.there or packet.fault:
        raise NotMeasured("there are no metadata to read; see X04")
    return packet.properties


@checks(X05)
def claim(subject: Subject) -> Iterator[Hit]:
    """Hit a file that does not declare PDF/X-4."""
    said = _readable(subject).get(PDFX + "GTS_PDFXVersion", "")
    if said != "PDF/X-4":
        told = said[:40] or "nothing"
        yield Hit(X05, object="metadata", measured=told, limit="PDF/X-4")


@checks(X06)
def needed(subject: Subject) -> Iterator[Hit]:
    """Hit properties that every PDF/X-4 file has."""
    properties = _readable(subject)
    for key, label in _NEEDED.items():
        if not properties.get(key, "").strip():
            yield Hit(X06, object="metadata", detail=f"{label} is missing")


@checks(X07)
def same(subject: Subject) -> Iterator[Hit]:
    """Hit what the two places say differently."""
    properties = _readable(subject)
    for key, value in information(subject.pdf).items():
        other = properties.get(_SAME.get(key, ""))
        if key == "Author" and _names(value) == _names(" ".join(subject.packet.creators)):
            continue
        if other is None or _compared(key, value) == _compared(key, other):
            continue
        yield Hit(
            X07,
            object=f"document information, {key}",
            measured=f"“{value[:60]}”",
            limit=f"“{other[:60]}” in the metadata",
        )


def _names(value: str) -> str:
    """Return names without what separates them, which is not the same in the two places."""
    return " ".join(re.split(r"[;,\s]+", value)).strip()


def _compared(key: str, value: str) -> object:
    """Return a value as it is compared: of a date the moment, in whatever zone it is told."""
    found = _DATE.fullmatch(value.strip()) if key in _DATES else None
    if found is None:
        return value.strip()
    year, *rest = (int(part) if part else None for part in found.groups()[:6])
    month, day, hour, minute, second = (
        least if part is None else part for part, least in zip(rest, (1, 1, 0, 0, 0), strict=True)
    )
    sign, zone = found["sign"], timedelta()
    if sign:
        zone = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    try:
        moment = datetime(year or 1, month, day, hour, minute, min(second, 59))  # noqa: DTZ001
        return moment + zone if sign == "-" else moment - zone
    except (ValueError, OverflowError):
        return value.strip()


@checks(X08)
def trapped(subject: Subject) -> Iterator[Hit]:
    """Hit a file that leaves trapping open."""
    told = {
        "document information": information(subject.pdf).get("Trapped", ""),
        "metadata": subject.packet.properties.get(PDF + "Trapped", ""),
    }
    if not any(told.values()):
        yield Hit(X08, detail="neither document information nor metadata say it")
    for where, value in told.items():
        if value and value not in _TRAPPED:
            yield Hit(X08, object=where, measured=value[:40], limit="True or False")
