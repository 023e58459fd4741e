"""Faults between the language versions of a work."""

from __future__ import annotations

from publish.standards.ruling import ruling

SHARED_VALUE_MISSING = ruling(
    "L-001",
    "a shared value is not given in the language of a text",
    clause="house rule: a table by language in work.toml holds every language of the work",
    hint="add the language to the table, or write the key into the front matter of the text",
)
