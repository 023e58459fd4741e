"""Whether a file can be read at all. The run itself finds out: `publish.check.preflight.run`."""

from __future__ import annotations

from publish.check.preflight.rule import rule

X00 = rule(
    "X00",
    "the file can be read from its first page to its last",
    basis="ISO 32000-1, 7.5; limits of this program",
    remedy="Make the file anew from its source; if it comes from elsewhere, ask who made it.",
)
X01 = rule(
    "X01",
    "the file is not encrypted",
    basis="ISO 15930-7, 6.2 (from memory)",
    remedy="Save the file without a password and without restrictions.",
)
