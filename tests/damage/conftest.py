"""Real files of ours, their plans, and veraPDF where it is installed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from publish import check, read
from publish.errors import MachineLacks
from publish.model import Fault
from publish.pdf import Plan
from publish.standards import Standard

TEXTS = Path(__file__).parent / "texts"

Damage = Callable[[pikepdf.Pdf], None]


@dataclass
class Release:
    """A file as it would be released, before any damage."""

    plan: Plan
    pdf: bytes
    claims: tuple[Standard, ...]

    def damaged(self, damage: Damage) -> bytes:
        """Return the file with damage done to its objects."""
        with pikepdf.open(io.BytesIO(self.pdf)) as pdf:
            damage(pdf)
            out = io.BytesIO()
            pdf.save(out, fix_metadata_version=False)
            return out.getvalue()

    def faults(self, pdf: bytes) -> list[Fault]:
        """Return what our own checks say about a file made from this plan."""
        return [f for verdict in check.judge(pdf, self.plan, self.claims) for f in verdict.faults]


@pytest.fixture(scope="session", params=["ua-1", "ua-2"])
def release(request: pytest.FixtureRequest, make_work: Callable[..., Any]) -> Release:
    """A page with every construct, as a file of each profile."""
    (work,) = read.works([TEXTS / "every-construct.fr.html"]).works
    made = make_work(work, request.param)
    return Release(made.plan, made.pdf, made.claims)


@pytest.fixture(scope="session")
def validator() -> None:
    """Skip where veraPDF or Java is not installed."""
    try:
        check.require_validator()
    except MachineLacks as lack:
        pytest.skip(str(lack))
