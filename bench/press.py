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

from publish import compose, finish, read, render, structure
from publish.check.preflight.run import preflight
from publish.finish.press.colours.convert import convert_colours
from publish.finish.press.separator import Separator
from publish.finish.press.strip import strip
from publish.standards import PROFILES
from publish.standards.limits import limits

if TYPE_CHECKING:
    from collections.abc import Callable

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


def colours(rendered: Rendered, press: Press) -> float:
    """Convert all colours of drawn pages, and return the CPU seconds that took."""
    with pikepdf.open(BytesIO(rendered.pdf)) as file:
        strip(file)
        return seconds(lambda: convert_colours(file, press))


def seconds(job: Callable[[], object]) -> float:
    """Do a job, and return the CPU seconds that took, without those of other programs."""
    start = time.process_time()
    job()
    return time.process_time() - start


def measure(path: Path, rounds: int) -> str:
    """Return the report over some rounds; two more before them warm both sides up."""
    reading = read.works([path])
    if not reading.works:
        raise SystemExit("\n".join(str(fault) for fault in reading.faults))
    work = reading.works[0]
    house, _ = read.house(work.source.folder)
    press = house.press
    profile = seconds(lambda: Separator.of(press).rgb(0.2, 0.4, 0.6))
    rows, pages = [], 1
    for _ in range(rounds + 2):
        gc.collect()
        start = time.process_time()
        rendered = drawn(work, house)
        drawing = time.process_time() - start
        rows.append((drawing, *parts_of(rendered, work, press)))
        pages = rendered.page_count
    return _report(rows[2:], profile, pages)


def parts_of(rendered: Rendered, work: Work, press: Press) -> tuple[float, float, float]:
    """Return CPU seconds for the colours, for the whole file, and for the rules without plates."""
    made: list[bytes] = []
    whole = seconds(lambda: made.append(finish.press_ready(rendered, work.metadata, press)))
    held = limits(press.limits)
    rules = seconds(lambda: preflight(made[0], limits=held, twin=rendered.pdf, measure=False))
    return colours(rendered, press), whole, rules


def _report(rows: list[tuple[float, ...]], profile: float, pages: int) -> str:
    drawing, *parts = zip(*rows, strict=True)
    lines = [f"{'converting / drawing':<34}{'min':>7}{'median':>9}"]
    titles = ("colours of all pages", "the whole print file", "rules of the preflight, no plates")
    for title, part in zip(titles, parts, strict=True):
        pairs = [mine / theirs for mine, theirs in zip(part, drawing, strict=True)]
        best = min(part) / min(drawing)
        lines.append(f"{title:<34}{best:>7.3f}{statistics.median(pairs):>9.3f}")
    lines.append(f"{'reading the profile, once':<34}{profile / min(drawing):>7.3f}")
    lines.append(f"{'pages':<34}{pages:>7}")
    return "\n".join(lines)


def main() -> None:
    """Print the ratios for a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    print(measure(options.text, options.rounds))


if __name__ == "__main__":
    main()
