"""Cases of the rules that print shops agree on."""

from __future__ import annotations

from case import Case, Cases, ticket_for
from pikepdf import Array, Dictionary, Name, String
from small_file import SmallFile, profile, separation

CASES = Cases()

OVER = {"/O": {"/op": True, "/OP": True, "/OPM": 1}}
OVER_0 = {"/O": {"/op": True, "/OP": True, "/OPM": 0}}
GROUND = "0.4 0.2 0 0 k 5 5 30 30 re f"


def _text(size_pt: float, said: str = "Words", *, at: str = "8 25") -> str:
    return f"BT /F {size_pt * 25.4 / 72:.4f} Tf {at} Td ({said}) Tj ET"


# Pages


@CASES.add("G02/fail-user-unit")
def _() -> Case:
    file = SmallFile()
    page = file.page()
    # As large as the others on paper, with half the numbers.
    page.UserUnit = 2
    for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
        page[key] = Array([float(value) / 2 for value in page[key]])
    page.Contents = file.pdf.make_stream(b"0 0 0 1 k 40 40 10 10 re f")
    return Case(file.bytes())


CASES.page("G02/pass-without")


@CASES.add("G03/fail-crop-to-trim")
def _() -> Case:
    file = SmallFile()
    page = file.page()
    page.CropBox = page.TrimBox
    return Case(file.bytes())


@CASES.add("G03/pass-crop-is-media")
def _() -> Case:
    file = SmallFile()
    page = file.page()
    page.CropBox = page.MediaBox
    return Case(file.bytes())


@CASES.add("G04/fail-turned")
def _() -> Case:
    file = SmallFile()
    file.page().Rotate = 90
    return Case(file.bytes())


@CASES.add("G04/fail-two-sizes")
def _() -> Case:
    file = SmallFile()
    file.page()
    file.page(trim=50)
    return Case(file.bytes())


@CASES.add("G04/pass-turned-by-nothing")
def _() -> Case:
    file = SmallFile()
    file.page().Rotate = 360
    file.page()
    return Case(file.bytes())


@CASES.add("G05/fail-blank")
def _() -> Case:
    file = SmallFile()
    file.page()
    file.page(ink=False)
    return Case(file.bytes())


@CASES.add("G05/fail-white-ink-only")
def _() -> Case:
    file = SmallFile()
    file.page("0 0 0 0 k 5 5 20 20 re f", ink=False)
    return Case(file.bytes())


@CASES.add("G05/fail-printed-blank")
def _() -> Case:
    file = SmallFile()
    file.page()
    file.page()
    return Case(file.bytes(), ticket_for(file, blanks=(2,)))


@CASES.add("G05/pass-blank-in-the-ticket")
def _() -> Case:
    file = SmallFile()
    file.page()
    file.page(ink=False)
    return Case(file.bytes(), ticket_for(file, blanks=(2,)))


CASES.page("G05/pass-one-thin-line", "0 0 0 1 K 0.1 w 5 5 m 30 5 l S", ink=False)


def _bound(count: int, binding: str) -> Case:
    file = SmallFile()
    for _ in range(count):
        file.page()
    return Case(file.bytes(), ticket_for(file, binding=binding))


@CASES.add("G06/fail-saddle-of-six")
def _() -> Case:
    return _bound(6, "saddle")


@CASES.add("G06/fail-perfect-of-three")
def _() -> Case:
    return _bound(3, "perfect")


@CASES.add("G06/pass-saddle-of-four")
def _() -> Case:
    return _bound(4, "saddle")


# Overprint

CASES.page(
    "G07/fail-white-text-on-ground",
    f"{GROUND} /O gs 0 0 0 0 k {_text(20)}",
    ExtGState=OVER,
)
CASES.page("G07/pass-white-knocks-out", f"{GROUND} 0 0 0 0 k {_text(20)}", ExtGState=OVER)


