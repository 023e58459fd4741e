"""Time the conversion of one text to inks beside drawing it, in one run, as ratios.

The same pages are drawn and converted in turns; CPU time is counted, never the clock on the wall.
See README.md for how to read the answer.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from publish import compose, read, render, structure
from publish.finish.press.colours.convert import convert_colours
from publish.finish.press.separator import Separator
from publish.finish.press.strip import strip
from publish.standards import PROFILES

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.press import Press
    from publish.model.work import Work
    from publish.pdf.rendered import Rendered

EXAMPLE = Path(__file__).parents[1] / "examples" / "retour-des-familles.fr.md"


def drawn(work: Work, house: House) -> Rendered:
    """Draw the pages in RGB, as the first half of the edition ``print`` does."""
    composed = compose.fill(work, house)
    return render.pages(
        composed, structure.plan(composed), PROFILES["ua-1"], font_folders=house.font_folders
    )


def converting(pdf: bytes, press: Press) -> float:
    """Convert all colours of drawn pages, and return the CPU seconds that took."""
    with pikepdf.open(BytesIO(pdf)) as file:
        strip(file)
        start = time.process_time()
        convert_colours(file, press)
        return time.process_time() - start


def measure(path: Path, rounds: int) -> str:
    """Return the report over some rounds; two more before them warm both sides up."""
    reading = read.works([path])
    if not reading.works:
        raise SystemExit("\n".join(str(fault) for fault in reading.faults))
    work = reading.works[0]
    house, _ = read.house(work.source.folder)
    start = time.process_time()
    Separator.of(house.press).rgb(0.2, 0.4, 0.6)
    profile = time.process_time() - start
    drawing: list[float] = []
    seconds: list[float] = []
    pages = 1
    for turn in range(-2, rounds):
        if turn == 0:
            drawing.clear()
            seconds.clear()
        gc.collect()
        start = time.process_time()
        rendered = drawn(work, house)
        drawing.append(time.process_time() - start)
        pages = rendered.page_count
        seconds.append(converting(rendered.pdf, house.press))
    return _report(drawing, seconds, profile, pages)


def _report(drawing: list[float], seconds: list[float], profile: float, pages: int) -> str:
    pairs = [mine / theirs for mine, theirs in zip(seconds, drawing, strict=True)]
    best = min(seconds) / min(drawing)
    return "\n".join(
        (
            f"{'converting / drawing':<34}{'min':>7}{'median':>9}",
            f"{'colours of all pages':<34}{best:>7.3f}{statistics.median(pairs):>9.3f}",
            f"{'reading the profile, once':<34}{profile / min(drawing):>7.3f}",
            f"{'pages':<34}{pages:>7}",
        )
    )


def main() -> None:
    """Print the ratios for a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    print(measure(options.text, options.rounds))


if __name__ == "__main__":
    main()
