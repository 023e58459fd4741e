"""Faults of projects and of what is written where."""

from __future__ import annotations

from publish.standards.ruling import ruling

SAME_FILE_TWICE = ruling(
    "S-001",
    "two texts would be written to the same file",
    clause="house rule: one file for each work, language and edition",
    hint="give one of them another name, or take one of the two away",
)
