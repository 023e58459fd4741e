"""Small files made by hand: what WeasyPrint does not write, and what other programs do."""

from __future__ import annotations

import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publish.finish.press.colours.convert import convert_colours
from publish.finish.press.separator import Separator
from publish.model.press import Ink, Press

RED = Separator.of(Press()).rgb(1, 0, 0)
PINK = Ink((0.0, 1.0, 0.8, 0.0), "Rosé n° 5")
PRESS = Press(inks=(("#ff00ff", PINK), ("--brand", PINK)))


@pytest.fixture
def page():
    """Return a function that converts one page, and gives it back with its content."""
    with pikepdf.new() as pdf:

        def convert(content, press=PRESS, **resources):
            one = pdf.add_blank_page(page_size=(100, 100))
            one.obj.Contents = pdf.make_stream(content)
            one.obj.Resources = Dictionary(**resources)
            convert_colours(pdf, press)
            return one.obj

        convert.pdf = pdf
        yield convert


def _inks(stream):
    return [
        (tuple(round(float(part), 4) for part in found[0].split()), found[1].decode())
        for found in re.findall(rb"((?:[\d.]+ )+)(k|K|g|G|scn|SCN)\b", stream.read_bytes())
    ]


def test_device_colours_become_inks(page):
    found = _inks(page(b"1 0 0 rg 1 0 0 RG .5 g 0 0 1 0 k").Contents)[2:]
    assert found[:2] == [(RED, "k"), (RED, "K")]
    assert found[2][0][:3] == (0, 0, 0)
    assert found[3] == ((0, 0, 1, 0), "k")


def test_what_sets_no_colour_is_black_ink(page):
    assert _inks(page(b"0 0 9 9 re f").Contents) == [((0, 0, 0, 1), "k"), ((0, 0, 0, 1), "K")]


def test_a_chosen_space_begins_with_its_first_colour(page):
    content = page(b"1 0 0 rg /DeviceRGB cs 0 0 9 9 re f").Contents
    assert _inks(content)[-1] == ((0, 0, 0, 1), "k")


@pytest.mark.parametrize(
    ("space", "values"),
    [
        (Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))]), b"1 0 0"),
        (Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\0\0\0\xff\0\0")]), b"1"),
    ],
)
def test_other_spaces_for_the_same_red(page, space, values):
    one = page(b"/C cs " + values + b" sc 0 0 9 9 re f", ColorSpace=Dictionary(C=space))
    assert _inks(one.Contents)[-1] == (RED, "k")
    assert "/C" not in one.Resources.ColorSpace


def test_a_colour_of_lab_is_converted(page):
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    one = page(b"/C CS 50 40 30 SCN 0 0 m 9 9 l S", ColorSpace=Dictionary(C=lab))
    assert _inks(one.Contents)[-1] == (Separator.of(PRESS).lab(50, 40, 30), "K")


def test_an_icc_space_counts_by_its_channels(page):
    profile = page.pdf.make_stream(b"", N=3)
    space = Array([Name.ICCBased, profile])
    one = page(b"/C cs 1 0 0 scn", ColorSpace=Dictionary(C=space))
    assert _inks(one.Contents)[-1] == (RED, "k")


def test_a_spot_ink_is_named_and_keeps_its_name(page):
    one = page(b"1 0 1 rg 0 0 9 9 re f")
    assert _inks(one.Contents)[-1] == ((1.0,), "scn")
    (space,) = one.Resources.ColorSpace.values()
    assert space[0] == Name.Separation
    assert space[1] == Name("/Rosé n° 5")
    assert b"/Ros#c3#a9#20n#c2#b0#205" in space[1].unparse()
    assert space[2] == Name.DeviceCMYK


def test_a_profile_of_one_channel_is_the_ink_of_its_name(page):
    profile = page.pdf.make_stream(b"", N=1)
    spaces = Dictionary()
    spaces["/--brand"] = Array([Name.ICCBased, profile])
    one = page(b"/--brand cs .4 scn 0 0 9 9 re f", ColorSpace=spaces)
    assert _inks(one.Contents)[-1] == ((0.4,), "scn")


def test_a_separation_of_the_file_gets_inks_to_stand_for_it(page):
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([1, 0, 0]), N=1
    )
    spot = Array([Name.Separation, Name("/Varnish"), Name.DeviceRGB, tint])
    one = page(b"/C cs .5 scn 0 0 9 9 re f", ColorSpace=Dictionary(C=spot))
    kept = one.Resources.ColorSpace.C
    assert kept[1] == Name("/Varnish")
    assert kept[2] == Name.DeviceCMYK
    assert int(kept[3].FunctionType) == 0
    assert _inks(one.Contents)[-1] == ((0.5,), "scn")


