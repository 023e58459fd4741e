"""Rules that are broken in unusual ways, and files that only look as if they broke one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from case import Case, Cases
from cases_x import PLACED, SQUARE, _metadata
from pikepdf import Array, Dictionary, Name, String
from small_file import SmallFile, profile, separation

if TYPE_CHECKING:
    from collections.abc import Callable

    import pikepdf

CASES = Cases()

_GREY_FADE = Dictionary(
    ShadingType=2,
    ColorSpace=Name.DeviceGray,
    Coords=[0, 0, 1, 1],
    Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1),
)


def _file(
    place: str, contents: str = "", **how: Any
) -> Callable[[Callable[[Any, Any], None]], None]:
    """Enter a case of one page; the function changes file and page."""

    def enter(change: Callable[[SmallFile, Any], None]) -> None:
        @CASES.add(place)
        def made() -> Case:
            file = SmallFile()
            change(file, file.page(contents, **how))
            return Case(file.bytes())

    return enter


def _picture(
    file: SmallFile, side: int, space: Any, *, parts: int = 1, **more: Any
) -> pikepdf.Object:
    picture = file.pdf.make_stream(bytes([0x40]) * (parts * side * side))
    picture.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=side,
        Height=side,
        BitsPerComponent=8,
        ColorSpace=space,
        **more,
    )
    return picture


def _icc(file: SmallFile, space: bytes, count: int) -> Array:
    stream = file.pdf.make_stream(profile(space))
    stream.N = count
    return Array([Name.ICCBased, stream])


def _overprint(**entries: Any) -> Dictionary:
    return Dictionary(G=Dictionary(OPM=1, **entries))


# Colour spaces


@_file("X20/pass-space-called-cmyk", "/CMYK cs 1 scn " + SQUARE)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(CMYK=separation("Gold"))


@_file("G27/fail-space-called-rgb", "/RGB cs 1 0 0 scn " + SQUARE)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(RGB=_icc(file, b"RGB", 3))


@_file("G27/fail-inside-jpeg-2000", PLACED)
def _(file: SmallFile, page: Any) -> None:
    header = (200).to_bytes(4, "big") * 2 + b"\0\3\7\7\0\0"
    colour = b"\1\0\0" + (16).to_bytes(4, "big")
    content = _box(b"jP  ", b"\r\n\x87\n") + _box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
    content += _box(b"jp2h", _box(b"ihdr", header) + _box(b"colr", colour))
    picture = _picture(file, 200, Name.DeviceGray)
    del picture.ColorSpace
    picture.write(content + _box(b"jp2c", b"\xff\x4f"), filter=Name.JPXDecode)
    page.Resources.XObject = Dictionary(P=picture)


def _box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


@_file("X22/fail-written-in-a-picture", f"/C cs 1 scn {SQUARE} {PLACED}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(C=separation("Gold"))
    other = separation("Gold", 1, 0, 0, 0)
    page.Resources.XObject = Dictionary(P=_picture(file, 200, other))


@_file("X22/fail-below-an-index", f"/C cs 1 scn {SQUARE} {PLACED}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(C=file.pdf.make_indirect(separation("Gold")))
    other = Array([Name.Indexed, separation("Gold", 1, 0, 0, 0), 1, String("ab")])
    page.Resources.XObject = Dictionary(P=_picture(file, 200, other))


@_file("X22/pass-copies-in-pictures", f"/C cs 1 scn {SQUARE} {PLACED}")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(C=file.pdf.make_indirect(separation("Gold")))
    page.Resources.XObject = Dictionary(P=_picture(file, 200, separation("Gold")))


# Metadata


@_file("X07/pass-another-zone")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.CreationDate = String("D:20260101010000+01'00'")
    file.pdf.trailer.Info.ModDate = String("D:20251231190000-05'00")


@_file("X07/pass-short-date")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.CreationDate = String("D:2026")
    _metadata(file, "ModifyDate>2026-01-01T00:00:00Z", "ModifyDate>2026-01-01T00:00:00.0Z")


@_file("X07/fail-another-moment")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.ModDate = String("D:20260101000000+01'00'")


@_file("X07/fail-no-date")
def _(file: SmallFile, page: Any) -> None:
    file.pdf.trailer.Info.ModDate = String("yesterday")


# Graphics states, pictures, transparency


@_file("X60/fail-state-of-a-gradient", f"/Pattern cs /A scn {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    settings = Dictionary(TR=Name.Identity)
    page.Resources.Pattern = Dictionary(
        A=Dictionary(PatternType=2, Shading=_GREY_FADE, ExtGState=settings)
    )


@_file("X60/fail-halftone-of-one-ink", f"/G gs {SQUARE}")
def _(file: SmallFile, page: Any) -> None:
    halftone = Dictionary(
        HalftoneType=5, Default=Dictionary(HalftoneType=10), Cyan=Dictionary(HalftoneType=1)
    )
    page.Resources.ExtGState = Dictionary(G=Dictionary(HT=halftone))


@_file("G32/fail-fax-without-bits", PLACED)
def _(file: SmallFile, page: Any) -> None:
    picture = _picture(file, 130, Name.DeviceGray)
    del picture.BitsPerComponent
    picture.write(
        b"\0" * 50,
        filter=Name.CCITTFaxDecode,
        decode_parms=Dictionary(K=-1, Columns=130, Rows=130),
    )
    page.Resources.XObject = Dictionary(P=picture)


@_file("P08/fail-picture-with-soft-mask", PLACED)
def _(file: SmallFile, page: Any) -> None:
    del page.Group
    mask = _picture(file, 200, Name.DeviceGray)
    page.Resources.XObject = Dictionary(P=_picture(file, 200, Name.DeviceCMYK, parts=4, SMask=mask))


@_file("P08/pass-picture-with-stencil-mask", PLACED)
def _(file: SmallFile, page: Any) -> None:
    del page.Group
    mask = file.picture(800, 800, bits=1)
    del mask.ColorSpace
    mask.ImageMask = True
    page.Resources.XObject = Dictionary(P=_picture(file, 200, Name.DeviceCMYK, parts=4, Mask=mask))


_BOTH = "/G gs 0 0 0 1 k 0 0 0 0 K 1 w BT /F 10 Tf 2 Tr 15 15 Td (a) Tj ET"


@_file("G07/fail-line-of-letters", _BOTH)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ExtGState = _overprint(OP=True, op=False)


@_file("G07/pass-line-of-letters", _BOTH)
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ExtGState = _overprint(OP=False, op=True)


# Type 3 letters in units of their own: 7 mm high at size 1


@_file("P05/pass-letters-in-large-units", "0 0 0 1 k BT /T 1 Tf 15 15 Td (a) Tj ET")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.Font = Dictionary(T=_drawn_font(file, 10, 1))


@_file("P05/fail-letters-in-small-units", "/G gs 0 0 0 1 k BT /T 40 Tf 15 15 Td (a) Tj ET")
def _(file: SmallFile, page: Any) -> None:
    page.Resources.ExtGState = _overprint(op=True)
    page.Resources.Font = Dictionary(T=_drawn_font(file, 10, 0.001))


def _drawn_font(file: SmallFile, em: int, scale: float) -> Dictionary:
    glyph = file.pdf.make_stream(b"10 0 0 0 7 7 d1 0 0 7 7 re f")
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, em, em],
        FontMatrix=[scale, 0, 0, scale, 0, 0],
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.a]),
        FirstChar=97,
        LastChar=97,
        Widths=[em],
    )


# Pages and layers


@_file("G02/fail-no-unit")
def _(file: SmallFile, page: Any) -> None:
    page.UserUnit = 0


def _membership(file: SmallFile, page: Any, **how: Any) -> None:
    """Draw with a membership of one layer, which is shown."""
    layer = file.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    member = Dictionary(Type=Name.OCMD, OCGs=layer, **how)
    if operator := how.get("VE"):
        member.VE = Array([operator, layer])
    page.Resources.Properties = Dictionary(M=member)
    file.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(Name=String("Default"), Order=Array([layer]))
    )


_IN_LAYER = f"/OC /M BDC {SQUARE} EMC"


@_file("G34/fail-shown-without-its-layer", _IN_LAYER)
def _(file: SmallFile, page: Any) -> None:
    _membership(file, page, P=Name.AllOff)


@_file("G34/fail-expression", _IN_LAYER)
def _(file: SmallFile, page: Any) -> None:
    _membership(file, page, VE=Name.Not)


@_file("G34/pass-shown-with-its-layer", _IN_LAYER)
def _(file: SmallFile, page: Any) -> None:
    _membership(file, page, P=Name.AllOn)


# Ink


def _ink(place: str, contents: str) -> None:
    CASES.page(place, contents, ink=False)


_DISC = (
    "34 10 m 34 17.7 27.7 24 20 24 c 12.3 24 6 17.7 6 10 c "
    "6 2.3 12.3 -4 20 -4 c 27.7 -4 34 2.3 34 10 c f"
)
_ink("P02/pass-round-through-the-trim", f"0 0 0 1 k {_DISC}")
_ink("P02/fail-round-cut-at-the-trim", f"0 0 0 1 k 0 0 40 40 re W n {_DISC}")
_ink("P02/fail-beside-what-goes-on", "0 0 0 1 k 5 0 10 10 re f 15 -3 10 10 re f")
# Between the pixels of coarse plates: 334 % on 15 mm², measured there as 318 %.
_ink("G25/fail-small-patch", "0.835 0.835 0.835 0.835 k 15 15 3.88 3.88 re f")
_ink("G25/pass-narrower-than-the-square", "1 1 1 1 k 15 10 2.85 20 re f")


# A file that opens only since somebody mends it


@CASES.add("X00/fail-table-of-objects-lost")
def _() -> Case:
    file = SmallFile()
    file.page()
    data = file.bytes()
    start = data.index(b"startxref")
    return Case(data[:start] + b"startxref\n7\n%%EOF\n")
