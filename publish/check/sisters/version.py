"""Two versions of a work side by side, and what is found when they are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.model import Fault, Place, Severity

if TYPE_CHECKING:
    from publish.model import Work
    from publish.standards import Ruling


@dataclass(slots=True)
class Pair:
    """A version, and the one that it is held against.

    Attributes:
        model: the original, or the first version where none is the original.
        version: another one.
        faults: grows.
    """

    model: Work
    version: Work
    faults: list[Fault] = field(default_factory=list)

    def lacks(
        self, ruling: Ruling, what: str, there: Place | None, here: Place | None, *, model: bool
    ) -> None:
        """Add what one of the two lacks.

        Args:
            ruling: the kind of difference.
            what: is lacking, in an editor's words.
            there: where the other version has it.
            here: where it should stand, as near as can be told.
            model: whether it is the model that lacks it.
        """
        lacking, having = (self.model, self.version) if model else (self.version, self.model)
        at = there or Place(having.source.label)
        self._add(ruling, f"{what}; it stands in {at} ({having.language})", here, lacking)

    def differs(
        self,
        ruling: Ruling,
        what: str,
        there: Place | None,
        here: Place | None,
        *,
        warning: bool = False,
    ) -> None:
        """Add what the version says otherwise than the model."""
        at = there or Place(self.model.source.label)
        detail = f"{what}; compare {at} ({self.model.language})"
        self._add(ruling, detail, here, self.version, warning=warning)

    def _add(
        self,
        ruling: Ruling,
        detail: str,
        place: Place | None,
        work: Work,
        *,
        warning: bool = False,
    ) -> None:
        severity = Severity.WARNING if warning else Severity.FAULT
        place = place or Place(work.source.label)
        fault = Fault(ruling, detail, place, severity=severity)
        if fault not in self.faults:
            self.faults.append(fault)
