"""Ink on plates that are made by hand: totals, edges, names."""

from __future__ import annotations

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publish.check.geometry import Box
from publish.check.plates.bleed_strip import SIDES, Stop, stops, touched
from publish.check.plates.coverage import most_ink
from publish.check.plates.inks import ink_names, plain_names, rename_inks
from publish.check.plates.plate import PagePlates

#: 60 × 60 mm at 150 dpi, trimmed to 40 × 40.
MM = 72 / 25.4
PAGE = Box(0, 0, 60 * MM, 60 * MM)
CUT = Box(10 * MM, 10 * MM, 50 * MM, 50 * MM)
DPI = 150.0
SIZE = round(60 / 25.4 * DPI)


def plates(*boxes: tuple[str, float, float, float, float, int], dpi: float = DPI) -> PagePlates:
    """Fill boxes (ink, left, top, right, bottom in mm of the sheet from its top, tint of 255)."""
    size = round(60 / 25.4 * dpi)
    inks: dict[str, np.ndarray] = {}
    for ink, left, top, right, bottom, tint in boxes:
        plate = inks.setdefault(ink, np.zeros((size, size), np.uint8))
        rows, columns = (
            slice(round(a / 25.4 * dpi), round(b / 25.4 * dpi))
            for a, b in ((top, bottom), (left, right))
        )
        plate[rows, columns] = tint
    return PagePlates(1, dpi, PAGE, 1.0, inks, (size, size))


def found(made: PagePlates, **through: list[Box]) -> list[Stop]:
    empty = {side: list[Box]() for side in SIDES}
    return list(stops(made, CUT, dict.fromkeys(SIDES, 3 * MM), empty | through))


def test_the_mean_of_a_square_counts_and_not_its_peak() -> None:
    small = plates(("Black", 20, 20, 21, 21, 255), dpi=72)
    large = plates(("Black", 20, 20, 30, 30, 255), dpi=72)
    assert most_ink(small, PAGE, 15)[0] < 10
    assert most_ink(large, PAGE, 15)[0] == pytest.approx(100)


def test_inks_add_up_and_their_place_is_told() -> None:
    made = plates(("Cyan", 20, 30, 30, 40, 255), ("Gold", 25, 30, 35, 40, 128), dpi=72)
    ink, (across, up) = most_ink(made, PAGE, 15)
    assert ink == pytest.approx(150.2, abs=0.5)
    assert across / MM == pytest.approx(27, abs=1)
    assert 60 - up / MM == pytest.approx(32, abs=1)


def test_ink_outside_the_box_does_not_count() -> None:
    made = plates(("Black", 0, 0, 8, 60, 255), dpi=72)
    assert most_ink(made, CUT, 15)[0] == 0


def test_a_box_smaller_than_the_square_has_its_own_mean() -> None:
    made = plates(("Black", 20, 20, 22, 22, 255), dpi=72)
    tiny = Box(20 * MM, 38 * MM, 22 * MM, 40 * MM)
    assert most_ink(made, tiny, 15)[0] > 80


@pytest.mark.parametrize(
    ("side", "box"),
    [
        ("left", (10, 20, 30, 30)),
        ("right", (30, 20, 50, 30)),
        ("top", (20, 10, 30, 30)),
        ("bottom", (20, 30, 30, 50)),
    ],
)
def test_ink_that_stops_at_the_trim_is_found_on_its_side(
    side: str, box: tuple[float, float, float, float]
) -> None:
    (stop,) = found(plates(("Cyan", *box, 120)))
    assert stop.side == side
    assert stop.reach < 0.4


def test_ink_through_the_bleed_is_right() -> None:
    assert not found(plates(("Cyan", 7, 7, 53, 53, 120)))


def test_a_thin_rule_counts() -> None:
    assert found(plates(("Black", 30, 25, 50, 25.4, 255)))
    assert not found(plates(("Black", 30, 25, 53, 25.4, 255)))


def test_ink_that_stops_half_way_is_measured() -> None:
    (stop,) = found(plates(("Cyan", 8.5, 20, 30, 30, 120)))
    assert stop.reach == pytest.approx(1.5, abs=0.35)


def test_white_in_a_picture_that_goes_through_is_white() -> None:
    made = plates(("Cyan", 10, 20, 30, 30, 120))
    picture = Box(6 * MM, 20 * MM, 30 * MM, 50 * MM)
    assert not found(made, left=[picture])


def test_what_lies_on_a_ground_may_not_stop_at_the_trim() -> None:
    ground = ("Yellow", 7, 7, 53, 53, 60)
    assert found(plates(ground, ("Magenta", 10, 20, 30, 40, 200)))
    assert not found(plates(ground, ("Magenta", 7, 20, 30, 40, 200)))


def test_ink_that_does_not_touch_the_trim_is_not_looked_at() -> None:
    made = plates(("Cyan", 12, 12, 48, 48, 255))
    assert not touched(made, CUT)
    assert not found(made)
    assert touched(plates(("Cyan", 10, 20, 20, 30, 255)), CUT)


def test_a_sheet_without_bleed_has_no_ink_beyond_its_trim() -> None:
    size = 200
    made = PagePlates(1, DPI, CUT, 1.0, {"Cyan": np.full((size, size), 99, np.uint8)}, (size, size))
    assert {stop.side for stop in found(made)} >= {"left", "top"}


def test_names_become_harmless_and_stay_different() -> None:
    inks = ["Gold", "GOLD", "a/b", "日本" * 40, "..", "CON", "Cyan", "All", "x" * 300]
    plain = plain_names(inks)
    assert plain["Gold"] == "Gold"
    assert plain["All"] == "All"
    assert len({name.casefold() for name in plain.values()}) == len(inks)
    assert all(len(name) <= 60 and name.isascii() and "/" not in name for name in plain.values())


def test_inks_are_found_and_renamed_in_all_kinds_of_spaces() -> None:
    pdf = pikepdf.new()
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[1] * 4, N=1)
    single = Array([Name.Separation, Name("/a/b"), Name.DeviceCMYK, tint])
    several = Array(
        [Name.DeviceN, Array([Name.Cyan, Name("/a/b")]), Name.DeviceCMYK, tint, Dictionary()]
    )
    page = pdf.add_blank_page().obj
    page.Resources = Dictionary(
        ColorSpace=Dictionary(A=pdf.make_indirect(single), B=Array([Name.Indexed, several, 1, "x"]))
    )
    names = ink_names(pdf)
    assert sorted(names) == ["Cyan", "a/b"]
    rename_inks(pdf, plain_names(names))
    spaces = page.Resources.ColorSpace
    assert str(spaces.A[1]).startswith("/publish ink")
    assert [str(one) for one in spaces.B[1][1]] == ["/Cyan", str(spaces.A[1])]
    assert len(spaces.B[1]) == 4
