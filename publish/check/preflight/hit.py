"""One place where a file breaks a rule of the preflight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.model.fault import Severity

if TYPE_CHECKING:
    from publish.check.preflight.drawing import Event
    from publish.check.preflight.rule import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding.

    Attributes:
        page: counted from 1; ``None`` for the whole file.
        object: which object, for example ``image Im3 (12 0 R)`` or ``text “Appel”``.
        detail: what was met, in words.
        measured: the value that was found, with its unit.
        limit: the value that is allowed, with its unit.
        severity: of the rule, or less: a warning where only the first of two limits is passed.
    """

    rule: Rule
    page: int | None = None
    object: str = ""
    detail: str = ""
    measured: str = ""
    limit: str = ""
    severity: Severity = Severity.FAULT


def hit_on(
    event: Event,
    rule: Rule,
    detail: str = "",
    *,
    measured: str = "",
    limit: str = "",
    severity: Severity | None = None,
) -> Hit:
    """Return a hit on something that is drawn, with its page and its name."""
    return Hit(rule, event.page, event.object, detail, measured, limit, severity or rule.severity)
