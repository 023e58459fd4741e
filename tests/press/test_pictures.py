"""Pictures on the plates of the press: each kind of file, held against LittleCMS and its source.

One page holds a picture of each kind, pixel on pixel: 144 pixels per inch on paper, and as many
drawn by Ghostscript's separation device and by poppler.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import tinyhtml5
from PIL import Image, ImageCms

from publish import render, structure
from publish.finish.press.ready import press_ready
from publish.finish.press.separator import Separator
from publish.model import Composed, Metadata, Source
from publish.model.press import Press
from publish.pictures import profile as profiles
from publish.standards import PROFILES
from tests.press.screen_and_plates import needs_ghostscript

DPI = 144
WIDTH, HEIGHT = 160, 96

#: Slug and bleed of half inches, so that pixels stay on pixels.
PRESS = Press(slug=12.7, bleed=3.175, marks=False)
COATED = PRESS.condition.profile.read_bytes()
UNCOATED = PRESS.condition.profile.with_name("FOGRA47L_uncoated.icc").read_bytes()
WIDE = profiles.stated(1 / 2.2, (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06), "RGB")
SRGB = profiles.srgb()

INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE


def profile(content):
    return ImageCms.ImageCmsProfile(io.BytesIO(content))


def soft():
    """A picture whose colours change slowly, and none of its four corners is like another."""
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH]
    parts = (
        60 + across * 150 // WIDTH,
        70 + down * 140 // HEIGHT,
        200 - (across + down) * 120 // 256,
    )
    return Image.fromarray(np.stack(parts, -1).astype(np.uint8))


def converted(image, source, target, mode):
    way = ImageCms.buildTransform(profile(source), profile(target), image.mode, mode, INTENT, FLAGS)
    return ImageCms.applyTransform(image, way)


def without_adobe(content):
    """Turn a JPEG of Adobe's way into one without the marker: with the ink the right way round."""
    start = content.index(b"\xff\xee")
    end = start + 2 + int.from_bytes(content[start + 2 : start + 4], "big")
    return content[:start] + content[end:]


def kinds():
    """Return name, content of the file, and what must stand on the plates."""

    def saved(image, kind, **how):
        file = io.BytesIO()
        image.save(file, kind, **how)
        return file.getvalue()

    rgb, best = soft(), {"quality": 100, "subsampling": 0}
    ink = converted(rgb, SRGB, COATED, "CMYK")
    other = converted(rgb, SRGB, UNCOATED, "CMYK")
    lab = converted(rgb, SRGB, profiles.lab(), "LAB")
    inverted = Image.frombytes("CMYK", ink.size, bytes(255 - value for value in ink.tobytes()))
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = rgb.transpose(Image.Transpose.ROTATE_90)

    yield "rgb.png", saved(rgb, "PNG"), ink
    yield "rgb.webp", saved(rgb, "WEBP", lossless=True), ink
    yield "rgb.jpg", saved(rgb, "JPEG", **best), ink
    yield "rgb.tif", saved(rgb, "TIFF", compression="tiff_lzw"), ink
    yield "turned.jpg", saved(turned, "JPEG", exif=exif.tobytes(), **best), ink
    yield "wide.png", saved(rgb, "PNG", icc_profile=WIDE), converted(rgb, WIDE, COATED, "CMYK")
    yield "lab.tif", saved(lab, "TIFF"), converted(lab, profiles.lab(), COATED, "CMYK")
    yield "ink.jpg", saved(ink, "JPEG", **best), ink
    yield "own.jpg", saved(ink, "JPEG", icc_profile=COATED, **best), ink
    yield "plain.jpg", without_adobe(saved(inverted, "JPEG", **best)), ink
    yield "ink.tif", saved(ink, "TIFF"), ink
    yield (
        "other.tif",
        saved(other, "TIFF", icc_profile=UNCOATED),
        converted(other, UNCOATED, COATED, "CMYK"),
    )
    yield (
        "flat.png",
        saved(rgb.quantize(30), "PNG"),
        converted(rgb.quantize(30).convert("RGB"), SRGB, COATED, "CMYK"),
    )