@CASES.add("G07/fail-spot-of-no-tint")
def _() -> Case:
    file = SmallFile()
    spots = Dictionary(S=separation("Gold"))
    file.page(f"{GROUND} /O gs /S cs 0 scn {_text(20)}", ColorSpace=spots, ExtGState=OVER)
    return Case(file.bytes())


CASES.page("G08/fail-white-shape", f"{GROUND} /O gs 0 0 0 0 k 8 8 10 5 re f", ExtGState=OVER)
CASES.page("G08/fail-white-line", f"{GROUND} /O gs 0 0 0 0 K 1 w 8 8 m 30 8 l S", ExtGState=OVER)
CASES.page("G08/pass-black-shape", f"{GROUND} /O gs 0 0 0 1 k 8 8 10 5 re f", ExtGState=OVER)

CASES.page("G09/fail-knocks-out", f"{GROUND} 0 0 0 1 k {_text(9)}")
CASES.page("G09/fail-mode-0", f"{GROUND} /O gs 0 0 0 1 k {_text(9)}", ExtGState=OVER_0)
CASES.page("G09/fail-grey", f"{GROUND} 0 g {_text(9)}")
CASES.page("G09/pass-overprints", f"{GROUND} /O gs 0 0 0 1 k {_text(9)}", ExtGState=OVER)
CASES.page("G09/pass-large", f"{GROUND} 0 0 0 1 k {_text(14)}")
CASES.page("G09/pass-grey-tone", f"{GROUND} 0 0 0 0.6 k {_text(9)}")

CASES.page("G10/fail-line-on-ground", f"{GROUND} 0 0 0 1 K 0.15 w 8 8 m 30 8 l S")
CASES.page("G10/fail-thin-shape-on-ground", f"{GROUND} 0 0 0 1 k 8 8 22 0.15 re f")
CASES.page("G10/pass-line-on-paper", "0 0 0 1 K 0.15 w 8 8 m 30 8 l S")
CASES.page("G10/pass-overprints", f"{GROUND} /O gs 0 0 0 1 K 0.15 w 8 8 m 30 8 l S", ExtGState=OVER)

CASES.page("G13/fail-grey-overprints", "/O gs 0.5 g 8 8 10 5 re f", ExtGState=OVER)
CASES.page("G13/pass-grey-knocks-out", "0.5 g 8 8 10 5 re f", ExtGState=OVER)

# Text


@CASES.add("G14/fail-courier")
def _() -> Case:
    file = SmallFile()
    font = file.squares("ABCDEF+CourierNew")
    file.page(f"0 0 0 1 k {_text(14).replace('/F', '/C')}", fonts={"/C": font})
    return Case(file.bytes())


CASES.page("G14/pass-other-font", f"0 0 0 1 k {_text(14)}")
CASES.page("G15/fail-rich-black", f"0.6 0.4 0.4 1 k {_text(10)}")
CASES.page("G15/pass-large", f"0.6 0.4 0.4 1 k {_text(16)}")
CASES.page("G15/pass-black-alone", f"/O gs 0 0 0 1 k {_text(10)}", ExtGState=OVER)
CASES.page("G16/fail-tiny-white", f"{GROUND} 0 0 0 0 k {_text(4)}")
CASES.page("G16/pass-white", f"{GROUND} 0 0 0 0 k {_text(8)}")
CASES.page("G17/fail-two-inks", f"0.9 0.6 0 0 k {_text(7)}")
CASES.page("G17/pass-one-ink", f"0.9 0 0 0 k {_text(7)}")

# Lines

