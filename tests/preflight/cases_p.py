"""Cases of our own rules, and of those that hold a file against its job ticket."""

from __future__ import annotations

from dataclasses import replace

from case import Case, Cases, ticket_for
from pikepdf import Array, Dictionary, Name, String
from small_file import MM, SLUG, SmallFile, box, separation

from publish.model.ticket import Part

CASES = Cases()

OVER = {"/O": {"/op": True, "/OP": True, "/OPM": 1}}
BLACK = "/O gs 0 0 0 1 k"


def _text(size_pt: float, said: str = "Words", *, at: str = "8 25") -> str:
    return f"BT /F {size_pt * 25.4 / 72:.4f} Tf {at} Td ({said}) Tj ET"


# Bleed


def _bleed(millimetres: float) -> Case:
    file = SmallFile()
    page = file.page()
    outer, sheet = SLUG - millimetres * MM, 40 * MM + 2 * SLUG
    page.BleedBox = box(outer, outer, sheet - outer, sheet - outer)
    return Case(file.bytes())


@CASES.add("P01/fail-two-millimetres")
def _() -> Case:
    return _bleed(2)


@CASES.add("P01/fail-one-side")
def _() -> Case:
    file = SmallFile()
    page = file.page()
    page.BleedBox[0] = page.TrimBox[0]
    return Case(file.bytes())


@CASES.add("P01/pass-five-millimetres")
def _() -> Case:
    return _bleed(5)


@CASES.add("P01/pass-newspaper")
def _() -> Case:
    return replace(_bleed(0), limits="newspaper")


CASES.page("P02/fail-stops-at-the-trim", "0.5 0 0 0 k 0 0 40 40 re f")
CASES.page("P02/fail-stops-within-the-bleed", "0.5 0 0 0 k -1.5 5 30 10 re f")
CASES.page("P02/fail-one-rule", "0 0 0 1 K 0.2 w 10 5 m 40 5 l S")
CASES.page("P02/fail-hair-before-the-trim", "0.5 0 0 0 k 0.1 5 20 10 re f")
CASES.page("P02/fail-shape-on-a-ground", "0.1 0 0 0 k -3 -3 46 46 re f 0 0.8 0 0 k 0 5 20 20 re f")
CASES.page("P02/fail-light-tint", "0 0 0.05 0 k 0 5 20 20 re f")
CASES.page(
    "P02/fail-behind-crop-marks",
    "0.5 0 0 0 k 0 0 40 40 re f 0 0 0 1 K 0.1 w "
    "0 -9 m 0 -4 l 40 -9 m 40 -4 l -9 0 m -4 0 l 44 0 m 49 0 l S",
)
CASES.page("P02/pass-white-page")
CASES.page("P02/pass-runs-into-the-bleed", "0.5 0 0 0 k -3 -3 46 46 re f")
CASES.page("P02/pass-one-rule", "0 0 0 1 K 0.2 w 10 5 m 43 5 l S")
CASES.page("P02/pass-slanting-rule", "0 0 0 1 K 0.3 w 30 5 m 43 14 l S")
CASES.page("P02/pass-ends-before-the-trim", "0.5 0 0 0 k 1 5 20 10 re f")
CASES.page(
    "P02/pass-crop-marks",
    "0 0 0 1 K 0.1 w 0 -9 m 0 -4 l 40 -9 m 40 -4 l -9 0 m -4 0 l 44 0 m 49 0 l S",
)


@CASES.add("P02/pass-fades")
def _() -> Case:
    file = SmallFile()
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Coords=[0, 0, -3, 0],
        Extend=[True, True],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.6, 0, 0, 0], C1=[0, 0, 0, 0], N=1),
    )
    file.page("q -3 5 20 20 re W n /S sh Q", Shading=Dictionary(S=shading))
    return Case(file.bytes())


