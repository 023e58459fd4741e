"""The benchmarks run; what they measure is read by people, never tested."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from publish.standards import PROFILES

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_one_document_measures_every_room() -> None:
    bench = _bench("one_document")
    report = bench.measure(bench.EXAMPLE, PROFILES["ua-1"], 1)
    for room in ("read", "compose", "structure", "render", "finish", "check"):
        assert f"\n{room} " in report


def test_the_press_reports_ratios() -> None:
    bench = _bench("press")
    report = bench.measure(bench.EXAMPLE, rounds=1)
    assert "converting / drawing" in report
    assert "pages" in report


def _bench(name: str) -> ModuleType:
    """Load a benchmark, which stands beside the program and is no part of it."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
