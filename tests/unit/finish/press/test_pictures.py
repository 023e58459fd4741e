"""Pictures in inks: what stays, what is converted, how large, and with which masks."""

import hashlib
import io
import zlib
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from publish import pictures
from publish.finish.press.pictures import inks as picture_inks
from publish.finish.press.pictures.convert import convert_pictures
from publish.model.press import Press
from publish.pictures import profile as profiles

PRESS = Press()
COATED = PRESS.condition.profile.read_bytes()
WIDE = profiles.stated(1 / 2.2, (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06), "RGB")


def saved(image, kind="PNG", **how):
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def by_littlecms(image, profile, mode):
    way = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.ImageCmsProfile(io.BytesIO(COATED)),
        mode,
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return np.asarray(ImageCms.applyTransform(image, way)).astype(int)


@pytest.fixture
def colours():
    """A picture with soft changes, 300 × 200: a photo, but for its file."""
    down, across = np.mgrid[0:200, 0:300]
    parts = 40 + across * 150 // 300, 60 + down * 150 // 200, 90 + (across + down) * 80 // 500
    return Image.fromarray(np.stack(parts, -1).astype(np.uint8))


@pytest.fixture(autouse=True)
def nothing_kept():
    picture_inks._made.clear()


class Page:
    """A page of 100 by 100 points with one picture."""

    def __init__(self, pdf=None):
        self.pdf = pdf or pikepdf.new()
        self.page = self.pdf.add_blank_page(page_size=(100, 100))
        self.page.obj.Resources = Dictionary(XObject=Dictionary())

    def stream(self, data, **entries):
        made = self.pdf.make_stream(data)
        for key, value in entries.items():
            made[f"/{key}"] = value
        return made

    def picture(self, image, name="/i1", **entries):
        """Put a drawn picture in, as the engine would."""
        space = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
        usual = {
            "Type": Name.XObject,
            "Subtype": Name.Image,
            "Width": image.width,
            "Height": image.height,
            "BitsPerComponent": 8,
            "ColorSpace": space.get(image.mode, Name.DeviceGray),
            "Interpolate": True,
        }
        return self.named(self.stream(image.tobytes(), **{**usual, **entries}), name)

    def named(self, stream, name="/i1"):
        self.page.obj.Resources.XObject[name] = stream
        return stream

    def draw(self, instructions=b"100 0 0 100 0 0 cm /i1 Do"):
        self.page.obj.Contents = self.pdf.make_stream(instructions)
        return self

    def convert(self, press=PRESS, **sources):
        convert_pictures(self.pdf, press, sources)
        return self.page.obj.Resources.XObject["/i1"]


def inks_of(picture):
    """Unpack a converted picture by hand: full ink is 255."""
    if picture.get("/Filter") == Name.DCTDecode:
        image = Image.open(io.BytesIO(picture.read_raw_bytes()))
        inverted = "/Decode" in picture
        assert inverted == (image.mode == "CMYK")
        return np.asarray(image).astype(int)  # Pillow turns the ink round, as /Decode does
    shape = (int(picture.Height), int(picture.Width))
    data = np.frombuffer(picture.read_bytes(), np.uint8)
    space = picture.ColorSpace
    if isinstance(space, Array):
        palette = np.frombuffer(bytes(space[3]), np.uint8).reshape(-1, 4)
        return palette[data.reshape(shape)].astype(int)
    channels = {Name.DeviceCMYK: 4, Name.DeviceGray: 1}[space]
    found = data.reshape(*shape, channels).astype(int)
    return found[..., 0] if channels == 1 else found


def lab_of(inks):
    way = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(COATED)), ImageCms.createProfile("LAB"), "CMYK", "LAB"
    )
    image = Image.frombytes("CMYK", inks.shape[1::-1], inks.astype(np.uint8).tobytes())
    bands = ImageCms.applyTransform(image, way).split()
    seen = np.stack([np.asarray(band).astype(float) for band in bands], -1)
    return seen / (2.55, 1, 1) - (0, 128, 128)


def difference(found, expected):
    """Return the largest distance of two pictures in inks, as dE 1976."""
    return np.sqrt(((lab_of(found) - lab_of(expected)) ** 2).sum(-1)).max()


