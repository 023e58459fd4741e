"""From a print file to the pictures and figures of its proof, page by page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from publish.proof import contact, drawing, ink, picture
from publish.proof.condition import Look, look
from publish.proof.print_file import PrintFile, read_print_file
from publish.proof.separation import separations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from publish.proof.frame import Frame
    from publish.proof.ink import PlateInk, TotalInk
    from publish.proof.separation import Separation
    from publish.proof.wording import Wording
    from publish.standards.limits import Limits

CONTACT_SHEET = "contact-sheet.png"
_COMPOSITE, _MAP, _BOXES, _SMALL = "composite", "ink-map", "boxes", "small"
_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    Attributes:
        file: the PDF.
        pages: numbers in rising order; ``None`` for all.
        dpi: pixels per inch of the pictures.
        condition: assumed in place of what the file says; empty to believe the file.
        paper: whether the tint of the paper is shown.
        limits: of the print shop.
    """

    file: Path
    pages: Sequence[int] | None
    dpi: float
    condition: str
    paper: bool
    limits: Limits


@dataclass(frozen=True, slots=True)
class PlatePictures:
    """One plate of a page.

    Attributes:
        ink: name of the ink.
        grey, colour: names of the pictures.
        solid: what the ink looks like, red, green and blue.
        figures: how much of it there is.
    """

    ink: str
    grey: str
    colour: str
    solid: tuple[int, int, int]
    figures: PlateInk


