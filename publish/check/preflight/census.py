"""Every thing that the pages can call, painted or not, with the first page that can.

What is in the file is what a shop's program stumbles over, whether it is drawn or not.

Source: ISO 32000-1, 7.8.3 (resource dictionaries).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import (
    ObjectId,
    TooMuch,
    entries,
    entry,
    is_dictionary,
    items,
    name,
    object_id,
)
from publish.check.preflight.drawing import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.check.preflight.boxes import Sheet

_LIMIT = 200_000
_DEPTH_LIMIT = 60
_CATEGORIES = {
    "ExtGState": "graphics state",
    "ColorSpace": "colour space",
    "Pattern": "pattern",
    "Shading": "gradient",
    "XObject": "object",
    "Font": "font",
    "Properties": "layer",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing that a page can call.

    Attributes:
        category: as PDF names it, for example ``XObject``; ``Annotation`` for an annotation.
        name: in the resources that hold it.
        page: the first page that can call it.
        resources: that hold it, for names inside of it.
    """

    category: str
    name: str
    value: object
    page: int
    resources: object

    @property
    def object(self) -> str:
        """The thing in words, for example ``image Im3 (12 0 R)``."""
        kind = _CATEGORIES.get(self.category, self.category.lower())
        if self.category == "XObject":
            subtype = name(entry(self.value, "/Subtype"))
            kind = {"Image": "image", "Form": "form"}.get(subtype, kind)
        return named(kind, self.name, self.value)


def take_census(sheets: Sequence[Sheet]) -> tuple[Resource, ...]:
    """List all things that the pages can call, each once.

    Raises:
        TooMuch: there are more than any honest file has.
    """
    return tuple(_Census().of(sheets))


class _Census:
    def __init__(self) -> None:
        self.met: set[ObjectId] = set()
        self.count = 0

    def of(self, sheets: Sequence[Sheet]) -> Iterator[Resource]:
        for sheet in sheets:
            yield from self._resources(sheet.resources, sheet.number, 0)
            for annotation in items(entry(sheet.page, "/Annots")):
                if self._is_new(annotation):
                    kind = name(entry(annotation, "/Subtype"))
                    yield Resource("Annotation", kind, annotation, sheet.number, None)
                    yield from self._appearances(annotation, sheet.number)

    def _is_new(self, value: object) -> bool:
        self.count += 1
        if self.count > _LIMIT:
            raise TooMuch("it holds more objects than any honest work needs")
        key = object_id(value)
        if key in self.met:
            return False
        if key != (0, 0):
            self.met.add(key)
        return True

    def _resources(self, resources: object, page: int, depth: int) -> Iterator[Resource]:
        if depth > _DEPTH_LIMIT or not is_dictionary(resources) or not self._is_new(resources):
            return
        for category in _CATEGORIES:
            for key, value in entries(entry(resources, f"/{category}")):
                if self._is_new(value):
                    yield Resource(category, key[1:], value, page, resources)
                    yield from self._inside(value, page, depth + 1)

    def _inside(self, value: object, page: int, depth: int) -> Iterator[Resource]:
        """Follow a thing to what it calls itself."""
        yield from self._resources(entry(value, "/Resources"), page, depth)
        for mask in (entry(value, "/SMask"), entry(value, "/Mask")):
            if isinstance(mask, pikepdf.Stream) and self._is_new(mask):
                yield Resource("XObject", "soft mask", mask, page, None)
            group = entry(mask, "/G")
            if isinstance(group, pikepdf.Stream) and self._is_new(group):
                yield Resource("XObject", "soft mask", group, page, None)
                yield from self._resources(entry(group, "/Resources"), page, depth)
        settings = entry(value, "/ExtGState")
        if entry(value, "/PatternType") is not None and is_dictionary(settings):
            yield Resource("ExtGState", "", settings, page, None)

    def _appearances(self, annotation: object, page: int) -> Iterator[Resource]:
        for _, appearance in entries(entry(annotation, "/AP")):
            forms = [appearance]
            if not isinstance(appearance, pikepdf.Stream):
                forms = [form for _, form in entries(appearance)]
            for form in forms:
                if isinstance(form, pikepdf.Stream) and self._is_new(form):
                    yield Resource("XObject", "appearance", form, page, None)
                    yield from self._inside(form, page, 1)
