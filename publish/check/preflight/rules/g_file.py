"""Rules of print shops about layers and the output intent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.objects import (
    entries,
    entry,
    is_dictionary,
    items,
    name,
    object_id,
    text,
)
from publish.check.preflight.checks import checks
from publish.check.preflight.hit import Hit
from publish.check.preflight.rule import rule
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.objects import ObjectId
    from publish.check.preflight.subject import Subject

G34 = rule(
    "G34",
    "no layer is hidden",
    basis="GWG: what is hidden in one program is printed by another",
    remedy="Delete hidden layers, or show them.",
)
G35 = rule(
    "G35",
    "the output intent is one for four inks",
    basis="GWG: the output condition is CMYK",
    remedy="Make the file with the CMYK profile of the printing condition that the shop names.",
)
G36 = rule(
    "G36",
    "every layer prints as it is shown",
    basis="GWG; ISO 32000-1, 8.11.4.4 (usage of layers)",
    remedy="Give the layer the same state for view and print.",
    severity=Severity.WARNING,
)

_LAYER_LIMIT = 1000
#: Of expressions in each other; wide ones of more are cut off, since they grow with each level.
_DEPTH_LIMIT = 8


@checks(G34, G36)
def layers(subject: Subject) -> Iterator[Hit]:
    """Hit layers that are switched off, or only for paper."""
    properties = entry(subject.pdf.Root, "/OCProperties")
    default = entry(properties, "/D")
    hidden = items(entry(default, "/OFF"))[:_LAYER_LIMIT]
    if name(entry(default, "/BaseState")) == "OFF":
        shown = [one.objgen for one in items(entry(default, "/ON")) if hasattr(one, "objgen")]
        every = items(entry(properties, "/OCGs"))[:_LAYER_LIMIT]
        hidden += [one for one in every if getattr(one, "objgen", None) not in shown]
    yield from (Hit(G34, None, _layer(one)) for one in hidden)
    yield from _hidden_members(subject, {object_id(one) for one in hidden})
    for one in items(entry(properties, "/OCGs"))[:_LAYER_LIMIT]:
        states = {
            name(state)
            for use in ("/Print", "/View", "/Export")
            for key, state in entries(entry(one, "/Usage", use))
            if key in ("/PrintState", "/ViewState", "/ExportState")
        }
        if "OFF" in states:
            yield Hit(G36, None, _layer(one), "it is off for one use", severity=G36.severity)


def _hidden_members(subject: Subject, hidden: set[ObjectId]) -> Iterator[Hit]:
    """Hit what can be seen only with other layers than those that are shown (8.11.2.2)."""
    for resource in subject.resources:
        is_list = resource.category == "Properties"
        member = resource.value if is_list else entry(resource.value, "/OC")
        if name(entry(member, "/Type")) == "OCMD" and not _is_shown(member, hidden):
            yield Hit(G34, resource.page, resource.object, "its membership of layers hides it")


def _is_shown(member: object, hidden: set[ObjectId]) -> bool:
    expression = entry(member, "/VE")
    if items(expression):
        return _holds(expression, hidden, 0)
    groups = entry(member, "/OCGs")
    every = [groups] if is_dictionary(groups) else items(groups)[:_LAYER_LIMIT]
    states = [object_id(one) not in hidden for one in every if is_dictionary(one)]
    if not states:
        return True
    return {
        "AllOn": all(states),
        "AnyOff": not all(states),
        "AllOff": not any(states),
    }.get(name(entry(member, "/P")), any(states))


def _holds(expression: object, hidden: set[ObjectId], depth: int) -> bool:
    parts = items(expression)[:_LAYER_LIMIT]
    if not parts or depth > _DEPTH_LIMIT:
        return object_id(expression) not in hidden
    values = [_holds(part, hidden, depth + 1) for part in parts[1:]]
    operator = name(parts[0])
    if operator == "Not":
        return not all(values)
    return any(values) if operator == "Or" else all(values)


def _layer(layer: object) -> str:
    return f"layer “{(text(entry(layer, '/Name')) or 'without name')[:60]}”"


@checks(G35)
def condition(subject: Subject) -> Iterator[Hit]:
    """Hit output intents with a profile for something else than four inks."""
    for intent in subject.intents:
        if intent.kind in ("GTS_PDFX", "GTS_PDFA1") and intent.header:
            space = intent.colour_space or "unreadable"
            if space != "CMYK":
                told = f"output intent {intent.kind} “{intent.identifier[:40]}”"
                yield Hit(G35, None, told, measured=f"profile for {space}", limit="CMYK")
