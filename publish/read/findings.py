"""Collects the faults of one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.model import Fault, Place, Severity, Shared

if TYPE_CHECKING:
    from publish.standards.ruling import Ruling


@dataclass(slots=True)
class Findings:
    """What was met while one file was read, in the order in which it was met.

    Attributes:
        label: the file as faults name it.
        faults: grows; never shrinks.
        shared: the file whose lines are counted behind those of this one, if there is one.
    """

    label: str
    faults: list[Fault] = field(default_factory=list)
    shared: Shared | None = None

    def place(self, line: int) -> Place:
        """Return the place that a line means."""
        return self.shared.place(self.label, line) if self.shared else Place(self.label, line)

    def fault(
        self,
        ruling: Ruling,
        line: int = 0,
        detail: str = "",
        *,
        element: str = "",
        hint: str = "",
    ) -> None:
        """Add what stops a release."""
        self._add(ruling, line, detail, element, hint, Severity.FAULT)

    def warning(
        self,
        ruling: Ruling,
        line: int = 0,
        detail: str = "",
        *,
        element: str = "",
        hint: str = "",
    ) -> None:
        """Add what the author should know but what stops nothing."""
        self._add(ruling, line, detail, element, hint, Severity.WARNING)

    def _add(
        self, ruling: Ruling, line: int, detail: str, element: str, hint: str, severity: Severity
    ) -> None:
        self.faults.append(
            Fault(
                ruling,
                detail,
                self.place(line),
                element=element,
                hint=hint,
                severity=severity,
            )
        )
