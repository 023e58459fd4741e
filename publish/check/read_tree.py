"""Read the structure tree of a finished file back, with the text that each element stands for.

The tree is read as any reader would read it, from the bytes alone; nothing of the code that wrote
it is used. On the way every tie between tree and pages is followed in both directions.

Source: ISO 32000-1, 14.7 (logical structure), 14.8 (tagged PDF); ISO 32000-2, 14.7.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.check.attributes import read_attributes
from publish.check.destinations import Aim, Destinations
from publish.check.marked_content import Sequence, SequenceKey
from publish.check.objects import (
    ObjectId,
    entry,
    integer,
    is_dictionary,
    items,
    name,
    name_tree,
    object_id,
    one_or_many,
    text,
)
from publish.check.role_map import RoleMap
from publish.model import Fault
from publish.pdf import Content, Element, Origin
from publish.standards.rules import checking

if TYPE_CHECKING:
    import pikepdf

    from publish.check.drawing import Drawing
    from publish.check.geometry import Box
    from publish.standards import Ruling

_ELEMENT_LIMIT = 500_000
_DEPTH_LIMIT = 400
#: Kinds of annotation that stand outside the structure (ISO 14289-1, 7.18.1, 7.18.8).
_OUTSIDE = frozenset({"Popup", "PrinterMark", "TrapNet"})
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5


@dataclass(slots=True)
class ReadTree:
    """What the file says about its structure.

    Attributes:
        root: the one element at the top; ``None`` where there is none.
        faults: ties that do not hold.
        roles: the standard type behind each written role.
        namespaces: of each element; empty in PDF 1.7.
        aims: where the annotations of a link element lead.
        boxes: around the content of an element on its first page.
        keys: elements by their identifier.
    """

    root: Element | None = None
    faults: list[Fault] = field(default_factory=list)
    roles: dict[Element, str] = field(default_factory=dict)
    namespaces: dict[Element, str] = field(default_factory=dict)
    aims: dict[Element, list[Aim]] = field(default_factory=dict)
    boxes: dict[Element, Box] = field(default_factory=dict)
    keys: dict[str, Element] = field(default_factory=dict)

    def fault(
        self, ruling: Ruling, detail: str = "", element: str = "", page: int | None = None
    ) -> None:
        """Enter a fault of the file."""
        self.faults.append(Fault(ruling, detail, element=element, page=page or None))


def read_tree(pdf: pikepdf.Pdf, drawing: Drawing) -> ReadTree:
    """Read the tree and follow its ties.

    Raises:
        those of `objects.BROKEN`, where the objects of the file cannot be read at all.
    """
    tree = ReadTree()
    top = entry(pdf.Root, "/StructTreeRoot")
    if not is_dictionary(top):
        tree.fault(checking.NO_STRUCTURE)
        return tree
    if entry(pdf.Root, "/MarkInfo", "/Marked") is not True:
        tree.fault(checking.NO_STRUCTURE, "the file does not say that it is tagged (Marked)")
    reader = _Reader(pdf, drawing, tree, top)
    reader.read()
    reader.check_content()
    reader.check_annotations()
    reader.check_identifiers()
    return tree


class _Reader:
    """Walks the tree once; fills `tree`."""

    def __init__(self, pdf: pikepdf.Pdf, drawing: Drawing, tree: ReadTree, top: object) -> None:
        self.pdf, self.tree, self.top, self.marks = pdf, tree, top, drawing.marks
        self.pages = {object_id(page.obj): n for n, page in enumerate(pdf.pages, start=1)}
        self.parents = {
            key: value
            for number, value in name_tree(entry(top, "/ParentTree"))
            if (key := integer(number)) is not None
        }
        self.rows: dict[int, list[object]] = {}
        self.role_map = RoleMap.read(top)
        self.destinations = Destinations.read(pdf, self.pages)
        self.used: set[SequenceKey] = set()
        self.met: set[ObjectId] = set()
        self.annotations: set[ObjectId] = set()
        self.holders: dict[ObjectId, object] = {}
        self.identifiers: list[tuple[str, Element, ObjectId]] = []

    # The walk

    def read(self) -> None:
        """Read all elements, in reading order."""
        roots = [self._element(kid, self.top) for kid in one_or_many(entry(self.top, "/K"))]
        tops = [root for root in roots if root is not None]
        if len(tops) != 1:
            found = f"{len(tops)} elements stand at the top instead of one"
            self.tree.fault(checking.STRUCTURE_DAMAGED, found)
        self.tree.root = tops[0][0] if tops else None
        stack = [(*found, 1) for found in tops]
        while stack:
            element, node, depth = stack.pop()
            kids = [(*found, depth + 1) for found in self._kids(element, node)]
            if depth > _DEPTH_LIMIT or len(self.met) > _ELEMENT_LIMIT:
                self.tree.fault(checking.TOO_MUCH, "the structure tree is too deep or too large")
                break
            stack += reversed(kids)
        self._settle_pages()

    def _element(self, node: object, parent: object) -> tuple[Element, object] | None:
        """Make an element of a dictionary; refuse one that was met before."""
        if not is_dictionary(node):
            self.tree.fault(checking.STRUCTURE_DAMAGED, "something stands in place of an element")
            return None
        key = object_id(node)
        if key in self.met and key != (0, 0):
            self.tree.fault(checking.STRUCTURE_DAMAGED, "an element stands in two places")
            return None
        self.met.add(key if key != (0, 0) else (-len(self.met) - 1, 0))
        element = Element(name(entry(node, "/S")))
        self._describe(element, node)
        if object_id(entry(node, "/P")) != object_id(parent):
            detail = "an element names another parent than the one that holds it"
            self.tree.fault(checking.STRUCTURE_DAMAGED, detail, called(element))
        return element, node

    def _describe(self, element: Element, node: object) -> None:
        element.language = text(entry(node, "/Lang"))
        element.alternate = text(entry(node, "/Alt"))
        element.expansion = text(entry(node, "/E"))
        element.title = text(entry(node, "/T"))
        element.key = text(entry(node, "/ID"))
        read_attributes(element, node, entry(self.top, "/ClassMap"))
        references = [text(entry(item, "/ID")) for item in one_or_many(entry(node, "/Ref"))]
        element.refers_to = next((key for key in references if key), None)
        self.tree.namespaces[element] = text(entry(node, "/NS", "/NS")) or ""
        role = self.role_map.standard_type(element.role, entry(node, "/NS"))
        self.tree.roles[element] = role or element.role
        if role is None:
            self.tree.fault(checking.ROLE_UNKNOWN, element.role or "(none)")
        if element.key is not None:
            self.identifiers.append((element.key, element, object_id(node)))

    def _kids(self, element: Element, node: object) -> list[tuple[Element, object]]:
        """Fill an element with its content; return the elements below it."""
        below: list[tuple[Element, object]] = []
        for kid in one_or_many(entry(node, "/K")):
            mcid, kind = integer(kid), name(entry(kid, "/Type"))
            if mcid is not None:
                self._content(element, node, entry(node, "/Pg"), mcid)
            elif kind == "MCR":
                self._content_reference(element, node, kid)
            elif kind == "OBJR":
                self._object(element, node, entry(kid, "/Obj"))
            elif (found := self._element(kid, node)) is not None:
                element.kids.append(found[0])
                below.append(found)
        actual = text(entry(node, "/ActualText"))
        if actual is not None:
            element.kids = [Content(actual)]
        return below

    # Content

    def _content_reference(self, element: Element, node: object, reference: object) -> None:
        mcid = integer(entry(reference, "/MCID"))
        holder = entry(reference, "/Stm") or entry(reference, "/Pg") or entry(node, "/Pg")
        if mcid is None:
            detail = "a reference to content has no number"
            self.tree.fault(checking.STRUCTURE_DAMAGED, detail, called(element))
        else:
            self._content(element, node, holder, mcid)

    def _content(self, element: Element, node: object, holder: object, mcid: int) -> None:
        key = (object_id(holder), mcid)
        sequence = self.marks.sequences.get(key)
        if sequence is None:
            page = self.pages.get(key[0])
            detail = f"marked content number {mcid} is not on the page"
            self.tree.fault(checking.STRUCTURE_DAMAGED, detail, called(element), page)
            return
        if key in self.used:
            sample = _sample(sequence.text)
            self.tree.fault(checking.CONTENT_USED_TWICE, sample, page=sequence.page)
        self.used.add(key)
        self.holders[key[0]] = holder
        self._check_way_back(element, node, holder, mcid, sequence)
        is_picture = sequence.pictures and not sequence.text
        origin = Origin.PICTURE if is_picture else Origin.TEXT
        element.kids.append(Content(sequence.text, origin))
        element.page = element.page or sequence.page
        if sequence.box is not None and sequence.page == element.page:
            known = self.tree.boxes.get(element)
            self.tree.boxes[element] = known.around(sequence.box) if known else sequence.box

    def _check_way_back(
        self, element: Element, node: object, holder: object, mcid: int, sequence: Sequence
    ) -> None:
        number = integer(entry(holder, "/StructParents"))
        row = self._row(number) if number is not None else []
        back = row[mcid] if 0 <= mcid < len(row) else None
        if object_id(back) != object_id(node):
            detail = f"“{_sample(sequence.text)}”" if sequence.text.strip() else ""
            self.tree.fault(checking.NO_WAY_BACK, detail, called(element), sequence.page)

    def _row(self, number: int) -> list[object]:
        """Return a row of the parent tree; a page's row is copied once, not for each mark."""
        if number not in self.rows:
            self.rows[number] = items(self.parents.get(number))
        return self.rows[number]

    def check_content(self) -> None:
        """Report content that no element holds, and marks that do not fit into each other."""
        marks, fault = self.marks, self.tree.fault
        for key, sequence in marks.sequences.items():
            if key not in self.used and (sequence.text.strip() or sequence.pictures):
                sample = _sample(sequence.text) or "a picture"
                fault(checking.CONTENT_WITHOUT_ELEMENT, sample, page=sequence.page)
        for key in marks.twice:
            sequence = marks.sequences[key]
            detail = f"two pieces carry the number {key[1]}"
            fault(checking.CONTENT_USED_TWICE, detail, page=sequence.page)
        for page in sorted(set(marks.crossed)):
            fault(checking.ARTIFACT_CROSSED, page=page)
        for page in sorted(set(marks.unbalanced)):
            fault(checking.MARKS_UNBALANCED, page=page)
        for page in sorted({loose.page for loose in marks.loose}):
            fault(checking.CONTENT_NOT_MARKED, self._loose_on(page), page=page)

    def _loose_on(self, page: int) -> str:
        found = [loose for loose in self.marks.loose if loose.page == page]
        sample = next((loose.sample for loose in found if loose.sample.strip()), "")
        kinds = [
            f"{count} of {kind}"
            for kind in ("text", "picture", "drawing")
            if (count := sum(loose.kind == kind for loose in found))
        ]
        return ", ".join(kinds) + (f", the first “{_sample(sample)}”" if sample else "")

    # Annotations

    def _object(self, element: Element, node: object, annotation: object) -> None:
        key = object_id(annotation)
        self.annotations.add(key)
        number = integer(entry(annotation, "/StructParent"))
        back = self.parents.get(number) if number is not None else None
        if object_id(back) != object_id(node):
            detail = "the annotation does not lead back to its element"
            self.tree.fault(checking.ANNOTATION_LOST, detail, called(element))
        element.contents = element.contents or text(entry(annotation, "/Contents"))
        aim = self.destinations.aim_of(annotation)
        if aim is not None:
            self.tree.aims.setdefault(element, []).append(aim)
            element.target = element.target or aim.address
        page = self.pages.get(object_id(entry(annotation, "/P")))
        element.page = element.page or page or 0

    def check_annotations(self) -> None:
        """Report annotations on the pages that no element holds."""
        for number, page in enumerate(self.pdf.pages, start=1):
            for annotation in items(entry(page.obj, "/Annots")):
                kind = name(entry(annotation, "/Subtype"))
                flags = integer(entry(annotation, "/F")) or 0
                if kind in _OUTSIDE or flags & (_HIDDEN | _NO_VIEW):
                    continue
                if object_id(annotation) not in self.annotations:
                    aim = self.destinations.aim_of(annotation)
                    detail = f"{kind} {aim.address or ''}".strip() if aim else kind
                    self.tree.fault(checking.ANNOTATION_LOST, detail, page=number)

    # Identifiers and pages

    def check_identifiers(self) -> None:
        """Report identifiers that two elements carry, or that the list of them lacks."""
        listed = {
            key: object_id(value)
            for item, value in name_tree(entry(self.top, "/IDTree"))
            if (key := text(item)) is not None
        }
        for key, element, identity in self.identifiers:
            if key in self.tree.keys:
                detail = f"two elements carry “{key}”"
                self.tree.fault(checking.IDENTIFIERS_WRONG, detail, called(element))
            elif listed.get(key) != identity:
                detail = f"the list of identifiers does not lead to “{key}”"
                self.tree.fault(checking.IDENTIFIERS_WRONG, detail, called(element))
            self.tree.keys.setdefault(key, element)

    def _settle_pages(self) -> None:
        """Give elements without content of their own the page and box of what they hold."""
        if self.tree.root is None:
            return
        for element in reversed(list(self.tree.root.elements())):
            kids = [kid for kid in element.kids if isinstance(kid, Element) and kid.page]
            pages = [kid.page for kid in kids] + ([element.page] if element.page else [])
            element.page = min(pages, default=0)
            for kid in kids:
                box = self.tree.boxes.get(kid)
                if box is not None and kid.page == element.page:
                    known = self.tree.boxes.get(element)
                    self.tree.boxes[element] = known.around(box) if known else box


def called(element: Element) -> str:
    """Name an element that was read back: its role and the beginning of its text."""
    sample = _sample("".join(kid.text for kid in element.kids if isinstance(kid, Content)))
    return f"{element.role} “{sample}”" if sample else element.role


def _sample(words: str, length: int = 40) -> str:
    collapsed = " ".join(words.split())
    return collapsed if len(collapsed) <= length else collapsed[: length - 1] + "…"
