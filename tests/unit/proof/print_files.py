"""Small print files with known answers, written operator by operator."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publish.standards.press import shipped_condition

MM = 72 / 25.4
#: Of the trimmed page, its bleed and the sheet around it.
TRIM, BLEED, SLUG = 80 * MM, 3 * MM, 12 * MM
SPOT = "PANTONE 2945 C"
#: What stands for the spot ink where it is not there.
STANDS_FOR = (1.0, 0.6, 0.0, 0.1)
#: The condition whose profile is in the files.
COATED = shipped_condition("coated")

OVERPRINT, KNOCKOUT = b"/Over gs ", b"/Out gs "


def square(left: float, bottom: float, side: float) -> bytes:
    """Fill a square; millimetres from the lower left corner of the trim."""
    numbers = (left * MM + SLUG, bottom * MM + SLUG, side * MM, side * MM)
    return b"%.4f %.4f %.4f %.4f re f\n" % numbers


def ink(cyan: float, magenta: float, yellow: float, black: float) -> bytes:
    """Set the colour of filling, in percent."""
    return b"%.3f %.3f %.3f %.3f k " % (cyan / 100, magenta / 100, yellow / 100, black / 100)


def spot(tint: float) -> bytes:
    """Fill with the spot ink, in percent."""
    return b"/Spot cs %.3f scn " % (tint / 100)


def print_file(
    *pages: bytes,
    profile: bytes | None = None,
    with_intent: bool = True,
    boxes: bool = True,
    size: float = TRIM,
    rotate: int = 0,
    **page_entries: object,
) -> bytes:
    """Make a file with one page for each content stream.

    Args:
        pages: what they draw.
        profile: of the output intent; ours for coated paper if none is given.
        with_intent: whether there is an output intent.
        boxes: whether there are trim and bleed boxes.
        size: of the trimmed page, in points.
        rotate: of all pages, in degrees.
        page_entries: more entries of each page.
    """
    pdf = pikepdf.new()
    resources = pdf.make_indirect(_resources(pdf))
    for content in pages or (b"",):
        page = pdf.add_blank_page(page_size=(size + 2 * SLUG, size + 2 * SLUG))
        page.Resources = resources
        page.Contents = pdf.make_stream(content)
        if boxes:
            end = SLUG + size
            page.TrimBox = Array([SLUG, SLUG, end, end])
            page.BleedBox = Array([SLUG - BLEED, SLUG - BLEED, end + BLEED, end + BLEED])
        if rotate:
            page.Rotate = rotate
        for key, value in page_entries.items():
            page[f"/{key}"] = value
    if with_intent:
        stream = pdf.make_stream(COATED.profile.read_bytes() if profile is None else profile, N=4)
        pdf.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    OutputConditionIdentifier=String("FOGRA39"),
                    DestOutputProfile=stream,
                )
            ]
        )
    out = BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def _resources(pdf: pikepdf.Pdf) -> Dictionary:
    tint = Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[*map(float, STANDS_FOR)]
    )
    space = pdf.make_indirect(Array([Name.Separation, Name(f"/{SPOT}"), Name.DeviceCMYK, tint]))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return Dictionary(
        ColorSpace=Dictionary(Spot=space),
        Font=Dictionary(F=font),
        ExtGState=Dictionary(
            Over=Dictionary(op=True, OP=True, OPM=1),
            Out=Dictionary(op=False, OP=False, OPM=0),
            Times=Dictionary(BM=Name.Multiply),
        ),
    )