@CASES.add("P02/pass-picture-with-white")
def _() -> Case:
    file = SmallFile()
    # A picture through the left edge, whose ink ends right at the trim.
    picture = file.picture(72, 72, space=Name.DeviceGray)
    picture.write((bytes([255] * 36 + [100] * 36)) * 72)
    file.page("q 6 0 0 6 -3 5 cm /P Do Q", XObject=Dictionary(P=picture))
    return Case(file.bytes())


# Text

CASES.page("P03/fail-close", f"{BLACK} {_text(9, at='1 25')}", ExtGState=OVER)
CASES.page("P03/fail-cut", f"{BLACK} {_text(30, 'W', at='-4 25')}", ExtGState=OVER)


@CASES.add("P03/fail-spine")
def _() -> Case:
    file = SmallFile()
    contents = f"{BLACK} {_text(9, 'W', at='4 25')}"
    for _ in range(4):
        file.page(contents, ExtGState=OVER)
    return Case(file.bytes(), ticket_for(file, binding="saddle", edge="left"))


CASES.page("P03/pass-inside", f"{BLACK} {_text(9, at='4 25')}", ExtGState=OVER)
CASES.page("P03/pass-slug-line", f"{BLACK} {_text(9, at='5 -9')}", ExtGState=OVER)

# Marks


def _marks(contents: str) -> Case:
    file = SmallFile()
    file.page(contents, ColorSpace=Dictionary(All=separation("All", 1, 1, 1, 1)))
    return Case(file.bytes())


@CASES.add("P04/fail-registration-in-the-bleed")
def _() -> Case:
    return _marks("/All CS 1 SCN 0.1 w 0 -9 m 0 -2 l S")


@CASES.add("P04/pass-registration")
def _() -> Case:
    return _marks("/All CS 1 SCN 0.1 w 0 -9 m 0 -4 l 20 -7 m 22 -7 l S")


CASES.page("P04/fail-black-crop-marks", "0 0 0 1 K 0.1 w 0 -9 m 0 -1 l 40 -9 m 40 -1 l S")
CASES.page("P04/pass-black-crop-marks", "0 0 0 1 K 0.1 w 0 -9 m 0 -3.5 l S")

# Text again

CASES.page("P05/fail-tiny", f"{BLACK} {_text(4)}", ExtGState=OVER)
CASES.page("P05/fail-small-white", f"0.4 0.2 0 0 k 5 5 30 30 re f 0 0 0 0 k {_text(5.5)}")
CASES.page("P05/pass-small", f"{BLACK} {_text(5.5)}", ExtGState=OVER)


@CASES.add("P06/fail-inline-image")
def _() -> Case:
    file = SmallFile()
    file.page("q 5 0 0 5 8 8 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q")
    return Case(file.bytes())


@CASES.add("P06/fail-type-3")
def _() -> Case:
    file = SmallFile()
    glyph = file.pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    font = file.pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 600, 700],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            FirstChar=87,
            LastChar=87,
            Widths=[600],
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([87, Name("/W")])),
            CharProcs=Dictionary(W=glyph),
            Resources=Dictionary(),
        )
    )
    file.page(f"{BLACK} {_text(14, 'W').replace('/F', '/T')}", fonts={"/T": font}, ExtGState=OVER)
    return Case(file.bytes())


CASES.page("P06/pass-outlines", f"{BLACK} {_text(14)}", ExtGState=OVER)


def _gradient(*ends: list[float]) -> Case:
    file = SmallFile()
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Coords=[5, 0, 30, 0],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=ends[0], C1=ends[1], N=1),
    )
    file.page("q 5 5 25 10 re W n /S sh Q", Shading=Dictionary(S=shading))
    return Case(file.bytes())


@CASES.add("P07/fail-three-for-four")
def _() -> Case:
    return _gradient([1, 0, 0], [0, 0, 1])


@CASES.add("P07/pass-four")
def _() -> Case:
    return _gradient([1, 0, 0, 0], [0, 0, 1, 0])


