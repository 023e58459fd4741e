"""`publish proof` on pages whose answers are known; Ghostscript draws, LittleCMS is the judge."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import math
import os
import shutil
import struct
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

_MAKER = Path(__file__).resolve().parents[1] / "unit" / "proof" / "print_files.py"
_SPEC = importlib.util.spec_from_file_location("proof_print_files", _MAKER)
make = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = make
_SPEC.loader.exec_module(make)

ink, square, spot = make.ink, make.square, make.spot
#: Pixels of a millimetre at the resolution that the tests ask for.
DPI = 100
PIXELS = DPI / 25.4
SLUG = 12.0
SIDE = 80.0

#: A cyan field with white that overprints, black that overprints, black that knocks out, a spot on
#: it, and two fields that are multiplied: 310 and 220 % are cut at solid plates.
PAGE = b"".join(
    [
        ink(100, 0, 0, 0) + square(0, 0, 80),
        make.OVERPRINT + ink(0, 0, 0, 0) + square(5, 5, 10),
        ink(0, 0, 0, 100) + square(20, 5, 10),
        make.KNOCKOUT + ink(0, 0, 0, 100) + square(35, 5, 10),
        ink(0, 0, 0, 0) + square(50, 5, 10),
        make.OVERPRINT + spot(50) + square(5, 30, 10),
        make.KNOCKOUT + spot(100) + square(20, 30, 10),
        ink(80, 80, 75, 75) + square(40, 30, 12),
        b"/Times gs " + ink(50, 60, 50, 60) + square(40, 30, 12),
    ]
)
#: Middle of each field in millimetres from the lower left corner, and its true inks in percent.
FIELDS = {
    "cyan": ((70, 70), (100, 0, 0, 0)),
    "white that overprints": ((10, 10), (100, 0, 0, 0)),
    "black that overprints": ((25, 10), (100, 0, 0, 100)),
    "black that knocks out": ((40, 10), (0, 0, 0, 100)),
    "white that knocks out": ((55, 10), (0, 0, 0, 0)),
    "multiplied": ((46, 36), (90, 92, 87.5, 90)),
}


@pytest.fixture(autouse=True)
def _needs_ghostscript(request):
    if "no_ghostscript" in request.keywords or shutil.which("gs"):
        return
    reason = "Ghostscript is not here"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A proof of the page, and where it lies."""
    return proof_of(tmp_path_factory.mktemp("proof"), make.print_file(PAGE))


def proof_of(folder, content, *options):
    """Make a proof in this process, which is faster than in another."""
    from publish.cli.app import run

    (folder / "job.pdf").write_bytes(content)
    assert run(["proof", str(folder / "job.pdf"), "--dpi", str(DPI), *options]) == 0
    return folder / "job.proof"


def at(picture, place):
    """Return the pixel at a place in millimetres from the lower left corner of the trim."""
    x, y = (SLUG + place[0]) * PIXELS, (SLUG + SIDE - place[1]) * PIXELS
    return picture.getpixel((round(x), round(y)))


def lab(colour, mode="RGB", profile=None, intent=1):
    """Return a colour in CIE Lab, by LittleCMS."""
    source = ImageCms.createProfile("sRGB") if profile is None else profile
    picture = Image.new(mode, (1, 1), colour)
    target = ImageCms.createProfile("LAB")
    change = ImageCms.buildTransform(source, target, mode, "LAB", intent)
    lightness, a, b = ImageCms.applyTransform(picture, change).getpixel((0, 0))
    return lightness / 2.55, a - 256 * (a > 127), b - 256 * (b > 127)


def far(one, other):
    return math.dist(one, other)


def known(cmyk, *, paper=True):
    """Return what LittleCMS shows of inks in percent, as sRGB."""
    profile = ImageCms.ImageCmsProfile(BytesIO(make.COATED.profile.read_bytes()))
    intent = ImageCms.Intent.ABSOLUTE_COLORIMETRIC if paper else 1
    flags = ImageCms.Flags.NONE if paper else ImageCms.Flags.BLACKPOINTCOMPENSATION
    change = ImageCms.buildTransform(
        profile, ImageCms.createProfile("sRGB"), "CMYK", "RGB", intent, flags
    )
    bytes_of = tuple(round(part * 2.55) for part in cmyk)
    return ImageCms.applyTransform(Image.new("CMYK", (1, 1), bytes_of), change).getpixel((0, 0))


@pytest.mark.parametrize("field", FIELDS)
def test_composite_shows_what_the_press_prints(made, field):
    place, cmyk = FIELDS[field]
    with Image.open(made / "page-001-composite.png") as picture:
        shown = at(picture.convert("RGB"), place)
    assert far(lab(shown), lab(known(cmyk))) < 3


