"""A web page carries pictures that every browser shows rightly."""

import base64
import io

import pytest
from PIL import Image

from publish.errors import OwnError
from publish.finish.web.pictures import carried


def content_of(address):
    kind, _, data = address.partition(";base64,")
    return kind, base64.b64decode(data)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp"])
def test_what_browsers_know_is_carried_as_it_is(tmp_path, name):
    Image.new("RGB", (8, 8), (200, 30, 40)).save(tmp_path / name)
    _, content = content_of(carried(name, tmp_path))
    assert content == (tmp_path / name).read_bytes()


@pytest.mark.parametrize(("name", "kind"), [("a.tif", "image/png"), ("a.jpg", "image/jpeg")])
def test_ink_and_tiff_are_carried_in_srgb(tmp_path, name, kind):
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / name)
    found, content = content_of(carried(name, tmp_path))
    image = Image.open(io.BytesIO(content))

    assert found == f"data:{kind}"
    assert image.mode == "RGB"
    assert image.getpixel((4, 4))[0] > 200 > 80 > max(image.getpixel((4, 4))[1:])


def test_damaged_picture(tmp_path):
    (tmp_path / "a.tif").write_bytes(b"II*\0" + bytes(40))
    with pytest.raises(OwnError, match=r"a\.tif cannot be shown"):
        carried("a.tif", tmp_path)
