"""Pictures are drawn in their right colours, and the authors' own files are handed on."""

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image

from publish.pictures import profile as profiles

COLOUR = (180, 60, 30)
WIDE = profiles.stated(1 / 2.2, (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06), "RGB")


def plain():
    image = Image.new("RGB", (20, 10), COLOUR)
    image.paste((20, 60, 180), (10, 0, 20, 10))
    return image


def drawn(one):
    """Return the picture objects of a drawn page by their names, as Pillow's pictures."""
    with pikepdf.open(io.BytesIO(one.rendered.pdf)) as pdf:
        return {
            name[1:]: pikepdf.PdfImage(picture).as_pil_image()
            for name, picture in pdf.pages[0].Resources.XObject.items()
            if picture.get("/Subtype") == "/Image"
        }


def only(one):
    (found,) = drawn(one).values()
    return found


@pytest.fixture
def show(draw, tmp_path):
    """Return a function that saves a picture and draws a page with it."""

    def show(image, name="a.png", **how):
        image.save(tmp_path / name, **how)
        return draw(f'<p><img src="{name}" alt="words"></p>', folder=tmp_path)

    return show


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.png", {}),
        ("a.gif", {}),
        ("a.webp", {"lossless": True}),
        ("a.tif", {}),
        ("a.tif", {"compression": "tiff_lzw"}),
        ("a.jpg", {"quality": 100, "subsampling": 0}),
    ],
)
def test_every_kind_is_drawn(show, name, how):
    one = show(plain(), name, **how)

    assert one.faults == []
    pixels = np.asarray(only(one).convert("RGB")).astype(int)
    assert np.abs(pixels - np.asarray(plain())).max() <= 2


def test_grey_of_16_bits_is_grey(show):
    ramp = np.linspace(0, 65535, 200).astype(np.uint16).reshape(10, 20)
    found = only(show(Image.fromarray(ramp)))

    assert found.mode == "L"
    assert np.abs(np.asarray(found) - ramp / 257).max() <= 0.5


def test_ink_becomes_colours_of_the_screen(show):
    ink = Image.new("CMYK", (20, 10), (0, 255, 255, 0))
    for name in ("a.tif", "a.jpg"):
        found = only(show(ink, name))
        red, green, blue = found.getpixel((5, 5))
        assert found.mode == "RGB"
        assert red > 200
        assert max(green, blue) < 80


def test_embedded_profile_counts(show):
    found = only(show(Image.new("RGB", (4, 4), (0, 200, 50)), icc_profile=WIDE))
    assert found.getpixel((0, 0)) == (0, 201, 12)


def test_turned_photo(show):
    exif = Image.Exif()
    exif[0x0112] = 6
    found = only(show(plain(), "a.jpg", quality=100, subsampling=0, exif=exif.tobytes()))

    assert found.size == (10, 20)
    assert found.getpixel((5, 3)) == pytest.approx(COLOUR, abs=8)


def test_plain_jpeg_is_in_the_file_byte_for_byte(show, tmp_path):
    one = show(plain(), "a.jpg", icc_profile=profiles.srgb())
    assert (tmp_path / "a.jpg").read_bytes() in one.rendered.pdf


@pytest.mark.parametrize("name", ["a.png", "a b+ü.png"])
def test_own_files_are_handed_on(draw, tmp_path, name):
    from urllib.parse import quote

    plain().convert("CMYK").save(tmp_path / "a.tif")
    content = (tmp_path / "a.tif").read_bytes()
    (tmp_path / name).write_bytes(content)
    one = draw(f'<p><img src="{quote(name)}" alt="words"></p>', folder=tmp_path)

    (key,) = drawn(one)
    assert one.rendered.pictures[key] == content


def test_picture_in_a_drawing(draw, tmp_path):
    import base64

    file = io.BytesIO()
    Image.new("RGB", (4, 4), (0, 200, 50)).save(file, "PNG", icc_profile=WIDE)
    inside = base64.b64encode(file.getvalue()).decode()
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
        f'<image href="data:image/png;base64,{inside}" width="9" height="9"/></svg>'
    )
    one = draw('<p><img src="a.svg" alt="words"></p>', folder=tmp_path)

    assert file.getvalue() in one.rendered.pictures.values()
    with pikepdf.open(io.BytesIO(one.rendered.pdf)) as pdf:
        pictures = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Width" in o]
        assert pikepdf.PdfImage(pictures[0]).as_pil_image().getpixel((0, 0)) == (0, 201, 12)


def test_damaged_picture_is_a_fault(draw, tmp_path):
    file = io.BytesIO()
    plain().resize((200, 200)).save(file, "TIFF")
    (tmp_path / "a.tif").write_bytes(file.getvalue()[:2000])
    one = draw('<p data-line="7"><img src="a.tif" alt="words"></p>', folder=tmp_path)

    (fault,) = one.faults
    assert fault.ruling.code == "F-003"
    assert str(fault.place) == "page.html:7"
    assert fault.detail == "a.tif: it is damaged"


def test_fault_of_a_drawn_picture_names_the_line_of_the_author(draw, tmp_path):
    from publish.model import Fault
    from publish.standards.rules import fonts

    plain().save(tmp_path / "a b.png")
    one = draw('<p data-line="7"><img src="a%20b.png" alt="words"></p>', folder=tmp_path)
    (name,) = drawn(one)
    fault = Fault(fonts.PICTURE_NOT_SHOWN, element=f"image {name} (32 0 R), in form Body (13 0 R)")

    placed = one.rendered.placed(fault)
    assert str(placed.place) == "page.html:7"
    assert "image" not in placed.element
    other = Fault(fonts.PICTURE_NOT_SHOWN, element="paragraph 1")
    assert one.rendered.placed(other) is other
