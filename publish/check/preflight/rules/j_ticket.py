"""Rules of the job: the file is the one that the ticket describes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.hit import Hit
from publish.check.preflight.measure import in_mm, plates_of
from publish.check.preflight.rule import rule
from publish.check.preflight.rules.p_bleed import bleed_of
from publish.check.preflight.subject import profile_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject
    from publish.model.ticket import Part

_BASIS = "ours: what is ordered is what is delivered"
_REMEDY = "Make the file and its ticket anew together, or correct the ticket."


J01 = rule(
    "J01",
    "pages are trimmed to the size that is ordered",
    basis=_BASIS,
    remedy=_REMEDY,
    needs="ticket",
)
J02 = rule(
    "J02", "pages have the bleed that is ordered", basis=_BASIS, remedy=_REMEDY, needs="ticket"
)
J03 = rule(
    "J03", "there are as many pages as are ordered", basis=_BASIS, remedy=_REMEDY, needs="ticket"
)
J04 = rule(
    "J04",
    "the file is the one that the ticket was written for",
    basis="ours: SHA-256 of all its bytes",
    remedy="Deliver the file that the ticket names, or write the ticket anew.",
    needs="ticket",
)
J05 = rule(
    "J05",
    "the printing condition is the one that is ordered",
    basis="ours: identifier of the output intent",
    remedy="Make the file with the profile of that condition, or correct the ticket.",
    needs="ticket",
)
J06 = rule(
    "J06",
    "the profile is the one that is ordered",
    basis="ours: SHA-256 of the embedded profile",
    remedy="Make the file with the profile that the shop has sent, or correct the ticket.",
    needs="ticket",
)
J07 = rule(
    "J07",
    "no plate has ink but those that are ordered",
    basis="ours: every plate costs, and one that is not ordered is not printed",
    remedy="Take the colour out, or order the ink for these pages.",
    needs="ticket",
)

#: In mm.
_SLACK = 0.1
#: Of 255: less is noise of a conversion.
_LEAST_INK = 3


@checks(J01, J02)
def boxes(subject: Subject) -> Iterator[Hit]:
    """Hit pages of another size than that of the ticket."""
    ticket = subject.ticket
    if ticket is None:
        return
    for sheet in subject.sheets:
        width = in_mm(sheet.cut.right - sheet.cut.left, sheet)
        height = in_mm(sheet.cut.top - sheet.cut.bottom, sheet)
        if abs(width - ticket.trim[0]) > _SLACK or abs(height - ticket.trim[1]) > _SLACK:
            limit = f"{ticket.trim[0]:g} × {ticket.trim[1]:g} mm"
            measured = f"{width:.5g} × {height:.5g} mm"
            yield Hit(J01, sheet.number, "TrimBox", measured=measured, limit=limit)
        least = min(in_mm(side, sheet) for side in bleed_of(sheet).values())
        if least < ticket.bleed - _SLACK:
            limit = f"{ticket.bleed:g} mm"
            yield Hit(J02, sheet.number, "BleedBox", measured=f"{least:.3g} mm", limit=limit)


@checks(J03)
def page_count(subject: Subject) -> Iterator[Hit]:
    """Hit another number of pages than that of the ticket."""
    if subject.ticket and len(subject.sheets) != subject.ticket.pages:
        count, ordered = len(subject.sheets), subject.ticket.pages
        yield Hit(J03, None, "document", measured=f"{count} pages", limit=f"{ordered} pages")


@checks(J04)
def same_file(subject: Subject) -> Iterator[Hit]:
    """Hit a file with other bytes than those that the ticket was written for."""
    ticket = subject.ticket
    if ticket is None or not ticket.file.sha256:
        raise NotMeasured("the job ticket names no hash of the file")
    found = hashlib.sha256(subject.data).hexdigest()
    if found != ticket.file.sha256.casefold():
        yield Hit(J04, None, ticket.file.name, measured=found[:16], limit=ticket.file.sha256[:16])


@checks(J05)
def ordered_condition(subject: Subject) -> Iterator[Hit]:
    """Hit another printing condition than that of the ticket."""
    ticket, intent = subject.ticket, subject.press_intent
    if ticket is None or intent is None:
        raise NotMeasured("the file has no output intent for the press")
    if _plain(intent.identifier) != _plain(ticket.condition):
        limit = ticket.condition[:60]
        yield Hit(J05, None, "output intent", measured=intent.identifier[:60], limit=limit)


def _plain(identifier: str) -> str:
    return "".join(identifier.split()).casefold()


@checks(J06)
def ordered_profile(subject: Subject) -> Iterator[Hit]:
    """Hit another profile than that of the ticket."""
    ticket, intent = subject.ticket, subject.press_intent
    if ticket is None or not ticket.profile_sha256:
        raise NotMeasured("the job ticket names no hash of the profile")
    if intent is None or intent.profile is None:
        raise NotMeasured("the file has no output intent with a profile")
    found = hashlib.sha256(profile_bytes(intent.profile)).hexdigest()
    if found != ticket.profile_sha256.casefold():
        limit = ticket.profile_sha256[:16]
        yield Hit(J06, None, "output intent", measured=found[:16], limit=limit)


@checks(J07)
def ordered_plates(subject: Subject) -> Iterator[Hit]:
    """Hit plates with ink, inside the bleed, on pages where it is not ordered."""
    parts = [part for part in (subject.ticket.parts if subject.ticket else ()) if part.inks]
    if not parts:
        raise NotMeasured("the job ticket names no inks")
    lacking = ""
    for sheet in subject.sheets:
        ordered = _ordered(parts, sheet.number)
        if ordered is None:
            continue
        try:
            plates = plates_of(subject, sheet.number)
        except NotMeasured as error:
            lacking = lacking or str(error)
            continue
        window = plates.window(sheet.painted)
        for ink, plate in plates.inks.items():
            if ink not in ordered and int(plate[window].max(initial=0)) >= _LEAST_INK:
                share = float((plate[window] >= _LEAST_INK).mean())
                measured = f"on {share:.2%} of the page"
                limit = ", ".join(sorted(ordered))[:120]
                yield Hit(J07, sheet.number, f"plate {ink[:60]}", measured=measured, limit=limit)
    if lacking:
        raise NotMeasured(lacking)


def _ordered(parts: list[Part], page: int) -> set[str] | None:
    """Return the inks of a page; `None` where no part of the job has it."""
    found = [part.inks for part in parts if part.pages[0] <= page <= part.pages[1]]
    return set().union(*found) if found else None
