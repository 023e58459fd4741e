"""Where the boxes of a page lie in its picture."""

from dataclasses import replace

import pytest

from publish.check.geometry import Box
from publish.check.preflight.subject import Sheet
from publish.proof.frame import Area, frame, size_of

MM = 72 / 25.4


def sheet(*, rotate=0, unit=1.0, bleed=True, trim=True):
    """A sheet of 100 × 200 mm, its origin not at zero; the trim leaves 10 mm, on top 20."""

    def box(left, bottom, right, top):
        return Box(*(side * MM - 50 for side in (left, bottom, right, top)))

    return Sheet(
        number=3,
        page=None,
        media=box(0, 0, 100, 200),
        crop=None,
        bleed=box(7, 7, 93, 183) if bleed else None,
        trim=box(10, 10, 90, 180) if trim else None,
        art=None,
        rotate=rotate,
        unit=unit,
    )


def placed(one, **options):
    size = tuple(round(side) for side in size_of(one))
    return frame(one, 25.4, size, options.get("safe", 3.0))


def area_of(made, kind):
    area = next(each.area for each in made.boundaries if each.kind == kind)
    return tuple(round(side, 3) for side in (area.left, area.top, area.right, area.bottom))


@pytest.mark.parametrize(
    ("rotate", "trim"),
    [
        (0, (10, 20, 90, 190)),
        (90, (10, 10, 180, 90)),
        (180, (10, 10, 90, 180)),
        (270, (20, 10, 190, 90)),
        (-90, (20, 10, 190, 90)),
    ],
)
def test_boxes_turn_with_the_page(rotate, trim):
    made = placed(sheet(rotate=rotate))
    assert area_of(made, "trim") == trim
    assert (made.width, made.height) == ((100, 200) if rotate % 180 == 0 else (200, 100))


def test_boxes_are_told_in_millimetres_from_the_trim():
    made = placed(sheet())
    told = {one.kind: (one.size, one.beyond) for one in made.boundaries}
    assert told["media"] == ((100.0, 200.0), (10.0, 20.0, 10.0, 10.0))
    assert told["bleed"] == ((86.0, 176.0), (3.0, 3.0, 3.0, 3.0))
    assert told["safe"] == ((74.0, 164.0), (-3.0, -3.0, -3.0, -3.0))


def test_what_the_file_does_not_have_is_said():
    made = placed(sheet(bleed=False, trim=False))
    assert [(one.kind, one.declared) for one in made.boundaries if one.kind != "safe"] == [
        ("media", True),
        ("trim", False),
    ]
    assert made.painted is made.trim


def test_a_unit_of_the_page_may_be_larger_than_a_point():
    assert size_of(sheet(unit=2.0)) == pytest.approx((200, 400))
    assert area_of(placed(sheet(unit=2.0)), "trim") == (20, 40, 180, 380)


@pytest.mark.parametrize("safe", [0.0, 60.0])
def test_no_safe_zone_where_there_is_none_or_no_room(safe):
    assert "safe" not in [one.kind for one in placed(sheet(), safe=safe).boundaries]


def test_pixels_of_an_area_stay_inside_the_picture():
    assert Area(-5, 2.4, 8.6, 99).inside(8, 10) == (slice(2, 10), slice(0, 8))


def test_a_bleed_outside_of_the_page_hides_no_ink():
    far = Box(5000, 5000, 9000, 9000)
    made = placed(replace(sheet(), trim=far, bleed=far))
    assert made.painted.kind == "media"
