"""An engine that we do not know is refused before anything is drawn."""

import pydyf
import pytest
import weasyprint
from weasyprint.document import Page

from publish.errors import MachineLacks, OwnError
from publish.render import fonts, seams


@pytest.fixture
def look():
    """Return a function that tests the seams as if for the first time."""
    configuration = fonts.configuration()
    return lambda: seams.test.__wrapped__(configuration)


def test_known_engine_passes(look):
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
