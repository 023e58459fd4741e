"""The benchmark runs; what it measures is read by people, never tested."""

from __future__ import annotations

from bench.one_document import EXAMPLE, measure
from publish.standards import PROFILES


def test_it_measures_every_room() -> None:
    report = measure(EXAMPLE, PROFILES["ua-1"], 1)
    for room in ("read", "compose", "structure", "render", "finish", "check"):
        assert f"\n{room} " in report
