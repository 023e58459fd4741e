"""Draw the two pages that README.md shows, from `examples/`.

Usage: `python docs/make_pictures.py`, at the top of the checkout. Needs pdftoppm (poppler).
The pictures are not compared by any test: another version of pdftoppm draws other pixels.
"""

from __future__ import annotations

import io
import subprocess
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
RESOLUTION = 84  # dots per inch: 694 pixels for the width of A4
COLOURS = 128


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for text, picture in PICTURES.items():
        (work,) = read.works([TOP / "examples" / text]).works
        pdf = accessible(work, House(), PROFILES["ua-1"]).content
        file = FOLDER / picture
        _small(_first_page(pdf)).save(file, optimize=True)
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


def _small(page: Image.Image) -> Image.Image:
    """Give the page a grey edge, and few colours, which text does not need."""
    framed = Image.new("RGB", (page.width + 2, page.height + 2), "#b0b0b0")
    framed.paste(page, (1, 1))
    return framed.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
