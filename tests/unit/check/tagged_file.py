"""Write a small tagged PDF from a planned tree, by hand: no rendering, a few milliseconds.

What it writes is right in every tie that the checks follow, so that tests can plant one damage
and know that nothing else is wrong.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publish.pdf import Content, Element, Origin, Plan
from publish.standards import PROFILES, Profile
from publish.standards.roles import (
    NAMESPACE_PDF_1_7,
    NAMESPACE_PDF_2_0,
    ONLY_PDF_1_7,
    RENAMED_IN_PDF_2_0,
    ROLE_MAP_PDF_1_7,
)

LINES_A_PAGE = 40
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{claims}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def tagged_file(plan: Plan, profile: Profile = PROFILES["ua-1"], title: str = "Titre") -> bytes:
    """Return the file."""
    return _Writer(plan, profile, title).write()


@dataclass
class _Writer:
    plan: Plan
    profile: Profile
    title: str
    streams: list[list[bytes]] = field(default_factory=lambda: [[]])
    owners: list[list[pikepdf.Object]] = field(default_factory=lambda: [[]])
    codes: dict[str, int] = field(default_factory=dict)
    nodes: dict[Element, pikepdf.Object] = field(default_factory=dict)
    annotations: list[tuple[pikepdf.Object, pikepdf.Object]] = field(default_factory=list)
    places: dict[str, tuple[int, float]] = field(default_factory=dict)
    line: int = 0

    def write(self) -> bytes:
        self.pdf = pikepdf.new()
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.spaces = {
            uri: self.pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(uri)))
            for uri in (NAMESPACE_PDF_1_7, NAMESPACE_PDF_2_0)
        }
        self.pages: list[pikepdf.Object] = []
        self._page()
        self.root.K = self._element(self.plan.tree, self.root)
        self._finish()
        out = io.BytesIO()
        self.pdf.save(out, deterministic_id=True)
        return out.getvalue()

    def _page(self) -> None:
        page = self.pdf.add_blank_page(page_size=(595, 842))
        self.pages.append(page.obj)
        if len(self.pages) > 1:
            self.streams.append([])
            self.owners.append([])
        page.obj.StructParents = len(self.pages) - 1

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        role = element.role
        if self.profile.is_pdf2:
            role = RENAMED_IN_PDF_2_0.get(role, role)
        node = self.pdf.make_indirect(Dictionary(S=Name(f"/{role}"), P=parent))
        self.nodes[element] = node
        if self.profile.is_pdf2:
            node.NS = self.spaces[NAMESPACE_PDF_1_7 if role in ONLY_PDF_1_7 else NAMESPACE_PDF_2_0]
        for key, value in self._strings(element):
            node[key] = String(value)
        attributes = list(self._attributes(element))
        if attributes:
            node.A = Array(attributes)
        if element.role not in ("Span", "Em", "Strong", "Link", "Reference"):
            self.line += 1
        if self.line >= LINES_A_PAGE:
            self.line = 1
            self._page()
        if element.key:
            self.places[element.key] = len(self.pages) - 1, 800 - 18 * self.line + 10
        kids = [self._kid(kid, node, role) for kid in element.kids]
        if element.target is not None:
            kids.append(self._annotation(element, node))
        node.K = Array(kids)
        return node

    def _kid(self, kid: Element | Content, node: pikepdf.Object, role: str) -> object:
        if isinstance(kid, Element):
            return self._element(kid, node)
        page = len(self.pages) - 1
        mcid = len(self.owners[page])
        self.owners[page].append(node)
        self.streams[page].append(f"/{role} <</MCID {mcid}>> BDC".encode())
        if kid.origin is Origin.PICTURE:
            self.streams[page].append(b"0.2 0.4 0.6 rg 400 400 20 20 re f 0 g")
        else:
            shown = "".join(f"{self._code(character):04x}" for character in kid.text or "1. ")
            at = f"1 0 0 1 50 {800 - 18 * self.line} Tm"
            self.streams[page].append(f"BT /F 11 Tf {at} <{shown}> Tj ET".encode())
        self.streams[page].append(b"EMC")
        return Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mcid)

    def _code(self, character: str) -> int:
        return self.codes.setdefault(character, len(self.codes) + 1)

    def _strings(self, element: Element) -> Iterator[tuple[str, str]]:
        for key, value in (
            ("/Lang", element.language),
            ("/Alt", element.alternate),
            ("/E", element.expansion),
            ("/T", element.title),
            ("/ID", element.key),
        ):
            if value is not None:
                yield key, value

    def _attributes(self, element: Element) -> Iterator[pikepdf.Object]:
        table: dict[str, object] = {}
        if element.scope:
            table["/Scope"] = Name(f"/{element.scope}")
        if element.headers:
            table["/Headers"] = Array([String(key) for key in element.headers])
        if element.row_span > 1:
            table["/RowSpan"] = element.row_span
        if element.column_span > 1:
            table["/ColSpan"] = element.column_span
        if table:
            yield Dictionary({"/O": Name.Table, **table})
        if element.numbering:
            yield Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
        if element.direction:
            mode = Name.RlTb if element.direction == "rtl" else Name.LrTb
            yield Dictionary(O=Name.Layout, WritingMode=mode)

    def _annotation(self, element: Element, node: pikepdf.Object) -> pikepdf.Object:
        page = self.pages[-1]
        annotation = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, F=4, Rect=[50, 50, 60, 60], P=page)
        )
        annotation.Contents = String(element.contents or element.text)
        if element.target and element.target.startswith("#"):
            annotation.Dest = String(element.target[1:])
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(element.target or ""))
        self.annotations.append((annotation, node))
        page.Annots = Array([*page.get("/Annots", []), annotation])
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _finish(self) -> None:
        pdf, root = self.pdf, self.root
        font = self._font()
        for page, parts in zip(self.pages, self.streams, strict=True):
            page.Contents = pdf.make_stream(b"\n".join(parts))
            page.Resources = Dictionary(Font=Dictionary(F=font))
        numbers: list[object] = []
        for number, owners in enumerate(self.owners):
            numbers += [number, pdf.make_indirect(Array(owners))]
        for number, (annotation, node) in enumerate(self.annotations, start=len(self.pages)):
            annotation.StructParent = number
            numbers += [number, node]
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        identified = sorted((e.key, n) for e, n in self.nodes.items() if e.key)
        listed = [part for key, node in identified for part in (String(key), node)]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(listed)))
        if self.profile.is_pdf2:
            root.Namespaces = Array(self.spaces.values())
            self._references()
        else:
            root.RoleMap = Dictionary({f"/{k}": Name(f"/{v}") for k, v in ROLE_MAP_PDF_1_7.items()})
        names = [
            part
            for key, (page, top) in sorted(self.places.items())
            for part in (String(key), Array([self.pages[page], Name.XYZ, 50, top, 0]))
        ]
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String(self.plan.tree.language or "fr")
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        access, archive = self.profile.claims(attachments=False)
        claims = f"<pdfuaid:part>{access.value[-1]}</pdfuaid:part>"
        claims += f"<pdfaid:part>{archive.value[0]}</pdfaid:part>"
        claims += "" if self.profile.is_pdf2 else "<pdfaid:conformance>A</pdfaid:conformance>"
        packet = XMP.format(title=self.title, claims=claims).encode()
        pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
        self._outline()

    def _references(self) -> None:
        by_key = {element.key: node for element, node in self.nodes.items() if element.key}
        for element, node in self.nodes.items():
            if element.refers_to in by_key:
                node.Ref = Array([by_key[element.refers_to]])

    def _outline(self) -> None:
        headings = [e for e in self.plan.tree.elements() if e.role in ("H1", "H2", "H3")]
        with self.pdf.open_outline() as outline:
            for heading in headings:
                words = " ".join(
                    "".join(k.text for k in heading.kids if isinstance(k, Content)).split()
                )
                outline.root.append(pikepdf.OutlineItem(words, 0))

    def _font(self) -> pikepdf.Object:
        pairs = "".join(
            f"<{code:04x}> <{character.encode('utf-16-be').hex()}>\n"
            for character, code in self.codes.items()
        )
        cmap = f"begincmap\n{len(self.codes)} beginbfchar\n{pairs}endbfchar\nendcmap"
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+Test"),
            Flags=4,
            FontFile3=self.pdf.make_stream(b"not looked at", Subtype=Name.CIDFontType0C),
        )
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType0, DW=500, FontDescriptor=descriptor
        )
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/ABCDEF+Test"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([inner]),
                ToUnicode=self.pdf.make_stream(cmap.encode()),
            )
        )
