"""Draw the contact sheet: pages for each number of signatories, language, brand, sheet and form.

Usage: `python docs/make_sheet.py [-o FOLDER] [SHEET ...]`, at the top of the checkout, for example
`python docs/make_sheet.py languages`; without a name, all sheets and their page are written. Needs
pdftoppm (poppler). With Chromium on the machine, web pages are drawn too; else they are left out,
and the page says so. The pictures are not compared by any test: another version of pdftoppm draws
other pixels.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from publish import read
from publish.editions import EDITIONS
from publish.standards import PROFILES

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "docs"))
import signatories  # noqa: E402  (beside this file, not in the package)

EXAMPLES = TOP / "examples"
FOLDER = TOP / "docs" / "sheet"
LABEL = TOP / "assets" / "fonts" / "source-sans-3" / "SourceSans3_400Regular.ttf"

RESOLUTION = 56  # dots per inch: 463 pixels for the width of A4
PAGE_WIDTH = 463  # of every page on a sheet, Letter and screens too, so that rows are even
QUALITY = 70  # of WebP: letters stay clear, and all sheets together small
GAP, CAPTION, EDGE = 18, 24, 28
GROUND, INK = "#8d9096", "#ffffff"

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")


@dataclass(frozen=True, slots=True)
class Shown:
    """Pages of one text in one edition.

    Attributes:
        caption: below each page, with the number of the page.
        text: path from the folder of the project.
        house: name out of `HOUSES`.
        edition: name out of `EDITIONS`.
        first, last: pages that are shown, counted from 1.
        width: of the window, in CSS pixels, for a web page.
    """

    caption: str
    text: str
    house: str = "rail"
    edition: str = "accessible"
    first: int = 1
    last: int = 99
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture.

    Attributes:
        alt: what is heard instead.
        columns: pages beside each other.
    """

    title: str
    alt: str
    columns: int
    shown: tuple[Shown, ...]


#: Values in `publish.toml` that differ from those of the examples.
HOUSES = {
    "rail": {},
    "rail, awaiting": {"languages": '["fr", "en", "es"]'},
    "rail, Letter": {"format": '"Letter"'},
    "band": {"brand": '"band"', "masthead": '"band"'},
    "band, Letter": {"brand": '"band"', "masthead": '"band"', "format": '"Letter"'},
}

SHARED = "works/school-records/statement.{}.md"
ABOUT = "works/oma/organisation.{}.md"
SIGNED = "works/signed/signed-{:02}.en.md"

