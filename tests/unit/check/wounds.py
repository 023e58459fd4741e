"""Ways to find and damage things in a file, for tests."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Name


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
    given = pdf.pages[page].obj.Contents
    streams = list(given) if isinstance(given, Array) else [given]
    data = b"\n".join(stream.read_bytes() for stream in streams)
    assert old in data
    pdf.pages[page].obj.Contents = pdf.make_stream(data.replace(old, new, 1))


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return all fonts of all pages."""
    found = {
        font.objgen: font for page in pdf.pages for font in page.resources.get("/Font", {}).values()
    }
    return list(found.values())


def to_artifact(pdf: pikepdf.Pdf, node: pikepdf.Object) -> None:
    """Make the first content of an element decoration, and take it out of the tree."""
    reference = kids(node)[0]
    is_number = isinstance(reference, int)
    number = int(reference) if is_number else int(reference.MCID)
    holder = node.Pg if is_number else reference.Pg
    page = next(n for n, page in enumerate(pdf.pages) if page.obj.objgen == holder.objgen)
    content(pdf, f"/{role(node)} <</MCID {number}>> BDC".encode(), b"/Artifact BMC", page)
    node.K = Array(kids(node)[1:])


def names(pdf: pikepdf.Pdf) -> Array:
    """Return the list of named destinations."""
    return pdf.Root.Names.Dests.Names


__all__ = ["Name", "attribute", "content", "fonts", "kids", "names", "nodes", "role", "swap"]
