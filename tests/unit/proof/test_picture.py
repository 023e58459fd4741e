"""Pictures and what stands below them."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from publish.proof import contact, picture


def test_a_caption_is_below_and_changes_nothing_of_the_page():
    page = Image.new("RGB", (200, 50), (10, 20, 30))
    band = picture.Captions("en").band(["One", "Two"], 200)
    made = picture.captioned(page, band)
    assert made.size == (200, 50 + band.height)
    assert made.crop((0, 0, 200, 50)).tobytes() == page.tobytes()
    assert min(band.get_flattened_data()) < 60


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_long_line_goes_on_below(language):
    words = "全部油墨都在这里显示出来" if language == "zh" else "many words that go on and on "
    captions = picture.Captions(language)
    short, long = captions.band([words], 2000), captions.band([words * 6], 300)
    assert long.height > 2 * short.height
    assert long.width == 300


def test_a_picture_with_a_palette_keeps_its_colours_and_has_a_caption():
    colours = np.array([[255, 255, 255], [200, 0, 50]], np.uint8)
    indices = np.zeros((20, 90), np.uint8)
    indices[:, 40:] = 1
    made = picture.captioned(
        picture.indexed(indices, colours), picture.Captions("en").band(["Words"], 90)
    )
    shown = made.convert("RGB")
    assert shown.getpixel((80, 10)) == (200, 0, 50)
    below = np.asarray(shown)[20:]
    assert below.min() < 80
    assert (below[..., 0] == below[..., 1]).all()


def test_the_same_picture_gives_the_same_bytes():
    page = Image.new("L", (30, 30), 90)
    page.info["icc_profile"] = b"with the time of day"
    content = picture.png(page, 120)
    assert content == picture.png(page, 120)
    assert b"sRGB" in content
    assert b"iCCP" not in content
    with Image.open(BytesIO(content)) as read:
        assert read.info["dpi"] == pytest.approx((120, 120), abs=0.1)


def test_all_pages_stand_on_one_sheet():
    face = picture.Captions("en").face()
    tiles = [(contact.small(Image.new("RGB", (900, 1200))), f"Page {n}", n == 3) for n in range(14)]
    made = contact.sheet(tiles, face, face)
    assert made.width < 1300
    assert made.height > 3 * tiles[0][0].height


def test_a_small_page_is_not_blown_up():
    assert contact.small(Image.new("RGB", (40, 30))).size == (40, 30)
    assert contact.small(Image.new("RGB", (4000, 3))).size == (176, 1)
