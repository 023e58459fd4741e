"""What each printing plate of a page gets, as Ghostscript's separation device draws it.

Overprinting is done as on the press, and a spot ink has its own plate.

Nothing of a file is believed: names of inks that make no file name are replaced in a copy before
Ghostscript sees them (a name of 380 bytes makes version 10.00 crash), pages that would fill the
memory are drawn coarser, and a page that takes too long is given up.

Source: ISO 32000-1, 8.6.6.4 and 8.6.6.5 (separations), 11.7.4.5 (overprint), 14.11.2 (boxes).
"""

from __future__ import annotations

import io
import re
import tempfile
import time
import urllib.parse
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
from PIL import Image, ImageCms

from publish.check.geometry import Box
from publish.check.ghostscript import (
    GhostscriptFailed,
    ghostscript,
    run_ghostscript,
)
from publish.check.objects import (
    BROKEN,
    entry,
    inherited,
    items,
    number,
    numbers,
    said_by,
    stream_bytes,
)
from publish.check.plates.inks import NO_SPOTS, PROCESS, ink_names, plain_names, rename_inks
from publish.check.plates.plate import PagePlates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.check.plates.plate import Plate

#: Pixels of one page at most: an A0 sheet at 150 dpi has 35 million. What is larger is drawn
#: coarser, and below the lowest resolution not at all.
_PAGE_PIXELS, _LOWEST_DPI = 40e6, 18.0
#: Pixels of the pages in one call, which bounds the disk it needs, and the number of pages.
_CALL_PIXELS, _CALL_PAGES = 60e6, 24
#: Seconds for the start, and for a page of a call with many; alone it gets more.
_START_TIME, _PAGE_TIME, _LONE_PAGE_TIME = 10.0, 3.0, 30.0
#: Seconds for all pages together.
TOTAL_TIME = 600.0
#: Of spot inks; the device has 64 plates and four are taken.
_MOST_SPOTS = 60
_PROFILE_LIMIT, _INTENT_LIMIT = 16_000_000, 50
#: Without it a line is drawn as wide as the pixels it touches, and at 72 dpi a hatching of
#: quarter-point lines has twice its ink (measured).
_SMOOTH = ("-dGraphicsAlphaBits=4", "-dTextAlphaBits=4")
_INPUT, _PROFILE, _OUTPUT = "input.pdf", "intent.icc", "page%d.tif"
_PLATE_FILE = re.compile(r"page(\d+)\((.*)\)\.tif", re.DOTALL)
_DEFAULT_PAGE = Box(0, 0, 612, 792)


