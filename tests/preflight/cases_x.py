"""Cases of the rules of PDF/X-4."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from case import Case, Cases
from pikepdf import Array, Dictionary, Name, String
from small_file import SmallFile, box, profile, separation

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Cases()

#: A square of 10 mm in the middle of the page.
SQUARE = "15 15 10 10 re f"
PLACED = "q 10 0 0 10 15 15 cm /P Do Q"


def _file(
    place: str, contents: str = "", **how: Any
) -> Callable[[Callable[[Any, Any], Any]], None]:
    """Enter a case of one page; the function changes file and page, or returns other bytes."""

    def enter(change: Callable[[SmallFile, Any], Any]) -> None:
        @CASES.add(place)
        def made() -> Case:
            file = SmallFile()
            page = file.page(contents, **how)
            changed = change(file, page)
            return Case(changed if isinstance(changed, bytes) else file.bytes())

    return enter


def _replaced(file: SmallFile, old: bytes, new: bytes) -> bytes:
    """Return the file with some bytes exchanged for as many others."""
    data = file.bytes()
    if old not in data or len(old) != len(new):
        raise ValueError(f"{old!r} cannot be exchanged")
    return data.replace(old, new)


def _metadata(file: SmallFile, old: str, new: str) -> None:
    data = file.pdf.Root.Metadata.read_bytes().decode()
    if old not in data:
        raise ValueError(f"{old!r} is not in the metadata")
    file.pdf.Root.Metadata.write(data.replace(old, new).encode())


def _form(file: SmallFile, contents: str, **more: Any) -> pikepdf.Object:
    form = file.pdf.make_stream(contents.encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, box(0, 0, 40, 40)
    for key, value in more.items():
        form[f"/{key}"] = value
    return form


# The file as a whole


@_file("X00/fail-broken-content")
def _(file: SmallFile, page: Any) -> None:
    page.Contents = file.pdf.make_stream(b"this is no compressed stream")
    page.Contents.write(b"not compressed at all", filter=Name.FlateDecode)


@CASES.add("X00/fail-no-pdf")
def _() -> Case:
    return Case(b"This is a letter, and somebody has called it a PDF file.\n")


@CASES.add("X00/fail-cut-off")
def _() -> Case:
    file = SmallFile()
    file.page()
    return Case(file.bytes()[:700])


@_file("X00/fail-form-in-itself", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    form = _form(file, "/P Do")
    form.Resources = page.Resources
    page.Resources.XObject = Dictionary(P=form)


CASES.page("X00/pass-whole")


@_file("X01/fail-password")
def _(file: SmallFile, page: Any) -> bytes:
    return _encrypted(file, user="open", owner="own")


@_file("X01/fail-restricted")
def _(file: SmallFile, page: Any) -> bytes:
    return _encrypted(file, user="", owner="own")


def _encrypted(file: SmallFile, *, user: str, owner: str) -> bytes:
    """Return an encrypted file; 40-bit keys need no chance, so that the bytes are the same."""
    saved = BytesIO()
    file.pdf.save(
        saved,
        static_id=True,
        encryption=pikepdf.Encryption(user=user, owner=owner, R=3, aes=False, metadata=False),
    )
    return saved.getvalue()


CASES.page("X01/pass-open")


@_file("X02/fail-header")
def _(file: SmallFile, page: Any) -> bytes:
    return _replaced(file, b"%PDF-1.6", b"%PDF-1.7")


@_file("X02/fail-catalogue")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.Root.Version = Name("/2.0")


@_file("X02/pass-older")
def _(file: SmallFile, page: Any) -> bytes:
    return _replaced(file, b"%PDF-1.6", b"%PDF-1.4")


@_file("X03/fail-no-identifier")
def _(file: SmallFile, page: Any) -> bytes:
    return _replaced(file, b"/ID [", b"/Id [")


CASES.page("X03/pass-identifier")


# Metadata


@_file("X04/fail-none")
def _(file: SmallFile, page: Any) -> None:
    del file.pdf.Root.Metadata


@_file("X04/fail-not-well-formed")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, "</rdf:RDF>", "</rdf:RFD>")


@_file("X04/fail-compressed")
def _(file: SmallFile, page: Any) -> bytes:
    packet = file.pdf.Root.Metadata.read_bytes()
    file.pdf.Root.Metadata.write(packet.hex().encode() + b">")
    # Writers take such filters away; so it is put in by hand.
    entries = b"/Subtype /XML /Type /Metadata"
    return _replaced(file, entries, b"/Filter /ASCIIHexDecode".ljust(len(entries)))


@_file("X04/fail-entities")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, "<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "aa">]>\n<x:xmpmeta')


CASES.page("X04/pass-plain")


@_file("X05/fail-x3")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, ">PDF/X-4<", ">PDF/X-3:2003<")


@_file("X05/fail-silent")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")


@_file("X05/pass-attribute")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")
    _metadata(file, 'rdf:about=""', 'rdf:about="" pdfxid:GTS_PDFXVersion="PDF/X-4"')


@_file("X06/fail-no-title")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, "Case", "")
    del file.pdf.trailer.Info.Title


@_file("X06/fail-no-date")
def _(file: SmallFile, page: Any) -> None:
    _metadata(file, "<xmp:MetadataDate>2026-01-01T00:00:00Z</xmp:MetadataDate>", "")


CASES.page("X06/pass-all")


@_file("X07/fail-other-title")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.Title = String("Another case")


@_file("X07/fail-other-date")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.ModDate = String("D:20260102000000Z")


@_file("X07/pass-zone-written-otherwise")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.ModDate = String("D:20260101000000+00'00'")


@_file("X08/fail-unknown")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.Trapped = Name.Unknown
    _metadata(file, "<pdf:Trapped>False", "<pdf:Trapped>Unknown")


@_file("X08/fail-silent")
def _(file: SmallFile, page: Any) -> None:
    del file.pdf.trailer.Info.Trapped
    _metadata(file, "<pdf:Trapped>False</pdf:Trapped>", "")


@_file("X08/pass-trapped")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.Trapped = Name("/True")
    _metadata(file, "<pdf:Trapped>False", "<pdf:Trapped>True")


@_file("X09/fail-picture", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary()


@_file("X09/fail-font", "0 0 0 0.5 k BT /G 4 Tf 8 25 Td (Words) Tj ET")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Font = Dictionary()


@_file("X09/pass-form", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary(P=_form(file, "0 0 0 0.5 k " + SQUARE))


# The output intent


@_file("X10/fail-none")
def _(file: SmallFile, page: Any) -> None:
    del file.pdf.Root.OutputIntents
    page.Contents = file.pdf.make_stream(b"0 g 60 60 10 10 re f")
    del page.Group


@_file("X10/fail-two")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.Root.OutputIntents.append(file.pdf.Root.OutputIntents[0])


@_file("X10/pass-with-one-for-archives")
def _(file: SmallFile, page: Any) -> None:
    archive = Dictionary(dict(file.intent.items()))
    archive.S = Name.GTS_PDFA1
    file.pdf.Root.OutputIntents.append(archive)


@_file("X11/fail-no-name")
def _(file: SmallFile, page: Any) -> None:
    file.intent.OutputConditionIdentifier = String("")


@_file("X11/fail-no-registry")
def _(file: SmallFile, page: Any) -> None:
    del file.intent.RegistryName


@_file("X11/pass-of-the-shop")
def _(file: SmallFile, page: Any) -> None:
    file.intent.OutputConditionIdentifier = String("Lake press, digital 2026")
    del file.intent.RegistryName


@_file("X12/fail-not-embedded")
def _(file: SmallFile, page: Any) -> None:
    del file.intent.DestOutputProfile
    page.Contents = file.pdf.make_stream(b"0 g 60 60 10 10 re f")
    del page.Group


@_file("X12/fail-of-a-screen")
def _(file: SmallFile, page: Any) -> None:
    screen = bytearray(profile())
    screen[12:16] = b"mntr"
    file.intent.DestOutputProfile.write(bytes(screen))


@_file("X12/fail-cut-off")
def _(file: SmallFile, page: Any) -> None:
    header = bytearray(profile())
    header[0:4] = (180_000).to_bytes(4, "big")
    file.intent.DestOutputProfile.write(bytes(header))


@_file("X12/fail-count")
def _(file: SmallFile, page: Any) -> None:
    file.intent.DestOutputProfile.N = 3


CASES.page("X12/pass-embedded")


# Colour


CASES.page("X20/fail-operator", f"1 0 0 rg {SQUARE}")
CASES.page("X20/fail-line", "0 0 1 RG 0.5 w 10 10 m 30 30 l S")
CASES.page("X20/fail-text", "0.2 0.2 0.2 rg BT /F 4 Tf 8 25 Td (Words) Tj ET")
CASES.page(
    "X20/fail-inline-picture",
    "q 10 0 0 10 15 15 cm BI /W 1 /H 1 /BPC 8 /CS /RGB /F /AHx ID ff0000> EI Q",
)


@_file("X20/fail-picture", PLACED)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary(P=_rgb_picture(file))


def _rgb_picture(file: SmallFile, space: Any = Name.DeviceRGB) -> pikepdf.Object:
    picture = file.picture(4, 4, space=Name.DeviceGray)
    picture.ColorSpace = space
    picture.write(bytes([200, 40, 40]) * 16)
    return picture


@_file("X20/fail-indexed-picture", PLACED)
def _(file: SmallFile, page: Any) -> None:
    space = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\xff\0\0\0\0\xff")])
    picture = file.picture(4, 4, space=Name.DeviceGray)
    picture.ColorSpace = space
    picture.write(bytes([0, 1] * 8))
    page.Resources.XObject = Dictionary(P=picture)


@_file("X20/fail-gradient", "q 10 10 20 20 re W n /S sh Q")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Shading = Dictionary(S=_gradient(Name.DeviceRGB, [1, 0, 0], [0, 0, 1]))


def _gradient(space: Any, first: list[float], last: list[float]) -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=first, C1=last, N=1)
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[10, 10, 30, 30], Function=function)


@_file("X20/fail-shading-pattern", f"/Pattern cs /T scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    shading = _gradient(Name.DeviceRGB, [1, 0, 0], [0, 0, 1])
    page.Resources.Pattern = Dictionary(T=Dictionary(PatternType=2, Shading=shading))


@_file("X20/fail-pattern", f"/Pattern cs /T scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Pattern = Dictionary(T=_cell(file, "0 1 0 rg 0 0 3 3 re f"))


def _cell(file: SmallFile, contents: str, paint: int = 1) -> pikepdf.Object:
    cell = file.pdf.make_stream(contents.encode())
    cell.PatternType, cell.PaintType, cell.TilingType = 1, paint, 1
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 6, 6]), 6, 6
    cell.Resources = Dictionary()
    return cell


@_file("X20/fail-uncoloured-pattern", f"/U cs 1 0 0 /T scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(U=Array([Name.Pattern, Name.DeviceRGB]))
    page.Resources.Pattern = Dictionary(T=_cell(file, "0 0 3 3 re f", paint=2))


@_file("X20/fail-form", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary(P=_form(file, f"1 1 0 rg {SQUARE}"))


@_file("X20/fail-group", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    form = _form(file, f"0 0 0 0.3 k {SQUARE}")
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    page.Resources.XObject = Dictionary(P=form)


@_file("X20/fail-soft-mask", f"/M gs 0 0 0 0.5 k {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    form = _form(file, f"1 1 1 rg {SQUARE}")
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = Dictionary(S=Name.Luminosity, G=file.pdf.make_indirect(form))
    page.Resources.ExtGState = Dictionary(M=Dictionary(SMask=mask))


@_file("X20/fail-spot-stands-on-rgb", f"/Q cs 1 scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0.8, 0.6, 0], N=1)
    space = Array([Name.Separation, Name.Gold, Name.DeviceRGB, tint])
    page.Resources.ColorSpace = Dictionary(Q=space)


@_file("X20/fail-glyph", "0 0 0 0.5 k BT /T 4 Tf 15 15 Td (a) Tj ET")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Font = Dictionary(T=_drawn_font(file, "600 0 d0 1 0 0 rg 0 0 500 700 re f"))


@_file("X20/fail-cmyk-under-rgb", f"0 1 0 0 k {SQUARE}", ink=False)
def _(file: SmallFile, page: Any) -> None:
    _intent_for(file, b"RGB ", 3)
    del page.Group


@_file("X20/pass-rgb-under-rgb", f"0.8 g {SQUARE} 0 0.6 0.2 rg 18 18 4 4 re f", ink=False)
def _(file: SmallFile, page: Any) -> None:
    _intent_for(file, b"RGB ", 3)
    del page.Group


def _intent_for(file: SmallFile, space: bytes, count: int) -> None:
    file.intent.DestOutputProfile.write(profile(space))
    file.intent.DestOutputProfile.N = count


@_file("X20/pass-default-rgb", f"0.8 0.1 0.1 rg {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(DefaultRGB=_icc_rgb(file))


@_file("X20/pass-icc-picture", PLACED)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary(P=_rgb_picture(file, _icc_rgb(file)))


def _icc_rgb(file: SmallFile) -> Array:
    stream = file.pdf.make_stream(profile(b"RGB "))
    stream.N = 3
    return Array([Name.ICCBased, stream])


CASES.page("X20/pass-inks", f"0.5 g {SQUARE} 0.2 0.4 0 0 k 18 18 4 4 re f")
CASES.page("X20/pass-rgb-that-paints-nothing", f"1 0 0 rg 0 0 0 0.4 k {SQUARE}")


def _drawn_font(file: SmallFile, glyph: str) -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 700],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(square=file.pdf.make_stream(glyph.encode())),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.square])),
        FirstChar=97,
        LastChar=97,
        Widths=[600],
        Resources=Dictionary(),
    )


@_file("X21/fail-same-object", f"/Q cs 0.2 0.1 0 0 scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    space = Array([Name.ICCBased, file.intent.DestOutputProfile])
    page.Resources.ColorSpace = Dictionary(Q=space)


@_file("X21/fail-same-content", PLACED)
def _(file: SmallFile, page: Any) -> None:
    copy = file.pdf.make_stream(profile())
    copy.N = 4
    picture = file.picture(4, 4, space=Name.DeviceGray)
    picture.ColorSpace = Array([Name.ICCBased, copy])
    picture.write(bytes([40, 10, 0, 0] * 16))
    page.Resources.XObject = Dictionary(P=picture)


@_file("X21/pass-another-profile", f"/Q cs 0.2 0.1 0 0 scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    other = file.pdf.make_stream(profile() + b"another")
    other.N = 4
    page.Resources.ColorSpace = Dictionary(Q=Array([Name.ICCBased, other]))


@_file("X22/fail-two-alternates", f"/Q cs 1 scn {SQUARE} /R cs 1 scn 18 18 4 4 re f")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(
        Q=separation("Gold", 0, 0.3, 1, 0.1), R=separation("Gold", 0, 0.2, 0.9, 0)
    )


@_file("X22/pass-two-copies", f"/Q cs 1 scn {SQUARE} /R cs 1 scn 18 18 4 4 re f")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(
        Q=separation("Gold", 0, 0.3, 1, 0.1), R=separation("Gold", 0, 0.3, 1, 0.1)
    )


# Pages


@_file("X30/fail-no-trim")
def _(file: SmallFile, page: Any) -> None:
    del page.TrimBox


@_file("X30/fail-both")
def _(file: SmallFile, page: Any) -> None:
    page.ArtBox = page.TrimBox


@_file("X30/pass-art")
def _(file: SmallFile, page: Any) -> None:
    page.ArtBox = page.TrimBox
    del page.TrimBox


@_file("X31/fail-bleed-out-of-sheet")
def _(file: SmallFile, page: Any) -> None:
    page.BleedBox = box(-5, -5, float(page.MediaBox[2]) + 5, float(page.MediaBox[3]) + 5)


@_file("X31/fail-trim-out-of-bleed")
def _(file: SmallFile, page: Any) -> None:
    left, bottom, right, top = map(float, page.BleedBox)
    page.TrimBox = box(left - 4, bottom + 8.504, right - 8.504, top - 8.504)


@_file("X31/fail-no-rectangle")
def _(file: SmallFile, page: Any) -> None:
    page.ArtBox = Array([10, 10, 20])


@_file("X31/pass-corners-exchanged")
def _(file: SmallFile, page: Any) -> None:
    left, bottom, right, top = map(float, page.TrimBox)
    page.TrimBox = box(right, top, left, bottom)


def _link(**more: Any) -> Dictionary:
    base = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": box(60, 60, 90, 80), "F": 4}
    return Dictionary({f"/{key}": value for key, value in (base | more).items()})


@_file("X40/fail-link-in-the-trim")
def _(file: SmallFile, page: Any) -> None:
    page.Annots = Array([file.pdf.make_indirect(_link(Dest=Array([page, Name.Fit])))])


@_file("X40/pass-note-outside")
def _(file: SmallFile, page: Any) -> None:
    note = _link(Subtype=Name.Text, Rect=box(2, 2, 18, 18), Contents=String("For the shop"))
    page.Annots = Array([file.pdf.make_indirect(note)])


@_file("X40/pass-printer-mark")
def _(file: SmallFile, page: Any) -> None:
    page.Annots = Array([file.pdf.make_indirect(_link(Subtype=Name.PrinterMark))])


@_file("X41/fail-script")
def _(file: SmallFile, page: Any) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.beep(0)"))
    file.pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), file.pdf.make_indirect(script)]))
    )


@_file("X41/fail-on-opening")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.Root.OpenAction = Dictionary(S=Name.Named, N=Name.Print)


@_file("X41/fail-form-field")
def _(file: SmallFile, page: Any) -> None:
    field = file.pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))
    file.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@_file("X41/fail-bookmark-with-action")
def _(file: SmallFile, page: Any) -> None:
    mark = file.pdf.make_indirect(
        Dictionary(
            Title=String("Site"), A=Dictionary(S=Name.URI, URI=String("https://example.org"))
        )
    )
    file.pdf.Root.Outlines = Dictionary(Type=Name.Outlines, First=mark, Last=mark, Count=1)


@_file("X41/pass-bookmark")
def _(file: SmallFile, page: Any) -> None:
    mark = file.pdf.make_indirect(Dictionary(Title=String("Page"), Dest=Array([page, Name.Fit])))
    file.pdf.Root.Outlines = Dictionary(Type=Name.Outlines, First=mark, Last=mark, Count=1)


@_file("X42/fail-print-trim")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.Root.ViewerPreferences = Dictionary(PrintArea=Name.TrimBox)


@_file("X42/pass-view-bleed")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.Root.ViewerPreferences = Dictionary(ViewArea=Name.BleedBox, ViewClip=Name.MediaBox)


# Fonts

WORDS = "0 0 0 0.5 k BT /F 4 Tf 8 25 Td (Words) Tj ET"


@_file("X50/fail-not-embedded", WORDS)
def _(file: SmallFile, page: Any) -> None:
    del page.Resources.Font.F.FontDescriptor.FontFile2


@_file("X50/fail-invisible-not-embedded", f"3 Tr {WORDS}")
def _(file: SmallFile, page: Any) -> None:
    del page.Resources.Font.F.FontDescriptor.FontFile2


@_file("X50/fail-other-widths", WORDS)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Font.F.Widths[ord("r") - 32] = 550


@_file("X50/fail-missing-character", WORDS)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Font.F.Encoding = Dictionary(
        Type=Name.Encoding,
        BaseEncoding=Name.WinAnsiEncoding,
        Differences=Array([ord("W"), Name("/.notdef")]),
    )


CASES.page("X50/pass-embedded", WORDS)


@_file("X50/pass-drawn-font", "0 0 0 0.5 k BT /T 4 Tf 15 15 Td (a) Tj ET")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Font = Dictionary(T=_drawn_font(file, "600 0 0 0 500 700 d1 0 0 500 700 re f"))


# Objects


def _state(place: str, **values: Any) -> None:
    @_file(place, f"/S gs 0 0 0 0.5 k {SQUARE}")
    def _(file: SmallFile, page: Any) -> None:
        page.Resources.ExtGState = Dictionary(
            S=Dictionary({f"/{key}": value for key, value in values.items()})
        )


_state("X60/fail-transfer-curve", TR=Name.Identity)
_state("X60/fail-second-transfer-curve", TR2=Name.Identity)
_state("X60/fail-halftone", HT=Dictionary(Type=Name.Halftone, HalftoneType=6))
_state("X60/fail-halftone-origin", HTP=Array([0, 0]))
_state(
    "X60/pass-default",
    TR2=Name.Default,
    HT=Dictionary(
        Type=Name.Halftone, HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round
    ),
)


@_file("X61/fail-postscript", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    program = file.pdf.make_stream(b"showpage")
    program.Type, program.Subtype = Name.XObject, Name.PS
    page.Resources.XObject = Dictionary(P=program)


@_file("X61/fail-other-page", "/P Do")
def _(file: SmallFile, page: Any) -> None:
    form = _form(file, f"0 0 0 0.5 k {SQUARE}")
    form.Ref = Dictionary(F=String("other.pdf"), Page=0)
    page.Resources.XObject = Dictionary(P=form)


@_file("X61/fail-opi", PLACED)
def _(file: SmallFile, page: Any) -> None:
    picture = file.picture(4, 4, space=Name.DeviceGray)
    picture.OPI = Dictionary({"/2.0": Dictionary(Type=Name.OPI, F=String("fine.tif"))})
    page.Resources.XObject = Dictionary(P=picture)


@_file("X61/fail-alternates", PLACED)
def _(file: SmallFile, page: Any) -> None:
    picture = file.picture(4, 4, space=Name.DeviceGray)
    other = file.pdf.make_indirect(file.picture(4, 4, space=Name.DeviceGray))
    picture.Alternates = Array([Dictionary(Image=other, DefaultForPrinting=True)])
    page.Resources.XObject = Dictionary(P=picture)


@_file("X61/pass-form-and-picture", f"/Q Do {PLACED}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary(
        P=file.picture(4, 4, space=Name.DeviceGray), Q=_form(file, f"0 0 0 0.2 k {SQUARE}")
    )


@_file("X62/fail-lzw", PLACED)
def _(file: SmallFile, page: Any) -> None:
    picture = file.picture(4, 4, space=Name.DeviceGray)
    # Clear, sixteen times 64, end: codes of nine bits.
    codes = [256, *[64] * 16, 257]
    bits = "".join(f"{code:09b}" for code in codes)
    data = int(bits.ljust(-len(bits) % 8 + len(bits), "0"), 2).to_bytes((len(bits) + 7) // 8, "big")
    picture.write(data, filter=Name.LZWDecode)
    page.Resources.XObject = Dictionary(P=picture)


CASES.page(
    "X62/fail-lzw-inline",
    "q 10 0 0 10 15 15 cm BI /W 1 /H 1 /BPC 8 /CS /G /F [/AHx /LZW] ID 80100808> EI Q",
)


@_file("X62/pass-deflated", PLACED)
def _(file: SmallFile, page: Any) -> None:
    import zlib

    picture = file.picture(4, 4, space=Name.DeviceGray)
    picture.write(zlib.compress(bytes([64] * 16)), filter=Name.FlateDecode)
    page.Resources.XObject = Dictionary(P=picture)


CASES.page("X63/fail-operator", f"/Vivid ri 0 0 0 0.5 k {SQUARE}")
_state("X63/fail-graphics-state", RI=Name.Vivid)


@_file("X63/fail-picture", PLACED)
def _(file: SmallFile, page: Any) -> None:
    picture = file.picture(4, 4, space=Name.DeviceGray, Intent=Name.Vivid)
    page.Resources.XObject = Dictionary(P=picture)


CASES.page("X63/pass-relative", f"/RelativeColorimetric ri 0 0 0 0.5 k {SQUARE}")
_state("X64/fail-unknown", BM=Name.Glow)
_state("X64/pass-multiply", BM=Name.Multiply)


def _layers(place: str, **settings: Any) -> None:
    @_file(place, f"/OC /L BDC 0 0 0 0.5 k {SQUARE} EMC")
    def _(file: SmallFile, page: Any) -> None:
        layer = file.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("English")))
        page.Resources.Properties = Dictionary(L=layer)
        default = {"Name": String("Print"), "Order": Array([layer])} | settings
        file.pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]),
            D=Dictionary({f"/{key}": value for key, value in default.items()}),
        )


_layers("X70/fail-no-name", Name=String(""))
_layers(
    "X70/fail-automatic", AS=Array([Dictionary(Event=Name.Print, Category=Array([Name.Print]))])
)
_layers("X70/fail-order-leaves-one-out", Order=Array([]))
_layers("X70/pass-named")


@_file("X80/fail-picture-elsewhere", PLACED)
def _(file: SmallFile, page: Any) -> None:
    picture = file.picture(4, 4, space=Name.DeviceGray)
    picture.F = Dictionary(Type=Name.Filespec, F=String("picture.raw"))
    page.Resources.XObject = Dictionary(P=picture)


@_file("X80/pass-picture-inside", PLACED)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.XObject = Dictionary(P=file.picture(4, 4, space=Name.DeviceGray))