class TestColours:
    def test_drawn_rgb(self, colours):
        page = Page()
        page.picture(colours)
        found = page.draw().convert()

        assert found.ColorSpace == Name.DeviceCMYK
        assert found.Interpolate is False
        assert difference(inks_of(found), by_littlecms(colours, profiles.srgb(), "RGB")) < 3

    def test_the_own_file_with_its_profile(self, colours):
        """The drawn picture was cut down to sRGB; the ink comes from the wide one."""
        page = Page()
        page.picture(pictures.to_srgb(pictures.opened(saved(colours, icc_profile=WIDE))))
        found = page.draw().convert(i1=saved(colours, icc_profile=WIDE))

        assert difference(inks_of(found), by_littlecms(colours, WIDE, "RGB")) < 3

    def test_ink_without_a_profile_or_with_that_of_the_press_stays(self, colours):
        ink = colours.convert("CMYK")
        for how in ({}, {"icc_profile": COATED}):
            page = Page()
            page.picture(colours)
            found = page.draw().convert(i1=saved(ink, "TIFF", **how))
            assert (inks_of(found) == np.asarray(ink)).all()

    def test_jpeg_in_ink_is_taken_over(self, colours):
        content = saved(colours.convert("CMYK"), "JPEG", quality=90, icc_profile=COATED)
        page = Page()
        page.picture(colours)
        found = page.draw().convert(i1=content)

        data = found.read_raw_bytes()
        assert found.Decode == Array([1, 0] * 4)
        assert len(data) < len(content) - len(COATED) + 500
        assert content.endswith(data[-1000:])
        assert (inks_of(found) == np.asarray(pictures.opened(content).image)).all()

    def test_ink_of_another_press_is_converted(self, colours):
        other = replace(PRESS.condition).profile.with_name("FOGRA47L_uncoated.icc").read_bytes()
        ink = colours.convert("CMYK")
        page = Page()
        page.picture(colours)
        found = page.draw().convert(i1=saved(ink, "TIFF", icc_profile=other))

        assert difference(inks_of(found), by_littlecms(ink, other, "CMYK")) < 3

    def test_neutral_colours_are_black_ink_alone(self, colours):
        page = Page()
        page.picture(colours.convert("L").convert("RGB"))
        found = page.draw().convert()

        assert found.ColorSpace == Name.DeviceGray
        assert inks_of(found).ndim == 2

    def test_black_and_paper_stay_whole(self):
        image = Image.new("L", (300, 300), 255)
        image.paste(0, (0, 0, 150, 300))
        page = Page()
        page.picture(image)
        found = inks_of(page.draw().convert())
        assert found[0, 0] == 0
        assert found[0, 299] == 255

    def test_one_bit_stays_one_bit(self, colours):
        bits = colours.convert("1")
        page = Page()
        page.picture(bits.convert("RGB"))
        found = page.draw().convert(i1=saved(bits))

        assert found.BitsPerComponent == 1
        assert found.read_bytes() == bits.tobytes()

    def test_few_colours_keep_a_palette(self, colours):
        flat = colours.quantize(20).convert("RGB")
        page = Page()
        page.picture(flat)
        found = page.draw().convert()

        assert found.ColorSpace[0] == Name.Indexed
        assert found.ColorSpace[1] == Name.DeviceCMYK
        assert difference(inks_of(found), by_littlecms(flat, profiles.srgb(), "RGB")) < 3

    @pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
    def test_a_job_in_black_alone(self, colours, mode):
        page = Page()
        page.picture(colours.convert(mode))
        found = page.draw().convert(replace(PRESS, black_only=True))
        assert found.ColorSpace == Name.DeviceGray

    def test_photos_are_jpeg_with_little_loss(self, colours):
        large = colours.resize((600, 400), Image.Resampling.BICUBIC)
        content = saved(large, "JPEG", quality=95, subsampling=0)
        page = Page()
        page.picture(large)
        found = page.draw(b"900 0 0 900 0 0 cm /i1 Do").convert(i1=content)

        assert found.Filter == Name.DCTDecode
        expected = by_littlecms(pictures.opened(content).image, profiles.srgb(), "RGB")
        assert difference(inks_of(found), expected) < 6
        assert np.abs(inks_of(found) - expected).mean() < 1

    def test_source_that_shows_something_else_is_left_aside(self, colours):
        page = Page()
        page.picture(colours.resize((10, 10)))
        found = page.draw().convert(i1=saved(colours))
        assert (int(found.Width), int(found.Height)) == (10, 10)
        page = Page()
        page.picture(colours)
        assert page.draw().convert(i1=b"no picture").ColorSpace == Name.DeviceCMYK


