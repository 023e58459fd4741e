"""Contrast is measured on the page: what lies behind, what shines through, how large it is."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name

from publish.check.contrast import check_contrast, measures
from publish.model import Fault, Severity
from publish.standards.contrast import contrast_of
from tests.unit.check.test_drawing import draw

TEXT = b"/P <</MCID 0>> BDC BT /F %d Tf 1 0 0 1 20 20 Tm (Texte) Tj ET EMC"
STATES = {"/ExtGState": Dictionary(Half=Dictionary(ca=0.5), Full=Dictionary(ca=1))}


def faults(before: bytes, size: int = 10, after: bytes = b"") -> list[Fault]:
    return check_contrast(draw(before + b" " + TEXT % size + b" " + after, resources=STATES))


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast_of((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    grey = 0x76 / 255, 0x76 / 255, 0x76 / 255
    assert contrast_of(grey, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)


def test_black_on_paper_is_enough() -> None:
    assert faults(b"") == []


def test_light_grey_on_paper_is_not() -> None:
    (fault,) = faults(b"0.6 g")
    assert fault.code == "K-050"
    assert "#999999 on #ffffff is 2.85:1 instead of 4.5:1" in fault.detail
    assert fault.page == 1


def test_large_text_needs_less() -> None:
    assert faults(b"0.55 g", 10)
    assert faults(b"0.55 g", 18) == []
    assert faults(b"0.6 g", 18)


def test_what_lies_behind_counts() -> None:
    assert faults(b"0.2 g 0 0 200 200 re f 1 g") == []
    assert faults(b"0.9 g 0 0 200 200 re f 1 g")


def test_what_is_painted_later_or_elsewhere_does_not_count() -> None:
    assert faults(b"0 g", after=b"0 0 200 200 re f") == []
    assert faults(b"0 g 0 100 200 50 re f") == []


def test_a_box_that_ends_in_the_middle_of_the_text_counts() -> None:
    assert faults(b"0.1 g 0 0 35 200 re f 0 g")


def test_opacity_of_text_and_of_the_ground_is_mixed_in() -> None:
    assert faults(b"/Half gs 0.3 g")
    assert faults(b"0 g /Half gs 0 0 200 200 re f /Full gs 0.2 g")


def test_the_clip_limits_what_is_painted() -> None:
    assert faults(b"q 0 100 10 10 re W n 0 g 0 0 200 200 re f Q 0 g") == []


def test_a_hole_in_a_path_shows_what_is_below() -> None:
    ring = b"0.1 g 0 0 200 200 re 10 10 150 60 re f* 0 g"
    assert faults(ring) == []
    assert faults(ring.replace(b"f*", b"f"))


def test_text_on_a_picture_is_a_note_and_no_fault() -> None:
    (fault,) = faults(b"q 200 0 0 200 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")
    assert fault.code == "K-051"
    assert fault.severity is Severity.WARNING


def test_a_plain_box_on_the_picture_makes_it_measurable() -> None:
    picture = b"q 200 0 0 200 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q "
    assert faults(picture + b"1 g 0 0 200 200 re f 0 g") == []


def test_invisible_text_is_not_measured() -> None:
    assert faults(b"3 Tr 1 g") == []


def test_margin_text_counts_although_readers_pass_over_it() -> None:
    artifact = b"0.8 g /Artifact BMC BT /F 8 Tf 1 0 0 1 20 20 Tm (7) Tj ET EMC"
    assert [fault.code for fault in check_contrast(draw(artifact))] == ["K-050"]


def test_colours_in_spaces_by_profile_are_read() -> None:
    space = {"/ColorSpace": Dictionary(S=[Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])])}
    drawing = draw(b"/S cs 1 0.9 0.9 scn " + TEXT % 10, resources=space)
    (measure,) = measures(drawing)
    assert measure.ratio == pytest.approx(1.18, abs=0.02)
