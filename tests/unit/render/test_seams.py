"""An engine that we do not know is refused before anything is drawn."""

import pydyf
import pytest
import weasyprint
from weasyprint.document import Page

from publish.errors import MachineLacks, OwnError
from publish.render import seams


@pytest.fixture
def look(monkeypatch, tmp_path):
    """Return a function that tests the seams as if for the first time on a machine."""
    monkeypatch.setattr(seams, "cache_folder", lambda: tmp_path)
    return seams.test.__wrapped__


def test_known_engine_passes(look, tmp_path):
    look()
    assert [file.suffix for file in tmp_path.iterdir()] == [".tested"]


def test_a_page_is_drawn_once_on_a_machine(look, monkeypatch):
    look()
    monkeypatch.setattr(seams, "_draw", lambda: pytest.fail("drawn again"))
    look()


@pytest.mark.parametrize("package", [weasyprint, pydyf])
def test_another_version_is_refused(look, monkeypatch, package):
    monkeypatch.setattr(package, "VERSION", "0.1")
    with pytest.raises(MachineLacks, match=r"found .*0\.1") as caught:
        look()
    assert caught.value.remedy.startswith("pip install weasyprint==")


def test_changed_seam_is_named(look, monkeypatch):
    monkeypatch.setattr(Page, "paint", lambda self, stream: None)
    with pytest.raises(OwnError, match="paint"):
        look()
