"""What a file says about itself, and by which profile it is shown."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms

from publish.errors import InputFaults, StorageFailed, WrongCall
from publish.proof.condition import look
from publish.proof.print_file import PrintFile, read_print_file
from publish.standards.limits import limits
from publish.standards.press import shipped_condition

LIMITS = limits("sheetfed-coated")
COATED = shipped_condition("coated").profile.read_bytes()


def written(folder, *, pages=1, content=b"", profile=b""):
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Contents = pdf.make_stream(content)
    if profile:
        intent = pikepdf.Dictionary(
            S=pikepdf.Name.GTS_PDFX,
            OutputConditionIdentifier="FOGRA39",
            DestOutputProfile=pdf.make_stream(profile),
        )
        pdf.Root.OutputIntents = pikepdf.Array([intent])
    out = BytesIO()
    pdf.save(out, static_id=True)
    (folder / "a.pdf").write_bytes(out.getvalue())
    return folder / "a.pdf"


def file(profile: bytes, identifier: str = "FOGRA39") -> PrintFile:
    return PrintFile(Path("a.pdf"), b"", (), identifier, profile, ())


def test_a_file_says_by_which_condition_it_is_printed(tmp_path):
    found = read_print_file(written(tmp_path, profile=COATED), LIMITS)
    assert (found.name, found.identifier, found.profile) == ("a.pdf", "FOGRA39", COATED)


def test_pages_with_colours_of_screens_are_found(tmp_path):
    content = b"1 0 0 rg 0 0 10 10 re f"
    assert read_print_file(written(tmp_path, content=content), LIMITS).screen_colours == (1,)
    content = b"1 0 0 0 k 0 0 10 10 re f 0.5 g 0 0 5 5 re f"
    assert read_print_file(written(tmp_path, content=content), LIMITS).screen_colours == ()


def test_what_is_no_pdf_is_refused_in_words(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"hello")
    with pytest.raises(InputFaults, match="K-001"):
        read_print_file(tmp_path / "a.pdf", LIMITS)


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(StorageFailed, match=r"b\.pdf cannot be read"):
        read_print_file(tmp_path / "b.pdf", LIMITS)
    with pytest.raises(StorageFailed, match="cannot be read"):
        read_print_file(tmp_path, LIMITS)


def test_pages_are_chosen_in_their_order(tmp_path):
    found = read_print_file(written(tmp_path, pages=3), LIMITS)
    assert found.chosen(None) == (1, 2, 3)
    assert found.chosen((3, 1, 3)) == (1, 3)
    with pytest.raises(WrongCall, match="no page 4"):
        found.chosen((2, 4))


def test_the_profile_of_the_file_is_believed():
    shown = look(file(COATED), "", paper=True)
    assert (shown.identifier, shown.assumed) == ("FOGRA39", False)
    assert "FOGRA39" in shown.name


def test_an_assumed_condition_comes_before_that_of_the_file():
    shown = look(file(COATED), "uncoated", paper=True)
    assert (shown.identifier, shown.assumed) == ("FOGRA47", True)


def test_paper_has_a_tint_or_is_white():
    def paper(*, tinted):
        return look(file(COATED), "", paper=tinted).ramp((1, 0, 0, 0), 2)[0].tolist()

    assert paper(tinted=False) == [255, 255, 255]
    assert paper(tinted=True) != [255, 255, 255]


SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        (b"", "no profile in the file"),
        (b"x" * 500, "no ICC profile"),
        (SCREEN, "one of screens"),
        (COATED[:4000], "cut off"),
        (COATED[:128] + bytes(len(COATED) - 128), "damaged"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused_with_what_to_do(profile, said):
    with pytest.raises(InputFaults, match=said) as caught:
        look(file(profile), "", paper=True)
    assert [fault.code for fault in caught.value.faults] == ["K-100"]
    assert "--condition coated" in str(caught.value)


@pytest.mark.parametrize("condition", ["glossy", "missing.icc", "notes.txt"])
def test_a_condition_that_is_not_there_is_refused(condition):
    with pytest.raises(WrongCall, match="known are coated and uncoated"):
        look(file(COATED), condition, paper=True)
