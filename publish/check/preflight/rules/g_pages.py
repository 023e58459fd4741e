"""Rules of print shops about pages: boxes, blank pages and their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.objects import entry, number
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.drawing import Picture, Text
from publish.check.preflight.hit import Hit
from publish.check.preflight.measure import SLACK, covers, in_mm, measures_mm, plates_of, printed
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.geometry import Box
    from publish.check.preflight.subject import Subject

G02 = rule(
    "G02",
    "one unit of a page is a point",
    basis="GWG 2022: UserUnit is not used",
    remedy="Save the file without UserUnit; in a program for large formats, at full size.",
)
G03 = rule(
    "G03",
    "the crop box is the whole sheet, or is left out",
    basis="GWG: CropBox equals MediaBox",
    remedy="Leave the crop box out: it hides marks and bleed in some programs of the shop.",
)
G04 = rule(
    "G04",
    "all pages are trimmed to one size and none is turned",
    basis="GWG: one page size, no Rotate",
    remedy="Give all pages one size, and turn pages in the layout, not in the file.",
)
G05 = rule(
    "G05",
    "no page is blank but those that the job ticket names",
    basis="GWG: no empty pages; measured inside the trim on the plates",
    remedy="Take the page out, or name it among the blanks of the job ticket.",
    needs="plates",
)
G06 = rule(
    "G06",
    "the number of pages goes with the binding",
    basis="shops: four pages a sheet for saddle stitch, two a leaf for perfect binding",
    remedy="Add blank pages and name them in the job ticket, or change the binding.",
    needs="ticket",
)
G33 = rule(
    "G33",
    "no page is one picture as a whole",
    basis="GWG: a page of pixels alone has lost its letters",
    remedy="Print from the file with letters and lines; if it is a photograph, waive this.",
    severity=Severity.WARNING,
)

#: In percent of one plate: less is noise of the measurement.
_LEAST_INK = 0.4
_PAGES_OF = {"saddle": 4, "perfect": 2}


@checks(G02)
def units(subject: Subject) -> Iterator[Hit]:
    """Hit pages that are measured in a unit of their own."""
    for sheet in subject.sheets:
        written = entry(sheet.page, "/UserUnit")
        if written is not None and number(written) != 1.0:
            is_used = number(written) == sheet.unit
            measured = f"1/{72 / sheet.unit:.4g} inch" if is_used else "no unit"
            yield Hit(G02, sheet.number, "page", measured=measured)


@checks(G03)
def crop_boxes(subject: Subject) -> Iterator[Hit]:
    """Hit crop boxes that hide a part of the sheet."""
    for sheet in subject.sheets:
        if sheet.crop and not covers(sheet.crop, sheet.media):
            yield Hit(
                G03,
                sheet.number,
                "CropBox",
                measured=measures_mm(sheet.crop, sheet),
                limit=measures_mm(sheet.media, sheet),
            )


@checks(G04)
def sizes(subject: Subject) -> Iterator[Hit]:
    """Hit turned pages, and pages with another trim than the first."""
    first: tuple[float, float] | None = None
    for sheet in subject.sheets:
        if sheet.rotate % 360:
            yield Hit(G04, sheet.number, "page", measured=f"turned by {sheet.rotate}°")
        size = (in_mm(_width(sheet.cut), sheet), in_mm(_height(sheet.cut), sheet))
        first = first or size
        if abs(size[0] - first[0]) > 0.1 or abs(size[1] - first[1]) > 0.1:
            yield Hit(
                G04,
                sheet.number,
                "page",
                "another size than page 1",
                measured=f"{size[0]:.4g} × {size[1]:.4g} mm",
                limit=f"{first[0]:.4g} × {first[1]:.4g} mm",
            )


@checks(G05)
def blank_pages(subject: Subject) -> Iterator[Hit]:
    """Hit pages without ink that nobody asked for, and blanks that are printed."""
    planned = set(subject.ticket.blanks) if subject.ticket else set()
    lacking = ""
    for sheet in subject.sheets:
        try:
            plates = plates_of(subject, sheet.number)
        except NotMeasured as error:
            lacking = lacking or str(error)
            continue
        window = plates.window(sheet.cut)
        most = max(
            (float(plate[window].max(initial=0)) for plate in plates.inks.values()), default=0
        )
        if most / 2.55 < _LEAST_INK and sheet.number not in planned:
            yield Hit(G05, sheet.number, "page", "nothing is printed on it", measured="0 % ink")
        elif most / 2.55 >= _LEAST_INK and sheet.number in planned:
            detail = "the job ticket calls it blank, and it is printed"
            yield Hit(G05, sheet.number, "page", detail, measured=f"up to {most / 2.55:.0f} % ink")
    if lacking:
        raise NotMeasured(lacking)


@checks(G06)
def number_of_pages(subject: Subject) -> Iterator[Hit]:
    """Hit a number of pages that cannot be bound so."""
    ticket = subject.ticket
    if ticket is None or ticket.imposition is not None:
        return  # an imposed file has sheets, whose number its own scheme gives
    by = _PAGES_OF.get(ticket.binding, 1)
    count = len(subject.sheets) - _cover_pages(subject)
    if count % by:
        yield Hit(
            G06,
            None,
            "document",
            f"binding is {ticket.binding}",
            measured=f"{count} page{'s' * (count != 1)}",
            limit=f"a multiple of {by}",
        )


def _cover_pages(subject: Subject) -> int:
    """Return how many pages are a cover of its own, which is bound round the others."""
    parts = subject.ticket.parts if subject.ticket else ()
    if not any(part.name == "inside" for part in parts):
        return 0
    return sum(
        max(part.pages[1] - part.pages[0] + 1, 0)
        for part in parts
        if part.name == "cover" and subject.ticket and subject.ticket.binding == "perfect"
    )


@checks(G33)
def pages_of_pixels(subject: Subject) -> Iterator[Hit]:
    """Hit pages with a picture over all and no text."""
    # Text that is not painted is what a program has read out of a scan.
    with_text = {
        event.page
        for event in subject.drawing.events
        if isinstance(event, Text) and event.paints and event.text.strip()
    }
    cuts = {sheet.number: sheet.cut for sheet in subject.sheets}
    for event in printed(subject):
        if (
            isinstance(event, Picture)
            and not event.is_stencil
            and event.page not in with_text
            and _spans(event.box, cuts[event.page])
        ):
            yield Hit(G33, event.page, event.object, severity=G33.severity)


def _spans(box: Box | None, cut: Box) -> bool:
    """Whether a box covers a page but for a hundredth, as scans do."""
    if box is None:
        return False
    slack = max(SLACK, 0.01 * min(_width(cut), _height(cut)))
    return (
        box.left <= cut.left + slack
        and box.right >= cut.right - slack
        and box.bottom <= cut.bottom + slack
        and box.top >= cut.top - slack
    )


def _width(box: Box) -> float:
    return box.right - box.left


def _height(box: Box) -> float:
    return box.top - box.bottom
