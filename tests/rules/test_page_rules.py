"""Each code of tags and fonts, both ways, on a page that goes straight into planning.

A folder holds ``pass.html`` and ``fail.html``, styles of the same names where a fault needs them,
and ``fail.fault`` with what an editor reads.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publish.errors import InputFaults
from publish.render import fonts as house_fonts
from publish.standards.rules import fonts, tags
from publish.standards.ruling import Ruling

HERE = Path(__file__).parent
#: Font files are too big to lie here; see below.
OF_FILES = {"F-002", "F-006"}
CODES = sorted(
    value.code
    for module in (fonts, tags)
    for value in vars(module).values()
    if isinstance(value, Ruling) and value.code not in OF_FILES
)


@pytest.fixture
def found(make, tmp_path, picture):
    """Return a function that draws a case and returns its findings of one code."""
    (tmp_path / "ici.png").write_bytes(picture(8, 8))
    (tmp_path / "plan.png").write_bytes(picture(8, 8))

    def found(code: str, which: str) -> list[str]:
        style = HERE / code / f"{which}.css"
        css = style.read_text(encoding="utf-8") if style.is_file() else ""
        html = (HERE / code / f"{which}.html").read_text(encoding="utf-8")
        made = make(html, css, folder=tmp_path)
        faults = [*made.plan.faults, *made.rendered.faults]
        return [str(fault) for fault in faults if fault.code == code]

    return found


@pytest.mark.parametrize("code", CODES)
def test_a_page_that_breaks_the_rule_hears_so(code, found, golden):
    faults = found(code, "fail")
    assert faults
    golden(HERE / code / "fail.fault", "\n".join(faults) + "\n")


@pytest.mark.parametrize("code", CODES)
def test_a_page_that_keeps_the_rule_hears_nothing(code, found):
    assert found(code, "pass") == []


def test_two_files_with_one_name_are_refused(tmp_path):
    own = house_fonts.shipped_fonts()
    shutil.copy(own / "amiri" / "Amiri_400Regular.ttf", tmp_path / "slice.ttf")
    with pytest.raises(InputFaults) as error:
        house_fonts.configuration(tmp_path)
    (fault,) = error.value.faults
    assert fault.code == "F-002"
    assert "Amiri, weight 400" in fault.detail


def test_a_file_that_is_no_font_is_refused(tmp_path):
    (tmp_path / "letters.ttf").write_bytes(b"not a font")
    with pytest.raises(InputFaults) as error:
        house_fonts.configuration(tmp_path)
    assert [fault.code for fault in error.value.faults] == ["F-006"]


def test_another_font_is_taken(tmp_path):
    assert house_fonts.configuration(tmp_path) is house_fonts.configuration(tmp_path)