KINDS = {name: (content, expected) for name, content, expected in kinds()}
COLUMNS = 3


def placed(number):
    """Return where a picture stands on the page, in points from its upper left corner."""
    return 18 + (number % COLUMNS) * 90, 18 + (number // COLUMNS) * 54


class Sheet:
    def __init__(self, folder: Path, names, press=PRESS):
        images = "".join(
            f'<img src="{name}" alt="words" style="left:{left}pt;top:{above}pt">'
            for name, (left, above) in zip(names, map(placed, range(len(names))), strict=True)
        )
        html = f"<!doctype html><html lang=en><title>t</title><body><p>{images}</p></body></html>"
        css = (
            "@page{size:306pt 324pt;margin:0;bleed:9pt}"
            "img{position:absolute;width:80pt;height:48pt}p{margin:0}"
        )
        root = tinyhtml5.parse(html, namespace_html_elements=False)
        composed = Composed(root, (css,), Source(folder / "p.html", "p.html", "", folder))
        rendered = render.pages(composed, structure.plan(composed), PROFILES["ua-1"])
        assert rendered.faults == ()
        self.folder = folder
        self.pdf = folder / "p.pdf"
        self.pdf.write_bytes(press_ready(rendered, Metadata("t", "en"), press))

    def plates(self):
        """Return cyan, magenta, yellow and black of the trimmed page, 255 for full ink."""
        command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}"]
        subprocess.run([*command, f"-sOutputFile={self.folder}/p.tif", self.pdf], check=True)
        names = ("Cyan", "Magenta", "Yellow", "Black")
        plates = [Image.open(self.folder / f"p({name}).tif") for name in names]
        edge = 36 * DPI // 72
        return 255 - np.stack([np.asarray(plate) for plate in plates], -1)[edge:-edge, edge:-edge]

    def seen(self):
        """Return what poppler shows of the trimmed page."""
        command = ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", self.pdf, self.folder / "p"]
        subprocess.run(command, check=True)
        edge = 36 * DPI // 72
        image = Image.open(self.folder / "p.png").convert("RGB")
        return np.asarray(image)[edge:-edge, edge:-edge].astype(int)


def cut(page, number):
    left, above = (round(place * DPI / 72) for place in placed(number))
    return page[above : above + HEIGHT, left : left + WIDTH]


def lab_of(ink):
    image = (
        ink
        if isinstance(ink, Image.Image)
        else Image.frombytes("CMYK", ink.shape[1::-1], np.ascontiguousarray(ink).tobytes())
    )
    bands = converted(image, COATED, profiles.lab(), "LAB").split()
    return np.stack([np.asarray(band).astype(float) for band in bands], -1) / (2.55, 1, 1)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    for name, (content, _) in KINDS.items():
        (folder / name).write_bytes(content)
    return Sheet(folder, list(KINDS))


@pytest.fixture(scope="module")
def plates(sheet):
    return sheet.plates()


@needs_ghostscript
@pytest.mark.parametrize("name", KINDS)
def test_plates_are_what_littlecms_makes_of_the_source(plates, name):
    found = cut(plates, list(KINDS).index(name))
    distance = np.linalg.norm(lab_of(found) - lab_of(KINDS[name][1]), axis=-1)

    # One row and column at the edge may be shared with the paper.
    assert np.quantile(distance[1:-1, 1:-1], 0.999) < 3


@needs_ghostscript
@pytest.mark.parametrize("name", ["ink.jpg", "own.jpg", "plain.jpg", "ink.tif"])
def test_ink_of_this_press_is_not_touched(plates, name):
    found = cut(plates, list(KINDS).index(name)).astype(int)
    expected = np.asarray(KINDS[name][1]).astype(int)
    assert np.abs(found - expected)[1:-1, 1:-1].max() <= (0 if name == "ink.tif" else 3)


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
def test_poppler_sees_the_same_way_round(sheet):
    """It knows no profiles, but an inverted picture would be its own negative."""
    page = sheet.seen()
    first = cut(page, list(KINDS).index("ink.tif"))
    for name in ("ink.jpg", "own.jpg", "plain.jpg", "rgb.jpg", "rgb.png"):
        assert np.abs(cut(page, list(KINDS).index(name)) - first).mean() < 4