SHEETS = {
    "signatories": Sheet(
        "As many as sign",
        "Pages of one statement with nine bodies and no person, then with 1, 2, 5, 7, 19, 48 and "
        "64 signatories: two columns with room for a hand, then closer lists of names.",
        6,
        tuple(
            Shown(
                f"{count or 'no'} signatories" if count != 1 else "1 signatory",
                SIGNED.format(count),
            )
            for count in signatories.COUNTS
        ),
    ),
    "languages": Sheet(
        "One statement in six languages",
        "All pages of the joint statement on school records in French, English, Spanish, "
        "Russian, Arabic and Chinese. The Arabic pages are mirrored: the rail is on the right.",
        6,
        tuple(Shown(language, SHARED.format(language)) for language in LANGUAGES),
    ),
    "organisation": Sheet(
        "One organisation in six languages",
        "All pages of the page Who we are: figures, chart, people with portraits, topics, "
        "accounts, history and documents, in six languages.",
        6,
        tuple(Shown(language, ABOUT.format(language)) for language in LANGUAGES),
    ),
    "band": Sheet(
        "The second brand, on A4 and US Letter",
        "The same works in the brand band: a masthead in solid colour, all sans. A statement in "
        "English, French and Arabic, an organisation page, and lists of 5, 19 and 64 signatories.",
        6,
        (
            Shown("band, Letter", SHARED.format("en"), "band, Letter"),
            Shown("band, Letter", ABOUT.format("en"), "band, Letter"),
            Shown("band, Letter", SIGNED.format(19), "band, Letter"),
            Shown("band, A4, fr", SHARED.format("fr"), "band"),
            Shown("band, A4, ar", SHARED.format("ar"), "band"),
            Shown("band, A4, zh", SHARED.format("zh"), "band"),
            Shown("band, A4, 5", SIGNED.format(5), "band"),
            Shown("band, A4, 64", SIGNED.format(64), "band"),
            Shown("rail, Letter", SHARED.format("en"), "rail, Letter"),
            Shown("rail, Letter", ABOUT.format("en"), "rail, Letter"),
        ),
    ),
    "lengths": Sheet(
        "From one page to a framework with annexes",
        "A statement of one page in French and English, an appeal of nine bodies without a "
        "person, and a long text with cover, contents, an annex across a landscape page and one "
        "in French.",
        6,
        (
            Shown("one page, fr", "works/marsal-bridge/statement.fr.md"),
            Shown("one page, en", "works/marsal-bridge/statement.en.md"),
            Shown("bodies only", "works/seed-convoys/statement.fr.md", "rail, awaiting"),
            Shown("cover, contents, annexes", "works/winter-shelter/statement.en.md"),
            Shown("table, figure, notes", "school-meals.en.md"),
        ),
    ),
    "forms": Sheet(
        "Large print and web pages",
        "Large print pages of the statement in French and Arabic and of the organisation page in "
        "English; then web pages as a phone and a wide screen show them.",
        6,
        (
            Shown("large print, fr", SHARED.format("fr"), edition="large-print"),
            Shown("large print, ar", SHARED.format("ar"), edition="large-print", last=3),
            Shown("large print, en", ABOUT.format("en"), edition="large-print", last=4),
            Shown("web, phone, fr", SHARED.format("fr"), edition="html", width=390),
            Shown("web, phone, ar", SHARED.format("ar"), edition="html", width=390),
            Shown("web, phone, en", ABOUT.format("en"), edition="html", width=390),
            Shown("web, wide, zh", SHARED.format("zh"), edition="html", width=1200),
            Shown("web, wide, en", ABOUT.format("en"), edition="html", width=1200),
            Shown("web, band, en", SHARED.format("en"), "band", edition="html", width=1200),
        ),
    ),
}


def main(arguments: list[str] | None = None) -> None:
    """Write the sheets that are asked for, and with all of them the page that shows them."""
    parser = argparse.ArgumentParser(description="Draw the contact sheet.")
    parser.add_argument("sheet", nargs="*", choices=[[], *SHEETS], metavar="SHEET")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, metavar="FOLDER")
    asked = parser.parse_args(arguments)
    asked.output.mkdir(parents=True, exist_ok=True)
    for name in asked.sheet or SHEETS:
        picture = asked.output / f"{name}.webp"
        draw(SHEETS[name]).save(picture, quality=QUALITY, method=6)
        print(f"{picture.name}: {picture.stat().st_size // 1000} kB")
    if not asked.sheet:
        (asked.output / "README.md").write_text(page(), encoding="utf-8")


def draw(sheet: Sheet) -> Image.Image:
    """Return a sheet: rows of pages with captions on grey ground."""
    # Processes, not threads: Pango keeps no order between threads.
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor() as hands:
        projects = {name: project(Path(folder) / name, name) for name in _houses(sheet)}
        folders = [projects[shown.house] for shown in sheet.shown]
        scratches = [Path(folder) / f"pages-{number}" for number in range(len(folders))]
        drawn = hands.map(pages, sheet.shown, folders, scratches)
        found = [
            (f"{shown.caption}, {number}" if len(images) > 1 else shown.caption, image)
            for shown, images in zip(sheet.shown, drawn, strict=True)
            for number, image in enumerate(images, shown.first)
        ]
    return _in_rows(found, sheet.columns)


def project(folder: Path, name: str) -> Path:
    """Copy the examples into a project with the settings of a house, and let many sign there."""
    shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns("band", "output"))
    settings = folder / "publish.toml"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    for key, value in HOUSES[name].items():
        text, found = re.subn(
            rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE
        )
        if not found:
            sys.exit(f"examples/publish.toml has no line {key} = …")
    settings.write_text(text, encoding="utf-8")
    for count in signatories.COUNTS:
        signed = folder / SIGNED.format(count)
        signed.parent.mkdir(parents=True, exist_ok=True)
        signed.write_text(signatories.statement(count), encoding="utf-8")
    return folder


