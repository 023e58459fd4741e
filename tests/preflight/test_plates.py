"""Plates that Ghostscript draws: truthful, upright, by name, and on nobody's trust."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publish.check.ghostscript import GhostscriptFailed, run_ghostscript
from publish.check.plates.draw import draw_plates
from publish.check.plates.kept import NotDrawn, Plates
from publish.check.plates.plate import PagePlates
from publish.errors import MachineLacks

if TYPE_CHECKING:
    from pathlib import Path

needs_ghostscript = pytest.mark.skipif(
    not shutil.which(os.environ.get("PUBLISH_GS", "gs")) and os.environ.get("CI") != "true",
    reason="Ghostscript is not installed",
)


def tint(*solid: float) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=list(solid), N=1)


def file_of(*contents: str, inks: tuple[str, ...] = (), **page: object) -> bytes:
    """Return pages of 100 × 50 points; inks are /I0, /I1 and so on."""
    pdf = pikepdf.new()
    spaces = {
        f"/I{index}": Array([Name.Separation, Name(f"/{ink}"), Name.DeviceCMYK, tint(0, 0.5, 1, 0)])
        for index, ink in enumerate(inks)
    }
    for content in contents:
        made = pdf.add_blank_page(page_size=(100, 50)).obj
        made.Resources = Dictionary(
            ColorSpace=Dictionary(spaces),
            ExtGState=Dictionary(O=Dictionary(OP=True, op=True, OPM=1)),
        )
        made.Contents = pdf.make_stream(content.encode())
        for key, value in page.items():
            made[f"/{key}"] = value
    saved = BytesIO()
    pdf.save(saved, force_version="1.6")
    return saved.getvalue()


def one(pdf: bytes, dpi: float = 72, *, composite: bool = False) -> PagePlates:
    ((_, drawn),) = draw_plates(pdf, None, dpi, composite=composite)
    assert isinstance(drawn, PagePlates), drawn
    return drawn


@needs_ghostscript
def test_inks_stand_on_their_plates_and_add_up() -> None:
    made = one(file_of("0.2 0 0 1 k 0 0 50 50 re f /I0 cs 0.5 scn 50 0 50 50 re f", inks=("Gold",)))
    assert list(made.inks) == ["Cyan", "Black", "Gold"]
    assert made.shape == (50, 100)
    assert made.total()[25, 25] == pytest.approx(120, abs=0.5)
    assert made.total()[25, 75] == pytest.approx(50, abs=0.5)


@needs_ghostscript
def test_overprinting_leaves_what_is_below() -> None:
    ground = "1 0 0 0 k 0 0 100 50 re f /O gs "
    assert one(file_of(ground + "0 0 0 0 k 10 10 50 30 re f")).inks["Cyan"].min() == 255
    over = one(file_of(ground + "/I0 cs 1 scn 10 10 50 30 re f", inks=("Gold",)), composite=True)
    assert over.inks["Cyan"][25, 30] == over.inks["Gold"][25, 30] == 255
    assert over.composite is not None
    assert over.composite[25, 30].tolist() == pytest.approx([255, 127, 255, 0], abs=1)


@needs_ghostscript
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_turned_pages_are_drawn_upright(turned: int) -> None:
    made = one(file_of("0 0 0 1 k 0 0 20 10 re f", Rotate=turned))
    assert made.shape == (50, 100)
    assert made.inks["Black"][45, 10] == 255
    assert made.inks["Black"][5, 90] == 0


@needs_ghostscript
def test_a_page_in_another_unit_and_with_another_corner() -> None:
    made = one(
        file_of("0 0 0 1 k -20 -10 20 10 re f", UserUnit=2, MediaBox=Array([-20, -10, 80, 40]))
    )
    assert made.shape == (100, 200)
    assert made.scale == 2
    rows, columns = made.window(made.box)
    assert (rows, columns) == (slice(0, 100), slice(0, 200))
    assert made.inks["Black"][90, 20] == 255
    assert made.place(100, 0) == (-20, -10)


@needs_ghostscript
def test_inks_with_names_that_are_no_file_names() -> None:
    inks = ("Gold", "GOLD", "a/b", "50% (x)", "日本" * 21, "../up", "Grün äöü")
    drawn = " ".join(f"/I{i} cs 1 scn {10 * i} 0 10 50 re f" for i in range(len(inks)))
    made = one(file_of(drawn, inks=inks))
    assert set(made.inks) == set(inks)
    assert made.inks["日本" * 21][25, 45] == 255


@needs_ghostscript
def test_a_page_of_five_metres_is_drawn_coarser() -> None:
    side = 5000 / 25.4 * 72
    made = one(file_of("0 0 0 1 k 0 0 100 100 re f", MediaBox=Array([0, 0, side, side])))
    assert made.dpi < 40
    assert made.shape[0] * made.shape[1] < 41e6


@needs_ghostscript
def test_a_page_without_measure_is_not_drawn() -> None:
    side = 1e7
    pdf = file_of("0 0 0 1 k 0 0 9 9 re f", MediaBox=Array([0, 0, side, side]))
    assert list(draw_plates(pdf, None, 72)) == [(1, "the page is too large to be drawn")]


@needs_ghostscript
def test_many_pages_keep_their_numbers() -> None:
    pdf = file_of(*(f"0 0 0 1 k 0 0 {number} 50 re f" for number in range(1, 31)))
    plates = Plates(pdf)
    plates.draw(range(1, 31), 72)
    found = [int((plates.page(number).inks["Black"][25] > 0).sum()) for number in range(1, 31)]
    assert found == list(range(1, 31))
    with pytest.raises(NotDrawn):
        plates.page(31)


@needs_ghostscript
def test_a_profile_that_does_not_work_is_left_out() -> None:
    pdf = pikepdf.open(BytesIO(file_of("0 0 0 1 k 0 0 50 50 re f")))
    broken = pdf.make_stream(bytes(16) + b"CMYK" + bytes(300))
    pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX, DestOutputProfile=broken)])
    saved = BytesIO()
    pdf.save(saved)
    assert one(saved.getvalue()).inks["Black"][25, 25] == 255


@needs_ghostscript
def test_a_file_that_is_none_is_not_drawn() -> None:
    assert "cannot be opened" in next(draw_plates(b"%PDF-1.6 no", (1,), 72))[1]
    with pytest.raises(NotDrawn):
        Plates(b"%PDF-1.6 no").page(1)


@needs_ghostscript
def test_nothing_is_left_in_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    one(file_of("0 0 0 1 k 0 0 50 50 re f"))
    assert not list(tmp_path.iterdir())


def test_without_ghostscript_the_machine_lacks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISH_GS", "no-such-program-anywhere")
    with pytest.raises(MachineLacks, match="PUBLISH_GS"):
        Plates(b"")
    monkeypatch.delenv("PUBLISH_GS")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MachineLacks, match="Ghostscript is not installed"):
        list(draw_plates(b"", None, 72))


def fake(folder: Path, body: str) -> str:
    """Return a program that does as told instead of Ghostscript."""
    program = folder / "fake-gs"
    program.write_text(f"#!{sys.executable}\nimport sys, time\n{body}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("time.sleep(60)", "longer than 1 seconds"),
        ("print('Error: /ioerror'); sys.exit(1)", "Error: /ioerror"),
        ("sys.exit(3)", "ended with code 3"),
    ],
)
def test_a_call_that_fails_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, said: str
) -> None:
    monkeypatch.setenv("PUBLISH_GS", fake(tmp_path, body))
    with pytest.raises(GhostscriptFailed, match=said):
        run_ghostscript([], folder=tmp_path, seconds=1)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_a_program_that_leaves_pages_out_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISH_GS", fake(tmp_path, "sys.exit(0)"))
    found = dict(draw_plates(file_of("", ""), None, 72))
    assert found == dict.fromkeys((1, 2), "Ghostscript could not draw the page: it left a page out")


@needs_ghostscript
def test_one_page_that_fails_does_not_take_the_others() -> None:
    """More spot inks than the device has plates: that page alone is not known."""
    inks = tuple(f"Ink {number}" for number in range(70))
    many = " ".join(f"/I{number} cs 1 scn 0 0 9 9 re f" for number in range(70))
    found = dict(draw_plates(file_of("0 0 0 1 k 0 0 9 9 re f", many, inks=inks), None, 72))
    assert isinstance(found[1], PagePlates)
    assert np.any(found[1].inks["Black"])
