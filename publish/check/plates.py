"""What each printing plate of a page gets, as Ghostscript's separation device draws it.

A plate is an array of bytes with a row for each line of pixels, the uppermost first: 0 is bare
paper, 255 solid ink. Pages stand upright as in their own space (/Rotate is undone), and cover the
media box. Overprinting is done as on the press, and a spot ink has its own plate.

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
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
from PIL import Image, ImageCms

from publish.check.geometry import Box
from publish.check.ghostscript import (
    GhostscriptFailed,
    ghostscript,
    ghostscript_version,
    run_ghostscript,
)
from publish.check.ink_names import NO_SPOTS, PROCESS, ink_names, plain_names, rename_inks
from publish.check.objects import BROKEN, entry, items, number, numbers, stream_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Plate = NDArray[np.uint8]

#: Enough for the mean of squares of 15 mm², which are 11 pixels wide.
COARSE = 72.0
#: Needed to see whether ink stops at an edge: a pixel is 0.17 mm.
FINE = 150.0

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


class NotDrawn(Exception):
    """The plates of a page are not known; the message says why, in words for a print buyer."""


@dataclass(frozen=True, slots=True)
class PagePlates:
    """The plates of one page.

    Attributes:
        page: counted from 1.
        dpi: pixels per inch; less than asked for where the page is very large.
        box: the media box that the plates cover, in the space of the page.
        unit: size of a unit of that space in points (UserUnit).
        inks: by the name of the plate, process inks first; only those that get any ink.
        composite: cyan, magenta, yellow and black as last axis, with spot inks as the process
            inks that stand for them; only where it was asked for.
        shape: rows and columns.
    """

    page: int
    dpi: float
    box: Box
    unit: float
    inks: dict[str, Plate]
    shape: tuple[int, int]
    composite: Plate | None = None

    @property
    def scale(self) -> float:
        """Pixels for a unit of the space of the page."""
        return self.dpi / 72 * self.unit

    def total(self) -> NDArray[np.float32]:
        """Return the ink of all plates on each pixel, in percent of one solid plate."""
        summed = np.zeros(self.shape, np.uint32)
        for plate in self.inks.values():
            summed += plate
        return (summed / 2.55).astype(np.float32)

    def window(self, box: Box) -> tuple[slice, slice]:
        """Return rows and columns of the pixels that lie wholly or half inside a box."""
        rows, columns = self.shape
        top, bottom = (self.box.top - box.top, self.box.top - box.bottom)
        left, right = (box.left - self.box.left, box.right - self.box.left)
        return (
            slice(_within(top * self.scale, rows), _within(bottom * self.scale, rows)),
            slice(_within(left * self.scale, columns), _within(right * self.scale, columns)),
        )

    def place(self, row: float, column: float) -> tuple[float, float]:
        """Return where a pixel lies in the space of the page."""
        return self.box.left + column / self.scale, self.box.top - row / self.scale


def _within(value: float, most: int) -> int:
    return min(max(round(value), 0), most)


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
            yield page, f"the file cannot be opened: {str(error)[:120]}"
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
    corners = numbers(_inherited(page, "/MediaBox"))
    box = _DEFAULT_PAGE
    if len(corners) == 4:
        across, up = sorted(corners[::2]), sorted(corners[1::2])
        if across[1] > across[0] and up[1] > up[0]:
            box = Box(across[0], up[0], across[1], up[1])
    turned = number(_inherited(page, "/Rotate")) or 0
    unit = number(entry(page, "/UserUnit")) or 1.0
    frame = _Frame(box, max(unit, 0.01), round(turned / 90) % 4, dpi)
    coarser = (_PAGE_PIXELS / frame.pixels) ** 0.5 if frame.pixels > _PAGE_PIXELS else 1.0
    return _Frame(box, frame.unit, frame.quarters, dpi * coarser)


def _inherited(page: object, key: str) -> object:
    for _ in range(40):
        value = entry(page, key)
        if value is not None:
            return value
        page = entry(page, "/Parent")
        if page is None:
            break
    return None


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