CASES.page("G18/fail-white-hairline", f"{GROUND} 0 0 0 0 K 0.03 w 8 8 m 30 8 l S")
CASES.page("G18/fail-white-thin-shape", f"{GROUND} 0 0 0 0 k 8 8 22 0.03 re f")
CASES.page("G18/pass-white-line", f"{GROUND} 0 0 0 0 K 0.3 w 8 8 m 30 8 l S")
CASES.page("G19/fail-hairline-of-two-inks", "0.5 0.5 0 0 K 0.06 w 8 8 m 30 8 l S")
CASES.page("G19/fail-scaled", "q 0.05 0 0 0.05 0 0 cm 0 0 0 1 K 0.5 w 160 160 m 600 160 l S Q")
CASES.page("G19/fail-no-width", "0 0 0 1 K 0 w 8 8 m 30 8 l S")
# A border as layout programs draw it: a frame with a hole, of which a clip leaves one side.
_FRAME = "8 24 24 12 re {inner} re"
CASES.page(
    "G19/fail-clipped-side",
    "q 8 35.96 m 32 35.96 l 32 36 l 8 36 l h W n 0 0 0 1 k "
    + _FRAME.format(inner="8 24 24 11.96")
    + " f* Q",
)
CASES.page("G19/fail-frame", "0 0 0 1 k " + _FRAME.format(inner="8.04 24.04 23.92 11.92") + " f*")
CASES.page(
    "G19/fail-double-border",
    "0 0 0 1 k 8 24 24 12 re 8.04 24.04 23.92 11.92 re 8.1 24.1 23.8 11.8 re "
    "8.14 24.14 23.72 11.72 re f*",
)
CASES.page("G19/fail-slanting-shape", "0 0 0 1 k 4 8 m 14 18 l 14 18.05 l 4 8.05 l h f")
CASES.page("G19/pass-frame", "0 0 0 1 k " + _FRAME.format(inner="8.2 24.2 23.6 11.6") + " f*")
CASES.page("G19/pass-line", "0 0 0 1 K 0.1 w 8 8 m 30 8 l S")

# Inks


def _spots(*inks: tuple[str, tuple[float, ...]]) -> Case:
    file = SmallFile()
    spaces = Dictionary()
    drawn = ""
    for index, (ink, solid) in enumerate(inks):
        spaces[f"/S{index}"] = separation(ink, *solid)
        drawn += f"/S{index} cs 1 scn {5 + 5 * index} 5 4 4 re f "
    file.page(drawn, ColorSpace=spaces)
    return Case(file.bytes())


GOLD, BLUE, RED = (0, 0.3, 0.9, 0.1), (1, 0.5, 0, 0), (0, 1, 0.8, 0)


@CASES.add("G20/fail-three-spots")
def _() -> Case:
    return _spots(("Gold", GOLD), ("Blue", BLUE), ("Red", RED))


@CASES.add("G20/pass-two-spots")
def _() -> Case:
    return _spots(("Gold", GOLD), ("Blue", BLUE))


@CASES.add("G21/fail-two-spellings")
def _() -> Case:
    return _spots(("PANTONE 638 C", BLUE), ("Pantone 638 C", BLUE))


@CASES.add("G21/pass-two-inks")
def _() -> Case:
    return _spots(("PANTONE 638 C", BLUE), ("PANTONE 639 C", RED))


@CASES.add("G22/fail-two-papers")
def _() -> Case:
    return _spots(("PANTONE 638 C", BLUE), ("PANTONE 638 U", BLUE))


@CASES.add("G22/fail-without-paper")
def _() -> Case:
    return _spots(("PANTONE 638 C", BLUE), ("PANTONE 638", BLUE))


@CASES.add("G22/pass-one-paper")
def _() -> Case:
    return _spots(("PANTONE 638 C", BLUE), ("PANTONE 641 C", RED))


@CASES.add("G23/fail-one-look")
def _() -> Case:
    return _spots(("House blue", BLUE), ("Logo", BLUE))


@CASES.add("G23/pass-two-looks")
def _() -> Case:
    return _spots(("House blue", BLUE), ("Logo", RED))


def _registration(contents: str) -> Case:
    file = SmallFile()
    file.page(contents, ColorSpace=Dictionary(All=separation("All", 1, 1, 1, 1)))
    return Case(file.bytes())


