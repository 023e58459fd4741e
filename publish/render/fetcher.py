"""Reads pictures from the project's folder, and nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from publish.render.pictures import Gallery

#: Where the engine believes the project to be. It names pictures in the file by the hash of their
#: address, so the address must be the same on every machine.
ADDRESS = "file:///project/"


class FolderFetcher(URLFetcher):  # type: ignore[misc]
    """Answers only for files below one folder; symbolic links are followed before judging.

    Args:
        folder: the project.
        gallery: makes pictures drawable, and remembers them.
    """

    def __init__(self, folder: Path, gallery: Gallery | None = None) -> None:
        super().__init__(allowed_protocols={"file", "data"})
        self._folder = folder.resolve()
        self._gallery = gallery or Gallery()

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Return the content of a file.

        Raises:
            ValueError: the address leads out of the folder, or the picture is damaged; the engine
                logs it, and the journal makes it a fault.
        """
        parts = urlsplit(url)
        if parts.scheme == "data":
            found = super().fetch(url, headers)
            content = self._gallery.drawable(url, found.read())
            return URLFetcherResponse(url, content, found.headers)
        if parts.scheme != "file" or parts.netloc:
            raise ValueError(f"remote address, never fetched: {url}")
        inside = unquote(parts.path).removeprefix("/project/")
        path = (self._folder / inside).resolve()
        if inside.startswith("/") or not path.is_relative_to(self._folder):
            raise ValueError("the file lies outside the project's folder")
        return URLFetcherResponse(url, self._gallery.drawable(url, path.read_bytes()))