class TestSpaces:
    """What other programs write into annexes."""

    def convert(self, data, size=(2, 1), **entries):
        page = Page()
        image = Image.new("L", size)
        page.picture(image, **{"BitsPerComponent": 8, **entries})
        page.page.obj.Resources.XObject["/i1"].write(data)
        self.kept = page
        return page.draw().convert()

    def test_indexed(self):
        palette = pikepdf.String(bytes((255, 0, 0, 0, 0, 255)))
        space = Array([Name.Indexed, Name.DeviceRGB, 1, palette])
        found = inks_of(self.convert(b"\x40", ColorSpace=space, BitsPerComponent=1))
        expected = Image.frombytes("RGB", (2, 1), bytes((255, 0, 0, 0, 0, 255)))
        assert difference(found, by_littlecms(expected, profiles.srgb(), "RGB")) < 3

    def test_decode_turns_round(self):
        data = bytes((255, 0, 255, 0, 255, 0))
        found = inks_of(self.convert(data, ColorSpace=Name.DeviceRGB, Decode=Array([1, 0] * 3)))
        expected = Image.frombytes("RGB", (2, 1), bytes(255 - value for value in data))
        assert difference(found, by_littlecms(expected, profiles.srgb(), "RGB")) < 3

    def test_lab(self):
        space = Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249], Range=[-128, 127] * 2)])
        found = inks_of(self.convert(bytes((140, 153, 113, 230, 128, 128)), ColorSpace=space))
        expected = Image.frombytes("LAB", (2, 1), bytes((140, 25, 241, 230, 0, 0)))
        assert difference(found, by_littlecms(expected, profiles.lab(), "LAB")) < 3

    def test_icc_based(self):
        page = Page()
        space = Array([Name.ICCBased, page.stream(WIDE, N=3)])
        image = Image.new("RGB", (2, 1), (0, 200, 50))
        page.picture(image, ColorSpace=space)
        found = page.draw().convert()
        assert difference(inks_of(found), by_littlecms(image, WIDE, "RGB")) < 3

    def test_two_and_sixteen_bits(self):
        found = self.convert(b"\x1b", (4, 1), ColorSpace=Name.DeviceGray, BitsPerComponent=2)
        assert list(inks_of(found)[0])[::3] == [0, 255]
        data = bytes((0, 0, 255, 255))
        found = self.convert(data, ColorSpace=Name.DeviceGray, BitsPerComponent=16)
        assert list(inks_of(found)[0]) == [0, 255]

    def test_inks_with_names_stay(self):
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[1, 0, 0, 0], N=1)
        space = Array([Name.Separation, Name("/Blue"), Name.DeviceCMYK, tint])
        assert self.convert(b"\x10\x20", ColorSpace=space).read_bytes() == b"\x10\x20"

    def test_jpeg_2000(self):
        page = Page()
        data = saved(Image.new("RGB", (40, 40), (200, 60, 30)), "JPEG2000")
        page.picture(Image.new("RGB", (40, 40)), Filter=Name.JPXDecode)
        page.page.obj.Resources.XObject["/i1"].write(data, filter=Name.JPXDecode)
        found = page.draw().convert()
        expected = by_littlecms(Image.new("RGB", (40, 40), (200, 60, 30)), profiles.srgb(), "RGB")
        assert found.Filter == Name.FlateDecode
        assert difference(inks_of(found), expected) < 3

    def test_too_little_data(self):
        found = self.convert(b"\x10", (4, 4), ColorSpace=Name.DeviceRGB)
        assert found.ColorSpace != Name.DeviceRGB

    @pytest.mark.parametrize(
        "entries",
        [
            {"ColorSpace": Name.DeviceRGB, "Decode": Array([1, 0])},
            {"ColorSpace": Name.DeviceRGB, "BitsPerComponent": 7},
            {"ColorSpace": Name("/Nobody")},
            {"ColorSpace": Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"")])},
            {"ColorSpace": Name.DeviceRGB, "Width": 9_000_000, "Height": 9_000_000},
            {"ColorSpace": Name.DeviceRGB, "Filter": Name.DCTDecode},
            {"ColorSpace": Name.DeviceRGB, "Filter": Name.JPXDecode},
            {"ColorSpace": Name.DeviceRGB, "Width": -1},
        ],
    )
    def test_nonsense_stays_as_it_is(self, entries):
        page = Page()
        picture = page.picture(Image.new("L", (2, 1)), **entries)
        before = picture.read_raw_bytes()
        assert page.draw().convert().read_raw_bytes() == before