@dataclass(frozen=True, slots=True)
class PagePictures:
    """One page.

    Attributes:
        frame: its size and boxes.
        total: how much ink there is.
        composite, ink_map, boxes, small: names of the pictures.
        plates: process inks first.
    """

    frame: Frame
    total: TotalInk
    composite: str
    ink_map: str
    boxes: str
    small: str
    plates: tuple[PlatePictures, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """All that was found out.

    Attributes:
        file: what was proofed.
        sha256: of it.
        look: how its inks are shown.
        limits: that its ink is held against.
        pages: those that were asked for.
        files: names of all pictures.
    """

    file: PrintFile
    sha256: str
    look: Look
    limits: Limits
    pages: tuple[PagePictures, ...]
    files: tuple[str, ...]

    @property
    def inks(self) -> tuple[str, ...]:
        """All inks of all pages, process inks first."""
        return tuple(dict.fromkeys(one.ink for page in self.pages for one in page.plates))

    @property
    def worst(self) -> PagePictures:
        """The page with most ink in one place."""
        return max(self.pages, key=lambda page: page.total.highest)


def make(order: Order, folder: Path, wording: Wording, step: Callable[[int, int], None]) -> Proof:
    """Draw all pictures of a proof into a folder.

    Args:
        order: what is asked for.
        folder: there already, and empty.
        wording: for what stands below the pictures.
        step: told after each page how many of how many are done.

    Raises:
        InputFaults: the file cannot be shown as a press would print it.
        WrongCall: the file has no such page, or the assumed condition cannot be used.
        MachineLacks: Ghostscript is not there.
    """
    file = read_print_file(order.file, order.limits)
    numbers = file.chosen(order.pages)
    shown = look(file, order.condition, paper=order.paper)
    studio = _Studio(file, shown, order.limits, wording.of_pictures, folder)
    pages, small = [], []
    drawn = separations(file, numbers, order.dpi, shown, order.limits.safe)
    for separation in drawn:
        page, thumbnail = studio.page(separation)
        pages.append(page)
        small.append((thumbnail, page))
        step(len(pages), len(numbers))
    studio.contact_sheet(small)
    digest = hashlib.sha256(file.content).hexdigest()
    return Proof(file, digest, shown, order.limits, tuple(pages), tuple(studio.files))


class _Studio:
    """Draws, captions and stores pictures."""

    def __init__(
        self, file: PrintFile, shown: Look, limits: Limits, wording: Wording, folder: Path
    ) -> None:
        self.file, self.look, self.limits, self.wording = file, shown, limits, wording
        self.folder = folder
        self.captions = picture.Captions(wording.language)
        self.files: list[str] = []

    def page(self, separation: Separation) -> tuple[PagePictures, Image.Image]:
        """Draw all pictures of a page; return their names and the small one."""
        frame = separation.frame
        composite = self.look.picture(separation.composite)
        summed = ink.summed(separation.plates, frame)
        total = ink.total_ink(summed, frame, limit=self.limits.ink_limit, area=self.limits.ink_area)
        names = {boundary.kind: self.wording(boundary.kind) for boundary in frame.boundaries}
        boxed = drawing.with_boxes(composite, frame, names, self.captions.face())
        small = contact.small(composite)
        made = PagePictures(
            frame=frame,
            total=total,
            composite=self._keep(frame, _COMPOSITE, composite, self.wording("composite")),
            plates=tuple(
                self._plate(separation, number, name)
                for number, name in enumerate(separation.plates, start=1)
            ),
            ink_map=self._ink_map(summed, frame, total),
            boxes=self._keep(frame, _BOXES, boxed, self.wording("boxes")),
            small=self._store(f"{_stem(frame)}-{_SMALL}.png", small, frame.dpi),
        )
        return made, small

    def contact_sheet(self, small: list[tuple[Image.Image, PagePictures]]) -> None:
        """Draw all pages on one sheet."""
        tiles = [(image, self._tile_words(page), page.total.is_over) for image, page in small]
        sheet = contact.sheet(tiles, self.captions.face(), self.captions.face(strong=True))
        title = f"{self.file.name} · {self.wording('contact_sheet')}"
        band = self.captions.band([title, *self.statements()], sheet.width)
        self._store(CONTACT_SHEET, picture.captioned(sheet, band), 96)

    def statements(self) -> list[str]:
        """Say by which condition a picture was made, and what it does not tell."""
        words = self.wording
        named = self.look.identifier or self.look.name
        paper = "with_paper" if self.look.paper else "without_paper"
        manner = f"{words(paper)}, {words(f'{paper}_manner')}"
        if self.look.assumed:
            return [words("assumed_caption", condition=named), manner]
        return [words("profile_caption", condition=named) + " · " + manner]

    def _plate(self, separation: Separation, number: int, name: str) -> PlatePictures:
        frame, plate = separation.frame, separation.plates[name]
        colours = self.look.ramp(separation.solids[name], picture.SHADES)
        # Rounding to fewer shades keeps bare paper bare and solid ink solid.
        indices = (plate.astype("uint16") * (picture.SHADES - 1) + 127) // 255
        stem = f"plate-{number}-{_file_word(name)}"
        words = self.wording("plate_of", ink=self.wording.ink(name))
        red, green, blue = (int(part) for part in colours[-1])
        return PlatePictures(
            ink=name,
            grey=self._keep(frame, stem, picture.grey(plate), words),
            colour=self._keep(
                frame, f"{stem}-colour", picture.indexed(indices.astype("uint8"), colours), words
            ),
            solid=(red, green, blue),
            figures=ink.plate_ink(plate, frame),
        )

    def _ink_map(self, summed: NDArray[np.uint16], frame: Frame, total: TotalInk) -> str:
        note = self.wording.percent(total.highest)
        face = self.captions.face()
        image = drawing.ink_map(summed, frame, total, note, face)
        scale = [
            (shade.colour, shade_words(shade, self.wording))
            for shade in drawing.shades(total.limit)
        ]
        legend = drawing.legend(scale, image.width, face)
        found = ink_words(total, self.wording)
        return self._keep(frame, _MAP, image, self.wording("ink_map"), legend=legend, more=[found])

    def _keep(
        self,
        frame: Frame,
        name: str,
        image: Image.Image,
        title: str,
        *,
        legend: Image.Image | None = None,
        more: Sequence[str] = (),
    ) -> str:
        """Store a picture of a page with what it is below it."""
        page = self.wording("page_of", page=frame.number, count=len(self.file.sheets))
        lines = [f"{self.file.name} · {page} · {title}", *more, *self.statements()]
        made = picture.captioned(image, self.captions.band(lines, image.width))
        if legend:
            made = picture.captioned(made, legend)
        return self._store(f"{_stem(frame)}-{name}.png", made, frame.dpi)

    def _store(self, name: str, image: Image.Image, dpi: float) -> str:
        (self.folder / name).write_bytes(picture.png(image, dpi))
        self.files.append(name)
        return name

    def _tile_words(self, page: PagePictures) -> str:
        said = self.wording("page_number", page=page.frame.number)
        if page.total.is_over:
            return f"{said} · {self.wording.percent(page.total.highest)}"
        return said


def shade_words(shade: drawing.Shade, wording: Wording) -> str:
    """Say for how much ink a colour of the map stands."""
    if shade.up_to is None:
        return wording("shade_over", limit=wording.percent(shade.above))
    if shade.up_to <= 0:
        return wording("shade_none")
    return wording(
        "shade_up_to",
        low=wording.number(shade.above),
        high=wording.percent(shade.up_to),
    )


def ink_words(total: TotalInk, wording: Wording) -> str:
    """Say where the most ink is, and whether that is too much."""
    if not total.highest:
        return wording("no_ink")
    across, down = (wording.number(side, 0) for side in total.place)
    found = wording(
        "highest_ink",
        percent=wording.percent(total.highest),
        area=wording.number(total.side**2),
        across=across,
        down=down,
    )
    verdict = "over_limit" if total.is_over else "within_limit"
    return f"{found} {wording(verdict, limit=wording.percent(total.limit))}"


def _stem(frame: Frame) -> str:
    return f"page-{frame.number:03}"


def _file_word(ink_name: str) -> str:
    """Return an ink's name as part of a file name; numbers before it keep names apart."""
    plain = unicodedata.normalize("NFKD", ink_name).encode("ascii", "ignore").decode()
    return _WORD.sub("-", plain.lower()).strip("-")[:40] or "spot"
