"""Screens get sRGB with eight bits; what they draw rightly already stays as it is."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from publish.pictures import for_browsers, for_screen
from publish.pictures import profile as profiles
from publish.standards.press import shipped_condition

WIDE = profiles.stated(1 / 2.2, (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06), "RGB")


def saved(image, kind="PNG", **how):
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def shown(content):
    return Image.open(io.BytesIO(content))


def by_littlecms(image, profile, mode):
    way = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC,
    )
    return ImageCms.applyTransform(image, way)


@pytest.fixture
def noise():
    return Image.fromarray(np.random.default_rng(7).integers(0, 256, (16, 24, 3), np.uint8))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_plain_files_are_left_as_they_are(noise, mode):
    image = noise.quantize(16) if mode == "P" else noise.convert(mode)
    content = saved(image)
    assert for_screen(content) is content
    assert for_browsers(content) is content


def test_jpeg_with_the_profile_of_srgb_is_left_as_it_is(noise):
    content = saved(noise, "JPEG", icc_profile=profiles.srgb())
    assert for_screen(content) is content


def test_wide_colours_come_to_srgb(noise):
    content = saved(noise, icc_profile=WIDE)
    expected = np.asarray(by_littlecms(noise, WIDE, "RGB")).astype(int)

    assert np.abs(np.asarray(shown(for_screen(content))) - expected).max() <= 1
    assert "icc_profile" not in shown(for_screen(content)).info
    assert for_browsers(content) is content  # they know what to do


def test_wide_colours_keep_their_transparency(noise):
    clear = noise.copy()
    clear.putalpha(40)
    found = shown(for_screen(saved(clear, icc_profile=WIDE)))
    assert found.mode == "RGBA"
    assert found.getchannel("A").getextrema() == (40, 40)


def test_photos_stay_jpeg_with_all_their_colours(noise):
    found = shown(for_screen(saved(noise, "JPEG", quality=100, icc_profile=WIDE)))
    assert found.format == "JPEG"
    assert [layer[1:3] for layer in found.layer] == [(1, 1)] * 3


def test_ink_with_a_profile_and_without(noise):
    ink = noise.convert("CMYK")
    coated = shipped_condition("coated").profile.read_bytes()
    expected = np.asarray(by_littlecms(ink, coated, "CMYK")).astype(int)
    for content in (saved(ink, "TIFF"), saved(ink, "TIFF", icc_profile=coated)):
        assert np.abs(np.asarray(shown(for_screen(content))) - expected).max() <= 1
        assert for_browsers(content) == for_screen(content)


def test_grey_with_a_profile_stays_grey(noise):
    grey = noise.convert("L")
    linear = profiles.stated(1.0, None, "L")
    found = shown(for_screen(saved(grey, icc_profile=linear)))
    expected = by_littlecms(grey, linear, "L").getchannel("G")

    assert found.mode == "L"
    assert np.abs(np.asarray(found).astype(int) - np.asarray(expected)).max() <= 1


def test_turned_photos_are_turned_once(noise):
    exif = Image.Exif()
    exif[0x0112] = 6
    content = saved(noise, "JPEG", quality=100, subsampling=0, exif=exif.tobytes())
    found = shown(for_screen(content))
    expected = np.asarray(shown(content).transpose(Image.Transpose.ROTATE_270)).astype(int)

    assert "exif" not in found.info
    assert np.abs(np.asarray(found) - expected).mean() < 4
    assert for_browsers(content) is content
    assert for_browsers(saved(noise, exif=exif.tobytes())) != saved(noise, exif=exif.tobytes())


def test_same_bytes_again(noise):
    from publish.pictures import screen

    content = saved(noise, icc_profile=WIDE)
    first = for_screen(content)
    screen._made.clear()
    assert for_screen(content) == first
