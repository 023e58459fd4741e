"""A gradient between two corners, and as few stops as keep it near its path."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from publish.finish.press.colours.functions import corners, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pikepdf import Object

    from publish.finish.press.separator import Numbers

    #: Places within a run, 0 to 1, and the values there.
    Stops = list[tuple[float, Numbers]]

#: Steps in which a run between two corners is followed.
STEPS = 32


@dataclass(frozen=True)
class Run:
    """What a gradient is between two corners.

    Attributes:
        start, end: in the domain of its function.
        colours: at evenly spaced places, n × the channels of its space.
    """

    start: float
    end: float
    colours: Numbers


def runs_of(
    function: Object, domain: tuple[float, float], at: Sequence[float] | None = None
) -> list[Run]:
    """Cut a function at its corners, or at given places, and look at it between them."""
    low, high = domain
    give = read(function)
    places = corners(function) if at is None else at
    edges = [low, *(place for place in places if low < place < high), high]
    found = []
    for start, end in pairwise(edges):
        if end - start <= (high - low) * 1e-7 and len(edges) > 2:
            continue
        # Just within the ends: at a step, the corner itself has the colour of one side only.
        margin = (end - start) * 1e-6
        steps = np.linspace(start + margin, end - margin, STEPS + 1)
        colours = np.array([give([step]) for step in steps.tolist()])
        found.append(Run(start, end, np.round(colours, 5)))
    return found or [Run(low, high, np.array([give([low])] * 2))]


def segments(runs: Sequence[tuple[Run, Stops]]) -> list[tuple[float, list[float], list[float]]]:
    """Return where each straight piece ends, and its values at both ends."""
    found = []
    for run, stops in runs:
        for (start, first), (end, last) in pairwise(stops):
            if end > start:
                place = run.start + end * (run.end - run.start)
                found.append((place, first.tolist(), last.tolist()))
    return found


def fingerprint(run: Run, alphas: Numbers) -> tuple[float, bytes, bytes]:
    """Return what tells a run and how much of it shows from others."""
    return run.start, run.colours.tobytes(), np.round(alphas, 4).tobytes()


def is_flat(runs: Sequence[Run]) -> bool:
    """Tell whether a gradient has one colour only."""
    return all(spread_along(run.colours - runs[0].colours[0]) < 1e-4 for run in runs)


def spread_along(colours: Numbers) -> float:
    """Return how far the channel that changes most changes along a run."""
    return float(np.ptp(colours, axis=0).max())


def chosen(values: Numbers, look: Callable[[Numbers], Numbers], stray: float) -> Stops:
    """Return as few of evenly spaced values as keep everything between them near its path."""
    if spread_along(values) < 1e-6:
        return ends(values)
    target = look(values)
    kept, last = {0, len(values) - 1}, len(values) - 1
    left = [(0, last)]
    while left:
        start, end = left.pop()
        part = np.linspace(0, 1, end - start + 1)[:, None]
        mixed = (1 - part) * values[start] + part * values[end]
        strays = np.linalg.norm(look(mixed) - target[start : end + 1], axis=1)
        if end - start > 1 and strays.max() > stray:
            # At the middle, not at the worst place: noise of eight bits would pick the ends.
            middle = (start + end) // 2
            kept.add(middle)
            left += [(start, middle), (middle, end)]
    return [(index / last, values[index]) for index in sorted(kept)]


def ends(values: Numbers) -> Stops:
    """Return the two ends alone as stops."""
    return [(0.0, values[0]), (1.0, values[-1])]
