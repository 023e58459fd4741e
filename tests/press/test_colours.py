"""Pages drawn for the screen, beside the same pages in inks."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from publish.finish.press.separator import Separator
from publish.model.press import Ink, Press
from tests.press.screen_and_plates import Compared, converted, drawn, needs_ghostscript


def box(style: str) -> tuple[str, str]:
    return "<div class=box></div>", f".box {{ width: 60mm; height: 20mm; {style} }}"


def boxes(*colours: str) -> tuple[str, str]:
    return "".join(f"<div style='background:{c};height:6mm'></div>" for c in colours), ""


SVG = """<svg width=200 height=120><defs>
<linearGradient id=g><stop offset=0 stop-color=red /><stop offset=1 stop-color=blue stop-opacity=.2
/></linearGradient><radialGradient id=r><stop offset=0 stop-color=white /><stop offset=1
stop-color=black /></radialGradient><mask id=m><rect width=200 height=120 fill='url(#r)' /></mask>
<clipPath id=c><circle cx=60 cy=60 r=50 /></clipPath>
<filter id=f><feFlood flood-color='#fc0' flood-opacity=.5 /></filter></defs>
<rect width=200 height=120 fill='url(#g)' mask='url(#m)'/>
<rect width=100 height=120 fill='#0a6' clip-path='url(#c)' opacity=.5 />
<rect width=20 height=20 filter='url(#f)' fill=currentColor />
<text x=5 y=30 stroke=red fill='url(#g)'>SVG</text>
<line x1=0 y1=0 x2=90 y2=9 stroke='#36c' /></svg>"""

#: What the press must print as LittleCMS would, no area more than ΔE 3 away.
TRUE = {
    "flat": boxes("#c00", "#0a0", "#00f", "#ff0", "#036", "hsl(200 50% 60%)", "hwb(90 20% 30%)"),
    "lab": boxes("lab(50 40 30)", "oklch(.6 .12 200)", "lch(60 30 100)", "oklab(.5 .1 -.05)"),
    "wide": boxes("color(display-p3 .5 .3 .2)", "color(srgb .3 .7 .2)", "color(srgb-linear 0 1 0)"),
    "linear": box("background: linear-gradient(90deg, #f00, #0a0)"),
    "hues": box("background: linear-gradient(90deg, #f00, #ff0, #0f0, #0ff, #00f, #f0f, #f00)"),
    "radial": box("background: radial-gradient(circle, #036, #fc0)"),
    "repeating": box("background: repeating-linear-gradient(90deg, #c30 0 9mm, #9cf 20mm)"),
    "no length": box("background: linear-gradient(90deg, #f00 50%, #0a0 50%)"),
    "to white": box("background: linear-gradient(90deg, #039, #fff)"),
    "far away": (
        "<div style='position:absolute;left:-9e5pt;width:18e5pt;height:9mm;background:#0a6'></div>",
        "",
    ),
    "large text": ("<p style='font-size:60pt;margin:0;color:#036'>IIII", ""),
}

#: Partly clear, on bare paper: mixed in inks as light mixes.
CLEAR = {
    "colour": boxes("rgba(0, 80, 160, .3)", "rgba(200, 0, 0, .6)", "rgb(0 128 0 / .1)"),
    "fading": box("background: linear-gradient(90deg, rgba(0, 80, 160, 1), rgba(0, 80, 160, 0))"),
    "two": box("background: linear-gradient(90deg, rgba(200, 0, 0, .6), rgba(0, 0, 200, .6))"),
    "group": (
        "<div style='opacity:.5'><div style='background:#c30;height:9mm'></div><div "
        "style='height:9mm;background:linear-gradient(90deg,#039,#9c0)'></div></div>",
        "",
    ),
    "on colour": (
        "<div style='background:#fc0;padding:3mm'><div style='background:rgba(160,0,0,.5);"
        "height:9mm'></div><div style='background:rgba(0,0,80,.3);height:9mm'></div></div>",
        "",
    ),
    "twice": (
        "<div style='opacity:.7'><div style='opacity:.5;background:#063;height:9mm'></div></div>",
        "",
    ),
}

_HUES = "background:linear-gradient(90deg,#e33,#fc3,#7c6,#39c,#666)"

#: Black that is partly clear, over many colours.
DARK = {
    "veil": (
        f"<div style='{_HUES};padding:3mm 0'><div style='height:9mm;background:rgba(0,0,0,.5)'>",
        "",
    ),
    "shadow": (f"<div style='{_HUES};height:20mm;box-shadow:inset 0 0 6mm rgba(0,0,0,.6)'>", ""),
    "text": (f"<div style='{_HUES};height:20mm;font-size:40pt;color:rgba(0,0,0,.4)'>IIII", ""),
}

#: What leaves no RGB behind.
PAGES = {
    **TRUE,
    **CLEAR,
    **DARK,
    "text": (
        "<p>plain <a href='https://example.org/'>link</a> <u style='text-decoration-color:"
        "red'>u</u> <b style='-webkit-text-stroke:1pt #36c'>outline</b><hr>",
        "",
    ),
    "shadow": box("background: #fe8; box-shadow: 2mm 2mm 3mm rgba(0,0,80,.5), inset 0 0 1mm red"),
    "opacity": ("<div style='opacity:.5;background:#c30'>over <i style='opacity:.5'>twice</i>", ""),
    "clear": box("background: linear-gradient(rgba(0, 80, 160, .8), transparent), #fd0"),
    "borders": box("border: 2mm dashed #c0a; border-left: 1mm double #0ac; border-radius: 3mm"),
    "table": (
        "<table style='border-collapse:collapse'><tr><th style='border:1pt solid #369;"
        "background:#eef'>a<td style='border:1pt dotted #963'>b</table>",
        "",
    ),
    "svg": (SVG, ""),
    "list": ("<ul style='color:#603'><li>a<li style='list-style:square'>b</ul>", ""),
    "many": ("<style>div{page-break-after:always}</style><div style='color:red'>1</div><div>2", ""),
}

_RGB = re.compile(rb"(?<![\w/])(?:rg|RG|g|G)(?![\w])|/(?:DeviceRGB|CalRGB|Lab|ICCBased)\b")
_INKS = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK]\b")
_STRINGS = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>")


def left_over(pdf: bytes) -> list[str]:
    """Return where RGB, or grey outside of a mask, is still in a file."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as file:
        grey = {
            one.G.objgen
            for one in (_dictionary(each).get("/SMask") for each in _all(file))
            if isinstance(one, Dictionary) and "/G" in one
        }
        for each in _all(file):
            if isinstance(each, Dictionary | Stream):
                space = each.get("/CS", each.get("/ColorSpace"))
                if isinstance(space, Name) and space in (Name.DeviceRGB, Name.CalRGB):
                    found.append(f"{space} in {each.objgen}")
            if isinstance(each, Array) and len(each) and each[0] in (Name.Lab, Name.ICCBased):
                found.append(f"{each[0]} array")
            if isinstance(each, Stream) and each.get("/Subtype") != Name.Image:
                content = _STRINGS.sub(b"", each.read_bytes())
                if b"\0" not in content and "/Length1" not in each and "/N" not in each:
                    hits = set(_RGB.findall(content))
                    if each.objgen in grey or _grey_group(each):
                        hits -= {b"g", b"G"}
                    found += [f"{hit!r} in {each.objgen}" for hit in sorted(hits)]
    return found


