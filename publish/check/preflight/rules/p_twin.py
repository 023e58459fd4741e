"""Our rule that the print file says what its accessible edition says."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import BROKEN, entry, items, said_by, text
from publish.check.preflight.checks import NotMeasured, checks
from publish.check.preflight.drawing import Text
from publish.check.preflight.frame import Budget
from publish.check.preflight.hit import Hit
from publish.check.preflight.rule import rule
from publish.check.preflight.walk import read_drawing
from publish.check.printed_words import difference, page_words
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.check.preflight.drawing import Drawing
    from publish.check.preflight.subject import Subject

P10 = rule(
    "P10",
    "the words are those of the accessible edition",
    basis="ours: one text in two forms; the print form may add the addresses of links, and leave "
    "out the way back from a note",
    remedy="Make both forms anew from one source.",
    needs="twin",
)

_NAMED = 12
_PAGE_LIMIT = 20_000
_LINK_LIMIT = 20_000


@checks(P10)
def words(subject: Subject) -> Iterator[Hit]:
    """Hit words that one form has and the other has not."""
    drawing, pages, addresses = _twin(subject.twin or b"")
    for drawn, whose in ((subject.drawing, "this file"), (drawing, "the accessible edition")):
        if drawn.lacking:
            raise NotMeasured(f"{whose} cannot be read to its end: {drawn.lacking[0][1]}")
        if not any(isinstance(event, Text) for event in drawn.events):
            raise NotMeasured(f"{whose} holds no text that can be read")
    ours = page_words(_on_pages(subject), len(subject.sheets))
    found = difference(ours, page_words(drawing.events, pages), addresses)
    if found is None:
        return
    if found.lacking:
        yield Hit(P10, None, "text", _named("lacking", found.lacking))
    if found.added:
        detail = _named("added", found.added)
        yield Hit(P10, None, "text", detail, severity=Severity.WARNING)


def _on_pages(subject: Subject) -> Iterator[Text]:
    """Yield the text inside the trim; the slug line outside is no part of the text."""
    cuts = {sheet.number: sheet.cut for sheet in subject.sheets}
    for event in subject.drawing.events:
        if isinstance(event, Text):
            cut, box = cuts[event.page], event.box
            if box is None or (
                box.left < cut.right
                and box.right > cut.left
                and box.bottom < cut.top
                and box.top > cut.bottom
            ):
                yield event


def _twin(data: bytes) -> tuple[Drawing, int, list[str]]:
    """Read what the twin draws, how many pages it has, and where its links lead."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = [page.obj for page in islice(pdf.pages, _PAGE_LIMIT)]
            return read_drawing(pdf, Budget()), len(pages), [*islice(_links(pages), _LINK_LIMIT)]
    except (*BROKEN, RecursionError) as error:
        raise NotMeasured(f"the accessible edition cannot be read: {said_by(error)}") from None


def _links(pages: Iterable[object]) -> Iterator[str]:
    for page in pages:
        for annotation in items(entry(page, "/Annots")):
            if address := text(entry(entry(annotation, "/A"), "/URI")):
                yield address


def _named(what: str, found: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{word[:40]}”" for word in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"{what}: {shown}{more}"
