"""The file whose pages are imposed: read carefully, since it may come from anywhere.

Its pages are taken as form XObjects, so that nothing in them is moved against anything else, and
so that inks, overprint, groups and pictures stay as they are.

Source: ISO 32000-1, 7.7.3.3 (Rotate, UserUnit), 14.11.2 (boxes).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, cast

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Page

from publish.check.metadata import BROKEN, About, read_about
from publish.check.objects import BROKEN as OBJECT_BROKEN
from publish.check.objects import entry, is_dictionary, items, name, said_by, stream_bytes, text
from publish.errors import InputFaults
from publish.finish.press.sheet.boxes import Box
from publish.finish.press.sheet.place import BODY, MARKS
from publish.model.fault import Fault, Severity
from publish.model.place import Place
from publish.standards.rules import imposing as rules
from publish.standards.standard import Standard

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

#: More points than this in either direction is no page (ISO 32000-1, annex C).
_LARGEST = 14_400.0

_PROFILE_LIMIT = 40_000_000

#: Below this, in points, two sizes are the same.
SAME = 0.3


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page, as it is seen upright.

    Attributes:
        page: of the opened file.
        trim: where it is cut, in points.
        bleed: as far as it may be painted.
        form: its content, whose matrix turns it upright.
    """

    page: Page
    trim: Box
    bleed: Box
    form: Object

    @property
    def matrix(self) -> Matrix:
        """From the page to how it is seen: turned, and enlarged by its UserUnit."""
        return Matrix(self.form.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))

    @property
    def has_bleed(self) -> float:
        """The least that goes on behind the trim, in points."""
        trim, bleed = self.trim, self.bleed
        sides = (trim.x0 - bleed.x0, trim.y0 - bleed.y0, bleed.x1 - trim.x1, bleed.y1 - trim.y1)
        return max(0.0, min(sides))


@dataclass(slots=True)
class Source:
    """An opened file.

    Attributes:
        pages: in order.
        about: what the file says about itself.
        warnings: what does not stop the work.
    """

    pdf: Pdf
    about: About
    pages: list[SourcePage]
    warnings: list[Fault] = field(default_factory=list)

    @property
    def bleed(self) -> float:
        """What all pages have at least, in points."""
        return min(page.has_bleed for page in self.pages)

    @property
    def intent(self) -> Object | None:
        """The output intent for the press; where there is none, the first of any kind."""
        found = filter(is_dictionary, items(entry(self.pdf.Root, "/OutputIntents")))
        ranked = sorted(found, key=lambda one: name(entry(one, "/S")) != "GTS_PDFX")
        return cast("Object", ranked[0]) if ranked else None

    @property
    def condition(self) -> str:
        """For which the pages are made, as the intent names it; empty where nobody says."""
        return text(entry(self.intent, "/OutputConditionIdentifier")) or ""

    @property
    def profile(self) -> bytes:
        """Of the condition, as the file carries it; empty where it has none that can be read."""
        try:
            return stream_bytes(entry(self.intent, "/DestOutputProfile"), _PROFILE_LIMIT)
        except OBJECT_BROKEN:
            return b""

    def form(self, number: int) -> Object:
        """Return a page as a form XObject of the opened file, clipped at its bleed.

        Of a page of ours only the page itself is taken, and not the marks around it: hidden under
        a clip they would still be there for everyone who looks into the file.
        """
        found = self.pages[number]
        body = _body(found.page.obj)
        if body is not None:
            return body
        form = found.form
        form.BBox = _seen(found.bleed, found.matrix.inverse()).array
        form.Type = Name.XObject
        group = form.get("/Group")
        if group is not None and group.get("/CS") == Name.DeviceCMYK and not group.get("/K"):
            # The sheet blends in the same colours, and pages never lie over each other.
            del form["/Group"]
        return form


def opened(pdf: bytes, label: str) -> Source:
    """Open a file.

    Args:
        pdf: the whole file.
        label: how faults name it.

    Raises:
        InputFaults: it cannot be read, is locked, has no pages, or a page has no trim.
    """
    place = Place(label)
    try:
        file = pikepdf.open(BytesIO(pdf))
        if file.is_encrypted:
            raise InputFaults([Fault(rules.ENCRYPTED, place=place)])
        about = read_about(pdf)
        pages = [_page(page, number, place) for number, page in enumerate(file.pages, start=1)]
    except pikepdf.PasswordError:
        raise InputFaults([Fault(rules.ENCRYPTED, place=place)]) from None
    except (pikepdf.PdfError, *BROKEN, RecursionError) as error:
        raise InputFaults([Fault(rules.UNREADABLE, said_by(error), place)]) from error
    if faults := [one for one in pages if isinstance(one, Fault)]:
        raise InputFaults(faults[:5])
    found = cast("list[SourcePage]", pages)
    if not found:
        raise InputFaults([Fault(rules.UNREADABLE, "it has no pages", place)])
    return Source(file, about, found, [*_warnings(about, found, place)])


def _page(page: Page, number: int, place: Place) -> SourcePage | Fault:
    boxes = page.obj
    if "/TrimBox" not in boxes:
        return Fault(rules.NO_TRIM, f"page {number}", place, page=number)
    media, trim = Box.of(page.mediabox), Box.of(page.trimbox)
    bleed = Box.of(boxes.get("/BleedBox", page.trimbox)).cut(media)
    sizes = (trim.width, trim.height, *(abs(value) for value in (media.x0, media.y0)))
    if not all(math.isfinite(size) and size < _LARGEST for size in sizes):
        return Fault(rules.NO_TRIM, f"page {number} has boxes without measure", place, page=number)
    if min(trim.width, trim.height) < 1 or trim.cut(media.grown(SAME)) != trim:
        return Fault(rules.NO_TRIM, f"its trim lies outside page {number}", place, page=number)
    upright = SourcePage(page, trim, bleed, page.as_form_xobject())
    matrix = upright.matrix
    return replace(upright, trim=_seen(trim, matrix), bleed=_seen(bleed, matrix))


def _seen(box: Box, matrix: Matrix) -> Box:
    x0, y0 = matrix.transform((box.x0, box.y0))
    x1, y1 = matrix.transform((box.x1, box.y1))
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _body(page: Dictionary) -> Object | None:
    """Return the form that a page of ours draws before its marks."""
    contents = page.get("/Contents")
    if not isinstance(contents, pikepdf.Stream) or "/Rotate" in page or "/UserUnit" in page:
        return None
    if contents.read_bytes() not in (BODY, BODY + MARKS):
        return None
    empty = Dictionary()
    body = page.get("/Resources", empty).get("/XObject", empty).get("/Body")
    return body if isinstance(body, pikepdf.Stream) else None


def _warnings(about: About, pages: list[SourcePage], place: Place) -> list[Fault]:
    found = []
    if Standard.X4 not in about.claims:
        found.append(Fault(rules.NOT_FOR_THE_PRESS, place=place, severity=Severity.WARNING))
    if any("/Annots" in one.page.obj and len(one.page.obj.Annots) for one in pages):
        found.append(Fault(rules.ANNOTATIONS, place=place, severity=Severity.WARNING))
    if min(one.has_bleed for one in pages) < SAME:
        found.append(Fault(rules.NO_BLEED, place=place, severity=Severity.WARNING))
    return found
