"""A good file and its plan, and a way to damage it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from publish.check import judge
from publish.model import Fault
from publish.pdf import Plan
from publish.standards import PROFILES
from tests.unit.check.sample import sample
from tests.unit.check.tagged_file import tagged_file

Damage = Callable[[pikepdf.Pdf], None]


class Case:
    """A text, the file made from it, and what the checks say after some damage."""

    def __init__(self, profile: str) -> None:
        self.plan: Plan = sample()
        self.profile = PROFILES[profile]
        self.claims = self.profile.claims(attachments=False)
        self.pdf = tagged_file(self.plan, self.profile)

    def faults(self, damage: Damage | None = None) -> list[Fault]:
        """Return the faults of the file, after `damage` was done to it."""
        verdicts = judge(
            self.pdf if damage is None else self.damaged(damage), self.plan, self.claims
        )
        return [fault for verdict in verdicts for fault in verdict.faults]

    def codes(self, damage: Damage | None = None) -> list[str]:
        """Return the codes of the faults, each once, sorted."""
        return sorted({fault.code for fault in self.faults(damage)})

    def damaged(self, damage: Damage) -> bytes:
        """Return the file with damage done to its objects."""
        with pikepdf.open(io.BytesIO(self.pdf)) as pdf:
            damage(pdf)
            out = io.BytesIO()
            pdf.save(out, fix_metadata_version=False)
            return out.getvalue()


@pytest.fixture(params=["ua-1", "ua-2"])
def case(request: pytest.FixtureRequest) -> Case:
    """The sample as a file of each profile."""
    return Case(request.param)


@pytest.fixture
def ua1() -> Case:
    """The sample as PDF/UA-1."""
    return Case("ua-1")
