"""One form of a work, finished, with what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from publish.model.fault import Severity

if TYPE_CHECKING:
    from publish.model.fault import Fault
    from publish.model.ticket import Ticket
    from publish.model.work import Work
    from publish.standards.standard import Standard


class Verdict(Enum):
    """What a check said."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a finished file.

    Attributes:
        name: what was checked and by what, for example ``PDF/UA-1, by veraPDF``.
    """

    name: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Edition:
    """A file that is ready to be delivered, or would be but for its faults.

    Attributes:
        name: which edition, for example ``accessible``.
        suffix: of the file name, without the dot.
        claims: the standards that the file declares; only passed checks make them good.
        faults: of this text and this file, in the order of the rooms that found them.
        tools: name and version of programs that only editions of this kind need.
        ticket: of a print file, what the shop is asked to make of it.
    """

    name: str
    suffix: str
    work: Work
    content: bytes
    claims: tuple[Standard, ...] = ()
    checks: tuple[Check, ...] = ()
    faults: tuple[Fault, ...] = ()
    tools: tuple[tuple[str, str], ...] = ()
    ticket: Ticket | None = None

    @property
    def is_pdf(self) -> bool:
        """Whether there are standards that the file can claim, and validators for them."""
        return self.suffix == "pdf"

    @property
    def is_refused(self) -> bool:
        """Whether release mode refuses it."""
        return any(fault.severity is Severity.FAULT for fault in self.faults)
