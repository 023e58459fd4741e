"""Which colours of a house are printed with black ink alone."""

from __future__ import annotations

from publish.finish import house_inks
from publish.model import Brand, Colours, House
from publish.model.press import Ink, Press


def inks(press: Press | None = None, **colours: str) -> dict[str, Ink]:
    house = House(brand=Brand(colours=Colours(**colours)), press=press or Press())
    return dict(house_inks(house).inks)


def test_text_is_solid_black_whatever_its_colour() -> None:
    assert inks(ink="#0B2545")["#0b2545"] == Ink((0.0, 0.0, 0.0, 1.0))


def test_captions_and_hairlines_are_as_bright_as_they_were_in_black_alone() -> None:
    found = inks()
    soft, rule = found["#4a4f5a"].cmyk, found["#c9ced8"].cmyk
    assert soft[:3] == rule[:3] == (0.0, 0.0, 0.0)
    assert 0.1 < rule[3] < 0.4 < soft[3] < 0.95


def test_other_colours_are_left_to_the_profile() -> None:
    assert not {"#0b5394", "#a3160f", "#ffffff"} & inks().keys()


def test_settings_stand_over_that() -> None:
    navy = Ink((1.0, 0.8, 0.0, 0.4))
    found = inks(Press(inks=(("#16181d", navy), ("#0b5394", navy))))
    assert found["#16181d"] == found["#0b5394"] == navy


def test_press_without_a_condition_stays_as_it_is() -> None:
    press = Press(condition=None)
    assert house_inks(House(press=press)) is press
