"""Sheets drawn: each page as a form XObject, used as often as it is needed, and the marks.

Source: ISO 32000-1, 8.10 (form XObjects), 14.11.5 (output intents).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary

from publish.finish.press.sheet.boxes import place_boxes
from publish.finish.press.sheet.marks import Slug, draw_marks, registration
from publish.finish.press.sheet.place import blend_group, marks_form, spot_spaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Object, Pdf

    from publish.finish.press.sheet.boxes import Box
    from publish.impose.flat import Flat, Placed
    from publish.impose.source import Source


@dataclass(frozen=True, slots=True)
class Words:
    """What stands beside the sheets.

    Attributes:
        job: the title.
        sheets: how many there are.
        scheme: in a word.
        condition: what is printed on what.
        marks: whether anything is drawn there.
        black_only: whether black is the only ink.
    """

    job: str
    sheets: int
    scheme: str
    condition: str = ""
    marks: bool = True
    black_only: bool = False

    def of(self, flat: Flat) -> str:
        """Return what is written beside one side."""
        side = "B" if flat.back else "A"
        number = f"{flat.sheet + 1}{side}/{self.sheets}"
        return "   ".join(filter(None, (number, self.scheme, self.condition)))


def drawn(
    source: Source, flats: Sequence[Flat], numbers: Sequence[int | None], words: Words
) -> Pdf:
    """Draw all sides of all sheets into a new file.

    Args:
        source: the file with the pages.
        flats: the sides in the order in which they are printed.
        numbers: of each page of the imposed order the page of the file, counted from 0; ``None``
            for a blank.
        words: what stands beside the sheets.
    """
    pdf = pikepdf.new()
    forms: dict[int, Object] = {}
    for flat in flats:
        pdf.add_blank_page(page_size=(flat.boxes.media.width, flat.boxes.media.height))
        page = pdf.pages[-1].obj
        objects, operators = Dictionary(), []
        for one in flat.placed:
            number = numbers[one.page]
            if number is None:
                continue
            if number not in forms:
                forms[number] = pdf.copy_foreign(_own(source, number))
            objects[f"/P{number + 1}"] = forms[number]
            operators.append(_placed(one, number, source.pages[number].trim))
        page.Resources = Dictionary(XObject=objects)
        page.Contents = pdf.make_stream(b"".join((*operators, flat.drawn)))
        page.Group = blend_group()
        place_boxes(page, flat.boxes)
    if words.marks:
        _mark(pdf, flats, words)
    _keep_of_document(pdf, source.pdf)
    return pdf


def _own(source: Source, number: int) -> Object:
    form = source.form(number)
    return form if form.is_indirect else source.pdf.make_indirect(form)


def _placed(one: Placed, number: int, trim: Box) -> bytes:
    """Clip, move and draw; a page that is turned is moved by its other corner."""
    clip = one.clip
    if one.turned:
        matrix = (-1, 0, 0, -1, one.at.x1 + trim.x0, one.at.y1 + trim.y0)
    else:
        matrix = (1, 0, 0, 1, one.at.x0 - trim.x0, one.at.y0 - trim.y0)
    return b"q %.3f %.3f %.3f %.3f re W n %d %d %d %d %.3f %.3f cm /P%d Do Q\n" % (
        clip.x0, clip.y0, clip.width, clip.height, *matrix, number + 1,
    )  # fmt: skip


def _mark(pdf: Pdf, flats: Sequence[Flat], words: Words) -> None:
    every, spots = registration(pdf), spot_spaces(pdf)
    for page, flat in zip(pdf.pages, flats, strict=True):
        around = Slug(words.job, words.of(flat), words.black_only, spots)
        marks = draw_marks(flat.boxes, around, flat.lines)
        if marks:
            page.obj.Resources.XObject["/Marks"] = marks_form(pdf, flat.boxes, marks, every, spots)
            page.obj.Contents = pdf.make_stream(page.obj.Contents.read_bytes() + b"/Marks Do\n")


def _keep_of_document(pdf: Pdf, source: Pdf) -> None:
    """Take along what the pages need: the meaning of their colours, and which layers are shown."""
    for key in ("/OutputIntents", "/OCProperties"):
        if key in source.Root:
            found = source.Root[key]
            kept = pdf.copy_foreign(found if found.is_indirect else source.make_indirect(found))
            pdf.Root[key] = kept
    if isinstance(source.Root.get("/Lang"), pikepdf.String):
        pdf.Root.Lang = pikepdf.String(str(source.Root.Lang))
