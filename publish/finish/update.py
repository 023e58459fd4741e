"""An incremental update: new objects behind a file that stays as it is.

pypdf can only write a document it has copied object by object. The update reads no more than it
needs (catalog, pages, IDs), and writes no more than what is new.

Source: ISO 32000-1, 7.5.6 (incremental updates).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

from pypdf import PdfReader
from pypdf.generic import (
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from publish.errors import OwnError

if TYPE_CHECKING:
    from collections.abc import Mapping


def dictionary(entries: Mapping[str, PdfObject]) -> DictionaryObject:
    """Return a PDF dictionary; keys are given without their slash."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def name(text: str) -> NameObject:
    """Return a PDF name, given without its slash."""
    return NameObject(f"/{text}")


class Update:
    """New objects for one file.

    Attributes:
        catalog: the document catalog; change it in place, it is written again.
        pages: references to the pages in order.
    """

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._reader = PdfReader(BytesIO(pdf))
        self._root = cast("IndirectObject", self._reader.trailer.raw_get("/Root"))
        self._free = int(cast("NumberObject", self._reader.trailer["/Size"]))
        self._objects: dict[int, PdfObject] = {}
        self.catalog: DictionaryObject = self._reader.root_object
        self.pages = [
            cast("IndirectObject", page.indirect_reference) for page in self._reader.pages
        ]

    def add(self, new: PdfObject) -> IndirectObject:
        """Give a new object a number, and return the reference to it."""
        number = self._free + len(self._objects)
        self._objects[number] = new
        return IndirectObject(number, 0, self._reader)

    def structure_ids(self) -> dict[str, IndirectObject]:
        """Return all structure elements that have an ID (ISO 32000-1, 14.7.2, IDTree)."""
        found: dict[str, IndirectObject] = {}
        root = cast("DictionaryObject", self.catalog.get("/StructTreeRoot", dictionary({})))
        nodes = [root["/IDTree"]] if "/IDTree" in root else []
        while nodes:
            node = cast("DictionaryObject", nodes.pop())
            nodes += [kid.get_object() for kid in node.get("/Kids", ())]
            leaves = node.get("/Names", ())
            found |= zip(map(_key, leaves[::2]), leaves[1::2], strict=True)
        return found

    def written(self, information: IndirectObject | None) -> bytes:
        """Return the file with the update behind it.

        The trailer names no file identifier: `publish.finish.save` derives a new one.

        Args:
            information: the document information; ``None`` leaves it out of the file.
        """
        out = BytesIO()
        out.write(self._pdf)
        offsets = {}
        for number, new in {self._root.idnum: self.catalog, **self._objects}.items():
            offsets[number] = out.tell()
            out.write(b"%d 0 obj\n" % number)
            new.write_to_stream(out)
            out.write(b"\nendobj\n")
        table = out.tell()
        out.write(b"xref\n")
        for number, offset in sorted(offsets.items()):
            out.write(b"%d 1\n%010d 00000 n \n" % (number, offset))
        out.write(b"trailer\n")
        self._trailer(information).write_to_stream(out)
        out.write(b"\nstartxref\n%d\n%%%%EOF\n" % table)
        return out.getvalue()

    def _trailer(self, information: IndirectObject | None) -> DictionaryObject:
        trailer = dictionary(
            {
                "Size": NumberObject(self._free + len(self._objects)),
                "Root": self._root,
                "Prev": NumberObject(self._last_table()),
            }
        )
        if information is not None:
            trailer[NameObject("/Info")] = information
        return trailer

    def _last_table(self) -> int:
        _, mark, rest = self._pdf.rpartition(b"startxref")
        if not mark:
            raise OwnError("the rendered file has no cross-reference table")
        return int(rest.split()[0])


def _key(text: PdfObject) -> str:
    """An ID as the structure plan has it; pypdf gives bytes for what it cannot decode."""
    return text.decode("latin-1") if isinstance(text, ByteStringObject) else str(text)


def stream(data: bytes, entries: Mapping[str, PdfObject]) -> StreamObject:
    """Return a stream without filters."""
    new = StreamObject()
    new.update(dictionary(entries))
    new.set_data(data)
    return new
