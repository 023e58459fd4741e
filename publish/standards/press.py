"""Printing conditions and limits of print shops, as data in ``assets/press``.

What shops ask for differs from source to source; so their numbers are files, and no code.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from publish.resources import shipped

#: The name under which the printing conditions of the ICC are registered.
REGISTRY = "http://www.color.org"

#: Conditions that come with the program.
SHIPPED = ("coated", "uncoated")


@dataclass(frozen=True, slots=True)
class Condition:
    """What is printed on what, for example offset on coated paper.

    Attributes:
        key: how settings name it, for example ``coated``.
        identifier: of the characterised condition, for example ``FOGRA39``.
        name: in words.
        registry: where the identifier is registered; empty for a shop's own.
        profile: ICC output profile of class ``prtr`` with four inks.
        ink_limit: most ink on any place, in percent, 0 to 400.
    """

    key: str
    identifier: str
    name: str
    registry: str
    profile: Path
    ink_limit: float

    @property
    def sha256(self) -> str:
        """Hash of the profile, in hexadecimal."""
        return hashlib.sha256(self.profile.read_bytes()).hexdigest()


@cache
def shipped_condition(key: str) -> Condition:
    """Return a condition that comes with the program, ``coated`` or ``uncoated``.

    Raises:
        KeyError: there is none of that name.
    """
    folder = shipped("assets") / "press"
    found = tomllib.loads((folder / "conditions.toml").read_text(encoding="utf-8"))[key]
    return Condition(
        key=key,
        identifier=found["identifier"],
        name=found["name"],
        registry=REGISTRY,
        profile=folder / "profiles" / found["profile"],
        ink_limit=found["ink_limit"],
    )


def known_condition(identifier: str) -> Condition | None:
    """Return the condition that comes with the program and has this identifier, if one has."""
    ours = (shipped_condition(key) for key in SHIPPED)
    return next((one for one in ours if one.identifier == identifier.strip()), None)
