"""What a ticket tells about a file: pages, boxes in millimetres, inks that are really there."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publish.check.preflight.facts import facts_of
from publish.model.ticket import Boxes

MM = 72 / 25.4
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


def box(*edges: float) -> Array:
    return Array([round(edge * MM, 4) for edge in edges])


def ramp(first: list[float], last: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=first, C1=last, N=1)


def spot(ink: str) -> Array:
    return Array([Name.Separation, Name(f"/{ink}"), Name.DeviceCMYK, ramp([0] * 4, [1, 0, 0, 0])])


def file_of(*contents: str, trims: tuple[float, ...] = (), **resources: object) -> bytes:
    """Return a file with one page for each content; the trim begins at 12 mm."""
    pdf = pikepdf.new()
    for at, content in enumerate(contents):
        width = trims[at] if trims else 40
        page = pdf.add_blank_page(page_size=((width + 24) * MM, 64 * MM)).obj
        page.TrimBox = box(12, 12, 12 + width, 52)
        page.BleedBox = box(9, 9, 15 + width, 55)
        page.Contents = pdf.make_stream(content.encode())
        page.Resources = Dictionary({f"/{key}": value for key, value in resources.items()})
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def inks(content: str, **resources: object) -> tuple[str, ...]:
    return facts_of(file_of(content, **resources)).inks[0]


SQUARE = " 60 60 20 20 re f "


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("", ("Black",)),
        ("0 g", ("Black",)),
        ("1 g", ()),
        ("0 0 0 1 k", ("Black",)),
        ("0 0 0 0 k", ()),
        (".2 0 0 0 k", ("Cyan",)),
        ("1 1 1 1 k", PROCESS),
        ("0 0 1 1 k", ("Yellow", "Black")),
        ("/Gold cs .5 scn", ("Gold",)),
        ("/Gold cs 0 scn", ()),
        ("/All cs 1 scn", ()),
    ],
)
def test_only_inks_with_a_tint_count(colour, expected):
    spaces = Dictionary(Gold=spot("Gold"), All=spot("All"))
    assert inks(f"{colour}{SQUARE}", ColorSpace=spaces) == expected


def test_colours_that_paint_nothing_do_not_count():
    assert inks("1 0 0 0 k 0 0 0 1 k" + SQUARE) == ("Black",)


def test_marks_outside_the_bleed_do_not_count():
    assert inks("1 0 0 0 k 5 5 10 10 re f 0 0 0 1 k" + SQUARE) == ("Black",)


def test_lines_count_though_they_have_no_height():
    assert inks("0 1 0 0 K 60 60 m 90 60 l S") == ("Magenta",)


@pytest.mark.parametrize(
    ("space", "function", "expected"),
    [
        (Name.DeviceCMYK, ramp([0, 0, 0, 0], [0, 0.5, 0, 0]), ("Magenta",)),
        (Name.DeviceCMYK, ramp([1, 0, 0, 0], [0, 0, 0, 0]), ("Cyan",)),
        (Name.DeviceGray, ramp([1], [0]), ("Black",)),
    ],
)
def test_gradients_count_by_their_ends(space, function, expected):
    shading = Dictionary(
        ShadingType=2, ColorSpace=space, Coords=[60, 60, 90, 60], Function=function
    )
    assert inks("/S sh", Shading=Dictionary(S=shading)) == expected


def test_inks_are_told_for_each_page():
    assert facts_of(file_of("1 0 0 0 k" + SQUARE, SQUARE)).inks == (("Cyan",), ("Black",))


def test_boxes_are_told_in_millimetres_once_for_pages_that_are_alike():
    facts = facts_of(file_of(SQUARE, SQUARE, SQUARE, trims=(40, 40, 50)))
    assert facts.pages == 3
    assert facts.boxes == (
        Boxes((1, 2), (0, 0, 64, 64), (9, 9, 55, 55), (12, 12, 52, 52)),
        Boxes((3, 3), (0, 0, 74, 64), (9, 9, 65, 55), (12, 12, 62, 52)),
    )
