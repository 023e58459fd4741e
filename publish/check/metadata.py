"""What the finished file says about itself: title, language, claims, bookmarks, page labels.

Read with pypdf, the other reader in the house: what two readers agree on is in the file.

Source: ISO 14289-1, 5, 7.1, 7.2; ISO 19005-2, 6.6; WCAG 2.2, 2.4.2, 2.4.5, 3.1.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from publish.check.reading import heard
from publish.check.xmp_properties import DC, PDF, PDFA, PDFUA, PDFX, XMP, properties
from publish.model import Fault, Severity
from publish.pdf import Content
from publish.standards import Standard
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.pdf import Element, Plan

_XMP_LIMIT = 4_000_000
_OUTLINE_LIMIT = 20_000
_HEADING = re.compile(r"H([1-9][0-9]*)")
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?")
_ACCESS = {"1": Standard.UA1, "2": Standard.UA2}
_PRESS = {"PDF/X-4": Standard.X4}
_ARCHIVE = {
    ("2", "A"): Standard.A2A,
    ("2", "B"): Standard.A2B,
    ("3", "A"): Standard.A3A,
    ("4", ""): Standard.A4,
    ("4", "F"): Standard.A4F,
}

#: What reading a damaged file may raise inside pypdf.
BROKEN = (
    PyPdfError,
    DependencyError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class About:
    """What one file says about itself.

    Attributes:
        properties: of the XMP packet, by qualified name; the first value of each.
        info: document information, without slashes.
        bookmarks: level, title and page (from 1; 0 if unknown), in the order shown.
        labels: as a viewer shows them, one a page.
    """

    title: str = ""
    language: str = ""
    shows_title: bool = False
    has_xmp: bool = False
    properties: dict[str, str] = field(default_factory=dict)
    info: dict[str, str] = field(default_factory=dict)
    bookmarks: list[tuple[int, str, int]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    has_labels: bool = False
    pages: int = 0

    @property
    def claims(self) -> tuple[Standard, ...]:
        """The standards of ours that the file declares."""
        access = _ACCESS.get(self.properties.get(PDFUA + "part", ""))
        level = self.properties.get(PDFA + "conformance", "").upper()
        archive = _ARCHIVE.get((self.properties.get(PDFA + "part", ""), level))
        press = _PRESS.get(self.properties.get(PDFX + "GTS_PDFXVersion", ""))
        return tuple(claim for claim in (press, access, archive) if claim)


def read_about(pdf: bytes) -> About:
    """Read what a file says about itself.

    Raises:
        those of `BROKEN`, where the file cannot be read.
    """
    reader = PdfReader(BytesIO(pdf))
    root = reader.root_object
    about = About(language=str(root.get("/Lang", "")), pages=len(reader.pages))
    preferences = _dictionary(root.get("/ViewerPreferences"))
    shown = preferences.get("/DisplayDocTitle")
    about.shows_title = bool(getattr(shown, "value", shown))
    about.properties = _xmp(root)
    about.has_xmp = bool(about.properties)
    about.title = about.properties.get(DC + "title", "")
    information = reader.trailer.get("/Info")
    about.info = {key[1:]: str(value) for key, value in _dictionary(information).items()}
    about.bookmarks = list(_bookmarks(reader, root))
    about.has_labels = "/PageLabels" in root
    about.labels = list(reader.page_labels) if about.has_labels else []
    return about


def _dictionary(value: object) -> DictionaryObject:
    found = getattr(value, "get_object", lambda: value)()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _xmp(root: DictionaryObject) -> dict[str, str]:
    stream = _dictionary(root.get("/Metadata"))
    if not isinstance(stream, StreamObject):
        return {}
    packet = stream.get_data()
    # A declaration of entities is the way to let a small packet grow without end.
    if len(packet) > _XMP_LIMIT or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return {}
    try:
        tree = ElementTree.fromstring(packet)
    except ElementTree.ParseError:
        return {}
    return properties(tree)


def _bookmarks(reader: PdfReader, root: DictionaryObject) -> Iterator[tuple[int, str, int]]:
    pages = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, start=1)
        if page.indirect_reference is not None
    }
    first = _dictionary(root.get("/Outlines")).get("/First")
    stack, seen = [(first, 1)], 0
    while stack and seen < _OUTLINE_LIMIT:
        reference, level = stack.pop()
        item = _dictionary(reference)
        if not item:
            continue
        seen += 1
        yield level, str(item.get("/Title", "")), _page_of(item, pages)
        stack += [(item.get("/Next"), level), (item.get("/First"), level + 1)]


def _page_of(item: DictionaryObject, pages: dict[int, int]) -> int:
    place = item.get("/Dest") or _dictionary(item.get("/A")).get("/D")
    found = getattr(place, "get_object", lambda: place)()
    if not isinstance(found, ArrayObject) or not found:
        return 0
    target = list.__getitem__(found, 0)
    return pages.get(getattr(target, "idnum", 0), 0)


# Checks


def check_about(about: About, plan: Plan | None) -> list[Fault]:
    """Return what is missing or wrong in what the file says about itself."""
    faults = [*_check_title(about), *_check_agreement(about)]
    if not about.language:
        faults.append(Fault(checking.NO_LANGUAGE))
    elif plan is not None and plan.tree.language not in (None, about.language):
        detail = f"the text is in {plan.tree.language}, the file says {about.language}"
        faults.append(Fault(checking.LANGUAGE_DIFFERS, detail, plan.tree.place))
    if not about.has_labels or len(about.labels) != about.pages:
        # Viewers count pages themselves then, which is right for many files from elsewhere.
        severity = Severity.WARNING if plan is None else Severity.FAULT
        faults.append(Fault(checking.PAGE_LABELS_WRONG, severity=severity))
    if plan is not None:
        faults += _check_bookmarks(about, plan.tree)
    return faults


def check_claims(about: About, claims: Sequence[Standard]) -> list[Fault]:
    """Compare what the file declares with what it was made for."""
    if set(about.claims) == set(claims):
        return []
    wanted = ", ".join(one.title for one in claims) or "nothing"
    found = ", ".join(one.title for one in about.claims) or "nothing"
    return [Fault(checking.CLAIM_DIFFERS, f"made for {wanted}, declares {found}")]


def _check_title(about: About) -> Iterator[Fault]:
    if not about.has_xmp:
        yield Fault(checking.XMP_UNREADABLE)
    if not about.title:
        yield Fault(checking.NO_TITLE)
    if not about.shows_title:
        yield Fault(checking.TITLE_NOT_SHOWN)


def _check_agreement(about: About) -> Iterator[Fault]:
    """Compare document information with XMP, entry for entry."""
    for key, name in (
        ("Title", DC + "title"),
        ("Author", DC + "creator"),
        ("Subject", DC + "description"),
        ("Keywords", PDF + "Keywords"),
        ("Creator", XMP + "CreatorTool"),
        ("Producer", PDF + "Producer"),
    ):
        one, other = about.info.get(key), about.properties.get(name)
        # Several authors stand in one string there and in several items here.
        agrees = one == other or (key == "Author" and one and other and one.startswith(other))
        if one is not None and not agrees:
            detail = f"{key} is “{one}” in one place and “{other or ''}” in another"
            yield Fault(checking.METADATA_DISAGREES, detail)
    for key, name in (("CreationDate", XMP + "CreateDate"), ("ModDate", XMP + "ModifyDate")):
        one, other = about.info.get(key), about.properties.get(name, "")
        if one is not None and _day(one) != "".join(re.findall(r"\d", other))[:8]:
            detail = f"{key} is {one} in one place and {other or 'nothing'} in another"
            yield Fault(checking.METADATA_DISAGREES, detail)


def _day(date: str) -> str:
    found = _DATE.match(date)
    return "".join(filter(None, found.groups()[:3])) if found else ""


def _without_notes(heading: Element) -> Iterator[str]:
    """Yield the words of a heading; notes and the numbers that call them are not its title."""
    for kid in heading.kids:
        if isinstance(kid, Content):
            yield kid.text
        elif kid.role not in ("Note", "Reference"):
            yield from _without_notes(kid)


def _check_bookmarks(about: About, tree: Element) -> Iterator[Fault]:
    """Compare bookmarks with the planned headings, one to one and in order."""
    headings = [
        (element, heard("".join(_without_notes(element))))
        for element in tree.elements()
        if _HEADING.fullmatch(element.role)
    ]
    titles = [heard(title) for _, title, _ in about.bookmarks]
    for number, (element, words) in enumerate(headings):
        title = titles[number] if number < len(titles) else ""
        if title != words:
            detail = f"bookmark {number + 1} is “{title}”, the heading “{words}”"
            yield Fault(checking.BOOKMARKS_WRONG, detail, element.place, element.name)
            return
    if len(titles) > len(headings):
        detail = f"“{titles[len(headings)]}” is no heading of the text"
        yield Fault(checking.BOOKMARKS_WRONG, detail, tree.place)