@CASES.add("G24/fail-in-the-trim")
def _() -> Case:
    return _registration(f"/All cs 0.5 scn {_text(16)}")


@CASES.add("G24/fail-line-through-the-page")
def _() -> Case:
    return _registration("/All CS 1 SCN 0.2 w 20 -10 m 20 50 l S")


@CASES.add("G24/pass-marks-as-one-path")
def _() -> Case:
    return _registration(
        "/All CS 1 SCN 0.1 w 0 -9 m 0 -4 l 40 -9 m 40 -4 l 0 44 m 0 49 l 40 44 m 40 49 l "
        "-9 0 m -4 0 l 44 0 m 49 0 l -9 40 m -4 40 l 44 40 m 49 40 l S"
    )


# Ink

CASES.page("G25/fail-solid-of-four", "1 1 1 1 k 8 8 10 10 re f")
CASES.page(
    "G25/fail-layers-multiplied",
    "/M gs 0.9 0.9 0.9 0 k 8 8 10 10 re f 0 0 0 0.9 k 8 8 10 10 re f",
    ExtGState={"/M": {"/BM": Name.Multiply}},
)


@CASES.add("G25/fail-spot-over")
def _() -> Case:
    file = SmallFile()
    spots = Dictionary(S=separation("Gold"))
    file.page(
        "0.9 0.9 0.9 0 k 8 8 10 10 re f /O gs /S cs 1 scn 8 8 10 10 re f",
        ColorSpace=spots,
        ExtGState=OVER,
    )
    return Case(file.bytes())


CASES.page("G25/pass-much-in-a-point", "1 1 1 1 k 8 8 2 2 re f")
CASES.page("G25/pass-in-the-slug", "1 1 1 1 k 10 -11 10 7 re f")
CASES.page("G26/fail-between-the-limits", "0.8 0.8 0.8 0.7 k 8 8 10 10 re f")
CASES.page("G26/pass-at-the-limit", "0.8 0.7 0.7 0.8 k 8 8 10 10 re f")

# Colours of screens


def _space(space: object, colour: str) -> Case:
    file = SmallFile()
    file.page(f"/S cs {colour} sc 8 8 5 5 re f", ColorSpace=Dictionary(S=space))
    return Case(file.bytes())


@CASES.add("G27/fail-lab")
def _() -> Case:
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249])])
    return _space(lab, "50 20 20")


@CASES.add("G27/fail-calibrated-rgb")
def _() -> Case:
    return _space(Array([Name.CalRGB, Dictionary(WhitePoint=[0.9505, 1, 1.089])]), "1 0 0")


@CASES.add("G27/pass-spot")
def _() -> Case:
    return _space(separation("Gold"), "1")


def _group(**group: object) -> Case:
    file = SmallFile()
    form = file.pdf.make_stream(b"0.5 0 0 0 k 0 0 5 5 re f")
    form.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 5, 5],
        Resources=Dictionary(),
        Group=Dictionary(S=Name.Transparency, I=True, **group),
    )
    file.page("q 1 0 0 1 8 8 cm /X Do Q", XObject=Dictionary(X=form))
    return Case(file.bytes())


@CASES.add("G30/fail-grey-group")
def _() -> Case:
    return _group(CS=Name.DeviceGray)


@CASES.add("G30/pass-cmyk-group")
def _() -> Case:
    return _group(CS=Name.DeviceCMYK)


@CASES.add("G30/pass-group-without-space")
def _() -> Case:
    return _group()


# Pictures


def _picture(pixels: int, millimetres: float, **how: object) -> Case:
    file = SmallFile()
    picture = file.picture(pixels, pixels, **how)  # type: ignore[arg-type]
    file.page(f"q {millimetres} 0 0 {millimetres} 8 8 cm /P Do Q", XObject=Dictionary(P=picture))
    return Case(file.bytes())


@CASES.add("G31/fail-100-ppi")
def _() -> Case:
    return _picture(40, 10.16, space=Name.DeviceGray)


