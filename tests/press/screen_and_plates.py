"""Draws a page for the screen and converts it, and makes comparable pictures of both."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
import tinyhtml5
from PIL import Image, ImageCms

from publish import render, structure
from publish.finish.press.colours.convert import convert_colours
from publish.model import Composed, Source
from publish.model.press import Press
from publish.resources import shipped
from publish.standards import PROFILES

SMALL = "@page { size: 80mm 60mm; margin: 5mm } body { margin: 0 }"

#: Where pictures are compared; no smoothing, so that an edge is where it is.
DPI = 100

needs_ghostscript = pytest.mark.skipif(
    not shutil.which("gs") and not os.environ.get("CI"),
    reason="Ghostscript is not installed",
)


def drawn(body: str, css: str = "", folder: Path = Path()) -> bytes:
    """Return a page as the render room draws it, in RGB."""
    html = f"<!doctype html><html lang=en><title>t</title><body>{body}</body></html>"
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    source = Source(folder / "page.html", "page.html", "", folder)
    composed = Composed(root, (SMALL, css), source)
    return render.pages(composed, structure.plan(composed), PROFILES["ua-1"]).pdf


def converted(pdf: bytes, press: Press | None = None) -> bytes:
    """Return a page in inks, without the tags that only a screen reader needs."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        for key in ("/StructTreeRoot", "/MarkInfo", "/OutputIntents"):
            if key in file.Root:
                del file.Root[key]
        convert_colours(file, press or Press())
        file.save(out, static_id=True)
    return out.getvalue()


def _painted(pdf: bytes, device: str, folder: Path) -> Image.Image:
    source, target = folder / "page.pdf", folder / f"page.{device}"
    source.write_bytes(pdf)
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{DPI}"]
    command += ["-dTextAlphaBits=1", "-dGraphicsAlphaBits=1", "-dLastPage=1"]
    subprocess.run([*command, f"-sOutputFile={target}", source], check=True, timeout=120)
    with Image.open(target) as picture:
        picture.load()
        return picture


def _links(press: Press):
    assert press.condition is not None
    screen = ImageCms.ImageCmsProfile(str(shipped("assets") / "profiles" / "sRGB2014.icc"))
    inks = ImageCms.ImageCmsProfile(str(press.condition.profile))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    relative, exact = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.NOOPTIMIZE
    black = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return (
        ImageCms.buildTransform(screen, inks, "RGB", "CMYK", relative, exact | black),
        ImageCms.buildTransform(inks, lab, "CMYK", "LAB", relative, exact),
    )


def lab(picture: Image.Image, press: Press) -> np.ndarray:
    """Return how a picture looks on the paper of a press, height × width × 3."""
    to_inks, to_lab = _links(press)
    if picture.mode == "RGB":
        picture = ImageCms.applyTransform(picture, to_inks)
    data = ImageCms.applyTransform(picture, to_lab).tobytes()
    steps = np.frombuffer(data, np.uint8).reshape(picture.height, picture.width, 3)
    return (steps ^ np.array([0, 128, 128], np.uint8)) / (2.55, 1, 1) - (0, 128, 128)


def inner(picture: np.ndarray) -> np.ndarray:
    """Return where a picture of three channels is smooth: no edge within two pixels."""
    steps = picture.astype(int)
    low, high = steps.copy(), steps.copy()
    for down in (-2, -1, 0, 1, 2):
        for right in (-2, -1, 0, 1, 2):
            moved = np.roll(steps, (down, right), (0, 1))
            low, high = np.minimum(low, moved), np.maximum(high, moved)
    return (high - low).max(axis=2) <= 24


class Compared:
    """The same page on a screen and on plates.

    Attributes:
        screen: height × width × 3, 0 to 255.
        plates: height × width × 4, 0 to 255.
        stray: ΔE of 1976 between the plates and what LittleCMS makes of the screen.
        smooth: where no edge is near.
        neutral: where the screen is black, grey or white, which is printed in black alone.
    """

    def __init__(self, pdf: bytes, folder: Path, press: Press | None = None, inks: bytes = b""):
        press = press or Press()
        screen = _painted(pdf, "png16m", folder).convert("RGB")
        plates = _painted(inks or converted(pdf, press), "tiff32nc", folder)
        assert plates.mode == "CMYK"
        self.screen = np.asarray(screen)
        self.plates = np.asarray(plates)
        self.stray = np.linalg.norm(lab(screen, press) - lab(plates, press), axis=2)
        self.smooth = inner(self.screen)
        spread = self.screen.max(axis=2).astype(int) - self.screen.min(axis=2)
        self.neutral = spread <= 3

    def worst(self, share: float = 0.999, neutral: bool = False) -> float:
        """Return the ΔE that so great a share of the smooth pixels stays below."""
        where = self.smooth & (self.neutral if neutral else ~self.neutral)
        return float(np.quantile(self.stray[where], share)) if where.any() else 0.0

    @property
    def moved(self) -> float:
        """Return the share of pixels with ink where the screen is white for a pixel around."""
        ink = self.plates.max(axis=2) > 20
        dark = self.screen.min(axis=2) < 250
        return max(
            _beyond(ink, dark), _beyond(self.screen.min(axis=2) < 230, self.plates.max(axis=2) > 0)
        )


def _beyond(these: np.ndarray, those: np.ndarray) -> float:
    near = np.zeros_like(those)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            near |= np.roll(those, (down, right), (0, 1))
    return float((these & ~near).mean())