class TestMasks:
    def test_soft_mask_stays_and_shrinks_with_its_picture(self, colours):
        page = Page()
        soft = page.stream(bytes(300 * 200), Subtype=Name.Image, Width=300, Height=200,
                           BitsPerComponent=8, ColorSpace=Name.DeviceGray)  # fmt: skip
        page.picture(colours, SMask=soft)
        found = page.draw(b"36 0 0 24 0 0 cm /i1 Do").convert()

        assert (int(found.Width), int(found.Height)) == (150, 100)
        assert (int(found.SMask.Width), int(found.SMask.Height)) == (150, 100)
        assert found.SMask.Interpolate is False

    def test_what_is_clear_colours_nothing_when_it_shrinks(self):
        """Black pixels that nobody sees must not darken the edge of a yellow disc."""
        alpha = Image.new("L", (400, 400), 0)
        alpha.paste(255, (0, 0, 203, 400))
        image = Image.new("CMYK", (400, 400), (0, 0, 0, 255))
        image.paste((0, 0, 255, 0), (0, 0, 203, 400))
        small = picture_inks.smaller(image, (100, 100), alpha)
        assert small.getpixel((50, 50)) == (0, 0, 255, 0)

    def test_matte_is_taken_out(self):
        page = Page()
        soft = page.stream(b"\x80\x80", Subtype=Name.Image, Width=2, Height=1,
                           BitsPerComponent=8, ColorSpace=Name.DeviceGray,
                           Matte=Array([0, 0, 0]))  # fmt: skip
        page.picture(Image.new("RGB", (2, 1), (100, 20, 40)), SMask=soft)
        found = page.draw().convert()
        # (199, 40, 80), half of it on white: what is half clear is right where paper is below.
        expected = by_littlecms(Image.new("RGB", (2, 1), (227, 147, 167)), profiles.srgb(), "RGB")
        assert "/Matte" not in found.SMask
        shown = found.SMask.read_bytes()[0] / 255
        assert 0.5 <= shown < 1
        assert difference(inks_of(found) * shown, expected) < 3

    def test_key_of_colours_becomes_a_stencil(self):
        image = Image.new("RGB", (9, 2), (200, 30, 40))
        image.putpixel((3, 1), (255, 0, 255))
        page = Page()
        page.picture(image, Mask=Array([255, 255, 0, 0, 255, 255]))
        stencil = page.draw().convert().Mask

        assert stencil.ImageMask is True
        assert zlib.decompress(stencil.read_raw_bytes()) == bytes((0, 0, 16, 0))

    def test_stencil_keeps_its_bits(self):
        page = Page()
        entries = {"ImageMask": True, "BitsPerComponent": 1, "Decode": Array([1, 0])}
        picture = page.picture(Image.new("1", (8, 1), 1), **entries)
        del picture.ColorSpace
        found = page.draw().convert()

        assert found.read_bytes() == b"\xff"
        assert found.Decode == Array([1, 0])
        assert "/ColorSpace" not in found

    def test_brightness_is_no_ink(self, colours):
        """In a luminosity mask a picture is grey, and not as dark as black ink would make it."""
        page = Page()
        picture = page.picture(colours)
        group = page.stream(b"/i7 Do", Subtype=Name.Form, BBox=Array([0, 0, 1, 1]),
                            Resources=Dictionary(XObject=Dictionary(i7=picture)))  # fmt: skip
        state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))
        page.page.obj.Resources.ExtGState = Dictionary(g=state)
        found = page.draw(b"100 0 0 100 0 0 cm /g gs /i1 Do").convert()

        mask = group.Resources.XObject["/i7"]
        assert found.ColorSpace == Name.DeviceCMYK
        assert mask.ColorSpace == Name.DeviceGray
        assert (inks_of(mask) == np.asarray(colours.convert("L"))).all()


