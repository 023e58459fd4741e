"""Time one text through our rooms beside plain WeasyPrint on the very same page, as ratios.

Both sides run in one process and in turns, so that a busy machine slows both alike; CPU time is
counted, never the clock on the wall. See README.md for how to read the answer.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from xml.etree import ElementTree

from pypdf import PdfReader

from publish import check, compose, finish, read, render, structure
from publish.standards import PROFILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from publish.model.composed import Composed
    from publish.model.house import House
    from publish.model.work import Work
    from publish.standards import Profile

T = TypeVar("T")

EXAMPLE = Path(__file__).parents[1] / "examples" / "retour-des-familles.fr.md"

#: Rooms whose work plain WeasyPrint does as well, in one way or another.
MAKING = ("structure", "render", "finish")


class Watch:
    """CPU seconds of each room, one entry a round."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, list[float]] = defaultdict(list)

    def time(self, room: str, job: Callable[[], T]) -> T:
        """Do a job, and note how long it took."""
        start = time.process_time()
        result = job()
        self.seconds[room].append(time.process_time() - start)
        return result

    def rounds(self, *rooms: str) -> list[float]:
        """Return the sum over some rooms for each round."""
        return [sum(times) for times in zip(*(self.seconds[room] for room in rooms), strict=True)]

    def forget(self) -> None:
        """Start anew, after the rounds that only warmed the machine up."""
        self.seconds.clear()


def ours(watch: Watch, path: Path, house: House, profile: Profile) -> bytes:
    """Send a text through all rooms, as `publish.editions.accessible` does."""
    work = watch.time("read", lambda: _read(path))
    composed = watch.time("compose", lambda: compose.fill(work, house))
    plan = watch.time("structure", lambda: structure.plan(composed))
    fonts = house.font_folders
    rendered = watch.time(
        "render", lambda: render.pages(composed, plan, profile, font_folders=fonts)
    )
    pdf = watch.time("finish", lambda: finish.accessible(rendered, work.metadata))
    claims = profile.claims(attachments=rendered.attachments)
    watch.time("check", lambda: check.judge(pdf, plan, claims, composed))
    return pdf


def plain(html: str, composed: Composed, profile: Profile) -> bytes:
    """Let WeasyPrint alone make the page, with its own tags for the same standard for access."""
    import weasyprint

    sheets = [weasyprint.CSS(string=sheet) for sheet in composed.stylesheets]
    page = weasyprint.HTML(string=html, base_url=str(composed.source.folder))
    variant = f"pdf/{profile.name}"
    pdf: bytes = page.write_pdf(stylesheets=sheets, pdf_variant=variant)
    return pdf


def _read(path: Path) -> Work:
    reading = read.works([path])
    if not reading.works:
        raise SystemExit("\n".join(str(fault) for fault in reading.faults))
    return reading.works[0]


def _report(watch: Watch, files: dict[str, bytes]) -> str:
    plain_rounds = watch.rounds("plain")
    all_rooms = [room for room in watch.seconds if room != "plain"]
    lines = [f"{'ours / plain WeasyPrint':<34}{'min':>7}{'median':>9}"]
    for title, rooms in (
        ("structure + render + finish", MAKING),
        ("all rooms, reading to checking", tuple(all_rooms)),
    ):
        rounds = watch.rounds(*rooms)
        pairs = [mine / theirs for mine, theirs in zip(rounds, plain_rounds, strict=True)]
        best = min(rounds) / min(plain_rounds)
        lines.append(f"{title:<34}{best:>7.2f}{statistics.median(pairs):>9.2f}")
    lines.append(f"{'size of the file':<34}{len(files['ours']) / len(files['plain']):>7.2f}")
    lines.append(
        f"{'pages, ours and theirs':<34}{_pages(files['ours']):>7}{_pages(files['plain']):>9}"
    )
    lines += ["", f"{'share of each room':<34}{'min':>7}{'median':>9}"]
    total = watch.rounds(*all_rooms)
    for room in all_rooms:
        best = min(watch.seconds[room]) / min(total)
        middle = statistics.median(watch.seconds[room]) / statistics.median(total)
        lines.append(f"{room:<34}{best:>7.1%}{middle:>9.1%}")
    return "\n".join(lines)


def _pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def measure(path: Path, profile: Profile, rounds: int) -> str:
    """Return the report over some rounds; two more before them warm both sides up."""
    work = _read(path)
    house, _ = read.house(work.source.folder)
    composed = compose.fill(work, house)
    html = "<!doctype html>" + ElementTree.tostring(composed.root, "unicode", method="html")
    watch, files = Watch(), {}
    for turn in range(-2, rounds):
        if turn == 0:
            watch.forget()
        sides: list[tuple[str, Callable[[], bytes]]] = [
            ("ours", lambda: ours(watch, path, house, profile)),
            ("plain", lambda: watch.time("plain", lambda: plain(html, composed, profile))),
        ]
        # Ours goes first in the first round: our render room decides about fonts for both.
        for side, make in reversed(sides) if turn % 2 else sides:
            gc.collect()
            files[side] = make()
    return _report(watch, files)


def main() -> None:
    """Read the command line, and print the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path, nargs="?", default=EXAMPLE, help="an author's file")
    parser.add_argument("--standard", choices=PROFILES, default="ua-1")
    parser.add_argument("--rounds", type=int, default=15, help="pairs that are counted")
    call = parser.parse_args()
    print(f"{call.text.name}, {call.standard}, {call.rounds} rounds")
    print(measure(call.text, PROFILES[call.standard], call.rounds))


if __name__ == "__main__":
    main()