def draw_plates(
    pdf: bytes,
    pages: Sequence[int] | None,
    dpi: float,
    *,
    composite: bool = False,
    seconds: float = TOTAL_TIME,
) -> Iterator[tuple[int, PagePlates | str]]:
    """Draw the plates of pages, many in one call of Ghostscript.

    Args:
        pdf: the file.
        pages: counted from 1, in rising order; ``None`` for all.
        dpi: pixels per inch.
        composite: whether the picture of all plates together is wanted too.
        seconds: for all pages; those that are left then are given up.

    Yields:
        each page with its plates, or with the reason why they are not known.

    Raises:
        MachineLacks: Ghostscript is not installed.
    """
    ghostscript()
    try:
        job = _Job.of(pdf, dpi, composite=composite)
    except BROKEN as error:
        for page in pages or ():
            yield page, f"the file cannot be opened: {said_by(error)}"
        return
    wanted = range(1, len(job.frames) + 1) if pages is None else pages
    end = time.monotonic() + seconds
    for call in job.calls(wanted):
        yield from job.drawn(call, end)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Of one page: its media box, unit, turn in quarters, resolution, and its size in pixels."""

    box: Box
    unit: float
    quarters: int
    dpi: float

    @property
    def pixels(self) -> float:
        """Number of pixels."""
        across, up = self.box.right - self.box.left, self.box.top - self.box.bottom
        return across * up * (self.unit * self.dpi / 72) ** 2


class _Job:
    """One file at one resolution."""

    def __init__(
        self,
        pdf: bytes,
        frames: list[_Frame],
        inks: dict[str, str],
        profile: bytes,
        *,
        composite: bool,
    ) -> None:
        self.pdf, self.frames, self.profile = pdf, frames, profile
        self.inks, self.composite = inks, composite

    @classmethod
    def of(cls, pdf: bytes, dpi: float, *, composite: bool) -> _Job:
        """Read what has to be known about a file before it is drawn."""
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            frames = [_frame(page.obj, dpi) for page in opened.pages]
            inks = plain_names(ink_names(opened))
            if any(ink != plain for ink, plain in inks.items()):
                rename_inks(opened, inks)
                saved = io.BytesIO()
                opened.save(saved, static_id=True)
                pdf = saved.getvalue()
            profile = _press_profile(opened)
        return cls(pdf, frames, inks, profile, composite=composite)

    def calls(self, pages: Sequence[int]) -> Iterator[list[int]]:
        """Yield runs of neighbouring pages with the same resolution, not too many for one call."""
        call: list[int] = []
        pixels = 0.0
        for page in pages:
            if not 1 <= page <= len(self.frames):
                continue
            frame = self.frames[page - 1]
            if call and (
                page != call[-1] + 1
                or frame.dpi != self.frames[call[-1] - 1].dpi
                or pixels + frame.pixels > _CALL_PIXELS
                or len(call) == _CALL_PAGES
            ):
                yield call
                call, pixels = [], 0.0
            call.append(page)
            pixels += frame.pixels
        if call:
            yield call

    def drawn(self, call: list[int], end: float) -> Iterator[tuple[int, PagePlates | str]]:
        """Draw pages together; where anything is amiss, each alone, to know which it is.

        A page that Ghostscript cannot draw is left out, and the number in the file names counts
        what it did draw: so the files of a call are only believed when all are there.
        """
        reason = "the page is too large to be drawn"
        if self.frames[call[0] - 1].dpi >= _LOWEST_DPI:
            reason = "the time for drawing plates was up" if time.monotonic() > end else ""
        if reason:
            yield from ((page, reason) for page in call)
            return
        seconds = _LONE_PAGE_TIME if len(call) == 1 else _START_TIME + _PAGE_TIME * len(call)
        with tempfile.TemporaryDirectory(prefix="publish-plates-") as folder:
            try:
                self._run(call, Path(folder), seconds)
                yield from [(page, self._read(page, call, Path(folder))) for page in call]
                return
            except (GhostscriptFailed, OSError, SyntaxError, ValueError) as error:
                reason = f"Ghostscript could not draw the page: {error}"
        if len(call) == 1:
            yield call[0], reason
            return
        for page in call:
            yield from self.drawn([page], end)

    def _run(self, call: list[int], folder: Path, seconds: float) -> None:
        (folder / _INPUT).write_bytes(self.pdf)
        colour = []
        if self.profile:
            # What is not in inks yet is separated as the press would; the same profile on both
            # sides leaves the inks that are named as they are (measured).
            (folder / _PROFILE).write_bytes(self.profile)
            colour = [
                f"--permit-file-read={_PROFILE}",
                f"-sOutputICCProfile={_PROFILE}",
                f"-sDefaultCMYKProfile={_PROFILE}",
            ]
        spots = [ink for ink in self.inks if ink not in NO_SPOTS]
        said = run_ghostscript(
            [
                "-sDEVICE=tiffsep",
                "-sCompression=none",
                *_SMOOTH,
                f"-dMaxSpots={min(max(len(spots), 1), _MOST_SPOTS)}",
                f"-r{self.frames[call[0] - 1].dpi:.6g}",
                f"-dFirstPage={call[0]}",
                f"-dLastPage={call[-1]}",
                *colour,
                "-o",
                _OUTPUT,
                _INPUT,
            ],
            folder=folder,
            seconds=seconds,
        )
        if "Max spot colorants" in said:
            raise GhostscriptFailed(f"the page has more than {_MOST_SPOTS} spot inks")
        if "could not draw" in said.lower() or "Output may be incorrect" in said:
            raise GhostscriptFailed("the page is damaged")
        if len(list(folder.glob("page*[0-9].tif"))) != len(call):
            raise GhostscriptFailed("it left a page out")

    def _read(self, page: int, call: list[int], folder: Path) -> PagePlates:
        """Read the files of one page: a plate an ink, and the composite."""
        output = page - call[0] + 1
        frame = self.frames[page - 1]
        by_plain = {plain: ink for ink, plain in self.inks.items()}
        plates: dict[str, Plate] = {}
        shape = (0, 0)
        for file in sorted(folder.iterdir()):
            found = _PLATE_FILE.fullmatch(file.name)
            if found and int(found[1]) == output:
                plain = urllib.parse.unquote(found[2])
                plate = _upright(255 - _pixels(file), frame.quarters)
                shape = (plate.shape[0], plate.shape[1])
                if plate.any():
                    plates[by_plain.get(plain, plain)] = plate
        _check_size(frame, shape)
        picture = None
        if self.composite:
            picture = _upright(_pixels(folder / (_OUTPUT % output)), frame.quarters)
        inks = {ink: plates.pop(ink) for ink in PROCESS if ink in plates} | plates
        return PagePlates(page, frame.dpi, frame.box, frame.unit, inks, shape, picture)


def _frame(page: object, dpi: float) -> _Frame:
    """Return the frame of a page, at a lower resolution where it is very large."""
    corners = numbers(inherited(page, "/MediaBox"))
    box = _DEFAULT_PAGE
    if len(corners) == 4:
        across, up = sorted(corners[::2]), sorted(corners[1::2])
        if across[1] > across[0] and up[1] > up[0]:
            box = Box(across[0], up[0], across[1], up[1])
    turned = number(inherited(page, "/Rotate")) or 0
    unit = number(entry(page, "/UserUnit")) or 1.0
    frame = _Frame(box, max(unit, 0.01), round(turned / 90) % 4, dpi)
    coarser = (_PAGE_PIXELS / frame.pixels) ** 0.5 if frame.pixels > _PAGE_PIXELS else 1.0
    return _Frame(box, frame.unit, frame.quarters, dpi * coarser)


def _check_size(frame: _Frame, shape: tuple[int, int]) -> None:
    """Refuse plates of another size than the page: they would be read at the wrong places."""
    scale = frame.unit * frame.dpi / 72
    rows = (frame.box.top - frame.box.bottom) * scale
    columns = (frame.box.right - frame.box.left) * scale
    if abs(shape[0] - rows) > 2 or abs(shape[1] - columns) > 2:
        raise ValueError(
            f"the plates have {shape[1]} × {shape[0]} pixels, the page {columns:.0f} × {rows:.0f}"
        )


def _pixels(file: Path) -> Plate:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is ours
        with Image.open(file) as image:
            return np.asarray(image)


def _upright(pixels: Plate, quarters: int) -> Plate:
    """Undo the turn of a page, which /Rotate counts clockwise."""
    return np.ascontiguousarray(np.rot90(pixels, quarters))


def _press_profile(pdf: pikepdf.Pdf) -> bytes:
    """Return the CMYK profile of the output intent; empty where there is none that works."""
    for intent in items(entry(pdf.Root, "/OutputIntents"))[:_INTENT_LIMIT]:
        try:
            profile = stream_bytes(entry(intent, "/DestOutputProfile"), _PROFILE_LIMIT)
        except BROKEN:
            continue
        if profile[16:20] == b"CMYK" and _works(profile):
            return profile
    return b""


def _works(profile: bytes) -> bool:
    """Whether a profile is whole and converts both ways.

    With one that does not, Ghostscript 10.00 draws empty plates and says nothing.
    """
    tags = int.from_bytes(profile[128:132], "big")
    ends = [
        int.from_bytes(profile[at + 4 : at + 8], "big")
        + int.from_bytes(profile[at + 8 : at + 12], "big")
        for at in range(132, 132 + 12 * min(tags, 200), 12)
    ]
    if not ends or max(ends) > len(profile):
        return False
    try:
        press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        ImageCms.buildTransform(press, screen, "CMYK", "RGB")
        ImageCms.buildTransform(screen, press, "RGB", "CMYK")
    except (OSError, ImageCms.PyCMSError):
        return False
    return True
