"""Marks of a masthead: whose they are, how large, and who hears them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.compose import fill
from publish.compose.layouts.marks import height, rows
from publish.model import Body, Brand, Drawing, House, Logo, Person, Signatory, Words
from publish.model.form import Form
from publish.model.press import Press
from tests.unit.compose.conftest import statement, work

WHITE = Drawing("white.svg")


def bodies(*acronyms: str) -> tuple[Body, ...]:
    return tuple(Body(Words(f"Office {name}", "fr"), Words(name, "fr")) for name in acronyms)


def logo(body: str, **more) -> Logo:
    return Logo(f"{body or 'house'}.svg", alt=(Words(f"Mark of {body}", "en"),), body=body, **more)


def masthead(brand: Brand, language: str = "fr", **fields):
    content = statement(language=language, **fields)
    root = fill(work(content), House(brand=brand, typography=False)).root
    return next(e for e in root.iter() if "masthead" in e.get("class", "").split())


def sources(brand: Brand, **fields) -> list[str | None]:
    return [image.get("src") for image in masthead(brand, **fields).iter("img")]


def test_marks_stand_in_the_order_of_the_bodies():
    brand = Brand(logos=(logo("B"), logo("A"), logo("C")))
    assert sources(brand, issuing_bodies=bodies("A", "B")) == ["A.svg", "B.svg"]


def test_a_body_without_a_mark_shows_its_acronym():
    head = masthead(Brand(logos=(logo("A"),)), issuing_bodies=bodies("A", "B"))
    assert [image.get("src") for image in head.iter("img")] == ["A.svg"]
    assert "B" in "".join(head.itertext()).split()


def test_bodies_without_any_mark_leave_the_place_to_the_house():
    assert sources(Brand(logos=(logo(""),)), issuing_bodies=bodies("A")) == ["house.svg"]


def test_a_mark_is_found_by_key_name_or_any_acronym():
    found = Brand(logos=(logo("X", also=("A",)),))
    assert sources(found, issuing_bodies=bodies("A")) == ["X.svg"]
    by_key = (Body(Words("Bureau", "fr"), key="X"),)
    assert sources(found, issuing_bodies=by_key) == ["X.svg"]


def test_the_house_has_one_mark_whatever_it_is_called_in_a_language():
    names = (Words("A", "fr"), Words("Z", "en"))
    brand = Brand(acronyms=names, logos=(logo("A"), logo("B")))
    assert sources(brand, issuing_bodies=bodies("Z", "B")) == ["A.svg", "B.svg"]


def test_a_body_that_is_there_twice_shows_its_mark_once():
    brand = Brand(logos=(logo("A"), logo("B")))
    assert sources(brand, issuing_bodies=bodies("A", "B", "A")) == ["A.svg", "B.svg"]


def test_nobody_hears_the_name_of_a_body_twice():
    head = masthead(Brand(logos=(logo("A"),)), issuing_bodies=bodies("A"))
    (marks,) = head.findall("ul")
    assert marks.get("aria-hidden") == "true"
    assert [image.get("alt") for image in head.iter("img")] == [""]


def test_a_house_that_the_text_does_not_name_is_heard():
    head = masthead(Brand(logos=(logo(""),)), issuing_bodies=bodies("A"))
    (image,) = head.iter("img")
    assert (image.get("alt"), image.get("lang")) == ("Mark of ", "en")
    assert head.find("p[@aria-hidden]") is None


def test_a_band_takes_white_drawings_where_all_have_one():
    both = (logo("A", reversed=WHITE), logo("B", reversed=WHITE))
    band = masthead(Brand(masthead="band", logos=both), issuing_bodies=bodies("A", "B"))
    assert [image.get("src") for image in band.iter("img")] == ["white.svg", "white.svg"]
    assert "reversed" in band.get("class", "").split()
    one = (logo("A", reversed=WHITE), logo("B"))
    band = masthead(Brand(masthead="band", logos=one), issuing_bodies=bodies("A", "B"))
    assert [image.get("src") for image in band.iter("img")] == ["A.svg", "B.svg"]


def test_mono_and_mirrored_drawings():
    mark = logo("A", mono=Drawing("mono.svg"), mirrored=Drawing("mirrored.svg"))
    assert sources(Brand(marks="mono", logos=(mark,)), issuing_bodies=bodies("A")) == ["mono.svg"]
    head = masthead(Brand(logos=(mark,)), "ar", issuing_bodies=bodies("A"))
    assert [image.get("src") for image in head.iter("img")] == ["mirrored.svg"]


@given(st.floats(0.7, 5.6))
def test_marks_of_any_breadth_have_one_area(ratio):
    assert height(ratio) ** 2 * ratio == pytest.approx(1)


@given(st.floats(0.01, 100))
def test_no_mark_is_a_thread_or_a_tower(ratio):
    assert 0.42 <= height(ratio) <= 1.2


def count(widths, room, gap):
    lines, used = 1, 0.0
    for width in widths:
        if used and used + gap + width > room + 1e-9:
            lines, used = lines + 1, 0.0
        used += width + (gap if used else 0)
    return lines


@given(st.lists(st.floats(0.4, 3), min_size=1, max_size=20))
def test_rows_are_as_few_as_they_can_be(widths):
    width = rows(widths, 10, 0.7)
    assert width <= 10
    assert count(widths, width, 0.7) == count(widths, 10, 0.7)


def test_marks_in_one_colour_stand_in_the_head_and_above_the_names():
    brand = Brand(marks="mono", logos=(logo("A", mono=Drawing("A dark.svg")),))
    assert _pictures(brand) == ["A%20dark.svg", "A%20dark.svg"]


def test_marks_of_a_job_with_black_ink_alone_are_in_one_colour():
    brand = Brand(logos=(logo("A", mono=Drawing("dark.svg")),))
    black = Press(black_only=True)
    assert _pictures(brand, form=Form.PRINT, press=black) == ["dark.svg", "dark.svg"]
    assert _pictures(brand, form=Form.PAPER, press=black) == ["A.svg", "A.svg"]


def _pictures(brand: Brand, form: Form = Form.PAPER, press: Press | None = None):
    (body,) = bodies("A")
    signed = Signatory(Person(Words("Ada Example", "fr")), body=body)
    content = statement(signatories=(signed,), signatory_logos=True)
    house = House(brand=brand, typography=False, press=press or Press())
    root = fill(work(content), house, form=form).root
    return [image.get("src") for image in root.iter("img")]
