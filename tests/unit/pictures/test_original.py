"""Each kind of file gives its pixels, upright, with its profile; damage gives our own error."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from publish.pictures import UnreadablePicture, inspected, opened
from publish.pictures import profile as profiles
from publish.standards.press import shipped_condition

COLOURS = [(200, 30, 40), (10, 120, 60), (250, 240, 5), (0, 0, 0)]


@pytest.fixture
def rgb():
    image = Image.new("RGB", (4, 2))
    image.putdata(COLOURS + COLOURS[::-1])
    return image


def saved(image, kind, **how):
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def png(size, depth, colour, rows, *chunks):
    """Write a PNG with what Pillow does not write."""

    def chunk(name, data):
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">2I5B", *size, depth, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [(b"IHDR", head), *chunks, (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "TIFF"])
def test_colours_of_a_file_without_losses(rgb, kind):
    how = {"lossless": True} if kind == "WEBP" else {}
    found = opened(saved(rgb, kind, **how))

    assert found.image.mode == "RGB"
    assert list(found.image.get_flattened_data()) == COLOURS + COLOURS[::-1]
    assert found.alpha is None
    assert not found.photo


def test_first_picture_of_an_animation(rgb):
    other = Image.new("RGB", rgb.size, "white")
    content = saved(rgb, "GIF", save_all=True, append_images=[other])
    assert opened(content).image.getpixel((0, 0)) == COLOURS[0]


def test_grey_of_16_bits_is_rounded_not_cut():
    grey = np.array([[0, 255, 256, 32768, 65279, 65535]], np.uint16)
    found = opened(saved(Image.fromarray(grey), "PNG"))

    assert found.image.mode == "L"
    assert list(found.image.get_flattened_data()) == [0, 1, 1, 128, 254, 255]


def test_tiff_of_16_bits():
    grey = np.array([[0, 32768, 65535]], np.uint16)
    assert list(opened(saved(Image.fromarray(grey), "TIFF")).image.get_flattened_data()) == [
        0,
        128,
        255,
    ]


def test_tiff_of_16_bits_with_white_as_zero():
    content = saved(Image.fromarray(np.array([[0, 32768, 65535]], np.uint16)), "TIFF")
    way = content.index(struct.pack("<HHIH", 262, 3, 1, 1)) + 8
    found = opened(content[:way] + b"\0" + content[way + 1 :])
    assert list(found.image.get_flattened_data()) == [255, 127, 0]


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
def test_one_grey_of_a_png_is_clear(depth):
    top = (1 << depth) - 1
    bits = f"{top:0{depth}b}" + f"{0:0{depth}b}"
    row = int(bits.ljust(32, "0"), 2).to_bytes(4, "big")[: max(1, depth // 4)]
    content = png((2, 1), depth, 0, [row], (b"tRNS", struct.pack(">H", top)))
    found = opened(content)

    assert list(found.alpha.get_flattened_data()) == [0, 255]
    assert [v and 255 for v in found.image.convert("L").get_flattened_data()] == [255, 0]


def test_one_colour_of_16_bits_is_clear():
    row = struct.pack(">6H", 0x1234, 0x5678, 0x9ABC, 1, 2, 3)
    key = struct.pack(">3H", 0x1234, 0x5678, 0x9ABC)
    found = opened(png((2, 1), 16, 2, [row], (b"tRNS", key)))
    assert list(found.alpha.get_flattened_data()) == [0, 255]


def test_palette_with_a_clear_colour(rgb):
    found = opened(saved(rgb.quantize(4), "PNG", transparency=0))

    assert found.image.mode == "RGB"
    assert sorted(set(found.alpha.get_flattened_data())) == [0, 255]


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_transparency_stands_apart(rgb, mode):
    image = rgb.convert(mode)
    image.putalpha(77)
    found = opened(saved(image, "PNG"))

    assert found.image.mode == mode[:-1]
    assert found.alpha.getextrema() == (77, 77)


def test_what_is_opaque_all_over_has_no_transparency(rgb):
    assert opened(saved(rgb.convert("RGBA"), "PNG")).alpha is None


def test_one_bit_stays_one_bit(rgb):
    assert opened(saved(rgb.convert("1"), "TIFF", compression="group4")).image.mode == "1"


def test_ink_of_a_tiff():
    image = Image.new("CMYK", (1, 1), (10, 20, 30, 40))
    assert opened(saved(image, "TIFF")).image.getpixel((0, 0)) == (10, 20, 30, 40)


def test_ink_of_a_jpeg_with_the_marker_of_adobe_and_without():
    image = Image.new("CMYK", (8, 8), (10, 20, 30, 40))
    content = saved(image, "JPEG", quality=100)
    start = content.index(b"\xff\xee")
    end = start + 2 + int.from_bytes(content[start + 2 : start + 4], "big")
    bare = content[:start] + content[end:]

    assert opened(content).image.getpixel((4, 4)) == pytest.approx((10, 20, 30, 40), abs=2)
    assert opened(bare).image.getpixel((4, 4)) == pytest.approx((245, 235, 225, 215), abs=2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_upright(kind, turn):
    """The camera's eight ways: the dark corner comes to where EXIF says."""
    image = Image.new("L", (24, 16), 255)
    image.paste(0, (0, 0, 8, 8))
    exif = Image.Exif()
    exif[0x0112] = turn
    found = opened(saved(image.convert("RGB"), kind, exif=exif.tobytes())).image.convert("L")

    assert found.size == ((24, 16) if turn < 5 else (16, 24))
    right, low = found.width - 2, found.height - 2
    corner = [(1, 1), (right, 1), (right, low), (1, low), (1, 1), (right, 1), (right, low),
              (1, low)][turn - 1]  # fmt: skip
    assert found.getpixel(corner) < 60
    assert found.getpixel((found.width // 2, found.height // 2 + 3)) > 150


def test_lab_of_a_tiff():
    way = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    image = ImageCms.applyTransform(Image.new("RGB", (1, 1), COLOURS[0]), way)
    found = opened(saved(image, "TIFF"))

    assert found.image.mode == "LAB"
    assert profiles.lab_to(found.image, profiles.srgb(), "RGB").getpixel((0, 0)) == pytest.approx(
        COLOURS[0], abs=3
    )


def test_profile_is_kept_where_it_fits(rgb):
    wide = profiles.stated(1 / 1.8, None, "RGB")
    grey = profiles.stated(1 / 1.8, None, "L")

    assert opened(saved(rgb, "PNG", icc_profile=wide)).profile == wide
    assert opened(saved(rgb.convert("L"), "TIFF", icc_profile=grey)).profile == grey
    assert opened(saved(rgb, "PNG", icc_profile=profiles.srgb())).profile is None
    assert opened(saved(rgb, "PNG", icc_profile=grey)).profile is None


def test_large_profile_of_a_png(rgb):
    large = profiles.stated(1.0, None, "RGB") + bytes(2_000_000)
    large = len(large).to_bytes(4, "big") + large[4:]
    assert opened(saved(rgb, "PNG", icc_profile=large)).profile == large


@pytest.mark.parametrize("odd", [b"x", b"\0" * 200, profiles.srgb()[:140], profiles.lab()])
def test_profile_that_makes_no_sense_is_left_aside(rgb, odd):
    found = inspected(saved(rgb, "PNG", icc_profile=odd))
    assert found.odd_profile
    assert found.plain


def test_what_a_png_says_of_its_gamma(rgb):
    def with_gamma(gamma, *more):
        data = b"".join(bytes(c) for c in COLOURS)
        return png((4, 1), 8, 2, [data], (b"gAMA", struct.pack(">I", gamma)), *more)

    assert opened(with_gamma(45455)).profile is None
    assert opened(with_gamma(100000)).profile is not None
    assert opened(with_gamma(100000, (b"sRGB", b"\0"))).profile is None
    assert opened(with_gamma(0)).profile is None


def test_profiles_that_were_written_anew_mean_the_same():
    coated = shipped_condition("coated").profile.read_bytes()
    uncoated = shipped_condition("uncoated").profile.read_bytes()
    anew = ImageCms.ImageCmsProfile(io.BytesIO(coated)).tobytes()

    assert anew != coated
    assert profiles.same_colours(anew, coated)
    assert not profiles.same_colours(uncoated, coated)
    assert not profiles.same_colours(coated[:131], coated[:100])


class TestDamage:
    def kinds(self, rgb):
        large = rgb.resize((64, 64))
        yield saved(large, "JPEG")
        yield saved(large.convert("CMYK"), "JPEG")
        yield saved(large, "PNG")
        yield saved(large, "GIF")
        yield saved(large, "WEBP")
        yield saved(large, "TIFF", compression="tiff_lzw")
        yield saved(large.convert("1"), "TIFF", compression="group4")

    def test_cut_short(self, rgb):
        for content in self.kinds(rgb):
            with pytest.raises(UnreadablePicture, match=r"damaged|none of"):
                inspected(content[: len(content) // 2])

    def test_nothing_but_our_own_error(self, rgb):
        for content in self.kinds(rgb):
            for place in range(0, len(content), max(1, len(content) // 60)):
                bent = content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :]
                for broken in (content[:place], bent):
                    try:
                        opened(broken)
                    except UnreadablePicture:
                        continue

    def test_even_after_the_engine_was_loaded(self, rgb):
        """The engine makes Pillow pass over missing parts, for the whole process."""
        import weasyprint.images  # noqa: F401

        content = saved(rgb.resize((200, 200)), "JPEG")
        with pytest.raises(UnreadablePicture, match="damaged"):
            inspected(content[:-300])

    def test_too_many_pixels(self):
        with pytest.raises(UnreadablePicture, match="11000 × 11000 pixels are too many"):
            inspected(png((11_000, 11_000), 8, 2, [b""]))
        with pytest.raises(UnreadablePicture, match="too many pixels"):
            inspected(png((30_000, 30_000), 8, 2, [b""]))

    def test_colours_of_32_bits(self):
        image = Image.fromarray(np.ones((2, 2), np.float32))
        with pytest.raises(UnreadablePicture, match="32 bits"):
            inspected(saved(image, "TIFF"))

    def test_other_kinds(self, tmp_path: Path):
        for content in (b"", b"%PDF-1.7", b"BM" + bytes(60), b"%!PS-Adobe-3.0 EPSF-3.0\n"):
            with pytest.raises(UnreadablePicture, match="none of PNG, JPEG"):
                inspected(content)
