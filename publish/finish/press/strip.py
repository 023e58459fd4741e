"""Takes away what a press cannot print: tags, links, bookmarks, forms, actions, attachments.

A press reads marks on paper and nothing else, and each of these things has made a shop refuse a
file. What stays is chosen, not what goes, so that a new key of the renderer cannot slip through.

Lang stays: PDF/A-2b and PDF/X-4 both allow it, and it is true of the words on the page.

Source: ISO 15930-7:2010 (annotations, actions, optional content); ISO 32000-1, 7.7.2 (catalogue),
7.7.3.3 (pages), 14.6 (marked content).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

_CATALOG = frozenset({"/Type", "/Pages", "/Lang", "/OutputIntents"})
_PAGE = frozenset({"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/TrimBox"})

#: Of forms, pictures and patterns: what leads to tags, to private data or to another picture.
_OF_OBJECTS = (
    "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OC", "/OPI",
    "/Alternates", "/AF", "/Ref", "/ID", "/Measure", "/PtData",
)  # fmt: skip

_MARKED = frozenset({"BDC", "BMC", "EMC", "MP", "DP"})
_MARKED_BYTES = (b"BDC", b"BMC", b"EMC", b"MP", b"DP")


def strip(pdf: pikepdf.Pdf) -> None:
    """Leave only what is drawn on the pages of a rendered file, in place."""
    _keep(pdf.Root, _CATALOG)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        if "/Resources" not in page.obj:
            # Inherited from the tree of pages (ISO 32000-1, 7.7.3.4).
            page.obj.Resources = page.resources
        _keep(page.obj, _PAGE)
        page.contents_coalesce()
        page.obj.Contents = pdf.make_stream(without_marked_content(page.obj.Contents))
        for drawn in _drawn(page.obj.Resources, seen):
            _clean(drawn)


def without_marked_content(stream: Object) -> bytes:
    """Return the operators of a content stream, those of marked content left out.

    They draw nothing, and every one of them may go: BMC and BDC with the EMC that ends them.
    """
    content = stream.read_bytes()
    if not any(operator in content for operator in _MARKED_BYTES):
        return content
    instructions = pikepdf.parse_content_stream(stream)
    return pikepdf.unparse_content_stream(
        [one for one in instructions if str(one.operator) not in _MARKED]
    )


def _keep(dictionary: Object, keys: frozenset[str]) -> None:
    for key in [key for key in dictionary.keys() if key not in keys]:
        del dictionary[key]


def _clean(drawn: Object) -> None:
    for key in _OF_OBJECTS:
        if key in drawn:
            del drawn[key]
    if drawn.get("/Subtype") != Name.Image:
        kept = without_marked_content(drawn)
        if kept != drawn.read_bytes():
            drawn.write(kept)


def _drawn(resources: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    """Yield every form, picture, pattern and glyph procedure that resources lead to, each once."""
    waiting = [resources]
    while waiting:
        found = waiting.pop()
        if "/Properties" in found:
            del found["/Properties"]
        for stream in _streams(found):
            if stream.objgen in seen:
                continue
            seen.add(stream.objgen)
            yield stream
            if isinstance(within := stream.get("/Resources"), Dictionary):
                waiting.append(within)


def _streams(resources: Object) -> Iterator[Object]:
    for kind in ("/XObject", "/Pattern"):
        for one in _values(resources.get(kind)):
            if isinstance(one, Stream):
                yield one
                yield from (one[key] for key in ("/SMask", "/Mask") if _is_stream(one.get(key)))
    for state in _values(resources.get("/ExtGState")):
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) and _is_stream(mask.get("/G")):
            yield mask.G
    for font in _values(resources.get("/Font")):
        yield from filter(_is_stream, _values(font.get("/CharProcs")))


def _values(dictionary: object) -> list[Object]:
    return list(dict(dictionary.items()).values()) if isinstance(dictionary, Dictionary) else []


def _is_stream(value: object) -> bool:
    return isinstance(value, Stream)
