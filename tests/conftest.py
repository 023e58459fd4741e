"""What all tests share: files are made by the rooms in order, kept, and judged at the end."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import tinyhtml5

from publish import check, compose, finish, render, structure
from publish.check.verdict import Outcome
from publish.model import Composed, House, Metadata, Source, Work
from publish.pdf import Plan, Rendered
from publish.standards import PROFILES, Standard

KEPT = pytest.StashKey[dict[Path, tuple[Standard, ...]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read the diff before you commit it",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[KEPT] = {}
    config.addinivalue_line("markers", "last: runs after all other tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@dataclass
class Made:
    """A finished file with all that led to it."""

    composed: Composed
    plan: Plan
    rendered: Rendered
    pdf: bytes
    claims: tuple[Standard, ...]

    def found(self) -> list[str]:
        """Return what the plan, the drawing and our own checks find, as editors read it."""
        verdicts = check.judge(self.pdf, self.plan, self.claims)
        late = [fault for verdict in verdicts for fault in verdict.faults]
        return [str(fault) for fault in [*self.plan.faults, *self.rendered.faults, *late]]

    def passed(self, name: str) -> bool:
        """Whether one of our own checks passes."""
        verdicts = check.judge(self.pdf, self.plan, self.claims)
        return all(v.outcome is Outcome.PASSED for v in verdicts if v.check == name)


@pytest.fixture(scope="session")
def keep(request: pytest.FixtureRequest) -> Callable[[str, bytes, tuple[Standard, ...]], None]:
    """Return a function that keeps a file for the validators.

    A kept file claims the standards it is kept with, and must pass them.
    """
    folder = request.config.rootpath / "output" / "tests"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def keep(name: str, pdf: bytes, claims: tuple[Standard, ...]) -> None:
        file = folder / f"{name}.{'+'.join(claim.value for claim in claims)}.pdf"
        file.write_bytes(pdf)
        request.config.stash[KEPT][file] = claims

    return keep


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> dict[Path, tuple[Standard, ...]]:
    """All files that were kept so far, with what they claim."""
    return request.config.stash[KEPT]


@pytest.fixture(scope="session")
def make() -> Callable[..., Made]:
    """Return a function that makes a file from HTML and CSS, without layout."""

    def make(html: str, css: str = "", profile: str = "ua-1", folder: Path = Path()) -> Made:
        root = tinyhtml5.parse(html, namespace_html_elements=False)
        source = Source(folder / "page.html", "page.html", "", folder)
        composed = Composed(root, (css,), source)
        title = root.findtext("head/title") or "Page"
        return _made(composed, Metadata(title, composed.language), profile)

    return make


@pytest.fixture(scope="session")
def make_work() -> Callable[..., Made]:
    """Return a function that makes a file from a work, with our layouts."""

    def make_work(work: Work, profile: str = "ua-1") -> Made:
        return _made(compose.fill(work, House()), work.metadata, profile)

    return make_work


def _made(composed: Composed, metadata: Metadata, profile: str) -> Made:
    plan = structure.plan(composed)
    rendered = render.pages(composed, plan, PROFILES[profile])
    pdf = finish.accessible(rendered, metadata)
    claims = PROFILES[profile].claims(attachments=rendered.attachments)
    return Made(composed, plan, rendered, pdf, claims)


@pytest.fixture(scope="session")
def picture() -> Callable[[int, int], bytes]:
    """Return a function that draws a grey PNG of a width and height."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    def picture(width: int, height: int) -> bytes:
        header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        lines = zlib.compress(b"".join(b"\0" + b"\x90" * width for _ in range(height)))
        parts = chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + parts

    return picture


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a function that compares a text with a golden file."""

    def golden(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file.name} is missing: run with --update-golden, read, commit"
        assert text == file.read_text(encoding="utf-8")

    return golden