class TestSize:
    def at(self, colours, instructions, press=PRESS):
        page = Page()
        page.picture(colours)
        found = page.draw(instructions).convert(press)
        return int(found.Width), int(found.Height)

    @pytest.mark.parametrize(
        ("points", "expected"),
        [(72, (300, 200)), (48, (300, 200)), (47, (196, 131)), (36, (150, 100)), (720, (300, 200))],
    )
    def test_above_the_limit(self, colours, points, expected):
        assert self.at(colours, b"%d 0 0 %d 0 0 cm /i1 Do" % (points, points * 2 // 3)) == expected

    def test_limits_are_settings(self, colours):
        press = replace(PRESS, highest_ppi=200, wanted_ppi=100)
        assert self.at(colours, b"72 0 0 48 0 0 cm /i1 Do", press) == (100, 67)

    def test_turned(self, colours):
        assert self.at(colours, b"0 36 -24 0 24 0 cm /i1 Do") == (150, 100)

    def test_the_largest_drawing_counts(self, colours):
        both = b"q 36 0 0 24 0 0 cm /i1 Do Q q 72 0 0 48 0 0 cm /i1 Do Q"
        assert self.at(colours, both) == (300, 200)

    def test_through_forms_and_patterns(self, colours):
        page = Page()
        picture = page.picture(colours)
        inner = Dictionary(XObject=Dictionary(p=picture))
        form = page.stream(
            b"36 0 0 24 0 0 cm /p Do",
            Subtype=Name.Form,
            Resources=inner,
            BBox=Array([0, 0, 99, 99]),
            Matrix=Array([2, 0, 0, 2, 0, 0]),
        )
        page.named(form, "/f")
        assert page.draw(b".5 0 0 .5 0 0 cm /f Do").convert().Width == 150

        page = Page()
        picture = page.picture(colours)
        inner = Dictionary(XObject=Dictionary(p=picture))
        tile = page.stream(b"36 0 0 24 0 0 cm /p Do", PatternType=1, Resources=inner)
        page.page.obj.Resources.Pattern = Dictionary(t=tile)
        assert page.draw(b"/Pattern cs /t scn 0 0 9 9 re f").convert().Width == 150

    def test_not_drawn_is_converted_in_its_size(self, colours):
        assert self.at(colours, b"") == (300, 200)

    def test_forms_without_end(self, colours):
        """Each of thirty forms draws the next one twice, and the last one draws itself."""
        page = Page()
        picture = page.picture(colours)
        under = page.stream(b"1 0 0 1 0 0 cm /p Do", Subtype=Name.Form,
                            Resources=Dictionary(XObject=Dictionary(p=picture)))  # fmt: skip
        for level in range(30):
            under = page.stream(
                b"/n Do 1 0 0 1 %d 0 cm /n Do" % (1 << level),
                Subtype=Name.Form,
                Resources=Dictionary(XObject=Dictionary(n=under)),
            )
        under.Resources.XObject["/own"] = under
        page.named(under, "/f")
        found = page.draw(b"/f Do /i1 Do").convert()
        assert found.ColorSpace == Name.DeviceCMYK
        assert (int(found.Width), int(found.Height)) == (300, 200)


class TestInline:
    def test_picture_is_taken_out(self):
        page = Page()
        data = bytes((200, 30, 40)) * 2
        line = b"q 2 0 0 1 5 5 cm BI /W 2 /H 1 /CS /RGB /BPC 8 ID " + data + b" EI Q"
        page.draw(line)
        page.pdf.make_indirect(page.page.obj.Resources)
        convert_pictures(page.pdf, PRESS, {})

        (name, found), *_ = page.page.obj.Resources.XObject.items()
        operators = [str(i.operator) for i in pikepdf.parse_content_stream(page.page)]
        assert operators == ["q", "cm", "Do", "Q"]
        assert name.startswith("/Picture")
        expected = by_littlecms(Image.new("RGB", (2, 1), (200, 30, 40)), profiles.srgb(), "RGB")
        assert difference(inks_of(found), expected) < 3

    def test_stencil_stays(self):
        page = Page()
        line = b"q 8 0 0 8 0 0 cm BI /W 8 /H 1 /IM true ID \xaa EI Q"
        page.draw(line)
        convert_pictures(page.pdf, PRESS, {})
        assert b"ID" in page.page.obj.Contents.read_bytes()


class TestAgain:
    def test_once_for_each_content(self, colours, monkeypatch):
        calls = []
        real = picture_inks.PictureInks._packed

        def counted(self, picture, wish):
            calls.append(wish)
            return real(self, picture, wish)

        monkeypatch.setattr(picture_inks.PictureInks, "_packed", counted)
        content = saved(colours, icc_profile=WIDE)
        for _ in range(5):
            page = Page()
            page.picture(colours)
            page.draw().convert(i1=content)
        assert len(calls) == 1

    def test_same_bytes(self, colours):
        def made():
            picture_inks._made.clear()
            page = Page()
            page.picture(colours)
            page.draw().convert(i1=saved(colours, icc_profile=WIDE))
            file = io.BytesIO()
            page.pdf.save(file, deterministic_id=True)
            return hashlib.sha256(file.getvalue()).hexdigest()

        assert made() == made()

    def test_what_is_kept_is_bounded(self, colours, monkeypatch):
        monkeypatch.setattr(picture_inks, "_KEPT", 10)
        for grey in range(3):
            page = Page()
            page.picture(Image.new("L", (30, 30), grey))
            page.draw().convert()
        assert len(picture_inks._made) == 1
