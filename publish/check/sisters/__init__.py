"""The language versions of a work held against each other.

One version is the model: the original, or the first where none is said to be it. Every other is
compared with it, and what one of the two lacks is told with the line where it should stand and
the line where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.sisters.records import compare_records
from publish.check.sisters.version import Pair
from publish.model import Fault, Place, Severity
from publish.standards.rules import languages as rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from publish.model import Work

__all__ = ["compared"]


def compared(works: Iterable[Work], expected: Callable[[Work], Sequence[str]]) -> list[Fault]:
    """Return in what the versions of each work differ.

    Args:
        works: of whatever names; those of one name are compared.
        expected: gives the languages in which a work should be there, if it does not say it.
    """
    by_name: dict[str, list[Work]] = {}
    for work in works:
        by_name.setdefault(work.name, []).append(work)
    faults: list[Fault] = []
    for versions in by_name.values():
        faults += _pending(versions, expected(versions[0]))
        faults += _differences(versions)
    return faults


def _differences(versions: list[Work]) -> Iterator[Fault]:
    originals = (one for one in versions if one.language == one.content.original_language)
    model = next(originals, versions[0])
    for version in versions:
        if version is not model and version.kind == model.kind:
            pair = Pair(model, version)
            compare_records(pair)
            yield from pair.faults


def _pending(versions: list[Work], expected: Sequence[str]) -> Iterator[Fault]:
    first = versions[0]
    there = {work.language for work in versions}
    there |= {one.language for one in first.content.sisters if not one.is_pending}
    for language in first.expected or expected:
        if language not in there:
            place = Place(first.source.label)
            detail = f"{first.name} in {language}"
            yield Fault(rules.VERSION_PENDING, detail, place, severity=Severity.WARNING)
