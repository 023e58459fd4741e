"""Pictures are looked through when they are named, and faults say where."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from publish import read

TEXT = '+++\nkind = "statement"\nlang = "en"\ntitle = "A call"\n+++\n\n![People at a well]({})\n'


@pytest.fixture
def found(tmp_path):
    """Return a function that names a picture in a text and tells the codes and details."""

    def found(name, content):
        (tmp_path / name).write_bytes(content)
        (tmp_path / "call.md").write_text(TEXT.format(name))
        return [str(fault).split("\n")[0] for fault in read.works([tmp_path / "call.md"]).faults]

    return found


def saved(kind, size=(300, 200), **how):
    pixels = np.random.default_rng(5).integers(0, 256, (*size, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, **how)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_whole_and_cut_short(found, kind):
    name, content = f"well.{kind.lower()}", saved(kind)

    assert found(name, content) == []
    (fault,) = found(name, content[: len(content) * 2 // 3])
    assert fault == f"R-064 the file is not an image that can be shown: {name}: it is damaged"


def test_photo_that_lacks_its_last_rows(found):
    content = saved("JPEG")
    assert found("well.jpg", content[:-2000])[0].endswith("it is damaged")


@pytest.mark.parametrize("kind", ["BMP", "JPEG2000", "PPM"])
def test_other_kinds(found, kind):
    (fault,) = found("well.png", saved(kind))
    assert fault.endswith("it is none of PNG, JPEG, GIF, WebP, TIFF or SVG")


def test_picture_in_a_drawing(found):
    def drawing(content, kind="png"):
        data = base64.b64encode(content).decode()
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            f'<image href="data:image/{kind};base64,{data}" width="9" height="9"/></svg>'
        ).encode()

    assert found("well.svg", drawing(saved("PNG"))) == []
    (fault,) = found("well.svg", drawing(saved("PNG")[:5000]))
    assert fault.endswith("well.svg: a picture inside: it is damaged")


def test_replaced_file_is_looked_at_again(found):
    content = saved("PNG")
    assert found("well.png", content) == []
    assert found("well.png", content[:5000]) != []
