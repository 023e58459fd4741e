"""A fault in an author's text or in a finished file, written for an editor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from publish.model.place import Place
from publish.standards.ruling import Ruling


class Severity(Enum):
    """Whether release mode refuses the file."""

    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding.

    Attributes:
        ruling: the kind of fault, with its code, clause and general hint.
        detail: what exactly was met, for example the unknown key; may be empty.
        place: the author's line.
        element: the element in words, for example ``table 2, row 1, cell 3``.
        page: page of the finished file, counted from 1.
        hint: the next step, where it can be said better than in the ruling.
        severity: a warning never stops a release.
    """

    ruling: Ruling
    detail: str = ""
    place: Place | None = None
    element: str = ""
    page: int | None = None
    hint: str = ""
    severity: Severity = Severity.FAULT

    @property
    def code(self) -> str:
        """The code of the ruling, for example ``T-004``."""
        return self.ruling.code

    def __str__(self) -> str:
        """Return the four lines that an editor reads."""
        title = f"{self.ruling.title}: {self.detail}" if self.detail else self.ruling.title
        where = [str(self.place)] if self.place else []
        where += [self.element] if self.element else []
        where += [f"(page {self.page})"] if self.page else []
        lines = [f"{self.code} {title}"]
        lines += [f"  at   {'  '.join(where)}"] if where else []
        lines += [f"  hint {self.hint or self.ruling.hint}", f"  rule {self.ruling.clause}"]
        return "\n".join(lines)

    def as_record(self) -> dict[str, object]:
        """Return the fault as plain values for ``--json`` and the manifest."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "title": self.ruling.title,
            "detail": self.detail,
            "file": self.place.file if self.place else None,
            "line": self.place.line if self.place and self.place.line else None,
            "element": self.element or None,
            "page": self.page,
            "hint": self.hint or self.ruling.hint,
            "clause": self.ruling.clause,
        }
