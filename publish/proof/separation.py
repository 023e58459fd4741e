"""Each page as the press prints it: the plates, and all of them together.

Ghostscript's separation device overprints as a press does and keeps spot inks; what viewers draw
shows white text that will vanish on the press. Plates are drawn finer than they are shown and then
averaged: at the resolution of a screen it would set letters unevenly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
from PIL import Image

from publish.check.plates.draw import draw_plates
from publish.proof.frame import Frame, frame, size_of
from publish.proof.ink import solids
from publish.proof.print_file import refused
from publish.standards.rules import proofing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from publish.check.plates.plate import PagePlates
    from publish.check.preflight.subject import Sheet
    from publish.proof.condition import Look
    from publish.proof.print_file import PrintFile

    Plate = NDArray[np.uint8]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
#: How many times finer plates are drawn than they are shown, unless they get too large.
_FINER, _MOST_DRAWN = 2, 36e6
#: Pixels of one page at most, as it is shown: larger ones stop a browser from being of use.
_MOST_SHOWN = 16e6
_MM = 25.4


@dataclass(frozen=True, slots=True)
class Separation:
    """One page.

    Attributes:
        frame: where its boxes lie in the picture.
        plates: by ink, process inks first, each of them even without ink; 255 is solid.
        composite: rows, columns, and the four process inks, with overprint; spots are shown by
            the process inks that stand for them.
        solids: which process inks stand for each ink at full tint, each 0 to 1.
    """

    frame: Frame
    plates: dict[str, Plate]
    composite: Plate
    solids: dict[str, tuple[float, float, float, float]]


def separations(
    file: PrintFile, pages: Sequence[int], dpi: float, look: Look, safe: float
) -> Iterator[Separation]:
    """Draw the plates of some pages.

    Args:
        file: from which they come.
        pages: counted from 1, in rising order.
        dpi: pixels per inch; very large pages get less, see `dpi_of`.
        look: an assumed condition decides, too, how colours of screens are separated.
        safe: how far text stays away from the trim, in millimetres.

    Raises:
        MachineLacks: Ghostscript is not there.
        InputFaults: a page cannot be drawn.
    """
    content = _assuming(file.content, look.profile) if look.assumed else file.content
    sheets = [file.sheets[page - 1] for page in pages]
    for (shown, finer), run in groupby(sheets, key=lambda sheet: _fineness(sheet, dpi)):
        alike = {sheet.number: sheet for sheet in run}
        for page, drawn in draw_plates(content, [*alike], shown * finer, composite=True):
            if isinstance(drawn, str):
                raise refused(proofing.PAGE_NOT_DRAWN, file.path, drawn, page=page)
            yield _separation(drawn, alike.pop(page), finer, safe)
        for page in alike:
            raise refused(proofing.PAGE_NOT_DRAWN, file.path, "it was left out", page=page)


def dpi_of(sheet: Sheet, dpi: float) -> float:
    """Return the resolution at which a page is shown: what is wanted, or what is sensible."""
    width, height = (side / _MM * dpi for side in size_of(sheet))
    return dpi * min(math.sqrt(_MOST_SHOWN / max(width * height, 1.0)), 1.0)


def _fineness(sheet: Sheet, dpi: float) -> tuple[float, int]:
    """Return the resolution of a page as it is shown, and how many times finer it is drawn."""
    shown = dpi_of(sheet, dpi)
    width, height = (side / _MM * shown * _FINER for side in size_of(sheet))
    return shown, _FINER if width * height <= _MOST_DRAWN else 1


def _separation(drawn: PagePlates, sheet: Sheet, finer: int, safe: float) -> Separation:
    quarters = round(sheet.rotate / 90) % 4
    spots = {ink: _shown(plate, finer, quarters) for ink, plate in drawn.inks.items()}
    composite = drawn.composite
    if composite is None:
        composite = np.zeros((*drawn.shape, 4), np.uint8)
    composite = _shown(composite, finer, quarters)
    bare = np.zeros(composite.shape[:2], np.uint8)
    process = {ink: spots.pop(ink, bare) for ink in PROCESS}
    solid = {ink: _solid(number) for number, ink in enumerate(PROCESS)}
    solid |= solids(composite, np.stack([*process.values()], axis=2), spots)
    size = (composite.shape[1], composite.shape[0])
    return Separation(
        frame(sheet, drawn.dpi / finer, size, safe), process | spots, composite, solid
    )


def _shown(pixels: Plate, finer: int, quarters: int) -> Plate:
    """Average what was drawn finer, and turn it from the space of the page to how it is read."""
    if finer > 1:
        picture = Image.fromarray(pixels, "CMYK" if pixels.ndim == 3 else "L")
        pixels = np.asarray(picture.reduce(finer))
    return np.ascontiguousarray(np.rot90(pixels, -quarters))


def _solid(number: int) -> tuple[float, float, float, float]:
    cyan, magenta, yellow, black = (float(number == ink) for ink in range(4))
    return cyan, magenta, yellow, black


def _assuming(content: bytes, profile: bytes) -> bytes:
    """Return a file that names another condition as its own."""
    with pikepdf.open(BytesIO(content)) as pdf:
        stream = pdf.make_stream(profile, N=4)
        intent = pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFX,
            DestOutputProfile=stream,
        )
        pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])
        out = BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue()
