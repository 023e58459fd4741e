"""Ways to find and damage things in a file, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array

from publish.check.font import read_to_unicode


def nodes(pdf: pikepdf.Pdf, *roles: str) -> list[pikepdf.Object]:
    """Return the structure elements of some roles (of all, without roles) in reading order."""
    return [node for node in _walk(pdf.Root.StructTreeRoot) if not roles or role(node) in roles]


def role(node: pikepdf.Object) -> str:
    """Return the written role of an element."""
    return str(node.get("/S", ""))[1:]


def _walk(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if "/S" in node and "/P" in node:
        yield node
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/P" in kid and "/S" in kid:
            yield from _walk(kid)


def kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what stands below an element."""
    below = node.get("/K", Array([]))
    return list(below) if isinstance(below, Array) else [below]


def attribute(node: pikepdf.Object, key: str) -> pikepdf.Object:
    """Return the attribute object of an element that holds a key."""
    given = node.A
    objects = list(given) if isinstance(given, Array) else [given]
    return next(item for item in objects if key in item)


def swap(node: pikepdf.Object, one: int, other: int) -> None:
    """Let two kids of an element change places."""
    below = kids(node)
    below[one], below[other] = below[other], below[one]
    node.K = Array(below)


def content(pdf: pikepdf.Pdf, old: bytes, new: bytes, page: int = 0) -> None:
    """Replace a piece of a page's content stream, once."""
    data = page_content(pdf, page)
    assert old in data
    pdf.pages[page].obj.Contents = pdf.make_stream(data.replace(old, new, 1))


def page_content(pdf: pikepdf.Pdf, page: int) -> bytes:
    """Return the content of a page as one stream."""
    given = pdf.pages[page].obj.Contents
    streams = list(given) if isinstance(given, Array) else [given]
    return b"\n".join(stream.read_bytes() for stream in streams)


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return all fonts of all pages."""
    found = {
        font.objgen: font for page in pdf.pages for font in page.resources.get("/Font", {}).values()
    }
    return list(found.values())


def to_artifact(pdf: pikepdf.Pdf, node: pikepdf.Object) -> None:
    """Make the first content of an element decoration, and take it out of the tree."""
    number, page = first_content(pdf, node)
    content(pdf, f"/{role(node)} <</MCID {number}>> BDC".encode(), b"/Artifact BMC", page)
    node.K = Array(kids(node)[1:])


def first_content(pdf: pikepdf.Pdf, node: pikepdf.Object) -> tuple[int, int]:
    """Return the MCID and the page, counted from 0, of an element's first content."""
    reference = kids(node)[0]
    is_number = isinstance(reference, int)
    holder = node.Pg if is_number else reference.Pg
    page = next(n for n, page in enumerate(pdf.pages) if page.obj.objgen == holder.objgen)
    return (int(reference) if is_number else int(reference.MCID)), page


def edit_content(
    pdf: pikepdf.Pdf, node: pikepdf.Object, edit: Callable[[bytes, int, int], bytes]
) -> None:
    """Change the stream that holds an element's first content.

    Args:
        edit: gets the stream and where the content begins and ends in it.
    """
    number, page = first_content(pdf, node)
    data = page_content(pdf, page)
    start = data.index(f"<</MCID {number}>> BDC".encode())
    following = data.find(b"/MCID ", start + 8)
    end = following if following > 0 else len(data)
    pdf.pages[page].obj.Contents = pdf.make_stream(edit(data, start, end))


def codes_of(font: pikepdf.Object, character: str) -> list[int]:
    """Return the two-byte codes that stand for a character in a font."""
    return [
        code
        for code, text in read_to_unicode(font.ToUnicode.read_bytes()).items()
        if text == character
    ]


def with_text(pdf: pikepdf.Pdf, wanted: str, key: str) -> pikepdf.Object:
    """Return the first element of a role that has an entry."""
    return next(node for node in nodes(pdf, wanted) if f"/{key}" in node)


def exchange(one: pikepdf.Object, other: pikepdf.Object, *keys: str) -> None:
    """Let two dictionaries exchange entries."""
    for key in keys:
        first, second = one.get(key), other.get(key)
        for holder, value in ((one, second), (other, first)):
            if value is not None:
                holder[key] = value
            elif key in holder:
                del holder[key]


def names(pdf: pikepdf.Pdf) -> Array:
    """Return the list of named destinations."""
    return pdf.Root.Names.Dests.Names
