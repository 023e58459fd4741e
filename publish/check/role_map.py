"""What the written roles of a file mean.

Source: ISO 32000-1, 14.7.3 (RoleMap); ISO 32000-2, 14.7.4 (namespaces and RoleMapNS).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publish.check.objects import entries, entry, is_dictionary, items, name, text
from publish.standards.roles import NAMESPACE_PDF_1_7, NAMESPACE_PDF_2_0
from publish.standards.structure_types import STANDARD_IN_PDF_1_7, STANDARD_IN_PDF_2_0

_MATHML = "http://www.w3.org/1998/Math/MathML"
_STEPS = 50
_HEADING = re.compile(r"H[1-9][0-9]*")


@dataclass(slots=True)
class RoleMap:
    """The role map of a file, and of its namespaces."""

    written: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, top: object) -> RoleMap:
        """Read the map from the root of the structure tree."""
        return cls({key[1:]: name(value) for key, value in entries(entry(top, "/RoleMap"))})

    def standard_type(self, role: str, namespace: object) -> str | None:
        """Return the standard type behind a role; ``None`` where there is none.

        Args:
            role: as written, without slash.
            namespace: the namespace dictionary of the element, or ``None``.
        """
        for _ in range(_STEPS):
            if is_standard(role, text(entry(namespace, "/NS"))):
                return role
            if is_dictionary(namespace):
                mapped = entry(namespace, "/RoleMapNS", f"/{role}")
                pair = items(mapped)
                role, namespace = (
                    (name(pair[0]), pair[1]) if len(pair) == 2 else (name(mapped), None)
                )
            else:
                role = self.written.get(role, "")
            if not role:
                return None
        return None


def is_standard(role: str, namespace: str | None) -> bool:
    """Whether a role is a standard type of its namespace; none stands for that of PDF 1.7."""
    if namespace == NAMESPACE_PDF_2_0:
        return role in STANDARD_IN_PDF_2_0 or bool(_HEADING.fullmatch(role))
    if namespace == _MATHML:
        return True
    return namespace in (None, NAMESPACE_PDF_1_7) and role in STANDARD_IN_PDF_1_7