@needs_ghostscript
def test_grey_and_bits_are_black_ink_alone(tmp_path):
    grey = soft().convert("L")
    deep = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    grey.convert("RGB").save(tmp_path / "neutral.png")
    deep.save(tmp_path / "deep.png")
    grey.convert("1").save(tmp_path / "bits.png")
    grey.convert("1").save(tmp_path / "fax.tif", compression="group4")
    plates = Sheet(tmp_path, ["neutral.png", "deep.png", "bits.png", "fax.tif"]).plates()

    assert plates[..., :3].max() == 0
    neutral, deep_black = cut(plates, 0)[..., 3], cut(plates, 1)[..., 3]
    assert np.abs(neutral.astype(int) - deep_black).max() <= 2
    bits = 255 - np.asarray(grey.convert("1").convert("L"))
    for number in (2, 3):
        assert (cut(plates, number)[1:-1, 1:-1, 3] == bits[1:-1, 1:-1]).all()


@needs_ghostscript
def test_what_shines_through(tmp_path):
    """Half of a picture is clear, and a quarter half so."""
    image = soft()
    alpha = Image.new("L", image.size, 255)
    alpha.paste(0, (0, 0, WIDTH // 2, HEIGHT))
    image.putalpha(alpha)
    image.save(tmp_path / "clear.png")
    soft().quantize(8).save(tmp_path / "palette.png", transparency=0)
    plates = Sheet(tmp_path, ["clear.png", "palette.png"]).plates()

    clear = cut(plates, 0)
    assert clear[:, : WIDTH // 2 - 1].max() == 0
    expected = np.asarray(converted(soft(), SRGB, COATED, "CMYK"))
    distance = np.linalg.norm(lab_of(clear) - lab_of(Image.fromarray(expected, "CMYK")), axis=-1)
    assert np.quantile(distance[1:-1, WIDTH // 2 + 1 : -1], 0.999) < 3
    gone = np.asarray(soft().quantize(8)) == 0
    assert cut(plates, 1)[1:-1, 1:-1][gone[1:-1, 1:-1]].max() == 0


@needs_ghostscript
def test_what_is_half_clear_looks_on_paper_as_light_mixes_it(tmp_path):
    image = soft()
    steps = np.linspace(0, 255, WIDTH).astype(np.uint8)[None].repeat(HEIGHT, 0)
    alpha = Image.fromarray(steps)
    image.putalpha(alpha)
    image.save(tmp_path / "fading.png")
    Image.merge("LA", (Image.new("L", alpha.size), alpha)).save(tmp_path / "shadow.png")
    plates = Sheet(tmp_path, ["fading.png", "shadow.png"]).plates()

    white = Image.new("RGB", alpha.size, "white")
    white.paste(soft(), (0, 0), alpha)
    expected = lab_of(converted(white, SRGB, COATED, "CMYK"))
    inner = (slice(2, -2), slice(2, -2))
    assert np.quantile(np.linalg.norm(lab_of(cut(plates, 0)) - expected, axis=-1)[inner], 0.99) < 3
    shadow = cut(plates, 1)
    assert shadow[..., :3].max() == 0
    grey = Separator.of(Press()).grey(0.5)
    assert abs(shadow[HEIGHT // 2, WIDTH // 2, 3] / 255 - grey) < 0.03


def test_two_runs_give_the_same_bytes(tmp_path, sheet):
    from publish.finish.press.pictures import inks as picture_inks
    from publish.pictures import screen

    picture_inks._made.clear()
    screen._made.clear()
    for name, (content, _) in KINDS.items():
        (tmp_path / name).write_bytes(content)
    assert Sheet(tmp_path, list(KINDS)).pdf.read_bytes() == sheet.pdf.read_bytes()
