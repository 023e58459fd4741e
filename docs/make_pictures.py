"""Draw the pages that README.md and the guides to printing show, from `examples/`.

Usage: `python docs/make_pictures.py`, at the top of the checkout. Needs pdftoppm (poppler), and
Ghostscript and Chromium for the press.
The pictures are not compared by any test: another version of these programs draws other pixels.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from publish import read
from publish.editions import accessible
from publish.model import House
from publish.standards import PROFILES

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "docs" / "pictures"

#: Picture by the text whose first page it shows.
PICTURES = {
    "retour-des-familles.fr.md": "statement.png",
    "qui-nous-sommes.fr.md": "organisation.png",
}
#: A text with a band that runs over the edge and a spot ink, and pictures of it for the press.
PRESS = "band/works/night-clinics/statement.en.md"
PRINT_PAGE, PROOF = "print-page.png", "proof.png"
WINDOW = (1280, 1040)  # pixels of the browser
WIDTH = 720  # of both pictures; their small patches of colour need all colours

RESOLUTION = 84  # dots per inch: 694 pixels for the width of A4
COLOURS = 128


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for text, picture in PICTURES.items():
        (work,) = read.works([TOP / "examples" / text]).works
        pdf = accessible(work, House(), PROFILES["ua-1"]).content
        _save(_small(_first_page(pdf)), picture)
    with tempfile.TemporaryDirectory() as folder:
        file = _print_file(Path(folder))
        _save(_framed(_narrow(_as_printed(file))), PRINT_PAGE)
        _save(_framed(_narrow(_proof(file))), PROOF)


def _save(image: Image.Image, picture: str) -> None:
    file = FOLDER / picture
    image.save(file, optimize=True)
    print(f"{file.relative_to(TOP)}: {file.stat().st_size // 1000} kB")


def _first_page(pdf: bytes) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page"
        (Path(folder) / "file.pdf").write_bytes(pdf)
        subprocess.run(
            ["pdftoppm", "-singlefile", "-png", "-r", str(RESOLUTION), f"{folder}/file.pdf", page],
            check=True,
        )
        return Image.open(io.BytesIO(page.with_suffix(".png").read_bytes()))


def _print_file(folder: Path) -> Path:
    """Make the print edition and its proof."""
    publish = [sys.executable, "-m", "publish"]
    text = TOP / "examples" / PRESS
    subprocess.run([*publish, "build", text, "-o", folder, "--edition", "print"], check=True)
    (file,) = folder.rglob("*.print.pdf")
    subprocess.run([*publish, "proof", file], check=True)
    return file


def _as_printed(file: Path) -> Image.Image:
    """Draw the first page as the press prints it, with the marks around it."""
    page = file.with_suffix(".png")
    smooth = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
    options = ["-sDEVICE=png16m", "-dOverprint=/simulate", f"-r{3 * RESOLUTION}", "-dLastPage=1"]
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", *smooth, *options]
    subprocess.run([*command, f"-sOutputFile={page}", file], check=True)
    return Image.open(page).convert("RGB")


def _proof(file: Path) -> Image.Image:
    """Draw the top of the page of the proof as a browser shows it."""
    page, picture = file.with_suffix(".proof") / "index.html", file.with_suffix(".screen.png")
    browser = shutil.which("chromium") or "google-chrome"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    own = f"--user-data-dir={file.parent / 'browser'}"
    # A window shows no picture that has not arrived, and waits for those that are not put off.
    html = page.read_text(encoding="utf-8")
    html = html.replace('loading="lazy"', "").replace("<img ", '<img decoding="sync" ')
    page.write_text(html, encoding="utf-8")
    window = [f"--window-size={WINDOW[0]},{WINDOW[1]}", "--virtual-time-budget=5000"]
    command = [browser, *flags, own, *window, f"--screenshot={picture}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    return Image.open(picture).convert("RGB")


def _narrow(image: Image.Image) -> Image.Image:
    size = (WIDTH, round(image.height * WIDTH / image.width))
    return image.resize(size, Image.Resampling.LANCZOS)


def _framed(page: Image.Image) -> Image.Image:
    framed = Image.new("RGB", (page.width + 2, page.height + 2), "#b0b0b0")
    framed.paste(page, (1, 1))
    return framed


def _small(page: Image.Image) -> Image.Image:
    """Give the page a grey edge, and few colours, which text does not need."""
    return _framed(page).quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
