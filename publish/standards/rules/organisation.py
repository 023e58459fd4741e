"""Faults of organisation pages: what their parts say against each other."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling

WORDS_WITHOUT_PORTRAIT = ruling(
    "O-001",
    "a portrait is described, but there is none",
    clause="house rule: portrait and portrait_alt go together",
    hint="name the picture with portrait, or take portrait_alt out",
)
STRUCTURE_TWICE = ruling(
    "O-002",
    "the structure is given twice",
    clause="house rule: one source for the structure",
    hint="keep the list below the heading with {#structure}, or the entries [[divisions]]",
)
VIEW_WITHOUT_STRUCTURE = ruling(
    "O-003",
    "structure_view is set, but the text has no structure",
    clause="house rule: the structure is a list below {#structure}, or [[divisions]]",
    hint="write a list below a heading with {#structure}, or take structure_view out",
)
CHART_NOT_DRAWN = ruling(
    "O-004",
    "the structure is shown as a list: it cannot be drawn as a chart",
    clause="house rule: a chart fits the page in type of 8 points and more",
    hint="take out a level or some parts, shorten their names, or set structure_view to list",
    forbidden_by=(),
    allowed_by=EVERY,
)