@CASES.add("G31/fail-200-ppi")
def _() -> Case:
    return _picture(80, 10.16, space=Name.DeviceGray)


@CASES.add("G31/pass-300-ppi")
def _() -> Case:
    return _picture(120, 10.16, space=Name.DeviceGray)


@CASES.add("G31/pass-few-pixels")
def _() -> Case:
    return _picture(16, 10.16, space=Name.DeviceGray)


@CASES.add("G32/fail-300-ppi")
def _() -> Case:
    return _picture(120, 10.16, bits=1, space=Name.DeviceGray)


@CASES.add("G32/fail-stencil")
def _() -> Case:
    file = SmallFile()
    picture = file.picture(120, 120, bits=1)
    del picture.ColorSpace
    picture.ImageMask = True
    file.page("q 10.16 0 0 10.16 8 8 cm /P Do Q", XObject=Dictionary(P=picture))
    return Case(file.bytes())


@CASES.add("G32/pass-1200-ppi")
def _() -> Case:
    return _picture(480, 10.16, bits=1, space=Name.DeviceGray)


def _whole_page(contents: str) -> Case:
    file = SmallFile()
    picture = file.picture(560, 560, space=Name.DeviceGray)
    file.page(f"q 46 0 0 46 -3 -3 cm /P Do Q {contents}", ink=False, XObject=Dictionary(P=picture))
    return Case(file.bytes())


@CASES.add("G33/fail-scan")
def _() -> Case:
    return _whole_page("")


@CASES.add("G33/fail-scan-with-text-behind")
def _() -> Case:
    return _whole_page(_text(16).replace("BT", "BT 3 Tr"))


@CASES.add("G33/pass-with-text")
def _() -> Case:
    return _whole_page(f"0 0 0 1 k {_text(16)}")


# The file as a whole


def _layers(**default: object) -> SmallFile:
    file = SmallFile()
    file.page("/OC /L BDC 0 0 0 1 k 8 8 5 5 re f EMC")
    layer = file.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    file.pdf.pages[0].obj.Resources.Properties = Dictionary(L=layer)
    file.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(Name=String("All"), Order=Array([layer]), **default)
    )
    return file


@CASES.add("G34/fail-switched-off")
def _() -> Case:
    file = _layers()
    properties = file.pdf.Root.OCProperties
    properties.D.OFF = Array([properties.OCGs[0]])
    return Case(file.bytes())


@CASES.add("G34/fail-all-off-at-first")
def _() -> Case:
    return Case(_layers(BaseState=Name.OFF).bytes())


@CASES.add("G34/pass-shown")
def _() -> Case:
    return Case(_layers().bytes())


def _intent(space: bytes, components: int) -> Case:
    file = SmallFile()
    # Grey goes with both, and so do pages without transparency.
    del file.page("0 g 8 8 5 5 re f", ink=False).Group
    stream = file.pdf.make_stream(profile(space))
    stream.N = components
    file.intent.DestOutputProfile = stream
    file.pdf.Root.OutputIntents[0].DestOutputProfile = stream
    return Case(file.bytes())


@CASES.add("G35/fail-grey")
def _() -> Case:
    return _intent(b"GRAY", 1)


@CASES.add("G35/pass-cmyk")
def _() -> Case:
    return _intent(b"CMYK", 4)


@CASES.add("G36/fail-not-on-paper")
def _() -> Case:
    file = _layers()
    layer = file.pdf.Root.OCProperties.OCGs[0]
    layer.Usage = Dictionary(Print=Dictionary(PrintState=Name.OFF))
    return Case(file.bytes())


@CASES.add("G36/pass-on-paper")
def _() -> Case:
    file = _layers()
    layer = file.pdf.Root.OCProperties.OCGs[0]
    layer.Usage = Dictionary(Print=Dictionary(PrintState=Name.ON))
    return Case(file.bytes())
