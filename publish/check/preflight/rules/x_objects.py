"""Rules of PDF/X-4 about halftones, curves and outdated objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.objects import entries, entry, integer, is_dictionary, name
from publish.check.preflight.checks import checks
from publish.check.preflight.hit import Hit
from publish.check.preflight.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

X60 = rule(
    "X60",
    "no curves and halftones that only one machine knows",
    basis="ISO 15930-7, 6.3 and ISO 19005-2, 6.2.5 (from memory): TR, TR2, HT, HTP",
    remedy="Export without transfer curves and without halftones.",
)
X61 = rule(
    "X61",
    "no PostScript, no pictures that stand for others",
    basis="ISO 15930-7, 6.4 and ISO 19005-2, 6.2.9 (from memory): PS, Ref, OPI, Alternates",
    remedy="Place the real picture instead, and export anew.",
)

_HALFTONES = (1, 5)


@checks(X60)
def curves(subject: Subject) -> Iterator[Hit]:
    """Hit graphics states with transfer functions and odd halftones."""
    for resource in subject.resources:
        if resource.category == "ExtGState":
            for told in _state_faults(resource.value):
                yield Hit(X60, resource.page, resource.object, told)


def _state_faults(state: object) -> Iterator[str]:
    if entry(state, "/TR") is not None:
        yield "it sets a transfer curve (TR)"
    second = entry(state, "/TR2")
    if second is not None and name(second) != "Default":
        yield "it sets a transfer curve (TR2)"
    if entry(state, "/HTP") is not None:
        yield "it moves the halftone (HTP)"
    halftone = entry(state, "/HT")
    if is_dictionary(halftone):
        # One of type 5 holds one for each ink.
        for one in [halftone, *(value for _, value in entries(halftone) if is_dictionary(value))]:
            kind = integer(entry(one, "/HalftoneType"))
            if kind not in _HALFTONES:
                yield f"its halftone is of type {kind}: 1 and 5 are allowed"
            if entry(one, "/HalftoneName") is not None:
                yield "its halftone has a name"


@checks(X61)
def outdated(subject: Subject) -> Iterator[Hit]:
    """Hit objects that stand for others or hold programs."""
    for resource in subject.resources:
        if resource.category != "XObject":
            continue
        value = resource.value
        if name(entry(value, "/Subtype")) == "PS" or name(entry(value, "/Subtype2")) == "PS":
            yield Hit(X61, resource.page, resource.object, "it is a PostScript program")
        for key, words in (
            ("/PS", "it holds a PostScript program"),
            ("/Ref", "it stands for a page of another file"),
            ("/OPI", "it stands for another picture (OPI)"),
            ("/Alternates", "it has another picture for other uses"),
        ):
            if entry(value, key) is not None:
                yield Hit(X61, resource.page, resource.object, words)
