"""What this machine has, even where nearly everything is missing."""

import pytest

from publish.check import tools
from publish.errors import MachineLacks
from publish.machine import (
    State,
    facts,
    install,
    libraries,
    press_versions,
    require_drawing,
    require_press,
)


def lacks_java():
    raise MachineLacks("no Java")


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """Nothing can be loaded, run or found."""
    monkeypatch.setattr(libraries, "load", lambda name: None)
    monkeypatch.setattr(tools, "java", lacks_java)
    monkeypatch.setenv("PUBLISH_HOME", str(tmp_path))
    monkeypatch.delenv("PUBLISH_VERAPDF", raising=False)
    monkeypatch.delenv("PUBLISH_GS", raising=False)
    monkeypatch.setenv("PATH", "")


def test_everything_missing_is_told_with_cost_and_line(bare_machine):
    wrong = [fact for fact in facts() if fact.state is not State.GOOD]
    names = {"Pango", "HarfBuzz subsetter", "fontconfig", "Java", "veraPDF", "Ghostscript"}
    assert {fact.name for fact in wrong} == names
    assert all(fact.cost and set(fact.lines) == set(install.SYSTEMS) for fact in wrong)


def test_a_missing_subsetter_is_slow_and_said_loudly(bare_machine):
    fact = next(fact for fact in facts() if fact.name == "HarfBuzz subsetter")
    assert fact.state is State.SLOW
    assert "4.5 TIMES" in fact.cost


def test_drawing_is_refused_with_the_line_before_anything_is_imported(bare_machine):
    with pytest.raises(MachineLacks, match="pango") as caught:
        require_drawing()
    assert caught.value.remedy


def test_another_file_in_the_place_of_verapdf_is_not_verapdf(bare_machine, tmp_path):
    jar = tmp_path / "tools/greenfield-apps-1.28.2.jar"
    jar.parent.mkdir()
    jar.write_bytes(b"something else")
    fact = next(fact for fact in facts() if fact.name == "veraPDF")
    assert fact.state is State.MISSING
    assert "is not veraPDF" in fact.cost


@pytest.mark.parametrize(
    ("release", "name"),
    [
        ({"ID": "debian"}, "Debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "Debian"),
        ({"ID": "fedora"}, "Fedora"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "Fedora"),
        ({}, "Debian"),
    ],
)
def test_the_system_is_known_by_its_release_file(release, name, monkeypatch):
    monkeypatch.setattr(install.sys, "platform", "linux")
    monkeypatch.setattr(install.platform, "freedesktop_os_release", lambda: release)
    assert install.system() == name
    assert next(iter(install.lines("pango"))) == name


def test_a_version_can_be_had_of_every_library_that_is_there():
    for name in libraries.NEEDED:
        if libraries.load(name) is None:
            pytest.skip(f"{name} is not on this machine")
    assert libraries.version("pango-1.0")
    assert libraries.version("fontconfig")


def test_a_release_for_the_press_is_refused_with_the_line_that_brings_ghostscript(bare_machine):
    with pytest.raises(MachineLacks, match="measured in ink") as caught:
        require_press()
    assert "ghostscript" in caught.value.remedy.lower()
    assert "ghostscript" not in press_versions()
