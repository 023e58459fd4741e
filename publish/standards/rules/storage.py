"""S-001 to S-099: what is found where files are written."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling

CHANGED_BY_HAND = ruling(
    "S-001",
    "a published file was changed after publish wrote it, and has now been replaced",
    clause="house rule: published files are made from the texts alone",
    hint="make the change in the text, then build again",
    forbidden_by=(),
    allowed_by=EVERY,
)
SETTINGS_UNREADABLE = ruling(
    "S-002",
    "the settings of the project cannot be understood",
    clause="house rule: publish.toml is TOML in UTF-8",
    hint='look at the line; text stands between quotation marks: name = "Office"',
)
UNKNOWN_SETTING = ruling(
    "S-003",
    "the settings of the project have an entry that nobody knows",
    clause="house rule: publish.toml holds known settings only",
    hint="take the entry away",
)
WRONG_SETTING = ruling(
    "S-004",
    "a setting of the project has a value that cannot be used",
    clause="house rule: settings are typed",
    hint="correct the value",
)
DRAFT_OVER_RELEASE = ruling(
    "S-005",
    "a file that could be given out has been replaced by a draft",
    clause="house rule: a draft is never mistaken for a release",
    hint="release again, or write drafts into a folder of their own: --output drafts",
    forbidden_by=(),
    allowed_by=EVERY,
)
