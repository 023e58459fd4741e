"""Which function checks which rule.

A module of `publish.check.preflight.rules` enters its rules and the functions that check them::

    X20 = rule("X20", "…", basis="…", remedy="…")

    @checks(X20)
    def device_colours(subject: Subject) -> Iterator[Hit]:
        for event in subject.drawing.events:
            …
            yield hit_on(event, X20, "…")

One function may check several rules. What it does not hit has passed. Where it cannot tell, it
raises `NotMeasured` with the reason; rules without a finding are then not measured, never passed.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publish.check.preflight.hit import Hit
    from publish.check.preflight.rule import Rule
    from publish.check.preflight.subject import Subject

    Check = Callable[[Subject], Iterable[Hit]]

#: Each function with the rules that it decides about.
CHECKS: list[tuple[tuple[Rule, ...], Check]] = []


class NotMeasured(Exception):
    """A rule cannot be checked here; the message says why, in words for a print buyer."""


def checks(*rules: Rule) -> Callable[[Check], Check]:
    """Enter a function that checks one or more rules."""

    def enter(check: Check) -> Check:
        CHECKS.append((rules, check))
        return check

    return enter


def load_rules() -> None:
    """Import all modules with rules, so that `RULES` and `CHECKS` are full."""
    from publish.check.preflight import rules

    for module in sorted(pkgutil.iter_modules(rules.__path__), key=lambda found: found.name):
        importlib.import_module(f"{rules.__name__}.{module.name}")
