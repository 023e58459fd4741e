"""A proof is moved into place as a whole, and never over something else."""

import pytest

from publish.errors import StorageFailed, WrongCall
from publish.proof import folder
from publish.proof.page import GENERATOR

OURS = f'<meta name="generator" content="{GENERATOR}">'


def test_what_is_drawn_aside_is_gone_after_a_failure(tmp_path):
    with pytest.raises(ValueError, match="x"), folder._aside(tmp_path) as aside:
        (aside / "half.png").write_text("half")
        raise ValueError("x")
    assert [*tmp_path.iterdir()] == []


def test_a_full_disk_is_told_in_words(tmp_path):
    earlier = "earlier files are as they were"
    with pytest.raises(StorageFailed, match=earlier), folder._aside(tmp_path):
        raise OSError(28, "No space left on device")


def test_an_earlier_proof_is_replaced(tmp_path):
    place = tmp_path / "a.proof"
    place.mkdir()
    (place / "index.html").write_text(OURS)
    (place / "page-009.png").write_text("old")
    folder._refuse_foreign(place, place / "index.html")
    with folder._aside(tmp_path) as aside:
        (aside / "index.html").write_text("new")
        folder._replace(aside, place)
    assert [path.name for path in place.iterdir()] == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.proof"]


def test_an_empty_folder_is_nobodys(tmp_path):
    folder._refuse_foreign(tmp_path, tmp_path / "index.html")


@pytest.mark.parametrize("content", [None, "<meta name=generator content=other>"])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path, content):
    (tmp_path / "mine.txt").write_text("mine")
    if content:
        (tmp_path / "index.html").write_text(content)
    with pytest.raises(WrongCall, match="left alone"):
        folder._refuse_foreign(tmp_path, tmp_path / "index.html")
