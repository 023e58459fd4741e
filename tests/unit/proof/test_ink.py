"""Amounts of ink on plates made of a few numbers."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from publish.proof.drawing import ink_map, shades
from publish.proof.frame import Area, Boundary, Frame
from publish.proof.ink import plate_ink, solids, summed, total_ink
from publish.proof.picture import Captions

NOWHERE = (0.0, 0.0, 0.0, 0.0)


def page(width=60, height=40, bleed=5, trim=10):
    """A page with a pixel for each millimetre."""

    def boundary(kind, rim):
        area = Area(rim, rim, width - rim, height - rim)
        return Boundary(kind, area, (area.width, area.height), NOWHERE, True)

    boundaries = (boundary("media", 0), boundary("bleed", bleed), boundary("trim", trim))
    return Frame(1, 25.4, width, height, boundaries)


def plate(*fields, width=60, height=40):
    made = np.zeros((height, width), np.uint8)
    for rows, columns, tint in fields:
        made[rows, columns] = tint
    return made


def test_a_plate_is_measured_inside_the_trim():
    frame = page()
    half = plate((slice(0, 20), slice(0, 60), 255))
    found = plate_ink(half, frame)
    assert (found.mean, found.highest, found.covered) == (50, 100, 50)
    outside = plate((slice(0, 8), slice(0, 60), 255))
    assert plate_ink(outside, frame).highest == 0


def test_the_square_with_most_ink_is_found_in_its_middle():
    frame = page()
    plates = {"Cyan": plate((slice(20, 29), slice(30, 39), 255))}
    plates["Spot"] = plates["Cyan"] // 2
    found = total_ink(summed(plates, frame), frame, limit=140, area=16)
    assert found.highest == pytest.approx(100 + 127 / 2.55)
    assert found.place == pytest.approx((34.5 - 10, 24.5 - 10), abs=0.5)
    assert found.is_over


def test_a_point_of_much_ink_is_no_excess_but_a_mean():
    frame = page()
    plates = {name: plate((slice(20, 21), slice(30, 31), 255)) for name in "abcd"}
    found = total_ink(summed(plates, frame), frame, limit=300, area=16)
    assert found.peak == 400
    assert found.highest == pytest.approx(400 / 16)
    assert not found.is_over


def test_ink_outside_the_bleed_is_not_counted():
    frame = page()
    plates = {name: plate((slice(0, 4), slice(0, 60), 255)) for name in "abcd"}
    assert total_ink(summed(plates, frame), frame, limit=300, area=15).highest == 0


def test_a_trim_outside_of_the_page_has_no_mean():
    frame = page()
    far = Area(900, 900, 990, 990)
    lost = replace(frame, boundaries=(frame.boundaries[0], replace(frame.trim, area=far)))
    plates = {"Cyan": plate((slice(0, 40), slice(0, 60), 255))}
    found = total_ink(summed(plates, lost), lost, limit=300, area=15)
    assert (found.mean, found.highest) == (0, 100)


def test_what_stands_for_spot_inks_is_found_from_the_composite():
    rng = np.arange(0, 200, dtype=np.uint8).reshape(10, 20)
    spots = {"One": rng, "Two": rng[::-1, ::-1].copy()}
    stand_ins = {"One": (0.5, 0.25, 0.0, 0.0), "Two": (0.0, 0.0, 0.75, 0.25)}
    process = np.zeros((10, 20, 4), np.uint8)
    process[..., 3] = 40
    whole = process.astype(float)
    for name, solid in stand_ins.items():
        whole += spots[name][..., None] * np.array(solid)
    composite = whole.clip(0, 255).round().astype(np.uint8)
    found = solids(composite, process, spots)
    assert found.keys() == stand_ins.keys()
    for name, solid in stand_ins.items():
        assert found[name] == pytest.approx(solid, abs=0.02)


def test_no_spot_needs_no_stand_in():
    bare = np.zeros((2, 2, 4), np.uint8)
    assert solids(bare, bare, {}) == {}


def test_shades_go_from_nothing_to_over_the_limit_without_a_gap():
    for limit in (240.0, 260.0, 300.0, 320.0, 400.0):
        scale = shades(limit)
        bounds = [(one.above, one.up_to) for one in scale]
        assert bounds[0] == (-1, 0)
        assert bounds[-1] == (limit, None)
        assert all(one[1] == other[0] for one, other in pairwise(bounds))
        assert len({one.colour for one in scale}) == len(scale)


def test_map_shows_what_is_just_at_the_limit_as_within_it():
    frame = page(200, 160)
    total = np.zeros((160, 200), np.uint16)
    total[20:140, 20:90] = round(300 * 2.55)
    total[20:140, 100:180] = round(301 * 2.55)
    found = total_ink(total, frame, limit=300, area=15)
    picture = ink_map(total, frame, found, "x", Captions("en").face())
    scale = shades(300)
    assert picture.getpixel((25, 25)) == scale[-2].colour
    assert picture.getpixel((105, 25)) == scale[-1].colour
    assert picture.getpixel((2, 2)) not in {one.colour for one in scale}
