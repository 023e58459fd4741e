"""Pictures come from the project's folder and from nowhere else."""

import pytest

from publish.render.fetcher import ADDRESS, FolderFetcher


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "project"
    (home / "pictures").mkdir(parents=True)
    (home / "pictures" / "a b.png").write_bytes(b"inside")
    (tmp_path / "secret.png").write_bytes(b"outside")
    (home / "link.png").symlink_to(tmp_path / "secret.png")
    return home


def test_file_inside(folder):
    assert FolderFetcher(folder).fetch(f"{ADDRESS}pictures/a%20b.png").read() == b"inside"


@pytest.mark.parametrize(
    "address",
    [
        f"{ADDRESS}../secret.png",
        f"{ADDRESS}%2e%2e/secret.png",
        f"{ADDRESS}pictures/../../secret.png",
        f"{ADDRESS}link.png",
        f"{ADDRESS}/etc/passwd",
        "file:///etc/passwd",
    ],
)
def test_file_outside(folder, address):
    with pytest.raises((ValueError, FileNotFoundError)):
        FolderFetcher(folder).fetch(address)


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "http://example.org/a.png", "file://host/a.png"]
)
def test_remote(folder, address):
    with pytest.raises(ValueError, match="remote"):
        FolderFetcher(folder).fetch(address)


def test_data_in_the_address(folder):
    assert FolderFetcher(folder).fetch("data:text/plain,abc").read() == b"abc"
