"""Writes the structure tree into the file that the engine is about to save.

Source: ISO 32000-1, 14.7 (structure tree, parent tree, ID tree); ISO 32000-2, 14.7.4.3
(namespaces) and 14.8.5.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf

from publish.pdf import Content, Element
from publish.render.annotate import Places, aim, link_annotations
from publish.standards import roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publish.render.capture import Mark, TaggedStream
    from publish.render.leaves import Leaf
    from publish.standards import Profile

WRITING_MODES = {"ltr": "/LrTb", "rtl": "/RlTb"}


@dataclass(slots=True)
class TreeWriter:
    """Turns planned elements into PDF objects.

    Attributes:
        pdf: the engine's file, changed in place.
        marks: what was drawn of each content, by its id.
        streams: all streams with marks.
        objects: the PDF object of each element, by its id.
        owners: for each stream, the element that owns each of its marks.
    """

    pdf: Any
    profile: Profile
    marks: Mapping[int, Sequence[Mark]]
    streams: Sequence[TaggedStream]
    leaves: Sequence[Leaf]
    objects: dict[int, Any] = field(default_factory=dict)
    owners: dict[int, dict[int, Any]] = field(default_factory=lambda: defaultdict(dict))
    _namespaces: dict[str, Any] = field(default_factory=dict)
    _pages: list[Any] = field(default_factory=list)
    _references: tuple[bytes, ...] = ()
    _annotations: list[tuple[Any, Any, Element]] = field(default_factory=list)

    def write(self, tree: Element) -> None:
        """Write the whole tree and tie pages, forms and annotations to it."""
        pdf = self.pdf
        self._references = pdf.page_references  # made anew at each access
        self._pages = [
            item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"
        ]
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(root)
        self._write_vocabulary(root)
        places = Places(self.leaves)
        root["K"] = self._element(tree, root, places).reference
        self._aim_links(tree, places)
        self._write_references(tree)
        self._write_parent_tree(root)
        self._write_ids(root, tree)
        pdf.catalog["StructTreeRoot"] = root.reference
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _write_vocabulary(self, root: Any) -> None:
        if not self.profile.is_pdf2:
            root["RoleMap"] = pydyf.Dictionary(
                {name: f"/{standard}" for name, standard in roles.ROLE_MAP_PDF_1_7.items()}
            )
            return
        for address in (roles.NAMESPACE_PDF_2_0, roles.NAMESPACE_PDF_1_7):
            space = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(address)})
            self.pdf.add_object(space)
            self._namespaces[address] = space
        root["Namespaces"] = pydyf.Array(space.reference for space in self._namespaces.values())

    def _element(self, element: Element, parent: Any, places: Places) -> Any:
        role = roles.written_role(element.role, self.profile)
        item = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{role}", "P": parent.reference})
        self.pdf.add_object(item)
        self.objects[id(element)] = item
        if self.profile.is_pdf2:
            old = role in roles.ONLY_PDF_1_7
            address = roles.NAMESPACE_PDF_1_7 if old else roles.NAMESPACE_PDF_2_0
            item["NS"] = self._namespaces[address].reference
        for name, text in (
            ("Lang", element.language),
            ("Alt", element.alternate),
            ("E", element.expansion),
            ("T", element.title),
            ("ID", element.key),
        ):
            if text is not None:
                item[name] = pydyf.String(text)
        if attributes := self._attributes(element, places):
            item["A"] = attributes[0] if len(attributes) == 1 else pydyf.Array(attributes)
        self._write_kids(element, item, places)
        return item

    def _write_kids(self, element: Element, item: Any, places: Places) -> None:
        own = [mark for kid in element.kids for mark in self.marks.get(id(kid), ())]
        first = own[0].page if own else None
        if first is not None:
            item["Pg"] = self._references[first]
            element.page = first + 1
        kids = pydyf.Array()
        for kid in element.kids:
            if isinstance(kid, Content):
                marks = sorted(self.marks.get(id(kid), ()), key=lambda mark: mark.first)
                kids += [self._mark(mark, item, first) for mark in marks]
            else:
                kids.append(self._element(kid, item, places).reference)
                element.page = element.page or kid.page
        if element.role == "Link":
            kids += self._annotate(element, item, places)
        if kids:
            item["K"] = kids[0] if len(kids) == 1 else kids

    def _mark(self, mark: Mark, owner: Any, page: int | None) -> Any:
        self.owners[id(mark.stream)][mark.mcid] = owner.reference
        if mark.page == page and not mark.stream.is_form:
            return mark.mcid
        entry = pydyf.Dictionary({"Type": "/MCR", "Pg": self._references[mark.page]})
        if mark.stream.is_form:
            entry["Stm"] = mark.stream.reference
        entry["MCID"] = mark.mcid
        return entry

    def _attributes(self, element: Element, places: Places) -> list[Any]:
        """Return the attribute objects of an element. Source: ISO 32000-1, 14.8.5."""
        layout: dict[str, Any] = {}
        if element.direction:
            layout["WritingMode"] = WRITING_MODES[element.direction]
        if element.role == "Figure":
            layout |= self._figure_layout(element, places)
        table: dict[str, Any] = {}
        if element.scope:
            table["Scope"] = f"/{element.scope}"
        if element.headers:
            table["Headers"] = pydyf.Array(pydyf.String(key) for key in element.headers)
        if element.row_span > 1:
            table["RowSpan"] = element.row_span
        if element.column_span > 1:
            table["ColSpan"] = element.column_span
        found = {"/Layout": layout, "/Table": table}
        if element.numbering:
            numbering = roles.written_numbering(element.numbering, self.profile)
            found["/List"] = {"ListNumbering": f"/{numbering}"}
        if element.role == "Note" and self.profile.is_pdf2:
            found["/FENote"] = {"NoteType": "/Footnote"}
        return [
            pydyf.Dictionary({"O": owner, **values}) for owner, values in found.items() if values
        ]

    def _figure_layout(self, element: Element, places: Places) -> dict[str, Any]:
        """Say where a figure stands, if it stands on one page."""
        content = [kid for kid in element.kids if isinstance(kid, Content)]
        lines = places.lines(Element("Figure", list(content)))
        if not lines or len({page for page, _ in lines}) > 1:
            return {}
        boxes = [box for _, box in lines]
        sides = (min, min, max, max)
        box = [round(side(box[i] for box in boxes), 2) for i, side in enumerate(sides)]
        return {"BBox": pydyf.Array(box)}

    def _annotate(self, link: Element, owner: Any, places: Places) -> list[Any]:
        entries: list[Any] = []
        for page, annotation in link_annotations(link, places):
            self.pdf.add_object(annotation)
            annotation["P"] = self._references[page]
            self._pages[page].setdefault("Annots", pydyf.Array()).append(annotation.reference)
            self._annotations.append((annotation, owner, link))
            entries.append(
                pydyf.Dictionary(
                    {
                        "Type": "/OBJR",
                        "Obj": annotation.reference,
                        "Pg": self._references[page],
                    }
                )
            )
        return entries

    def _aim_links(self, tree: Element, places: Places) -> None:
        """Give internal links their destinations, now that all elements have objects."""
        by_key = {element.key: element for element in tree.elements() if element.key}
        for annotation, _, link in self._annotations:
            if not (link.target or "").startswith("#"):
                continue
            target = by_key.get((link.target or "")[1:])
            start = places.start(target) if target is not None else None
            if target is None or start is None:
                continue
            page, x, y = start
            element = self.objects[id(target)] if self.profile.is_pdf2 else None
            aim(annotation, self._references[page], x, y, element)

    def _write_references(self, tree: Element) -> None:
        """Point notes and their calls at each other, and entries of contents at their headings.

        Source: ISO 14289-2, 8.2.5.14 and 8.2.5.7. PDF 1.7 has no Ref.
        """
        if not self.profile.is_pdf2:
            return
        by_key = {element.key: element for element in tree.elements() if element.key}
        for element in tree.elements():
            target = by_key.get(element.refers_to or "")
            if target is not None:
                self._refer(element, target)
                if target.role == "Note":
                    self._refer(target, element)
            if element.role == "TOCI":
                link = next((kid for kid in element.elements() if kid.role == "Link"), None)
                heading = by_key.get((link.target or "")[1:]) if link is not None else None
                if heading is not None:
                    self._refer(element, heading)

    def _refer(self, element: Element, target: Element) -> None:
        entries = self.objects[id(element)].setdefault("Ref", pydyf.Array())
        reference = self.objects[id(target)].reference
        if reference not in entries:
            entries.append(reference)

    def _write_parent_tree(self, root: Any) -> None:
        """Say for each stream and annotation which element owns it. Source: 14.7.4.4."""
        numbers = pydyf.Array()
        for key, stream in enumerate(self.streams):
            holder = stream.extra if stream.is_form else self._pages[stream.page]
            holder["StructParents"] = key
            owners = self.owners[id(stream)]
            line = pydyf.Array(owners[mcid] for mcid in sorted(owners))
            self.pdf.add_object(line)
            numbers += [key, line.reference]
        for page in self._pages:
            page["Tabs"] = "/S"
        key = len(self.streams)
        for annotation, owner, _ in self._annotations:
            annotation["StructParent"] = key
            numbers += [key, owner.reference]
            key += 1
        tree = pydyf.Dictionary({"Nums": numbers})
        self.pdf.add_object(tree)
        root["ParentTree"] = tree.reference
        root["ParentTreeNextKey"] = key

    def _write_ids(self, root: Any, tree: Element) -> None:
        keyed = {
            element.key: self.objects[id(element)] for element in tree.elements() if element.key
        }
        if not keyed:
            return
        names = pydyf.Array()
        for key in sorted(keyed, key=_written):
            names += [pydyf.String(key), keyed[key].reference]
        leaf = pydyf.Dictionary({"Names": names})
        self.pdf.add_object(leaf)
        root["IDTree"] = leaf.reference


def _written(key: str) -> bytes:
    """Return a key as the bytes that a name tree is sorted by."""
    return key.encode() if key.isascii() else b"\xfe\xff" + key.encode("utf-16-be")
