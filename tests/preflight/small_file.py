"""Small print files, readable in an editor, each good but for what a case puts into it."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

#: In points: a page of 40 × 40 mm with 3 mm of bleed and 12 mm of slug.
MM = 72 / 25.4
TRIM, BLEED, SLUG = 40 * MM, 3 * MM, 12 * MM

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Case</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-01T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:00000000-0000-5000-8000-000000000001</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def box(left: float, bottom: float, right: float, top: float) -> Array:
    """Return a box of page points, rounded as files have them."""
    return Array([round(value, 3) for value in (left, bottom, right, top)])


def profile(space: bytes = b"CMYK") -> bytes:
    """Return a stand-in for a profile: its header alone tells what it is for."""
    header = bytearray(132)
    header[0:4] = len(header).to_bytes(4, "big")
    header[8:12] = b"\x02\x10\x00\x00"
    header[12:16] = b"prtr"
    header[16:20] = space.ljust(4)
    header[20:24] = b"Lab "
    header[36:40] = b"acsp"
    return bytes(header)


def separation(ink: str, *solid: float) -> Array:
    """Return the colour space of a spot ink, with what stands for it at full tint."""
    tint = Dictionary(
        FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(solid or (0, 0.4, 1, 0)), N=1
    )
    return Array([Name.Separation, Name(f"/{ink}"), Name.DeviceCMYK, tint])


class SmallFile:
    """A file of one square page after the other.

    Positions in contents are millimetres from the lower left corner of the trim.
    """

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        stream = self.pdf.make_stream(profile())
        stream.N = 4
        self.intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String("FOGRA39"),
            RegistryName=String("http://www.color.org"),
            Info=String("Offset on coated paper"),
            DestOutputProfile=stream,
        )
        self.pdf.Root.OutputIntents = Array([self.pdf.make_indirect(self.intent)])
        self.pdf.Root.Metadata = self.pdf.make_stream(
            _XMP.encode(), Type=Name.Metadata, Subtype=Name.XML
        )
        self.pdf.trailer.Info = self.pdf.make_indirect(
            Dictionary(
                Title=String("Case"),
                CreationDate=String("D:20260101000000Z"),
                ModDate=String("D:20260101000000Z"),
                Trapped=Name("/False"),
            )
        )

    def page(
        self,
        contents: str = "",
        *,
        fonts: dict[str, Any] | None = None,
        trim: float = 40,
        ink: bool = True,
        **resources: Any,
    ) -> pikepdf.Object:
        """Add a page; `ink` draws a black square in its middle, so that it is not blank.

        Args:
            contents: operators, in millimetres from the corner of the trim.
            fonts: beside ``/F``, an embedded font of squares.
            trim: width of the page in millimetres.
            resources: dictionaries by their key, such as ``XObject``.
        """
        sheet = trim * MM + 2 * SLUG
        page = self.pdf.add_blank_page(page_size=(sheet, sheet)).obj
        page.MediaBox = box(0, 0, sheet, sheet)
        page.TrimBox = box(SLUG, SLUG, sheet - SLUG, sheet - SLUG)
        outer = SLUG - BLEED
        page.BleedBox = box(outer, outer, sheet - outer, sheet - outer)
        page.Resources = Dictionary({f"/{key}": value for key, value in resources.items()})
        page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True, K=False)
        if "/F " in contents:
            page.Resources.Font = Dictionary({"/F": self.squares(), **(fonts or {})})
        elif fonts:
            page.Resources.Font = Dictionary(fonts)
        body = f"{MM:.5f} 0 0 {MM:.5f} {SLUG:.3f} {SLUG:.3f} cm\n"
        body += "0 0 0 1 k 18 18 4 4 re f\n" if ink else ""
        page.Contents = self.pdf.make_stream(f"q\n{body}{contents}\nQ\n".encode())
        return page

    def squares(self, name: str = "ABCDEF+Squares") -> pikepdf.Object:
        """Return an embedded TrueType font whose letters A to Z, a to z are squares."""
        made = getattr(self, "_squares", {})
        if name not in made:
            made[name] = self.pdf.make_indirect(_font(self.pdf, name))
            self._squares = made
        return made[name]

    def picture(
        self, width: int, height: int, *, bits: int = 8, space: Any = Name.DeviceCMYK, **more: Any
    ) -> pikepdf.Object:
        """Return a picture without content: all its bytes are the same."""
        count = {Name.DeviceCMYK: 4, Name.DeviceGray: 1}.get(space, 1) if bits == 8 else 1
        row = (width * bits * count + 7) // 8
        data = bytes([0x40]) * (row * height)
        picture = self.pdf.make_stream(data)
        picture.stream_dict = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            BitsPerComponent=bits,
            ColorSpace=space,
            **more,
        )
        picture.write(data)
        return picture

    def bytes(self) -> bytes:
        """Return the file: uncompressed but for pictures and fonts, with an id by its content."""
        saved = BytesIO()
        self.pdf.save(
            saved,
            force_version="1.6",
            fix_metadata_version=False,  # metadata stay as the case wrote them
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=False,
            deterministic_id=True,
        )
        return saved.getvalue()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.bytes()).hexdigest()


def _font(pdf: pikepdf.Pdf, name: str) -> Dictionary:
    program = _square_font()
    stream = pdf.make_stream(program)
    stream.Length1 = len(program)
    widths = [600] * 95
    mapping = "".join(f"<{code:02X}> <{code:04X}>\n" for code in range(32, 127))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Case def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"95 beginbfchar\n{mapping}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(f"/{name}"),
        FirstChar=32,
        LastChar=126,
        Widths=widths,
        Encoding=Name.WinAnsiEncoding,
        ToUnicode=pdf.make_stream(cmap.encode()),
        FontDescriptor=Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{name}"),
            Flags=32,
            FontBBox=[0, 0, 600, 700],
            ItalicAngle=0,
            Ascent=700,
            Descent=-100,
            CapHeight=700,
            StemV=80,
            MissingWidth=600,
            FontFile2=stream,
        ),
    )


def _square_font() -> bytes:
    """Return a TrueType program of one shape for all letters; the same bytes on any day."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    def shape(draw: bool) -> Any:
        pen = TTGlyphPen(None)
        if draw:
            pen.moveTo((50, 0))
            pen.lineTo((50, 700))
            pen.lineTo((550, 700))
            pen.lineTo((550, 0))
            pen.closePath()
        return pen.glyph()

    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "square"])
    builder.setupCharacterMap(
        {code: "space" if code == 32 else "square" for code in range(32, 127)}
    )
    builder.setupGlyf({".notdef": shape(False), "space": shape(False), "square": shape(True)})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "space": (600, 0), "square": (600, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    saved = BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(saved)
    return saved.getvalue()
