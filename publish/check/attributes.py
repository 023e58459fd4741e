"""Attributes of structure elements: tables, lists, layout.

Source: ISO 32000-1, 14.7.5 (attribute objects and classes), 14.8.5 (standard attributes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.check.objects import entry, integer, is_dictionary, name, one_or_many, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.pdf import Element

_DIRECTIONS = {"LrTb": "ltr", "RlTb": "rtl"}


def read_attributes(element: Element, node: object, class_map: object) -> None:
    """Fill in what attributes and classes of a node say; attributes win over classes."""
    for attributes in _objects(node, class_map):
        owner = name(entry(attributes, "/O"))
        if owner == "Table":
            _read_table(element, attributes)
        elif owner == "List":
            element.numbering = name(entry(attributes, "/ListNumbering")) or element.numbering
        elif owner == "Layout":
            mode = name(entry(attributes, "/WritingMode"))
            if _DIRECTIONS.get(mode) == "rtl":
                element.direction = "rtl"
            elif mode == "LrTb":
                element.direction = "ltr"


def _objects(node: object, class_map: object) -> Iterator[object]:
    for item in one_or_many(entry(node, "/C")):
        yield from one_or_many(entry(class_map, f"/{name(item)}"))
    # Revision numbers may stand between the attribute objects (14.7.5.3).
    yield from (item for item in one_or_many(entry(node, "/A")) if is_dictionary(item))


def _read_table(element: Element, attributes: object) -> None:
    element.scope = name(entry(attributes, "/Scope")) or element.scope
    element.row_span = integer(entry(attributes, "/RowSpan")) or element.row_span
    element.column_span = integer(entry(attributes, "/ColSpan")) or element.column_span
    headers = [text(item) for item in one_or_many(entry(attributes, "/Headers"))]
    element.headers = tuple(key for key in headers if key is not None) or element.headers
