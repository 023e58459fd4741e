"""Our rules about things that go wrong in the shop's own programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import entry, integer, items, name, numbers, one_or_many
from publish.check.preflight.checks import checks
from publish.check.preflight.drawing import Gradient, Group, Picture, Text
from publish.check.preflight.hit import Hit, hit_on
from publish.check.preflight.measure import gathered, printed
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

P06 = rule(
    "P06",
    "no Type 3 fonts, inline images or JPEG 2000",
    basis="ours: legal, and each breaks some program between the file and the plate",
    remedy="Make the file with outline fonts, and pictures as objects in JPEG or Flate.",
    severity=Severity.WARNING,
)
P07 = rule(
    "P07",
    "the functions of a gradient give a number for each ink of its colour space",
    basis="ISO 32000-1, 8.7.4.5; a known mistake of a layout program",
    remedy="Make the gradient anew in the colour space of the file.",
)
P08 = rule(
    "P08",
    "pages with transparency say in which space it is blended",
    basis="ours; GWG: a page group in CMYK",
    remedy="Give the page a transparency group with DeviceCMYK.",
    severity=Severity.WARNING,
)

_DEPTH_LIMIT = 6
_FUNCTION_LIMIT = 64


@checks(P06)
def fragile_objects(subject: Subject) -> Iterator[Hit]:
    """Warn of what some programs cannot draw."""
    yield from gathered(_fragile(subject))


def _fragile(subject: Subject) -> Iterator[Hit]:
    for event in subject.drawing.events:
        if isinstance(event, Text):
            if name(entry(event.state.font_resource, "/Subtype")) == "Type3":
                yield hit_on(event, P06, "Type 3 font", severity=P06.severity)
        elif isinstance(event, Picture):
            if event.is_inline:
                yield hit_on(event, P06, "inline image", severity=P06.severity)
            elif "JPXDecode" in map(name, one_or_many(entry(event.image, "/Filter"))):
                yield hit_on(event, P06, "JPEG 2000", severity=P06.severity)


@checks(P07)
def gradient_functions(subject: Subject) -> Iterator[Hit]:
    """Hit gradients whose colours have too few or too many numbers."""
    for event in subject.drawing.events:
        if not isinstance(event, Gradient) or not event.space.components:
            continue
        function = entry(event.shading, "/Function")
        if function is None:
            continue  # meshes may hold their colours themselves
        parts = one_or_many(function)[:_FUNCTION_LIMIT]
        found = [_outputs(part) for part in parts]
        wanted = event.space.components
        given = sum(found) if all(found) else 0
        if given and given != wanted:
            yield hit_on(
                event,
                P07,
                str(event.space),
                measured=f"{given} numbers a colour",
                limit=f"{wanted}",
            )


def _outputs(function: object, depth: int = 0) -> int:
    """Return how many numbers a function gives; 0 where it does not tell (7.10)."""
    if depth > _DEPTH_LIMIT or not isinstance(function, pikepdf.Object):
        return 0
    kind = integer(entry(function, "/FunctionType"))
    if kind == 2:
        ends = [len(numbers(entry(function, key))) or 1 for key in ("/C0", "/C1")]
        return ends[0] if ends[0] == ends[1] else -1
    if kind == 3:
        inner = {
            _outputs(part, depth + 1)
            for part in items(entry(function, "/Functions"))[:_FUNCTION_LIMIT]
        }
        return inner.pop() if len(inner) == 1 else (-1 if inner else 0)
    return len(numbers(entry(function, "/Range"))) // 2


@checks(P08)
def page_groups(subject: Subject) -> Iterator[Hit]:
    """Warn of pages with transparency and without a group of their own."""
    with_group = {
        event.page
        for event in subject.drawing.events
        if isinstance(event, Group) and event.kind == "page" and event.space is not None
    }
    told = set[int]()
    for event in printed(subject):
        if event.page in with_group or event.page in told:
            continue
        if event.is_see_through or (isinstance(event, Picture) and event.has_soft_mask):
            told.add(event.page)
            yield hit_on(event, P08, severity=P08.severity)
