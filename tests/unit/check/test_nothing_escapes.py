"""Each letter and each property of each element counts: one change, and the comparison sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from publish.check.against import _open
from publish.check.round_trip import compare
from publish.pdf import Content, Element, Origin, Plan
from publish.standards import PROFILES
from tests.unit.check.sample import sample
from tests.unit.check.tagged_file import tagged_file

Change = Callable[[Plan], None]


def _element(plan: Plan, at: int) -> Element:
    return list(plan.tree.elements())[at]


def _set(at: int, name: str, value: object) -> Change:
    return lambda plan: setattr(_element(plan, at), name, value)


def _cut(at: int, kid: int, place: int) -> Change:
    def change(plan: Plan) -> None:
        content = _element(plan, at).kids[kid]
        content.text = content.text[:place] + content.text[place + 1 :]  # type: ignore[misc]

    return change


def _drop(at: int, kid: int) -> Change:
    def change(plan: Plan) -> None:
        del _element(plan, at).kids[kid]

    return change


def _swap(at: int, kid: int) -> Change:
    def change(plan: Plan) -> None:
        kids = _element(plan, at).kids
        kids[kid], kids[kid + 1] = kids[kid + 1], kids[kid]

    return change


def changes() -> Iterator[tuple[str, Change]]:
    """Yield every single change of the sample, with a name."""
    for at, element in enumerate(sample().tree.elements()):
        for name in ("language", "alternate", "expansion", "scope", "numbering", "target"):
            if getattr(element, name) is not None:
                yield f"{at} {element.role} {name}", _set(at, name, "xx")
                yield f"{at} {element.role} without {name}", _set(at, name, None)
        for number in range(len(element.headers)):
            rest = element.headers[:number] + element.headers[number + 1 :]
            yield f"{at} {element.role} header {number}", _set(at, "headers", rest)
        yield f"{at} {element.role} rows", _set(at, "row_span", element.row_span + 1)
        yield f"{at} {element.role} columns", _set(at, "column_span", element.column_span + 1)
        yield f"{at} {element.role} role", _set(at, "role", "Div")
        for number, kid in enumerate(element.kids):
            if isinstance(kid, Element) or kid.origin is Origin.TEXT:
                yield f"{at} {element.role} without kid {number}", _drop(at, number)
            if isinstance(kid, Content):
                text = kid.text.strip()
                offset = kid.text.find(text)
                for place in range(offset, offset + len(text)):
                    yield f"{at} {element.role} text {number} {place}", _cut(at, number, place)
            if number + 1 < len(element.kids):
                yield f"{at} {element.role} swap {number}", _swap(at, number)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_single_change_is_seen(profile: str) -> None:
    opened = _open(tagged_file(sample(), PROFILES[profile]))

    def faults(change: Change | None) -> int:
        plan = sample()
        if change is not None:
            change(plan)
        return len(compare(plan, opened.tree, PROFILES[profile], opened.language))

    assert faults(None) == 0
    missed = [name for name, change in changes() if not faults(change)]
    assert missed == []