def _grey_group(stream: Stream) -> bool:
    return stream.get("/Group", Dictionary()).get("/CS") == Name.DeviceGray


_UPWARDS = ("/Parent", "/P", "/Annots")


def _dictionary(one):
    return one if isinstance(one, Dictionary | Stream) else Dictionary()


def _all(file: pikepdf.Pdf):
    """Yield all that can be reached from the pages, direct or not."""
    seen, left = set(), [page.obj for page in file.pages]
    while left:
        one = left.pop()
        if not isinstance(one, Dictionary | Stream | Array):
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        yield one
        if isinstance(one, Array):
            left.extend(one)
        elif one.get("/Type") != Name.FontDescriptor:
            left.extend(
                part for key, part in one.items() if key not in ("/Parent", "/P", "/Annots")
            )


@pytest.mark.parametrize("page", PAGES)
def test_no_rgb_is_left(page):
    assert left_over(drawn(*PAGES[page])), "the fixture itself has no RGB: nothing was tested"
    assert left_over(converted(drawn(*PAGES[page]))) == []


@pytest.mark.parametrize("page", ["text", "svg", "shadow"])
def test_all_is_black_where_the_job_is_black(page):
    pdf = converted(drawn(*PAGES[page]), Press(black_only=True))
    with pikepdf.open(BytesIO(pdf)) as file:
        for each in _all(file):
            if (isinstance(each, Stream) and each.get("/Subtype") == Name.Form) or (
                isinstance(each, Dictionary) and each.get("/Type") == Name.Page
            ):
                content = each if isinstance(each, Stream) else each.Contents
                for inks in re.findall(
                    rb"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK]\b", content.read_bytes()
                ):
                    assert inks == (b"0", b"0", b"0")
    assert left_over(pdf) == []


def test_two_conversions_give_the_same_bytes():
    pdf = drawn(*PAGES["svg"])
    assert converted(pdf) == converted(pdf)


def test_a_file_in_inks_stays_as_it_is():
    once = converted(drawn(*PAGES["linear"]))
    twice = converted(once)
    with pikepdf.open(BytesIO(once)) as first, pikepdf.open(BytesIO(twice)) as second:
        inks = [_inks(file) for file in (first, second)]
    assert inks[0] == inks[1] != []


def _inks(file):
    return [
        [float(ink) for ink in one.C0]
        for one in _all(file)
        if isinstance(one, Dictionary) and one.get("/FunctionType") == 2
    ]


@needs_ghostscript
@pytest.mark.parametrize("name", DARK)
def test_colours_below_a_shadow_stay_colours(name, tmp_path):
    compared = Compared(drawn(*DARK[name]), tmp_path)
    assert compared.worst(0.9) < 5
    assert compared.worst() < 9
    assert compared.moved < 0.001


