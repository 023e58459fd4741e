"""What one check says about one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.model import Severity
from publish.model.edition import Check
from publish.model.edition import Verdict as Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.model import Fault

__all__ = ["Outcome", "Verdict", "verdict_on"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of one check.

    Attributes:
        check: its name, for example ``round trip`` or ``PDF/UA-1, by veraPDF``.
        outcome: a check that could not be made is never a passed one.
        detail: why it was not made, or what it looked at.
        faults: empty unless it failed; warnings may stand with a passed check.
    """

    check: str
    outcome: Outcome
    detail: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def as_check(self) -> Check:
        """The verdict as an edition carries it."""
        return Check(self.check, self.outcome)


def verdict_on(check: str, faults: Iterable[Fault], detail: str = "") -> Verdict:
    """Return the verdict that follows from the faults a check has found."""
    found = tuple(faults)
    failed = any(fault.severity is Severity.FAULT for fault in found)
    return Verdict(check, Outcome.FAILED if failed else Outcome.PASSED, detail, found)