def test_a_job_in_black_has_no_other_plate(page):
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 1, 0, 0]), N=1
    )
    spot = Array([Name.Separation, Name("/Varnish"), Name.DeviceCMYK, tint])
    press = Press(inks=PRESS.inks, black_only=True)
    one = page(b"/C cs 1 scn 1 0 1 rg 0 1 0 0 k 1 0 0 RG", press, ColorSpace=Dictionary(C=spot))
    assert all(inks[:3] == (0, 0, 0) for inks, _ in _inks(one.Contents))
    assert not one.Resources.ColorSpace.keys()


def _form(pdf, content, **entries):
    return pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **entries
    )


def _state(form):
    return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form), TR=Name.Identity, OP=True)


GROUP = {"Group": Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)}


def test_a_form_that_is_drawn_and_masks_is_both(page):
    form = page.pdf.make_indirect(_form(page.pdf, b"1 0 0 rg 0 0 9 9 re f", **GROUP))
    one = page(
        b"/G gs /F Do",
        XObject=Dictionary(F=form),
        ExtGState=Dictionary(G=_state(form)),
    )
    drawn, mask = one.Resources.XObject.F, one.Resources.ExtGState.G.SMask.G
    assert _inks(drawn) == [(RED, "k")]
    assert drawn.Group.CS == Name.DeviceCMYK
    assert _inks(mask) == [((0.3,), "g")]
    assert mask.Group.CS == Name.DeviceGray


def test_a_graphics_state_keeps_nothing_that_belongs_to_the_press(page):
    form = _form(page.pdf, b"", **GROUP)
    one = page(b"/G gs", ExtGState=Dictionary(G=_state(form)))
    assert set(one.Resources.ExtGState.G.keys()) == {"/SMask"}


def test_a_form_that_draws_itself_is_converted_once(page):
    form = page.pdf.make_indirect(_form(page.pdf, b"1 0 0 rg /F Do"))
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    one = page(b"/F Do", XObject=Dictionary(F=form))
    drawn = one.Resources.XObject.F
    assert drawn.Resources.XObject.F.objgen == drawn.objgen
    assert _inks(drawn) == [(RED, "k")]


def test_a_chain_of_forms_is_no_pile_of_calls(page):
    form = _form(page.pdf, b"1 0 0 rg")
    for _ in range(3000):
        inner = page.pdf.make_indirect(form)
        form = _form(page.pdf, b"/F Do", Resources=Dictionary(XObject=Dictionary(F=inner)))
    one = page(b"/F Do", XObject=Dictionary(F=page.pdf.make_indirect(form)))
    for _ in range(3000):
        one = one.Resources.XObject.F
    assert _inks(one.Resources.XObject.F) == [(RED, "k")]


def test_a_form_without_resources_uses_those_around_it(page):
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    form = page.pdf.make_indirect(_form(page.pdf, b"/C cs 50 40 30 scn 1 0 1 RG"))
    one = page(b"/F Do", XObject=Dictionary(F=form), ColorSpace=Dictionary(C=lab))
    drawn = one.Resources.XObject.F
    assert _inks(drawn)[0] == (Separator.of(PRESS).lab(50, 40, 30), "k")
    assert len(drawn.Resources.ColorSpace.keys()) == 1


def test_tiles_with_and_without_colours(page):
    tile = {"PatternType": 1, "BBox": Array([0, 0, 1, 1]), "XStep": 1, "YStep": 1}
    coloured = page.pdf.make_stream(b"1 0 0 rg 0 0 1 1 re f", PaintType=1, **tile)
    bare = page.pdf.make_stream(b"0 0 1 1 re f", PaintType=2, **tile)
    one = page(
        b"/Pattern cs /A scn 0 0 9 9 re f /U cs 1 0 0 /B scn 0 0 9 9 re f",
        Pattern=Dictionary(A=coloured, B=bare),
        ColorSpace=Dictionary(U=Array([Name.Pattern, Name.DeviceRGB])),
    )
    assert _inks(one.Resources.Pattern.A)[-1] == (RED, "k")
    assert _inks(one.Resources.Pattern.B) == []
    content = one.Contents.read_bytes()
    assert b"/A scn" in content
    written = " ".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in RED)
    assert f"/PressTile cs\n{written} /B scn".encode() in content
    assert list(one.Resources.ColorSpace["/PressTile"]) == [Name.Pattern, Name.DeviceCMYK]


def test_glyphs_that_are_drawings_are_converted(page):
    glyph = page.pdf.make_stream(b"9 0 d0 1 0 0 rg 0 0 9 9 re f")
    font = page.pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=glyph))
    )
    one = page(b"BT /F 9 Tf (a) Tj ET", Font=Dictionary(F=font))
    assert _inks(one.Resources.Font.F.CharProcs.a) == [(RED, "k")]