def pages(shown: Shown, folder: Path, scratch: Path) -> list[Image.Image]:
    """Return the pages that are shown; none where this machine cannot draw them."""
    reading = read.works([folder / shown.text])
    house, faults = read.house(folder)
    stops = [fault for fault in (*reading.faults, *faults) if fault.severity.name == "FAULT"]
    if stops:
        sys.exit("\n".join(str(fault) for fault in stops))
    edition = EDITIONS[shown.edition](reading.works[0], house, PROFILES["ua-1"])
    scratch.mkdir()
    if shown.edition == "html":
        return _screen(edition.content, shown.width, scratch)
    (scratch / "file.pdf").write_bytes(edition.content)
    limits = ["-f", str(shown.first), "-l", str(shown.last)]
    command = ["pdftoppm", "-png", "-r", str(RESOLUTION), *limits, scratch / "file.pdf"]
    subprocess.run([*command, scratch / "page"], check=True)
    return [_as_wide(Image.open(page)) for page in sorted(scratch.glob("page*.png"))]


def chromium() -> str | None:
    """Return the browser of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next(filter(None, map(shutil.which, names)), None)


def _screen(html: bytes, width: int, scratch: Path) -> list[Image.Image]:
    browser = chromium()
    if browser is None:
        return []
    page, picture = scratch / "page.html", scratch / "screen.png"
    page.write_bytes(html)
    # Two screens of a phone, or one of a desk, in the proportion of the pages beside it. Headless
    # windows are never narrower than 500 pixels, so a phone is a frame inside of one.
    height = round(width * 297 / 210)
    frame = scratch / "frame.html"
    frame.write_text(
        f'<body style="margin:0"><iframe src="page.html" style="border:0;width:{width}px;'
        f'height:{height}px"></iframe>',
        encoding="utf-8",
    )
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    window = [f"--window-size={max(width, 600)},{height}", f"--screenshot={picture}"]
    own = f"--user-data-dir={scratch / 'profile'}"
    subprocess.run([browser, *flags, own, *window, frame.as_uri()], check=True, capture_output=True)
    return [_as_wide(Image.open(picture).convert("RGB").crop((0, 0, width, height)))]


def _as_wide(image: Image.Image) -> Image.Image:
    """Return a page as wide as all others, so that rows are even."""
    size = (PAGE_WIDTH, round(image.height * PAGE_WIDTH / image.width))
    return image.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _in_rows(found: list[tuple[str, Image.Image]], columns: int) -> Image.Image:
    rows = [found[start : start + columns] for start in range(0, len(found), columns)]
    heights = [max(image.height for _, image in row) for row in rows]
    width = columns * (PAGE_WIDTH + GAP) - GAP + 2 * EDGE
    height = sum(heights) + len(rows) * (CAPTION + GAP) - GAP + 2 * EDGE
    sheet = Image.new("RGB", (width, height), GROUND)
    pen, face = ImageDraw.Draw(sheet), ImageFont.truetype(str(LABEL), 17)
    top = EDGE
    for row, high in zip(rows, heights, strict=True):
        for column, (caption, image) in enumerate(row):
            left = EDGE + column * (PAGE_WIDTH + GAP)
            sheet.paste(image, (left, top))
            pen.text((left, top + image.height + 3), caption, INK, font=face)
        top += high + CAPTION + GAP
    return sheet


def _houses(sheet: Sheet) -> list[str]:
    return sorted({shown.house for shown in sheet.shown})


def page() -> str:
    """Return README.md of the sheets."""
    parts = [
        "# Contact sheet\n",
        "Pages of [the examples](../../examples/README.md) beside each other, drawn by "
        "`python docs/make_sheet.py`.\n",
    ]
    if chromium() is None:
        parts.append("Web pages are left out: no Chromium was found when this was drawn.\n")
    for name, sheet in SHEETS.items():
        parts += [f"## {sheet.title}\n", f"![{sheet.alt}]({name}.webp)\n"]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