def test_white_paper_on_demand(tmp_path):
    made = proof_of(tmp_path, make.print_file(PAGE), "--no-paper")
    with Image.open(made / "page-001-composite.png") as picture:
        assert at(picture.convert("RGB"), (55, 10)) == (255, 255, 255)


def test_every_ink_has_a_plate_in_grey_and_in_its_colour(made):
    names = {path.name for path in made.glob("page-001-plate-*.png")}
    inks = ["1-cyan", "2-magenta", "3-yellow", "4-black", "5-pantone-2945-c"]
    assert names == {f"page-001-plate-{one}{end}.png" for one in inks for end in ("", "-colour")}


def test_plates_hold_the_ink_that_was_asked_for(made):
    def tint(plate, place):
        with Image.open(made / f"page-001-plate-{plate}.png") as picture:
            return (255 - at(picture, place)) / 2.55

    assert tint("5-pantone-2945-c", (10, 35)) == pytest.approx(50, abs=1)
    assert tint("1-cyan", (10, 35)) == pytest.approx(100, abs=1)  # the spot overprints
    assert tint("1-cyan", (25, 35)) == pytest.approx(0, abs=1)  # the spot knocks out
    assert tint("1-cyan", (10, 10)) == pytest.approx(100, abs=1)  # the white vanished


def test_a_spot_ink_has_the_colour_that_stands_for_it(made):
    with Image.open(made / "page-001-plate-5-pantone-2945-c-colour.png") as picture:
        shown = at(picture.convert("RGB"), (25, 35))
    stands_for = [part * 100 for part in make.STANDS_FOR]
    assert far(lab(shown), lab(known(stands_for))) < 3


