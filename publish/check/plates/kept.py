"""The plates of all pages of a file, drawn when first asked for and kept in few bytes."""

from __future__ import annotations

import io
import zlib
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pikepdf

from publish.check.ghostscript import ghostscript, ghostscript_version
from publish.check.objects import BROKEN
from publish.check.plates.draw import draw_plates
from publish.check.plates.plate import COARSE, PagePlates

if TYPE_CHECKING:
    from collections.abc import Sequence


class NotDrawn(Exception):
    """The plates of a page are not known; the message says why, in words for a print buyer."""


class Plates:
    """The plates of all pages of a file, drawn in one go when first asked for, kept packed."""

    def __init__(self, pdf: bytes) -> None:
        """Keep the file.

        Raises:
            MachineLacks: Ghostscript is not installed.
        """
        self.tool = f"Ghostscript {ghostscript_version(ghostscript())}".strip()
        self._pdf = pdf
        self._kept: dict[tuple[int, float], _Packed | str] = {}

    @cached_property
    def count(self) -> int:
        """Number of pages; 0 for a file that cannot be opened."""
        try:
            with pikepdf.open(io.BytesIO(self._pdf)) as pdf:
                return len(pdf.pages)
        except BROKEN:
            return 0

    def page(self, page: int, dpi: float = COARSE) -> PagePlates:
        """Return the plates of a page; at the coarse resolution all pages are drawn with it.

        Raises:
            NotDrawn: they are not known.
        """
        if (page, dpi) not in self._kept:
            self.draw(range(1, self.count + 1) if dpi == COARSE else (page,), dpi)
        kept = self._kept.get((page, dpi), "the file has no such page")
        if isinstance(kept, str):
            raise NotDrawn(kept)
        return kept.unpacked()

    def draw(self, pages: Sequence[int], dpi: float) -> None:
        """Draw several pages together, which is faster than one by one."""
        for page in pages:
            known = self._kept.get((page, COARSE))
            if isinstance(known, str):
                self._kept[page, dpi] = known  # finer would only take longer to fail
        wanted = [page for page in pages if (page, dpi) not in self._kept]
        for page, drawn in draw_plates(self._pdf, wanted, dpi):
            self._kept[page, dpi] = drawn if isinstance(drawn, str) else _Packed(drawn)


class _Packed:
    """Plates in as few bytes as they have: most of a page is paper."""

    def __init__(self, plates: PagePlates) -> None:
        self.about = (plates.page, plates.dpi, plates.box, plates.unit)
        self.shape = plates.shape
        self.inks = {ink: zlib.compress(plate.tobytes(), 1) for ink, plate in plates.inks.items()}

    def unpacked(self) -> PagePlates:
        inks = {
            ink: np.frombuffer(zlib.decompress(packed), np.uint8).reshape(self.shape)
            for ink, packed in self.inks.items()
        }
        return PagePlates(*self.about, inks, self.shape)
