"""One rule of the preflight, with its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from publish.model.fault import Severity

#: What a rule cannot be checked without: the file alone, a ticket, the plates, or the twin.
Needs = Literal["file", "ticket", "plates", "twin"]

#: All rules by number, filled at import by the modules of `publish.check.preflight.rules`.
RULES: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        number: X and two digits for PDF/X-4, G for what print shops agree on, P for ours.
        title: what is asked for, in a print buyer's words.
        basis: clause, or who asks for it.
        remedy: what to do where it is broken.
        needs: without which it is not measured.
        severity: whether a file that breaks it is refused.
    """

    number: str
    title: str
    basis: str
    remedy: str
    needs: Needs = "file"
    severity: Severity = Severity.FAULT


def rule(
    number: str,
    title: str,
    *,
    basis: str,
    remedy: str,
    needs: Needs = "file",
    severity: Severity = Severity.FAULT,
) -> Rule:
    """Enter a rule into the list.

    Raises:
        ValueError: the number is taken.
    """
    if number in RULES:
        raise ValueError(f"{number} is taken by: {RULES[number].title}")
    RULES[number] = made = Rule(number, title, basis, remedy, needs, severity)
    return made
