"""The families of type of a page by role, for a form that carries its own fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.style.tokens import families

if TYPE_CHECKING:
    from publish.model.house import House

ROLES = ("text", "title", "label", "code")


def faces(house: House, language: str) -> dict[str, tuple[str, ...]]:
    """Return the families of each role for a page in a language, the most wanted first."""
    return {role: families(house.brand.faces, role, language) for role in ROLES}
