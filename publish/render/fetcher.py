"""Reads pictures from the project's folder, and nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

#: Where the engine believes the project to be. It names pictures in the file by the hash of their
#: address, so the address must be the same on every machine.
ADDRESS = "file:///project/"


class FolderFetcher(URLFetcher):  # type: ignore[misc]
    """Answers only for files below one folder; symbolic links are followed before judging."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"})
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Return the content of a file.

        Raises:
            ValueError: the address leads out of the folder; the engine logs it, and the journal
                makes it a fault.
        """
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file" or parts.netloc:
            raise ValueError(f"remote address, never fetched: {url}")
        inside = unquote(parts.path).removeprefix("/project/")
        path = (self._folder / inside).resolve()
        if inside.startswith("/") or not path.is_relative_to(self._folder):
            raise ValueError("the file lies outside the project's folder")
        return URLFetcherResponse(url, path.read_bytes())