def _shading(function, kind=2, space=Name.DeviceRGB, **more):
    coordinates = {} if kind == 1 else {"Coords": Array([0, 0, 9, 9] if kind == 2 else [0] * 6)}
    return Dictionary(ShadingType=kind, ColorSpace=space, Function=function, **coordinates, **more)


RUN = Dictionary(
    FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1
)


def test_a_gradient_gets_stops_in_inks(page):
    one = page(b"/S sh", Shading=Dictionary(S=_shading(RUN)))
    made = one.Resources.Shading.S
    assert made.ColorSpace == Name.DeviceCMYK
    parts = list(made.Function.Functions)
    assert 2 < len(parts) <= 32
    assert [float(ink) for ink in parts[0].C0] == pytest.approx(RED, abs=0.005)


def test_a_gradient_with_three_values_in_a_space_of_four_is_rgb(page):
    shading = _shading(RUN, space=Name.DeviceCMYK)
    made = page(b"/S sh", Shading=Dictionary(S=shading)).Resources.Shading.S
    assert len(made.Function.Functions[0].C0) == 4


def test_a_gradient_nobody_draws_is_left_behind(page):
    assert "/Shading" not in page(b"", Shading=Dictionary(S=_shading(RUN))).Resources


def test_a_gradient_of_two_directions_is_sampled(page):
    program = page.pdf.make_stream(
        b"{ 0 }", FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1] * 3)
    )
    made = page(b"/S sh", Shading=Dictionary(S=_shading(program, 1))).Resources.Shading.S
    assert int(made.Function.FunctionType) == 0
    assert len(made.Function.Range) == 8


def test_a_mesh_carries_inks_at_its_corners(page):
    corner = bytes([0, 0, 0, 255, 0, 0])
    mesh = page.pdf.make_stream(
        corner * 3,
        ShadingType=4,
        ColorSpace=Name.DeviceRGB,
        BitsPerCoordinate=8,
        BitsPerComponent=8,
        BitsPerFlag=8,
        Decode=Array([0, 9, 0, 9, 0, 1, 0, 1, 0, 1]),
    )
    made = page(b"/S sh", Shading=Dictionary(S=mesh)).Resources.Shading.S
    data = made.read_bytes()
    assert len(data) == 3 * (3 + 8)
    inks = [int.from_bytes(data[at : at + 2], "big") / 65535 for at in (3, 5, 7, 9)]
    assert inks == pytest.approx(RED, abs=1e-4)
    assert made.ColorSpace == Name.DeviceCMYK


def _overprinting(content):
    return [name == b"PressOver" for name in re.findall(rb"/(PressOver|PressKnock) gs", content)]


def test_overprinting_begins_and_ends_with_small_black_text(page):
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1))
    text = b"BT /F %d Tf (a) Tj ET "
    small = page(b"0 g " + text % 9 + b"1 g 0 0 9 9 re f", Font=font)
    assert _overprinting(small.Contents.read_bytes()) == [True, False]
    state = small.Resources.ExtGState["/PressOver"]
    assert (state.op, state.OP, int(state.OPM)) == (True, True, 1)
    large = page(b"0 g " + text % 30, Font=font)
    assert _overprinting(large.Contents.read_bytes()) == []
    scaled = page(b".25 0 0 .25 0 0 cm " + text % 30, Font=font)
    assert _overprinting(scaled.Contents.read_bytes()) == [True]
    white = page(b"1 g " + text % 9 + b".2 g " + text % 9, Font=font)
    assert _overprinting(white.Contents.read_bytes()) == []
    saved = page(b"q " + text % 9 + b"Q 0 0 9 9 re f", Font=font)
    assert _overprinting(saved.Contents.read_bytes()) == [True]


def test_thin_black_lines_overprint(page):
    assert _overprinting(page(b".5 w 0 0 m 9 9 l S").Contents.read_bytes()) == [True]
    assert _overprinting(page(b"5 w 0 0 m 9 9 l S").Contents.read_bytes()) == []


def test_outlined_text_overprints_only_if_both_are_black(page):
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1))
    both = page(b"BT 2 Tr /F 9 Tf (a) Tj ET", Font=font)
    one = page(b"1 0 0 RG BT 2 Tr /F 9 Tf (a) Tj ET", Font=font)
    assert _overprinting(both.Contents.read_bytes()) == [True]
    assert _overprinting(one.Contents.read_bytes()) == []


def test_black_that_is_half_clear_is_more_than_half_of_the_ink(page):
    one = page(b"/A gs 0 0 9 9 re f", ExtGState=Dictionary(A=Dictionary(ca=0.5)))
    made = [state for key, state in one.Resources.ExtGState.items() if key != "/A"]
    shown = [float(state.ca) for state in made if "/ca" in state]
    assert shown == pytest.approx([Separator.of(PRESS).grey(0.5)], abs=0.002)