@needs_ghostscript
@pytest.mark.parametrize("page", TRUE)
def test_colours_are_those_of_littlecms(page, tmp_path):
    compared = Compared(drawn(*TRUE[page]), tmp_path)
    assert compared.worst(1.0) <= 3
    assert compared.worst(0.5) <= 1
    assert compared.moved == 0


@needs_ghostscript
@pytest.mark.parametrize("page", CLEAR)
def test_clear_colours_are_right_on_paper(page, tmp_path):
    compared = Compared(drawn(*CLEAR[page]), tmp_path)
    assert compared.worst(1.0) <= 3
    assert (compared.smooth & ~compared.neutral).mean() > 0.05
    assert compared.moved == 0


@needs_ghostscript
def test_a_shadow_is_as_dark_as_on_the_screen(tmp_path):
    page = drawn(*box("background: #fe8; box-shadow: 2mm 2mm 3mm rgba(0, 0, 0, .5)"))
    compared = Compared(page, tmp_path)
    assert (compared.neutral & (compared.screen.min(axis=2) < 200)).any()
    assert compared.worst(1.0, neutral=True) <= 3


@needs_ghostscript
def test_greys_are_printed_in_black_alone(tmp_path):
    page = drawn(*box("background: linear-gradient(90deg, #fff, #888 60%, #000)"))
    compared = Compared(page, tmp_path)
    assert not compared.plates[..., :3].any()
    light = compared.screen.min(axis=2) > 60
    assert compared.stray[light & compared.smooth].max() <= 3
    # Black ink alone is not as dark as all four, so the darkest greys are lighter.
    assert compared.worst(1.0, neutral=True) < 9


@needs_ghostscript
def test_black_text_is_on_one_plate(tmp_path):
    compared = Compared(drawn("<p style='font-size:30pt'>Black text", ""), tmp_path)
    assert not compared.plates[..., :3].any()
    assert compared.plates[..., 3].max() == 255


@needs_ghostscript
def test_small_black_text_overprints_and_large_does_not(tmp_path):
    body = "<div style='background:#0af;font-size:{}pt;color:#000'>IIIIIIII<br>MMMMM</div>"
    small = Compared(drawn(body.format(9)), tmp_path)
    large = Compared(drawn(body.format(30)), tmp_path)
    for compared, kept in ((small, True), (large, False)):
        black = compared.plates[..., 3] == 255
        assert black.any()
        assert bool((compared.plates[black][:, 0] > 100).all()) is kept


BRAND = Press(
    inks=(
        ("#003366", Ink((1.0, 0.7, 0.0, 0.2))),
        ("#c8102e", Ink((0.0, 1.0, 0.8, 0.0), "PANTONE 186 C")),
        ("#e0708a", Ink((0.0, 1.0, 0.8, 0.0), "PANTONE 186 C", 0.4)),
    )
)


def test_a_spot_ink_has_one_space_in_the_whole_file():
    body = (
        "<p style='color:#c8102e'>spot<div style='opacity:.6;color:#e0708a'>tint</div>"
        "<div style='height:9mm;background:linear-gradient(#c8102e,#fff)'></div>"
        "<div style='height:9mm;background:linear-gradient(#c8102e,#003366)'></div>"
    )
    with pikepdf.open(BytesIO(converted(drawn(body), BRAND))) as file:
        arrays = [one for one in _all(file) if isinstance(one, Array) and len(one)]
        alone = [one for one in arrays if one[0] == Name.Separation]
        mixed = [one for one in arrays if one[0] == Name.DeviceN]
        assert {one[1] for one in alone} == {Name("/PANTONE 186 C")}
        assert len({one.objgen for one in alone}) == 1
        assert len({one[3].objgen for one in alone}) == 1
        assert [list(one[1]) for one in mixed] == [
            [Name("/PANTONE 186 C"), Name.Cyan, Name.Magenta, Name.Yellow, Name.Black]
        ]
        assert mixed[0][4].Colorants["/PANTONE 186 C"].objgen == alone[0].objgen


@needs_ghostscript
def test_the_brand_is_printed_with_its_inks(tmp_path):
    page = drawn(*boxes("#003366", "linear-gradient(90deg, #003366, #003366)"))
    compared = Compared(page, tmp_path, BRAND)
    blue = (compared.screen == (0, 0x33, 0x66)).all(axis=2)
    assert blue.mean() > 0.1
    assert {tuple(inks) for inks in compared.plates[blue]} == {(255, 178, 0, 51)} or {
        tuple(inks) for inks in compared.plates[blue]
    } == {(255, 179, 0, 51)}


def test_pictures_keep_neutral_and_colour_apart():
    separator = Separator.of(Press())
    assert separator.picture(Image.new("RGB", (2, 2), "#00f")).mode == "CMYK"
    assert separator.picture(Image.new("L", (2, 2), 0)).getpixel((0, 0)) == 0
    assert separator.picture(Image.new("L", (2, 2), 255)).getpixel((0, 0)) == 255
