"""The chart of a structure: boxes that never overlap, inside the page, the same each time."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.compose.measure.lengths import across, lengths
from publish.compose.organisation.chart import MOST_PARTS, Box, Chart, Type, drawn
from publish.model import Division
from publish.resources import shipped
from tests.unit.compose.conftest import words

KNOWN = lengths((shipped("layouts") / "css" / "tokens.css").read_text(encoding="utf-8"))
KIND = Type.of(KNOWN)
WIDTH = across(KNOWN, "A4")
TALL = 600.0


def part(name: str, *parts: Division, language: str = "fr") -> Division:
    return Division(words(name, language), parts=parts)


def chart(*divisions: Division, mirrored: bool = False, tall: float = TALL) -> Chart:
    found = drawn(divisions, WIDTH, tall, KIND, mirrored=mirrored)
    assert found is not None
    return found


NAMES = st.sampled_from(
    ["Cabinet", "Bureau des partenariats", "Direction chargée de la gestion et des réformes"]
)
TREES = st.recursive(
    st.builds(part, NAMES),
    lambda below: st.builds(
        lambda name, parts: part(name, *parts), NAMES, st.lists(below, min_size=1, max_size=7)
    ),
    max_leaves=25,
)


def overlap(one: Box, other: Box) -> bool:
    across = one.x + one.width > other.x + 0.01 and other.x + other.width > one.x + 0.01
    down = one.y + one.height > other.y + 0.01 and other.y + other.height > one.y + 0.01
    return across and down


@settings(max_examples=40, deadline=None)
@given(tree=TREES, mirrored=st.booleans())
def test_no_box_overlaps_another_or_leaves_the_chart(tree: Division, mirrored: bool) -> None:
    found = drawn([tree], WIDTH, TALL, KIND, mirrored=mirrored)
    if found is None:
        return
    boxes = list(found.all())
    assert not [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b)]
    for box in boxes:
        assert -0.01 <= box.x <= box.x + box.width <= found.width + 0.01
        assert 0 <= box.y <= box.y + box.height <= found.height + 0.01
    for x, y in (corner for line in found.lines for corner in line):
        assert -0.01 <= x <= found.width + 0.01
        assert 0 <= y <= found.height + 0.01


@settings(max_examples=20, deadline=None)
@given(tree=TREES)
def test_every_part_has_one_box_in_the_order_of_the_list(tree: Division) -> None:
    found = drawn([tree], WIDTH, 10_000, KIND, mirrored=False)
    if found is not None:
        assert [box.division.name for box in found.all()] == list(_names(tree))


def _names(one: Division) -> list[object]:
    return [one.name, *(name for below in one.parts for name in _names(below))]


def test_a_page_from_right_to_left_is_a_mirror_of_the_other() -> None:
    tree = part("المؤتمر", part("المديرة", part("العمليات"), part("الإدارة", part("المالية"))))
    one, other = chart(tree), chart(tree, mirrored=True)
    for left, right in zip(one.all(), other.all(), strict=True):
        assert right.x == pytest.approx(WIDTH - left.x - left.width)
        assert right.y == left.y


def test_what_stands_alone_stands_above_the_others() -> None:
    found = chart(part("Conférence", part("Directrice", part("Cabinet"), part("Opérations"))))
    conference, directrice, cabinet, operations = found.all()
    assert [box.rank for box in found.all()] == ["head", "head", "branch", "branch"]
    assert conference.y + conference.height < directrice.y
    assert cabinet.y == operations.y
    assert directrice.x + directrice.width / 2 == pytest.approx(WIDTH / 2)


def test_many_branches_stand_in_rows_of_the_same_columns() -> None:
    found = chart(part("Directrice", *(part(f"Direction {n}") for n in range(7))))
    rows = {box.y for box in found.all() if box.rank == "branch"}
    columns = {box.x for box in found.all() if box.rank == "branch"}
    assert (len(rows), len(columns)) == (2, 4)


def test_the_same_structure_gives_the_same_chart() -> None:
    tree = part("Directrice", part("Cabinet"), part("Opérations", part("Accueil")))
    assert chart(tree) == chart(tree)


@pytest.mark.parametrize(
    "divisions",
    [
        [part("Cabinet"), part("Opérations")],
        [part("Directrice", *(part(f"Bureau {n}") for n in range(MOST_PARTS)))],
        [part("Directrice", part("Donau" * 40))],
    ],
    ids=["one level", "too many", "a word wider than the page"],
)
def test_what_cannot_be_drawn_stays_a_list(divisions: list[Division]) -> None:
    assert drawn(divisions, WIDTH, TALL, KIND, mirrored=False) is None


def test_a_chart_taller_than_the_page_stays_a_list() -> None:
    tree = part("Directrice", part("Opérations", *(part(f"Bureau {n}") for n in range(30))))
    assert drawn([tree], WIDTH, 300, KIND, mirrored=False) is None


def test_the_type_is_never_smaller_than_eight_points() -> None:
    assert min(KIND.size, KIND.leaf_size) >= 8


def test_a_brand_may_have_other_lengths() -> None:
    known = lengths(":root { --outer: 25mm; --reach: -32mm; --odd: calc(1pt) }", [("reach", "0mm")])
    assert known["reach"] == 0
    assert "odd" not in known