def test_an_area_without_width_or_height_is_no_hairline(page):
    assert b" re n" in page(b"1 1 9 0 re f").Contents.read_bytes()
    assert b" re n" in page(b"1 1 0 9 re f*").Contents.read_bytes()
    assert b" re f" in page(b"1 1 9 .1 re f").Contents.read_bytes()
    assert b" re n" not in page(b"1 1 9 9 re 1 1 9 0 re f").Contents.read_bytes()


_MODES = {b"/PressFilm gs": "film", b"/PressCover gs": "cover"}


def _modes(one):
    found = re.findall(rb"/Press(?:Film|Cover) gs", one.Contents.read_bytes())
    return [_MODES[mode] for mode in found]


def test_clear_black_lies_over_what_is_below_like_a_film(page):
    state = {"ExtGState": Dictionary(A=Dictionary(ca=0.5), B=Dictionary(ca=0.9))}
    assert _modes(page(b"/A gs 0 0 9 9 re f", **state)) == ["film"]
    assert _modes(page(b"q /A gs 0 0 9 9 re f Q 1 0 0 rg 0 0 9 9 re f", **state)) == ["film"]
    assert _modes(page(b"/A gs 0 0 9 9 re f 1 0 0 rg 0 0 9 9 re f", **state)) == ["film", "cover"]
    assert _modes(page(b"/A gs .5 g 0 0 9 9 re f", **state)) == []
    assert _modes(page(b"/B gs 0 0 9 9 re f", **state)) == []
    assert _modes(page(b"/A gs 1 0 0 RG 0 0 9 9 re B", **state)) == []


HALF = {"ExtGState": Dictionary(A=Dictionary(ca=0.5))}
GROUND = b"1 0 0 rg 0 0 50 50 re f "


def _fill_and_cover(one):
    """Return the inks that were set last, and how much of them shows."""
    names = re.findall(rb"/(PressArea\d+|A) gs", one.Contents.read_bytes())
    state = one.Resources.ExtGState["/" + names[-1].decode()]
    return _inks(one.Contents)[-1][0], float(state.ca)


def test_a_clear_colour_on_a_flat_ground_is_a_flat_colour(page):
    one = page(GROUND + b"/A gs 0 0 1 rg 10 10 5 5 re f", **HALF)
    assert _fill_and_cover(one) == (Separator.of(PRESS).rgb(0.5, 0, 0.5), 1)
    one = page(GROUND + b"q 2 0 0 2 0 0 cm /A gs 0 0 1 rg 10 10 14 14 re f Q", **HALF)
    assert _fill_and_cover(one)[1] == 1


@pytest.mark.parametrize(
    "between",
    [
        b"BT /F 5 Tf 1 0 0 1 8 11 Tm (a) Tj ET ",
        b"8 8 m 30 30 l S ",
        b"0 1 0 rg 12 12 60 60 re f ",
        b"0 1 0 rg 12 12 m 13 13 l 12 13 l f ",
        b"/S sh ",
        b"/F Do ",
        b"q 0 0 11 11 re W n 0 1 0 rg 0 0 50 50 re f Q ",
        b"q 5 5 m 40 40 l 5 40 l h W n 0 1 0 rg 0 0 50 50 re f Q ",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ",
    ],
)
def test_what_lies_between_is_never_covered(page, between):
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1))
    form = page.pdf.make_indirect(_form(page.pdf, b"0 1 0 rg 0 0 9 9 re f"))
    one = page(
        GROUND + between + b"/A gs 0 0 1 rg 10 10 5 5 re f",
        Font=font,
        XObject=Dictionary(F=form),
        Shading=Dictionary(S=_shading(RUN)),
        **HALF,
    )
    assert _fill_and_cover(one)[1] < 1


def test_what_reaches_over_its_ground_stays_clear(page):
    one = page(GROUND + b"/A gs 0 0 1 rg 40 40 20 20 re f", **HALF)
    assert _fill_and_cover(one)[1] < 1


def test_what_is_mixed_in_another_way_stays_as_it_is(page):
    states = Dictionary(A=Dictionary(ca=0.5, BM=Name.Multiply))
    one = page(GROUND + b"/A gs 0 0 1 rg 10 10 5 5 re f", ExtGState=states)
    assert _fill_and_cover(one) == (Separator.of(PRESS).rgb(0, 0, 1), 0.5)


def test_a_page_without_content_or_resources_is_no_trouble(page):
    one = page(b"")
    assert _inks(one.Contents) == [((0, 0, 0, 1), "k"), ((0, 0, 0, 1), "K")]