def _see_through(*, group: bool) -> Case:
    file = SmallFile()
    half = Dictionary(H=Dictionary(ca=0.5))
    page = file.page("/H gs 0.5 0 0 0 k 8 8 5 5 re f", ExtGState=half)
    if not group:
        del page.Group
    return Case(file.bytes())


@CASES.add("P08/fail-without-group")
def _() -> Case:
    return _see_through(group=False)


@CASES.add("P08/pass-with-group")
def _() -> Case:
    return _see_through(group=True)


CASES.page("P09/fail-hyphen", f"0 0 0 1 k {_text(20, 'Wor-')} {_text(20, 'ds', at='8 8')}")
CASES.page("P09/pass-whole", f"0 0 0 1 k {_text(20, 'Words')} {_text(20, 'more', at='8 8')}")


def _twins(ours: str, theirs: str, address: str = "") -> Case:
    twin = SmallFile()
    page = twin.page(theirs, ExtGState=OVER)
    if address:
        action = Dictionary(S=Name.URI, URI=String(address))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[40, 90, 90, 110], A=action)
        page.Annots = Array([link])
    file = SmallFile()
    file.page(ours, ExtGState=OVER)
    return Case(file.bytes(), twin=twin.bytes())


@CASES.add("P10/fail-word-lacking")
def _() -> Case:
    return _twins(f"{BLACK} {_text(9, 'Some words')}", f"{BLACK} {_text(9, 'Some more words')}")


@CASES.add("P10/fail-other-word")
def _() -> Case:
    return _twins(f"{BLACK} {_text(9, 'Some words')}", f"{BLACK} {_text(9, 'Some Words')}")


@CASES.add("P10/pass-same")
def _() -> Case:
    return _twins(f"{BLACK} {_text(9)}", f"{BLACK} {_text(9)}")


@CASES.add("P10/pass-other-lines-and-an-address")
def _() -> Case:
    ours = f"{BLACK} {_text(6, 'Read more')} {_text(6, 'here (example.org/a).', at='8 20')}"
    theirs = f"{BLACK} {_text(6, 'Read mo-')} {_text(6, 're here.', at='8 20')}"
    return _twins(ours, theirs, "https://example.org/a")


@CASES.add("P10/fail-changed-beside-an-address")
def _() -> Case:
    ours = f"{BLACK} {_text(6, 'Read mre')} {_text(6, 'here (example.org/a).', at='8 20')}"
    return _twins(ours, f"{BLACK} {_text(6, 'Read more here.')}", "https://example.org/a")


# The job ticket


def _job(**changes: object) -> Case:
    file = SmallFile()
    file.page("0.5 0 0 0 k 5 5 5 5 re f")
    return Case(file.bytes(), ticket_for(file, **changes))


@CASES.add("J01/fail-other-size")
def _() -> Case:
    return _job(trim=(40.0, 45.0))


@CASES.add("J02/fail-five-ordered")
def _() -> Case:
    return _job(bleed=5.0)


@CASES.add("J03/fail-two-ordered")
def _() -> Case:
    return _job(pages=2)


@CASES.add("J04/fail-changed-after")
def _() -> Case:
    case = _job()
    return replace(case, pdf=case.pdf + b"\n%\n")


@CASES.add("J05/fail-other-condition")
def _() -> Case:
    return _job(condition="FOGRA47")


@CASES.add("J06/fail-other-profile")
def _() -> Case:
    return _job(profile_sha256="0" * 64)


@CASES.add("J07/fail-black-ordered")
def _() -> Case:
    return _job(parts=(Part("inside", (1, 1), ("Black",)),))


@CASES.add("J07/fail-spot-not-ordered")
def _() -> Case:
    file = SmallFile()
    file.page("/S cs 1 scn 5 5 5 5 re f", ColorSpace=Dictionary(S=separation("Gold")))
    return Case(file.bytes(), ticket_for(file))


for _number in range(1, 8):
    CASES.add(f"J0{_number}/pass-as-ordered")(_job)
