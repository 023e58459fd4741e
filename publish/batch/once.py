"""Says each fault once: the reader of sources and the planner of tags find some alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.model.fault import Fault

#: A code that is found while a page is planned, drawn or read back, and the code of the same fault
#: when it was found in the source before.
TWINS = {
    "T-001": "R-042",
    "T-002": "R-060",
    "T-003": "R-046",
    "T-006": "R-045",
    "F-003": "R-061",
    "K-032": "R-045",
}


def once(read: Iterable[Fault], later: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the later faults that were not told by the reader, each once, in order."""
    told = {(fault.code, fault.place) for fault in read}
    seen: set[Fault] = set()
    for fault in later:
        if (TWINS.get(fault.code), fault.place) not in told and fault not in seen:
            seen.add(fault)
            yield fault
