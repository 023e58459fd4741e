from __future__ import annotations

import itertools

import numpy as np
import pytest
from PIL import Image, ImageCms

from publish.errors import OwnError
from publish.finish.press.separator import BLACK, PAPER, Separator, linear, screen_of_lab
from publish.model.press import Ink, Press
from publish.resources import shipped

BLUE = Ink((1.0, 0.7, 0.0, 0.2))
SPOT = Ink((0.0, 1.0, 0.8, 0.0), "PANTONE 186 C", 0.5)


@pytest.fixture(scope="module")
def separator():
    return Separator.of(Press())


def test_black_and_paper_are_themselves(separator):
    assert separator.rgb(0, 0, 0) == BLACK
    assert separator.rgb(1, 1, 1) == PAPER
    assert separator.lab(0, 0, 0) == BLACK
    assert separator.lab(100, 0, 0) == PAPER


@pytest.mark.parametrize("colour", [(40, 40, 40), (128, 127, 126), (251, 250, 252)])
def test_neutrals_have_black_ink_alone(separator, colour):
    inks = separator.rgb(*(part / 255 for part in colour))
    assert inks[:3] == (0, 0, 0)
    assert 0 < inks[3] < 1


@pytest.mark.parametrize("colour", [(22, 24, 29), (26, 26, 26), (30, 26, 24)])
def test_the_blacks_of_web_pages_are_solid_black(separator, colour):
    assert separator.rgb(*(part / 255 for part in colour)) == BLACK


@pytest.mark.parametrize("colour", [(10, 26, 42), (30, 30, 40), (40, 30, 40), (26, 26, 46)])
def test_a_dark_colour_keeps_its_colour(separator, colour):
    assert any(separator.rgb(*(part / 255 for part in colour))[:3])


def test_a_black_that_is_printed_as_black_has_no_colour_that_is_seen(separator):
    steps = np.array(list(itertools.product(range(0, 45, 4), repeat=3))) / 255
    black = [colour for colour in steps if separator.rgb(*colour)[:3] == (0, 0, 0)]
    seen = separator.looks(separator.run(np.array(black)))
    assert len(black) > 40
    assert np.abs(seen[:, 1:]).max() <= 4


def test_an_ink_that_is_set_for_a_black_is_printed():
    ink = Ink((0.6, 0.4, 0.4, 1.0))
    assert (
        Separator.of(Press(inks=(("#16181d", ink),))).rgb(22 / 255, 24 / 255, 29 / 255) == ink.cmyk
    )


def test_a_shade_beyond_neutral_has_all_inks(separator):
    assert any(separator.rgb(128 / 255, 128 / 255, 131 / 255)[:3])


def test_greys_look_as_bright_as_on_the_screen(separator):
    for value in (0.3, 0.5, 0.7, 0.9):
        black = separator.grey(value)
        lightness = separator.looks(np.array([[0, 0, 0, black]]))[0, 0]
        wanted = 116 * linear(value) ** (1 / 3) - 16
        assert wanted - 0.5 < lightness < wanted + 3


def test_colours_are_those_of_littlecms(separator):
    screen = ImageCms.ImageCmsProfile(str(shipped("assets") / "profiles" / "sRGB2014.icc"))
    press = ImageCms.ImageCmsProfile(str(Press().condition.profile))
    link = ImageCms.buildTransform(
        screen,
        press,
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    for colour in [(204, 0, 0), (0, 51, 102), (250, 200, 3), (9, 90, 40), (240, 200, 250)]:
        picture = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), link)
        expected = [step / 255 for step in picture.getpixel((0, 0))]
        assert separator.rgb(*(part / 255 for part in colour)) == pytest.approx(expected, abs=0.02)


def test_between_two_steps_the_inks_are_between_too(separator):
    low, middle, high = (separator.rgb(step / 255, 0.2, 0.8) for step in (100, 100.5, 101))
    for before, between, after in zip(low, middle, high, strict=True):
        assert min(before, after) - 1e-4 <= between <= max(before, after) + 1e-4


def test_a_lab_colour_meets_its_twin_of_the_screen(separator):
    colour = (53.2, 40.0, 30.0)
    twin = separator.rgb(*screen_of_lab(colour))
    looks = separator.looks(np.array([separator.lab(*colour), twin]))
    assert np.linalg.norm(looks[0] - looks[1]) < 1.5


def test_the_brand_decides_for_its_colours():
    separator = Separator.of(Press(inks=(("#003366", BLUE), ("#C8102E", SPOT))))
    assert separator.rgb(0, 0.2, 0.4) == BLUE.cmyk
    assert separator.rgb(200 / 255, 16 / 255, 46 / 255) == SPOT
    assert separator.named("#003366") == BLUE


def test_all_is_black_in_a_job_of_one_ink():
    separator = Separator.of(Press(inks=(("#003366", BLUE),), black_only=True))
    for inks in (
        separator.rgb(0, 0.2, 0.4),
        separator.rgb(1, 1, 0),
        separator.lab(60, 50, 10),
        separator.cmyk(1, 1, 0, 0),
    ):
        assert inks[:3] == (0, 0, 0)
    assert separator.rgb(1, 1, 0)[3] < separator.rgb(0, 0.2, 0.4)[3]
    assert separator.picture(Image.new("RGB", (1, 1), "red")).mode == "L"


def test_a_press_is_read_once():
    assert Separator.of(Press()) is Separator.of(Press())


def test_a_press_without_condition_separates_nothing():
    with pytest.raises(OwnError, match="without a printing condition"):
        Separator.of(Press(condition=None))
