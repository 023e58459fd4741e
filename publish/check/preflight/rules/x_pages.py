"""Rules of PDF/X-4 about pages: their boxes, annotations, actions and layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.geometry import Box
from publish.check.objects import (
    entry,
    inherited,
    is_dictionary,
    items,
    name,
    numbers,
    object_id,
    text,
)
from publish.check.preflight.checks import checks
from publish.check.preflight.hit import Hit
from publish.check.preflight.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.preflight.subject import Subject

X30 = rule(
    "X30",
    "every page says where it is cut",
    basis="ISO 15930-7, 6.2 (from memory): TrimBox or ArtBox, not both",
    remedy="Set the trim box of the page to the finished size, and leave out the art box.",
)
X31 = rule(
    "X31",
    "trim lies inside bleed, and bleed inside the sheet",
    basis="ISO 15930-7, 6.2 (from memory); ISO 32000-1, 14.11.2",
    remedy="Set the boxes anew: trim the finished size, bleed around it, media around both.",
)
X40 = rule(
    "X40",
    "no annotation on what is printed",
    basis="ISO 15930-7, 6.7 (from memory)",
    remedy="Delete links, comments and form fields; print the address of a link instead.",
)
X41 = rule(
    "X41",
    "no actions, scripts and forms",
    basis="ISO 15930-7, 6.7 (from memory)",
    remedy="Delete scripts, actions and form fields; export for print does it.",
)
X42 = rule(
    "X42",
    "a viewer shows and prints the sheet or the bleed, nothing else",
    basis="ISO 15930-7, 6.2 (from memory): ViewArea, ViewClip, PrintArea, PrintClip",
    remedy="Delete these viewer preferences.",
)
X70 = rule(
    "X70",
    "layers have names, are in order and are not switched by themselves",
    basis="ISO 15930-7, 6.8 and ISO 19005-2, 6.9 (from memory)",
    remedy="Merge the layers, or export them with a name for every configuration.",
)

#: Of a point: what programs round.
_TOLERANCE = 0.02
_MARKS = ("PrinterMark", "TrapNet")
_AREAS = ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip")
_LIMIT = 20_000


@checks(X30, X31)
def boxes(subject: Subject) -> Iterator[Hit]:
    """Hit pages without a trim, and boxes that reach out of each other."""
    for sheet in subject.sheets:
        for box in sheet.broken:
            there = inherited(sheet.page, f"/{box}") is not None
            yield Hit(X31, sheet.number, box, "it is no rectangle" if there else "it is missing")
        if sheet.trim is None and sheet.art is None:
            yield Hit(X30, sheet.number, "page", "it has neither TrimBox nor ArtBox")
            continue
        if sheet.trim and sheet.art:
            yield Hit(X30, sheet.number, "page", "it has a TrimBox and an ArtBox")
        kind = "TrimBox" if sheet.trim else "ArtBox"
        for inner, one, outer, other in (
            (kind, sheet.cut, "BleedBox", sheet.bleed),
            (kind, sheet.cut, "CropBox", sheet.crop),
            (kind, sheet.cut, "MediaBox", sheet.media),
            ("BleedBox", sheet.bleed, "MediaBox", sheet.media),
        ):
            if one and other and (out := _out(one, other)) > _TOLERANCE:
                told = f"it reaches {out:.4g} pt out of the {outer}"
                yield Hit(X31, sheet.number, inner, told)


def _out(inner: Box, outer: Box) -> float:
    """Return how far a box reaches out of another, in points."""
    return max(
        outer.left - inner.left,
        outer.bottom - inner.bottom,
        inner.right - outer.right,
        inner.top - outer.top,
    )


@checks(X40)
def on_the_print(subject: Subject) -> Iterator[Hit]:
    """Hit annotations that reach into the bleed."""
    for sheet in subject.sheets:
        area = sheet.bleed or sheet.cut
        for annotation in items(entry(sheet.page, "/Annots"))[:_LIMIT]:
            kind = name(entry(annotation, "/Subtype"))
            corners = numbers(entry(annotation, "/Rect"))
            if kind in _MARKS or kind == "Popup":
                continue
            told = f"annotation {kind or 'without a kind'}{_number(annotation)}"
            if len(corners) != 4:
                yield Hit(X40, sheet.number, told, "it does not say where it is")
            elif _reaches(Box.of([(corners[0], corners[1]), (corners[2], corners[3])]), area):
                yield Hit(X40, sheet.number, told, "it lies on what is printed")


def _number(value: object) -> str:
    number, generation = object_id(value)
    return f" ({number} {generation} R)" if number else ""


def _reaches(one: Box, area: Box) -> bool:
    across = one.left < area.right - _TOLERANCE and one.right > area.left + _TOLERANCE
    return across and one.bottom < area.top - _TOLERANCE and one.top > area.bottom + _TOLERANCE


@checks(X41)
def actions(subject: Subject) -> Iterator[Hit]:
    """Hit whatever does something by itself."""
    root = subject.pdf.Root
    if is_dictionary(opening := entry(root, "/OpenAction")):
        kind = name(entry(opening, "/S"))
        yield Hit(X41, object="catalogue", detail=f"action on opening: {kind or 'unknown'}")
    if entry(root, "/AA") is not None:
        yield Hit(X41, object="catalogue", detail="actions on events of the document")
    for key, words in (
        ("/JavaScript", "scripts of the document"),
        ("/AlternatePresentations", "alternate presentations"),
    ):
        if entry(root, "/Names", key) is not None:
            yield Hit(X41, object="names", detail=words)
    form = entry(root, "/AcroForm")
    if items(entry(form, "/Fields")) or entry(form, "/XFA") is not None:
        yield Hit(X41, object="catalogue", detail="form fields")
    for sheet in subject.sheets:
        for key, words in (("/AA", "actions of the page"), ("/PresSteps", "presentation steps")):
            if entry(sheet.page, key) is not None:
                yield Hit(X41, sheet.number, "page", words)
    for resource in subject.resources:
        if resource.category != "Annotation":
            continue
        if any(entry(resource.value, key) is not None for key in ("/A", "/AA")):
            yield Hit(X41, resource.page, resource.object, "it has an action")
    yield from _bookmarks(root)


def _bookmarks(root: object) -> Iterator[Hit]:
    """Hit the first bookmark with an action that is no jump inside the file."""
    stack, met = [entry(root, "/Outlines", "/First")], set[object]()
    while stack and len(met) < _LIMIT:
        node = stack.pop()
        if not is_dictionary(node) or object_id(node) in met:
            continue
        met.add(object_id(node))
        if entry(node, "/A") is not None:
            title = text(entry(node, "/Title")) or ""
            yield Hit(X41, object=f"bookmark “{title[:40]}”", detail="it has an action")
            return
        stack += [entry(node, "/Next"), entry(node, "/First")]


@checks(X42)
def viewer_areas(subject: Subject) -> Iterator[Hit]:
    """Hit preferences for other boxes."""
    for key in _AREAS:
        said = name(entry(subject.pdf.Root, "/ViewerPreferences", key))
        if said and said not in ("MediaBox", "BleedBox"):
            yield Hit(X42, object=key[1:], measured=said[:40], limit="MediaBox or BleedBox")


@checks(X70)
def layers(subject: Subject) -> Iterator[Hit]:
    """Hit configurations of layers that are unnamed, automatic or incomplete."""
    properties = entry(subject.pdf.Root, "/OCProperties")
    groups = {object_id(one): one for one in items(entry(properties, "/OCGs"))[:_LIMIT]}
    default = entry(properties, "/D")
    if not is_dictionary(properties):
        return
    told = set[str]()
    for one in [default, *items(entry(properties, "/Configs"))[:_LIMIT]]:
        said = (text(entry(one, "/Name")) or "").strip()
        if not said:
            yield Hit(X70, object="configuration of layers", detail="it has no name")
        elif said in told:
            yield Hit(X70, object=f"configuration “{said[:40]}”", detail="two have this name")
        told.add(said)
        if entry(one, "/AS") is not None:
            yield Hit(X70, object="configuration of layers", detail="layers switch by themselves")
        order = entry(one, "/Order")
        missing = groups.keys() - set(_ordered(order)) if order is not None else set[object]()
        for key in sorted(missing):  # type: ignore[type-var]
            label = text(entry(groups[key], "/Name")) or "without name"  # type: ignore[index]
            yield Hit(X70, object=f"layer “{label[:40]}”", detail="the order leaves it out")


def _ordered(order: object) -> Iterator[object]:
    """Yield the numbers of all layers in an order, which may be nested."""
    stack, count = [order], 0
    while stack and count < _LIMIT:
        count += 1
        value = stack.pop()
        if is_dictionary(value):
            yield object_id(value)
        stack += items(value)
