"""The benchmark of the press runs; what it measures is for people to judge."""

from __future__ import annotations

from bench.press import EXAMPLE, measure


def test_it_reports_ratios():
    report = measure(EXAMPLE, rounds=1)
    assert "converting / drawing" in report
    assert "pages" in report