def test_most_ink_is_found_where_it_is(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    told = json.loads(run("proof", "job.pdf", "--json").stdout)["proof"]
    (page,) = told["pages"]
    assert page["highest_ink"] == pytest.approx(90 + 92 + 87.5 + 90, abs=1)
    assert page["over_limit"] is True
    assert page["highest_at"] == pytest.approx([46, 80 - 36], abs=1)
    assert page["plates"]["Cyan"] > 90
    assert told["condition"] == "FOGRA39"
    assert told["assumed"] is False


def test_pictures_are_marked_as_srgb_and_say_what_they_are(made):
    for path in made.glob("*.png"):
        kinds = chunks(path.read_bytes())
        assert kinds[0] == "IHDR"
        assert "sRGB" in kinds[: kinds.index("IDAT")]
        assert "tIME" not in kinds
        with Image.open(path) as picture:
            picture.load()
            assert picture.height > 120  # the caption is below


def chunks(png):
    kinds, place = [], 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        kinds.append(png[place + 4 : place + 8].decode())
        place += 12 + length
    return kinds


def test_two_runs_give_the_same_bytes(made, run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    assert run("proof", "job.pdf", "--dpi", DPI).returncode == 0
    assert hashes(tmp_path / "job.proof") == hashes(made)


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_boxes_lie_where_they_are_also_on_a_turned_page(tmp_path):
    content = ink(0, 100, 0, 0) + square(0, 70, 10)
    made = proof_of(tmp_path, make.print_file(content, rotate=90))
    with Image.open(made / "page-001-composite.png") as picture:
        # Turned clockwise: the upper left corner of the page comes to the upper right.
        assert far(lab(at(picture.convert("RGB"), (75, 75))), lab(known((0, 100, 0, 0)))) < 3


def test_pages_are_chosen(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE, b"", PAGE, b""))
    done = run("proof", "job.pdf", "--pages", "1,3-4", "--dpi", "50", "-o", "out")
    assert done.returncode == 0
    composites = sorted(path.name for path in (tmp_path / "out/job.proof").glob("*-composite.png"))
    assert composites == [f"page-{number:03}-composite.png" for number in (1, 3, 4)]
    assert "page-002" not in (tmp_path / "out/job.proof/index.html").read_text("utf-8")


def test_one_page_holds_all_pictures(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    assert run("proof", "job.pdf", "--single", "--dpi", "40").returncode == 0
    page = (tmp_path / "job.proof.html").read_text("utf-8")
    assert 'src="data:image/png;base64,' in page
    assert ".png" not in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job.pdf", "job.proof.html"]


def test_page_speaks_the_language_of_its_reader(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    assert run("proof", "job.pdf", "--language", "ar", "--dpi", "40").returncode == 0
    page = (tmp_path / "job.proof/index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "بروفة الطباعة" in page


def test_a_file_without_profile_is_refused_until_one_is_assumed(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE, with_intent=False))
    refused = run("proof", "job.pdf")
    assert refused.returncode == 1
    assert "no profile in the file" in refused.stderr
    assert "--condition coated" in refused.stderr
    assert not (tmp_path / "job.proof").exists()
    assumed = run("proof", "job.pdf", "--condition", "uncoated", "--dpi", "40", "--json")
    told = json.loads(assumed.stdout)["proof"]
    assert (told["condition"], told["assumed"]) == ("FOGRA47", True)
    page = (tmp_path / "job.proof/index.html").read_text("utf-8")
    assert "The condition is assumed: \u2068FOGRA47" in page


def test_a_profile_of_the_shop_can_be_assumed(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE, with_intent=False))
    shutil.copy(make.COATED.profile, tmp_path / "shop.icc")
    done = run("proof", "job.pdf", "--condition", "shop.icc", "--dpi", "40")
    assert done.returncode == 0
    assert "shop (assumed)" in done.stdout


def test_colours_of_screens_are_told(run, tmp_path):
    screen = b"1 0 0 rg " + square(10, 10, 10)
    (tmp_path / "job.pdf").write_bytes(make.print_file(b"", screen))
    done = run("proof", "job.pdf", "--dpi", "40", "--json")
    assert json.loads(done.stdout)["proof"]["screen_colours"] == [2]
    assert "Colours of screens" in (tmp_path / "job.proof/index.html").read_text("utf-8")


def screen_profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def locked():
    with pikepdf.open(BytesIO(make.print_file(PAGE))) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
        return out.getvalue()


#: What an editor may be sent, with what is said about it.
BROKEN = {
    "no PDF": (lambda: b"hello", "cannot be read as a PDF"),
    "empty": (lambda: b"", "cannot be read as a PDF"),
    "cut off": (lambda: make.print_file(PAGE)[:900], "PDF"),
    "locked": (locked, "password"),
    "profile of screens": (lambda: make.print_file(PAGE, profile=screen_profile()), "screens"),
    "profile cut off": (
        lambda: make.print_file(PAGE, profile=make.COATED.profile.read_bytes()[:5000]),
        "cut off",
    ),
    "profile of nothing": (lambda: make.print_file(PAGE, profile=b"x" * 900), "no ICC profile"),
    "too large": (lambda: make.print_file(b"", MediaBox=[0, 0, 4e6, 4e6]), "too large"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_refused_in_words_and_leaves_nothing(run, tmp_path, kind):
    content, said = BROKEN[kind]
    (tmp_path / "job.pdf").write_bytes(content())
    done = run("proof", "job.pdf")
    assert done.returncode == 1, done.stderr
    assert said in done.stderr
    assert "hint" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["job.pdf"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--pages", "0"], "1-3,7"),
        (["--pages", "3-1"], "1-3,7"),
        (["--pages", "9"], "no page 9"),
        (["--pages", "1-99999999999999999999"], "1-3,7"),
        (["--dpi", "1000"], "between 36 and 300"),
        (["--condition", "glossy"], "coated and uncoated"),
        (["--condition", "none.icc"], "cannot be read"),
        (["--language", "xx"], "known are: ar, en"),
        (["--language", "../en"], "known are: ar, en"),
        (["--limits", "glossy"], "sheetfed-coated"),
    ],
)
def test_a_wrong_call_says_what_is_right(run, tmp_path, options, said):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    done = run("proof", "job.pdf", *options)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["job.pdf"]


def test_what_is_no_proof_is_left_alone(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    (tmp_path / "job.proof").mkdir()
    (tmp_path / "job.proof/mine.txt").write_text("mine")
    done = run("proof", "job.pdf")
    assert done.returncode == 2
    assert "left alone" in done.stderr
    assert (tmp_path / "job.proof/mine.txt").read_text() == "mine"


def test_an_earlier_proof_is_replaced_as_a_whole(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE, PAGE))
    assert run("proof", "job.pdf", "--dpi", "40").returncode == 0
    assert run("proof", "job.pdf", "--dpi", "40", "--pages", "1").returncode == 0
    assert not [*(tmp_path / "job.proof").glob("page-002*")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job.pdf", "job.proof"]


def test_a_file_that_is_not_there_is_named(run):
    done = run("proof", "missing.pdf")
    assert done.returncode == 4
    assert "missing.pdf" in done.stderr


def test_a_machine_without_ghostscript_is_told_what_to_type(run, tmp_path):
    (tmp_path / "job.pdf").write_bytes(make.print_file(PAGE))
    done = run("proof", "job.pdf", PATH="")
    assert done.returncode == 3
    assert "ghostscript" in done.stderr.lower()
    assert "hint type: " in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["job.pdf"]
