"""Booklets read back from their imposed sheets: words, their order, and where they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from publish import compose, finish, read, render, structure
from publish.impose import Job, impose
from publish.model.form import Form
from publish.model.press import Press
from publish.standards import PROFILES

TEXTS = {
    "ar": (
        "الماء في القرية",
        "يجري الماء كل صباح من البئر إلى المدرسة ثم إلى البيوت القريبة. وفي المساء يعود الأطفال "
        "ومعهم الدفاتر والأقلام، ويجلس الجد تحت الشجرة ويحكي لهم عن أول نهر عرفه.",
    ),
    "en": (
        "Water in the village",
        "Every morning the water runs from the well to the school and then to the houses. In the "
        "evening the children come home with their books, and an old man tells of a river.",
    ),
}

#: A6, with colour that bleeds and gradients, which would stay behind if pages were only shifted.
STYLE = """
@page { size: 105mm 148mm; margin: 14mm 12mm 20mm; bleed: 3mm }
@page :first { background: #0055aa }
@page { @bottom-left { content: none } @bottom-right { content: none } }
h2 { background: linear-gradient(to right, #0055aa, #ffcc00); padding: 1mm; break-before: page }
body { font-size: 9pt }
"""

WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


@pytest.fixture(scope="session")
def booklet(tmp_path_factory):
    """The function that makes a print file of at least eight pages in a language."""
    folder = tmp_path_factory.mktemp("booklets")
    made = {}

    def make(language: str) -> bytes:
        if language not in made:
            made[language] = _printed(folder, language)
        return made[language]

    return make


def _printed(folder: Path, language: str) -> bytes:
    title, words = TEXTS[language]
    parts = "\n\n".join(f"## {title} {n}\n\n{words} {n}" for n in range(1, 8))
    text = folder / f"village.{language}.md"
    head = f'kind = "page"\nlang = "{language}"\ntitle = "{title}"\n'
    text.write_text(f"+++\n{head}+++\n\n{parts}\n", encoding="utf-8")
    reading = read.works([text])
    assert not reading.stops, reading.faults
    (work,) = reading.works
    house, _ = read.house(folder)
    composed = compose.fill(work, house, form=Form.PAPER)
    composed = replace(composed, stylesheets=(*composed.stylesheets, STYLE))
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, PROFILES["ua-1"])
    assert rendered.page_count >= 8
    return finish.press_ready(rendered, work.metadata, Press())


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        assert not os.environ.get("CI"), f"{name} is missing"
        pytest.skip(f"{name} is not installed")
    return found


Word = tuple[str, float, float]


def words_of(pdf: bytes, folder: Path, boxes: list[list[tuple[float, ...]]]) -> list[list[Word]]:
    """Return the words inside each box of each page, with their place from its corner.

    Args:
        pdf: the file.
        folder: for files.
        boxes: of each page, in points from its lower left corner.
    """
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(
        [tool("pdftotext"), "-bbox", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    found = []
    for page, within in zip(said.split("<page ")[1:], boxes, strict=True):
        height = float(re.search(r'height="([\d.]+)"', page)[1])  # type: ignore[index]
        words = [(*map(float, one.groups()[:4]), one[5]) for one in WORD.finditer(page)]
        for x0, y0, x1, y1 in within:
            found.append(
                [
                    (text, left - x0, height - high - y0)
                    for left, low, right, high, text in words
                    if x0 <= (left + right) / 2 <= x1 and y0 <= height - (low + high) / 2 <= y1
                ]
            )
    return found


def same(one: list[Word], other: list[Word]) -> bool:
    """Whether two pages have the same words at the same places, to half a point."""
    left = [*other]
    for text, x, y in one:
        match = (w for w in left if w[0] == text and abs(w[1] - x) < 0.5 and abs(w[2] - y) < 0.5)
        if (met := next(match, None)) is None:
            return False
        left.remove(met)
    return not left


def trims(pdf: bytes) -> list[list[tuple[float, ...]]]:
    from io import BytesIO

    with pikepdf.open(BytesIO(pdf)) as opened:
        return [[tuple(float(v) for v in page.obj.TrimBox)] for page in opened.pages]


def halves(pdf: bytes) -> list[list[tuple[float, ...]]]:
    """Return left and right half of each sheet, as a fold in its middle parts it."""
    found = []
    for ((x0, y0, x1, y1),) in trims(pdf):
        middle = (x0 + x1) / 2
        found.append([(x0, y0, middle, y1), (middle, y0, x1, y1)])
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_booklet_is_read_from_its_folded_sheets_as_from_its_pages(booklet, tmp_path, language):
    pdf = booklet(language)
    rtl = language == "ar"
    sheets = impose(pdf, Job("saddle", rtl=rtl, pad=True), label="a.pdf")
    single = words_of(pdf, tmp_path, trims(pdf))
    assert sum(map(len, single)) > 150
    cells = words_of(sheets.pdf, tmp_path, halves(sheets.pdf))
    # Fold: the sheets lie on each other, first one outside; each gives two leaves.
    first, second = [], []
    for at in range(0, len(cells), 4):
        front_left, front_right, back_left, back_right = cells[at : at + 4]
        if rtl:
            first += [front_left, back_right]
            second = [back_left, front_right, *second]
        else:
            first += [front_right, back_left]
            second = [back_right, front_left, *second]
    blanks = [[]] * len(sheets.imposition.blanks)
    pages = zip(first + second, single + blanks, strict=True)
    assert [n for n, (one, other) in enumerate(pages, start=1) if not same(one, other)] == []


def pictures(pdf: bytes, folder: Path, ppi: int = 72):
    """Return each page as an array of grey values, drawn with overprint as a press shows it."""
    import numpy as np
    from PIL import Image

    folder.mkdir()
    (folder / "a.pdf").write_bytes(pdf)
    call = [tool("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pnggray", f"-r{ppi}"]
    call += ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-o", "p%03d.png", "a.pdf"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)
    return [np.asarray(Image.open(one), float) for one in sorted(folder.glob("p*.png"))]


def cell(picture, box, ppi: int = 72):
    """Cut a box in points out of a picture."""
    scale = ppi / 72
    x0, y0, x1, y1 = (value * scale for value in box)
    height = picture.shape[0]
    return picture[round(height - y1) : round(height - y0), round(x0) : round(x1)]


def difference(here, there) -> float:
    """Return the mean difference of two pictures, of which one may be a pixel off."""
    import numpy as np

    rows, columns = (min(sizes) - 2 for sizes in zip(here.shape, there.shape, strict=True))
    inner = here[1 : rows + 1, 1 : columns + 1]
    shifts = ((x, y) for x in range(3) for y in range(3))
    shifted = (there[y : rows + y, x : columns + x] for x, y in shifts)
    return min(float(np.abs(inner - one).mean()) for one in shifted)


@pytest.mark.parametrize(
    "job",
    [
        Job("saddle", pad=True, thickness=0.0),
        Job("perfect", signature=8, pad=True),
        Job("cut-stack", grid=(2, 2), pad=True, tumble=True),
    ],
    ids=lambda job: job.scheme,
)
def test_nothing_of_a_page_is_displaced_on_its_sheet(booklet, tmp_path, job):
    pdf = booklet("en")
    single = pictures(pdf, tmp_path / "single")
    sheets = impose(pdf, job, label="a.pdf")
    drawn = pictures(sheets.pdf, tmp_path / "sheets")
    boxes = [page[0] for page in trims(pdf)]
    seen = []
    for picture, flat in zip(drawn, sheets.flats, strict=True):
        for one in flat.placed:
            if one.page >= len(single):
                continue
            there = cell(picture, (one.at.x0, one.at.y0, one.at.x1, one.at.y1))
            there = there[::-1, ::-1] if one.turned else there
            here = cell(single[one.page], boxes[one.page])
            apart = difference(here, there)
            assert apart < 3, f"page {one.page + 1}"
            seen.append(one.page)
    assert sorted(seen) == list(range(len(single)))
